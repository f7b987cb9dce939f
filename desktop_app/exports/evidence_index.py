"""卷内目录 as a workbook: every file of a pack with its task, its place and its digest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from desktop_app.exports.cells import prepare, put, set_plain_face
from desktop_app.exports.columns import Look, Value
from desktop_app.exports.row_heights import height, lines_needed
from desktop_app.exports.text import for_cell, full_date
from desktop_app.exports.whole_file import write_packed

_COLUMNS = (
    ("序号", 6, Look.NUMBER), ("任务编号", 10, Look.WORD), ("任务", 32, Look.TEXT), ("材料名称", 32, Look.TEXT),
    ("包内位置", 44, Look.TEXT), ("附上日期", 12, Look.DATE), ("大小（字节）", 13, Look.NUMBER), ("SHA-256", 40, Look.TEXT),
    ("备注", 16, Look.TEXT),
)  # fmt: skip
_HEAD = 3


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of the pack: its task, where it lies, what it holds."""

    task_number: str
    task: str
    name: str
    place: str
    added_on: dt.date
    size: int
    digest: str
    note: str


def write_index(path: Path, title: str, today: dt.date, packed: Sequence[PackedFile]) -> None:
    """Write the list to `path`."""
    book = Workbook()
    set_plain_face(book)
    sheet = book["Sheet"]
    sheet.title = "卷内目录"
    styles = prepare(sheet)
    put(sheet, 1, 1, for_cell(title), styles.title)
    put(sheet, 2, 1, f"截至{full_date(today)}，共{len(packed)}份。解包后可用“校验值.txt”逐一核对。", styles.subtitle)
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_COLUMNS))
    sheet.row_dimensions[1].height = 34
    for column, (head, width, _) in enumerate(_COLUMNS, 1):
        put(sheet, _HEAD, column, head, styles.head)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, file in enumerate(packed, 1):
        values: tuple[Value, ...] = (
            number, file.task_number, file.task, file.name, file.place, file.added_on, file.size, file.digest, file.note,
        )  # fmt: skip
        most = 1
        for column, (value, (_, width, look)) in enumerate(zip(values, _COLUMNS, strict=True), 1):
            text = for_cell(value) if isinstance(value, str) else value
            quoted = isinstance(text, str) and text.startswith(("=", "+", "-", "@"))
            put(sheet, _HEAD + number, column, text, (styles.quoted if quoted else styles.body)[look])
            most = max(most, lines_needed(text, width) if isinstance(text, str) else 1)
        sheet.row_dimensions[_HEAD + number].height = height(most)
    sheet.freeze_panes = f"A{_HEAD + 1}"
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    write_packed(path, book.save)
    book.close()
