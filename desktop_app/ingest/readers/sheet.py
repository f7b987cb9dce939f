"""Spreadsheets (.xlsx, .xlsm, .ods) with calamine: every visible sheet a table, merged cells filled as they are meant."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Block, Document
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.sheet_blocks import Cell, blocks_of
from desktop_app.ingest.readers.sniffing import Format

_PLACE = re.compile(
    rb'<(?:\w+:)?c [^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"|\bref="[A-Z]{1,3}\d{1,7}:([A-Z]{1,3})(\d{1,7})"'
)
_REPEATED = re.compile(rb'number-(rows|columns)-repeated="(\d{1,9})"')
_FILLED = re.compile(rb"<text:p\b|office:value=|office:date-value=")
_MOST_SHEETS = 60
_SPAN_OF_ODS = 1024


class SheetReader:
    """Reads a workbook; formulas give the values they were saved with, macros are never looked at."""

    format = Format.SPREADSHEET
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".ods", ".et", ".xls", ".xltx", ".ots")

    def read(self, path: Path, data: bytes) -> Document:
        """A table block for every visible sheet, the lines above its head as paragraphs.

        Raises:
            BadInput: damaged, locked, or with more cells than any ledger has.
        """
        try:
            limits.check_package(path.name, data)
            _check_extent(path.name, data)
        except limits.PACKAGE_ERRORS:
            raise BadInput(_damaged(path.name)) from None
        blocks, hidden = read_workbook(path.name, data)
        return sheets_document(path.name, "sheet", blocks, hidden)


def sheets_document(name: str, form: str, blocks: Sequence[Block], hidden: Sequence[str]) -> Document:
    """The document of a workbook; hidden sheets are named in a remark."""
    if not blocks:
        raise BadInput(f"“{name}”的工作表是空的，核对后重新导入")
    remarks = (f"隐藏的工作表未读入：{'、'.join(hidden)}",) if hidden else ()
    return Document(name, form, tuple(blocks), remarks)


def read_workbook(name: str, data: bytes) -> tuple[list[Block], list[str]]:
    """The blocks of every visible sheet, and the names of hidden sheets.

    Raises:
        BadInput: calamine cannot read it.
    """
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            blocks: list[Block] = []
            hidden: list[str] = []
            for about in book.sheets_metadata[:_MOST_SHEETS]:
                if about.typ is not calamine.SheetTypeEnum.WorkSheet:
                    continue
                if about.visible is not calamine.SheetVisibleEnum.Visible:
                    hidden.append(about.name)
                    continue
                blocks += blocks_of(_rows(name, book.get_sheet_by_name(about.name)))
            return blocks, hidden
    except calamine.PasswordError:
        raise BadInput(f"“{name}”{Format.ENCRYPTED.refusal.replace('.docx', '.xlsx')}") from None
    except (calamine.CalamineError, OSError, ValueError):
        raise BadInput(_damaged(name)) from None
    except BaseException as error:
        # A panic of calamine's Rust code is no Exception: hostile workbooks can cause one.
        if type(error).__name__ == "PanicException":
            raise BadInput(_damaged(name)) from None
        raise


def _damaged(name: str) -> str:
    return f"“{name}”是已损坏的电子表格，用 WPS 或 Excel 打开并另存为 .xlsx 后重新导入"


def _rows(name: str, sheet: Any) -> list[list[Cell]]:
    if sheet.height * sheet.width > limits.MOST_CELLS:
        raise BadInput(_too_many(name))
    rows: list[list[Cell]] = [list(row) for row in sheet.to_python(skip_empty_area=True)]
    top, left = sheet.start or (0, 0)
    for (row0, column0), (row1, column1) in sheet.merged_cell_ranges or ():
        _fill(rows, row0 - top, row1 - top, column0 - left, column1 - left)
    return rows


def _fill(rows: list[list[Cell]], top: int, bottom: int, left: int, right: int) -> None:
    """A cell merged down repeats in every row, one merged across prints once (the contract of `document.Table`)."""
    if not (0 <= top < len(rows) and 0 <= left < len(rows[top])):
        return
    for row in rows[top + 1 : min(bottom, len(rows)) + 1]:
        row[left] = rows[top][left]
    for row in rows[top : bottom + 1]:
        for column in range(left + 1, min(right + 1, len(row))):
            row[column] = ""


def _too_many(name: str) -> str:
    return f"“{name}”的单元格过多，未导入；删去空白行列或拆分后重新导入"


def _check_extent(name: str, data: bytes) -> None:
    """Refuse a sheet whose cells lie so far apart that the rectangle around them would fill memory.

    calamine lays every sheet out as a full rectangle: two cells, A1 and XFD1048576, would ask for gigabytes.
    """
    rows = columns = 1
    for chunk in _xlsx_chunks(data):
        for match in _PLACE.finditer(chunk):
            if match[1]:
                rows, columns = max(rows, int(match[2])), max(columns, _column(match[1]))
    if rows * columns > limits.MOST_CELLS * 4 or _ods_extent(data) > limits.MOST_CELLS * 4:
        raise BadInput(_too_many(name))


def _xlsx_chunks(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [entry.filename for entry in package.infolist() if "worksheets/" in entry.filename]
    for name in names:
        yield from limits.chunks_of(data, name)


def _column(letters: bytes) -> int:
    """A -> 1, Z -> 26, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _ods_extent(data: bytes) -> int:
    """An upper bound for the rectangle of an .ods sheet: repeated rows and columns that hold something."""
    rows = columns = 1
    for chunk in limits.chunks_of(data, "content.xml"):
        for match in _REPEATED.finditer(chunk):
            filled = _FILLED.search(chunk, match.end(), match.end() + 300)
            if not filled:
                continue
            if match[1] == b"rows":
                rows += int(match[2])
            else:
                columns = max(columns, int(match[2]))
    return rows * columns
