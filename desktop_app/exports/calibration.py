"""A page with a ruler: printed, it shows whether the printer keeps the standard's millimetres."""

from __future__ import annotations

from pathlib import Path

from desktop_app.exports.fonts import Face, library
from desktop_app.exports.page import (
    ASCENT,
    BODY_SIZE,
    CHARACTERS,
    LEADING,
    LINES,
    MM,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    PITCH,
    PORTRAIT,
    PageWriter,
)

_RULER = 150
"""Millimetres."""

_SIZE = 10.5
"""Points: the longest of the sentences stays in the frame."""

_WORDS = (
    "打印校准页",
    "按“实际大小”（100%）打印，不选“适合纸张”。打印后用尺量：",
    "一、横尺、竖尺各长150毫米，误差不超过1毫米；",
    "二、外框为版心，宽156毫米、高225毫米，距纸边上37毫米、左28毫米；",
    "三、下列一行28字恰好与版心同宽，左侧短线标出22行的位置；",
    "四、双面打印后对光看，两面外框上下重合，左右相差2毫米（左边距均为28毫米）。",
)


def write_calibration(path: Path) -> int:
    """Draw the page into the PDF file `path`; returns the number of pages, front and back."""
    writer = PageWriter(path, "打印校准页", "校准", library())
    for side in ("正面", "反面"):
        writer.begin(PORTRAIT)
        _frame(writer)
        _marks(writer)
        _rulers(writer)
        _text(writer, side)
    writer.close()
    return writer.pages


def _frame(writer: PageWriter) -> None:
    left, right, top, bottom = PORTRAIT.left, PORTRAIT.left + PORTRAIT.width, PORTRAIT.top, PORTRAIT.bottom
    for x1, y1, x2, y2 in (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ):
        writer.rule(x1, y1, x2, y2)
    for x in (0.0, PAPER_WIDTH):
        writer.rule(x, PAPER_HEIGHT / 2 - 4, x, PAPER_HEIGHT / 2 + 4)


def _marks(writer: PageWriter) -> None:
    """Where the lines of a full page begin."""
    for line in range(LINES + 1):
        y = PORTRAIT.top - line * LEADING
        writer.rule(PORTRAIT.left - 4 * MM, y, PORTRAIT.left - 1 * MM, y)


def _rulers(writer: PageWriter) -> None:
    """One across, one down in the margin where it crosses nothing, marked every millimetre."""
    left, y = PORTRAIT.left + 3 * MM, PORTRAIT.top - 130 * MM
    x, top = PORTRAIT.left + PORTRAIT.width + 6 * MM, PORTRAIT.top
    writer.rule(left, y, left + _RULER * MM, y)
    writer.rule(x, top, x, top - _RULER * MM)
    for millimetre in range(_RULER + 1):
        size = (4.0 if millimetre % 10 == 0 else 2.6 if millimetre % 5 == 0 else 1.6) * MM
        writer.rule(left + millimetre * MM, y, left + millimetre * MM, y + size)
        writer.rule(x, top - millimetre * MM, x - size, top - millimetre * MM)
        if millimetre % 10 == 0:
            writer.text(left + millimetre * MM - 4, y - 9, str(millimetre), Face.PLAIN, 7.0)
            writer.text(x + 2, top - millimetre * MM - 2.5, str(millimetre), Face.PLAIN, 7.0)


def _text(writer: PageWriter, side: str) -> None:
    spacing = PITCH - BODY_SIZE
    y = PORTRAIT.top - 4 - ASCENT * BODY_SIZE
    writer.text(PORTRAIT.left + 2 * PITCH, y, f"{_WORDS[0]}（{side}）", Face.HEITI, BODY_SIZE)
    for number, words in enumerate(_WORDS[1:], 1):
        writer.text(PORTRAIT.left + 2 * PITCH, y - number * LEADING, words, Face.FANGSONG, _SIZE)
    full = ("推进数字政府建设提升政务服务水平" * 2)[:CHARACTERS]
    writer.text(PORTRAIT.left, y - len(_WORDS) * LEADING, full, Face.FANGSONG, BODY_SIZE, spacing)
