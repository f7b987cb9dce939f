"""How far the cells of a workbook lie apart, before anything lays them out as a rectangle in memory.

calamine gives every sheet as a full rectangle: two cells, A1 and XFD1048576, would ask for gigabytes. Harmless
ledgers do the same when somebody has formatted a column to its end: those cells are taken out.
"""

from __future__ import annotations

import io
import re
import zipfile

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.readers import limits

_MOST_LAID_OUT = 2 * limits.MOST_CELLS
_CELL = re.compile(rb'<(?:\w+:)?c [^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^>]{0,200}?(/>|></(?:\w+:)?c>|>)')
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c [^>]{0,300}?(?:/>|></(?:\w+:)?c>)")
_REPEATED = re.compile(rb'number-(rows|columns)-repeated="(\d{1,9})"')
_FILLED = re.compile(rb"<text:p\b|office:value=|office:date-value=")
_ROW_AHEAD = 300


def without_far_cells(data: bytes) -> bytes | None:
    """The same workbook, without formatted empty cells if they stretch it; None when filled cells do.

    Raises:
        one of limits.PACKAGE_ERRORS: the package is damaged.
    """
    everything, filled = _xlsx_extents(data)
    if filled > _MOST_LAID_OUT or _ods_extent(data) > _MOST_LAID_OUT:
        return None
    return _without_empty_cells(data) if everything > _MOST_LAID_OUT else data


def check_extent(name: str, data: bytes) -> None:
    """Refuse a workbook whose cells, empty ones too, stretch a sheet beyond what any ledger needs.

    Raises:
        BadInput: they do.
    """
    if max(*_xlsx_extents(data), _ods_extent(data)) > _MOST_LAID_OUT:
        raise BadInput(too_many_cells(name))


def too_many_cells(name: str) -> str:
    """The sentence for a workbook beyond the limit."""
    return f"“{name}”的单元格过多，未导入；删去空白行列或拆分后重新导入"


def _xlsx_extents(data: bytes) -> tuple[int, int]:
    """Cells in the largest rectangle around all cells, and around those that hold something."""
    largest = [1, 1]
    for name in _sheets(data):
        rows, columns = [1, 1], [1, 1]
        for chunk in limits.chunks_of(data, name):
            for match in _CELL.finditer(chunk):
                row, column = int(match[2]), _column(match[1])
                for kind in (0, 1) if match[3] == b">" else (0,):
                    rows[kind], columns[kind] = max(rows[kind], row), max(columns[kind], column)
        largest = [max(most, rows[kind] * columns[kind]) for kind, most in enumerate(largest)]
    return largest[0], largest[1]


def _sheets(data: bytes) -> list[str]:
    return [entry.filename for entry in limits.entries_of(data) if "worksheets/" in entry.filename]


def _column(letters: bytes) -> int:
    """A -> 1, Z -> 26, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _without_empty_cells(data: bytes) -> bytes:
    made = io.BytesIO()
    sheets = set(_sheets(data))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        for entry in old.infolist():
            held = old.read(entry)
            new.writestr(entry.filename, _EMPTY_CELL.sub(b"", held) if entry.filename in sheets else held)
    return made.getvalue()


def _ods_extent(data: bytes) -> int:
    """An upper bound for the rectangle of an .ods sheet: repeated rows and columns that hold something."""
    rows = columns = 1
    for chunk in limits.chunks_of(data, "content.xml"):
        for match in _REPEATED.finditer(chunk):
            if not _FILLED.search(chunk, match.end(), match.end() + _ROW_AHEAD):
                continue
            if match[1] == b"rows":
                rows += int(match[2])
            else:
                columns = max(columns, int(match[2]))
    return rows * columns
