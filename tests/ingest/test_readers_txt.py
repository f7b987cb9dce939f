from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput
from desktop_app.ingest import read_plan
from desktop_app.ingest.readers import read_document
from desktop_app.ingest.readers.txt import decode

TEXT = "云山县2024年方案\n一、任务\n1.建云。建设政务云，堃喆同志负责联系𬭚公司。\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 le mark", "utf-16 be mark", "utf-16 le", "utf-16 be", "gb18030"],
)
def test_every_encoding_of_an_office_is_read(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_bytes(data)
    assert read_document(path).text == TEXT
    assert read_plan(path).title == "云山县2024年方案"


def test_the_original_is_kept_as_it_arrived(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_bytes("云山縣方案\r\n一、任務\r\n1.建雲。建設,推廣。\r\n2.建網。加強建設與管理,推進應用。".encode())
    plan = read_plan(path)
    assert plan.original == "云山縣方案\r\n一、任務\r\n1.建雲。建設,推廣。\r\n2.建網。加強建設與管理,推進應用。"
    assert plan.text == "云山县方案\n一、任务\n1.建云。建设，推广。\n2.建网。加强建设与管理，推进应用。"


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 200, bytes(range(256)) * 8, b"\xff\xfe\x00\xd8a\x00"])
def test_bytes_that_are_no_text_are_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_bytes(data)
    with pytest.raises(BadInput, match="不是文本文件"):
        read_document(path)


def test_broken_utf8_is_not_read_as_something_else() -> None:
    assert decode("任务".encode()[:-1] + b"\xff") is None
