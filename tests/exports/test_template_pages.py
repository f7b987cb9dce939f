"""GB/T 9704 on the pages of every template, read back by other libraries."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports.report import print_report
from desktop_app.exports.report_model import (
    Annex,
    Bar,
    Block,
    Chart,
    Numbering,
    Paragraph,
    Pattern,
    ReportContent,
    Section,
    Series,
)
from desktop_app.exports.table_model import TableColumn, TableRow
from desktop_app.exports.typeset import NO_END, NO_START
from tests.exports.all_templates import KEYS, content
from tests.exports.pdf_reading import TOLERANCE, Pdf, mm

LONG_UNIT = "云江市数字政府改革建设工作领导小组办公室、云江市政务服务和数据管理局（市大数据中心）"


@pytest.fixture(scope="module")
def pages(
    tmp_path_factory: pytest.TempPathFactory, plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> dict[str, tuple[ReportContent, Pdf]]:
    folder = tmp_path_factory.mktemp("templates")
    made = {}
    for key in KEYS:
        drafted = content(plans, rows, today, key)
        printed = print_report(folder / f"{key}.pdf", drafted)
        assert printed.replaced == ()
        made[key] = (drafted, Pdf(folder / f"{key}.pdf"))
    return made


@pytest.mark.parametrize("key", KEYS)
def test_body_and_tables_stay_in_the_type_area(pages: dict[str, tuple[ReportContent, Pdf]], key: str) -> None:
    _, pdf = pages[key]
    for page, (width, height) in enumerate(pdf.sizes):
        turned = width > height
        left, right, top, bottom = (35, 35 + 225, 28, 28 + 156) if turned else (28, 28 + 156, 37, 37 + 225)
        inside = [c for c in pdf.chars[page] if c["upright"] and (turned or abs(c["size"] - 14) > 0.1)]
        assert inside
        assert min(mm(c["x0"]) for c in inside) >= left - TOLERANCE
        assert mm(pdf.right_edges[page]) <= right + TOLERANCE
        assert min(mm(c["top"]) for c in inside) >= top - TOLERANCE
        assert max(mm(c["bottom"]) for c in inside) <= bottom + TOLERANCE
        assert all(left - 0.3 <= mm(line["x0"]) and mm(line["x1"]) <= right + 0.3 for line in pdf.rules[page])


@pytest.mark.parametrize("key", KEYS)
def test_every_page_is_numbered_once_by_its_parity(pages: dict[str, tuple[ReportContent, Pdf]], key: str) -> None:
    _, pdf = pages[key]
    for page, (width, height) in enumerate(pdf.sizes):
        number = page + 1
        if width > height:
            words = "".join(c["text"] for c in pdf.chars[page] if not c["upright"]).replace(" ", "")
            (turned,) = [c for c in pdf.chars[page] if not c["upright"] and c["text"] == "—"][:1]
            # Where the upright paper has its right side, the turned one has its lower edge.
            assert (mm(turned["top"]) > 105) is (number % 2 == 1)
        else:
            (line,) = pdf.lines(page, 14.0)
            words = "".join(c["text"] for c in line).replace(" ", "")
            edge = mm(line[-1]["x1"]) if number % 2 else mm(line[0]["x0"])
            assert edge == pytest.approx(184 - mm(14) if number % 2 else 28 + mm(14), abs=TOLERANCE)
        assert words == f"—{number}—"


@pytest.mark.parametrize("key", KEYS)
def test_titles_are_centred_and_shaped(pages: dict[str, tuple[ReportContent, Pdf]], key: str) -> None:
    _, pdf = pages[key]
    width, height = pdf.sizes[0]
    middle = 35 + 225 / 2 if width > height else 28 + 156 / 2
    lines = pdf.lines(0, 22.0)
    assert lines
    for line in lines:
        assert mm((line[0]["x0"] + line[-1]["x1"]) / 2) == pytest.approx(middle, abs=TOLERANCE)
        assert {"SerifSC" in c["fontname"] for c in line} == {True}
    widths = [line[-1]["x1"] - line[0]["x0"] for line in lines]
    assert all(abs(a - b) > 15 for a, b in itertools.pairwise(widths)), "a trapezium, not a rectangle"


@pytest.mark.parametrize("key", KEYS)
def test_no_line_of_any_size_breaks_at_a_forbidden_mark(pages: dict[str, tuple[ReportContent, Pdf]], key: str) -> None:
    _, pdf = pages[key]
    for page in pdf.portrait:
        for text in pdf.words(page):
            assert text[0] not in NO_START - frozenset("—…"), text
            assert text[-1] not in NO_END, text


@pytest.mark.parametrize("key", KEYS)
def test_no_glyph_is_missing(pages: dict[str, tuple[ReportContent, Pdf]], key: str) -> None:
    _, pdf = pages[key]
    everything = "".join(c["text"] for chars in pdf.chars for c in chars)
    assert not {"\ufffd", "\x00", "□"} & set(everything) and "(cid:" not in everything


@pytest.mark.parametrize("key", KEYS)
def test_every_page_of_a_long_table_has_its_head(pages: dict[str, tuple[ReportContent, Pdf]], key: str) -> None:
    drafted, pdf = pages[key]
    wide = [annex for annex in drafted.annexes if annex.wide]
    if not wide:
        pytest.skip("this template has no turned table")
    heads = ["".join(column.head.split()) for column in wide[0].columns]
    for page in pdf.landscape:
        text = "".join(pdf.texts[page].split())
        assert all(any(piece in text for piece in (head, head[::-1])) or _scattered(head, text) for head in heads)


def _scattered(head: str, text: str) -> bool:
    """A head of two lines may be read with those of its neighbours between them."""
    return all(text.count(char) >= 1 for char in head)


def test_a_turned_table_has_its_head_at_the_same_edge_of_the_paper_on_odd_and_even_pages(
    pages: dict[str, tuple[ReportContent, Pdf]],
) -> None:
    """Bound at the left, the left edge of the upright paper is the binding edge of odd pages and the cut edge of even ones."""
    _, pdf = pages["ledger"]
    tops = {page % 2: min(c["top"] for c in pdf.chars[page] if c["upright"]) for page in pdf.landscape[1:]}
    assert set(tops) == {0, 1}
    assert all(mm(top) == pytest.approx(28, abs=2.5) for top in tops.values())


@pytest.mark.parametrize("key", [key for key in KEYS if key != "progress"])
def test_no_row_is_cut_in_two(pages: dict[str, tuple[ReportContent, Pdf]], key: str) -> None:
    """Every page's last horizontal rule lies under its last line of table text."""
    _, pdf = pages[key]
    for page in pdf.landscape:
        lowest = max(c["bottom"] for c in pdf.chars[page] if c["upright"])
        last_rule = max(line["bottom"] for line in pdf.rules[page])
        assert lowest <= last_rule + 1


