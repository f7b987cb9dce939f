from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput, Cancelled, NotFound
from desktop_app.domain.plan import Assignment, Kind, Node, ParagraphUse, Plan, Role, Span
from desktop_app.domain.task import Status
from desktop_app.services import evidence, history, integrity, plans, queries, tasks
from desktop_app.services.units import unit_key
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from tests.services.conftest import Dump, Ledger


def test_an_import_counts_what_is_stored(workspace: Workspace, plan: Plan, source: Path) -> None:
    result = plans.store_plan(workspace, plan, source)
    assert not result.already_stored
    assert (result.tasks, result.nodes, result.units, result.deadlines, result.targets) == (5, 9, 5, 5, 3)
    assert result.coverage == {
        ParagraphUse.TASK: 5,
        ParagraphUse.HEADING: 5,
        ParagraphUse.BACKGROUND: 2,
        ParagraphUse.FURNITURE: 0,
        ParagraphUse.UNRECOGNISED: 0,
    }
    assert result.coverage == plan.coverage()
    assert result.doubts == ("“4.加强宣传”未写完成时限",)
    assert result.changes.plans == {result.plan_id}
    assert len(result.changes.tasks) == 5


def test_the_original_is_kept_byte_by_byte(workspace: Workspace, plan: Plan, source: Path) -> None:
    plans.store_plan(workspace, plan, source)
    kept = list(workspace.sources.files())
    assert [path.read_bytes() for path in kept] == [source.read_bytes()]
    with reading(workspace.engine) as connection:
        row = connection.exec_driver_sql("SELECT source_name, source_path, original, text FROM plan").one()
    assert (row[0], row[2], row[3]) == (plan.source, plan.original, plan.text)
    assert (workspace.folder / row[1]) == kept[0]
    assert not Path(row[1]).is_absolute()


def test_the_same_document_again_changes_nothing(
    workspace: Workspace, ledger: Ledger, plan: Plan, source: Path, dump: Callable[[], Dump]
) -> None:
    tasks.tick(workspace, [ledger.across])
    before = dump()
    again = plans.store_plan(workspace, plan, source)
    assert again.already_stored
    assert (again.plan_id, again.tasks) == (1, 5)
    assert not again.changes.tasks
    assert dump() == before
    assert history.undo_label(workspace) is not None


def test_the_same_text_in_another_file_is_the_same_document(
    workspace: Workspace, ledger: Ledger, plan: Plan, tmp_path: Path
) -> None:
    other = tmp_path / "同一份.txt"
    other.write_bytes(plan.original.encode("gb18030"))
    assert plans.store_plan(workspace, plan, other).already_stored
    assert len(list(workspace.sources.files())) == 1
    assert integrity.verify(workspace) == []


def test_an_import_that_is_stopped_leaves_nothing(workspace: Workspace, plan: Plan, source: Path) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        plans.store_plan(workspace, plan, source, written=stop)
    assert queries.plans(workspace) == []
    assert list(workspace.sources.files()) == []
    assert history.entries(workspace) == []


def test_a_source_that_is_gone_is_said(workspace: Workspace, plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="不存在"):
        plans.store_plan(workspace, plan, tmp_path / "gone.txt")


def test_a_removed_plan_comes_back_with_all_that_was_recorded(
    workspace: Workspace, ledger: Ledger, photo: Path, dump: Callable[[], Dump]
) -> None:
    evidence.attach(workspace, [ledger.platform], [photo])
    tasks.add_progress(workspace, ledger.hotline, "已开工", 30)
    tasks.extend(workspace, ledger.hotline, workspace.today.replace(month=12), "会议纪要")
    tasks.add_reading(workspace, 1, 5)
    before = dump()
    changes = plans.remove_plan(workspace, 1)
    assert changes.label == "移除《清源区数字政府建设2021年工作要点》"
    assert changes.plans == {1}
    assert queries.tasks(workspace) == []
    assert queries.plans(workspace) == []
    assert integrity.verify(workspace) == []
    assert history.undo(workspace).plans == {1}
    assert dump() == before
    assert integrity.verify(workspace) == []


def test_a_removed_plan_can_be_imported_again_as_new(
    workspace: Workspace, ledger: Ledger, plan: Plan, source: Path
) -> None:
    tasks.tick(workspace, [ledger.across])
    plans.remove_plan(workspace, 1)
    again = plans.store_plan(workspace, plan, source)
    assert not again.already_stored
    assert again.plan_id == 2
    assert {row.status for row in queries.tasks(workspace)} == {Status.NOT_STARTED}
    assert integrity.verify(workspace) == []


def test_removing_what_is_not_there_is_said(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="没有编号为7的规划"):
        plans.remove_plan(workspace, 7)


def test_one_unit_has_one_row_however_it_is_printed(workspace: Workspace, tmp_path: Path) -> None:
    names = [
        "区行政审批局（大数据中心）",
        "区行政审批局(大数据中心)",
        "區行政審批局（大數據中心）",
        "区 行政审批局",
        "区行政审批局",
    ]
    facts = tuple(Assignment(Role.RESPONSIBLE, name) for name in names)
    node = Node("n1", None, "一、", "任务", Kind.TASK, "做", Span(0, 4), Span(4, 5), facts)
    source = tmp_path / "a.txt"
    source.write_text("x")
    plans.store_plan(workspace, Plan("a.txt", "标题", None, None, None, (node,), "一、任务做", "一、任务做"), source)
    with reading(workspace.engine) as connection:
        units = connection.exec_driver_sql("SELECT name FROM unit ORDER BY id").scalars().all()
        aliases = connection.exec_driver_sql("SELECT printed FROM alias ORDER BY id").scalars().all()
    assert units == ["区行政审批局（大数据中心）", "区 行政审批局"]
    assert aliases == ["区行政审批局(大数据中心)", "區行政審批局（大數據中心）", "区行政审批局"]
    row = queries.tasks(workspace)[0]
    assert [(a.name, a.printed) for a in row.assignments][2] == (names[0], names[2])


def test_units_of_a_second_plan_are_the_units_of_the_first(
    workspace: Workspace, ledger: Ledger, plan: Plan, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("other")
    plans.store_plan(workspace, replace(plan, title="第二份", text=plan.text + "。"), other)
    with reading(workspace.engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM unit").scalar() == 5


def test_names_that_differ_in_more_than_form_are_two_units() -> None:
    assert unit_key("区行政审批局（大数据中心）") != unit_key("区行政审批局")


def test_facts_of_a_part_are_stored_once(workspace: Workspace, ledger: Ledger) -> None:
    with reading(workspace.engine) as connection:
        rows = connection.exec_driver_sql(
            "SELECT part_id, printed FROM assignment WHERE node_id = ? ORDER BY position", (ledger.platform.task,)
        ).all()
    assert [tuple(row) for row in rows] == [(1, "市发展改革局"), (2, "市政务服务数据管理局"), (2, "市财政局")]
