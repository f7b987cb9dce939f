"""How long a task has been late."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.ledger import PartRow, TaskRow
from desktop_app.domain.task import Mark


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
