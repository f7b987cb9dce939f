"""A click on a number of a printed page leads to what it counts."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pdfplumber
import pytest

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.domain.task import Mark
from desktop_app.exports.pdf_pages import PdfPages, Spot
from desktop_app.exports.report import write_report
from desktop_app.exports.report_model import Figure, Paragraph, ReportContent
from desktop_app.exports.tracing import figures_for, numbers_of, referred_task
from tests.exports.all_templates import content


@pytest.fixture(scope="module")
def report(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> ReportContent:
    return content(plans, rows, today, "progress")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, report: ReportContent) -> Path:
    path = tmp_path_factory.mktemp("tracing") / "报告.pdf"
    write_report(path, report)
    return path


def spot_after(file: Path, words: str) -> Spot:
    """What is found under the middle of the first number after `words`, wherever another library reads them."""
    with pdfplumber.open(file) as pdf:
        for at, page in enumerate(pdf.pages):
            chars = [char for char in page.chars if char["text"].strip()]
            text = "".join(char["text"] for char in chars)
            if words in text:
                char = chars[text.index(words) + len(words)]
                pages = PdfPages.read(file)
                found = pages.spot(at, (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
                pages.close()
                assert found is not None
                return found
    raise AssertionError(words)


def spot_before(file: Path, words: str) -> Spot:
    """What is found under the first character of the last place where `words` stand."""
    with pdfplumber.open(file) as pdf:
        for at, page in reversed(list(enumerate(pdf.pages))):
            chars = [char for char in page.chars if char["text"].strip()]
            text = "".join(char["text"] for char in chars)
            if words in text:
                char = chars[text.rindex(words)]
                pages = PdfPages.read(file)
                found = pages.spot(at, (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
                pages.close()
                assert found is not None
                return found
    raise AssertionError(words)


@pytest.mark.parametrize(
    "words, name",
    [
        ("纳入台账的任务共", "任务总数"), ("分布在", "章数"), ("涉及牵头（责任）单位", "牵头（责任）单位数"), ("日，已销号", "已销号"),
        ("推进中", "推进中"), ("红灯（逾期）", "逾期"), ("平均进度", "平均进度"), ("绿灯", "绿灯"),
        ("滞后或延期中）", "临期与滞后"), ("不计灯", "不计灯"), ("共附佐证材料", "佐证材料份次"), ("已销号和待核的", "已销号和待核"),
        ("新销号", "本期新销号"), ("填报进展的任务", "本期填报进展"), ("项，其中已达到", "已达到的指标"), ("到期的未完成任务", "近期到期"),
    ],
)  # fmt: skip
def test_a_number_leads_to_its_figure(file: Path, report: ReportContent, words: str, name: str) -> None:
    found = figures_for(spot_after(file, words), report)
    assert found and found[0].name == name


def test_a_count_in_the_table_of_chapters_leads_to_the_tasks_of_its_chapter(
    file: Path, report: ReportContent, rows: list[TaskRow]
) -> None:
    spot = spot_after(file, "四、保障重点领域工作有序推进")
    found = figures_for(spot, report)
    assert found[0].name == "四、保障重点领域工作有序推进：任务" and spot.number == "18"
    assert [row.id for row in rows if row.chapter.startswith("四")] == list(found[0].tasks)


def test_a_reference_into_the_annex_leads_to_the_task(file: Path, report: ReportContent, rows: list[TaskRow]) -> None:
    numbers = numbers_of(report)
    assert numbers == {number: row.id for number, row in enumerate(rows, 1)}
    assert referred_task(spot_after(file, "10月底前完成接口联调（附件第"), report) in {row.id for row in rows}
    assert referred_task(spot_after(file, "绿灯"), report) is None


def test_the_number_of_a_row_of_the_annex_leads_to_its_task(
    file: Path, report: ReportContent, rows: list[TaskRow]
) -> None:
    for row in (rows[0], rows[17], rows[49]):
        number = rows.index(row) + 1
        label = f"{row.number}{row.title}"
        assert referred_task(spot_before(file, f"{number}{label[:6]}"), report) == row.id


def test_a_reference_to_a_target_leads_to_the_task_of_that_target(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    owners = [row.id for row in rows for _ in row.targets]
    assert numbers_of(content(plans, rows, today, "targets")) == dict(enumerate(owners, 1))


@pytest.mark.parametrize("key", ["progress", "overdue"])
def test_the_numbers_of_figures_are_those_of_the_annex(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date, key: str
) -> None:
    made = content(plans, rows, today, key)
    titles = {row.id: row.number for row in rows}
    lines = {int(row.cells[0]): row.cells[1] for row in made.annexes[0].rows if row.cells[0].isdigit()}
    numbers = numbers_of(made)
    assert numbers.keys() == lines.keys()
    assert all(lines[number].startswith(titles[task]) for number, task in numbers.items())


def test_a_number_of_the_record_itself_is_no_figure(file: Path, report: ReportContent) -> None:
    assert figures_for(spot_after(file, "一件事联办事项落地"), report) == []


def test_beside_the_text_there_is_no_number(file: Path) -> None:
    pages = PdfPages.read(file)
    assert pages.spot(0, 20.0, 20.0) is None
    pages.close()


def test_the_box_of_a_number_is_where_another_library_sees_it(file: Path) -> None:
    spot = spot_after(file, "平均进度")
    assert spot.number.endswith("%")
    left, top, right, bottom = spot.box
    assert right - left > 15 and 10 < bottom - top < 30


def test_the_counts_of_every_cell_are_those_of_its_tasks(report: ReportContent, rows: list[TaskRow]) -> None:
    marks = {row.id: row.signal.mark for row in rows}
    assert report.cells
    for cell in report.cells:
        assert cell.value == str(len(cell.tasks))
        label = cell.name.rpartition("：")[2]
        assert label == "任务" or {marks[task] for task in cell.tasks} == {next(m for m in Mark if m.label == label)}


def test_a_band_of_a_page_is_the_same_pixels_as_the_page(file: Path) -> None:
    pages = PdfPages.read(file)
    whole = pages.picture(0, 1.0)
    bands = [pages.picture(0, 1.0, (first, min(first + 100, whole.height))) for first in range(0, whole.height, 100)]
    pages.close()
    assert (whole.width, whole.height) == (596, 842)
    assert b"".join(band.data for band in bands) == whole.data


@pytest.mark.parametrize("key", ["overdue", "units", "urging", "targets"])
def test_every_count_at_the_head_of_a_report_is_among_its_figures(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date, key: str
) -> None:
    made = content(plans, rows, today, key)
    values = {figure.value for figure in (*made.figures, *made.cells)}
    heads = [section.blocks[0] for section in made.sections if section.heading not in ("有关要求", "已达到的指标")]
    said = made.opening + "".join(block.text for block in heads if isinstance(block, Paragraph))
    said = re.sub(r"（附件第\d+项）.*|，本次为第\d+次|催办\d+次|目标值[^，（]*", "", said)
    counted = re.findall(r"(\d+\.\d+%|\d+(?=项|个(?!事项)))", said)
    assert counted and set(counted) <= values, set(counted) - values


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("逾期任务，时限2026年", "2", "月30日，逾期"),
        ("（分段", "2", "）逾期任务"),
        ("现场检查任务不超过2次≤", "2", "个任务"),
        ("尚未销号的逾期任务。—", "2", "—"),
        ("各项任务与第", "2", "次报送相比"),
        ("无关的话", "2", "无关的话"),
    ],
)
def test_a_day_a_goal_a_part_and_the_number_of_a_page_lead_nowhere(before: str, number: str, after: str) -> None:
    figure = Figure("逾期任务", "2", "", (1, 2), (7, 8))
    content = ReportContent(title="报告", period="", addressee="", opening="", figures=(figure,))
    spot = Spot(number, before, after, (0, 0, 0, 0))
    assert figures_for(spot, content) == [] and referred_task(spot, content) is None


def test_numbers_of_a_list_lead_to_the_tasks_of_the_annex() -> None:
    figure = Figure("逾期任务", "4", "", (2, 3, 5, 11), (7, 8, 9, 10))
    content = ReportContent(title="报告", period="", addressee="", opening="", figures=(figure,))
    listed = (
        ("红灯。", "2", "—3、5、11"),
        ("红灯。2—", "3", "、5、11"),
        ("2—3、", "5", "、11"),
        ("3、5、", "11", "绿灯"),
    )
    spots = [Spot(number, before, after, (0, 0, 0, 0)) for before, number, after in listed]
    assert [referred_task(spot, content) for spot in spots] == [7, 8, 9, 10]
