"""Handouts that LibreOffice opened, edited and saved come home with nothing lost, in all its formats."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.handout import Field
from desktop_app.domain.merging import Choice, Outcome
from desktop_app.services import handout, integrity, merge, queries, returned_files, tasks
from desktop_app.services.workspace import Workspace
from tests.office.libreoffice import FILTERS, SOFFICE, Clerk
from tests.office.sheet import Sheet

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

BUREAU = "市政务服务数据管理局"
STATUS, PERCENT, EXPECTED, TEXT, PROBLEMS = "I", "J", "K", "L", "M"


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Clerk:
    return Clerk(tmp_path_factory.mktemp("clerk"))


@pytest.fixture
def handed(workspace: Workspace, ledger, tmp_path: Path) -> Path:
    tasks.add_progress(workspace, ledger.across, "已梳理50个事项。\n其中高频事项20个。", 50, "=接口未开放", "联调")
    return handout.make_handouts(workspace, tmp_path / "out", units=[BUREAU]).files[0].path


@pytest.mark.parametrize("form", FILTERS)
def test_a_workbook_saved_unchanged_says_nothing_new(workspace, handed, clerk: Clerk, form):
    plan = merge.prepare(workspace, [clerk.edit(handed, form)])
    assert plan.cells == ()
    assert (plan.counts.read, plan.counts.same) == (14, 14)
    assert plan.books[0].remarks == ()


@pytest.mark.parametrize("form", FILTERS)
def test_every_edit_comes_home(workspace, ledger, handed, clerk: Clerk, form):
    back = clerk.edit(
        handed, form,
        ("words", f"{TEXT}6", "已梳理80个事项。"), ("typed", f"{PERCENT}6", "80%"), ("typed", f"{EXPECTED}6", "2021-11-20"),
        ("words", f"{STATUS}7", "正在推进"), ("words", f"{PERCENT}7", "三成"), ("number", f"{EXPECTED}7", "44561"),
        ("words", f"{PROBLEMS}6", ""),
    )  # fmt: skip
    plan = merge.prepare(workspace, [back])
    assert sorted((cell.place, cell.field, cell.words(cell.theirs)) for cell in plan.cells) == sorted([
        (6, Field.TEXT, "已梳理80个事项。"), (6, Field.PERCENT, "80%"), (6, Field.EXPECTED, "2021年11月20日"),
        (6, Field.PROBLEMS, ""), (7, Field.STATUS, "推进中"), (7, Field.PERCENT, "30%"),
        (7, Field.EXPECTED, "2021年12月31日"),
    ])  # fmt: skip
    assert plan.counts.taken == 6
    merge.apply(workspace, plan)
    detail = queries.detail(workspace, ledger.across.task)
    # The emptied cell wipes nothing: the problem stands on, in the officer's name and not in the unit's.
    kept, said, before = detail.progress
    assert (said.text, said.problems, said.reporter) == ("已梳理80个事项。", "", BUREAU)
    assert (kept.text, kept.problems, kept.reporter) == ("", "=接口未开放", f"本级核定（{BUREAU}填报）")
    assert before.text == "已梳理50个事项。\n其中高频事项20个。"
    latest = queries.task(workspace, ledger.across.task).latest
    assert latest is not None and (latest.text, latest.problems) == ("已梳理80个事项。", "=接口未开放")
    assert integrity.verify(workspace) == []


@pytest.mark.parametrize("form", FILTERS)
def test_merged_cells_speak_for_every_row_they_cover_in_every_format(workspace, handed, tmp_path, clerk: Clerk, form):
    sheet = Sheet(handed)
    column = sheet.columns[Field.PROBLEMS.label]
    sheet.sheet.cell(6, column).value = "两项均缺经费。"
    sheet.sheet.merge_cells(start_row=6, end_row=7, start_column=column, end_column=column)
    plan = merge.prepare(workspace, [clerk.save_again(sheet.save(tmp_path / "b.xlsx"), form)])
    assert [(cell.place, cell.theirs, cell.outcome) for cell in plan.cells] == [
        (6, "两项均缺经费。", Outcome.DOUBTFUL), (7, "两项均缺经费。", Outcome.DOUBTFUL),
    ]  # fmt: skip


@pytest.mark.parametrize("form", FILTERS)
def test_rows_sorted_inserted_deleted_and_columns_moved_are_still_known(workspace, handed, clerk: Clerk, form):
    back = clerk.edit(
        handed, form,
        ("unlock",), ("words", f"{TEXT}6", "第一项。"), ("words", f"{TEXT}7", "第二项。"), ("sort", "A6:O7", "1"),
        ("insert", "6"), ("words", f"{TEXT}7", "加写的。"), ("move", "L4:L9", "R4"), ("words", "R5", "目前进展"),
        ("delete", "2"),
    )  # fmt: skip
    plan = merge.prepare(workspace, [back])
    assert sorted((cell.theirs, cell.outcome) for cell in plan.cells) == [
        ("加写的。", Outcome.REFUSED), ("第一项。", Outcome.TAKEN), ("第二项。", Outcome.TAKEN),
    ]  # fmt: skip


@pytest.mark.parametrize("form", FILTERS)
def test_merged_cells_are_read_for_every_row_and_asked_about(workspace, handed, clerk: Clerk, form):
    back = clerk.edit(
        handed,
        form,
        ("unlock",),
        ("words", f"{TEXT}6", "两项合写。"),
        ("words", f"{TEXT}7", ""),
        ("merge", f"{TEXT}6:{TEXT}7"),
    )
    plan = merge.prepare(workspace, [back])
    told = {(cell.place, cell.theirs): cell.outcome for cell in plan.cells}
    assert told[6, "两项合写。"] in (Outcome.DOUBTFUL, Outcome.TAKEN)
    merge.apply(workspace, plan, prefer=Choice.THEIRS)


@pytest.mark.parametrize("form", FILTERS)
def test_formulas_rich_text_hidden_rows_and_a_new_password_are_read(workspace, handed, clerk: Clerk, form):
    back = clerk.edit(
        handed, form, ("unlock",), ("typed", f"{PERCENT}6", "=0.5+0.3"), ("words", f"{TEXT}6", "已梳理80个事项。"),
        ("bold", f"{TEXT}6"), ("words", f"{TEXT}7", "第二项。"), ("hide", "6"), ("words", f"{PROBLEMS}7", "+86 电话"),
        ("protect", "单位的密码"),
    )  # fmt: skip
    plan = merge.prepare(workspace, [back])
    assert sorted((cell.place, cell.field.value, cell.words(cell.theirs)) for cell in plan.cells) == [
        (6, "percent", "80%"), (6, "text", "已梳理80个事项。"), (7, "problems", "+86 电话"), (7, "text", "第二项。"),
    ]  # fmt: skip
    assert {cell.outcome for cell in plan.cells} == {Outcome.TAKEN}


@pytest.mark.parametrize("form", FILTERS)
def test_the_hidden_sheet_can_be_dropped(workspace, handed, clerk: Clerk, form):
    back = clerk.edit(handed, form, ("unlock",), ("words", f"{TEXT}6", "新。"), ("drop",))
    plan = merge.prepare(workspace, [back])
    assert plan.books[0].unit == BUREAU
    assert [(cell.theirs, cell.outcome) for cell in plan.cells] == [("新。", Outcome.TAKEN)]


def test_a_workbook_that_went_through_all_formats_and_back_says_what_was_written(workspace, handed, clerk: Clerk):
    back = clerk.edit(handed, "xlsx", ("words", f"{TEXT}6", "甲。"), ("words", f"{PERCENT}6", "八成"))
    for form in ("xls", "ods", "xlsx", "ods", "xls", "xlsx"):
        back = clerk.edit(back, form, ("words", f"{PROBLEMS}6", "=一、已办；"))
    plan = merge.prepare(workspace, [back])
    assert sorted((cell.field.value, cell.words(cell.theirs)) for cell in plan.cells) == [
        ("percent", "80%"), ("problems", "=一、已办；"), ("text", "甲。"),
    ]  # fmt: skip
    assert plan.counts.read == 14
    assert plan.books[0].remarks == ()


def test_the_handout_prints_in_whole_pages(workspace, handed, clerk: Clerk):
    import pypdfium2

    with pypdfium2.PdfDocument(clerk.print_pdf(handed)) as pdf:
        assert len(pdf) == 1
        width, height = pdf[0].get_size()
        assert width > height


@pytest.mark.parametrize("form", FILTERS)
def test_a_returned_workbook_is_told_from_a_plan_before_it_is_imported(handed, clerk: Clerk, tmp_path: Path, form):
    plan = tmp_path / f"老台账.{form}"
    made = openpyxl.Workbook()
    for row in (["序号", "工作任务", "牵头单位", "进展情况"], [1, "推进跨市通办", "市甲局", "在办"]):
        made.active.append(row)
    made.save(tmp_path / "old.xlsx")
    plan.write_bytes(clerk.edit(tmp_path / "old.xlsx", form).read_bytes())
    back = clerk.edit(handed, form, ("unlock",), ("drop",))
    assert returned_files.sort_out([plan, back, tmp_path / "没有.xlsx"]) == ([back], [plan, tmp_path / "没有.xlsx"])
