"""What a node states: its text without notes, who does it, by when, how much, and the parts its notes make."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from desktop_app.domain.plan import Assignment, Deadline, Doubt, Part, Recurrence, Span, Target
from desktop_app.ingest.parsing.dates import LEAD_INS, find_deadlines
from desktop_app.ingest.parsing.duties import find_duties
from desktop_app.ingest.parsing.notes import Note, NoteFinder
from desktop_app.ingest.parsing.rhythms import find_rhythms
from desktop_app.ingest.parsing.targets import find_targets

_MASK = "\x00"
_TITLED = re.compile(r"《[^《》\n]{0,120}》")
_YEAR = re.compile(r"(20\d\d)\s*年")
_YEARLESS = re.compile(r"(?:\d{1,2}月(?:\d{1,2}日|底|末)?|年底|第?[一二三四]季度末?)前(?:完成)?")
# 反馈问题：…, 存在问题：… tells what is wrong, not what shall be.
_TELLS_PROBLEM = re.compile(
    r"(?:督察|巡察|巡视|审计|反馈|存在|主要|具体|突出|整改)?(?:的)?问题(?:表现|描述|概述|内容)?[：:]"
)
_ONLY_MARKS = re.compile(r"[\s，。；;、,.]*")
_DOUBLED = ("。。", "；；", "。；", "；。")
_DOUBLED_END = re.compile(r"([。；])[。；]+")

# A title without one of these states no unit, no time and no number: 加强组织领导.
_SIGN = re.compile("[0-9一二两三四五六七八九十百千每按逐日周旬月季半年长持常牵会负]")
_SHORT = 40

_Fact = TypeVar("_Fact")


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

    def without_repeats(self) -> None:
        """Keep every fact once, where it is printed first."""
        self.assignments = _once(self.assignments, lambda fact: (fact.role, fact.unit))
        self.deadlines = _once(self.deadlines, lambda fact: (fact.date, fact.kind))
        self.targets = _once(self.targets, lambda fact: (fact.phrase, fact.op, fact.value, fact.unit))
        self.recurrences = _once(self.recurrences, lambda fact: fact.rhythm)


class FactReader:
    """Reads the facts of the nodes of one text; `year` is the document's own."""

    def __init__(self, text: str, finder: NoteFinder, year: int | None) -> None:
        self._text = text
        self._unnamed = _without_names(text)
        self._finder = finder
        self._year = year

    def read(self, title: Span, body: Sequence[Span], *, measurable: bool = True) -> Facts:
        """Read a node's title and body. `measurable` is false where numbers and dates only tell what is."""
        text, year = self._text, self._year or _named_year(self._text, title, body)
        notes = [note for span in body for note in self._finder.within(span, year)]
        noted = any(note.assignments for note in notes)
        stretches = _stretches(text, title, body, notes)
        read = [self._read_stretch(stretch, year, measurable, noted) for stretch in stretches]
        facts = read[0] if len(read) == 1 else _together(read)
        if len(read) > 1:
            facts.parts = _parts(text, body, stretches, read)
        facts.without_repeats()
        facts.noted = noted
        facts.text = _text_without(text, body, [note.span for note in notes])
        facts.doubts = [doubt for note in notes for doubt in note.conventions]
        if year is None:
            facts.doubts += _without_year(text, (title, *body))
        return facts

    def _read_stretch(self, stretch: _Stretch, year: int | None, measurable: bool, noted: bool) -> Facts:
        facts = Facts()
        lead_in: Deadline | None = None
        for start, end in stretch.places:
            if end - start <= _SHORT and not _SIGN.search(self._text, start, end):
                continue
            facts.assignments += find_duties(self._text, start, end, noted=noted or not measurable)
            if not measurable or _TELLS_PROBLEM.match(self._text, start, end):
                continue
            facts.recurrences += find_rhythms(self._text, start, end)
            dates = find_deadlines(self._unnamed, start, end, year)
            facts.deadlines += dates
            facts.targets += (_due(target, lead_in) for target in find_targets(self._unnamed, start, end, dates, year))
            lead_in = next((date for date in dates if _leads_in(date, start)), lead_in)
        for note in stretch.notes:
            facts.assignments += note.assignments
            facts.deadlines += note.deadlines
            facts.recurrences += note.recurrences
        return facts


def _together(read: Sequence[Facts]) -> Facts:
    """The facts of all stretches in printed order."""
    facts = Facts()
    for stretch in read:
        facts.assignments += stretch.assignments
        facts.deadlines += stretch.deadlines
        facts.targets += stretch.targets
        facts.recurrences += stretch.recurrences
    return facts


def _without_names(text: str) -> str:
    """The text with the names of documents blotted out, letter for letter: 《2024年工作要点》 sets no date."""
    return _TITLED.sub(lambda match: "《" + _MASK * (len(match[0]) - 2) + "》", text)


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


def _due(target: Target, lead_in: Deadline | None) -> Target:
    """2025年，基本建成…。 as a paragraph of its own sets the date of the numbers in the paragraphs under it."""
    return target if target.by or lead_in is None else replace(target, by=lead_in.date)


def _leads_in(date: Deadline, start: int) -> bool:
    """到2025年，… at the head of a paragraph."""
    return date.rule in LEAD_INS and date.span is not None and date.span.start - start <= 2


def _text_without(text: str, body: Sequence[Span], notes: Sequence[Span]) -> str:
    """The body without its notes, paragraphs joined by line breaks."""
    if not notes:
        return "\n".join(
            words for span in body if not _ONLY_MARKS.fullmatch(words := text[span.start : span.end].strip())
        )
    paragraphs = []
    waiting = deque(notes)
    for span in body:
        at, pieces = span.start, []
        while waiting and waiting[0].start < span.end:
            note = waiting.popleft()
            pieces.append(text[at : note.start])
            at = note.end
        pieces.append(text[at : span.end])
        words = "".join(pieces).strip()
        if any(doubled in words for doubled in _DOUBLED):
            words = _DOUBLED_END.sub(r"\1", words)
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
        facts.without_repeats()
        parts.append(
            Part(
                words,
                Span(min(starts), max(ends)),
                tuple(facts.assignments),
                tuple(facts.deadlines),
                tuple(facts.targets),
                tuple(facts.recurrences),
            )
        )
    return parts


def _once(facts: list[_Fact], key: Callable[[_Fact], Hashable]) -> list[_Fact]:
    if len(facts) < 2:
        return facts
    seen: dict[Hashable, _Fact] = {}
    for fact in facts:
        seen.setdefault(key(fact), fact)
    return list(seen.values())
