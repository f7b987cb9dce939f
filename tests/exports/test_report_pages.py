"""The drawn pages, measured with other libraries: pdfplumber for places, pypdfium2 for the text."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import Cancelled
from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports import annex
from desktop_app.exports.fonts import Face, library
from desktop_app.exports.page import LEADING, LEFT, PORTRAIT, PageWriter
from desktop_app.exports.report import count_pages, print_report, write_report
from desktop_app.exports.report_model import (
    Annex,
    Bar,
    Chart,
    Level,
    Paragraph,
    Pattern,
    ReportContent,
    Section,
    Series,
)
from desktop_app.exports.table_model import Table, TableColumn, TableRow
from desktop_app.exports.typeset import NO_END, NO_START
from tests.drafting import draft_report
from tests.exports.pdf_reading import MM, TOLERANCE, Pdf, mm

UNIT = "云江市政务服务数据管理局"

FANGSONG, KAITI, HEITI, SERIF = "Zhuque", "WenKai", "NotoSansSC-Medium", "NotoSerifSC-Bold"


@pytest.fixture(scope="module")
def content(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> ReportContent:
    return draft_report(plans, rows, today, None, UNIT, "市人民政府")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, content: ReportContent) -> Path:
    path = tmp_path_factory.mktemp("report") / "报告.pdf"
    assert write_report(path, content) == count_pages(path)
    return path


@pytest.fixture(scope="module")
def drawn(file: Path) -> Pdf:
    return Pdf(file)


def plain(content: ReportContent, *paragraphs: Paragraph, **changes: object) -> ReportContent:
    """`content` with these paragraphs as its only section."""
    return replace(content, sections=(Section("总体情况", paragraphs),), **changes)  # type: ignore[arg-type]


def short(content: ReportContent, tasks: int) -> tuple[Annex, ...]:
    """The ledger of the annexes with its first rows only."""
    ledger = content.annexes[0]
    return (replace(ledger, rows=ledger.rows[: tasks + 1]),)


@pytest.mark.parametrize("above", range(1, 22))
def test_text_before_a_chart_that_goes_to_the_next_page_is_not_cut(
    tmp_path: Path, content: ReportContent, above: int
) -> None:
    """Wherever the section falls on its page, its three lines are cut at the foot of a full page only."""
    bars = tuple(Bar(f"第{n}局", (n,), "") for n in range(1, 13))
    chart = Chart("各单位任务", "单位", (Series("任务", Pattern.SOLID),), bars)
    filler = Section("甲", (Paragraph("述" * (28 * above - 2)),))
    said = Section("乙", (Paragraph("报" * (28 * 3 - 2)), chart))
    path = tmp_path / "报告.pdf"
    write_report(path, replace(content, sections=(filler, said)))
    pdf = Pdf(path)
    placed = [(page, line[0]["bottom"]) for page in pdf.body for line in pdf.lines(page) if line[-1]["text"] == "报"]
    assert len(placed) == 3
    first = placed[0][0]
    if placed[-1][0] != first:
        assert 37 + 225 - mm(max(bottom for page, bottom in placed if page == first)) < mm(LEADING)


def test_a_full_page_shows_22_lines_of_28_characters_in_the_type_area(tmp_path: Path, content: ReportContent) -> None:
    path = tmp_path / "报告.pdf"
    write_report(path, plain(content, Paragraph("推进数字政府建设" * 250)))
    page = Pdf(path)
    lines = page.lines(1)
    assert [len(line) for line in lines] == [28] * 22
    assert mm(page.sizes[0][0]) == pytest.approx(210, abs=0.1) and mm(page.sizes[0][1]) == pytest.approx(297, abs=0.1)
    for number, line in enumerate(lines):
        assert mm(line[0]["x0"]) == pytest.approx(28, abs=TOLERANCE)
        assert mm(line[-1]["x1"]) == pytest.approx(28 + 156, abs=TOLERANCE)
        assert mm(line[0]["top"]) == pytest.approx(37 + number * 225 / 22, abs=TOLERANCE)
    assert mm(lines[-1][0]["bottom"]) <= 37 + 225 + TOLERANCE
    pitches = [b["x0"] - a["x0"] for a, b in zip(lines[0], lines[0][1:], strict=False)]
    assert pitches == pytest.approx([156 * MM / 28] * 27, abs=0.05)


def test_nothing_of_the_body_leaves_the_type_area(drawn: Pdf) -> None:
    for page in drawn.portrait:
        for line in drawn.lines(page):
            assert mm(line[0]["x0"]) >= 28 - TOLERANCE
            assert mm(line[-1]["x1"]) <= 184 + TOLERANCE
            assert mm(line[0]["top"]) >= 37 - TOLERANCE and mm(line[0]["bottom"]) <= 262 + TOLERANCE


def test_each_level_is_set_in_its_face(drawn: Pdf) -> None:
    def faces(start: str, size: float = 16.0) -> set[str]:
        for page in drawn.portrait:
            for line in drawn.lines(page, size):
                if "".join(c["text"] for c in line).startswith(start):
                    return {c["fontname"] for c in line if "一" <= c["text"] <= "鿿"}
        raise AssertionError(start)

    def only(face: str, found: set[str]) -> bool:
        return all(face.lower() in name.replace("-", "").lower() for name in found)

    assert only("NotoSerifSC", faces("关于", 22.0))
    assert only("NotoSansSC", faces("一、总体情况"))
    assert only("WenKai", faces("（一）深入推进"))
    assert only("Zhuque", faces("市人民政府"))
    assert only("Zhuque", faces("现将"))


def test_figures_and_quotes_in_the_body_come_from_a_face_that_sets_them_well(drawn: Pdf) -> None:
    body = [c for page in drawn.portrait for line in drawn.lines(page) for c in line]
    digits = {round(c["width"] if "width" in c else c["adv"], 1) for c in body if c["text"].isdigit()}
    assert len(digits) <= 3, "digits differ only by the spacing of their line"
    assert all(c["x1"] - c["x0"] == pytest.approx(16, abs=0.5) for c in body if c["text"] in "“”")


def test_the_page_number_stands_outside_under_the_type_area(drawn: Pdf) -> None:
    for page in drawn.portrait:
        number = page + 1
        (line,) = list(drawn.lines(page, 14.0))
        assert "".join(c["text"] for c in line) == f"— {number} —"
        dash_height = line[0]["matrix"][5] + 0.36 * 14
        assert mm(drawn.sizes[page][1] - dash_height) == pytest.approx(262 + 7, abs=TOLERANCE)
        if number % 2:
            assert mm(line[-1]["x1"]) == pytest.approx(184 - mm(14), abs=TOLERANCE)
        else:
            assert mm(line[0]["x0"]) == pytest.approx(28 + mm(14), abs=TOLERANCE)


def test_the_page_number_keeps_its_own_spacing_under_a_line_drawn_wide(tmp_path: Path) -> None:
    """7.5: one character from the edge, whatever the last line of the text was spaced like."""
    path = tmp_path / "一页.pdf"
    writer = PageWriter(path, "题", "文", library())
    writer.begin(PORTRAIT)
    writer.text(LEFT, 400, "数字政府2026", Face.FANGSONG, 16.0, spacing=2.5)
    writer.close()
    (line,) = Pdf(path).lines(0, 14.0)
    assert mm(line[-1]["x1"]) == pytest.approx(184 - mm(14), abs=0.1)
    assert all(mm(right["x0"] - left["x1"]) == pytest.approx(0, abs=0.1) for left, right in itertools.pairwise(line))


def test_on_a_turned_page_the_number_stays_where_the_paper_has_it(drawn: Pdf) -> None:
    assert len(drawn.landscape) > 1
    for page in drawn.landscape:
        turned = [c for c in drawn.chars[page] if not c["upright"]]
        assert "".join(c["text"] for c in turned).replace(" ", "") == f"—{page + 1}—"
        # Turned clockwise, the paper's lower edge is the left one; its right edge is the lower one.
        assert max(mm(c["x1"]) for c in turned) < 35 - 4
        middle = mm(turned[len(turned) // 2]["top"])
        assert middle > 105 if (page + 1) % 2 else middle < 105


def test_no_line_begins_or_ends_with_a_forbidden_mark(drawn: Pdf) -> None:
    for page in drawn.portrait:
        for text in drawn.words(page):
            assert text[0] not in NO_START - frozenset("—…")
            assert text[-1] not in NO_END


def test_no_missing_glyph_reaches_a_page(tmp_path: Path, content: ReportContent) -> None:
    path = tmp_path / "报告.pdf"
    rare = "陈𬭚、王镕、李喆、张堃①②③㈠Ⅰ㎡☑☐✓○●★〇，😀\u200b\ufe0f表情"
    printed = print_report(path, plain(content, Paragraph(rare)))
    assert printed.replaced == ("😀",)
    page = Pdf(path)
    body = "".join(page.words(0))
    assert "陈𬭚、王镕、李喆、张堃①②③㈠Ⅰ㎡☑☐✓○●★〇，□表情" in body
    everything = "".join(c["text"] for chars in page.chars for c in chars)
    assert "(cid:" not in everything and "\x00" not in everything and "\ufffd" not in everything
    assert "陈𬭚" in page.texts[0]


def test_every_task_stands_in_the_annex_in_order(drawn: Pdf, rows: list[TaskRow]) -> None:
    text = "".join("".join(drawn.texts[page].split()) for page in drawn.landscape)
    at = 0
    for row in rows:
        wanted = "".join((row.number + row.title).split())
        # A title is one cell; its lines follow one another.
        found = text.find(wanted, at)
        assert found >= at, wanted
        at = found + 1


def test_the_head_of_the_ledger_stands_on_every_page_of_the_annex(drawn: Pdf) -> None:
    for page in drawn.landscape:
        heads = {
            text for text in ("序号", "责任分工", "完成时限", "亮灯", "最新进展和存在问题") if text in drawn.texts[page]
        }
        assert len(heads) == 5, page + 1


def test_the_annex_begins_a_new_page_with_its_name_and_title(drawn: Pdf) -> None:
    first = drawn.landscape[0]
    assert first == drawn.body[-1] + 1
    assert drawn.words(first)[0] == "附件"
    (line,) = drawn.lines(first, 22.0)
    assert "".join(c["text"] for c in line) == "云江市数字政府改革建设2021年工作要点任务台账"
    middle = (line[0]["x0"] + line[-1]["x1"]) / 2
    assert mm(middle) == pytest.approx(35 + 225 / 2, abs=TOLERANCE)
    assert mm(line[0]["top"]) == pytest.approx(28 + 2 * 225 / 22, abs=2)


def test_the_signature_stands_as_the_standard_says(drawn: Pdf) -> None:
    lines = drawn.lines(drawn.body[-1])
    texts = ["".join(c["text"] for c in line) for line in lines]
    at = texts.index(UNIT)
    unit, date = lines[at], lines[at + 1]
    assert texts[at + 1] == "2021年10月18日"
    assert mm(unit[-1]["x1"]) == pytest.approx(184 - 2 * 156 / 28, abs=TOLERANCE)
    assert mm(date[0]["x0"] - unit[0]["x0"]) == pytest.approx(2 * 156 / 28, abs=TOLERANCE)
    assert "特此报告。" in texts


def test_a_date_longer_than_the_unit_stands_two_from_the_right(tmp_path: Path, content: ReportContent) -> None:
    path = tmp_path / "报告.pdf"
    write_report(path, replace(content, signature_unit="市府办"))
    page = Pdf(path)
    lines = page.lines(page.body[-1])
    unit, date = lines[-2], lines[-1]
    assert "".join(c["text"] for c in unit) == "市府办"
    assert mm(date[-1]["x1"]) == pytest.approx(184 - 2 * 156 / 28, abs=TOLERANCE)
    assert mm(date[0]["x0"] - unit[0]["x0"]) == pytest.approx(2 * 156 / 28, abs=TOLERANCE)


@pytest.mark.parametrize("lines", range(8, 18))
def test_the_signature_never_stands_on_a_page_of_its_own(tmp_path: Path, content: ReportContent, lines: int) -> None:
    path = tmp_path / "报告.pdf"
    filler = [Paragraph("推进数字政府建设。") for _ in range(lines)]
    write_report(path, plain(content, *filler, annexes=short(content, 3)))
    page = Pdf(path)
    texts = page.words(page.body[-1])
    assert "特此报告。" in texts and UNIT in texts and "2021年10月18日" in texts


@pytest.mark.parametrize("lines", range(14, 22))
def test_the_signature_shares_a_page_with_text_also_without_closing_words(
    tmp_path: Path, content: ReportContent, lines: int
) -> None:
    """7.3.5.5"""
    path = tmp_path / "报告.pdf"
    filler = [Paragraph("推进数字政府建设。") for _ in range(lines)]
    write_report(path, plain(content, *filler, closing="", annexes=()))
    page = Pdf(path)
    texts = page.words(page.body[-1])
    assert "推进数字政府建设。" in texts and UNIT in texts and "2021年10月18日" in texts


def test_closing_words_of_several_pages_fill_their_pages(tmp_path: Path, content: ReportContent) -> None:
    path = tmp_path / "报告.pdf"
    write_report(path, plain(content, Paragraph("已完成。"), closing="请继续支持数字政府建设。" * 150, annexes=()))
    page = Pdf(path)
    assert [len(page.lines(number)) for number in page.body[1:-1]] == [22] * (len(page.body) - 2)
    assert "2021年10月18日" in page.words(page.body[-1])


@pytest.mark.parametrize("lines", range(10, 18))
def test_a_heading_never_stands_last_on_a_page(tmp_path: Path, content: ReportContent, lines: int) -> None:
    path = tmp_path / "报告.pdf"
    filler = [Paragraph("推进数字政府建设。") for _ in range(lines)]
    write_report(path, plain(content, *filler, Paragraph("（一）压减表格", Level.SECOND), Paragraph("已压减。" * 30)))
    page = Pdf(path)
    for number in page.body:
        assert not page.words(number)[-1].startswith("（一）")


def test_a_row_higher_than_a_page_goes_on_and_no_other_is_cut(
    tmp_path: Path, content: ReportContent, task: Callable[..., TaskRow], rows: list[TaskRow]
) -> None:
    latest = rows[0].latest
    assert latest is not None
    long = task(0, latest=replace(latest, text="一" + "推进建设" * 400 + "终"))
    path = tmp_path / "报告.pdf"
    write_report(path, replace(content, annexes=(annex.ledger("台账", (long, task(1), task(3))),)))
    page = Pdf(path)
    text = "".join("".join(page.texts[n].split()) for n in page.landscape)
    assert text.count("推进建设") >= 390 and "终。" in text
    assert text.index("终。") < text.index("（二）")


@pytest.mark.parametrize("count", range(20, 32))
def test_a_table_never_ends_with_one_row_alone_on_a_page(tmp_path: Path, content: ReportContent, count: int) -> None:
    lines = tuple(TableRow((str(n), "推进数字政府建设")) for n in range(count))
    table = Table((TableColumn("序号", 1), TableColumn("任务", 4)), lines)
    path = tmp_path / "报告.pdf"
    write_report(path, replace(content, sections=(Section("总体情况", (table,)),), annexes=short(content, 2)))
    page = Pdf(path)
    shown = [page.texts[n].count("推进数字政府建设") for n in page.portrait]
    assert sum(shown) == count
    assert all(number != 1 for number in shown)


def test_the_file_says_what_it_is_and_is_the_same_each_time(
    tmp_path: Path, content: ReportContent, file: Path, drawn: Pdf
) -> None:
    assert drawn.metadata["Title"] == "关于云江市数字政府改革建设2021年工作要点落实情况的报告"
    assert drawn.metadata["Author"] == "销号"
    assert drawn.language in (b"zh-CN", "zh-CN")
    write_report(tmp_path / "again.pdf", content)
    assert (tmp_path / "again.pdf").read_bytes() == file.read_bytes()


def test_drawing_can_be_cancelled(tmp_path: Path, content: ReportContent) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_report(tmp_path / "报告.pdf", content, cancel)
    assert not (tmp_path / "报告.pdf").exists()


def test_a_cut_off_file_counts_as_no_pages(tmp_path: Path, file: Path) -> None:
    whole = file.read_bytes()
    (tmp_path / "half.pdf").write_bytes(whole[: len(whole) // 2])
    assert count_pages(tmp_path / "half.pdf") == 0
