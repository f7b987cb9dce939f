"""What units do to a workbook, one thing after another through real files: nothing is lost, nothing is guessed silently."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from desktop_app.domain.handout import HIDDEN_SHEET, Field
from desktop_app.domain.merging import Choice, Outcome
from desktop_app.domain.task import Status
from desktop_app.services import handout, integrity, merge, queries, tasks
from desktop_app.services.workspace import Workspace
from tests.office.sheet import Sheet, fill

BUREAU = "市政务服务数据管理局"
FIRST = 6
"""The first row of answers."""


@pytest.fixture
def handed(workspace: Workspace, ledger, tmp_path: Path) -> Path:
    tasks.add_progress(workspace, ledger.across, "已梳理50个事项。", 50, "接口未开放", "联调")
    return handout.make_handouts(workspace, tmp_path / "out", units=[BUREAU]).files[0].path


def told(plan) -> list[tuple[Any, ...]]:
    return sorted((cell.place, cell.field.value, cell.words(cell.theirs), cell.outcome.value) for cell in plan.cells)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026.3.5", dt.date(2026, 3, 5)), ("2022年3月5日", dt.date(2022, 3, 5)), ("3月5日", dt.date(2022, 3, 5)),
        ("2022/3/5", dt.date(2022, 3, 5)), ("20220305", dt.date(2022, 3, 5)), (dt.date(2022, 3, 5), dt.date(2022, 3, 5)),
        (dt.datetime(2022, 3, 5, 8, 30), dt.date(2022, 3, 5)), (44625, dt.date(2022, 3, 5)), ("３月５日", dt.date(2022, 3, 5)),
        ("2022年3月底前", dt.date(2022, 3, 31)), ("年底", dt.date(2021, 12, 31)),
    ],
)  # fmt: skip
def test_days_are_read_however_they_are_typed(workspace, handed, tmp_path, typed, day):
    plan = merge.prepare(workspace, [fill(handed, tmp_path / "b.xlsx", {(0, Field.EXPECTED): typed})])
    assert [(cell.theirs, cell.outcome) for cell in plan.cells] == [(day, Outcome.TAKEN)]


@pytest.mark.parametrize(
    ("typed", "percent"),
    [(80, 80), (0.8, 80), ("80%", 80), ("八成", 80), ("0.8", 80), ("８０％", 80), ("80.0", 80), ("约80%", 80),
     ("百分之八十", 80), (1, 100), ("100", 100), ("1", 1), (0, 0), ("八成五", 85), ("已完成80%", 80)],
)  # fmt: skip
def test_percents_are_read_however_they_are_typed(workspace, handed, tmp_path, typed, percent):
    plan = merge.prepare(workspace, [fill(handed, tmp_path / "b.xlsx", {(0, Field.PERCENT): typed})])
    assert [(cell.theirs, cell.outcome) for cell in plan.cells] == [(percent, Outcome.TAKEN)]


@pytest.mark.parametrize("typed", [800, -5, "过半", "80-90", "?", True])
def test_what_is_no_percent_is_refused_with_what_stood_there(workspace, handed, tmp_path, typed):
    plan = merge.prepare(workspace, [fill(handed, tmp_path / "b.xlsx", {(0, Field.PERCENT): typed})])
    (cell,) = plan.cells
    assert (cell.outcome, bool(cell.reason), bool(cell.raw)) == (Outcome.REFUSED, True, True)


@pytest.mark.parametrize(
    ("typed", "status"),
    [("已完成", Status.AWAITING_CHECK), ("办结", Status.AWAITING_CHECK), ("销号", Status.AWAITING_CHECK),
     ("尚未启动", Status.NOT_STARTED), ("未完成", Status.IN_PROGRESS), ("正在有序推进", Status.IN_PROGRESS),
     ("因故暂停", Status.SUSPENDED), ("基本完成", Status.IN_PROGRESS)],
)  # fmt: skip
def test_statuses_are_read_in_free_words(workspace, handed, tmp_path, typed, status):
    plan = merge.prepare(workspace, [fill(handed, tmp_path / "b.xlsx", {(0, Field.STATUS): typed})])
    found = {cell.theirs for cell in plan.cells if cell.outcome is not Outcome.REFUSED}
    # The officer's entry has set the first task to 推进中 before it was handed out: saying so again is no change.
    assert found == ({status} if status is not Status.IN_PROGRESS else set())


def test_a_unit_does_not_take_its_task_off_the_ledger_by_itself(workspace, handed, tmp_path):
    plan = merge.prepare(workspace, [fill(handed, tmp_path / "b.xlsx", {(0, Field.STATUS): "不适用"})])
    (cell,) = plan.cells
    assert (cell.theirs, cell.outcome, "不再适用" in cell.reason) == (Status.DROPPED, Outcome.CONFLICT, True)


@pytest.mark.parametrize("typed", ["/", "——", "无", "暂无", "无问题。"])
def test_cells_filled_only_so_as_not_to_be_empty_say_nothing(workspace, handed, tmp_path, typed):
    words = {(1, field): typed for field in (Field.TEXT, Field.PROBLEMS, Field.NEXT_STEP, Field.EVIDENCE)}
    plan = merge.prepare(workspace, [fill(handed, tmp_path / "b.xlsx", words)])
    assert (plan.counts.taken, plan.counts.needs_choice) == (0, 0)


@pytest.mark.parametrize(
    "text", ["=SUM(A1:A3)", "+86 10 12345", "-完成5项", "@张三已办", "=cmd|' /C calc'!A0", "'=1+1"]
)
def test_text_that_looks_like_a_formula_stays_text(workspace, ledger, handed, tmp_path, text):
    sheet = Sheet(handed)
    cell = sheet.cell(0, Field.TEXT)
    cell.value = text
    cell.data_type = "s"
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert [(cell.theirs, cell.outcome) for cell in plan.cells] == [(text, Outcome.TAKEN)]
    merge.apply(workspace, plan)
    again = handout.make_handouts(workspace, tmp_path / "out2", units=[BUREAU]).files[0].path
    book = openpyxl.load_workbook(again)
    kept = book.worksheets[0].cell(FIRST, Sheet(again).columns[Field.TEXT.label])
    assert (kept.value, kept.data_type) == (text, "s")
    book.close()


def test_a_formula_without_a_stored_result_says_nothing_and_wipes_nothing(workspace, handed, tmp_path):
    """A spreadsheet program stores what a formula gave; one that was never calculated has nothing to give."""
    plan = merge.prepare(workspace, [fill(handed, tmp_path / "b.xlsx", {(0, Field.PERCENT): "=0.5+0.3"})])
    assert [cell.outcome for cell in plan.cells] in ([], [Outcome.REFUSED])


def test_rich_text_is_read_whole(workspace, handed, tmp_path):
    sheet = Sheet(handed)
    bold = InlineFont(b=True)
    sheet.cell(0, Field.TEXT).value = CellRichText("已梳理", TextBlock(bold, "80"), "个事项。")
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert [cell.theirs for cell in plan.cells] == ["已梳理80个事项。"]


def test_hidden_rows_filters_and_columns_say_as_much_as_shown_ones(workspace, handed, tmp_path):
    sheet = Sheet(handed)
    for number in (0, 1):
        sheet.cell(number, Field.TEXT).value = f"第{number + 1}项。"
    sheet.sheet.row_dimensions[FIRST + 1].hidden = True
    sheet.sheet.column_dimensions["L"].hidden = True
    sheet.sheet.auto_filter.add_filter_column(3, ["甲"])
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert [cell.theirs for cell in plan.cells] == ["第1项。", "第2项。"]


def test_a_sheet_protected_again_by_the_unit_is_read(workspace, handed, tmp_path):
    sheet = Sheet(handed)
    sheet.sheet.protection.set_password("单位的密码")
    sheet.cell(0, Field.TEXT).value = "新。"
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert [cell.outcome for cell in plan.cells] == [Outcome.TAKEN]


def test_merged_cells_speak_for_every_row_they_cover_but_must_be_confirmed(workspace, handed, tmp_path):
    sheet = Sheet(handed)
    column = sheet.columns[Field.PROBLEMS.label]
    sheet.sheet.cell(FIRST, column).value = "两项均缺经费。"
    sheet.sheet.merge_cells(start_row=FIRST, end_row=FIRST + 1, start_column=column, end_column=column)
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert [(cell.place, cell.theirs, cell.outcome) for cell in plan.cells] == [
        (FIRST, "两项均缺经费。", Outcome.DOUBTFUL), (FIRST + 1, "两项均缺经费。", Outcome.DOUBTFUL),
    ]  # fmt: skip


def test_columns_renamed_moved_and_stripped_of_their_marks_are_known_by_their_heads(workspace, handed, tmp_path):
    sheet = Sheet(handed)
    sheet.cell(0, Field.TEXT).value = "新进展。"
    sheet.cell(0, Field.PERCENT).value = "七成"
    for field, head in (
        (Field.TEXT, "工作进展情况"), (Field.PERCENT, "完成率"), (Field.PROBLEMS, "困难和问题"), (Field.NEXT_STEP, "下一步打算"),
    ):  # fmt: skip
        sheet.sheet.cell(5, sheet.columns[field.label]).value = head
    sheet.sheet.delete_rows(4)
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert [(cell.field, cell.words(cell.theirs)) for cell in plan.cells] == [
        (Field.PERCENT, "70%"), (Field.TEXT, "新进展。"),
    ]  # fmt: skip


@pytest.mark.parametrize("order", list(itertools.permutations(range(3)))[1:])
def test_rows_in_any_order_with_blank_ones_between_say_the_same(workspace, handed, tmp_path, order):
    sheet = Sheet(handed)
    sheet.cell(0, Field.TEXT).value = "第一项。"
    sheet.cell(1, Field.TEXT).value = "第二项。"
    width = sheet.sheet.max_column
    rows = [[sheet.sheet.cell(FIRST + at, column).value for column in range(1, width + 1)] for at in range(2)]
    rows.append([None] * width)
    for at, source in enumerate(order):
        for column, value in enumerate(rows[source], 1):
            sheet.sheet.cell(FIRST + at, column).value = value
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert {(cell.name, cell.theirs, cell.outcome) for cell in plan.cells} == {
        ("1.推进跨市通办", "第一项。", Outcome.TAKEN), ("3.建设数据平台（分段2）", "第二项。", Outcome.TAKEN),
    }  # fmt: skip
    assert plan.counts.read == 14


def test_only_the_words_were_sorted_while_the_marks_stayed_is_found_out(workspace, handed, tmp_path):
    """A program that sorts the visible columns alone leaves the hidden marks beside the wrong rows."""
    sheet = Sheet(handed)
    sheet.cell(0, Field.TEXT).value = "第一项。"
    width = sheet.sheet.max_column
    rows = [[sheet.sheet.cell(FIRST + at, column).value for column in range(2, width + 1)] for at in range(2)]
    for at, values in enumerate(reversed(rows)):
        for column, value in enumerate(values, 2):
            sheet.sheet.cell(FIRST + at, column).value = value
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert {(cell.name, cell.theirs, cell.outcome) for cell in plan.cells} == {
        ("1.推进跨市通办", "第一项。", Outcome.DOUBTFUL)
    }


def test_a_row_copied_twice_with_two_answers_needs_a_choice(workspace, ledger, handed, tmp_path):
    sheet = Sheet(handed)
    sheet.cell(0, Field.TEXT).value = "甲说。"
    for column in range(1, sheet.sheet.max_column + 1):
        sheet.sheet.cell(FIRST + 2, column).value = sheet.sheet.cell(FIRST, column).value
    sheet.cell(2, Field.TEXT).value = "乙说。"
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert {cell.outcome for cell in plan.cells} == {Outcome.CONFLICT}
    merge.apply(workspace, plan, prefer=Choice.THEIRS)
    assert queries.detail(workspace, ledger.across.task).progress[0].text == "甲说。"


def test_the_hidden_sheet_gone_or_shown_or_renamed_changes_nothing(workspace, handed, tmp_path):
    for number, spoil in enumerate(("gone", "shown", "renamed")):
        sheet = Sheet(handed)
        sheet.cell(0, Field.TEXT).value = "新。"
        hidden = sheet.book[HIDDEN_SHEET]
        if spoil == "gone":
            del sheet.book[HIDDEN_SHEET]
        elif spoil == "shown":
            hidden.sheet_state = "visible"
            sheet.book.move_sheet(hidden, -1)
        else:
            hidden.title = "Sheet2"
        plan = merge.prepare(workspace, [sheet.save(tmp_path / f"{number}.xlsx")])
        assert told(plan) == [(FIRST, "text", "新。", "taken")], spoil


@pytest.mark.parametrize("first", [1, FIRST - 1])
def test_a_copy_into_a_new_workbook_is_known_by_its_words(workspace, handed, tmp_path, first):
    """Somebody copies the visible sheet, or only its table, into a file of their own and sends that."""
    source = openpyxl.load_workbook(handed)
    book = openpyxl.Workbook()
    made = book.active
    for row in source.worksheets[0].iter_rows(min_row=first, values_only=True):
        if not any(isinstance(value, str) and value.startswith("xh:") for value in row):
            made.append(row[1:])
    below = made.max_row - 1
    head = [cell.value for cell in made[below - 1]]
    made.cell(below, head.index(Field.TEXT.label) + 1).value = "新。"
    book.save(tmp_path / "新建.xlsx")
    source.close()
    plan = merge.prepare(workspace, [tmp_path / "新建.xlsx"])
    assert plan.books[0].unit == BUREAU
    assert [(cell.theirs, cell.outcome) for cell in plan.cells] == [("新。", Outcome.DOUBTFUL)]
    assert plan.counts.read == 14


def test_nothing_but_empty_cells_wipes_nothing(workspace, ledger, handed, tmp_path, dump):
    sheet = Sheet(handed)
    for at, field in itertools.product(range(2), Field):
        sheet.cell(at, field).value = None
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "b.xlsx")])
    assert {cell.outcome for cell in plan.cells} == {Outcome.REFUSED}
    before = {table: rows for table, rows in dump().items() if table in ("node", "part", "progress")}
    merge.apply(workspace, plan, receipts=())
    after = {table: rows for table, rows in dump().items() if table in before}
    assert after == before
    assert integrity.verify(workspace) == []


def test_a_very_long_answer_with_line_breaks_and_rare_letters_comes_home_whole(workspace, ledger, handed, tmp_path):
    text = "\n".join(f"{number}. 𠮷㐂〇完成“甲”—乙…①②" for number in range(900))
    plan = merge.prepare(workspace, [fill(handed, tmp_path / "b.xlsx", {(0, Field.TEXT): text})])
    merge.apply(workspace, plan, receipts=())
    assert queries.detail(workspace, ledger.across.task).progress[0].text == text


@pytest.mark.parametrize("suffix", [".et", ".xlsx"])
def test_a_file_that_is_no_workbook_at_all_is_refused_in_words(workspace, tmp_path, suffix):
    path = tmp_path / f"坏{suffix}"
    path.write_bytes(b"\x00\x01 nothing of the kind")
    plan = merge.prepare(workspace, [path])
    assert plan.books[0].refusal
    assert plan.counts.read == 0