@pytest.mark.parametrize("unit", ["市府办", "云江市政务服务数据管理局", LONG_UNIT[:24], LONG_UNIT])
def test_a_signature_of_any_length_stays_in_the_type_area(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date, unit: str
) -> None:
    drafted = content(plans, rows[:9], today, "progress", signature_unit=unit, sections=("overall",))
    print_report(tmp_path / "报告.pdf", drafted)
    pdf = Pdf(tmp_path / "报告.pdf")
    lines = pdf.lines(pdf.body[-1])
    date = lines[-1]
    assert "".join(c["text"] for c in date) == "2021年10月18日"
    signed, at = "", len(lines) - 2
    while signed != unit and at > 0:
        signed = "".join(c["text"] for c in lines[at]) + signed
        at -= 1
    assert signed == unit
    for line in lines:
        assert mm(line[0]["x0"]) >= 28 - TOLERANCE and mm(line[-1]["x1"]) <= 184 + TOLERANCE


def test_the_number_can_stand_in_the_middle(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    drafted = content(plans, rows[:9], today, "progress", numbering=Numbering.CENTRED)
    print_report(tmp_path / "报告.pdf", drafted)
    pdf = Pdf(tmp_path / "报告.pdf")
    for page in pdf.portrait:
        (line,) = pdf.lines(page, 14.0)
        assert mm((line[0]["x0"] + line[-1]["x1"]) / 2) == pytest.approx(28 + 78, abs=TOLERANCE)


def test_several_annexes_are_numbered_and_listed_under_the_first_one(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    drafted = content(plans, rows[:3], today, "progress", sections=("overall",))
    table = Annex(
        "各县区情况和有关部门分工以及下一阶段进度安排一览表",
        (TableColumn("县区", 1),),
        (TableRow(("云江区",)),),
        wide=False,
    )
    print_report(tmp_path / "报告.pdf", replace(drafted, annexes=(drafted.annexes[0], table)))
    pdf = Pdf(tmp_path / "报告.pdf")
    lines = [("".join(c["text"] for c in line), line) for page in pdf.body for line in pdf.lines(page)]
    first = next(line for text, line in lines if text.startswith("附件：1."))
    second = next(line for text, line in lines if text.startswith("2."))
    after = lines[[text for text, _ in lines].index(next(t for t, _ in lines if t.startswith("2."))) + 1][1]
    assert mm(first[0]["x0"]) == pytest.approx(28 + 2 * 156 / 28, abs=TOLERANCE)
    assert mm(second[0]["x0"]) == pytest.approx(28 + 5 * 156 / 28, abs=TOLERANCE)
    assert mm(after[0]["x0"]) == pytest.approx(mm(second[2]["x0"]), abs=TOLERANCE), "run-over under the name"
    starts = [pdf.words(page)[0] for page in pdf.landscape[:1] + pdf.portrait[-1:]]
    assert starts == ["附件1", "附件2"]


def test_every_pattern_of_a_chart_prints_apart_in_black_and_white(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    """Rendered without colour, each filling has ink of its own: a share of black and a rhythm no other has."""
    series = tuple(Series(pattern.value, pattern) for pattern in Pattern)
    bars = tuple(Bar(f"第{n}项", tuple(float(k == n) for k in range(6)), "1") for n in range(6))
    base = content(plans, rows[:3], today, "progress")
    chart = Section("图", (Chart("各种填充", "项", series, bars),))
    print_report(tmp_path / "图.pdf", replace(base, opening="图如下。", sections=(chart,), annexes=()))
    stripes = [_grey(tmp_path / "图.pdf", n) for n in range(6)]
    assert len({(round(mean, 2), round(rough, 2)) for mean, rough in stripes}) == 6
    assert stripes[0][0] < 0.1 and stripes[-1][0] > 0.9


def _grey(path: Path, bar: int) -> tuple[float, float]:
    """Mean brightness and mean step between neighbours inside a bar."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    scale = 4
    picture = document[0].render(scale=scale, grayscale=True).to_pil()
    document.close()
    pdf = Pdf(path)
    label = next(line for line in pdf.lines(0, 10.5) if "".join(c["text"] for c in line).startswith(f"第{bar}项"))
    y, x = (label[0]["top"] + label[0]["bottom"]) / 2, label[-1]["x1"]
    left = next(c for c in label if c["text"] == "项")["x1"] + 12
    box = picture.crop((int(left * scale), int((y - 3.5) * scale), int((left + 60) * scale), int((y + 3.5) * scale)))
    assert x > left
    values = [value / 255 for value in box.tobytes()]
    return sum(values) / len(values), sum(abs(a - b) for a, b in itertools.pairwise(values)) / len(values)


def test_the_table_of_a_chart_has_the_same_figures(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> None:
    drafted = content(plans, rows, today, "overdue")
    chart = next(b for section in drafted.sections for b in section.blocks if isinstance(b, Chart))
    assert [row.cells[0] for row in chart.as_table.rows] == [bar.label for bar in chart.bars]
    assert all(sum(map(int, row.cells[1:-1])) == int(row.cells[-1]) for row in chart.as_table.rows)


def _after(lines: int, block: Block, base: ReportContent) -> ReportContent:
    """A report of one section: so many lines of text, then `block`."""
    filler = tuple(Paragraph("推进数字政府建设。") for _ in range(lines))
    return replace(base, opening="情况如下。", sections=(Section("总体情况", (*filler, block)),), annexes=())


@pytest.mark.parametrize("lines", range(20))
@pytest.mark.parametrize("kind", ["table", "chart"])
def test_no_page_is_left_more_than_a_third_empty_and_no_piece_is_a_stump(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date, lines: int, kind: str
) -> None:
    bars = tuple(Bar(f"第{n}个单位", (1.0, 2.0), "3") for n in range(12))
    chart = Chart("各单位任务", "单位", (Series("一", Pattern.SOLID), Series("二", Pattern.EMPTY)), bars)
    block = chart if kind == "chart" else chart.as_table
    path = tmp_path / "报告.pdf"
    print_report(path, _after(lines, block, content(plans, rows[:3], today, "progress")))
    pdf = Pdf(path)
    for page in pdf.portrait[:-1]:
        last = max(char["bottom"] for char in pdf.chars[page] if mm(char["bottom"]) < 262.5)
        assert mm(last) > 37 + 225 * 2 / 3 - 225 / 22
    shown = [page.count("个单位") for page in pdf.texts]
    assert sum(shown) == 12 and all(count != 1 for count in shown)
    if kind == "chart" and len([count for count in shown if count]) == 2:
        assert sum("各单位任务（续）" in page for page in pdf.texts) == 1
