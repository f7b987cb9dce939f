"""Every sheet of a workbook as it stands, hidden ones included: values with their kinds, places and merged cells."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import BadInput
from desktop_app.domain.handout import Raw
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.ods_spans import merged_cells
from desktop_app.ingest.readers.sniffing import Format, sniff

_DAY = "day"
_FAR = re.compile(rb"""r=["'](?:[A-Z]{2}|[A-Z]?\d{5})""")
_FAR_IN_ODS = re.compile(rb'-repeated="\d{4}')
"""A cell or a run that may stretch a sheet beyond what any ledger needs: then it is measured."""

Wanted = Callable[[str], bool]
Span = tuple[int, int, int, int]
"""First row, last row, first column, last column of merged cells, counted within the grid."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: `top` is the sheet's row, counted from 0, in which `rows` begin."""

    name: str
    visible: bool
    top: int
    rows: list[list[Raw]]
    merged: tuple[Span, ...] = ()


def read_grids(name: str, data: bytes, wanted: Wanted | None = None) -> list[Grid]:
    """The sheets of a workbook (.xlsx, .xlsm, .ods, .xls, .et); only those whose name is `wanted`, where that is given.

    The package was checked by `look_inside`.

    Raises:
        BadInput: no workbook, damaged, locked, or bigger than any ledger.
    """
    held = sniff(data)
    if held is Format.OLD_SPREADSHEET:
        return [grid for grid in _read_old(name, data) if wanted is None or wanted(grid.name)]
    if held is not Format.SPREADSHEET:
        raise BadInput(f"“{name}”不是电子表格，应为下发后填好的 .xlsx、.xls 或 .ods 文件")
    try:
        return grids_of(data, wanted)
    except Exception as error:
        raise BadInput(_locked(name) if _is_locked(error) else _damaged(name)) from None


def look_inside(name: str, data: bytes, wanted: Sequence[str] = ()) -> str:
    """Check a package before it is unpacked in earnest; returns the text of the first of its parts that is `wanted`.

    "" for a workbook of before 2007, which is no package.

    Raises:
        BadInput: damaged, or bigger than any ledger.
    """
    if not data.startswith(b"PK"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            limits.check_entries(name, entries, len(data))
            sheets = [each for each in entries if _is_sheet(each.filename)]
            far = any(_is_far(each.filename, piece) for each in sheets for piece in limits.pieces_of(package, each))
            held = {each.filename for each in entries}
            text = next((package.read(part).decode("utf-8", "replace") for part in wanted if part in held), "")
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        raise BadInput(_damaged(name)) from None
    if far:
        from desktop_app.ingest.readers.sheet_extent import check_extent

        check_extent(name, data)
    return text


def _is_far(part: str, content: bytes) -> bool:
    found = (_FAR_IN_ODS if part == "content.xml" else _FAR).search(content)
    if found and found[0].startswith(b"r='"):
        # No office program writes places like this, and the measure does not see them.
        raise ValueError("odd places")
    return found is not None


def grids_of(data: bytes, wanted: Wanted | None = None) -> list[Grid]:
    """The sheets as calamine reads them; whatever it raises passes, a panic of its code as ValueError."""
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = [
                (book.get_sheet_by_name(about.name), about.visible is calamine.SheetVisibleEnum.Visible)
                for about in book.sheets_metadata
                if about.typ is calamine.SheetTypeEnum.WorkSheet and (wanted is None or wanted(about.name))
            ]
            # None where calamine does not look for merged cells, which is in .ods workbooks.
            untold = any(sheet.merged_cell_ranges is None for sheet, _ in sheets)
            merged = merged_cells(data) if untold and data.startswith(b"PK") else {}
            return [_grid(sheet, visible, merged.get(sheet.name, ())) for sheet, visible in sheets]
    except BaseException as error:
        # A panic of calamine's Rust code is no Exception: hostile workbooks can cause one.
        if type(error).__name__ == "PanicException":
            raise ValueError("damaged") from None
        raise


def _grid(sheet: Any, visible: bool, merged: Sequence[Span]) -> Grid:
    if sheet.height * sheet.width > limits.MOST_CELLS:
        raise ValueError("too many cells")
    top, left = sheet.start or (0, 0)
    told = [(row0, row1, column0, column1) for (row0, column0), (row1, column1) in sheet.merged_cell_ranges or ()]
    spans = tuple(
        (row0 - top, row1 - top, column0 - left, column1 - left) for row0, row1, column0, column1 in told or merged
    )
    return Grid(sheet.name, visible, top, sheet.to_python(skip_empty_area=True), spans)


def _is_sheet(part: str) -> bool:
    return "worksheets/" in part or part == "content.xml"


def _read_old(name: str, data: bytes) -> list[Grid]:
    """A workbook of before 2007: its reader works in a process of its own."""
    from desktop_app.ingest.readers.legacy import run_worker

    made = run_worker("grids", data)
    if made is None:
        raise BadInput(f"“{name}”是旧版电子表格，未能读取，在 WPS 或 Excel 中另存为 .xlsx 后重新合并")
    if made == b"":
        raise BadInput(_locked(name))
    return [
        Grid(held["name"], held["visible"], held["top"], [list(map(_from_json, row)) for row in held["rows"]],
             tuple(tuple(span) for span in held["merged"]))
        for held in json.loads(made)
    ]  # fmt: skip


def write_grids(given: Path, made: Path) -> None:
    """The work of that process: the sheets of `given` as JSON in `made`."""
    sheets = [
        {"name": grid.name, "visible": grid.visible, "top": grid.top, "merged": grid.merged,
         "rows": [list(map(_to_json, row)) for row in grid.rows]}
        for grid in grids_of(given.read_bytes())
    ]  # fmt: skip
    made.write_text(json.dumps(sheets, ensure_ascii=False), encoding="utf-8")


def _to_json(value: Raw) -> object:
    if isinstance(value, dt.datetime | dt.date):
        return [_DAY, f"{value:%Y-%m-%d}"]
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)


def _from_json(value: Any) -> Raw:
    if isinstance(value, list):
        return dt.date.fromisoformat(value[1])
    return value  # type: ignore[no-any-return]


def texts_of(rows: Sequence[Sequence[Raw]]) -> list[str]:
    """The words of some rows, cell by cell."""
    return [cell for row in rows for cell in row if isinstance(cell, str) and cell.strip()]


def _is_locked(error: Exception) -> bool:
    return type(error).__name__ == "PasswordError"


def _locked(name: str) -> str:
    return f"“{name}”有打开密码，解除密码并另存后重新合并"


def _damaged(name: str) -> str:
    return f"“{name}”是已损坏的电子表格，用 WPS 或 Excel 打开并另存为 .xlsx 后重新合并"
