"""Spreadsheets (.xlsx, .xlsm, .ods) with calamine: every visible sheet a table, merged cells filled as they are meant."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Block, Document
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.sheet_blocks import Cell, blocks_of
from desktop_app.ingest.readers.sheet_extent import too_many_cells, without_far_cells
from desktop_app.ingest.readers.sniffing import Format

_MOST_SHEETS = 60


class SheetReader:
    """Reads a workbook; formulas give the values they were saved with, macros are never looked at."""

    format = Format.SPREADSHEET
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".ods", ".et", ".xls", ".xltx", ".ots")
    isolated = True

    def read(self, path: Path, data: bytes) -> Document:
        """A table block for every visible sheet, the lines above its head as paragraphs.

        Raises:
            BadInput: damaged, locked, or with more cells than any ledger has.
        """
        try:
            limits.check_package(path.name, data)
            compact = without_far_cells(data)
        except limits.PACKAGE_ERRORS:
            raise BadInput(_damaged(path.name)) from None
        if compact is None:
            raise BadInput(too_many_cells(path.name))
        blocks, hidden = read_workbook(path.name, compact)
        return _document(path.name, "sheet", blocks, hidden)


class OldSheetReader:
    """Reads .xls and .et of before 2007."""

    format = Format.OLD_SPREADSHEET
    suffixes: tuple[str, ...] = (".xls", ".et", ".xlt", ".xlsx")
    isolated = True

    def read(self, path: Path, data: bytes) -> Document:
        """A table block for every visible sheet, the lines above its head as paragraphs.

        Raises:
            BadInput: damaged, locked, or with more cells than any ledger has.
        """
        blocks, hidden = read_workbook(path.name, data)
        return _document(path.name, "xls", blocks, hidden)


def _document(name: str, form: str, blocks: Sequence[Block], hidden: Sequence[str]) -> Document:
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
                sheet = book.get_sheet_by_name(about.name)
                top, left = sheet.start or (0, 0)
                blocks += blocks_of(_rows(name, sheet), about.name, top, left)
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
        raise BadInput(too_many_cells(name))
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
