"""The ledger as it is shown and printed: frozen rows, made by queries, read by screens and exports."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.numbers import rounded_mean
from desktop_app.domain.plan import DeadlineKind, Kind, Rhythm, Role, RuleScope, Span
from desktop_app.domain.task import Due, Light, Mark, Signal, Status


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A stored plan and how many tasks it has; `versions` counts the present text and those it replaced."""

    id: int
    title: str
    doc_number: str | None
    issuer: str | None
    issued_on: dt.date | None
    source: str
    tasks: int
    closed: int
    imported_at: dt.datetime
    versions: int = 1
    rules: int = 0


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A clause of a plan that speaks for many tasks; `tasks` are those it would add to, `applied_on` when it was applied."""

    id: int
    plan_id: int
    scope: RuleScope
    phrase: str
    span: Span
    units: tuple[str, ...]
    role: Role
    date: dt.date | None
    applied_on: dt.date | None
    tasks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with the other ways its name is printed, and how many tasks it takes part in."""

    id: int
    name: str
    aliases: tuple[str, ...]
    tasks: int


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A node of a stored plan in document order; `parent` is the id of the node above."""

    id: int
    plan_id: int
    parent: int | None
    depth: int
    number: str
    title: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """A unit and its role; `name` is the unit's own name, `printed` what the document says.

    `part` is the index of the part it stands in, here and in the rows below; None for the task as a whole.
    `doubt` says why a fact may be wrong ("" when it is sure), here and below.
    """

    role: Role
    unit_id: int
    name: str
    printed: str
    part: int | None = None
    span: Span | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A date; `first_date` is what the document says, `basis` why it was extended ("" if it was not)."""

    id: int
    date: dt.date
    first_date: dt.date
    kind: DeadlineKind
    phrase: str
    basis: str = ""
    part: int | None = None
    span: Span | None = None
    doubt: str = ""

    @property
    def due(self) -> Due:
        """The date as the light rules want it."""
        return Due(self.date, self.first_date, self.kind)


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A value of a target on a day."""

    id: int
    on: dt.date
    value: float
    note: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A number to reach and what was read of it, oldest first; `baseline` is where it starts from.

    `quote` is the clause of the source that the phrase was cut from, "" where the phrase is whole.
    """

    id: int
    phrase: str
    op: str
    value: float
    unit: str
    by: dt.date | None
    readings: tuple[ReadingRow, ...] = ()
    part: int | None = None
    span: Span | None = None
    baseline: float | None = None
    doubt: str = ""
    quote: str = ""

    @property
    def name(self) -> str:
        """How the target is named in print and on screen."""
        return self.quote or self.phrase

    @property
    def reached(self) -> bool | None:
        """Whether the last reading meets the target, 增长8%左右 from 8 % on; None without a reading."""
        if not self.readings:
            return None
        last = self.readings[-1].value
        if self.op == ">=" or (self.op == "=" and "左右" in self.phrase):
            return last >= self.value
        if self.op == "<=":
            return last <= self.value
        return last == self.value


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A dated entry: what was done, what is in the way, what comes next, and who said so.

    `expected_on` is when the work is meant to be done, `evidence` names material that is said to exist.
    """

    id: int
    on: dt.date
    text: str
    percent: int | None
    problems: str
    next_step: str
    reporter: str
    part: int | None = None
    expected_on: dt.date | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A file attached to a task; `link_id` is this attachment, `id` the file, which may serve many tasks."""

    id: int
    link_id: int
    name: str
    digest: str
    size: int
    added_on: dt.date
    part: int | None = None
    other_tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One command: when, what it is called, and whether undo has taken it back."""

    id: int
    at: dt.datetime
    command: str
    label: str
    detail: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class PartRow:
    """A stretch of a task that is ticked on its own; `index` counts from 1."""

    id: int
    index: int
    text: str
    span: Span
    status: Status
    percent: int
    signal: Signal
    due: Due | None
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as lists, spreadsheets and reports show it.

    `chapter` and `section` are "number + title" of the headings above ("" when there is none).
    `expected` is 序时进度 in percent, None without a start or a date. `latest` is the newest progress entry.
    `recurrences` say how work comes round, with the printed words. `gone_on` is the day a newer version of the plan
    left the task out.
    """

    id: int
    plan_id: int
    plan_title: str
    parent: int | None
    position: int
    node: str
    number: str
    title: str
    text: str
    chapter: str
    section: str
    status: Status
    percent: int
    expected: int | None
    signal: Signal
    due: Due | None
    assignments: tuple[AssignmentRow, ...]
    parts: tuple[PartRow, ...]
    targets: tuple[TargetRow, ...]
    evidence_names: tuple[str, ...]
    latest: ProgressRow | None
    closed_on: dt.date | None
    no_evidence_reason: str
    updated_at: dt.datetime
    recurrences: tuple[tuple[Rhythm, str], ...] = ()
    gone_on: dt.date | None = None

    @property
    def evidence(self) -> int:
        """How many evidence files are attached, those of its parts included."""
        return len(self.evidence_names)

    @property
    def counted_targets(self) -> tuple[TargetRow, ...]:
        """The targets that reports count and ask readings of: those of a task or part that is 不再适用 are none."""
        if self.status is Status.DROPPED:
            return ()
        dropped = {part.index for part in self.parts if part.status is Status.DROPPED}
        return tuple(target for target in self.targets if target.part not in dropped) if dropped else self.targets

    @property
    def light(self) -> Light:
        """The light of the task today."""
        return self.signal.light

    @property
    def path(self) -> str:
        """The headings above, outermost first."""
        return " / ".join(heading for heading in (self.chapter, self.section) if heading)

    @property
    def label(self) -> str:
        """How a message names the task: number and title, or the start of its text."""
        return f"{self.number}{self.title or self.text[:20]}"

    def units(self, *roles: Role) -> tuple[str, ...]:
        """The names of the units with one of `roles` (all roles when none is given), each once, in printed order."""
        wanted = roles or tuple(Role)
        return tuple(dict.fromkeys(a.name for a in self.assignments if a.role in wanted))

    @property
    def owners(self) -> tuple[str, ...]:
        """Who answers for the task: the lead units, or the responsible ones where no lead is named."""
        names = self._named(Role.LEAD) or self._named(Role.RESPONSIBLE)
        # Asked for every task at every tick, and nearly always one: most need no look for doubles.
        return tuple(names) if len(names) < 2 else tuple(dict.fromkeys(names))

    def _named(self, role: Role) -> list[str]:
        return [a.name for a in self.assignments if a.role is role]


@dataclass(frozen=True, slots=True)
class TaskDetail:
    """Everything the record holds of one task. `wording` is the printed body with its notes;
    spans of facts point into the plan's text, and `offset` is where `wording` begins in it.
    """

    row: TaskRow
    wording: str
    offset: int
    deadlines: tuple[DeadlineRow, ...]
    progress: tuple[ProgressRow, ...]
    evidence: tuple[EvidenceRow, ...]
    history: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tasks stand where; `percent` is their mean progress, rounded."""

    total: int
    marks: dict[Mark, int]
    statuses: dict[Status, int]
    percent: int
    evidence: int

    @classmethod
    def of(cls, rows: Iterable[TaskRow]) -> Tally:
        """Count `rows`; dropped tasks are counted in `total` and left out of the mean."""
        listed = list(rows)
        marks = Counter(row.signal.mark for row in listed)
        statuses = Counter(row.status for row in listed)
        kept = [row.percent for row in listed if row.status is not Status.DROPPED]
        return cls(
            total=len(listed),
            marks={mark: marks[mark] for mark in Mark},
            statuses={status: statuses[status] for status in Status},
            percent=rounded_mean(kept),
            evidence=sum(row.evidence for row in listed),
        )
