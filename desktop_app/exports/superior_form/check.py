"""Reading a filled form back with another library than wrote it: every row must say what it was meant to say."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.domain.superior_form import Meaning
from desktop_app.exports.superior_form.filling import TableFilling
from desktop_app.exports.superior_form.values import Percent, Value, words_of


def rows_held(path: Path, fillings: Sequence[TableFilling | None], is_book: bool) -> int:
    """How many of the rows that were written hold every one of their values."""
    grids = list(_book_grids(path) if is_book else _document_grids(path, fillings))
    found = 0
    for at, filling in enumerate(fillings):
        if filling is None:
            continue
        rows, top = grids[filling.sheet if is_book else at], _top(filling, fillings) if is_book else 0
        wanted = [n for n, meaning in enumerate(filling.mapping.columns) if meaning not in _LEFT]
        for place, values in zip(filling.numbers, filling.rows, strict=True):
            number = place + top
            row = rows[number] if number < len(rows) else []
            found += all(
                column < len(row) and _same(row[column], value)
                for column in wanted
                if (value := values[column]) is not None
            )
    return found


def _top(filling: TableFilling, fillings: Sequence[TableFilling | None]) -> int:
    """Where the table begins, once those above it on its sheet have grown."""
    above = (each.grows for each in fillings if each and each.sheet == filling.sheet and each.top < filling.top)
    return filling.top + sum(above)


_LEFT = (Meaning.EMPTY, Meaning.ORDER)
"""Not compared: nothing is written, or the document numbers its rows itself."""


def _book_grids(path: Path) -> Iterator[list[list[Any]]]:
    from openpyxl import load_workbook

    with path.open("rb") as file, warnings.catch_warnings():
        # openpyxl tells of what it would not keep; nothing is saved from here.
        warnings.simplefilter("ignore")
        book = load_workbook(file)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1, min_col=1)]
        book.close()


def _document_grids(path: Path, fillings: Sequence[TableFilling | None]) -> Iterator[list[list[Any]]]:
    """The rows of each table by grid column; lines before the table count as rows, as they do in the form."""
    from docx import Document
    from docx.table import Table

    with path.open("rb") as file:
        document: Any = Document(file)
    inside = document.element.body.xpath("./w:tbl | ./w:sdt//w:tbl[not(ancestor::w:tbl)]")
    for element, filling in zip(inside, fillings, strict=False):
        table = Table(element, document)
        rows: list[list[Any]] = []
        for row in table.rows:
            texts: list[Any] = [None] * row.grid_cols_before
            texts += [cell.text for cell in row.cells]
            rows.append(texts)
        yield [[] for _ in range(filling.lead if filling else 0)] + rows


def _same(read: Any, meant: Value) -> bool:
    """Whether a cell says what was meant, whatever it is kept as."""
    if meant == "":
        return read in (None, "")
    if isinstance(meant, Percent):
        return read in (meant.value / 100, meant.value, f"{meant.value}%")
    if isinstance(meant, dt.date):
        day = read.date() if isinstance(read, dt.datetime) else read
        return day in (meant, words_of(meant))
    return str(read) == str(meant)
