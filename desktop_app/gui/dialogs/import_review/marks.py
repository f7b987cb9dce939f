"""What is marked in the source: facts by kind, headings, what was set aside. Positions only, no Qt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.corrections import facts_of, holdings, is_heading, notes_in, overlapping, owner_at
from desktop_app.domain.plan import Assignment, Deadline, Doubt, Kind, Node, Paragraph, ParagraphUse, Plan, Span, Target
from desktop_app.gui.panels.task_panel.marks import MarkKind, TextMark

_ROLES = re.compile(r"(?:牵头|配合|责任|主办|协办|参与|承办)(?:单位|部门)?|(?:按职责)?(?:分工)?负责|会同|协同")
KIND_MARKS = {Kind.CHAPTER: "题", Kind.SECTION: "题", Kind.TASK: "任", Kind.CONTEXT: "背"}


@dataclass(frozen=True, slots=True)
class MarginMark:
    """A sign in the margin: what it says and where in the text it belongs."""

    word: str
    position: int


class SourceMarks:
    """The marks of one plan; those of a node are made once, when it first comes into view."""

    def __init__(self, plan: Plan, doubts: tuple[Doubt, ...]) -> None:
        self.plan = plan
        self._made: dict[str, tuple[Node, list[TextMark]]] = {}
        self._doubts = [doubt.span.start for doubt in doubts if doubt.span]

    def replaced(self, plan: Plan, doubts: tuple[Doubt, ...]) -> SourceMarks:
        """The marks of the corrected plan; nodes that did not change keep theirs."""
        made = SourceMarks(plan, doubts)
        made._made = self._made
        return made

    def within(self, reach: Span) -> Iterator[TextMark]:
        """The marks that share letters with `reach`, later ones over earlier ones."""
        for node in self.nodes_in(reach):
            for mark in self._of(node):
                if mark.start < reach.end and mark.end > reach.start:
                    yield mark

    def nodes_in(self, reach: Span) -> list[Node]:
        """The nodes whose text reaches into `reach`, in printed order."""
        nodes = self.plan.nodes
        end = bisect_right(nodes, reach.end, key=lambda node: node.span.start)
        owner = owner_at(self.plan, reach.start)
        start = bisect_right(nodes, reach.start, key=lambda node: node.span.start)
        first = [owner] if owner is not None and owner.span.start <= reach.start else []
        seen = {node.id for node in first}
        return first + [node for node in nodes[max(start - 1, 0) : end] if node.id not in seen]

    def aside_in(self, reach: Span) -> Iterator[Paragraph]:
        """The paragraphs that are no part of the outline."""
        for paragraph in overlapping(self.plan.paragraphs, reach):
            if paragraph.node is None and paragraph.use is not ParagraphUse.HEADING:
                yield paragraph

    def heads(self) -> Iterator[Span]:
        """Where numbers and titles are printed; for headings without text the whole line."""
        for node in self.plan.nodes:
            if node.span.start < node.body.start:
                yield Span(node.span.start, node.body.start)
            elif is_heading(node):
                yield node.span

    def margin(self, paragraph: Paragraph) -> list[MarginMark]:
        """The signs beside a paragraph: what begins there, then its facts and doubts."""
        nodes = [node for node in self.nodes_in(paragraph.span) if self._has(node, paragraph)]
        made = [
            MarginMark(_kind_mark(node, paragraph), max(node.span.start, paragraph.span.start))
            for node in nodes
            if node.span.start >= paragraph.span.start or node.id == paragraph.node
        ]
        if not nodes and paragraph.use in (ParagraphUse.HEADING, ParagraphUse.BACKGROUND):
            made.append(MarginMark("题" if paragraph.use is ParagraphUse.HEADING else "背", paragraph.span.start))
        words = {word for node in nodes for word in self._fact_words(node, paragraph.span)}
        made += [MarginMark(word, paragraph.span.start) for word in "单时标" if word in words]
        if self.doubtful(paragraph):
            made.append(MarginMark("疑", paragraph.span.start))
        return made

    def doubtful(self, paragraph: Paragraph) -> bool:
        """Whether something in the paragraph should be looked at."""
        place = bisect_right(self._doubts, paragraph.span.start - 1)
        return place < len(self._doubts) and self._doubts[place] < paragraph.span.end

    def _has(self, node: Node, paragraph: Paragraph) -> bool:
        return paragraph.node == node.id or paragraph.span.start < node.span.start < paragraph.span.end

    def _of(self, node: Node) -> list[TextMark]:
        known = self._made.get(node.id)
        if known is None or known[0] is not node:
            known = (node, list(self._marks(node)))
            self._made[node.id] = known
        return known[1]

    def _marks(self, node: Node) -> Iterator[TextMark]:
        facts = [(fact.span, fact) for fact in facts_of(node) if fact.span is not None]
        facts += [(f.span, f) for part in node.parts for f in facts_of(part) if f.span is not None]
        for kind, sort in ((MarkKind.NUMBER, Target), (MarkKind.DATE, Deadline)):
            yield from (TextMark(*span, kind) for span, fact in facts if isinstance(fact, sort))
        units = [span for span, fact in facts if isinstance(fact, Assignment)]
        yield from self._roles(node, units)
        yield from (TextMark(*span, MarkKind.UNIT) for span in units)

    def _roles(self, node: Node, units: list[Span]) -> Iterator[TextMark]:
        for stretch in holdings(self.plan.paragraphs, node, node.span):
            for note in notes_in(self.plan.text, stretch, units):
                for found in _ROLES.finditer(self.plan.text, note.start, note.end):
                    if not any(unit.start < found.end() and unit.end > found.start() for unit in units):
                        yield TextMark(*found.span(), MarkKind.ROLE)

    @staticmethod
    def _fact_words(node: Node, reach: Span) -> Iterator[str]:
        for fact in facts_of(node):
            if fact.span is not None and reach.start <= fact.span.start < reach.end:
                yield "单" if isinstance(fact, Assignment) else "标" if isinstance(fact, Target) else "时"


def _kind_mark(node: Node, paragraph: Paragraph) -> str:
    """Text under a heading is background."""
    return "背" if is_heading(node) and node.span.start < paragraph.span.start else KIND_MARKS[node.kind]
