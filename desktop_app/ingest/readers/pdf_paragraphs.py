"""Paragraphs out of the lines of pages: where a typesetter began a new one, told by indents, fullness and sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.readers.hard_breaks import SENTENCE_END, first_token, join_words, width_of
from desktop_app.ingest.readers.pdf_page import Line

_INDENT = 1.4
_SAME = 0.35
_OTHER_SIZE = 0.12
_FAR_STEP = 1.5
_WIDER_STEP = 1.25
_FEW_LINES = 6
_OFTEN = 0.05
_LONG = 0.6
_STANDS_OUT = 2.5
_LEAST_FULL = 3
_MARKS = "，。、；：？！”’）〕】》〉,.;:?!)"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its indent and the room at its right, in ems, and how far under the line before it stands."""

    line: Line
    indent: float
    room: float
    step: float
    """Points from the base of the line before in the same column; 0 for its first."""
    first: bool
    """First line of a column: the line before it stands at the foot of another."""
    wide: bool
    """Of a column as wide as the page."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The edges of the text of a column."""

    left: float
    right: float


def margins_of(lines: Sequence[Line]) -> Margins:
    """The edges that the lines of a column share; one line that stands out by itself does not move them."""
    lefts, rights = sorted(line.left for line in lines), sorted(_without_hanging_marks(line) for line in lines)
    em = median(line.em for line in lines)
    left = next((x for x in lefts if sum(abs(x - other) < 0.3 * em for other in lefts) > 1), lefts[0])
    near = [x for x in rights if x > rights[-1] - _STANDS_OUT * em]
    right = next((x for x in reversed(near) if sum(abs(x - other) < em for other in near) > 1), rights[-1])
    return Margins(left, right)


def is_shown(right: float, lines: Sequence[Line]) -> bool:
    """Do enough lines end at this edge to call it the margin?"""
    return sum(line.right > right - 1.5 * line.em for line in lines) >= _LEAST_FULL


def _without_hanging_marks(line: Line) -> float:
    """Where the letters of a line end: marks may hang over the edge of the text."""
    marks = len(line.text) - len(line.text.rstrip(_MARKS))
    return line.right - width_of(line.text[len(line.text) - marks :]) * line.em


def place_lines(lines: Sequence[Line], wide: bool, usual: Margins | None) -> list[Placed]:
    """The lines of a column against its margins; a column of few lines is measured by the usual ones."""
    own = margins_of(lines)
    if usual is not None and (len(lines) < _FEW_LINES or own.right < usual.right - 2 * lines[0].em):
        own = Margins(min(usual.left, own.left), max(usual.right, own.right))
    placed: list[Placed] = []
    for place, line in enumerate(lines):
        step = line.base - lines[place - 1].base if place else 0.0
        indent, room = (line.left - own.left) / line.em, (own.right - line.right) / line.em
        placed.append(Placed(line, indent, room, step, place == 0, wide))
    return placed


class Joiner:
    """Decides for every line whether it goes on with the paragraph before it.

    A document sets its paragraphs apart by indents, or by wider steps, or by nothing but their last lines: which of
    these it does is seen from all its lines, and decides what a single line means.
    """

    def __init__(self, lines: Sequence[Placed]) -> None:
        steps = sorted(placed.step / placed.line.em for placed in lines if placed.step > 0)
        self._pitch = steps[len(steps) // 3] if steps else 1.0
        self._body = median(placed.line.em for placed in lines) if lines else 1.0
        indented = sum(_INDENT <= placed.indent <= 2.8 for placed in lines)
        self._indents = indented > _OFTEN * len(lines)
        wider = sum(step > _WIDER_STEP * self._pitch for step in steps)
        self._spaces = not self._indents and wider > _OFTEN * len(steps)

    def paragraphs(self, lines: Sequence[Placed]) -> Iterator[list[Placed]]:
        """The lines of each paragraph."""
        paragraph: list[Placed] = []
        for placed in lines:
            if paragraph and not self._goes_on(paragraph[-1], placed):
                yield paragraph
                paragraph = []
            paragraph.append(placed)
        if paragraph:
            yield paragraph

    def _goes_on(self, before: Placed, placed: Placed) -> bool:
        if placed.wide != before.wide or abs(placed.line.em - before.line.em) > _OTHER_SIZE * before.line.em:
            return False
        apart = (_WIDER_STEP if self._spaces else _FAR_STEP) * self._pitch * placed.line.em
        if not placed.first and placed.step > apart:
            return False
        begins = read_mark(placed.line.text) is not None
        if self._is_title(before) and self._is_title(placed):
            return not begins
        if _is_centred(before):
            return False
        full = before.room < width_of(first_token(placed.line.text)) + _SAME
        stops = SENTENCE_END.search(before.line.text) is not None
        if placed.indent >= _INDENT:
            return full and not begins and not stops and _hangs(before, placed)
        if self._indents or (self._spaces and not placed.first):
            return full or (_is_long(before) and not stops and not begins)
        return full and not begins and not stops

    def _is_title(self, placed: Placed) -> bool:
        """Centred and larger than the body: a title of several lines."""
        return placed.line.em > 1.1 * self._body and _is_centred(placed, 0.4)


def _hangs(before: Placed, placed: Placed) -> bool:
    """The run-over of an item that stands indented as a whole, or under the words behind its number."""
    level = abs(placed.indent - before.indent) < _SAME
    return level or (placed.indent > before.indent + _INDENT and read_mark(before.line.text) is not None)


def _is_long(placed: Placed) -> bool:
    """Too long to be the heading or the last words it would have to be if the next line did not go on with it."""
    filled = (placed.line.right - placed.line.left) / placed.line.em
    return filled >= _LONG * (placed.indent + filled + placed.room)


def _is_centred(placed: Placed, least: float = 2.2) -> bool:
    return placed.indent >= least and placed.room >= least and abs(placed.indent - placed.room) < 1.5


def text_of(paragraph: Sequence[Placed]) -> str:
    """The text of a paragraph's lines."""
    text = paragraph[0].line.text
    for placed in paragraph[1:]:
        text = join_words(text, placed.line.text, placed.line.spaced)
    return text
