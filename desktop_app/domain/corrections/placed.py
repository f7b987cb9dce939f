"""The facts of nodes and parts: which are the same, and which stand in a stretch of text."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop_app.domain.corrections.territory import cut_parts
from desktop_app.domain.corrections.wording import wording_of
from desktop_app.domain.plan import Assignment, Deadline, Node, Part, Recurrence, Span, Target

Fact = Assignment | Deadline | Target | Recurrence
InPlace = Callable[[Span | None], bool]
AnyFact = TypeVar("AnyFact", Assignment, Deadline, Target, Recurrence)
Owner = TypeVar("Owner", Node, Part)


def identity(fact: Fact) -> Hashable:
    """What makes two facts of a node the same one."""
    if isinstance(fact, Assignment):
        return (fact.role, fact.unit)
    if isinstance(fact, Deadline):
        return (fact.date, fact.kind)
    if isinstance(fact, Target):
        return (fact.phrase, fact.op, fact.value, fact.unit)
    return (fact.rhythm, fact.phrase)


def facts_of(owner: Node | Part) -> tuple[Fact, ...]:
    """All facts of a node or part: units, dates, targets, rhythms."""
    return (*owner.assignments, *owner.deadlines, *owner.targets, *owner.recurrences)


def stated(owner: Node | Part) -> list[Assignment | Deadline]:
    """What the notes of a node or part may state, repeated where its parts repeat it."""
    owners: list[Node | Part] = [owner]
    if isinstance(owner, Node):
        owners += owner.parts
    made: list[Assignment | Deadline] = []
    for one in owners:
        made += (*one.assignments, *one.deadlines)
    return made


def once(facts: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Each fact once, in order."""
    seen: dict[Hashable, AnyFact] = {}
    for fact in facts:
        seen.setdefault(identity(fact), fact)
    return tuple(seen.values())


def with_all(owner: Owner, facts: Iterable[Fact]) -> Owner:
    """The owner with these facts instead of its own, each kind in its place."""
    listed = list(facts)
    return replace(
        owner,
        assignments=once(fact for fact in listed if isinstance(fact, Assignment)),
        deadlines=once(fact for fact in listed if isinstance(fact, Deadline)),
        targets=once(fact for fact in listed if isinstance(fact, Target)),
        recurrences=once(fact for fact in listed if isinstance(fact, Recurrence)),
    )


def with_facts(text: str, made: Node, of: Node, inside: InPlace) -> Node:
    """`made` with those facts of another node whose place is inside, and its parts cut to the body of `made`."""
    kept = with_all(made, (fact for fact in facts_of(of) if inside(fact.span)))
    return replace(kept, parts=_parts_within(text, of.parts, made.span, inside))


def _parts_within(text: str, parts: Sequence[Part], reach: Span, inside: InPlace) -> tuple[Part, ...]:
    """The parts that share text with `reach`, cut to it; a cut part's wording is read again."""
    made = []
    for part in parts:
        span = Span(max(part.span.start, reach.start), min(part.span.end, reach.end))
        if span == part.span:
            made.append(part)
        elif span.start < span.end and text[span.start : span.end].strip():
            cut = with_all(replace(part, span=span), (fact for fact in facts_of(part) if inside(fact.span)))
            made.append(replace(cut, text=wording_of(text, lines_of(text, span), stated(cut))))
    return cut_parts(made)


def lines_of(text: str, span: Span) -> list[Span]:
    """The lines of a stretch."""
    made, start = [], span.start
    while start < span.end:
        stop = text.find("\n", start, span.end)
        end = stop if stop >= 0 else span.end
        made.append(Span(start, end))
        start = end + 1
    return made
