"""How high a row must be: office programs do not agree on growing rows by themselves, so heights are computed."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

LINE = 14.0
"""Points a line of 10 pt text takes in the most generous face seen (measured in LibreOffice with Noto Serif)."""

PADDING = 6.0
HIGHEST = 409.0
"""No row of a spreadsheet can be higher (points)."""

WIDEST = 110.0
MOST_LINES = int((HIGHEST - PADDING) // LINE)
_MOST_FULL_LINES = MOST_LINES * 8 // 9
"""Lines of text that leave room for the one in eight that is added (`_lines`)."""


def display_width(text: str) -> int:
    """The width in half-width characters: 1 for ASCII, 2 for Chinese, more than needed for rare letters."""
    return len(text.encode("gb18030", "replace"))


def lines_needed(text: str, width: float) -> int:
    """How many lines `text` takes in a column of `width`: rather one too many, for marks that may not begin a line."""
    room = max(width - 2, 2)
    if "\n" in text:
        return sum(_lines(line, room) for line in text.split("\n"))
    return 1 if len(text) * 2 <= room else _lines(text, room)


def _lines(line: str, room: float) -> int:
    lines = ceil(display_width(line) / room) or 1
    return lines + lines // 8


def height(lines: int) -> float:
    """The height in points of a row of so many lines."""
    return min(max(lines * LINE + PADDING, 24.0), HIGHEST)


def width_for(texts: Sequence[str], width: float) -> float:
    """`width`, or as much more as lets the longest of `texts` be shown in the highest possible row."""
    room = _MOST_FULL_LINES * (width - 2)
    if max(map(len, texts), default=0) * 4 <= room - 10 * width:
        return width
    longest = max((display_width(text) + text.count("\n") * width for text in texts), default=0)
    return width if longest <= room else min(WIDEST, ceil(longest / _MOST_FULL_LINES) + 4)


def fit(text: str, width: float) -> str:
    """`text`, shortened with a word about it where even the highest row cannot show it."""
    if lines_needed(text, width) <= MOST_LINES:
        return text
    tail = "……（后文略，见系统内原文）"
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if lines_needed(text[:middle] + tail, width) <= MOST_LINES else (low, middle - 1)
    return text[:low] + tail
