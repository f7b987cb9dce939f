from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import Refused
from desktop_app.domain.plan import Plan
from desktop_app.domain.task import Status
from desktop_app.services import history, plans, queries, tasks
from desktop_app.services.workspace import Workspace, open_workspace
from desktop_app.storage.database import reading
from tests.conftest import TODAY
from tests.services.conftest import Dump, Ledger


def test_undo_restores_exactly_and_redo_does_it_again(
    workspace: Workspace, ledger: Ledger, dump: Callable[[], Dump]
) -> None:
    before = dump()
    tasks.tick(workspace, [ledger.platform, ledger.hotline], without_evidence="涉密")
    after = dump()
    changes = history.undo(workspace)
    assert changes.tasks == {ledger.platform.task, ledger.hotline.task}
    assert dump() == before
    history.redo(workspace)
    assert dump() == after


def test_undo_and_redo_survive_a_restart(workspace: Workspace, ledger: Ledger, dump: Callable[[], Dump]) -> None:
    before = dump()
    tasks.tick(workspace, [ledger.hotline])
    after = dump()
    workspace.close()
    with open_workspace(workspace.folder, TODAY, create=False) as again:
        assert history.undo_label(again) == "销号“2.完善服务热线”"
        history.undo(again)
        assert dump() == before
    with open_workspace(workspace.folder, TODAY, create=False) as once_more:
        assert history.redo_label(once_more) == "销号“2.完善服务热线”"
        history.redo(once_more)
    assert dump() == after


def test_undo_goes_back_step_by_step_and_stops_at_the_import(workspace: Workspace, ledger: Ledger) -> None:
    for ref in (ledger.across, ledger.hotline, ledger.budget):
        tasks.tick(workspace, [ref])
    labels = []
    while label := history.undo_label(workspace):
        labels.append(label)
        history.undo(workspace)
    assert labels == ["销号“三、保障措施”", "销号“2.完善服务热线”", "销号“1.推进跨市通办”"]
    with pytest.raises(Refused, match="没有可撤销的操作"):
        history.undo(workspace)
    assert len(queries.plans(workspace)) == 1


def test_redo_goes_forward_step_by_step(workspace: Workspace, ledger: Ledger) -> None:
    for ref in (ledger.across, ledger.hotline):
        tasks.tick(workspace, [ref])
    history.undo(workspace)
    history.undo(workspace)
    history.redo(workspace)
    assert queries.task(workspace, ledger.across.task).status is Status.CLOSED
    assert queries.task(workspace, ledger.hotline.task).status is Status.NOT_STARTED
    history.redo(workspace)
    assert queries.task(workspace, ledger.hotline.task).status is Status.CLOSED
    with pytest.raises(Refused, match="没有可重做的操作"):
        history.redo(workspace)
    assert history.undo_label(workspace) == "销号“2.完善服务热线”"


def test_a_new_command_ends_redo(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.across])
    history.undo(workspace)
    tasks.tick(workspace, [ledger.hotline])
    assert history.redo_label(workspace) is None
    with pytest.raises(Refused):
        history.redo(workspace)


def test_an_import_ends_undo(workspace: Workspace, ledger: Ledger, plan: Plan, tmp_path: Path) -> None:
    from dataclasses import replace

    tasks.tick(workspace, [ledger.across])
    other = tmp_path / "other.txt"
    other.write_text("other")
    plans.store_plan(workspace, replace(plan, text=plan.text + "\n"), other)
    assert history.undo_label(workspace) is None


def test_nothing_is_ever_erased_from_the_history(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.across])
    history.undo(workspace)
    history.redo(workspace)
    history.undo(workspace)
    found = history.entries(workspace)
    assert [row.command for row in found] == ["undo", "redo", "undo", "tick", "import"]
    assert [row.undone for row in found] == [False, False, False, True, False]
    assert [row.label for row in found[:2]] == ["撤销：销号“1.推进跨市通办”", "重做：销号“1.推进跨市通办”"]
    assert [row.id for row in found] == [5, 4, 3, 2, 1]


def test_the_history_of_a_task_holds_what_concerned_it(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.across, ledger.hotline], note="已验收")
    tasks.tick(workspace, [ledger.budget])
    found = history.entries(workspace, task=ledger.hotline.task)
    assert [row.label for row in found] == ["销号2项", "导入《清源区数字政府建设2021年工作要点》"]
    assert found[0].detail == "销号日期2021-10-18；说明：已验收"
    assert found[0].at.tzinfo is not None
    assert [row.label for row in history.entries(workspace, limit=1)] == ["销号“三、保障措施”"]


def test_a_refused_command_leaves_no_trace(workspace: Workspace, ledger: Ledger, dump: Callable[[], Dump]) -> None:
    tasks.tick(workspace, [ledger.across])
    before = dump()
    with pytest.raises(Refused):
        tasks.tick(workspace, [ledger.across])
    assert dump() == before
    assert len(history.entries(workspace)) == 2


def test_entries_are_chained_by_their_hashes(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.across])
    tasks.tick(workspace, [ledger.hotline])
    with reading(workspace.engine) as connection:
        rows = connection.exec_driver_sql("SELECT prev_hash, hash, changes FROM history ORDER BY id").all()
    assert rows[0][0] == "0" * 64
    assert [row[0] for row in rows[1:]] == [row[1] for row in rows[:-1]]
    op, table, columns, ids, old, new = json.loads(rows[1][2])[0]
    assert (op, table, ids) == ("update", "node", [ledger.across.task])
    assert dict(zip(columns, old[0], strict=True))["status"] == "not_started"
    assert dict(zip(columns, new[0], strict=True))["status"] == "closed"


def test_redo_after_a_long_run_of_undos_is_found(workspace: Workspace, ledger: Ledger) -> None:
    for number in range(60):
        tasks.add_progress(workspace, ledger.hotline, f"第{number}条")
    for _ in range(60):
        history.undo(workspace)
    assert history.undo_label(workspace) is None
    for _ in range(60):
        history.redo(workspace)
    assert len(queries.detail(workspace, ledger.hotline.task).progress) == 60
