"""A clerk with a plain editor: opens a handout with openpyxl, fills cells in by row and head, saves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from desktop_app.domain.handout import Field
from desktop_app.exports.handout import HEAD_ROW, SHEET


class Sheet:
    """A handout that is open; `rows` counts from 0 below the head."""

    def __init__(self, path: Path) -> None:
        self.book = openpyxl.load_workbook(path)
        self.sheet: Any = self.book[SHEET]
        self.columns = {cell.value: cell.column for cell in self.sheet[HEAD_ROW] if cell.value}

    def cell(self, row: int, head: Field | str) -> Any:
        return self.sheet.cell(HEAD_ROW + 1 + row, self.columns[head.label if isinstance(head, Field) else head])

    def save(self, path: Path) -> Path:
        self.book.save(path)
        self.book.close()
        return path


def fill(path: Path, out: Path, cells: dict[tuple[int, Field | str], object]) -> Path:
    """Save `path` as `out` with these cells filled in."""
    sheet = Sheet(path)
    for (row, head), value in cells.items():
        cell = sheet.cell(row, head)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # words that begin with = stay words, as in a cell of the form "text"
    return sheet.save(out)
