"""The doubts of a review as rows: where, what, how it stands now, and whether it was looked at. No widgets here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.corrections import (
    FACT,
    UNRECOGNISED,
    Fact,
    fact_words,
    facts_of,
    open_doubts,
    owner_at,
    paragraph_at,
)
from desktop_app.domain.plan import Doubt, ParagraphUse, Plan, PlanRule, Recurrence
from desktop_app.gui.words import say, tr

MENDED = frozenset(
    [
        "shifted_bytes",
        "widths",
        "wide_digits",
        "quotes",
        "spaces",
        "doc_number",
        "pinyin",
        "script",
        "joined_years",
        "lost_heading_end",
        "lost_number",
        "lost_opening",
    ]
)
"""Doubts that tell what the mending changed."""


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One doubt as the list shows it."""

    doubt: Doubt
    place: str
    now: str
    open: bool


class DoubtList:
    """All doubts there were since the file was read; those that are no longer there count as looked at."""

    def __init__(self, plan: Plan) -> None:
        self._known: list[Doubt] = []
        self.rows: tuple[DoubtRow, ...] = ()
        self.open: tuple[Doubt, ...] = ()
        self.update(plan)

    def update(self, plan: Plan) -> None:
        """Read the doubts of the corrected plan."""
        self.open = open_doubts(plan)
        known = set(self._known)
        new = [doubt for doubt in self.open if doubt not in known]
        if new:
            self._known = sorted([*self._known, *new], key=lambda doubt: doubt.span.start if doubt.span else -1)
        waiting = set(self.open)
        self.rows = tuple(
            DoubtRow(doubt, place_of(plan, doubt), now_of(plan, doubt), doubt in waiting) for doubt in self._known
        )

    @property
    def looked_at(self) -> int:
        """How many doubts are settled."""
        return len(self.rows) - len(self.open)

    def next_open(self, row: int, step: int) -> int | None:
        """The next row that waits, going round; None when none does."""
        count = len(self.rows)
        for distance in range(1, count + 1):
            place = (row + step * distance) % count
            if self.rows[place].open:
                return place
        return None


def place_of(plan: Plan, doubt: Doubt) -> str:
    """（十五） or 第77段 or 全文."""
    if doubt.span is None:
        return tr("全文")
    node, paragraph = owner_at(plan, doubt.span.start), paragraph_at(plan, doubt.span.start)
    if node is not None and (node.number or node.title):
        return node.number or node.title
    return tr("第{0}段").format(paragraph.index + 1) if paragraph is not None else tr("全文")


def now_of(plan: Plan, doubt: Doubt) -> str:
    """How the doubtful place is read now."""
    fact = fact_in_doubt(plan, doubt)
    if fact is not None:
        return tr("按{0}").format(fact_words(fact))
    if doubt.code in MENDED:
        return tr("已按修复后的文字")
    if rule_in_doubt(plan, doubt) is not None:
        return tr("未添加到各项任务")
    if doubt.span is None:
        return ""
    paragraph = paragraph_at(plan, doubt.span.start)
    if paragraph is None:
        return ""
    if doubt.code == UNRECOGNISED:
        words = {ParagraphUse.FURNITURE: tr("不导入"), ParagraphUse.UNRECOGNISED: tr("未计入")}
        return words.get(paragraph.use, tr("按{0}").format(say(paragraph.use.label)))
    return tr("按{0}").format(say(paragraph.use.label))


def fact_in_doubt(plan: Plan, doubt: Doubt) -> Fact | None:
    """The fact that a doubt is about."""
    if doubt.code != FACT or doubt.span is None:
        return None
    node = owner_at(plan, doubt.span.start)
    for fact in facts_of(node) if node is not None else ():
        if not isinstance(fact, Recurrence) and fact.doubt == doubt.message:
            return fact
    return None


def rule_in_doubt(plan: Plan, doubt: Doubt) -> PlanRule | None:
    """The clause of the whole plan that a doubt is about."""
    if doubt.span is None:
        return None
    start, end = doubt.span
    return next((rule for rule in plan.rules if rule.span.start < max(end, start + 1) and rule.span.end > start), None)


def nodes_in_doubt(plan: Plan, doubts: Iterable[Doubt]) -> Counter[str]:
    """How many doubts each node has."""
    owners = (owner_at(plan, doubt.span.start) for doubt in doubts if doubt.span is not None)
    return Counter(owner.id for owner in owners if owner is not None)


def mended(doubts: Sequence[Doubt]) -> int:
    """How many doubts tell of mending."""
    return sum(1 for doubt in doubts if doubt.code in MENDED)
