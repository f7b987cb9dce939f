"""What a node states: its text without notes, who does it, by when, how much, and the parts its notes make."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from desktop_app.domain.plan import Assignment, Deadline, Doubt, Part, Recurrence, Rhythm, Span, Target
from desktop_app.ingest.parsing.dates import LEAD_INS, find_deadlines
from desktop_app.ingest.parsing.duties import find_duties
from desktop_app.ingest.parsing.notes import Note, NoteFinder
from desktop_app.ingest.parsing.rhythms import find_rhythms
from desktop_app.ingest.parsing.targets import find_targets

_MASK = "\x00"
_TITLED = re.compile(r"《[^《》\n]{0,120}》")
_YEAR = re.compile(r"(20\d\d)\s*年")
_YEARLESS = re.compile(r"(?:\d{1,2}月(?:\d{1,2}日|底|末)?|年底|第?[一二三四]季度末?)前(?:完成)?")
_ONLY_MARKS = re.compile(r"[\s，。；;、,.]*")
_DOUBLED_END = re.compile(r"([。；])[。；]+")

_Fact = TypeVar("_Fact")
_Dated = TypeVar("_Dated", Deadline, Target)


@dataclass(slots=True)
class Facts:
    """The facts of a node in printed order, without repeats, and the parts if it has more than one."""

    text: str = ""
    assignments: list[Assignment] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    recurrences: list[Recurrence] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    noted: bool = False


def read_facts(
    text: str, title: Span, body: Sequence[Span], finder: NoteFinder, year: int | None, *, measurable: bool = True
) -> Facts:
    """Read a node's title and body. `measurable` is false where numbers and dates only tell what is."""
    year = year or _named_year(text, title, body)
    notes = [note for span in body for note in finder.within(span, year)]
    facts = Facts(noted=any(note.assignments for note in notes))
    facts.text = _text_without(text, body, [note.span for note in notes])
    facts.doubts = [doubt for note in notes for doubt in note.conventions]
    if year is None:
        facts.doubts += _without_year(text, (title, *body))
    stretches = _stretches(text, title, body, notes)
    read = [_read_stretch(text, stretch, year, measurable, facts.noted) for stretch in stretches]
    facts.assignments = _once((a for s in read for a in s.assignments), lambda a: (a.role, a.unit))
    facts.deadlines = _once((d for s in read for d in s.deadlines), lambda d: (d.date, d.kind))
    facts.targets = _once((t for s in read for t in s.targets), lambda t: (t.phrase, t.op, t.value, t.unit))
    facts.recurrences = _once((r for s in read for r in s.recurrences), _rhythm)
    facts.parts = _parts(text, body, stretches, read)
    return facts


def _named_year(text: str, title: Span, body: Sequence[Span]) -> int | None:
    """The first year that a node itself names, for a document that nowhere says its own."""
    found = (_YEAR.search(text, span.start, span.end) for span in (title, *body))
    return next((int(match[1]) for match in found if match), None)


def _without_year(text: str, places: Iterable[Span]) -> Iterator[Doubt]:
    for span in places:
        for match in _YEARLESS.finditer(text, span.start, span.end):
            yield Doubt("no_year", f"时限“{match[0]}”未写年份，原文也无成文日期，未计入", Span(*match.span()))


@dataclass(slots=True)
class _Stretch:
    """Ranges of text that belong to one set of notes."""

    places: list[Span] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def _stretches(text: str, title: Span, body: Sequence[Span], notes: Sequence[Note]) -> list[_Stretch]:
    """Cut the body behind every note; notes that follow one another belong to the same stretch."""
    stretches = [_Stretch(places=[title] if title.start < title.end else [])]
    waiting = deque(notes)
    for span in body:
        at = span.start
        while waiting and waiting[0].span.start < span.end:
            note = waiting.popleft()
            _add_place(text, stretches, Span(at, note.span.start))
            stretches[-1].notes.append(note)
            at = note.span.end
        _add_place(text, stretches, Span(at, span.end))
    return stretches


