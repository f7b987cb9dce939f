"""Outline and grid models, tested without a window."""

import dataclasses

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Light, Mark, Status
from desktop_app.gui.lights import Check
from desktop_app.gui.models.clipboard import as_cells
from desktop_app.gui.models.column_filter import ColumnFilter, counted_values
from desktop_app.gui.models.columns import Column
from desktop_app.gui.models.excerpts import excerpt, hits
from desktop_app.gui.models.item_texts import check_of
from desktop_app.gui.models.task_grid import TaskGridModel
from desktop_app.gui.models.task_tree import ROW_ROLE, SORT_ROLE, TaskTreeModel
from desktop_app.gui.models.units import join_units, short_name, short_title
from tests.gui.rows import DATA, TODAY, closed, make_outline, make_rows

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def tree() -> TaskTreeModel:
    model = TaskTreeModel()
    model.set_content(make_outline(), make_rows(), TODAY)
    return model


@pytest.fixture
def grid() -> TaskGridModel:
    model = TaskGridModel()
    model.set_content(make_rows(), TODAY)
    return model


def texts(model, index: QModelIndex) -> dict[Column, str]:
    return {column: model.data(index.siblingAtColumn(column)) for column in Column}


def order(grid: TaskGridModel) -> list[int]:
    return [grid.item(grid.index(row, 0)).row.id - 100 for row in range(grid.rowCount())]


def test_both_models_keep_the_rules_of_qt(tree, grid):
    for model in (tree, grid):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    tree.update_rows([closed(make_rows()[0])])
    grid.sort(Column.PERCENT, Qt.SortOrder.DescendingOrder)
    tree.set_content(make_outline(), make_rows()[:3], TODAY, show_context=True)
    grid.set_content([], TODAY)


def test_a_chapter_carries_the_figures_of_its_tasks(tree):
    chapter = texts(tree, tree.index(0, 0))
    assert chapter[Column.NUMBER] == "一、"
    assert chapter[Column.LEAD] == "5 项，销号 1"
    assert chapter[Column.PERCENT] == f"{round((85 + 38 + 70 + 100 + 100) / 5)}%"
    assert chapter[Column.EVIDENCE] == "8"
    assert chapter[Column.LIGHT] == "逾期1 临期与滞后1 正常1 待核1 已销号1"


def test_a_task_shows_its_values_and_its_row(tree):
    index = tree.find(TaskRef(107))
    shown = texts(tree, index)
    assert shown[Column.NUMBER] == "（七）"
    assert shown[Column.LEAD] == "市公安局 等2家"
    assert shown[Column.DUE] == "9月30日"
    assert shown[Column.LIGHT] == "逾期18天"
    assert tree.data(index, ROW_ROLE).id == 107
    assert tree.data(index.siblingAtColumn(Column.PERCENT), SORT_ROLE) == 87
    assert tree.data(index.siblingAtColumn(Column.LEAD), Qt.ItemDataRole.ToolTipRole) == f"市公安局\n{DATA}"


def test_a_date_of_another_year_carries_its_year(grid):
    other = dataclasses.replace(make_rows()[1], due=dataclasses.replace(make_rows()[1].due, date=TODAY.replace(2022)))
    grid.update_rows([other])
    assert grid.data(grid.find(TaskRef(102)).siblingAtColumn(Column.DUE)) == "2022年10月18日"


def test_parts_stand_below_their_task(tree):
    index = tree.find(TaskRef(103))
    assert tree.rowCount(index) == 2
    second = tree.find(TaskRef(103, 2))
    assert tree.parent(second) == index
    assert texts(tree, second)[Column.NUMBER] == "分段2"
    assert texts(tree, second)[Column.PERCENT] == "40%"
    assert tree.item(second).ref == TaskRef(103, 2)


