"""The ledger as a workbook, against XlsxWriter writing the same values with the same look."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter

from desktop_app.domain.ledger import TaskRow
from desktop_app.exports.columns import Look, columns_for
from desktop_app.exports.row_heights import height, lines_needed
from desktop_app.exports.text import for_cell
from tests.benchmarks.data import TODAY, make_rows

_FORMS = {Look.DATE: "yyyy-mm-dd", Look.PERCENT: "0%", Look.NUMBER: "0"}


def prepare(folder: Path, size: int, side: str) -> tuple[Path, list[TaskRow]]:
    """The rows, with our modules imported for both sides (the floor takes its columns from them)."""
    if side == "ours":
        import desktop_app.exports.workbook  # noqa: F401
    return folder / "台账.xlsx", make_rows(size)


def floor(prepared: tuple[Path, list[TaskRow]]) -> None:
    """Head, rows with borders, wrapping and heights, frozen panes, filter, print set-up."""
    path, rows = prepared
    columns = columns_for(1)
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("任务台账")
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#EDEFF2", "align": "center", "valign": "vcenter"})
    forms = {look: _form(book, look) for look in Look}
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(2, at, column.head, head)
    for number, row in enumerate(rows, 1):
        most = 1
        for at, column in enumerate(columns):
            value, form = column.value(row, number), forms[column.look]
            if isinstance(value, str):
                text = for_cell(value)
                most = max(most, lines_needed(text, column.width))
                sheet.write_string(2 + number, at, text, form)
            elif isinstance(value, dt.date):
                sheet.write_datetime(2 + number, at, dt.datetime.combine(value, dt.time()), form)
            elif value is not None:
                sheet.write_number(2 + number, at, value, form)
            else:
                sheet.write_blank(2 + number, at, None, form)
        sheet.set_row(2 + number, height(most))
    sheet.freeze_panes(3, 4)
    sheet.autofilter(2, 0, 2 + len(rows), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    book.close()


def _form(book: Any, look: Look) -> Any:
    align = "left" if look is Look.TEXT else "center"
    return book.add_format(
        {"border": 1, "text_wrap": True, "align": align, "valign": "vcenter", "num_format": _FORMS.get(look, "@")}
    )


def ours(prepared: tuple[Path, list[TaskRow]]) -> None:
    """The ledger with its sheet of figures, read back and counted."""
    from desktop_app.exports.workbook import write_ledger

    path, rows = prepared
    assert write_ledger(path, "万项任务工作要点任务台账", "", TODAY, rows) == len(rows)
