from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput
from desktop_app.domain.plan import Plan
from desktop_app.ingest import read_plan, readers

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("空.txt", b"", "空文件"),
        ("空白.txt", b"\xef\xbb\xbf \r\n\t\n", "空文件"),
        ("方案.pdf", b"%PDF-1.7\n", "PDF"),
        ("方案.txt", b"%PDF-1.7\n", "PDF"),
        ("方案.doc", OLE + b"\x00" * 600, "另存为 .docx 或 .txt"),
        ("方案.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "已加密"),
        ("方案.wps", OLE + b"\x00" * 600, "旧版"),
        ("方案.rtf", b"{\\rtf1\\ansi", "RTF"),
        ("方案.html", b"<!DOCTYPE html><html>", "网页"),
        ("方案.png", b"\x89PNG\r\n\x1a\n\x00", "图片"),
        ("方案.docx", b"PK\x03\x04broken word/document.xml", "损坏"),
        ("方案.zip", b"PK\x03\x04nothing", "压缩包"),
        ("方案.xlsx", b"PK\x03\x04 xl/workbook.xml", "电子表格"),
        ("方案.docx", "一、任务\n1.建云。".encode(), "实为文本"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadInput, match=reason) as refused:
        read_plan(path)
    assert name in str(refused.value)
    assert not any(word in str(refused.value) for word in ("请", "您", "！", "\n"))


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="未找到"):
        read_plan(tmp_path / "没有.txt")
    with pytest.raises(BadInput, match="文件夹"):
        read_plan(tmp_path)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "LARGEST_FILE", 1024)
    path = tmp_path / "大.txt"
    path.write_bytes(b"a" * 2000)
    with pytest.raises(BadInput, match="超过"):
        read_plan(path)


def test_a_package_that_swells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "弹.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 30_000_000)
    with pytest.raises(BadInput, match="解压后过大"):
        read_plan(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear all,\n1. Please read.\n2. Please act on it now.", "几乎没有中文"),
        ("今天天气很好，我们一起去公园散步，看见许多人在湖边钓鱼、放风筝。", "没有“一、”"),
        ("云山县方案\n一、指导思想\n坚持统筹推进，全面落实部署。\n二、基本原则\n坚持创新驱动。", "没有任务"),
        ("周末采购单，路过超市时顺便带回来\n1.苹果三斤\n2.牛奶两箱\n3.鸡蛋一板", "不像工作任务"),
    ],
)
def test_a_text_that_is_no_plan_is_refused_with_the_reason(text: str, reason: str, read: Callable[[str], Plan]) -> None:
    with pytest.raises(BadInput, match=reason):
        read(text)


@pytest.mark.parametrize(
    "mark", ["秘密★", "机密★1年", "绝密★启用前", "机 密 ★ 10 年", "機密★", "000012\n秘密★1年", "绝密"]
)
def test_a_marked_document_is_refused(mark: str, read: Callable[[str], Plan]) -> None:
    with pytest.raises(BadInput, match="涉密文件不得导入"):
        read(f"{mark}\n云山县方案\n一、任务\n1.建云。建设政务云。")


@pytest.mark.parametrize("words", ["秘密文件管理", "非涉密系统迁移", "机密性和完整性"])
def test_words_about_secrets_are_no_marks(words: str, read: Callable[[str], Plan]) -> None:
    assert read(f"{words}方案\n一、任务\n1.建云。加强秘密管理，建设政务云。").tasks
