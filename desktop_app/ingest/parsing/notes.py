"""Responsibility notes: who does it and by when, in brackets of any kind, on a line of their own, or as a sentence.

〔市政务服务数据管理局牵头，市直各部门配合，2021年12月底前完成〕
（牵头单位：县行政审批局；配合单位：县各有关部门和单位）
（县委组织部、县人社局等按职责分工负责）
责任单位：市发展改革委、市财政局
…。县工信局牵头负责，县商务局配合。
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.plan import Assignment, Deadline, Doubt, Recurrence, Role, Span
from desktop_app.ingest.parsing.brackets import CLOSING, bracket_groups, trimmed
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.note_words import (
    LABEL,
    ROLE_VERB,
    Said,
    moved,
    read_labelled,
    read_plain_list,
    read_time,
    read_verbs,
)
from desktop_app.ingest.parsing.plan_rules import FIRST_LEADS
from desktop_app.ingest.parsing.units import is_convention

_LABEL = re.sub(r"\?P<\w+>", "?:", LABEL.pattern)
_OWN_LINE = re.compile(rf"[（(〔\[【—★☆※▲●■◆◇]{{0,2}}(?={_LABEL})")
_LABEL_ENDS = re.compile(rf"{_LABEL}$")
_LONGEST_LABEL = 14
_COLON = re.compile("[：:]")
_EXPLAINS = re.compile(r"(?:含|包括|包含|如|即|其中|指|例如|不含|由于|注：|详见|见|原|又称|简称)")
_LAST_SENTENCE = re.compile(r"[^。！？\n]{4,150}(?:牵头|配合|参与)[^。，！？\n]{0,6}。?$")
_SAYS_WHO = ("牵头", "配合", "参与")
_BULLETS = "—-★☆※▲●■◆◇○→"
# 各村（社区）。 各县（市、区）。: part of a name.
_KIND_OF_PLACE = re.compile(r"(?:[市县区旗州镇乡村、，]|街道|社区|园区|开发区|办事处)+")
_LONGEST_NOTE = 1200
_REMARK = re.compile(r"[。；，](?=[^。；，]{0,4}(?:第一|列|排|以下|下同|逗号|下划线|首位))")


class Note(NamedTuple):
    """A responsibility note: its place brackets included, and what it says."""

    span: Span
    assignments: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()
    conventions: tuple[Doubt, ...] = ()


class NoteFinder:
    """Finds the notes of lines and remembers them: the outline asks where a heading ends, the facts what they say."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text = text
        self._year = year
        self._by_end: dict[int, list[Note]] = {}
        convention = FIRST_LEADS.search(text)
        self._first_leads_from = convention.start() if convention else len(text)

    def in_line(self, start: int, end: int) -> list[Note]:
        """The notes of a whole line."""
        notes = self._by_end[end] = self._find(start, end, self._year)
        return notes

    def _find(self, start: int, end: int, year: int | None) -> list[Note]:
        notes = find_notes(self._text, start, end, year)
        if end <= self._first_leads_from:
            return notes
        return [_first_leading(note) if note.span.end > self._first_leads_from else note for note in notes]

    def within(self, span: Span, year: int | None) -> list[Note]:
        """The notes of a line from `span.start` on; `year` is the one in force there."""
        known = self._by_end.get(span.end) if year == self._year else None
        if known is None:
            return self._find(span.start, span.end, year)
        return [note for note in known if note.span.start >= span.start]


def notes_outside(finder: NoteFinder, lines: Sequence[Line]) -> list[Doubt]:
    """Paragraphs of the cover that name who does something: perhaps tasks that the outline does not hold."""
    return [
        Doubt("note_outside", "此段写有责任单位，但未列入任务，请核对", Span(line.start, line.end))
        for line in lines
        if any(note.assignments for note in finder.in_line(line.start, line.end))
    ]


def _first_leading(note: Note) -> Note:
    """After 第一个单位为牵头单位，下同 a list of responsible units says who leads and who supports."""
    roles = {fact.role for fact in note.assignments}
    if roles != {Role.RESPONSIBLE}:
        return note
    lead, *others = (replace(fact, rule="note.first_leads") for fact in note.assignments)
    facts = [replace(lead, role=Role.LEAD), *(replace(fact, role=Role.SUPPORT) for fact in others)]
    return note._replace(assignments=tuple(facts))


def find_notes(text: str, start: int, end: int, year: int | None) -> list[Note]:
    """All notes of a paragraph, in order: those in brackets, and a labelled one without brackets at its end."""
    notes: list[Note] = []
    groups = bracket_groups(text, start, end)
    label = _open_label(text, start, end, groups)
    at, limit = start, end if label is None else label
    for place, close in groups:
        if not at <= place < limit:
            continue
        stop = close if close is not None else _unclosed_end(text, place, end)
        if stop is None or stop - place > _LONGEST_NOTE:
            continue
        note = _read_brackets(text, place, stop, end, year)
        if note is not None:
            notes.append(note)
            at = note.span.end
    if at >= end - 1:
        return notes
    if label is not None:
        begun = end - len(text[label:end].lstrip(_BULLETS))
        open_note = _note(text, Span(label, end), begun, read_labelled(_without_remark(text[begun:end])[0], year))
    else:
        open_note = _last_sentence(text, at, end, year)
    return notes + ([open_note] if open_note else [])


def is_note_line(text: str, start: int, end: int) -> bool:
    """True for a line that is nothing but a note: 责任单位：…  （牵头单位：…）  完成时限：…."""
    return _OWN_LINE.match(text, start, end) is not None


