"""Which tasks a view shows: one filter for the window's views, the search field and the command line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.plan import Role
from desktop_app.domain.task import Light, Mark, Status

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """All conditions must hold; a condition left at its default holds for every task.

    `unit` is a part of a unit's name; with `role` only units in that role count, and with `owner`
    only the units that answer for the task (lead, or responsible where no lead is named).
    `month` is any day of the month in which the task is due. `search` holds words separated by
    spaces, each of which must occur. `tasks` are ids.
    """

    plan: int | None = None
    chapter: str | None = None
    unit: str | None = None
    role: Role | None = None
    owner: str | None = None
    status: Status | None = None
    light: Light | None = None
    mark: Mark | None = None
    month: dt.date | None = None
    missing_evidence: bool = False
    search: str = ""
    tasks: frozenset[int] | None = None

    def matches(self, row: TaskRow) -> bool:
        """Whether `row` belongs to the view."""
        return (
            (self.tasks is None or row.id in self.tasks)
            and (self.plan is None or row.plan_id == self.plan)
            and (self.chapter is None or row.chapter == self.chapter)
            and (self.status is None or row.status is self.status)
            and (self.light is None or row.light is self.light)
            and (self.mark is None or row.signal.mark is self.mark)
            and (self.owner is None or self.owner in row.owners)
            and (self.unit is None or self._has_unit(row))
            and (self.month is None or self._due_in_month(row, self.month))
            and (not self.missing_evidence or lacks_evidence(row))
            and (not self.search or self._found(row))
        )

    def _has_unit(self, row: TaskRow) -> bool:
        wanted = self.unit or ""
        return any(
            (wanted in a.name or wanted in a.printed) and (self.role is None or a.role is self.role)
            for a in row.assignments
        )

    @staticmethod
    def _due_in_month(row: TaskRow, month: dt.date) -> bool:
        return row.due is not None and (row.due.date.year, row.due.date.month) == (month.year, month.month)

    def _found(self, row: TaskRow) -> bool:
        text = searchable(row)
        return all(word in text for word in self.search.lower().split())


def lacks_evidence(row: TaskRow) -> bool:
    """缺佐证: closed or said to be done, with no file attached and no reason given for that."""
    done = row.status in (Status.CLOSED, Status.AWAITING_CHECK)
    return done and row.evidence == 0 and not row.no_evidence_reason


def searchable(row: TaskRow) -> str:
    """What the search field looks through: headings, wording, units, newest progress, names of evidence files."""
    pieces = [row.number, row.title, row.text, row.chapter, row.section, row.plan_title]
    pieces += [name for a in row.assignments for name in (a.name, a.printed)]
    pieces += row.evidence_names
    if row.latest is not None:
        pieces += [row.latest.text, row.latest.problems, row.latest.next_step]
    return "\n".join(pieces).lower()
