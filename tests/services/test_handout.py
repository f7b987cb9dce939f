"""Handing out: who is asked what, what the workbook holds, and who still owes a return."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.errors import BadInput, Cancelled, NotFound, Refused
from desktop_app.domain.handout import HIDDEN_SHEET, MARK, NAME, Field, Identity
from desktop_app.domain.plan import Role
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.ingest.returned import read_returned
from desktop_app.services import handout, history, integrity, plans, tasks
from desktop_app.services.workspace import Workspace
from tests.office.sheet import Sheet
from tests.versions import make_plan, save, task

BUREAU = "市政务服务数据管理局"


def by_unit(result):
    return {file.unit: file for file in result.files}


def test_every_unit_gets_a_workbook_with_its_own_tasks_and_parts(workspace: Workspace, ledger, tmp_path: Path):
    result = handout.make_handouts(workspace, tmp_path / "out")
    assert {unit: file.rows for unit, file in by_unit(result).items()} == {
        BUREAU: 2, "市信访局": 1, "市发展改革局": 1, "市财政局": 1,
    }  # fmt: skip
    rows = read_returned(by_unit(result)[BUREAU].path).rows
    assert [row.title for row in rows] == ["推进跨市通办", "建设数据平台（分段2）"]
    assert rows[1].wording == "建成平台并接入30个部门。"
    assert integrity.verify(workspace) == []


def test_supporting_units_are_asked_when_wanted(workspace: Workspace, ledger, tmp_path: Path):
    result = handout.make_handouts(workspace, tmp_path, roles=(*handout.OWNERS, Role.SUPPORT))
    assert by_unit(result)["市财政局"].rows == 2
    assert "各县（市、区）人民政府" in by_unit(result)


def test_only_the_named_units_are_asked(workspace: Workspace, ledger, tmp_path: Path):
    result = handout.make_handouts(workspace, tmp_path, units=["信访", "市财政局"])
    assert list(by_unit(result)) == ["市信访局", "市财政局"]
    with pytest.raises(NotFound, match="没有名称含“水务”"):
        handout.make_handouts(workspace, tmp_path, units=["水务"])


def test_what_is_done_is_not_asked_again(workspace: Workspace, ledger, tmp_path: Path):
    tasks.tick(workspace, [ledger.hotline, ledger.across])
    result = handout.make_handouts(workspace, tmp_path)
    assert "市信访局" not in by_unit(result)
    assert by_unit(result)[BUREAU].rows == 1
    assert result.skipped == 2
    assert by_unit(handout.make_handouts(workspace, tmp_path, everything=True))["市信访局"].rows == 1


def test_what_was_suspended_since_is_asked_once(workspace: Workspace, ledger, tmp_path: Path):
    handout.make_handouts(workspace, tmp_path)
    tasks.set_status(workspace, [ledger.hotline], Status.SUSPENDED)
    assert "市信访局" in by_unit(handout.make_handouts(workspace, tmp_path))
    assert "市信访局" not in by_unit(handout.make_handouts(workspace, tmp_path))


def test_nothing_to_ask_is_said_and_leaves_no_batch(workspace: Workspace, ledger, tmp_path: Path):
    tasks.tick(workspace, [TaskRef(ref.task) for ref in vars(ledger).values()])
    with pytest.raises(Refused, match="没有需要填报的任务"):
        handout.make_handouts(workspace, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert handout.owed(workspace) == []


def test_a_date_of_return_that_is_past_is_refused(workspace: Workspace, ledger, tmp_path: Path):
    with pytest.raises(BadInput, match="早于今天"):
        handout.make_handouts(workspace, tmp_path, due=dt.date(2021, 10, 1))


def test_open_cells_are_open_and_checked_and_all_others_locked(workspace: Workspace, ledger, tmp_path: Path):
    result = handout.make_handouts(workspace, tmp_path, password="甲乙")
    sheet = Sheet(by_unit(result)[BUREAU].path)
    assert sheet.sheet.protection.sheet
    assert sheet.sheet.protection.password
    for head in sheet.columns:
        unlocked = not sheet.cell(0, head).protection.locked
        assert unlocked == (head in [field.label for field in Field]), head
    kinds = {check.type: str(check.sqref) for check in sheet.sheet.data_validations.dataValidation}
    assert kinds == {"list": "I6:I7", "decimal": "J6:J7", "date": "K6:K7"}
    assert sheet.sheet.column_dimensions["A"].hidden
    assert sheet.sheet.print_title_rows == "$5:$5"
    assert sheet.sheet.page_setup.orientation == "landscape"
    sheet.book.close()


def test_identity_is_kept_in_four_places(workspace: Workspace, ledger, tmp_path: Path):
    result = handout.make_handouts(workspace, tmp_path)
    path = by_unit(result)["市信访局"].path
    book = openpyxl.load_workbook(path)
    identity = Identity.parse(str(book[HIDDEN_SHEET]["A1"].value))
    assert identity is not None
    assert (identity.workspace, identity.unit) == (handout.workspace_id(workspace), "市信访局")
    assert book[HIDDEN_SHEET].sheet_state == "veryHidden"
    assert str(identity) in book.defined_names[NAME].attr_text
    assert book.custom_doc_props[MARK].value == str(identity)
    assert book.worksheets[0]["A6"].value == f"{identity.batch}:{ledger.hotline.task}"
    book.close()


def test_what_was_reported_last_stands_in_the_open_cells(workspace: Workspace, ledger, tmp_path: Path):
    tasks.add_progress(workspace, ledger.hotline, "=已归并8条热线。", 60, "经费未到位", "月底前完成", "张三")
    result = handout.make_handouts(workspace, tmp_path, units=["市信访局"])
    (row,) = read_returned(result.files[0].path).rows
    assert row.raw == ("推进中", 0.6, "", "=已归并8条热线。", "经费未到位", "月底前完成", "")


def test_who_owes_a_return_is_known(workspace: Workspace, ledger, tmp_path: Path):
    handout.make_handouts(workspace, tmp_path, units=["市信访局"], due=dt.date(2021, 10, 25))
    handout.make_handouts(workspace, tmp_path)
    owed = handout.owed(workspace)
    assert [(each.label, each.unit) for each in owed if each.unit == "市信访局"] == [("2021年10月第2批", "市信访局")]
    assert len(owed) == 4
    first = handout.returns(workspace)[-1]
    assert (first.label, first.superseded, first.returned_on) == ("2021年10月批次", True, None)


def test_cells_asked_are_counted_by_unit_and_month(workspace: Workspace, ledger, tmp_path: Path):
    handout.make_handouts(workspace, tmp_path, units=["市信访局"])
    result = handout.make_handouts(workspace, tmp_path, units=["市信访局"])
    assert (result.files[0].cells, result.files[0].asked_this_month) == (7, 14)
    (month,) = handout.asked_per_month(workspace)
    assert (month.unit, month.month, month.batches, month.rows, month.cells) == ("市信访局", 10, 2, 2, 14)


def test_an_older_handout_is_never_overwritten(workspace: Workspace, ledger, tmp_path: Path):
    first = handout.make_handouts(workspace, tmp_path, units=["市信访局"]).files[0].path
    history.undo(workspace)
    second = handout.make_handouts(workspace, tmp_path, units=["市信访局"]).files[0].path
    assert first.exists()
    assert second.name == f"{first.stem}（2）.xlsx"


def test_a_folder_that_cannot_be_written_leaves_no_batch(workspace: Workspace, ledger, tmp_path: Path):
    (tmp_path / "占用").write_text("文件")
    with pytest.raises(Exception, match="不能使用"):
        handout.make_handouts(workspace, tmp_path / "占用" / "内")
    assert handout.owed(workspace) == []


def test_what_would_be_asked_is_told_beside_what_was_asked_before(workspace: Workspace, ledger, tmp_path: Path):
    handout.make_handouts(workspace, tmp_path, units=[BUREAU])
    tasks.tick(workspace, [ledger.across])
    told = {ask.unit: ask for ask in handout.outlook(workspace)}
    bureau, finance = told[BUREAU], told["市财政局"]
    assert (bureau.open_tasks, bureau.rows, bureau.cells, bureau.left_out) == (1, 1, 7, 1)
    assert (bureau.last_cells, bureau.last_on, bureau.month_cells) == (14, workspace.today, 14)
    assert (finance.last_cells, finance.last_on, finance.month_cells) == (0, None, 0)
    everything = {ask.unit: ask.cells for ask in handout.outlook(workspace, everything=True)}
    assert everything[BUREAU] == 14
    made = by_unit(handout.make_handouts(workspace, tmp_path / "2"))
    assert {unit: file.cells for unit, file in made.items()} == {
        unit: ask.cells for unit, ask in told.items() if ask.rows
    }


def test_several_plans_are_asked_about_in_one_workbook(workspace: Workspace, ledger, tmp_path: Path):
    second = make_plan([("一章", [task("甲", unit=BUREAU)])], "第二份")
    stored = plans.store_plan(workspace, second, save(second, tmp_path)).plan_id
    both = {ask.unit: ask.rows for ask in handout.outlook(workspace)}
    only = {ask.unit: ask.rows for ask in handout.outlook(workspace, plans={stored})}
    assert (both[BUREAU], only) == (3, {BUREAU: 1})
    made = handout.make_handouts(workspace, tmp_path / "out", units=[BUREAU], plan={1, stored}, note="按口径填报")
    assert made.files[0].rows == 3
    sheet = Sheet(made.files[0].path)
    assert sheet.sheet["B1"].value.endswith("》等2份文件任务进展填报表")
    sheet.book.close()
    with pytest.raises(NotFound, match="没有编号为77的规划"):
        handout.make_handouts(workspace, tmp_path / "out", plan={1, 77})


def test_a_handout_that_is_cancelled_leaves_neither_files_nor_a_record(workspace: Workspace, ledger, tmp_path: Path):
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        handout.make_handouts(workspace, tmp_path / "out", progress=stop)
    assert not (tmp_path / "out").exists()
    assert handout.returns(workspace) == []
    assert integrity.verify(workspace) == []


def test_terms_are_remembered_and_a_password_is_not(workspace: Workspace):
    assert handout.remembered(workspace) == handout.Remembered()
    kept = handout.Remembered("王某", "123", "附言", "/某处", owners=False, support=True)
    handout.remember(workspace, kept)
    assert handout.remembered(workspace) == kept
    assert not hasattr(kept, "password")
