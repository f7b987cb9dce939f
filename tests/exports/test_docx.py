"""The Word file, opened again by python-docx, and drawn by LibreOffice where it is installed."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from desktop_app import paths
from desktop_app.domain.errors import Cancelled
from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports.report import write_report
from desktop_app.exports.report_docx import count_rows, write_docx
from desktop_app.exports.report_model import Chart, ReportContent
from tests.exports.all_templates import KEYS, UNIT, content
from tests.exports.pdf_reading import TOLERANCE, Pdf, mm

OFFICE = shutil.which("soffice")

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{fonts}</dir><cachedir>{cache}</cachedir>{aliases}</fontconfig>"""
ALIAS = """<match><test name="family"><string>{asked}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>"""
STAND_INS = {
    "仿宋_GB2312": "Zhuque Fangsong (technical preview)",
    "楷体_GB2312": "LXGW WenKai GB Lite",
    "黑体": "Noto Sans SC Medium",
    "方正小标宋简体": "Noto Serif SC",
    "宋体": "Noto Serif SC",
}


@pytest.fixture(scope="module")
def files(
    tmp_path_factory: pytest.TempPathFactory, plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> dict[str, tuple[ReportContent, Path]]:
    folder = tmp_path_factory.mktemp("word")
    made = {}
    for key in KEYS:
        drafted = content(plans, rows, today, key)
        path = folder / f"{key}.docx"
        assert write_docx(path, drafted) == count_rows(path)
        made[key] = (drafted, path)
    return made


@pytest.fixture(scope="module")
def drawn(files: dict[str, tuple[ReportContent, Path]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    """The Word files as LibreOffice prints them, with the bundled faces standing in for those of Windows."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("drawn")
    aliases = "".join(ALIAS.format(asked=asked, given=given) for asked, given in STAND_INS.items())
    fonts = FONTS.format(fonts=paths.resources() / "fonts", cache=folder / "cache", aliases=aliases)
    (folder / "fonts.conf").write_text(fonts, encoding="utf-8")
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), *(str(path) for _, path in files.values())],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}, check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return {key: Pdf(folder / f"{key}.pdf") for key in files}


def face(style: Any) -> str:
    return str(style.element.rPr.rFonts.get(qn("w:eastAsia")))


@pytest.mark.parametrize("key", KEYS)
def test_the_paper_has_the_margins_of_the_standard(files: dict[str, tuple[ReportContent, Path]], key: str) -> None:
    drafted, path = files[key]
    for section in Document(path).sections:
        margins = [round(getattr(section, f"{side}_margin").mm) for side in ("top", "bottom", "left", "right")]
        turned = section.orientation == WD_ORIENT.LANDSCAPE
        assert margins == ([28, 26, 35, 37] if turned else [37, 35, 28, 26])
        assert (round(section.page_width.mm), round(section.page_height.mm)) == ((297, 210) if turned else (210, 297))
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in Document(path).sections]
    assert turned == [False] * drafted.has_body + [annex.wide for annex in drafted.annexes]


def test_the_styles_carry_the_faces_sizes_and_pitch(files: dict[str, tuple[ReportContent, Path]]) -> None:
    styles = Document(files["progress"][1]).styles
    wanted = {
        "Title": ("方正小标宋简体", 22), "Heading 1": ("黑体", 16), "Heading 2": ("楷体_GB2312", 16), "公文正文": ("仿宋_GB2312", 16),
        "附件": ("黑体", 16), "页码": ("宋体", 14),
    }  # fmt: skip
    for name, (wanted_face, size) in wanted.items():
        style = styles[name]
        assert (face(style), style.font.size.pt) == (wanted_face, size), name
        assert not style.font.bold, name
    body = styles["公文正文"]
    assert body.paragraph_format.line_spacing.pt == pytest.approx(28.95, abs=0.05)
    assert body.element.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"


def test_the_grid_names_28_characters_and_22_lines_and_the_text_is_chinese(
    files: dict[str, tuple[ReportContent, Path]],
) -> None:
    """5.2.3, and the breaking of lines by Chinese rules (GB/T 15834 5)."""
    document = Document(str(files["progress"][1]))
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    pitch = 16 + int(grid.get(qn("w:charSpace"))) / 4096
    assert 28 * pitch == pytest.approx(156 / 25.4 * 72, abs=0.05)
    assert int(225 / 25.4 * 72 / (int(grid.get(qn("w:linePitch"))) / 20)) == 22
    (language,) = document.styles.element.iter(qn("w:lang"))
    (of_theme,) = document.settings.element.iter(qn("w:themeFontLang"))
    assert language.get(qn("w:eastAsia")) == of_theme.get(qn("w:eastAsia")) == "zh-CN"


@pytest.mark.parametrize("key", KEYS)
def test_the_word_file_says_what_the_content_says(files: dict[str, tuple[ReportContent, Path]], key: str) -> None:
    drafted, path = files[key]
    document = Document(path)
    by_style: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        by_style.setdefault(paragraph.style.name, []).append(paragraph.text)
    headings = [heading.split("、", 1)[1] for heading in by_style.get("Heading 1", [])]
    assert headings == [section.heading for section in drafted.sections]
    assert by_style["Title"][0].replace("\n", "") == drafted.title
    tables = [annex.rows for annex in drafted.annexes]
    tables += [
        block.as_table.rows if isinstance(block, Chart) else block.rows
        for section in drafted.sections
        for block in section.blocks
        if hasattr(block, "rows") or isinstance(block, Chart)
    ]
    assert sorted(len(table.rows) - 1 for table in document.tables) == sorted(map(len, tables))
    if drafted.signed_on:
        assert by_style["落款"] == [UNIT, "2021年10月18日"]


@pytest.mark.parametrize("closing", ["特此报告。", ""])
def test_one_blank_line_and_the_last_words_are_kept_with_the_signature(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date, closing: str
) -> None:
    """7.3.5.2, 7.3.5.5"""
    drafted = content(plans, rows[:6], today, "progress", sections=("overall",))
    write_docx(tmp_path / "报告.docx", replace(drafted, closing=closing, annexes=()))
    paragraphs = Document(str(tmp_path / "报告.docx")).paragraphs
    at = next(at for at, paragraph in enumerate(paragraphs) if paragraph.style.name == "落款")
    assert [paragraph.style.name for paragraph in paragraphs[at - 2 : at + 2]] == ["公文正文", "空行", "落款", "落款"]
    assert all(paragraph.paragraph_format.keep_with_next for paragraph in paragraphs[at - 2 : at + 1])


def test_words_typed_in_several_paragraphs_are_several_paragraphs_on_both_kinds_of_page(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    typed = {"opening": "第一段。\n\n第二段。", "closing": "第三段。\r\n第四段。"}
    drafted = content(plans, rows[:3], today, "progress", sections=("overall",), **typed)
    write_docx(tmp_path / "报告.docx", drafted)
    write_report(tmp_path / "报告.pdf", drafted)
    wanted = ["第一段。", "第二段。", "第三段。", "第四段。"]
    paragraphs = Document(str(tmp_path / "报告.docx")).paragraphs
    assert [each.text for each in paragraphs if each.text in wanted and each.style.name == "公文正文"] == wanted
    pdf = Pdf(tmp_path / "报告.pdf")
    lines = [line for page in pdf.body for line in pdf.lines(page)]
    found = [line for line in lines if "".join(char["text"] for char in line) in wanted]
    assert len(found) == 4
    assert all(mm(line[0]["x0"]) == pytest.approx(28 + 2 * 156 / 28, abs=TOLERANCE) for line in found)


@pytest.mark.parametrize("key", KEYS)
def test_heads_are_repeated_and_rows_are_not_split(files: dict[str, tuple[ReportContent, Path]], key: str) -> None:
    for table in Document(files[key][1]).tables:
        rows = table._tbl.tr_lst
        assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_words_are_stored_as_text_and_not_as_markup(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    drafted = content(plans, rows[:3], today, "progress", opening='甲<w:p>&"乙"\x00\u202e丙', title="标题<&>")
    write_docx(tmp_path / "报告.docx", drafted)
    document = Document(tmp_path / "报告.docx")
    assert document.paragraphs[0].text == "标题<&>"
    assert '甲<w:p>&"乙"丙' in [paragraph.text for paragraph in document.paragraphs]


def test_writing_can_be_cancelled(tmp_path: Path, files: dict[str, tuple[ReportContent, Path]]) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_docx(tmp_path / "报告.docx", files["progress"][0], cancel)
    assert not (tmp_path / "报告.docx").exists()


def test_a_damaged_file_counts_as_no_rows(tmp_path: Path, files: dict[str, tuple[ReportContent, Path]]) -> None:
    data = bytearray(files["urging"][1].read_bytes())
    at = data.index(b"word/document.xml") + 200
    data[at : at + 4] = bytes(255 - byte for byte in data[at : at + 4])
    (tmp_path / "坏.docx").write_bytes(bytes(data))
    assert count_rows(tmp_path / "坏.docx") == 0


@pytest.mark.parametrize("key", KEYS)
def test_libreoffice_prints_it_with_the_figures_of_the_standard(
    files: dict[str, tuple[ReportContent, Path]], drawn: dict[str, Pdf], key: str
) -> None:
    drafted, pdf = files[key][0], drawn[key]
    for page, (width, height) in enumerate(pdf.sizes):
        number = f"—{page + 1}—"
        turned = width > height
        shown = "".join(c["text"] for c in pdf.chars[page] if c["upright"] is not turned).replace(" ", "")
        assert number in shown, "the number, turned with the paper"
        inside = [c for c in pdf.chars[page] if c["upright"] and abs(c["size"] - 14) > 0.1 and c["text"].strip()]
        left, right = (35, 260) if turned else (28, 184)
        assert min(mm(c["x0"]) for c in inside) >= left - TOLERANCE
        assert max(mm(c["x1"]) for c in inside) <= right + 1.5
    assert drafted.has_body is (pdf.sizes[0][0] < pdf.sizes[0][1])


def test_a_full_line_holds_28_characters_and_a_page_22_lines(
    tmp_path: Path, drawn: dict[str, Pdf], plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    pdf = drawn["progress"]
    lengths = [len([c for c in line if c["text"].strip()]) for page in (1, 2) for line in pdf.lines(page)]
    assert max(lengths) >= 28
    full = [page for page in pdf.portrait[:8] if len(pdf.lines(page)) == 22]
    assert full, "a page of plain text has 22 lines"
    tops = [mm(line[0]["top"]) for line in pdf.lines(full[0])]
    assert tops[-1] - tops[0] == pytest.approx(21 * 225 / 22, abs=1.5)


def test_a_long_ledger_is_written_whole(tmp_path: Path, task: Callable[..., TaskRow]) -> None:
    from desktop_app.exports import annex

    rows = [task(n, id=n) for n in range(10)] * 200
    drafted = ReportContent("台账", "2021年", annexes=(annex.ledger("台账", rows),))
    assert write_docx(tmp_path / "台账.docx", drafted) == count_rows(tmp_path / "台账.docx") > 2000