def test_tick_boxes_are_empty_ticked_or_barred(tree):
    states = {ref: tree.data(tree.find(TaskRef(ref)), Qt.ItemDataRole.CheckStateRole) for ref in (101, 103, 105)}
    assert states == {
        101: Qt.CheckState.Unchecked,
        103: Qt.CheckState.PartiallyChecked,
        105: Qt.CheckState.Checked,
    }
    assert tree.data(tree.index(0, 0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked


def test_a_chapter_is_ticked_when_all_its_tasks_are_closed(tree):
    tree.update_rows([closed(row) for row in make_rows() if row.parent == 2])
    assert check_of(tree.item(tree.index(1, 0))) is Check.TICKED


def test_background_is_shown_only_when_asked_for(tree):
    assert tree.rowCount(tree.index(0, 0)) == 5
    tree.set_content(make_outline(), make_rows(), TODAY, show_context=True)
    first = tree.index(0, 0, tree.index(0, 0))
    assert tree.data(first.siblingAtColumn(Column.TITLE)) == "总体要求"
    assert tree.data(first, Qt.ItemDataRole.CheckStateRole) is None
    assert tree.item(first).ref is None


def test_headings_without_a_shown_task_are_left_out(tree):
    tree.set_content(make_outline(), make_rows()[:2], TODAY)
    assert tree.rowCount() == 1


def test_several_plans_stand_under_their_titles(tree):
    rows = make_rows()
    other = dataclasses.replace(rows[0], id=201, plan_id=2, plan_title="另一份方案", parent=None)
    outline = [*make_outline(), dataclasses.replace(make_outline()[2], id=201, plan_id=2, parent=None)]
    tree.set_content(outline, [*rows, other], TODAY)
    titles = [tree.data(tree.index(row, Column.TITLE)) for row in range(tree.rowCount())]
    assert titles == [rows[0].plan_title, "另一份方案"]
    assert tree.rowCount(tree.index(1, 0)) == 1


def test_an_update_repaints_the_row_and_its_headings_and_nothing_else(tree, qtbot):
    changed: list[str] = []
    tree.dataChanged.connect(lambda top, bottom, *_: changed.append(tree.data(top)))
    rows = make_rows()
    tree.update_rows([rows[0], closed(rows[1]), rows[2]])
    assert sorted(changed) == ["一、", "（二）"]
    assert texts(tree, tree.index(0, 0))[Column.LEAD] == "5 项，销号 2"


def test_the_grid_repaints_only_rows_that_differ(grid):
    changed: list[int] = []
    grid.dataChanged.connect(lambda top, bottom, *_: changed.extend(range(top.row(), bottom.row() + 1)))
    rows = make_rows()
    grid.update_rows([rows[0], closed(rows[1])])
    assert changed == [1]


def test_equal_rows_keep_the_order_of_the_document(grid):
    grid.sort(Column.PERCENT)
    assert order(grid) == [8, 2, 3, 1, 7, 4, 5, 6]
    grid.sort(Column.PERCENT, Qt.SortOrder.DescendingOrder)
    assert order(grid) == [4, 5, 6, 7, 1, 3, 2, 8]
    grid.sort(-1)
    assert order(grid) == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (Column.NUMBER, [1, 2, 3, 4, 5, 6, 7, 8]),
        (Column.DUE, [1, 6, 7, 2, 3, 4, 5, 8]),
        (Column.LIGHT, [1, 7, 2, 4, 3, 8, 6, 5]),
        (Column.EVIDENCE, [2, 3, 6, 8, 4, 1, 7, 5]),
        (Column.STATUS, [1, 2, 3, 7, 8, 4, 5, 6]),
    ],
)
def test_every_column_sorts_by_its_meaning(grid, column, expected):
    grid.sort(column)
    assert order(grid) == expected


def test_sorting_keeps_the_selection_on_its_rows(grid):
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(grid.find(TaskRef(108)))
    grid.sort(Column.PERCENT)
    assert kept.row() == 0


def test_an_updated_row_keeps_its_place_until_the_next_sort(grid):
    grid.sort(Column.PERCENT)
    grid.update_rows([closed(make_rows()[7])])
    assert order(grid)[0] == 8
    grid.set_content([closed(row) if row.id == 108 else row for row in make_rows()], TODAY)
    assert order(grid)[0] == 2


def test_cells_are_copied_with_full_names_and_dates(grid):
    rows = [make_rows()[6]]
    assert as_cells(rows, [Column.NUMBER, Column.LEAD, Column.DUE, Column.PERCENT]) == (
        f"（七）\t市公安局、{DATA}\t2021-09-30\t87%"
    )


def test_a_copied_cell_can_neither_break_the_row_nor_be_a_formula():
    row = dataclasses.replace(make_rows()[0], title="=1+1\t甲\n乙")
    assert as_cells([row], [Column.TITLE]) == "'=1+1 甲 乙"


def test_column_choices_combine():
    rows = make_rows()
    chosen = ColumnFilter().choosing(Column.LEAD, {DATA}).choosing(Column.LIGHT, {Mark.OVERDUE.label})
    assert [row.id for row in rows if chosen.matches(row)] == [101, 107]
    assert not chosen.choosing(Column.LEAD, None).choosing(Column.LIGHT, None)
    assert counted_values(rows, Column.STATUS) == [("推进中", 5), ("已销号", 2), ("已完成待核", 1)]


def test_an_excerpt_shows_the_hit_with_a_little_around_it():
    row = dataclasses.replace(make_rows()[0], text="前文" * 20 + "Data数据" + "后文" * 30)
    found = excerpt(row, ["data"])
    assert found.startswith("…前文前文前文Data数据后文")
    assert found.endswith("…")
    assert [found[start:end] for start, end in hits(found, ["data", "数据"])] == ["Data", "数据"]
    assert excerpt(row, ["市政务"]) == DATA
    assert excerpt(row, ["没有"]) == ""
    assert hits("任务", []) == []


def test_short_names_are_the_customary_ones():
    assert short_name(DATA) == "市政数局"
    assert short_name("市卫生健康局") == "市卫健局"
    assert short_name("各县（市、区）人民政府") == "各县（市、区）人民政府"
    assert join_units([]) == ""
    assert short_title("汕尾市数字政府改革建设2021年工作要点") == "数字政府改革建设2021年工作要点"
    assert short_title("滨江区方案") == "滨江区方案"


def test_the_states_of_the_small_plan_are_what_the_tests_rely_on():
    rows = make_rows()
    assert [row.light for row in rows].count(Light.RED) == 2
    assert [row.status for row in rows].count(Status.CLOSED) == 2
