"""What the officer's keys mean: a choice and a place in the source become a correction. No Qt here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from typing import Protocol

from desktop_app.domain.corrections import (
    BY_OFFICER,
    AddFact,
    Correction,
    Fact,
    MakeNode,
    NodeRef,
    Quote,
    RemoveNode,
    SetAside,
    SetBody,
    SetKind,
    Split,
    Together,
    is_heading,
    notes_in,
    owner_at,
    paragraph_at,
)
from desktop_app.domain.plan import (
    Assignment,
    Deadline,
    DeadlineKind,
    Kind,
    Node,
    Paragraph,
    ParagraphUse,
    Plan,
    Role,
    Span,
    Target,
)

_YEAR = re.compile(r"(20\d\d)\s*年")
_SPAN_OF_YEARS = re.compile(r"(20\d\d)\s*年?\s*[—–\-~～至到]+\s*20\d\d\s*年")
_ROLE_AFTER = re.compile(r"(牵头|主办)|(配合|协助|协办|参与|会同)|(负责|责任)|[〕）\])】。\n]")
_ROLE_BEFORE = re.compile(r"(?:(牵头|主办)|(配合|协办|参与)|(责任|承办))(?:单位|部门)\s*[：:][^。；\n]*$")
_OPEN, _CLOSE = "（(〔[", "）)〕]"
_EDGES = " \t\u3000\n、，。；：;:,.〔〕（）()[]【】"
_LOOKED = 60


class Choice(Enum):
    """What a place of the source is made."""

    TASK = Kind.TASK
    HEADING = Kind.SECTION
    BACKGROUND = Kind.CONTEXT
    ASIDE = None


class PhraseReader(Protocol):
    """Reads a phrase that the officer selected, by the rules of the reader."""

    def deadline(self, words: str, year: int | None) -> Deadline | None:
        """The date that the words set."""

    def target(self, words: str) -> Target | None:
        """The number that the words set."""


def document_year(plan: Plan) -> int | None:
    """The year that 3月底前 means in this document: the title's, unless it names a span of years, else that of issue."""
    span, named = _SPAN_OF_YEARS.search(plan.title), _YEAR.search(plan.title)
    if named and not span:
        return int(named[1])
    if plan.issued_on:
        return plan.issued_on.year
    return int(span[1]) if span else None


def made_at(plan: Plan, position: int, choice: Choice) -> Correction | None:
    """Make the place at `position` a task, heading or background, or leave it out."""
    paragraph, node = paragraph_at(plan, position), owner_at(plan, position)
    if paragraph is None:
        return None
    if node is None:
        return _made_of_paragraph(plan, paragraph, choice)
    if paragraph.span.start <= node.span.start or position <= node.span.start:
        return made_of_node(node, choice)
    if choice.value is None:
        return SetAside(Quote.of(plan, paragraph.span), ParagraphUse.FURNITURE)
    return Split(NodeRef.of(node), Quote.behind(plan, paragraph.span.start), choice.value)


def made_of_selection(plan: Plan, span: Span, choice: Choice) -> Correction | None:
    """What begins with the selection becomes a node of its own."""
    start = _first_letter(plan.text, span)
    node = owner_at(plan, start)
    if node is None or choice.value is None or start <= node.span.start:
        return made_at(plan, start, choice)
    return Split(NodeRef.of(node), Quote.behind(plan, start), choice.value)


def made_of_node(node: Node, choice: Choice) -> Correction | None:
    """A node becomes something else; None when it is that already."""
    ref = NodeRef.of(node)
    if choice.value is None:
        return RemoveNode(ref)
    same = node.kind is choice.value or (is_heading(node) and choice is Choice.HEADING)
    return None if same else SetKind(ref, choice.value)


def split_at(plan: Plan, position: int) -> Correction | None:
    """Cut the node at the cursor; the second half is what the first is, under a heading a task."""
    node = owner_at(plan, position)
    if node is None:
        return None
    kind = Kind.TASK if is_heading(node) else node.kind
    return Split(NodeRef.of(node), Quote.behind(plan, position), kind)


def taken_in(plan: Plan, position: int) -> Correction | None:
    """A paragraph of no node becomes the end of the text before it."""
    paragraph = paragraph_at(plan, position)
    before = [node for node in plan.nodes if node.span.start <= position]
    if paragraph is None or not before:
        return None
    return SetBody(NodeRef.of(before[-1]), Quote.behind(plan, paragraph.span.end))


def ends_here(plan: Plan, position: int) -> Correction | None:
    """The text of the node ends with the paragraph at the cursor."""
    paragraph, node = paragraph_at(plan, position), owner_at(plan, position)
    if paragraph is None or node is None:
        return None
    return SetBody(NodeRef.of(node), Quote.behind(plan, paragraph.span.end))


