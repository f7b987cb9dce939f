"""One page of a PDF: its characters with places, turned upright, gathered into lines."""

from __future__ import annotations

import ctypes
import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

from desktop_app.ingest.readers.radicals import plain_letters

MOST_LETTERS = 50_000
_SAME_LINE = 0.4
_SEGMENT_GAP = 1.6


class Box(NamedTuple):
    """A rectangle on an upright page, in points; `top` is less than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float


class Letter(NamedTuple):
    """A character: where it stands, how wide it is, and whether a space was printed before it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Letters beside one another; `em` is the width of a Chinese letter."""

    text: str
    left: float
    right: float
    base: float
    em: float
    spaced: bool = False
    """A space was printed before the first letter, perhaps at the end of the line before."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Quarter turns, clockwise, by which the letters of a page stand askew on its paper."""

    quarters: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the paper as (from the left, from the top)."""
        return ((x, -y), (-y, -x), (-x, y), (y, x))[self.quarters]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of the paper, upright."""
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return Box(min(a, c), min(b, d), max(a, c), max(b, d))


@dataclass(frozen=True, slots=True)
class Page:
    """What a page prints: letters that stand upright, letters that do not (watermarks), and its edges."""

    letters: list[Letter]
    askew: str
    box: Box
    turn: Turn
    unreadable: int


def read_page(page: Any) -> Page:
    """The letters of a pypdfium2 page. A page of drawings alone has none."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), MOST_LETTERS)
        return _read(pdfium, page, textpage, count)
    finally:
        textpage.close()


def _read(pdfium: Any, page: Any, textpage: Any, count: int) -> Page:
    raw = textpage.raw
    quarters = [_quarter(pdfium.FPDFText_GetCharAngle(raw, index)) for index in range(count)]
    usual = Counter(quarter for quarter in quarters if quarter >= 0).most_common(1)
    turn = Turn(usual[0][0] if usual else 0)
    letters: list[Letter] = []
    askew: list[str] = []
    unreadable = 0
    spaced = False
    probe = _Probe(pdfium, raw, turn)
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        text = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if text.isspace():
            spaced = spaced or (text not in "\r\n" and not pdfium.FPDFText_IsGenerated(raw, index))
        elif quarters[index] != turn.quarters:
            askew.append(text)
        else:
            unreadable += text == "\ufffd" or "\ue000" <= text <= "\uf8ff"
            letters.append(probe.letter(index, plain_letters(text), spaced))
            spaced = False
    return Page(letters, "".join(askew), turn.box(*page.get_bbox()), turn, unreadable)


class _Probe:
    """Asks pdfium where a character stands; the C numbers are made once a page."""

    def __init__(self, pdfium: Any, raw: Any, turn: Turn) -> None:
        self._pdfium, self._raw, self._turn = pdfium, raw, turn
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def letter(self, index: int, text: str, spaced: bool) -> Letter:
        """The character at this place of the text, upright."""
        rect = self._rect
        self._pdfium.FPDFText_GetLooseCharBox(self._raw, index, rect)
        self._pdfium.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        if not self._turn.quarters:
            return Letter(text, rect.left, rect.right, -self._y.value, max(rect.top - rect.bottom, 1.0), spaced)
        box = self._turn.box(rect.left, rect.bottom, rect.right, rect.top)
        base = self._turn.point(self._x.value, self._y.value)[1]
        return Letter(text, box.left, box.right, base, max(box.bottom - box.top, 1.0), spaced)


def _quarter(angle: float) -> int:
    """Quarter turns of an angle in radians; -1 for one that lies between."""
    if angle < 0:
        return -1
    turns = angle / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < 0.05 else -1


def rows_of(letters: Sequence[Letter]) -> list[list[Line]]:
    """Letters gathered into rows from top to bottom; a row with wide gaps has several lines beside one another."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: (letter.base, letter.left)):
        if rows and letter.base - rows[-1][0].base <= _SAME_LINE * min(letter.size, rows[-1][0].size):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [lines for row in rows if (lines := _split(sorted(row, key=lambda letter: letter.left)))]


def _split(row: list[Letter]) -> list[Line]:
    em = em_of(row)
    parts: list[list[Letter]] = [[row[0]]]
    for letter in row[1:]:
        before = parts[-1][-1]
        if letter.text == before.text and abs(letter.left - before.left) < 0.25 * em:
            continue  # printed twice for boldness
        if letter.left - before.right > _SEGMENT_GAP * em:
            parts.append([letter])
        else:
            parts[-1].append(letter)
    return [line_of(part, em) for part in parts]


def em_of(letters: Iterable[Letter]) -> float:
    """The width of a Chinese letter among these, else their height."""
    letters = list(letters)
    wide = [letter.right - letter.left for letter in letters if "\u4e00" <= letter.text <= "\u9fff"]
    return max(median(wide) if wide else median(letter.size for letter in letters), 1.0)


def line_of(letters: Sequence[Letter], em: float) -> Line:
    """One line from letters that stand beside one another."""
    pieces = [letters[0].text]
    for before, letter in itertools.pairwise(letters):
        if _parted(before, letter, em):
            pieces.append(" ")
        pieces.append(letter.text)
    return Line("".join(pieces), letters[0].left, letters[-1].right, letters[0].base, em, letters[0].spaced)


def _parted(before: Letter, letter: Letter, em: float) -> bool:
    """Is there a space between two letters? Justified Chinese is spread, and spreading is none."""
    gap = letter.left - before.right
    chinese = _is_wide(before.text) + _is_wide(letter.text)
    if letter.spaced:
        return gap >= (0.4 if chinese == 2 else 0.12) * em
    return gap >= (0.9 if chinese else 0.25) * em


def _is_wide(text: str) -> bool:
    return text >= "\u2e80" or text in "“”‘’—…·"
