"""Columns that line up in a terminal, where a Chinese letter takes two cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]], limits: Sequence[int]) -> Iterator[str]:
    """Head, then one line a row; a cell wider than the limit of its column is cut (0 = no limit).

    Columns are as wide as their widest cell; numbers go to the right.
    """
    cells = [[cut(one_line(cell), limit) for cell, limit in zip(row, limits, strict=True)] for row in (head, *rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    right = [all(is_number(cell) for cell in column[1:]) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(map(pad, row, widths, right)).rstrip()


def width(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(_cells(letter) for letter in text)


def cut(text: str, limit: int) -> str:
    """The text in at most `limit` cells, with … where something is left out."""
    if limit == 0 or width(text) <= limit:
        return text
    kept, used = "", 1
    for letter in text:
        used += _cells(letter)
        if used > limit:
            break
        kept += letter
    return kept + "…"


def pad(text: str, cells: int, right: bool = False) -> str:
    """The text filled up with spaces to `cells` cells."""
    blank = " " * (cells - width(text))
    return blank + text if right else text + blank


def one_line(text: str) -> str:
    """The text without line breaks, tabs and control letters, which would break a row or drive the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()


def is_number(text: str) -> bool:
    """Whether the text is an empty cell, a number or a percentage."""
    return not text or text.removesuffix("%").replace(".", "", 1).isdigit()


def _cells(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
