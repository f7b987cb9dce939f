"""Units become one when the officer says so; later imports know it; undo makes them two again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput, NotFound
from desktop_app.services import history, integrity, plans, queries, units
from desktop_app.services.workspace import Workspace
from tests.services.conftest import Dump
from tests.versions import Wanted, make_plan, save, task


@pytest.fixture
def stored(workspace: Workspace, tmp_path: Path) -> dict[str, int]:
    """The ids of three units by name; the first two are one office."""
    _store(workspace, tmp_path, "第一份", task("甲", unit="市政数局"), task("乙", unit="市政务服务数据管理局"))
    _store(workspace, tmp_path, "第二份", task("丙", unit="市财政局"))
    return {unit.name: unit.id for unit in units.list_units(workspace)}


def _store(workspace: Workspace, folder: Path, title: str, *wanted: Wanted) -> None:
    plan = make_plan([("一章", wanted)], title)
    plans.store_plan(workspace, plan, save(plan, folder))


def test_units_are_listed_with_their_tasks(workspace: Workspace, stored: dict[str, int]) -> None:
    assert [(unit.name, unit.tasks, unit.aliases) for unit in units.list_units(workspace)] == [
        ("市政数局", 1, ()),
        ("市政务服务数据管理局", 1, ()),
        ("市财政局", 1, ()),
    ]


def test_what_is_suggested_can_be_merged_and_taken_back(
    workspace: Workspace, stored: dict[str, int], dump: Callable[[], Dump]
) -> None:
    before = dump()
    (suggestion,) = units.suggestions(workspace)
    changes = units.merge(workspace, suggestion.keep.id, [suggestion.other.id])
    assert changes.label == "合并单位到“市政务服务数据管理局”"
    assert [row.units() for row in queries.tasks(workspace)][:2] == [("市政务服务数据管理局",)] * 2
    assert queries.tasks(workspace)[0].assignments[0].printed == "市政数局"
    assert units.list_units(workspace)[0].aliases == ("市政数局",)
    assert changes.tasks == {row.id for row in queries.tasks(workspace)[:1]}
    assert units.suggestions(workspace) == []
    assert integrity.verify(workspace) == []
    history.undo(workspace)
    assert dump() == before


def test_later_imports_know_the_other_name(workspace: Workspace, stored: dict[str, int], tmp_path: Path) -> None:
    units.merge(workspace, stored["市政务服务数据管理局"], [stored["市政数局"]])
    _store(workspace, tmp_path, "第三份", task("丁", unit="市政数局"))
    assert queries.tasks(workspace)[-1].units() == ("市政务服务数据管理局",)
    assert len(units.list_units(workspace)) == 2
    assert integrity.verify(workspace) == []


def test_names_go_on_with_a_unit_that_is_merged_again(workspace: Workspace, stored: dict[str, int]) -> None:
    units.merge(workspace, stored["市政务服务数据管理局"], [stored["市政数局"]])
    units.merge(workspace, stored["市财政局"], [stored["市政务服务数据管理局"]])
    (unit,) = units.list_units(workspace)
    assert set(unit.aliases) == {"市政数局", "市政务服务数据管理局"}
    assert unit.tasks == 3
    assert integrity.verify(workspace) == []


def test_a_unit_is_not_merged_with_itself_nor_with_nothing(workspace: Workspace, stored: dict[str, int]) -> None:
    for others in ([], [stored["市政数局"]]):
        with pytest.raises(BadInput, match="两个以上不同的单位"):
            units.merge(workspace, stored["市政数局"], others)


def test_a_unit_that_is_not_there_is_said(workspace: Workspace, stored: dict[str, int]) -> None:
    with pytest.raises(NotFound, match="没有编号为99的单位"):
        units.merge(workspace, stored["市政数局"], [99])
