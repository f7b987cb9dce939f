"""Everything a reader can find is stored, shown, taken out and brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import NotFound
from desktop_app.domain.plan import Rhythm
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Light, Status
from desktop_app.services import history, integrity, plans, queries, settings, tasks
from desktop_app.services.workspace import Workspace
from tests.plan_by_hand import build_full_plan
from tests.services.conftest import Dump

CORRECTIONS = '{"corrections": [{"node": "n4", "title": "推进跨市通办"}]}'


@pytest.fixture
def full(workspace: Workspace, source: Path) -> int:
    return plans.store_plan(workspace, build_full_plan(), source, corrections=CORRECTIONS).plan_id


def test_work_without_an_end_is_said_as_such(workspace: Workspace, full: int) -> None:
    row = queries.tasks(workspace)[3]
    assert row.recurrences == ((Rhythm.OPEN_ENDED, "做好宣传引导"),)
    assert (row.light, row.signal.word) == (Light.GREY, "长期")
    assert row.signal.reason == "原文写“做好宣传引导”，不设完成时限，不计灯"
    tasks.set_status(workspace, [TaskRef(row.id)], Status.SUSPENDED)
    assert queries.task(workspace, row.id).signal.word == "暂缓"


def test_doubts_and_baselines_are_shown(workspace: Workspace, full: int) -> None:
    detail = queries.detail(workspace, 4)
    assert detail.row.assignments[0].doubt == "单位名称不完整"
    assert [each.doubt for each in detail.deadlines] == ["年份由上文推定", ""]
    assert (detail.row.targets[0].baseline, detail.row.targets[0].doubt) == (60.0, "方向未写明")


def test_clauses_are_kept_and_counted_and_change_no_task(workspace: Workspace, full: int) -> None:
    assert queries.plans(workspace)[0].rules == 3
    assert queries.task(workspace, 8).due is None


def test_a_full_plan_goes_and_comes_back_whole(workspace: Workspace, full: int, dump: Callable[[], Dump]) -> None:
    before = dump()
    assert len(before["plan_rule"]) == 3
    assert len(before["recurrence"]) == 1
    plans.remove_plan(workspace, full)
    gone = dump()
    assert not any(gone[table] for table in gone if table not in ("unit", "alias", "evidence"))
    history.undo(workspace)
    assert dump() == before
    assert integrity.verify(workspace) == []


def test_corrections_are_kept_with_the_plan_and_written_to_a_file(
    workspace: Workspace, full: int, tmp_path: Path
) -> None:
    out = plans.export_corrections(workspace, full, tmp_path / "更正.json")
    assert out.read_text(encoding="utf-8") == CORRECTIONS


def test_a_plan_that_was_not_corrected_says_so(workspace: Workspace, source: Path, tmp_path: Path) -> None:
    plan_id = plans.store_plan(workspace, build_full_plan(), source).plan_id
    with pytest.raises(NotFound, match="没有核对更正记录"):
        plans.export_corrections(workspace, plan_id, tmp_path / "更正.json")


def test_a_choice_is_remembered_and_forgotten(workspace: Workspace) -> None:
    assert settings.get(workspace, "columns", "无") == "无"
    settings.put(workspace, "columns", "甲")
    settings.put(workspace, "columns", "乙")
    assert settings.get(workspace, "columns") == "乙"
    settings.put(workspace, "columns", "")
    assert settings.get(workspace, "columns") == ""
