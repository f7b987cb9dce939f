"""Which of a task's dates it is measured by, and how an extension moves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop_app.domain.errors import BadInput
from desktop_app.domain.plan import DeadlineKind
from desktop_app.domain.task import Due, Status, choose_due
from desktop_app.services.commands import Command
from desktop_app.services.selection import Selected
from desktop_app.storage.models import Deadline
from desktop_app.storage.recorder import RowUpdate

OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Measure:
    """The date a task is measured by, and the index of the part it belongs to, if any."""

    due: Due | None
    part: int | None = None


def measure(own: Sequence[Due], parts: Iterable[tuple[int, Status, Sequence[Due]]]) -> Measure:
    """The earliest final date of the task and its open parts; without one, as `choose_due` says of all dates.

    `own` are dates of the task as a whole; `parts` come as index, status and dates.
    """
    listed = list(parts)
    finals = [(due.date, 0, due) for due in own if due.kind is DeadlineKind.FINAL]
    for index, status, dues in listed:
        if status in OPEN:
            finals += [(due.date, index, due) for due in dues if due.kind is DeadlineKind.FINAL]
    if finals:
        _, index, due = min(finals, key=lambda final: final[:2])
        return Measure(due, index or None)
    return Measure(choose_due([*own, *(due for _, _, dues in listed for due in dues)]))


@dataclass(frozen=True, slots=True)
class _Stored:
    """A deadline as stored."""

    id: int
    part_id: int | None
    due: Due


def move_date(command: Command, item: Selected, date: dt.date, basis: str) -> dt.date | None:
    """Move the date that `item` is measured by to `date`; returns the date it had, None when it had none.

    Raises:
        BadInput: `date` is not later than the present one.
    """
    stored = _stored(command.connection, item.task.id)
    if item.whole:
        present = _measured_by(item, stored)
        moving = [one for one in stored if present and _same_day(one.due, present) and _counts(item, one)]
    else:
        part_id = item.part_ids()[0]
        present = choose_due(one.due for one in stored if one.part_id == part_id)
        moving = [one for one in stored if present and one.part_id == part_id and _same_day(one.due, present)]
        # A part without a date of its own went by the task's until now.
        present = present or choose_due(one.due for one in stored if one.part_id is None)
    if present and date <= present.date:
        raise BadInput(f"延期后的日期{date.isoformat()}应晚于现在的完成时限{present.date.isoformat()}")
    if moving:
        _move(command, moving, date, basis)
    else:
        _add(command, item, present, date, basis, len(stored))
    return present.date if present else None


def _stored(connection: Connection, task: int) -> list[_Stored]:
    columns = (Deadline.id, Deadline.part_id, Deadline.date, Deadline.first_date, Deadline.kind)
    rows = connection.execute(select(*columns).where(Deadline.node_id == task).order_by(Deadline.position))
    return [_Stored(row[0], row[1], Due(row[2], row[3], DeadlineKind(row[4]))) for row in rows]


def _measured_by(item: Selected, stored: Sequence[_Stored]) -> Due | None:
    own = [one.due for one in stored if one.part_id is None]
    parts = [
        (part.index, part.standing.status, [one.due for one in stored if one.part_id == part.id])
        for part in item.task.parts
    ]
    return measure(own, parts).due


def _counts(item: Selected, deadline: _Stored) -> bool:
    """Whether a deadline belongs to the task as a whole or to a part that is still open, or nothing is open."""
    still_open = {part.id for part in item.task.parts if part.standing.status in OPEN}
    return deadline.part_id is None or deadline.part_id in still_open or not still_open


def _same_day(one: Due, other: Due) -> bool:
    return one.date == other.date and one.kind is other.kind


def _move(command: Command, moving: Sequence[_Stored], date: dt.date, basis: str) -> None:
    updates = [RowUpdate(one.id, {"date": one.due.date}, {"date": date}) for one in moving]
    command.recorder.update("deadline", updates)
    _note(command, [(one.id, one.due.date) for one in moving], date, basis)


def _add(command: Command, item: Selected, present: Due | None, date: dt.date, basis: str, position: int) -> None:
    row = {
        "node_id": item.task.id,
        "part_id": item.part_ids()[0],
        "position": position,
        "date": date,
        "first_date": present.first_date if present else date,
        "kind": DeadlineKind.FINAL,
        "phrase": "",
        "span_start": None,
        "span_end": None,
        "rule": "officer",
    }
    ids = command.recorder.insert("deadline", [row])
    _note(command, [(ids[0], present.date if present else None)], date, basis)


def _note(command: Command, moved: Iterable[tuple[int, dt.date | None]], date: dt.date, basis: str) -> None:
    """Keep where each date came from, and why."""
    rows = [
        {"deadline_id": deadline, "from_date": before, "to_date": date, "basis": basis, "day": command.today}
        for deadline, before in moved
    ]
    command.recorder.insert("extension", rows)
