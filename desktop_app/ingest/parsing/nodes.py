"""Entries of an outline become nodes of a plan: kind, facts, spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from desktop_app.domain.plan import Doubt, Kind, Node, Span
from desktop_app.ingest.parsing.entries import Entry
from desktop_app.ingest.parsing.facts import FactReader, Facts
from desktop_app.ingest.parsing.kinds import (
    is_context_annex,
    is_context_sentence,
    is_context_title,
    tells_present_state,
    tells_what_shall_be,
)
from desktop_app.ingest.parsing.marks import Style
from desktop_app.ingest.parsing.notes import NoteFinder
from desktop_app.ingest.parsing.tables import row_facts

Progress = Callable[[int, int], None]
_REPORT_EVERY = 50
_WHEN_IN_TITLE = re.compile(r"[（(](?=[^（()）]*\d+月|[^（()）]*20\d\d年)[^（()）]{3,30}[）)]$")
_DUTIES = frozenset({"body.acts_with", "body.leads", "body.leads_with", "body.answers"})


class NodeBuilder:
    """Makes the nodes of one text; `doubts` collects what the officer should look at."""

    def __init__(self, text: str, finder: NoteFinder, year: int | None) -> None:
        self._text = text
        self._reader = FactReader(text, finder, year)
        self._year = year
        self._ids: dict[int, str] = {}
        self._is_context: dict[int, bool] = {}
        self._is_present: dict[int, bool] = {}
        self.doubts: list[Doubt] = []

    def build(self, entries: Sequence[Entry], progress: Progress | None) -> list[Node]:
        """The nodes in document order; a parent always comes before its children."""
        nodes = []
        for index, entry in enumerate(entries, 1):
            if progress is not None and index % _REPORT_EVERY == 0:
                progress(index, len(entries))
            self._ids[id(entry)] = f"n{index}"
            nodes.append(self._node(entry))
        return nodes

    def _node(self, entry: Entry) -> Node:
        self._inherit(entry)
        facts = self._facts(entry)
        self.doubts += facts.doubts
        body_start = entry.body[0].start if entry.body else max(entry.title.end, entry.start)
        body_end = entry.body[-1].end if entry.body else body_start
        return Node(
            id=self._ids[id(entry)],
            parent=self._ids[id(entry.parent)] if entry.parent else None,
            number=entry.number,
            title=self._title(entry).strip(),
            kind=self._kind(entry, facts),
            text=facts.text,
            span=Span(entry.start, entry.row.end if entry.row else max(body_end, entry.title.end)),
            body=Span(body_start, body_end),
            assignments=tuple(facts.assignments),
            deadlines=tuple(facts.deadlines),
            targets=tuple(facts.targets),
            parts=tuple(facts.parts),
            recurrences=tuple(facts.recurrences),
        )

    def _facts(self, entry: Entry) -> Facts:
        # Only a leaf's title may itself say what and by when: 1.9月底前完成迁移。
        title = self._when_in_title(entry) if entry.children else entry.title
        measurable = not self._is_present[id(entry)]
        facts = self._reader.read(title, entry.body, measurable=measurable)
        facts.targets += entry.indicators
        if entry.row is not None:
            said = row_facts(self._text, entry.row, self._year)
            known = {(fact.role, fact.unit) for fact in facts.assignments}
            facts.assignments += [fact for fact in said.assignments if (fact.role, fact.unit) not in known]
            facts.deadlines += said.deadlines
            rhythms = {fact.rhythm for fact in facts.recurrences}
            facts.recurrences += [fact for fact in said.recurrences if fact.rhythm not in rhythms]
            facts.noted = facts.noted or bool(said.assignments)
        return facts

    def _when_in_title(self, entry: Entry) -> Span:
        """Of a title that holds others only a time in brackets counts: 二、汛前准备（4月底前）."""
        match = _WHEN_IN_TITLE.search(self._text, entry.title.start, entry.title.end)
        return Span(match.start(), match.end()) if match else Span(entry.title.end, entry.title.end)

    def _kind(self, entry: Entry, facts: Facts) -> Kind:
        if entry.children:
            return Kind.CHAPTER if entry.parent is None else Kind.SECTION
        if facts.noted:
            return Kind.TASK
        if "\n" not in facts.text and is_context_sentence(facts.text or self._title(entry)):
            return Kind.CONTEXT
        has_duties = any(fact.rule in _DUTIES for fact in facts.assignments)
        return Kind.CONTEXT if self._is_context[id(entry)] and not has_duties else Kind.TASK

    def _inherit(self, entry: Entry) -> None:
        """Under a heading of context everything is context, unless a note says who does it."""
        title = self._title(entry)
        above = id(entry.parent) if entry.parent else None
        own = is_context_title(title) or (entry.style is Style.ANNEX and is_context_annex(title))
        self._is_context[id(entry)] = own or (above is not None and self._is_context[above])
        inherited = above is not None and self._is_present[above] and not tells_what_shall_be(title)
        self._is_present[id(entry)] = tells_present_state(title) or inherited

    def _title(self, entry: Entry) -> str:
        return self._text[entry.title.start : entry.title.end]
