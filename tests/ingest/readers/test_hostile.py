"""Files that are not what they say, or are made to do harm: refused in words, in little time and memory."""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import BadInput, XiaohaoError
from desktop_app.ingest import read_plan
from desktop_app.ingest.readers import READERS, apart, read_document, read_text, reader_for
from tests.ingest.readers import printing
from tests.ingest.readers.test_sheets import make_xlsx

FORMATS = Path(__file__).parents[2] / "data" / "formats"
TEXT = ["云山县2024年方案", "一、任务", "1.建云。完成政务云建设，迁移业务系统。（县数据局牵头，2024年6月底前完成）"]
SECONDS = 8.0


def make_docx(path: Path) -> Path:
    return printing.print_docx(path, TEXT[0], TEXT)


def make_pdf(path: Path) -> Path:
    return printing.print_pdf(path, TEXT[0], TEXT)


def make_html(path: Path) -> Path:
    return printing.print_html(path, TEXT[0], TEXT)


def make_ods(path: Path) -> Path:
    path.write_bytes((FORMATS / "台账.ods").read_bytes())
    return path


MAKERS: dict[str, Callable[[Path], Path]] = {
    ".docx": make_docx,
    ".pdf": make_pdf,
    ".html": make_html,
    ".xlsx": make_xlsx,
    ".ods": make_ods,
}
SUFFIXES = [".txt", ".docx", ".pdf", ".html", ".md", ".xlsx", ".ods", ".csv", ".mht"]


