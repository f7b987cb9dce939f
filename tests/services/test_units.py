"""Units become one when the officer says so; later imports know it; undo makes them two again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput, NotFound
from desktop_app.domain.handout import Field
from desktop_app.domain.merging import Outcome
from desktop_app.services import handout, history, integrity, merge, plans, queries, units
from desktop_app.services.workspace import Workspace
from tests.office.sheet import fill
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


OLD, NEW = "市政数局", "市政务服务数据管理局"


@pytest.fixture
def handed(workspace: Workspace, stored: dict[str, int], tmp_path: Path) -> dict[str, Path]:
    """Workbooks of both names of one office, who were made one since."""
    files = {file.unit: file.path for file in handout.make_handouts(workspace, tmp_path / "out").files}
    units.merge(workspace, stored[NEW], [stored[OLD]])
    return files


def test_what_was_handed_to_the_old_name_comes_home_as_the_new_one(workspace: Workspace, handed, tmp_path: Path):
    back = fill(handed[OLD], tmp_path / "back.xlsx", {(0, Field.TEXT): "已办。", (0, Field.PERCENT): 0.4})
    plan = merge.prepare(workspace, [back])
    assert [(cell.unit, cell.outcome) for cell in plan.cells] == [(NEW, Outcome.TAKEN)] * 2
    assert plan.books[0].remarks == (f"下发给“{OLD}”，该单位已并入“{NEW}”",)
    merge.apply(workspace, plan)
    detail = queries.detail(workspace, queries.tasks(workspace)[0].id)
    assert (detail.progress[0].reporter, detail.progress[0].text) == (NEW, "已办。")
    assert {each.handed_as for each in handout.returns(workspace) if each.is_owed} == {NEW, "市财政局"}
    assert integrity.verify(workspace) == []


def test_a_corrected_return_of_the_old_name_goes_by_what_it_said_before(workspace: Workspace, handed, tmp_path: Path):
    first = fill(handed[OLD], tmp_path / "一稿.xlsx", {(0, Field.TEXT): "一稿。"})
    merge.apply(workspace, merge.prepare(workspace, [first]))
    second = fill(first, tmp_path / "二稿.xlsx", {(0, Field.TEXT): "二稿。"})
    plan = merge.prepare(workspace, [second])
    assert [(cell.base, cell.theirs, cell.outcome) for cell in plan.cells] == [("一稿。", "二稿。", Outcome.TAKEN)]


def test_what_the_old_name_said_is_the_new_one_s_own_voice(workspace: Workspace, stored, tmp_path: Path):
    files = {file.unit: file.path for file in handout.make_handouts(workspace, tmp_path / "out").files}
    back = fill(files[OLD], tmp_path / "back.xlsx", {(0, Field.TEXT): "已办。"})
    merge.apply(workspace, merge.prepare(workspace, [back]))
    units.merge(workspace, stored[NEW], [stored[OLD]])
    again = {file.unit: file.path for file in handout.make_handouts(workspace, tmp_path / "out2").files}
    plan = merge.prepare(workspace, [fill(again[NEW], tmp_path / "c.xlsx", {(0, Field.TEXT): "又办。"})])
    assert [(cell.base, cell.outcome) for cell in plan.cells] == [("已办。", Outcome.TAKEN)]
    months = {each.unit: each.rows for each in handout.asked_per_month(workspace)}
    assert months == {NEW: 4, "市财政局": 2}


def test_the_older_handout_of_the_old_name_is_no_longer_owed_once_the_new_one_was_given_more(
    workspace: Workspace, handed, tmp_path: Path
):
    handout.make_handouts(workspace, tmp_path / "out2")
    assert {(each.unit, each.label) for each in handout.owed(workspace)} == {
        (NEW, "2021年10月第2批"), ("市财政局", "2021年10月第2批"),
    }  # fmt: skip


def test_a_workbook_that_lost_its_marks_is_known_by_the_old_name_in_its_head(workspace: Workspace, handed, tmp_path):
    import openpyxl

    from desktop_app.domain.handout import HIDDEN_SHEET, NAME

    book = openpyxl.load_workbook(handed[OLD])
    del book[HIDDEN_SHEET], book.defined_names[NAME]
    book.custom_doc_props = type(book.custom_doc_props)()
    book.worksheets[0].delete_cols(1)
    book.save(tmp_path / "lost.xlsx")
    book.close()
    plan = merge.prepare(workspace, [tmp_path / "lost.xlsx"])
    assert (plan.books[0].unit, plan.books[0].refusal, plan.counts.same) == (NEW, "", 7)
