"""Workbooks from outside: hostile or broken ones are refused in words, foreign heads are still understood."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.errors import BadInput
from desktop_app.domain.handout import Field
from desktop_app.ingest.grids import grids_of
from desktop_app.ingest.returned import read_returned


def save(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    book.close()
    return path


def patched(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The same package with some bytes of one part changed."""
    data = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(data) as given, zipfile.ZipFile(path, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            made.writestr(name, content.replace(old, new) if name == part else content)
    return path


def test_a_list_that_an_office_made_itself_is_read_by_its_heads(tmp_path):
    path = save(tmp_path / "a.xlsx", [
        ["十月工作进展情况表"], ["填报单位：市信访局", None, "批次：2021年10月批次"],
        ["序号", "工作任务", "完成情况", "完成比例", "存在的问题", "下一步打算", "当前状态"],
        [1, "完善服务热线", "已归并8条。", "八成", None, "继续", "推进中"],
    ])  # fmt: skip
    book = read_returned(path)
    assert (book.said_unit, book.said_batch, book.identity) == ("市信访局", "2021年10月批次", None)
    assert Field.TEXT in book.fields
    assert Field.PROBLEMS in book.fields
    (row,) = book.rows
    assert (row.place, row.title) == (4, "完善服务热线")
    assert dict(zip(book.fields, row.raw, strict=True))[Field.TEXT] == "已归并8条。"


def test_a_sheet_without_any_column_to_fill_in_has_no_fields(tmp_path):
    book = read_returned(save(tmp_path / "a.xlsx", [["姓名", "电话"], ["张三", "123"]]))
    assert book.fields == ()


@pytest.mark.parametrize("place", [b'r="XFD1048576"', b"r='XFD1048576'"])
def test_cells_at_the_end_of_the_world_are_refused_before_memory_is_filled(tmp_path, place):
    path = save(tmp_path / "a.xlsx", [["状态", "进度", "进展情况"], ["推进中", 1, "甲"]])
    patched(path, "xl/worksheets/sheet1.xml", b'r="C2"', place)
    with pytest.raises(BadInput):
        read_returned(path)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 xl/workbook broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0\0\0",
        b"plain text",
        b"%PDF-1.7",
    ],
)
def test_files_that_are_no_workbooks_are_refused_in_words(tmp_path, data):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=r"a\.xlsx"):
        read_returned(path)


def test_all_sheets_are_read_hidden_ones_too(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "见"
    hidden = book.create_sheet("藏")
    hidden["B2"] = "不见"
    hidden.sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    book.close()
    shown, kept = grids_of((tmp_path / "a.xlsx").read_bytes())
    assert (shown.visible, kept.visible, kept.top, kept.rows) == (True, False, 1, [["不见"]])
