"""Returned workbooks come home: read whatever was done to them, compared, written as one step."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest

from desktop_app.domain.errors import Refused
from desktop_app.domain.handout import HIDDEN_SHEET, MARK, NAME, Field
from desktop_app.domain.merging import Choice, Chosen, Outcome
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.services import handout, history, integrity, merge, queries, tasks
from desktop_app.services.workspace import Workspace, open_workspace
from desktop_app.storage.backup import fingerprint
from tests.office.sheet import Sheet, fill

BUREAU = "市政务服务数据管理局"


@pytest.fixture
def handed(workspace: Workspace, ledger, tmp_path: Path) -> dict[str, Path]:
    """The workbooks of a batch by unit."""
    tasks.add_progress(workspace, ledger.across, "已梳理50个事项。", 50, "接口未开放", "联调")
    result = handout.make_handouts(workspace, tmp_path / "out")
    return {file.unit: file.path for file in result.files}


def test_what_a_unit_wrote_becomes_an_entry_of_its_own(workspace: Workspace, ledger, handed, tmp_path, dump: Callable):
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {
        (0, Field.TEXT): "已梳理80个事项。", (0, Field.PERCENT): "八成", (0, Field.EXPECTED): "11.20",
        (0, Field.EVIDENCE): "清单.xlsx", (1, Field.STATUS): "正在推进",
    })  # fmt: skip
    before = dump()
    plan = merge.prepare(workspace, [back])
    assert plan.counts.read == 14
    assert plan.counts.taken == 5
    assert dump() == before
    result = merge.apply(workspace, plan)
    detail = queries.detail(workspace, ledger.across.task)
    latest = detail.progress[0]
    assert (latest.text, latest.problems, latest.next_step) == ("已梳理80个事项。", "接口未开放", "联调")
    assert (latest.percent, latest.reporter, latest.expected_on) == (80, BUREAU, dt.date(2021, 11, 20))
    assert latest.evidence == "清单.xlsx"
    assert detail.progress[1].text == "已梳理50个事项。"
    assert detail.row.percent == 80
    parts = queries.task(workspace, ledger.platform.task).parts
    assert [part.status for part in parts] == [Status.NOT_STARTED, Status.IN_PROGRESS]
    assert result.changes.label == f"合并{BUREAU}的填报表"
    assert integrity.verify(workspace) == []
    assert fingerprint(result.backup)


def test_one_undo_takes_the_whole_merge_back(workspace: Workspace, handed, tmp_path, dump: Callable):
    files = [
        fill(path, tmp_path / path.name, {(0, Field.TEXT): "新进展。", (0, Field.PERCENT): 1})
        for path in handed.values()
    ]
    before = dump()
    merge.apply(workspace, merge.prepare(workspace, files))
    after = dump()
    assert handout.owed(workspace) == []
    history.undo(workspace)
    assert dump() == before
    assert len(handout.owed(workspace)) == 4
    history.redo(workspace)
    assert dump() == after
    assert integrity.verify(workspace) == []


def test_nothing_is_written_while_a_conflict_is_open(workspace: Workspace, ledger, handed, tmp_path, dump: Callable):
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {(0, Field.PERCENT): 0.6})
    tasks.set_percent(workspace, [ledger.across], 70)
    plan = merge.prepare(workspace, [back])
    (cell,) = plan.cells
    assert (cell.base, cell.theirs, cell.ours, cell.outcome) == (50, 60, 70, Outcome.CONFLICT)
    before = dump()
    with pytest.raises(Refused, match="尚有1格冲突未定"):
        merge.apply(workspace, plan)
    assert dump() == before
    assert list((workspace.folder / "backups").iterdir()) == []
    merge.apply(workspace, plan, {cell.id: Chosen(Choice.OWN, 65)})
    assert queries.task(workspace, ledger.across.task).percent == 65


def test_a_plan_that_the_ledger_has_outrun_is_refused(workspace: Workspace, ledger, handed, tmp_path, dump: Callable):
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {(0, Field.PERCENT): 0.6})
    plan = merge.prepare(workspace, [back])
    tasks.set_percent(workspace, [ledger.across], 70)
    before = dump()
    with pytest.raises(Refused, match="台账有改动"):
        merge.apply(workspace, plan)
    assert dump() == before


def test_the_same_file_again_changes_nothing(workspace: Workspace, handed, tmp_path):
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {(0, Field.PERCENT): 0.6})
    merge.apply(workspace, merge.prepare(workspace, [back]))
    copy = shutil.copyfile(back, tmp_path / "改了名.xlsx")
    plan = merge.prepare(workspace, [copy])
    assert plan.books[0].again
    assert "已合并的“back.xlsx”内容完全相同" in plan.books[0].refusal
    with pytest.raises(Refused, match="没有可合并的填报表"):
        merge.apply(workspace, plan)


def test_a_corrected_return_is_compared_with_the_first_one(workspace: Workspace, ledger, handed, tmp_path):
    first = fill(handed[BUREAU], tmp_path / "一稿.xlsx", {(0, Field.PERCENT): 0.6, (0, Field.TEXT): "一稿。"})
    merge.apply(workspace, merge.prepare(workspace, [first]))
    second = fill(first, tmp_path / "二稿.xlsx", {(0, Field.PERCENT): 0.55})
    plan = merge.prepare(workspace, [second])
    assert [(cell.field, cell.outcome) for cell in plan.cells] == [(Field.PERCENT, Outcome.TAKEN)]
    merge.apply(workspace, plan)
    assert queries.task(workspace, ledger.across.task).percent == 55


def test_an_older_batch_is_told_and_still_compared_with_its_own_base(workspace: Workspace, handed, tmp_path):
    handout.make_handouts(workspace, tmp_path / "out2")
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {(0, Field.PERCENT): 0.6})
    plan = merge.prepare(workspace, [back])
    assert plan.books[0].older
    assert "较早的2021年10月批次" in plan.books[0].remarks[-1]
    assert plan.counts.taken == 1


def test_two_units_tell_their_own_story_of_one_task(workspace: Workspace, ledger, tmp_path):
    from desktop_app.domain.plan import Role

    result = handout.make_handouts(workspace, tmp_path / "out", roles=tuple(Role))
    paths = {file.unit: file.path for file in result.files}
    lead = fill(paths[BUREAU], tmp_path / "a.xlsx", {(0, Field.TEXT): "牵头单位已办。", (0, Field.PERCENT): 0.6})
    help_ = fill(
        paths["各县（市、区）人民政府"], tmp_path / "b.xlsx", {(0, Field.TEXT): "各县已办。", (0, Field.PERCENT): 0.4}
    )
    plan = merge.prepare(workspace, [lead, help_])
    assert {cell.outcome for cell in plan.cells if cell.field is Field.TEXT} == {Outcome.TAKEN}
    assert {cell.outcome for cell in plan.cells if cell.field is Field.PERCENT} == {Outcome.CONFLICT}
    merge.apply(workspace, plan, prefer=Choice.THEIRS)
    detail = queries.detail(workspace, ledger.across.task)
    assert {(entry.reporter, entry.text) for entry in detail.progress} == {
        (BUREAU, "牵头单位已办。"), ("各县（市、区）人民政府", "各县已办。"),
    }  # fmt: skip
    assert detail.row.percent == 60


def test_rows_sorted_inserted_deleted_and_columns_moved_are_still_known(workspace: Workspace, handed, tmp_path):
    sheet = Sheet(handed[BUREAU])
    sheet.cell(0, Field.TEXT).value = "第一项。"
    sheet.cell(1, Field.TEXT).value = "第二项。"
    rows = [[cell.value for cell in row] for row in sheet.sheet.iter_rows(min_row=6, max_row=7)]
    for number, values in enumerate([rows[1], [None] * len(rows[0]), rows[0]]):
        for column, value in enumerate(values, 1):
            sheet.sheet.cell(6 + number, column).value = value
    sheet.sheet.cell(7, sheet.columns[Field.TEXT.label]).value = "多写的一行"
    sheet.sheet.insert_cols(9)
    sheet.sheet.cell(5, 9).value = "自加栏"
    sheet.sheet.cell(5, 13).value = "目前进展"
    back = sheet.save(tmp_path / "back.xlsx")
    plan = merge.prepare(workspace, [back])
    assert sorted((cell.theirs, cell.outcome) for cell in plan.cells) == [
        ("多写的一行", Outcome.REFUSED), ("第一项。", Outcome.TAKEN), ("第二项。", Outcome.TAKEN),
    ]  # fmt: skip
    assert plan.books[0].remarks == ("自加的栏目“自加栏”未读入",)
    assert [row.place for row in plan.books[0].unknown] == [7]


def test_a_workbook_that_lost_all_that_was_hidden_is_known_by_what_it_says(workspace: Workspace, handed, tmp_path):
    sheet = Sheet(handed[BUREAU])
    sheet.cell(0, Field.TEXT).value = "新进展。"
    del sheet.book[HIDDEN_SHEET]
    del sheet.book.defined_names[NAME]
    sheet.book.custom_doc_props = type(sheet.book.custom_doc_props)()
    sheet.sheet.delete_rows(4)
    sheet.sheet.delete_cols(1)
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "back.xlsx")])
    assert plan.books[0].unit == BUREAU
    assert [(cell.theirs, cell.outcome) for cell in plan.cells] == [("新进展。", Outcome.DOUBTFUL)]
    assert plan.counts.read == 14
    merge.apply(workspace, plan, prefer=Choice.THEIRS)
    assert [each.unit for each in handout.owed(workspace) if each.unit == BUREAU] == []


def test_the_copy_in_the_properties_stands_in_for_a_hidden_sheet_that_is_gone(workspace, handed, tmp_path):
    sheet = Sheet(handed[BUREAU])
    sheet.cell(0, Field.TEXT).value = "新进展。"
    del sheet.book[HIDDEN_SHEET]
    plan = merge.prepare(workspace, [sheet.save(tmp_path / "back.xlsx")])
    assert [(cell.theirs, cell.outcome) for cell in plan.cells] == [("新进展。", Outcome.TAKEN)]
    assert MARK


def test_a_handout_whose_record_was_undone_still_comes_home(workspace: Workspace, handed, tmp_path):
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {(0, Field.PERCENT): 0.6})
    history.undo(workspace)
    plan = merge.prepare(workspace, [back])
    assert plan.counts.taken == 1
    assert "没有这一批次的下发记录" in plan.books[0].remarks[0]
    merge.apply(workspace, plan)
    assert integrity.verify(workspace) == []


def test_a_handout_of_another_ledger_is_refused(workspace: Workspace, handed, tmp_path):
    with open_workspace(tmp_path / "另一台账", dt.date(2021, 10, 18)) as other:
        plan = merge.prepare(other, [handed[BUREAU]])
    assert "另一台账下发" in plan.books[0].refusal


def test_a_task_that_is_gone_is_listed_with_what_was_said_about_it(workspace: Workspace, handed, tmp_path):
    from desktop_app.services import plans

    back = fill(handed["市信访局"], tmp_path / "back.xlsx", {(0, Field.TEXT): "已归并。"})
    plans.remove_plan(workspace, 1)
    plan = merge.prepare(workspace, [back])
    assert plan.counts.taken == 0
    assert "已归并。" in plan.books[0].unknown[0].words
    assert plan.counts.read == plan.counts.refused


def test_a_file_that_is_no_workbook_does_not_hold_up_the_others(workspace: Workspace, handed, tmp_path):
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {(0, Field.PERCENT): 0.6})
    other = tmp_path / "说明.docx"
    other.write_bytes(b"PK\x03\x04 no workbook")
    plan = merge.prepare(workspace, [other, back, tmp_path / "没有.xlsx"])
    assert [bool(book.refusal) for book in plan.books] == [False, True, True]
    result = merge.apply(workspace, plan)
    assert len(result.receipts) == 1


def test_each_unit_gets_a_receipt_that_says_what_was_not_taken(workspace: Workspace, handed, tmp_path):
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {(0, Field.PERCENT): "过半", (1, Field.TEXT): "已立项。"})
    result = merge.apply(workspace, merge.prepare(workspace, [back]))
    (receipt,) = result.receipts
    assert receipt.parent == workspace.folder / "exports" / "回执"
    with pdfplumber.open(receipt) as pdf:
        text = "".join((page.extract_text() or "") for page in pdf.pages).replace("\n", "")
    assert "（2行，14格）已收到并核对完毕" in text
    assert "直接采用1格" in text
    assert "未采用1格" in text
    assert "过半" in text


def test_words_that_units_wrote_are_on_record_even_when_the_officer_keeps_his_own(
    workspace: Workspace, ledger, handed, tmp_path, dump: Callable
):
    back = fill(handed[BUREAU], tmp_path / "back.xlsx", {(0, Field.TEXT): "单位的话。"})
    tasks.add_progress(workspace, ledger.across, "本级的话。")
    merge.apply(workspace, merge.prepare(workspace, [back]), prefer=Choice.OURS)
    assert queries.detail(workspace, ledger.across.task).progress[0].text == "本级的话。"
    assert any("单位的话。" in row for row in dump()["returned_cell"])


def test_parts_are_ticked_on_their_own_and_settle_their_task(workspace: Workspace, ledger, handed, tmp_path):
    back = fill(handed["市发展改革局"], tmp_path / "a.xlsx", {(0, Field.STATUS): "已完成"})
    both = fill(handed[BUREAU], tmp_path / "b.xlsx", {(1, Field.PERCENT): 1})
    merge.apply(workspace, merge.prepare(workspace, [back, both]))
    row = queries.task(workspace, ledger.platform.task)
    assert [part.status for part in row.parts] == [Status.AWAITING_CHECK] * 2
    assert row.status is Status.AWAITING_CHECK
    tasks.tick(workspace, [TaskRef(row.id)])
