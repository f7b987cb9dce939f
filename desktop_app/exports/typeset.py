"""Where lines of Chinese text break and how they are spread to the full width (GB/T 15834, GB/T 9704 5.2.3)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop_app.exports.fonts import GlyphTable

NO_START = frozenset("。，、；：？！”’）〕】》〉」』］｝·～…—‰％℃,.;:?!)]}%")
"""Never at the start of a line; — and … are here because their second half would be."""

NO_END = frozenset("“‘（〔【《〈「『［｛([{￥$№")
"""Never at the end of a line."""

_MAY_START_PAIR = frozenset("…—")
"""A dash or ellipsis as a whole may start a line; only its second half may not."""

_WORD = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,%/+-_@:&")
"""Figures and Latin words are kept whole."""

_SLACK = 0.02


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: `spacing` (points) is put after every character; `start` is its distance from the left edge."""

    text: str
    start: float
    spacing: float


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before the character at `at`."""
    before, after = text[at - 1], text[at]
    if before in NO_END or (before in _WORD and after in _WORD):
        return False
    if after in _MAY_START_PAIR:
        return after != before
    return after not in NO_START


def split_lines(text: str, advances: Sequence[float], first: float, rest: float) -> list[str]:
    """Break `text` into lines no wider than `first` and then `rest`; `advances` are its characters' widths.

    A word wider than a line is cut where the line ends.
    """
    ends = list(accumulate(advances, initial=0.0))
    lines: list[str] = []
    start, room = 0, first
    while start < len(text):
        end = bisect_right(ends, ends[start] + room + _SLACK) - 1
        if end < len(text):
            end = _step_back(text, start, max(end, start + 1))
        lines.append(text[start:end].rstrip(" "))
        start, room = _skip_spaces(text, end), rest
    return lines or [""]


def _step_back(text: str, start: int, end: int) -> int:
    """The last place at or before `end` where the line may break; `end` itself where there is none."""
    return next((at for at in range(end, start, -1) if may_break(text, at)), end)


def _skip_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def set_paragraph(
    text: str, glyphs: GlyphTable, size: float, width: float, pitch: float, indent: float = 0, hanging: float = 0
) -> list[Line]:
    """Set a justified paragraph of `size` pt characters, `pitch` pt apart, in `width` pt.

    The first line starts `indent` characters in, the others `hanging` ones. All lines but the last are spread so that
    they end at the right edge.
    """
    spacing = pitch - size
    advances = [glyphs[char].width * size + spacing for char in text]
    starts = (indent * pitch, hanging * pitch)
    texts = split_lines(text, advances, width - starts[0], width - starts[1])
    lines = []
    for number, line in enumerate(texts):
        start = starts[min(number, 1)]
        last = number == len(texts) - 1
        lines.append(Line(line, start, spacing if last else _spread(line, glyphs, size, width - start)))
    return lines


def _spread(text: str, glyphs: GlyphTable, size: float, width: float) -> float:
    """The space between characters that makes `text` exactly `width` wide."""
    return (width - glyphs.width(text) * size) / max(len(text) - 1, 1)


class LineCache:
    """Breaks short cell texts; the same unit, date or status is measured once."""

    def __init__(self, glyphs: GlyphTable, size: float) -> None:
        self._glyphs = glyphs
        self._size = size
        self._known: dict[tuple[str, float], list[str]] = {}
        self._widths: dict[str, float] = {}

    def lines(self, text: str, width: float) -> list[str]:
        """The lines of `text` in `width` points; its own line breaks are kept."""
        key = (text, width)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._break(text, width)
        return known

    def width(self, line: str) -> float:
        """The width of a line in points."""
        known = self._widths.get(line)
        if known is None:
            known = self._widths[line] = self._glyphs.width(line) * self._size
        return known

    def _break(self, text: str, width: float) -> list[str]:
        glyphs, size = self._glyphs, self._size
        lines: list[str] = []
        for paragraph in text.split("\n"):
            advances = [glyphs[char].width * size for char in paragraph]
            lines += split_lines(paragraph, advances, width, width)
        return lines
