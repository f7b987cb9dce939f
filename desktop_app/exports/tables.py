"""Ruled tables drawn by hand: the head on every page, no row cut in two unless it is higher than a page.

Drawing rows straight onto the canvas is what keeps a ledger of ten thousand rows to seconds (measured.md 4b).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from desktop_app.domain.task import Mark
from desktop_app.exports.fonts import Face
from desktop_app.exports.light_shapes import LIGHT_SHAPES
from desktop_app.exports.page import ASCENT, MOST_EMPTY, Frame
from desktop_app.exports.table_model import RowKind, TableColumn, TableRow
from desktop_app.exports.typeset import LineCache


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Measures in points."""

    size: float = 10.5
    leading: float = 14.5
    padding_x: float = 3.5
    padding_y: float = 3.5


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: Sequence[str]
    x: float
    width: float
    centred: bool
    light: bool


_Cells = list[_Cell]

_SLACK = 0.01
_FIRST = 3
"""So many rows at least stand under the head where a table begins."""
_SHORT = 30
"""A longer table is higher than half a page."""


def _blocks(rows: Iterable[TableRow]) -> Iterator[list[TableRow]]:
    """Each row with the group rows above it."""
    block: list[TableRow] = []
    for row in rows:
        block.append(row)
        if row.kind is not RowKind.GROUP:
            yield block
            block = []
    if block:
        yield block