def units_of(plan: Plan, span: Span, role: Role | None) -> Correction | None:
    """The selected names as units of the node they stand in; the role is what the words around say unless given."""
    node = owner_at(plan, span.start)
    if node is None:
        return None
    facts = [
        Assignment(role or role_around(plan.text, place), plan.text[place.start : place.end], place, BY_OFFICER)
        for place in names_in(plan.text, span)
    ]
    known = {(fact.role, fact.unit) for fact in node.assignments}
    return _added(node, [fact for fact in facts if (fact.role, fact.unit) not in known] or facts[:1])


def deadline_of(plan: Plan, span: Span, reader: PhraseReader | None) -> Deadline | None:
    """The selected phrase as a date: final in a note, else a milestone; None when it names no date."""
    span = trimmed(plan.text, span)
    found = reader.deadline(plan.text[span.start : span.end], document_year(plan)) if reader else None
    if found is None:
        return None
    return replace(found, kind=deadline_kind(plan, span), span=span, phrase=plan.text[span.start : span.end])


def deadline_kind(plan: Plan, span: Span) -> DeadlineKind:
    """FINAL inside a responsibility note, MILESTONE in running text."""
    node, paragraph = owner_at(plan, span.start), paragraph_at(plan, span.start)
    if node is None or paragraph is None:
        return DeadlineKind.MILESTONE
    anchors = [fact.span for fact in node.assignments if fact.span is not None]
    notes = notes_in(plan.text, paragraph.span, anchors)
    inside = any(note.start <= span.start < note.end for note in notes)
    return DeadlineKind.FINAL if inside else DeadlineKind.MILESTONE


def target_of(plan: Plan, span: Span, reader: PhraseReader | None) -> Target | None:
    """The selected phrase as a number to reach; None when it names none."""
    span = trimmed(plan.text, span)
    found = reader.target(plan.text[span.start : span.end]) if reader else None
    return replace(found, span=span, phrase=plan.text[span.start : span.end]) if found else None


def added(node: Node, fact: Fact) -> Correction:
    """One fact more."""
    return AddFact(NodeRef.of(node), fact)


def names_in(text: str, span: Span) -> list[Span]:
    """The names of a list A、B（C、D）、E, each with its brackets."""
    made, start, depth = [], span.start, 0
    for place in range(span.start, span.end):
        depth += (text[place] in _OPEN) - (text[place] in _CLOSE)
        if text[place] in "、，；\n" and depth <= 0:
            made.append(Span(start, place))
            start = place + 1
    made.append(Span(start, span.end))
    return [place for place in (_name(text, part) for part in made) if place.start < place.end]


def role_around(text: str, place: Span) -> Role:
    """The role that the words behind a name, or the label before it, give it."""
    before = _ROLE_BEFORE.search(text[max(place.start - _LOOKED, 0) : place.start])
    found = before or _ROLE_AFTER.search(text, place.end, place.end + _LOOKED)
    if found is None or found.lastindex is None:
        return Role.RESPONSIBLE
    return (Role.LEAD, Role.SUPPORT, Role.RESPONSIBLE)[found.lastindex - 1]


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks and marks at its edges."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def empty_deadline(plan: Plan, span: Span | None, words: str) -> Deadline:
    """A date to be typed: the end of the document's year."""
    day = dt.date(document_year(plan) or dt.date.today().year, 12, 31)
    return Deadline(day, deadline_kind(plan, span) if span else DeadlineKind.FINAL, words, span, BY_OFFICER)


def _name(text: str, span: Span) -> Span:
    """A name without the marks and role words around it; brackets that belong to it stay."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _closes(text, start, end):
        end -= 1
    tail = re.search(r"(?:按职责分工负责|分别牵头|牵头负责|牵头|配合|负责)$", text[start:end])
    return Span(start, start + tail.start()) if tail and tail.start() > 1 else Span(start, end)


def _closes(text: str, start: int, end: int) -> bool:
    return text[end - 1] in _CLOSE and any(mark in text[start:end] for mark in _OPEN)


def _added(node: Node, facts: Iterable[Fact]) -> Correction | None:
    steps = tuple(AddFact(NodeRef.of(node), fact) for fact in facts)
    if len(steps) < 2:
        return steps[0] if steps else None
    return Together(f"{steps[0].label}等{len(steps)}家", steps)


def _made_of_paragraph(plan: Plan, paragraph: Paragraph, choice: Choice) -> Correction | None:
    quote = Quote.of(plan, paragraph.span)
    if choice in (Choice.TASK, Choice.HEADING) and choice.value is not None:
        return MakeNode(quote, choice.value)
    use = ParagraphUse.BACKGROUND if choice is Choice.BACKGROUND else ParagraphUse.FURNITURE
    return None if paragraph.use is use else SetAside(quote, use)


def _first_letter(text: str, span: Span) -> int:
    words = text[span.start : span.end]
    return span.start + len(words) - len(words.lstrip())
