"""Who was given what, who sent it back, and how much was asked of whom: read from the record of handouts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Case, Connection, and_, case, func, or_, select

from desktop_app.domain.handout import FIELDS
from desktop_app.domain.returns import Owed, UnitMonth, UnitReturn
from desktop_app.domain.task import Status
from desktop_app.services.present_names import present_names
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Batch, BatchItem, Node, Part, Returned

_DONE = (Status.CLOSED, Status.DROPPED)


def owed(workspace: Workspace, tasks: Collection[int] | None = None) -> list[Owed]:
    """Who has not sent back what they were given last, by batch and unit; the longest waiting first.

    With `tasks` only those who were asked about one of them.
    """
    asked = None if tasks is None else _asked_about(workspace, tasks)
    return sorted(
        (
            Owed(each.batch, each.label, each.unit, each.rows, each.handed_on, each.due_on, workspace.today)
            for each in returns(workspace)
            if each.is_owed and (asked is None or (each.batch, each.handed_as) in asked)
        ),
        key=lambda each: (each.due_on or dt.date.max, each.handed_on, each.unit),
    )


def _asked_about(workspace: Workspace, tasks: Collection[int]) -> set[tuple[int, str]]:
    """Batch and unit, by the name it was handed out to, of every row about one of these tasks."""
    wanted = select(BatchItem.batch_id, BatchItem.unit, BatchItem.node_id).distinct()
    with reading(workspace.engine) as connection:
        return {(batch, unit) for batch, unit, task in connection.execute(wanted) if task in tasks}


def returns(workspace: Workspace) -> list[UnitReturn]:
    """Every unit of every batch, newest batch first: what it was given and when it came back."""
    back = (
        select(Returned.batch_id, Returned.unit, func.max(Returned.merged_on).label("on"))
        .group_by(Returned.batch_id, Returned.unit)
        .subquery()
    )
    wanted = (
        select(
            Batch.id, Batch.label, BatchItem.unit, func.count(BatchItem.id), func.max(_waits()),
            Batch.handed_on, Batch.due_on, back.c.on,
        )
        .join(BatchItem, BatchItem.batch_id == Batch.id)
        .outerjoin(Node, Node.id == BatchItem.node_id)
        .outerjoin(Part, Part.id == BatchItem.part_id)
        .outerjoin(back, (back.c.batch_id == Batch.id) & (back.c.unit == BatchItem.unit))
        .group_by(Batch.id, BatchItem.unit)
        .order_by(Batch.id.desc(), func.min(BatchItem.id))
    )  # fmt: skip
    with reading(workspace.engine) as connection:
        found = connection.execute(wanted).all()
        names = present_names(connection)
    newest: dict[str, int] = {}
    listed = []
    for batch, label, handed_as, rows, waits, handed_on, due_on, returned_on in found:
        unit = names.get(handed_as, handed_as)
        superseded = newest.setdefault(unit, batch) != batch
        listed.append(
            UnitReturn(batch, label, unit, rows, handed_on, due_on, returned_on, superseded, handed_as, not waits)
        )
    return listed


def _waits() -> Case[int]:
    """1 for a row that can still be answered: its task, and its part where it is of one, is there and neither closed nor
    dropped.
    """
    part = or_(BatchItem.part_id.is_(None), Part.status.not_in(_DONE))
    return case((and_(Node.status.not_in(_DONE), part), 1), else_=0)


def asked_per_month(workspace: Workspace) -> list[UnitMonth]:
    """减负: how many cells each unit was asked to look at in each month, newest month first."""
    with reading(workspace.engine) as connection:
        return months(connection)


def months(connection: Connection) -> list[UnitMonth]:
    """The same, within a transaction."""
    wanted = (
        select(BatchItem.unit, Batch.handed_on, Batch.id, func.count(BatchItem.id))
        .join(Batch, Batch.id == BatchItem.batch_id)
        .group_by(BatchItem.unit, Batch.id)
    )
    batches: dict[tuple[int, int, str], int] = defaultdict(int)
    rows: dict[tuple[int, int, str], int] = defaultdict(int)
    names = present_names(connection)
    for handed_as, day, _batch, count in connection.execute(wanted):
        unit = names.get(handed_as, handed_as)
        batches[day.year, day.month, unit] += 1
        rows[day.year, day.month, unit] += count
    listed = [
        UnitMonth(unit, year, month, batches[year, month, unit], count, count * len(FIELDS))
        for (year, month, unit), count in rows.items()
    ]
    return sorted(listed, key=lambda each: (-each.year, -each.month, -each.cells, each.unit))