class TableDrawer:
    """Draws one table into a frame, from page to page."""

    def __init__(self, frame: Frame, columns: Sequence[TableColumn], style: TableStyle) -> None:
        self._frame, self._columns, self._style = frame, columns, style
        self._writer = frame.writer
        whole = sum(column.share for column in columns)
        self._widths = [frame.area.width * column.share / whole for column in columns]
        self._edges = list(accumulate(self._widths, initial=frame.area.left))
        self._plain = LineCache(self._writer.glyphs(Face.FANGSONG), style.size)
        self._bold = LineCache(self._writer.glyphs(Face.HEITI), style.size)
        self._head = self._lay([column.head for column in columns], self._bold, head=True)
        self._open: float | None = None

    def draw(self, rows: Iterable[TableRow]) -> None:
        """Draw the head and all rows. Group rows stay with the row below them, the last row with the one before it."""
        waiting: list[list[TableRow]] = []
        for block in _blocks(rows):
            if len(waiting) == 2:
                self._place(waiting.pop(0))
            waiting.append(block)
        self._place([row for block in waiting for row in block])
        self._close_rules()

    def height_wanted(self, rows: Sequence[TableRow], room: float, empty: float) -> float:
        """The points to begin in where `room` is left: all of a table of at most half a page, unless too much were left
        empty when it is moved on (`empty`); else the head and the first rows.
        """
        head = self._height(self._head)
        heights = [self._height(self._cells(row)) for row in rows[:_SHORT]]
        whole, page = head + sum(heights), self._frame.area.height
        short = len(rows) <= _SHORT and whole <= page / 2
        if short and (room >= whole or empty < page * MOST_EMPTY):
            return whole
        return head + sum(heights[:_FIRST])

    def _place(self, rows: Sequence[TableRow]) -> None:
        """Draw `rows` together if a page can hold them; the head of the table never stands without a row."""
        laid = [self._cells(row) for row in rows]
        needed, head = sum(map(self._height, laid)), self._height(self._head)
        page = self._frame.area.height - head
        if self._open is None:
            if self._frame.room + _SLACK < head + needed <= self._frame.area.height:
                self._frame.turn()
            self._draw_head()
        elif self._frame.room + _SLACK < needed <= page:
            self._turn()
        for row, cells in zip(rows, laid, strict=True):
            for piece in self._pieces(cells):
                if self._frame.room + _SLACK < self._height(piece):
                    self._turn()
                self._draw_row(piece, row)

    def _turn(self) -> None:
        self._close_rules()
        self._frame.turn()
        self._draw_head()

    def _draw_head(self) -> None:
        frame = self._frame
        self._writer.rule(frame.area.left, frame.y, frame.area.left + frame.area.width, frame.y)
        self._open = frame.y
        self._draw_cells(self._head, Face.HEITI, self._bold, None)

    def _draw_row(self, cells: _Cells, row: TableRow) -> None:
        if row.kind is RowKind.PLAIN:
            self._draw_cells(cells, Face.FANGSONG, self._plain, row.mark)
        elif row.kind is RowKind.TOTAL:
            self._draw_cells(cells, Face.HEITI, self._bold, None)
        else:
            self._close_rules()
            above = self._frame.y
            self._draw_cells(cells, Face.HEITI, self._bold, None)
            for edge in (self._edges[0], self._edges[-1]):
                self._writer.rule(edge, above, edge, self._frame.y)
            self._open = self._frame.y

    def _close_rules(self) -> None:
        """Draw the upright rules of the rows since they were opened, in one stroke each."""
        if self._open is not None and self._open > self._frame.y:
            for edge in self._edges:
                self._writer.rule(edge, self._open, edge, self._frame.y)
        self._open = None

    def _draw_cells(self, cells: _Cells, face: Face, cache: LineCache, mark: Mark | None) -> None:
        frame, style = self._frame, self._style
        height = self._height(cells)
        for cell in cells:
            baseline = frame.y - (height - len(cell.lines) * style.leading) / 2
            baseline -= (style.leading - style.size) / 2 + ASCENT * style.size
            for number, line in enumerate(cell.lines):
                if line:
                    sign = mark if cell.light and number == 0 else None
                    self._draw_line(cell, line, baseline, face, cache, sign)
                baseline -= style.leading
        frame.y -= height
        self._writer.rule(frame.area.left, frame.y, frame.area.left + frame.area.width, frame.y)

    def _draw_line(
        self, cell: _Cell, line: str, baseline: float, face: Face, cache: LineCache, sign: Mark | None
    ) -> None:
        size = self._style.size
        x = self._frame.area.left + cell.x + self._style.padding_x
        sign_width = 1.1 * size if sign else 0.0
        if cell.centred:
            x += (cell.width - 2 * self._style.padding_x - sign_width - cache.width(line)) / 2
        if sign:
            self._writer.shape(LIGHT_SHAPES[sign], x, baseline - 0.04 * size, 0.8 * size)
        self._writer.text(x + sign_width, baseline, line, face, size)

    def _cells(self, row: TableRow) -> _Cells:
        if row.kind is RowKind.GROUP:
            width = self._frame.area.width
            lines = self._bold.lines(row.cells[0], width - 2 * self._style.padding_x)
            return [_Cell(lines, 0.0, width, centred=False, light=False)]
        return self._lay(row.cells, self._plain if row.kind is RowKind.PLAIN else self._bold)

    def _lay(self, texts: Sequence[str], cache: LineCache, head: bool = False) -> _Cells:
        cells: _Cells = []
        x = 0.0
        for text, column, width in zip(texts, self._columns, self._widths, strict=True):
            light = column.light and not head
            inner = width - 2 * self._style.padding_x - (1.1 * self._style.size if light else 0.0)
            cells.append(_Cell(cache.lines(text, inner), x, width, head or column.centred, light))
            x += width
        return cells

    def _height(self, cells: _Cells) -> float:
        return max(len(cell.lines) for cell in cells) * self._style.leading + 2 * self._style.padding_y

    def _pieces(self, cells: _Cells) -> list[_Cells]:
        """The row in pieces that fit on a page: mostly one."""
        needed = max(len(cell.lines) for cell in cells)
        room = self._frame.area.height - self._height(self._head) - 2 * self._style.padding_y
        most = max(int(room / self._style.leading), 1)
        if needed <= most:
            return [cells]
        return [
            [replace(cell, lines=cell.lines[at : at + most], light=cell.light and at == 0) for cell in cells]
            for at in range(0, needed, most)
        ]
