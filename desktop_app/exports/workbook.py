"""The ledger as a spreadsheet: one row a task in outline order, ready to filter and to print, and a sheet of figures."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.collecting import no_collection
from desktop_app.domain.ledger import TaskRow
from desktop_app.exports import statistics
from desktop_app.exports.cells import SONG, Styles, prepare, put, set_plain_face
from desktop_app.exports.columns import Column, Look, Value, columns_for
from desktop_app.exports.row_heights import MOST_LINES, fit, height, lines_needed, width_for
from desktop_app.exports.text import for_cell, full_date
from desktop_app.exports.whole_file import write_packed
from desktop_app.exports.wording import LEGEND

Progress = Callable[[int, int], None]

SHEET, FIGURES = "任务台账", "统计"
HEAD_ROW = 3
"""Title, date line, head: tasks begin below."""

_STEP = 200
_LIGHT = Look.LIGHT
"""Looked up once: members of an enumeration are asked for at every cell."""
_FORMULA_MARKS = ("=", "+", "-", "@")


def write_ledger(
    path: Path, title: str, subtitle: str, today: dt.date, rows: Sequence[TaskRow], progress: Progress | None = None
) -> int:
    """Write the ledger of `rows` to `path` and return how many task rows the written file holds.

    `subtitle` stands under the title before the date and the legend of the lights; it may be "".
    """
    with no_collection():
        _write(path, title, subtitle, today, rows, progress)
    return count_rows(path)


def _write(
    path: Path, title: str, subtitle: str, today: dt.date, rows: Sequence[TaskRow], progress: Progress | None
) -> None:
    book = Workbook()
    set_plain_face(book)
    # The workbook has no formula; asked to recalculate, Excel would offer to save it on closing.
    book.calculation.fullCalcOnLoad = False
    book.properties.creator, book.properties.title = "销号", for_cell(title)
    sheet = book["Sheet"]
    sheet.title = SHEET
    styles = prepare(sheet)
    columns = columns_for(len({row.plan_id for row in rows}))
    values = [[_clean(column.value(row, n)) for column in columns] for n, row in enumerate(rows, 1)]
    widths = _widths(columns, values)
    _head(sheet, styles, columns, title, _date_line(subtitle, today, len(rows)))
    _body(sheet, styles, columns, widths, rows, values, progress)
    _set_up(sheet, columns, widths, values)
    figures = book.create_sheet(FIGURES)
    statistics.fill(figures, styles, rows, today)
    print_on(figures, f"{statistics.HEAD_ROW}:{statistics.HEAD_ROW}", "portrait")
    write_packed(path, book.save)
    book.close()


def count_rows(path: Path) -> int:
    """How many task rows the written ledger holds; reading them also checks the file's checksums."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet1.xml").count(b"<row ") - HEAD_ROW


def _clean(value: Value) -> Value:
    return for_cell(value) if isinstance(value, str) else value


def _date_line(subtitle: str, today: dt.date, tasks: int) -> str:
    said = f"{subtitle}　" if subtitle else ""
    return f"{said}截至{full_date(today)}，共{tasks}项任务　　　亮灯：{LEGEND}"


def _widths(columns: Sequence[Column], values: Sequence[Sequence[Value]]) -> list[float]:
    """Widths that let every text be read in full; a row can only be so high."""
    return [
        width_for([str(row[at]) for row in values], column.width) if column.look is Look.TEXT else column.width
        for at, column in enumerate(columns)
    ]


def _head(sheet: Worksheet, styles: Styles, columns: Sequence[Column], title: str, date_line: str) -> None:
    for at, text, style, points in ((1, title, styles.title, 34.0), (2, date_line, styles.subtitle, 20.0)):
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(columns))
        put(sheet, at, 1, for_cell(text), style)
        sheet.row_dimensions[at].height = points
    for number, column in enumerate(columns, 1):
        put(sheet, HEAD_ROW, number, column.head, styles.head)
    sheet.row_dimensions[HEAD_ROW].height = 32


def _body(
    sheet: Worksheet,
    styles: Styles,
    columns: Sequence[Column],
    widths: Sequence[float],
    rows: Sequence[TaskRow],
    values: Sequence[Sequence[Value]],
    progress: Progress | None,
) -> None:
    forms = [(column.look, width, styles.body[column.look]) for column, width in zip(columns, widths, strict=True)]
    for number, (task, cells) in enumerate(zip(rows, values, strict=True)):
        if progress and number % _STEP == 0:
            progress(number, len(rows))
        at = HEAD_ROW + 1 + number
        most = 1
        light = styles.lights[task.signal.mark]
        for column, (value, (look, width, plain)) in enumerate(zip(cells, forms, strict=True), 1):
            style = light if look is _LIGHT else plain
            if isinstance(value, str):
                most = max(most, lines_needed(value, width))
                if value.startswith(_FORMULA_MARKS):
                    style = styles.quoted[look]
                if most > MOST_LINES:
                    value, most = fit(value, width), MOST_LINES
            put(sheet, at, column, value, style)
        sheet.row_dimensions[at].height = height(most)
    if progress:
        progress(len(rows), len(rows))


def _set_up(
    sheet: Worksheet, columns: Sequence[Column], widths: Sequence[float], values: Sequence[Sequence[Value]]
) -> None:
    """Columns, filter, frozen head and the printed page."""
    for at, (column, width) in enumerate(zip(columns, widths, strict=True)):
        dimension = sheet.column_dimensions[get_column_letter(at + 1)]
        dimension.width = width
        dimension.hidden = column.optional and not any(row[at] for row in values)
    last = f"{get_column_letter(len(columns))}{HEAD_ROW + len(values)}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}"
    sheet.print_area = f"A1:{last}"
    after_title = next(number for number, column in enumerate(columns, 1) if column.key == "title") + 1
    sheet.freeze_panes = f"{get_column_letter(after_title)}{HEAD_ROW + 1}"
    print_on(sheet, f"{HEAD_ROW}:{HEAD_ROW}", "landscape")


def print_on(sheet: Worksheet, head_rows: str, orientation: Literal["landscape", "portrait"]) -> None:
    """A4, one page wide, the head on every page, page numbers below."""
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = orientation, sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = head_rows
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.6, bottom=0.6, header=0.3, footer=0.3)
    footer = HeaderFooterItem()
    footer.center.text, footer.center.font, footer.center.size = "第 &P 页　共 &N 页", f"{SONG},Regular", 9
    sheet.oddFooter = footer