def _add_place(text: str, stretches: list[_Stretch], place: Span) -> None:
    if _ONLY_MARKS.fullmatch(text, place.start, place.end):
        return
    if stretches[-1].notes:
        stretches.append(_Stretch())
    stretches[-1].places.append(place)


def _read_stretch(text: str, stretch: _Stretch, year: int | None, measurable: bool, noted: bool) -> Facts:
    facts = Facts()
    lead_in: Deadline | None = None
    for place in stretch.places:
        facts.assignments += find_duties(text, place.start, place.end, noted=noted or not measurable)
        if not measurable:
            continue
        facts.recurrences += find_rhythms(text, place.start, place.end)
        words, shift = _masked(text, place), place.start
        dates = find_deadlines(words, 0, len(words), year)
        targets = find_targets(words, 0, len(words), dates)
        facts.targets += [_moved(_due(target, lead_in), shift) for target in targets]
        facts.deadlines += [_moved(date, shift) for date in dates]
        lead_in = next(
            (date for date in dates if date.rule in LEAD_INS and date.span and date.span.start <= 2), lead_in
        )
    for note in stretch.notes:
        facts.assignments += note.assignments
        facts.deadlines += note.deadlines
        facts.recurrences += note.recurrences
    return facts


def _rhythm(fact: Recurrence) -> Rhythm:
    return fact.rhythm


def _due(target: Target, lead_in: Deadline | None) -> Target:
    """2025年，基本建成…。 as a paragraph of its own sets the date of the numbers in the paragraphs under it."""
    return target if target.by or lead_in is None else replace(target, by=lead_in.date)


def _masked(text: str, place: Span) -> str:
    """The words of a place with the names of documents blotted out: 《2024年工作要点》 sets no date."""
    words = text[place.start : place.end]
    return _TITLED.sub(lambda match: "《" + _MASK * (len(match[0]) - 2) + "》", words) if "《" in words else words


def _moved(fact: _Dated, shift: int) -> _Dated:
    span = fact.span or Span(0, 0)
    return replace(fact, span=Span(span.start + shift, span.end + shift))


def _text_without(text: str, body: Sequence[Span], notes: Sequence[Span]) -> str:
    """The body without its notes, paragraphs joined by line breaks."""
    paragraphs = []
    waiting = deque(notes)
    for span in body:
        at, pieces = span.start, []
        while waiting and waiting[0].start < span.end:
            note = waiting.popleft()
            pieces.append(text[at : note.start])
            at = note.end
        pieces.append(text[at : span.end])
        words = _DOUBLED_END.sub(r"\1", "".join(pieces)).strip()
        if not _ONLY_MARKS.fullmatch(words):
            paragraphs.append(words)
    return "\n".join(paragraphs)


def _parts(text: str, body: Sequence[Span], stretches: Sequence[_Stretch], read: Sequence[Facts]) -> list[Part]:
    """Two or more stretches with notes of their own make parts; words after the last note are the last part."""
    if sum(1 for stretch in stretches if any(note.assignments for note in stretch.notes)) < 2:
        return []
    parts = []
    for index, (stretch, facts) in enumerate(zip(stretches, read, strict=True)):
        places = [place for place in stretch.places if index or not body or place.start >= body[0].start]
        ends = [place.end for place in places] + [note.span.end for note in stretch.notes]
        starts = [place.start for place in places] + [note.span.start for note in stretch.notes]
        if not ends:
            continue
        words = _text_without(text, places, []).strip("；;，, ")
        parts.append(
            Part(
                words,
                Span(min(starts), max(ends)),
                tuple(_once(facts.assignments, lambda a: (a.role, a.unit))),
                tuple(_once(facts.deadlines, lambda d: (d.date, d.kind))),
                tuple(facts.targets),
                tuple(_once(facts.recurrences, _rhythm)),
            )
        )
    return parts


def _once(facts: Iterable[_Fact], key: Callable[[_Fact], Hashable]) -> list[_Fact]:
    facts = list(facts)
    if len(facts) < 2:
        return facts
    seen: dict[Hashable, _Fact] = {}
    for fact in facts:
        seen.setdefault(key(fact), fact)
    return list(seen.values())
