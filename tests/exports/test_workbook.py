from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from desktop_app.domain.errors import Cancelled
from desktop_app.domain.ledger import ProgressRow, TaskRow
from desktop_app.exports.columns import COLUMNS
from desktop_app.exports.row_heights import HIGHEST, LINE
from desktop_app.exports.workbook import write_ledger

TITLE = "云江市数字政府改革建设2021年工作要点任务台账"


@pytest.fixture
def write(tmp_path: Path, today: dt.date) -> Iterator[Callable[[Sequence[TaskRow]], Worksheet]]:
    """Write rows and open the first sheet again with openpyxl."""
    books: list[Workbook] = []

    def written(rows: Sequence[TaskRow]) -> Worksheet:
        path = tmp_path / "台账.xlsx"
        assert write_ledger(path, TITLE, "云府办函〔2021〕130号", today, rows) == len(rows)
        books.append(load_workbook(path))
        return books[-1].worksheets[0]

    yield written
    for book in books:
        book.close()


def column(sheet: Worksheet, head: str) -> int:
    return next(cell.column for cell in sheet[3] if cell.value == head)


def test_two_other_libraries_read_one_row_a_task_in_order(
    write: Callable[..., Worksheet], rows: list[TaskRow], tmp_path: Path
) -> None:
    sheet = write(rows)
    assert sheet["A1"].value == TITLE
    assert "2021年10月18日" in sheet["A2"].value and "▲逾期" in sheet["A2"].value
    heads = [cell.value for cell in sheet[3]]
    assert heads == [c.head for c in COLUMNS if c.key != "plan"]
    numbers = [sheet.cell(n, column(sheet, "编号")).value for n in range(4, sheet.max_row + 1)]
    assert numbers == [row.number for row in rows]
    table = CalamineWorkbook.from_path(str(tmp_path / "台账.xlsx")).get_sheet_by_index(0).to_python()
    assert [line[heads.index("任务")] for line in table[3:]] == [row.title for row in rows]
    assert [line[0] for line in table[3:]] == [float(n) for n in range(1, 51)]


def test_dates_are_dates_percents_are_numbers_and_lights_are_words(
    write: Callable[..., Worksheet], rows: list[TaskRow]
) -> None:
    sheet = write(rows)
    due, percent, light = (sheet.cell(4, column(sheet, head)) for head in ("完成时限", "进度", "亮灯"))
    assert due.is_date and due.value == dt.datetime(2021, 8, 31)
    assert percent.value == 0.3 and percent.number_format == "0%"
    assert light.value == "▲逾期48天"
    assert sheet.cell(16, column(sheet, "完成时限")).value is None
    assert {sheet.cell(n, light.column).value[0] for n in range(4, 54)} == set("▲◆●◎√○")


def test_a_task_in_parts_has_one_line_a_part(write: Callable[..., Worksheet], rows: list[TaskRow]) -> None:
    sheet = write(rows)
    lines = sheet.cell(6, column(sheet, "任务内容")).value.split("\n")
    assert lines[0] == "分段1：完成平台一期建设，形成标准规范并组织验收（已销号，时限2021年9月30日）。"
    assert lines[1].startswith("分段2：完成场景接入30个") and "推进中40%，时限2021年12月31日" in lines[1]
    assert sheet.cell(6, column(sheet, "配合单位")).value.endswith("各县（市、区）人民政府（分段2）")


@pytest.mark.parametrize("text", ["=1+1", "+86", "-减负", "@市财政局", '=HYPERLINK("http://x")'])
def test_text_that_looks_like_a_formula_stays_text(
    write: Callable[..., Worksheet], task: Callable[..., TaskRow], text: str
) -> None:
    sheet = write([task(0, title=text)])
    cell = sheet.cell(4, column(sheet, "任务"))
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_control_characters_are_left_out_and_rare_letters_stay(
    write: Callable[..., Worksheet], task: Callable[..., TaskRow]
) -> None:
    sheet = write([task(0, title="陈𬭚\x00\x0b、王镕\ud800、①☑😀\uffff")])
    assert sheet.cell(4, column(sheet, "任务")).value == "陈𬭚、王镕、①☑😀"


