"""What a report is drafted from: rows of the ledger, and what the officer chose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.domain.ledger import EvidenceRow, PlanRow, ProgressRow, TaskRow
from desktop_app.domain.snapshot import TaskChange
from desktop_app.exports.period import Period
from desktop_app.exports.report_model import Numbering
from desktop_app.exports.rewording import Rewording
from desktop_app.exports.text import full_date

_NAMED_PLANS = 3
"""So many plans are named in an opening; more are counted."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the officer chose; "" and None leave it to the template or the workspace.

    `chapters` and `units` narrow the tasks down (a part of the name is enough); `sections` names the keys of the
    template's sections that are wanted, None for all. `tasks` picks tasks by id. `rewordings` are the officer's words
    for drafted texts; None takes those kept in the workspace for this report.
    """

    template: str = "progress"
    plan: int | None = None
    period: str | None = None
    chapters: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    title: str = ""
    addressee: str | None = None
    opening: str = ""
    closing: str = ""
    signature_unit: str | None = None
    signed_on: dt.date | None = None
    sections: tuple[str, ...] | None = None
    annex: bool = True
    definitions: bool = True
    numbering: Numbering = Numbering.OUTER
    charts: bool = True
    tasks: tuple[int, ...] = ()
    rewordings: tuple[Rewording, ...] | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an earlier submission."""

    number: int
    submitted_on: dt.date
    period: str
    changes: Sequence[TaskChange]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a template may speak of. `rows` are the chosen tasks in outline order.

    `entries` are the progress entries of the period by task, oldest first; `evidence` the files of each task;
    `urged` the days on which each unit was urged before today.
    """

    plans: Sequence[PlanRow]
    rows: Sequence[TaskRow]
    today: dt.date
    options: ReportOptions = field(default_factory=ReportOptions)
    entries: Mapping[int, Sequence[ProgressRow]] = field(default_factory=dict)
    evidence: Mapping[int, Sequence[EvidenceRow]] = field(default_factory=dict)
    urged: Mapping[str, Sequence[dt.date]] = field(default_factory=dict)
    since: Since | None = None

    @property
    def period(self) -> Period | None:
        """The time the report speaks of; None for everything up to today."""
        return Period.parse(self.options.period) if self.options.period else None

    @property
    def numbers(self) -> dict[int, int]:
        """By task: its number in the annex."""
        return {row.id: number for number, row in enumerate(self.rows, 1)}

    @property
    def subject(self) -> str:
        """What the report is about: the one plan's title, or how many plans there are. A title that says 关于 itself stands in
        marks: 关于 would stand twice in that of the report.
        """
        if len(self.plans) != 1:
            return f"{len(self.plans)}个规划"
        title = self.plans[0].title
        return f"《{title}》" if "关于" in title else title

    @property
    def named(self) -> str:
        """The plans with their numbers, as a sentence names them."""
        spoken = self.plans[:_NAMED_PLANS]
        # Titles in marks may stand side by side, but not with brackets between them (GB/T 15834).
        named = ("、" if any(plan.doc_number for plan in spoken) else "").join(map(_named, spoken))
        return named + (f"等{len(self.plans)}个规划" if len(self.plans) > _NAMED_PLANS else "")

    @property
    def period_words(self) -> str:
        """2026年11月, or 截至2026年11月21日."""
        return self.period.words if self.period else f"截至{full_date(self.today)}"

    @property
    def scope(self) -> str:
        """The chapters and units that the tasks were narrowed down to; "" when they were not."""
        picked = [f"选取的{len(self.rows)}项任务"] if self.options.tasks else []
        chosen = [*self.options.chapters, *self.options.units, *picked]
        return f"（范围：{'、'.join(chosen)}）" if chosen else ""

    def wants(self, section: str) -> bool:
        """Whether the officer wants the section of this key."""
        return self.options.sections is None or section in self.options.sections

    def only(self, rows: Sequence[TaskRow]) -> Material:
        """The same with these rows."""
        return replace(self, rows=rows)


def _named(plan: PlanRow) -> str:
    number = f"（{plan.doc_number}）" if plan.doc_number else ""
    return f"《{plan.title}》{number}"
