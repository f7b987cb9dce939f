"""Rows of a sheet as blocks: the lines above the head are paragraphs (title, 填报单位), the rest is one table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop_app.ingest.document import Block, Paragraph, Table
from desktop_app.ingest.readers import limits

Cell = str | int | float | bool | dt.time | dt.date | dt.datetime | dt.timedelta | None


def blocks_of(rows: Sequence[Sequence[Cell]], sheet: str = "", top: int = 0, left: int = 0) -> Iterator[Block]:
    """Paragraphs and one table; empty rows and columns at the edges are left out.

    `top` and `left` are the row and column of the sheet, counted from 0, in which `rows` begin.
    """
    printed = [(top + place, [print_cell(cell) for cell in row]) for place, row in enumerate(rows)]
    texts = [(place, row) for place, row in printed if any(row)]
    head = 0
    while head < len(texts) and sum(map(bool, texts[head][1])) == 1:
        head += 1
    if head == len(texts):
        yield from (Paragraph(text, sheet=sheet) for _, row in texts for text in row if text)
        return
    yield from (Paragraph("".join(row), sheet=sheet) for _, row in texts[:head])
    yield _squared(texts[head:], sheet, left)


def print_cell(cell: Cell) -> str:
    """A cell as text on one line: 2026-06-30 -> 2026年6月30日, 3.0 -> 3, True -> 是."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.10g}"
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell.year}年{cell.month}月{cell.day}日"
    return " ".join(str(cell)[: limits.LONGEST_CELL].split())


def _squared(rows: Sequence[tuple[int, Sequence[str]]], sheet: str, left: int) -> Table:
    """Rows of one width without the columns that no row fills."""
    width = max(len(row) for _, row in rows)
    used = [column for column in range(width) if any(column < len(row) and row[column] for _, row in rows)]
    return Table(
        tuple(tuple(row[column] if column < len(row) else "" for column in used) for _, row in rows),
        sheet,
        tuple(place for place, _ in rows),
        tuple(left + column for column in used),
    )