def _unclosed_end(text: str, place: int, end: int) -> int | None:
    """A note whose closing bracket was lost runs to the end of the paragraph, if it begins with a label."""
    return end if LABEL.match(text, place + 1, end) else None


def _read_brackets(text: str, place: int, stop: int, end: int, year: int | None) -> Note | None:
    start, inner_end = trimmed(text, place + 1, stop, " 。；;")
    span = Span(place, min(stop + 1, end))
    held = _held(text[start:inner_end], year)
    said = held.said
    if held.may_be_list and _KIND_OF_PLACE.fullmatch(held.words) and not _follows_sentence(text, place):
        return None
    if held.may_be_list and _ends_sentence(text, place, span.end, end):
        timed = read_time(held.words, year) if _follows_sentence(text, place) else None
        said = read_plain_list(held.words, year) or timed
    return _note(text, span, start, said, remarked=held.remarked)


class _Held(NamedTuple):
    """What a bracket holds: its words without a remark about all notes, and what labels or verbs in them say.

    `may_be_list` is True when only a bare list of units can still be meant.
    """

    words: str
    said: Said | None
    may_be_list: bool
    remarked: bool


@lru_cache(maxsize=4096)
def _held(words: str, year: int | None) -> _Held:
    words, remarked = _without_remark(words)
    if len(words) < 2:
        return _Held(words, None, False, remarked)
    if LABEL.match(words):
        return _Held(words, read_labelled(words, year), False, remarked)
    if "。" in words or _EXPLAINS.match(words) or "以下简称" in words:
        return _Held(words, None, False, remarked)
    if ROLE_VERB.search(words):
        return _Held(words, read_verbs(words, year), False, remarked)
    return _Held(words, None, True, remarked)


def _without_remark(words: str) -> tuple[str, bool]:
    """县数据局、县财政局；第一个单位为牵头单位，下同 without what is said of all notes, and whether such is said."""
    remarked = is_convention(words)
    remark = _REMARK.search(words) if remarked else None
    return (words[: remark.start()] if remark and is_convention(words[remark.start() :]) else words), remarked


def _ends_sentence(text: str, start: int, stop: int, end: int) -> bool:
    """A bracket that closes a sentence: after its 。 or before the end of the paragraph or the next mark."""
    before = text[start - 1] if start else "\n"
    after = text[stop] if stop < end else "\n"
    return before in "。；！？”" + CLOSING + "\n" or after in "。；\n"


def _follows_sentence(text: str, place: int) -> bool:
    """…全面上线。（2021年12月底前完成）; a bracket inside a heading, 动员阶段（2025年3月）, belongs to the heading."""
    return place > 0 and text[place - 1] in "。；！？" + CLOSING + "\n"


def _open_label(text: str, start: int, end: int, groups: Sequence[tuple[int, int | None]]) -> int | None:
    """…能力。责任单位：市发改委、市财政局: where a labelled note without brackets begins; it runs to the paragraph's end."""
    waiting = deque(groups)
    closed = start
    for match in _COLON.finditer(text, start, end):
        label = _LABEL_ENDS.search(text, max(start, match.end() - _LONGEST_LABEL), match.end())
        if label is None:
            continue
        while waiting and waiting[0][0] < label.start():
            closed = max(closed, waiting.popleft()[1] or end)
        if label.start() < closed:
            continue
        begun = len(text[start : label.start()].rstrip(_BULLETS)) + start
        before = text[begun - 1] if begun > start else "\n"
        if before in "。；！？\n 　”" + CLOSING and len(text[match.end() : end].strip()) >= 2:
            return begun if text.find("。", match.end(), end - 1) < 0 else None
    return None


def _last_sentence(text: str, start: int, end: int, year: int | None) -> Note | None:
    """…。县工信局牵头负责，县商务局配合。: a last sentence that only says who does it."""
    sentence = max(text.rfind("。", start, end - 1), text.rfind("；", start, end - 1)) + 1
    if sentence <= start or not any(text.find(verb, sentence, end) >= 0 for verb in _SAYS_WHO):
        return None
    if not _LAST_SENTENCE.match(text, sentence, end):
        return None
    first, last = trimmed(text, sentence, end, " 。")
    return _note(text, Span(sentence, end), first, read_verbs(text[first:last], year, whole=True))


def _note(text: str, span: Span, start: int, said: Said | None, *, remarked: bool = True) -> Note | None:
    """A note of what was said in words that begin at `start`; `remarked` is False when no remark can stand in it."""
    if said is None:
        return None
    placed = moved(said, start)
    conventions = tuple(_conventions(text, span)) if remarked else ()
    return Note(span, placed.assignments, placed.deadlines, placed.recurrences, conventions)


def _conventions(text: str, span: Span) -> Iterator[Doubt]:
    """A remark about all notes is kept as a doubt, never as a unit."""
    for place, close in bracket_groups(text, span.start + 1, span.end):
        if close is not None and is_convention(text[place:close]):
            yield _convention(text, Span(place + 1, close))
            return
    remark = _REMARK.search(text, span.start, span.end)
    if remark and is_convention(text[remark.end() : span.end]):
        yield _convention(text, Span(remark.end(), span.end - (text[span.end - 1] in CLOSING)))


def _convention(text: str, place: Span) -> Doubt:
    words = text[place.start : place.end]
    return Doubt("blanket_note", f"原文对责任单位有统一约定：“{words}”，未逐项添加", place)
