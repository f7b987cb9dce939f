"""The wording of a stretch of text: without its responsibility notes, and with number and title read off its head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop_app.domain.plan import Assignment, Deadline, DeadlineKind, Span

_OPENING = "〔（([【"
_CLOSING = "〕）)]】"
_NOTE_WORDS = re.compile(
    r"(?:^|(?<=[。；\n]))[^，。；\n]{0,4}(?:(?:牵头|责任|配合|主办|协办|承办)(?:单位|部门)|完成(?:时限|时间))\s*[：:]"
)
_DOUBLED_END = re.compile(r"([。；])[。；]+")
_ONLY_MARKS = re.compile(r"[\s，。；;、,.]*")
_CN = "[〇零一二三四五六七八九十百]"
_NUMBER = re.compile(
    rf"第{_CN}{{1,4}}[章节条]|[（(]{_CN}{{1,4}}[）)]|{_CN}{{1,4}}、|\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}"
    r"|\d{1,3}[.．、](?!\d)|[（(]\d{1,3}[）)]|\d{1,3}[）)]|[①-⑳]"
)
_LONGEST_TITLE = 45
_LONGEST_UNNUMBERED = 30
_SENTENCE_END = re.compile("[。！？\n]")
_TITLE_TAIL = " \t\u3000。；;：:，,、"


class Head(NamedTuple):
    """How a stretch begins: its number, its title, and where the body starts."""

    number: str
    title: str
    body: int


def read_head(text: str, span: Span) -> Head:
    """Read number and title off the beginning of `span`.

    （二）完善热线。归并各类热线。 -> （二） | 完善热线 | 归并…;  3.建成平台 -> 3. | 建成平台;
    建成统一平台并接入… (a sentence without a number that is all there is) -> no title, all body.
    """
    start = span.start + len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip())
    match = _NUMBER.match(text, start, span.end)
    number = match[0] if match else ""
    after = match.end() if match else start
    stop = _SENTENCE_END.search(text, after, span.end)
    end = stop.start() if stop else span.end
    rest = text[stop.end() : span.end].strip() if stop else ""
    unnumbered = not rest or rest[0] in _OPENING or "，" in text[after:end] or end - after > _LONGEST_UNNUMBERED
    if end - after > _LONGEST_TITLE or (not number and unnumbered):
        return Head(number, "", after)
    return Head(number, text[after:end].strip(_TITLE_TAIL), stop.end() if stop else end)


def wording_of(text: str, stretches: Iterable[Span], facts: Iterable[Assignment | Deadline]) -> str:
    """The text of the stretches without the notes that state `facts`, paragraphs joined by line breaks."""
    anchors = [fact.span for fact in facts if fact.span is not None and not _is_milestone(fact)]
    kept = []
    for stretch in stretches:
        notes = notes_in(text, stretch, anchors)
        words = _DOUBLED_END.sub(r"\1", _without(text, stretch, notes)).strip()
        if notes and "\t" in words:
            words = "；".join(cell for cell in map(str.strip, words.split("\t")) if cell)
        if not _ONLY_MARKS.fullmatch(words):
            kept.append(words)
    return "\n".join(kept)


def notes_in(text: str, stretch: Span, anchors: Sequence[Span]) -> list[Span]:
    """The brackets and lines of the stretch that name a unit, in order and apart."""
    found = [_note_around(text, stretch, anchor) for anchor in anchors if stretch.start <= anchor.start < stretch.end]
    made: list[Span] = []
    for note in sorted(note for note in found if note is not None):
        if not made or note.start >= made[-1].end:
            made.append(note)
    return made


def _is_milestone(fact: Assignment | Deadline) -> bool:
    return isinstance(fact, Deadline) and fact.kind is DeadlineKind.MILESTONE


def _without(text: str, stretch: Span, notes: Iterable[Span]) -> str:
    at, pieces = stretch.start, []
    for note in notes:
        pieces.append(text[at : note.start])
        at = note.end
    return "".join((*pieces, text[at : stretch.end]))


def _note_around(text: str, stretch: Span, anchor: Span) -> Span | None:
    """The outermost bracket around a fact, or 责任单位：… to its end, or its cell in a row; None in running text."""
    if "\t" in text[stretch.start : stretch.end]:
        cell = text.rfind("\t", stretch.start, anchor.start) + 1 or stretch.start
        behind = text.find("\t", anchor.end, stretch.end)
        return Span(cell, stretch.end if behind < 0 else behind)
    start = _unmatched(text, range(anchor.start - 1, stretch.start - 1, -1), _OPENING, _CLOSING)
    end = _unmatched(text, range(min(anchor.end, stretch.end), stretch.end), _CLOSING, _OPENING)
    if start is not None:
        return Span(start, stretch.end if end is None else end + 1)
    words = _NOTE_WORDS.search(text[stretch.start : anchor.start + 1])
    return Span(stretch.start + words.start(), stretch.end) if words else None


def _unmatched(text: str, places: range, wanted: str, other: str) -> int | None:
    """The last place walked over where a bracket has no partner on the way."""
    depth, found = 0, None
    for place in places:
        if text[place] in other:
            depth += 1
        elif text[place] in wanted:
            if depth == 0:
                found = place
            else:
                depth -= 1
    return found
