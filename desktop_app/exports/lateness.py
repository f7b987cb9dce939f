"""How long a task has been late, and who answers for that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.ledger import PartRow, TaskRow
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Mark, Status

_OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)


def late_parts(row: TaskRow) -> list[PartRow]:
    """The parts that are overdue themselves."""
    return [part for part in row.parts if part.signal.mark is Mark.OVERDUE]


def late_since(row: TaskRow, today: dt.date) -> dt.date:
    """The date that passed first, of the task or one of its overdue parts; `today` when none did."""
    own = [row.due.date] if row.due and row.due.date < today else []
    return min(own + [part.due.date for part in late_parts(row) if part.due], default=today)


def days_late(row: TaskRow, today: dt.date) -> int:
    """Days since then."""
    return (today - late_since(row, today)).days


def late_owners(row: TaskRow) -> tuple[str, ...]:
    """Who answers for what is overdue: of a task in parts, the units of the overdue parts alone."""
    return owners_of(row, late_parts(row))


def open_owners(row: TaskRow) -> tuple[str, ...]:
    """Who has something left to do: of a task in parts, the units of those that are neither done nor laid by."""
    return owners_of(row, [part for part in row.parts if part.status in _OPEN])


def owners_of(row: TaskRow, parts: Sequence[PartRow]) -> tuple[str, ...]:
    """The lead units of these parts and of the task as a whole, the responsible ones where none leads; of a task where that
    names nobody, all that answer for it.
    """
    indexes = {part.index for part in parts}
    meant = [each for each in row.assignments if each.part is None or each.part in indexes]
    for role in (Role.LEAD, Role.RESPONSIBLE):
        if parts and (named := tuple(dict.fromkeys(each.name for each in meant if each.role is role))):
            return named
    return row.owners