def read_or_refuse(path: Path) -> None:
    """A document or a refusal, and neither takes long; here, without the process that would hide a crash."""
    begun = time.monotonic()
    try:
        data = path.read_bytes()
        reader_for(path, data).read(path, data)
    except XiaohaoError as refused:
        assert "\n" not in str(refused)
        assert path.name in str(refused)
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=2000))
def test_any_bytes_under_any_name_are_read_or_refused(suffix: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"方案{suffix}"
    path.write_bytes(data)
    read_or_refuse(path)


@pytest.mark.parametrize("suffix", MAKERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_mutated_files_are_read_or_refused(suffix: str, seed: int, tmp_path: Path) -> None:
    path = tmp_path / f"方案{suffix}"
    whole = tmp_path / f"完整{suffix}"
    data = bytearray((whole if whole.exists() else MAKERS[suffix](whole)).read_bytes())
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(data))
        kind = chance.random()
        if kind < 0.6:
            data[at] = chance.randrange(256)
        elif kind < 0.8:
            del data[at : at + chance.randint(1, 500)]
        else:
            data[at:at] = data[: chance.randint(1, 300)]
        if not data:
            break
    path.write_bytes(bytes(data))
    read_or_refuse(path)


@pytest.mark.parametrize("suffix", MAKERS)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_truncated_files_are_read_or_refused(suffix: str, share: float, tmp_path: Path) -> None:
    whole = MAKERS[suffix](tmp_path / f"完整{suffix}").read_bytes()
    path = tmp_path / f"半个{suffix}"
    path.write_bytes(whole[: int(len(whole) * share)])
    read_or_refuse(path)


@pytest.mark.parametrize("name", ["方案.doc", "台账.xls"])
@pytest.mark.parametrize("seed", range(3))
def test_mutated_old_files_are_read_or_refused(name: str, seed: int, tmp_path: Path) -> None:
    data = bytearray((FORMATS / name).read_bytes())
    chance = random.Random(seed)
    for _ in range(200):
        data[chance.randrange(512, len(data))] = chance.randrange(256)
    path = tmp_path / name
    path.write_bytes(bytes(data))
    read_or_refuse(path)


def test_an_entity_of_another_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "机密.txt"
    secret.write_text("外部内容不得读入", encoding="utf-8")
    path = tmp_path / "方案.docx"
    with zipfile.ZipFile(make_docx(tmp_path / "好.docx")) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            held = old.read(entry)
            if entry.filename == "word/document.xml":
                head, body = held.split(b"?>", 1)
                held = head + f'?><!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode() + body
                held = held.replace("一、任务".encode(), b"&x;", 1)
            new.writestr(entry.filename, held)
    try:
        text = read_document(path).text
    except BadInput:
        return
    assert "外部内容" not in text


def test_entities_that_multiply_do_not_fill_memory(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    path = tmp_path / "方案.docx"
    with zipfile.ZipFile(make_docx(tmp_path / "好.docx")) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            held = old.read(entry)
            if entry.filename == "word/document.xml":
                head, body = held.split(b"?>", 1)
                held = head + f'?><!DOCTYPE w [<!ENTITY e0 "哈哈">{entities}]>'.encode() + body
                held = held.replace("一、任务".encode(), b"&e11;", 1)
            new.writestr(entry.filename, held)
    read_or_refuse(path)


@pytest.mark.parametrize(("suffix", "inner"), [(".docx", "word/document.xml"), (".xlsx", "xl/workbook.xml")])
def test_a_package_that_swells_is_refused_before_it_is_unpacked(suffix: str, inner: str, tmp_path: Path) -> None:
    path = tmp_path / f"弹{suffix}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(inner, b"0" * 30_000_000)
    with pytest.raises(BadInput, match="解压后过大"):
        read_document(path)


def test_a_package_that_lies_about_its_size_is_stopped(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 30_000_000)
    data = made.getvalue().replace((30_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path = tmp_path / "弹.docx"
    path.write_bytes(data)
    read_or_refuse(path)


def test_a_pdf_that_draws_itself_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "方案.pdf"
    path.write_bytes(endless_pdf())
    monkeypatch.setattr(apart.run_worker, "__defaults__", (2.0, "given.bin"))
    begun = time.monotonic()
    with pytest.raises(BadInput, match="限定的时间"):
        read_document(path)
    assert time.monotonic() - begun < SECONDS


def test_a_web_page_nested_beyond_reason_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "方案.html"
    path.write_text("<html><body>" + "<div>" * 300_000 + "一、任务。", encoding="utf-8")
    monkeypatch.setattr(apart.run_worker, "__defaults__", (2.0, "given.bin"))
    with pytest.raises(BadInput, match="限定的时间"):
        read_document(path)


def endless_pdf() -> bytes:
    """A page with a form that draws itself three times, each of which draws itself three times, …"""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 500>>stream\n" + b"/X Do " * 83 + b"  \nendstream",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 18>>stream\n"
        b"/X Do /X Do /X Do \nendstream",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj" % number + held + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only systems with named pipes")
def test_devices_and_pipes_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    for path in (tmp_path / "管道.txt", Path("/dev/zero")):
        with pytest.raises(BadInput, match="设备或管道"):
            read_document(path)


@pytest.mark.parametrize("name", ["方案.txt\x00.docx", "x" * 5000])
def test_impossible_names_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read_document(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [("方案.docx", ".pdf", "实为 PDF"), ("方案.pdf", ".docx", "实为 DOCX"), ("方案.txt", ".xlsx", "实为 XLSX")],
)
def test_an_ending_that_contradicts_the_content_is_named(name: str, held: str, said: str, tmp_path: Path) -> None:
    path = MAKERS[held](tmp_path / f"真{held}").rename(tmp_path / name)
    with pytest.raises(BadInput, match=said):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "held"), [("方案.doc", ".docx"), ("方案.wps", ".html"), ("方案", ".pdf"), ("台账.xls", ".xlsx")]
)
def test_endings_of_the_same_family_are_read_by_content(name: str, held: str, tmp_path: Path) -> None:
    path = MAKERS[held](tmp_path / f"真{held}").rename(tmp_path / name)
    assert read_document(path).blocks


@pytest.mark.parametrize("mark", ["秘密★", "机密★10年", "機密★５年", "机　密 ★ 长期", "绝密★启用前"])
@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".md", ".txt", ".csv"])
def test_a_mark_of_secrecy_stops_every_format(mark: str, suffix: str, tmp_path: Path) -> None:
    lines = ["000123", mark, *TEXT]
    path = tmp_path / f"方案{suffix}"
    if suffix == ".docx":
        printing.print_docx(path, TEXT[0], lines)
    elif suffix == ".pdf":
        printing.print_pdf(path, TEXT[0], lines)
    elif suffix == ".html":
        printing.print_html(path, TEXT[0], lines)
    else:
        path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BadInput, match="涉密文件不得导入"):
        read_plan(path)


def test_a_mark_in_the_head_of_the_page_or_a_later_annex_stops_the_import(tmp_path: Path) -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "机密★3年"
    for line in TEXT:
        word.add_paragraph(line)
    word.save(str(tmp_path / "页眉.docx"))
    later = tmp_path / "附件.txt"
    later.write_text(
        "\n".join([*TEXT, *["2.建网。建设政务外网，覆盖乡镇。"] * 30, "附件1", "秘密★1年"]), encoding="utf-8"
    )
    for path in (tmp_path / "页眉.docx", later):
        with pytest.raises(BadInput, match="涉密文件不得导入"):
            read_plan(path)


def test_every_reader_has_an_ending_of_its_own() -> None:
    own = [reader.suffixes[0] for reader in READERS]
    assert len(own) == len(set(own))


def test_pasted_text_is_a_document() -> None:
    document = read_text("一、任务\r\n序号\t任务\t责任单位\n1\t建云\t县数据局\n完", "剪贴板")
    assert document.text == "一、任务\n序号\t任务\t责任单位\n1\t建云\t县数据局\n完"
    assert len(document.blocks) == 3
    with pytest.raises(BadInput, match="没有文字"):
        read_text(" \n", "剪贴板")
