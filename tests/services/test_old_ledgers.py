"""An old ledger in, a ledger of ours out and in again: nothing it knew is lost, and undo knows it as one import."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.old_ledger import Column
from desktop_app.domain.plan import Kind
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.revision import Change
from desktop_app.domain.task import Status
from desktop_app.ingest import paste_document
from desktop_app.ingest.ledgers import choose_columns, ledger_sheets, read_ledger
from desktop_app.services import column_memory, exchange, history, integrity, plans, queries, revise, tasks
from desktop_app.services.workspace import Workspace, open_workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Node

TODAY = dt.date(2021, 10, 18)
PLAN = next((Path(__file__).parents[1] / "data" / "plans").glob("002_*.txt"))
CELLS = (
    "序号\t重点任务\t责任单位\t完成时限\t状态\t进度\t进展情况\t存在问题\t完成日期\t备注\n"
    "1\t优化大厅\t县审批局\t2021年6月底前\t已完成\t100%\t已验收\t\t2021年6月20日\t\n"
    "2\t建设平台\t县数据局\t2021年12月底前\t推进中\t60%\t已迁移18个\t资金不足\t\t专班推进\n"
    "3\t清理证明\t县司法局\t2021年12月底前\t已销号\t\t\t\t\t\n"
    "4\t开展培训\t县委组织部\t每季度\t暂缓\t20%\t\t场地未定\t\t\n"
    "5\t编制清单\t县司法局\t2021年12月底前\t\t\t\t\t\t"
)


def store(workspace: Workspace, tmp_path: Path, cells: str = CELLS) -> plans.ImportResult:
    path = tmp_path / "粘贴的表格.txt"
    path.write_text(cells, encoding="utf-8")
    document = paste_document(cells, path.name)
    return plans.store_plan(workspace, read_ledger(document, ledger_sheets(document)).plan, path)


def test_status_percent_days_of_closing_and_progress_are_stored_with_the_tasks(
    workspace: Workspace, tmp_path: Path
) -> None:
    result = store(workspace, tmp_path)
    hall, platform, proofs, training, list_ = queries.tasks(workspace)
    assert (hall.status, hall.percent, hall.closed_on) == (Status.CLOSED, 100, dt.date(2021, 6, 20))
    assert hall.latest is not None and hall.latest.text == "已验收"
    assert (platform.status, platform.percent) == (Status.IN_PROGRESS, 60)
    assert platform.latest is not None
    assert (platform.latest.text, platform.latest.problems) == ("已迁移18个\n备注：专班推进", "资金不足")
    assert platform.latest.on == TODAY
    assert (proofs.status, proofs.closed_on, proofs.latest) == (Status.CLOSED, None, None)
    assert (training.status, training.percent) == (Status.SUSPENDED, 20)
    assert training.latest is not None and training.latest.text == "原台账未写进展情况"
    assert (list_.status, list_.percent, list_.latest) == (Status.NOT_STARTED, 0, None)
    assert "其中4项连同原台账的状态和进展" in history.entries(workspace)[0].detail
    assert result.tasks == 5
    assert integrity.verify(workspace) == []


def test_a_day_of_closing_that_is_yet_to_come_is_not_taken_and_told_as_it_stands(
    workspace: Workspace, tmp_path: Path
) -> None:
    store(workspace, tmp_path, CELLS.replace("2021年6月20日", "2022年6月20日"))
    with reading(workspace.engine) as connection:
        stored = connection.execute(select(Node.closed_on, Node.close_note).where(Node.status == Status.CLOSED)).all()
    assert [tuple(row) for row in stored] == [
        (None, "导入前已销号，原台账所写日期2022-06-20晚于导入当天，未采用"),
        (None, "导入前已销号，原台账未写日期"),
    ]
    assert integrity.verify(workspace) == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_task_with_a_row_for_each_unit_is_closed_only_when_all_are(
    workspace: Workspace, tmp_path: Path, order: tuple[int, int]
) -> None:
    rows = (
        "1\t建设平台\t县数据局\t2021年12月底前\t推进中\t40%\t正在建设\t\t\t\n",
        "1\t建设平台\t县财政局\t2021年12月底前\t已销号\t100%\t资金已拨付\t\t2021年9月1日\t\n",
    )
    heads, *_ = CELLS.splitlines(keepends=True)
    result = store(workspace, tmp_path, heads + "".join(rows[at] for at in order))
    (platform,) = queries.tasks(workspace)
    assert (platform.status, platform.percent, platform.closed_on) == (Status.IN_PROGRESS, 70, None)
    assert set(platform.owners) == {"县数据局", "县财政局"}
    said = {entry.text for entry in queries.detail(workspace, platform.id).progress}
    assert said == {"正在建设", "资金已拨付"}
    assert any("各行状态不同" in warning and "（推进中）" in warning for warning in result.changes.warnings)
    assert integrity.verify(workspace) == []


def test_what_was_known_at_import_is_not_undone_and_comes_back_with_the_plan(
    workspace: Workspace, tmp_path: Path
) -> None:
    result = store(workspace, tmp_path)
    before = queries.tasks(workspace)
    plans.remove_plan(workspace, result.plan_id)
    assert queries.tasks(workspace) == []
    history.undo(workspace)
    assert queries.tasks(workspace) == before


def test_a_record_whose_row_is_no_task_any_more_is_told(workspace: Workspace, tmp_path: Path) -> None:
    from dataclasses import replace

    document = paste_document(CELLS, "粘贴的表格.txt")
    plan = read_ledger(document, ledger_sheets(document)).plan
    nodes = tuple(replace(node, kind=Kind.CONTEXT) if node.title == "建设平台" else node for node in plan.nodes)
    path = tmp_path / "粘贴的表格.txt"
    path.write_text(CELLS, encoding="utf-8")
    result = plans.store_plan(workspace, replace(plan, nodes=nodes), path)
    assert result.changes.warnings == ("原台账1行的状态和进展未存入，所在条目已不是任务：“已迁移18个”",)


def test_the_officers_choice_of_columns_is_remembered_for_the_same_head(workspace: Workspace) -> None:
    sheet = ledger_sheets(paste_document(CELLS, "一.txt"))[0]
    assert column_memory.recall(workspace, sheet) == sheet
    column_memory.remember(workspace, [choose_columns(sheet, [("下一步", "H")])])
    again = ledger_sheets(paste_document(CELLS.replace("优化大厅", "改造大厅"), "二.txt"))[0]
    assert column_memory.recall(workspace, again).mapping.columns[7] is Column.NEXT_STEP
    other = ledger_sheets(paste_document(CELLS.replace("重点任务", "重点工作"), "三.txt"))[0]
    assert column_memory.recall(workspace, other) == other


def test_a_ledger_as_newer_version_changes_what_is_asked_and_leaves_the_record(
    workspace: Workspace, tmp_path: Path
) -> None:
    result = store(workspace, tmp_path)
    newer = CELLS.replace("清理证明", "清理证明事项").replace("60%", "90%")
    path = tmp_path / "新版.txt"
    path.write_text(newer, encoding="utf-8")
    document = paste_document(newer, path.name)
    plan = read_ledger(document, ledger_sheets(document)).plan
    revised = revise.revise(workspace, result.plan_id, path, plan)
    assert revised.count(Change.CHANGED) == 1
    assert revised.warnings == ("表中的状态、进度和进展未取用，任务的记录照旧",)
    rows = {row.title: row for row in queries.tasks(workspace)}
    assert (rows["建设平台"].percent, rows["清理证明事项"].status) == (60, Status.AWAITING_CHECK)


def test_our_own_ledger_comes_back_as_it_went(workspace: Workspace, tmp_path: Path) -> None:
    plans.import_plan(workspace, PLAN)
    rows = queries.tasks(workspace)
    tasks.tick(workspace, [TaskRef(rows[0].id)], on=dt.date(2021, 9, 30))
    tasks.add_progress(
        workspace, TaskRef(rows[1].id), "已完成招标。", 40, "资金未到位。", "签约。", on=dt.date(2021, 10, 8)
    )
    tasks.set_status(workspace, [TaskRef(rows[3].id)], Status.SUSPENDED)
    tasks.set_status(workspace, [TaskRef(rows[4].id)], Status.AWAITING_CHECK)
    tasks.extend(workspace, TaskRef(rows[5].id), dt.date(2021, 12, 20), "县政府批示")
    exchange.export_ledger(workspace, tmp_path / "台账.xlsx")
    before = queries.tasks(workspace)
    with open_workspace(tmp_path / "另一台账", TODAY) as other:
        result = plans.import_plan(other, tmp_path / "台账.xlsx")
        after = queries.tasks(other)
    assert result.doubts == ("下列各列未用：A“序号”、M“亮灯”、P“佐证份数”", "下列工作表未读入：统计")
    for read in (_names, _units, _dates, _standings, _progress):
        assert [read(row) for row in after] == [read(row) for row in before]
    assert any(row.parts for row in before)
    for new, old in zip(after, before, strict=True):
        assert _letters(new.text) == _letters(old.text)


def _letters(words: str) -> str:
    """The words without blanks and end marks: a cell is one line, and parts are joined to sentences."""
    return "".join(letter for letter in words if letter not in "。；;" and not letter.isspace())


def _names(row: TaskRow) -> tuple[str, ...]:
    return row.number, row.title, row.chapter, row.section


def _units(row: TaskRow) -> list[tuple[str, str]]:
    return sorted({(each.role.value, each.name) for each in row.assignments})


def _dates(row: TaskRow) -> tuple[dt.date, dt.date] | None:
    return (row.due.date, row.due.first_date) if row.due else None


def _standings(row: TaskRow) -> tuple[Status, int, dt.date | None]:
    return row.status, row.percent, row.closed_on


def _progress(row: TaskRow) -> tuple[object, ...]:
    latest = row.latest
    return (latest.on, latest.text, latest.problems, latest.next_step) if latest else ()
