"""A policy document once it has been read: its outline and the facts each item states.

Everything here is frozen: a reader and a parser make it, storage keeps it, nobody changes it.
All character ranges (`Span`) point into `Plan.text`, the repaired simplified text of the document.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.domain.old_ledger import Record


class Kind(StrEnum):
    """What a node of the outline is."""

    CHAPTER = "chapter"
    SECTION = "section"
    TASK = "task"
    """A leaf that asks someone to do something: what an officer ticks."""
    CONTEXT = "context"
    """A leaf that asks nothing to be ticked: 指导思想, 基本原则, 总体目标 …"""


class Role(StrEnum):
    """How a unit takes part in a task."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"

    @property
    def label(self) -> str:
        """The role as screens and spreadsheets print it."""
        return {"lead": "牵头单位", "support": "配合单位", "responsible": "责任单位"}[self.value]


class DeadlineKind(StrEnum):
    """`FINAL` stands in a responsibility note, `MILESTONE` in the body of the text."""

    FINAL = "final"
    MILESTONE = "milestone"


class ParagraphUse(StrEnum):
    """What became of a paragraph of the source: every paragraph is accounted for."""

    TASK = "task"
    HEADING = "heading"
    BACKGROUND = "background"
    FURNITURE = "furniture"
    """Navigation, page heads and numbers, contents lists: set aside, never deleted."""
    UNRECOGNISED = "unrecognised"

    @property
    def label(self) -> str:
        """The use as screens print it."""
        return {
            "task": "任务",
            "heading": "标题",
            "background": "背景",
            "furniture": "版面信息",
            "unrecognised": "未识别",
        }[self.value]


class Span(NamedTuple):
    """A half-open character range in `Plan.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """A unit and its role; `rule` names the rule that found it, `doubt` says why it may be wrong ("" when sure)."""

    role: Role
    unit: str
    span: Span | None = None
    rule: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date by which something must be done; `phrase` is what the document prints."""

    date: dt.date
    kind: DeadlineKind
    phrase: str
    span: Span | None = None
    rule: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A measurable number: `value` in plain units (万 and 亿 multiplied out), % stays with unit "%".

    `baseline` is where it starts from: 60 in 由60%提高到90%.
    """

    phrase: str
    op: str
    value: float
    unit: str
    by: dt.date | None = None
    span: Span | None = None
    rule: str = ""
    doubt: str = ""
    baseline: float | None = None


class Rhythm(StrEnum):
    """How work without an end comes round."""

    DAILY = "daily"
    WEEKLY = "weekly"
    TEN_DAYS = "ten_days"
    HALF_MONTHLY = "half_monthly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    OPEN_ENDED = "open_ended"

    @property
    def label(self) -> str:
        """The rhythm as screens print it."""
        return _RHYTHM_LABELS[self]


_RHYTHM_LABELS = {
    Rhythm.DAILY: "每日",
    Rhythm.WEEKLY: "每周",
    Rhythm.TEN_DAYS: "每旬",
    Rhythm.HALF_MONTHLY: "每半月",
    Rhythm.MONTHLY: "每月",
    Rhythm.QUARTERLY: "每季度",
    Rhythm.HALF_YEARLY: "每半年",
    Rhythm.YEARLY: "每年",
    Rhythm.OPEN_ENDED: "长期",
}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Work that comes round or goes on (每季度, 每年, 长期坚持, 持续推进): said as such, never turned into a date."""

    rhythm: Rhythm
    phrase: str
    span: Span | None = None
    rule: str = ""


class RuleScope(StrEnum):
    """What a clause of the whole plan says."""

    FIRST_IS_LEAD = "first_is_lead"
    """第一个单位为牵头单位，下同."""
    UNITS_EVERYWHERE = "units_everywhere"
    """以下措施责任单位均包括各县（市、区）人民政府，不再列出."""
    DATE_EVERYWHERE = "date_everywhere"
    """以上任务均于2025年12月底前完成."""


@dataclass(frozen=True, slots=True)
class PlanRule:
    """A clause that speaks for many tasks at once. Kept with the plan, applied when the officer asks, never copied."""

    scope: RuleScope
    phrase: str
    span: Span
    units: tuple[str, ...] = ()
    role: Role = Role.RESPONSIBLE
    date: dt.date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a task's text with a responsibility note of its own: ticked on its own.

    `text` is the stretch without its note; `span` covers the stretch and its note.
    """

    text: str
    span: Span
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the outline. Facts are those of the whole node, parts included, without repeats.

    `span` covers number, title and body; `body` covers the printed body with its notes, which is
    what a screen shows as the original wording. `parts` is empty unless there are two or more.
    """

    id: str
    parent: str | None
    number: str
    title: str
    kind: Kind
    text: str
    span: Span
    body: Span
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    parts: tuple[Part, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the repaired text and what it was read as; `node` is the node it went to, if any."""

    index: int
    span: Span
    use: ParagraphUse
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the officer should look at: `code` for programs, `message` in the officer's words."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One policy document as read.

    `original` is the decoded text exactly as it arrived; `text` is the repaired simplified text
    that every span points into, one paragraph a line.
    """

    source: str
    title: str
    doc_number: str | None
    issuer: str | None
    issued_on: dt.date | None
    nodes: tuple[Node, ...]
    text: str
    original: str
    paragraphs: tuple[Paragraph, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    rules: tuple[PlanRule, ...] = ()
    records: tuple[Record, ...] = ()
    """What an old ledger already tells of its tasks; nothing in a document that only asks."""
    set_aside: tuple[str, ...] = ()
    """Paragraphs of `original` that the reader found to belong to the page and left out of `text`: furniture."""

    @property
    def tasks(self) -> tuple[Node, ...]:
        """The nodes an officer ticks, in document order."""
        return tuple(node for node in self.nodes if node.kind is Kind.TASK)

    def coverage(self) -> dict[ParagraphUse, int]:
        """How many paragraphs were read as what; the counts add up to all paragraphs, those set aside included."""
        counted = Counter(paragraph.use for paragraph in self.paragraphs)
        counted[ParagraphUse.FURNITURE] += len(self.set_aside)
        return {use: counted[use] for use in ParagraphUse}