def test_the_head_is_frozen_filtered_and_repeated_in_print(
    write: Callable[..., Worksheet], rows: list[TaskRow]
) -> None:
    sheet = write(rows)
    assert sheet.freeze_panes == "F4"
    assert sheet.auto_filter.ref == "A3:Q53"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (
        1, 0, True,
    )  # fmt: skip
    assert "&P" in sheet.oddFooter.center.text and "&N" in sheet.oddFooter.center.text
    assert sheet.print_options.horizontalCentered


def test_rows_are_high_enough_for_their_longest_cell(write: Callable[..., Worksheet], rows: list[TaskRow]) -> None:
    sheet = write(rows)
    at = column(sheet, "任务内容")
    width = sheet.column_dimensions["F"].width
    for number in range(4, 54):
        lines = sum(-(-2 * len(line) // int(width)) for line in sheet.cell(number, at).value.split("\n"))
        assert sheet.row_dimensions[number].height >= lines * LINE


def test_wording_longer_than_the_highest_row_is_shown_or_said_to_be_cut(
    write: Callable[..., Worksheet], task: Callable[..., TaskRow]
) -> None:
    sheet = write([task(0, text="数" * 1200), task(1, text="据" * 9000)])
    at = column(sheet, "任务内容")
    assert sheet.column_dimensions["F"].width > 37
    assert sheet.cell(4, at).value == "数" * 1200
    assert sheet.cell(5, at).value.endswith("……（后文略，见系统内原文）")
    assert HIGHEST - 2 * LINE < sheet.row_dimensions[5].height <= HIGHEST


def test_a_column_that_no_task_fills_is_hidden_but_there(write: Callable[..., Worksheet], rows: list[TaskRow]) -> None:
    sheet = write(rows)
    hidden = {c.value for c in sheet[3] if sheet.column_dimensions[c.column_letter].hidden}
    assert hidden == {"节", "责任单位"}


def test_several_plans_have_a_column_for_the_plan(
    write: Callable[..., Worksheet], task: Callable[..., TaskRow]
) -> None:
    sheet = write([task(0), task(1, plan_id=2, plan_title="云江市营商环境方案")])
    at = column(sheet, "规划")
    assert [sheet.cell(n, at).value for n in (4, 5)] == ["云江市数字政府改革建设2021年工作要点", "云江市营商环境方案"]


def test_the_second_sheet_counts_by_chapter_and_by_unit(
    write: Callable[..., Worksheet], rows: list[TaskRow], task: Callable[..., TaskRow]
) -> None:
    sheet = write(rows).parent["统计"]
    lines = {row[0]: row[1:] for row in sheet.iter_rows(min_row=4, values_only=True)}
    heads = [cell.value for cell in sheet[3]][1:]
    assert heads == ["任务", "已销号", "待核", "正常", "临期与滞后", "逾期", "不计灯", "平均进度", "佐证份数"]
    assert lines["一、推进政务服务水平提质增效"][:7] == (9, 2, 1, 2, 2, 2, 0)
    total = lines["合计"]
    assert total[0] == 50 == sum(total[1:7])
    chapters = [cells for name, cells in lines.items() if name[1] == "、"]
    assert [sum(cells[at] for cells in chapters) for at in range(7)] == list(total[:7])
    assert lines["市政务服务数据管理局"][0] == 6


def test_progress_is_told_and_can_cancel(tmp_path: Path, rows: list[TaskRow], today: dt.date) -> None:
    told: list[tuple[int, int]] = []
    write_ledger(tmp_path / "a.xlsx", TITLE, "", today, rows, lambda done, total: told.append((done, total)))
    assert told == [(0, 50), (50, 50)]

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_ledger(tmp_path / "b.xlsx", TITLE, "", today, rows, cancel)
    assert not (tmp_path / "b.xlsx").exists()


def test_latest_progress_and_problems_come_from_the_newest_entry(
    write: Callable[..., Worksheet], task: Callable[..., TaskRow]
) -> None:
    entry = ProgressRow(1, dt.date(2021, 10, 8), "已接入30家单位。", 60, "接口未开放", "10月底前联调。", "数据科")
    sheet = write([task(0, latest=entry)])
    assert sheet.cell(4, column(sheet, "最新进展")).value == "2021年10月8日：已接入30家单位。下一步：10月底前联调。"
    assert sheet.cell(4, column(sheet, "存在问题")).value == "接口未开放"
