"""The head of a ledger: which rows it takes, and what it calls the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.ingest.column_words import read_head

MOST_HEAD_ROWS = 3
NUMBERED = re.compile(r"\d{1,4}|[一二三四五六七八九十]{1,3}")
"""A cell that only counts: 3, 二十."""
_HEADS_LOOKED_AT = 8
_LEAST_CELLS = 3


def find_heads(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """The rows of the head as (first, after the last); (0, 0) when there is none."""
    scores = [_score(row) for row in rows[:_HEADS_LOOKED_AT]]
    if not scores or max(scores) == 0:
        return 0, 0
    best = scores.index(max(scores))
    if scores[best] == 1 and sum(map(bool, rows[best])) < _LEAST_CELLS:
        return 0, 0
    start = best
    if best and scores[best - 1] and _completes(rows[best - 1], rows[best]):
        start = best - 1
    stop = best + 1
    while stop < len(rows) and stop - start < MOST_HEAD_ROWS and _completes(rows[stop - 1], rows[stop]):
        stop += 1
    return start, stop


def _score(row: Sequence[str]) -> int:
    found = {head[0] for cell in row if (head := read_head(cell))}
    return len(found)


def _completes(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """A second head row: it repeats what is merged down, and names parts where the upper row has a wide cell."""
    filled = [place for place, cell in enumerate(lower) if cell]
    if not filled or any(len(lower[place]) > 14 or NUMBERED.fullmatch(lower[place]) for place in filled):
        return False
    news = [place for place in filled if lower[place] != upper[place]]
    under = [place for place in news if not upper[place] or (place + 1 < len(upper) and not upper[place + 1])]
    return bool(news) and news == under and all(read_head(_wide(upper, place) + lower[place]) for place in news)


def _wide(row: Sequence[str], place: int) -> str:
    """The cell that a merged head spreads over this column."""
    while place > 0 and not row[place]:
        place -= 1
    return row[place]


def names_of(heads: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """What the rows of a head call each column: 责任单位 over 牵头单位 is 责任单位牵头单位."""
    names = []
    for column in range(width):
        parts: list[str] = []
        for place, row in enumerate(heads):
            wide = place + 1 < len(heads) and not row[column] and bool(heads[place + 1][column])
            part = _wide(row, column) if wide else row[column]
            if part and part not in parts:
                parts.append(part)
        names.append("".join(parts))
    return tuple(names)
