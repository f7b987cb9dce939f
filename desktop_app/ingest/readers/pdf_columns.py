"""The reading order of a page: columns from left to right, what runs across them in its place."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.ingest.readers.hard_breaks import width_of
from desktop_app.ingest.readers.pdf_page import Line

_LEAST_ROWS = 6
_LEAST_SHARE = 0.5
_LEAST_LETTERS = 7
_MOST_CROSSING = 0.3


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that are read one after another; `wide` when they run across the whole page."""

    lines: tuple[Line, ...]
    wide: bool


def in_reading_order(rows: Sequence[Sequence[Line]]) -> list[Column]:
    """The rows of a page as columns. Most pages are one; a gazette has two, under titles that cross both."""
    gutter = _find_gutter(rows)
    if gutter is None:
        return [Column(tuple(_whole(row) for row in rows), True)] if rows else []
    return list(_columns(rows, gutter))


def _columns(rows: Sequence[Sequence[Line]], gutter: float) -> Iterator[Column]:
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        if any(line.left < gutter < line.right for line in row):
            yield from _flushed(left, right)
            left, right = [], []
            yield Column((_whole(row),), True)
            continue
        if beside := [line for line in row if line.right <= gutter]:
            left.append(_whole(beside))
        if beside := [line for line in row if line.left >= gutter]:
            right.append(_whole(beside))
    yield from _flushed(left, right)


def _flushed(left: list[Line], right: list[Line]) -> Iterator[Column]:
    for lines in (left, right):
        if lines:
            yield Column(tuple(lines), False)


def _find_gutter(rows: Sequence[Sequence[Line]]) -> float | None:
    """A place near the middle that few rows cross while most have much text at both sides of it.

    Signatures beside one another and lists without rulings have short texts; columns are full.
    """
    lines = [line for row in rows for line in row]
    if len(rows) < _LEAST_ROWS:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = (left + right) / 2
    gaps = [(a.right + b.left) / 2 for row in rows for a, b in itertools.pairwise(row)]
    edges = [line.left - 0.5 * line.em for line in lines if line.left > middle - 0.15 * (right - left)]
    candidates = {round(place) for place in [*gaps, *edges] if abs(place - middle) < 0.2 * (right - left)}
    scored = [(_score(lines, place), -abs(place - middle), place) for place in sorted(candidates)[:400]]
    best = max(scored, default=(0, 0.0, 0))
    return float(best[2]) if best[0] >= max(_LEAST_ROWS, _LEAST_SHARE * len(rows)) else None


def _score(lines: Sequence[Line], place: float) -> int:
    """Rows that a gutter at this place would make; 0 when text crosses it too often or fills only one side."""
    left = sum(line.right <= place and width_of(line.text) >= _LEAST_LETTERS for line in lines)
    right = sum(line.left >= place and width_of(line.text) >= _LEAST_LETTERS for line in lines)
    crossing = sum(line.left < place < line.right for line in lines)
    if min(left, right) < 4 or crossing > _MOST_CROSSING * (left + right):
        return 0
    return max(left, right)


def _whole(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    first = row[0]
    text = " ".join(line.text for line in row)
    return Line(text, first.left, row[-1].right, first.base, first.em, first.spaced)
