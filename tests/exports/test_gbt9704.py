"""Clauses of GB/T 9704-2012 that other tests of pages do not measure: blank lines, indents, the note of annexes, dashes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports.report import print_report
from desktop_app.exports.report_model import Paragraph, ReportContent, Section
from tests.exports.all_templates import content
from tests.exports.pdf_reading import TOLERANCE, Pdf, mm

PITCH, LEADING = 156 / 28, 225 / 22
"""Millimetres."""

ADDRESSEES = (
    "各县（市、区）人民政府，市政府各部门、各直属机构，中央和省驻云江有关单位，市数字政府改革建设领导小组各成员单位"
)


@pytest.fixture(scope="module")
def drafted(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> ReportContent:
    made = content(plans, rows[:6], today, "progress", addressee=ADDRESSEES, sections=("overall",))
    text = "推进数字政府建设——以“民情地图”为抓手，" * 6
    return replace(
        made,
        sections=(
            Section(
                "总体情况",
                (Paragraph(text), Paragraph("另：……" + text)),
            ),
        ),
    )


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory, drafted: ReportContent) -> Pdf:
    path = tmp_path_factory.mktemp("gbt") / "报告.pdf"
    assert print_report(path, drafted).replaced == ()
    return Pdf(path)


def _place(pdf: Pdf, start: str) -> tuple[int, int]:
    """The page and line that begin with these words."""
    for page in pdf.portrait:
        for at, words in enumerate(pdf.words(page)):
            if words.startswith(start):
                return page, at
    raise AssertionError(start)


def test_one_blank_line_stands_between_title_and_addressee(pdf: Pdf) -> None:
    """7.3.1, 7.3.2: the title's last line, a line left blank, the addressee on a line of the grid."""
    title, body = pdf.lines(0, 22.0), pdf.lines(0)
    gap = mm(body[0][0]["top"] - title[-1][0]["bottom"])
    assert LEADING <= gap < 2.2 * LEADING
    assert (mm(body[0][0]["top"]) - 37) / LEADING == pytest.approx(
        round((mm(body[0][0]["top"]) - 37) / LEADING), abs=0.1
    )


def test_the_addressee_is_flush_left_where_it_runs_on_and_ends_with_a_colon(pdf: Pdf) -> None:
    """7.3.2"""
    lines = pdf.lines(0)
    words = pdf.words(0)
    end = next(at for at, text in enumerate(words) if text.endswith("："))
    assert end >= 1, "long enough to run on"
    assert "".join(words[: end + 1]) == f"{ADDRESSEES}："
    assert all(mm(line[0]["x0"]) == pytest.approx(28, abs=TOLERANCE) for line in lines[: end + 1])


def test_paragraphs_are_indented_by_two_characters_and_run_on_flush(pdf: Pdf) -> None:
    """7.3.3"""
    for start in ("现将", "总体情况", "推进数字政府", "另：", "特此报告"):
        page, at = _place(pdf, start)
        assert mm(pdf.lines(page)[at][0]["x0"]) == pytest.approx(28 + 2 * PITCH, abs=TOLERANCE), start
    page, at = _place(pdf, "推进数字政府")
    for line in pdf.lines(page)[at + 1 : at + 4]:
        assert mm(line[0]["x0"]) == pytest.approx(28, abs=TOLERANCE)


def test_a_dash_and_an_ellipsis_are_two_characters_wide_and_never_split(pdf: Pdf) -> None:
    """GB/T 15834 5"""
    found = 0
    for page in pdf.portrait:
        for line in pdf.lines(page):
            text = "".join(char["text"] for char in line)
            for mark in ("——", "……"):
                assert text.count(mark[0]) == 2 * text.count(mark)
                at = text.find(mark)
                if at >= 0:
                    found += 1
                    assert mm(line[at + 1]["x1"] - line[at]["x0"]) == pytest.approx(2 * PITCH, abs=TOLERANCE)
    assert found >= 4


def test_the_note_of_the_annex_stands_one_line_under_the_text_without_a_mark_at_its_end(pdf: Pdf) -> None:
    """7.3.4"""
    page, at = _place(pdf, "附件：")
    lines, words = pdf.lines(page), pdf.words(page)
    assert mm(lines[at][0]["x0"]) == pytest.approx(28 + 2 * PITCH, abs=TOLERANCE)
    assert mm(lines[at][0]["top"] - lines[at - 1][0]["top"]) == pytest.approx(2 * LEADING, abs=TOLERANCE)
    last = next(text for text in words[at:] if text.endswith("台账"))
    assert last[-1] not in "。；，、"


def test_the_signature_stands_one_blank_line_below_with_the_date_in_arabic_digits(pdf: Pdf) -> None:
    """7.3.5.2, 7.3.5.4"""
    page, at = _place(pdf, "2021年10月18日")
    lines = pdf.lines(page)
    assert mm(lines[at][0]["top"] - lines[at - 1][0]["top"]) == pytest.approx(LEADING, abs=TOLERANCE)
    assert mm(lines[at - 1][0]["top"] - lines[at - 2][0]["top"]) == pytest.approx(2 * LEADING, abs=TOLERANCE)


def test_page_numbers_are_set_in_14_points_with_half_width_digits_and_go_on_through_the_annexes(pdf: Pdf) -> None:
    """7.5, 7.3.7"""
    for page in pdf.portrait:
        (line,) = pdf.lines(page, 14.0)
        text = "".join(char["text"] for char in line)
        assert text == f"— {page + 1} —"
        digits = [char for char in line if char["text"].isdigit()]
        assert all(char["x1"] - char["x0"] < 0.65 * 14 for char in digits)


@pytest.mark.parametrize(
    "day, said", [(dt.date(2021, 1, 5), "2021年1月5日"), (dt.date(2021, 11, 25), "2021年11月25日")]
)
def test_a_date_has_no_leading_zero(tmp_path: Path, drafted: ReportContent, day: dt.date, said: str) -> None:
    """7.3.5.4"""
    print_report(tmp_path / "报告.pdf", replace(drafted, signed_on=day))
    pdf = Pdf(tmp_path / "报告.pdf")
    assert said in [words for page in pdf.portrait for words in pdf.words(page)]
