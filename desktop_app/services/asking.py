"""What a handout would ask of each unit: its tasks in the chosen roles, less those that are done and those without change."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.handout import FIELDS, Question, RowKey, to_plain
from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.plan import Role
from desktop_app.domain.returns import UnitAsk
from desktop_app.domain.task import Status
from desktop_app.services import queries
from desktop_app.services.answers_now import Standings, read_standings, rows_of
from desktop_app.services.present_names import present_names
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Batch, BatchItem

OWNERS = (Role.LEAD, Role.RESPONSIBLE)
"""Who is asked unless others are named: those that answer for a task."""

_OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS})
_DONE = frozenset({Status.CLOSED, Status.DROPPED})
_RANK = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.SUPPORT: 2}

Shown = list[str | int | None]


@dataclass(frozen=True, slots=True)
class UnitQuestions:
    """What is asked of a unit, and how many of its rows are left out because nothing about them is open or changed."""

    unit: str
    questions: Sequence[Question]
    left_out: int

    @property
    def open_tasks(self) -> int:
        """Tasks among the questions that are not done."""
        return len({each.key.task for each in self.questions if each.row.status in _OPEN})


class Asking:
    """The ledger as it is when questions are chosen; read once, asked as often as the officer changes his mind."""

    def __init__(self, workspace: Workspace) -> None:
        self._today = workspace.today
        self._rows = [row for row in queries.tasks(workspace, TaskFilter()) if row.gone_on is None]
        self._held: dict[str, list[TaskRow]] = defaultdict(list)
        for row in self._rows:
            for unit in dict.fromkeys(each.name for each in row.assignments):
                self._held[unit].append(row)
        with reading(workspace.engine) as connection:
            self._standings = read_standings(connection, [row.id for row in self._rows])
            self._shown, self._batches = _shown_before(connection)

    def units(self, plans: Collection[int] | None, roles: Sequence[Role]) -> list[str]:
        """The units that hold a task in one of the roles, in the order of the outline."""
        return list(dict.fromkeys(name for row in _within(self._rows, plans) for name in row.units(*roles)))

    def questions(self, unit: str, plans: Collection[int] | None, roles: Sequence[Role], all_: bool) -> UnitQuestions:
        """What the unit is asked; with `all_` nothing is left out."""
        listed = _questions(unit, _within(self._held.get(unit, ()), plans), roles, self._standings)
        wanted = [each for each in listed if all_ or _is_wanted(each, self._shown.get((unit, each.key)))]
        return UnitQuestions(unit, wanted, len(listed) - len(wanted))

    def outlook(self, plans: Collection[int] | None, roles: Sequence[Role], all_: bool) -> list[UnitAsk]:
        """What would be asked of every unit, beside what it was asked before."""
        return [self._ask(self.questions(unit, plans, roles, all_)) for unit in self.units(plans, roles)]

    def _ask(self, asked: UnitQuestions) -> UnitAsk:
        before = self._batches.get(asked.unit, ())
        last = before[-1] if before else None
        month = sum(rows for day, rows in before if (day.year, day.month) == (self._today.year, self._today.month))
        return UnitAsk(
            asked.unit,
            asked.open_tasks,
            len(asked.questions),
            asked.left_out,
            last_rows=last[1] if last else 0,
            last_on=last[0] if last else None,
            month_cells=month * len(FIELDS),
        )


def _within(rows: Sequence[TaskRow], plans: Collection[int] | None) -> Iterable[TaskRow]:
    return rows if plans is None else (row for row in rows if row.plan_id in plans)


def _questions(unit: str, rows: Iterable[TaskRow], roles: Sequence[Role], standings: Standings) -> list[Question]:
    questions = []
    for row in rows:
        held = [each for each in row.assignments if each.name == unit and each.role in roles]
        if not held:
            continue
        for key, shown in rows_of(row, unit):
            index = next((part.index for part in row.parts if part.id == key.part), None)
            mine = [each.role for each in held if each.part is None or each.part == index]
            values = standings.values(unit, key)
            if mine and values is not None:
                questions.append(Question(key, min(mine, key=_RANK.__getitem__), shown, values))
    return questions


def _is_wanted(question: Question, before: Shown | None) -> bool:
    """Open, or not done and changed since the unit last saw it."""
    status = question.row.status
    if status in _OPEN:
        return True
    return status not in _DONE and before is not None and before != [to_plain(value) for value in question.values]


_Shown = dict[tuple[str, RowKey], Shown]
_Batches = dict[str, list[tuple[dt.date, int]]]


def _shown_before(connection: Connection) -> tuple[_Shown, _Batches]:
    """What each unit was last shown of each row, and by unit the day and rows of every batch, oldest first."""
    names = present_names(connection)
    item = BatchItem
    columns = (item.batch_id, Batch.handed_on, item.unit, item.node_id, item.part_id, item.base)
    rows = connection.execute(select(*columns).join(Batch, Batch.id == item.batch_id).order_by(item.id))
    shown: dict[tuple[str, RowKey], str] = {}
    counts: dict[str, dict[tuple[int, dt.date], int]] = defaultdict(lambda: defaultdict(int))
    for batch, day, handed, node, part, base in rows:
        unit = names.get(handed, handed)
        shown[unit, RowKey(node, part)] = base
        counts[unit][batch, day] += 1
    batches = {unit: [(day, rows) for (_, day), rows in each.items()] for unit, each in counts.items()}
    return {at: json.loads(base) for at, base in shown.items()}, batches
