"""Names of material as units write them, and the files that answer them."""

from __future__ import annotations

import pytest

from desktop_app.domain.named_files import Found, find_files, split_names

FILES = ["现场照片1.jpg", "现场照片2.jpg", "项目验收报告（盖章）.pdf", "上线通知.docx", "数据清单.xlsx", "数据清单.pdf"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("现场照片、验收报告.pdf", ["现场照片", "验收报告.pdf"]),
        ("1.《上线通知》\n2.数据清单", ["上线通知", "数据清单"]),
        ("附件1：现场照片（3张）；见：会议纪要2份", ["现场照片", "会议纪要"]),
        ("无", []),
        (" / ", []),
        ("2021.10工作总结.docx", ["2021.10工作总结.docx"]),
    ],
)
def test_a_cell_holds_names_however_they_are_set_apart(cell, names):
    assert split_names(cell) == names


@pytest.mark.parametrize(
    ("name", "found", "places"),
    [
        ("上线通知", Found.EQUAL, (3,)),
        ("《上线 通知》.DOCX", Found.EQUAL, (3,)),
        ("现场照片", Found.EQUAL, (0, 1)),
        ("数据清单", Found.EQUAL, (4, 5)),
        ("数据清单.pdf", Found.EQUAL, (5,)),
        ("验收报告", Found.NEAR, (2,)),
        ("上线的通知", Found.NEAR, (3,)),
        ("会议纪要", Found.NONE, ()),
        ("表", Found.NONE, ()),
    ],
)
def test_files_are_found_by_equal_then_by_like_names(name, found, places):
    assert find_files(name, FILES) == (found, places)
