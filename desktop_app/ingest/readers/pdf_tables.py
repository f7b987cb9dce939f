"""Ruled tables of a PDF page: the cells between its strokes, and the letters in them."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.ingest.readers.hard_breaks import first_token, join_words, width_of
from desktop_app.ingest.readers.pdf_page import Box, Letter, Line, em_of, rows_of
from desktop_app.ingest.readers.pdf_rules import Rule, Rules

_NEAR = 3.0
_MOST_RULES = 600
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table: `owner[row][column]` is the place (row, column) whose cell covers this one."""

    box: Box
    rows: tuple[float, ...]
    columns: tuple[float, ...]
    owner: tuple[tuple[tuple[int, int], ...], ...]

    def place(self, letter: Letter) -> tuple[int, int] | None:
        """The cell a letter stands in; None outside the table."""
        x, y = (letter.left + letter.right) / 2, letter.base - 0.3 * letter.size
        if not (self.columns[0] <= x <= self.columns[-1] and self.rows[0] <= y <= self.rows[-1]):
            return None
        row = min(bisect_right(self.rows, y) - 1, len(self.rows) - 2)
        column = min(bisect_right(self.columns, x) - 1, len(self.columns) - 2)
        return self.owner[row][column]


def find_grids(rules: Rules) -> list[Grid]:
    """The tables of a page, from the top: at least two rows and two columns. A frame around text is none."""
    if not rules.down or len(rules.across) < 2 or len(rules.across) + len(rules.down) > _MOST_RULES:
        return []
    grids = [_grid(across, down) for across, down in _touching(rules)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.box.top)


def fill(grid: Grid, letters: Sequence[Letter]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table with the letters that stand in it.

    A cell merged across prints once, one merged down repeats its text (the contract of `document.Table`).
    """
    held: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        place = grid.place(letter)
        if place is not None:
            held.setdefault(place, []).append(letter)
    texts = {place: _cell_text(found, _width(grid, place)) for place, found in held.items()}
    return tuple(
        tuple(texts.get(owner, "") if owner[1] == column else "" for column, owner in enumerate(owners))
        for owners in grid.owner
    )


def _touching(rules: Rules) -> list[tuple[list[Rule], list[Rule]]]:
    """The strokes in groups that cross or touch one another."""
    group = list(range(len(rules.across) + len(rules.down)))

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for i, across in enumerate(rules.across):
        for j, down in enumerate(rules.down, len(rules.across)):
            meets = across.start - _NEAR <= down.at <= across.end + _NEAR
            if meets and down.start - _NEAR <= across.at <= down.end + _NEAR:
                group[root(j)] = root(i)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for place in range(len(group)):
        pair = found.setdefault(root(place), ([], []))
        if place < len(rules.across):
            pair[0].append(rules.across[place])
        else:
            pair[1].append(rules.down[place - len(rules.across)])
    return list(found.values())


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    if len(across) < 2 or not down:
        return None
    rows = _levels([rule.at for rule in across])
    # Many tables have no strokes at their left and right: the horizontal ones say how wide they are.
    columns = _levels([*(rule.at for rule in down), min(r.start for r in across), max(r.end for r in across)])
    if len(rows) < 3 or len(columns) < 3 or len(rows) * len(columns) > _MOST_CELLS:
        return None
    owner = _owners(rows, columns, across, down)
    if len({place for line in owner for place in line}) < 4 or len({place[1] for line in owner for place in line}) < 2:
        return None
    return Grid(Box(columns[0], rows[0], columns[-1], rows[-1]), rows, columns, owner)


def _levels(places: list[float]) -> tuple[float, ...]:
    levels: list[float] = []
    for place in sorted(places):
        if not levels or place - levels[-1] > _NEAR:
            levels.append(place)
    return tuple(levels)


def _owners(
    rows: tuple[float, ...], columns: tuple[float, ...], across: Sequence[Rule], down: Sequence[Rule]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Cells without a stroke between them are one cell; its first row and column names it."""
    owner: list[list[tuple[int, int]]] = []
    for row in range(len(rows) - 1):
        middle = (rows[row] + rows[row + 1]) / 2
        line: list[tuple[int, int]] = []
        for column in range(len(columns) - 1):
            centre = (columns[column] + columns[column + 1]) / 2
            if row and not _parts(across, rows[row], centre):
                line.append(owner[row - 1][column])
            elif column and not _parts(down, columns[column], middle):
                line.append(line[column - 1])
            else:
                line.append((row, column))
        owner.append(line)
    return tuple(tuple(line) for line in owner)


def _parts(rules: Sequence[Rule], at: float, along: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start - _NEAR <= along <= rule.end + _NEAR for rule in rules)


def _width(grid: Grid, place: tuple[int, int]) -> float:
    owners = grid.owner[place[0]]
    last = max(column for column, owner in enumerate(owners) if owner == place)
    return grid.columns[last + 1] - grid.columns[place[1]]


def _cell_text(letters: list[Letter], width: float) -> str:
    """The paragraphs of a cell on one line: a line that is full goes on in the next, others are parted by a space."""
    em = em_of(letters)
    lines = [_row_line(row) for row in rows_of(letters)]
    room = max(width - 1.2 * em, *(line.right - line.left for line in lines))
    text = lines[0].text
    for before, line in itertools.pairwise(lines):
        left = room - (before.right - before.left)
        if left < (width_of(first_token(line.text)) + 0.2) * em:
            text = join_words(text, line.text, line.spaced)
        else:
            text = f"{text} {line.text}"
    return text


def _row_line(row: Sequence[Line]) -> Line:
    first = row[0]
    text = " ".join(line.text for line in row)
    return Line(text, first.left, row[-1].right, first.base, first.em, first.spaced)
