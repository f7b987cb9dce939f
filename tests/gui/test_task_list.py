"""The middle pane with real keys and clicks: ticking, filtering, editing, copying, dropping."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QSpinBox

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Mark, Status
from desktop_app.gui.models.columns import Column
from desktop_app.gui.panels.task_list import TaskListPane
from desktop_app.gui.panels.task_view import TaskView
from desktop_app.gui.panels.task_view.widths import TREE_COLUMNS, fit
from tests.gui.rows import DATA, PLAN, POLICE, TODAY, closed, make_outline, make_rows


@pytest.fixture
def pane(theme, qtbot) -> TaskListPane:
    made = TaskListPane(theme)
    qtbot.addWidget(made)
    made.resize(817, 500)
    made.set_view(PLAN.title, PLAN.doc_number or "")
    made.set_content(make_outline(), make_rows(), TODAY)
    made.show()
    qtbot.waitExposed(made)
    return made


def index_of(view: TaskView, task: int, column: Column = Column.TITLE):
    return view.model().find(TaskRef(task)).siblingAtColumn(column)


def click(
    qtbot, view: TaskView, task: int, column: Column = Column.TITLE, modifier=Qt.KeyboardModifier.NoModifier
) -> None:
    point = view.visualRect(index_of(view, task, column)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def box_of(view: TaskView, index) -> QPoint:
    """The middle of the tick box of a row, as it is painted."""
    row = view.visualRect(index.siblingAtColumn(Column.TITLE))
    return QPoint(view._indent(view.model().item(index)) + 8 + 7, row.center().y())


def shown_ids(pane: TaskListPane) -> list[int]:
    return [row.id for row in pane.shown()]


def test_a_click_selects_and_says_so_once(pane, qtbot):
    said: list[bool] = []
    pane.selection_changed.connect(lambda: said.append(True))
    click(qtbot, pane.tree, 107)
    assert pane.selected() == [TaskRef(107)]
    assert pane.current() == TaskRef(107)
    assert len(said) == 1


def test_space_ticks_several_at_once(pane, qtbot):
    click(qtbot, pane.tree, 101)
    click(qtbot, pane.tree, 105, modifier=Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(pane.tick_toggled) as asked:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Space)
    assert asked.args == [[TaskRef(number) for number in (101, 102, 103, 104)], True]


def test_space_on_closed_tasks_asks_to_reopen_them(pane, qtbot):
    click(qtbot, pane.tree, 105)
    click(qtbot, pane.tree, 106, modifier=Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(pane.tick_toggled) as asked:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Space)
    assert asked.args == [[TaskRef(105), TaskRef(106)], False]


def test_a_click_on_the_box_ticks_that_task_and_keeps_the_others_selected(pane, qtbot):
    click(qtbot, pane.tree, 101)
    click(qtbot, pane.tree, 102, modifier=Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(pane.tick_toggled) as asked:
        point = box_of(pane.tree, index_of(pane.tree, 102))
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked.args == [[TaskRef(102)], True]
    assert pane.selected() == [TaskRef(101), TaskRef(102)]


def test_the_box_of_a_chapter_stands_for_its_open_tasks(pane, qtbot):
    with qtbot.waitSignal(pane.tick_toggled) as asked:
        point = box_of(pane.tree, pane.tree_model.index(1, 0))
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked.args == [[TaskRef(107), TaskRef(108)], True]


def test_a_part_is_ticked_on_its_own(pane, qtbot):
    pane.tree.expand(pane.tree_model.find(TaskRef(103)))
    index = pane.tree_model.find(TaskRef(103, 2))
    with qtbot.waitSignal(pane.tick_toggled) as asked:
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=box_of(pane.tree, index))
    assert asked.args == [[TaskRef(103, 2)], True]


def test_the_arrow_folds_where_it_is_painted(pane, qtbot):
    chapter = pane.tree_model.index(0, 0)
    point = QPoint(14, pane.tree.visualRect(chapter).center().y())
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not pane.tree.isExpanded(chapter)


def test_folding_selection_and_cursor_stay_when_rows_are_read_anew(pane, qtbot):
    pane.tree.collapse(pane.tree_model.index(0, 0))
    pane.tree.expand(pane.tree_model.find(TaskRef(103)))
    pane.select(108)
    with qtbot.assertNotEmitted(pane.selection_changed):
        pane.set_content(make_outline(), make_rows(), TODAY)
    assert not pane.tree.isExpanded(pane.tree_model.index(0, 0))
    assert pane.tree.isExpanded(pane.tree_model.find(TaskRef(103)))
    assert pane.current() == TaskRef(108)


def test_all_is_all_and_a_chapter_stands_for_its_tasks(pane, qtbot):
    pane.select_all()
    assert pane.selected() == [TaskRef(row.id) for row in make_rows()]
    point = pane.tree.visualRect(pane.tree_model.index(1, Column.TITLE)).center()
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert pane.selected() == [TaskRef(106), TaskRef(107), TaskRef(108)]
    assert pane.current() is None


@pytest.mark.parametrize("grid", [False, True])
def test_all_stay_selected_as_whole_ranges_when_rows_are_read_anew(pane, grid):
    pane.show_grid(grid)
    pane.select_all()
    pane.set_content(make_outline(), make_rows(), TODAY)
    assert pane.selected() == [TaskRef(row.id) for row in make_rows()]
    # Qt compares every range with every other: one for each task holds the window for minutes when all are selected.
    headings = {index_of(pane.view(), row.id).parent().row() for row in make_rows()}
    assert pane.view().selectionModel().selection().size() == len(headings) < len(make_rows())


def test_rows_with_a_gap_between_them_stay_selected(pane):
    wanted = [TaskRef(row.id) for row in make_rows()][::2]
    pane.tree.select_refs(wanted, wanted[0])
    assert pane.selected() == wanted


def test_enter_and_double_click_open_a_task(pane, qtbot):
    click(qtbot, pane.tree, 107)
    with qtbot.waitSignal(pane.activated) as opened:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert opened.args == [TaskRef(107)]
    with qtbot.waitSignal(pane.activated) as opened:
        point = pane.tree.visualRect(index_of(pane.tree, 101)).center()
        qtbot.mouseDClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened.args == [TaskRef(101)]


def test_a_count_of_the_strip_filters_and_the_counts_stay(pane, qtbot):
    red = pane.header.strip.buttons[Mark.OVERDUE]
    with qtbot.waitSignals([pane.mark_chosen, pane.shown_changed]):
        qtbot.mouseClick(red, Qt.MouseButton.LeftButton)
    assert shown_ids(pane) == [101, 107]
    assert pane.header.strip.buttons[None].count == 8
    assert red.accessibleName() == "逾期 2 项"
    qtbot.mouseClick(red, Qt.MouseButton.LeftButton)
    assert len(shown_ids(pane)) == 8


def test_a_ticked_row_stays_in_sight_until_the_filter_changes(pane):
    pane.choose_mark(Mark.OVERDUE)
    pane.update_rows([closed(make_rows()[0])])
    assert shown_ids(pane) == [101, 107]
    assert pane.header.strip.buttons[Mark.OVERDUE].count == 1
    pane.choose_mark(None)
    pane.choose_mark(Mark.OVERDUE)
    assert shown_ids(pane) == [107]


def test_choosing_values_in_a_head_filters_and_shows_a_chip(pane, qtbot):
    popup = pane.open_filter(Column.LEAD, QPoint(0, 0))
    assert [popup.values.data(popup.values.index(row)) for row in range(3)] == ["全部", "市政数局", POLICE]
    popup.values.toggle(1)
    qtbot.mouseClick(popup.accept, Qt.MouseButton.LeftButton)
    assert shown_ids(pane) == [103, 106, 107]
    assert pane.filters.isVisible()
    assert pane.tree.heads.filtered == {Column.LEAD}
    pane.clear_filters()
    assert len(shown_ids(pane)) == 8
    assert not pane.filters.isVisible()


def test_the_choice_of_values_can_be_searched_and_must_not_be_empty(pane, qtbot):
    popup = pane.open_filter(Column.LEAD, QPoint(0, 0))
    popup.values.seek("公安")
    assert popup.values.rowCount() == 2
    popup.values.seek("")
    popup.values.toggle(0)
    assert not popup.accept.isEnabled()
    popup.close()


def test_a_task_hidden_by_the_filter_is_found_all_the_same(pane):
    pane.choose_mark(Mark.OVERDUE)
    pane.select(105)
    assert pane.current() == TaskRef(105)


def test_grid_and_outline_share_selection(pane, qtbot):
    click(qtbot, pane.tree, 107)
    pane.show_grid(True)
    assert pane.view() is pane.grid
    assert pane.selected() == [TaskRef(107)]
    click(qtbot, pane.grid, 102)
    pane.show_grid(False)
    assert pane.current() == TaskRef(102)


def test_a_click_on_a_head_sorts_up_then_down_then_not_at_all(pane, qtbot):
    pane.show_grid(True)
    heads = pane.grid.heads
    point = QPoint(heads.sectionViewportPosition(Column.PERCENT) + 20, 10)

    def first() -> int:
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=point)
        return pane.grid_model.item(pane.grid_model.index(0, 0)).row.id

    assert [first() for _ in range(3)] == [108, 104, 101]
    assert heads.sorted_by is None


def test_percent_is_chosen_in_the_cell(pane, qtbot):
    pane.show_grid(True)
    index = index_of(pane.grid, 102, Column.PERCENT)
    pane.grid.setCurrentIndex(index)
    pane.grid.edit(index)
    editor = pane.grid.findChild(QSpinBox)
    editor.setValue(55)
    with qtbot.waitSignal(pane.percent_chosen) as chosen:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert chosen.args == [[TaskRef(102)], 55]
    assert pane.grid_model.item(index).row.percent == 38


def test_status_chosen_in_a_selected_row_is_meant_for_all_selected(pane, qtbot):
    pane.resize(1100, 500)
    pane.show_grid(True)
    click(qtbot, pane.grid, 101)
    click(qtbot, pane.grid, 102, modifier=Qt.KeyboardModifier.ControlModifier)
    pane.grid.edit(index_of(pane.grid, 102, Column.STATUS))
    editor = pane.grid.findChild(QComboBox)
    editor.setCurrentIndex(editor.findText(Status.SUSPENDED.label))
    with qtbot.waitSignal(pane.status_chosen) as chosen:
        editor.activated.emit(editor.currentIndex())
    assert chosen.args == [[TaskRef(101), TaskRef(102)], Status.SUSPENDED]


def test_left_and_right_walk_the_cells_of_the_grid(pane, qtbot):
    pane.show_grid(True)
    pane.grid.setCurrentIndex(index_of(pane.grid, 101, Column.TITLE))
    qtbot.keyClick(pane.grid, Qt.Key.Key_Right)
    assert pane.grid.currentIndex().column() == Column.LEAD
    qtbot.keyClick(pane.grid, Qt.Key.Key_Down)
    assert pane.grid.currentIndex().column() == Column.LEAD
    assert pane.current() == TaskRef(102)


def test_selected_rows_are_copied_as_the_shown_cells(pane, qtbot):
    click(qtbot, pane.tree, 101)
    click(qtbot, pane.tree, 107, modifier=Qt.KeyboardModifier.ControlModifier)
    pane.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:4] == ["（一）", "深入推进政务服务流程优化", DATA, "2021-08-31"]
    assert len(lines) == 2
    assert {len(line.split("\t")) for line in lines} == {len(pane.tree.columns.shown())}


def test_files_dropped_on_a_row_are_meant_for_it(pane, qtbot, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "验收意见.pdf"))])
    point = QPointF(pane.tree.visualRect(index_of(pane.tree, 107)).center())
    event = QDropEvent(point, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(pane.files_dropped) as dropped:
        pane.tree.dropEvent(event)
    assert dropped.args == [TaskRef(107), [Path(tmp_path / "验收意见.pdf")]]


@pytest.mark.parametrize(
    ("room", "gone", "bars"),
    [
        (807, set(), True),
        (680, {Column.EVIDENCE}, True),
        (600, set(), False),
        (565, {Column.EVIDENCE, Column.LEAD}, False),
    ],
)
def test_columns_give_way_in_their_order(room, gone, bars):
    fitted = fit(room, TREE_COLUMNS)
    assert (fitted.bars, gone <= TREE_COLUMNS - fitted.shown) == (bars, True)
    title = room - sum(fitted.widths[column] for column in fitted.shown if column is not Column.TITLE)
    assert title >= 200


def test_the_grid_shows_more_where_there_is_room(pane, qtbot):
    pane.show_grid(True)
    pane.resize(1500, 500)
    assert {Column.STATUS, Column.CHAPTER, Column.SUPPORT} <= set(pane.grid.columns.shown())
    pane.resize(700, 500)
    assert not {Column.CHAPTER, Column.SUPPORT} & set(pane.grid.columns.shown())


def test_chosen_columns_are_remembered(pane, theme, qtbot):
    pane.tree.columns.set_wanted(Column.EVIDENCE, False)
    states = pane.column_states()
    other = TaskListPane(theme)
    qtbot.addWidget(other)
    other.resize(1200, 400)
    other.restore_columns(*states)
    assert Column.EVIDENCE not in other.tree.columns.shown()
    other.restore_columns("not readable", json.dumps({"shown": [99], "widths": {}}))
    assert Column.EVIDENCE not in other.tree.columns.shown()
    assert Column.TITLE in other.grid.columns.shown()


def test_rows_are_painted_in_every_state(pane, theme, qtbot):
    """Selected, hovered, with the cursor by keyboard, folded and in parts; in light, dark and high contrast."""
    from desktop_app.gui.tokens import DARK, HIGH_CONTRAST, LIGHT

    pane.tree.expand(pane.tree_model.find(TaskRef(103)))
    click(qtbot, pane.tree, 107)
    qtbot.keyClick(pane.tree, Qt.Key.Key_Up)
    seen = set()
    for tokens in (LIGHT, DARK, HIGH_CONTRAST):
        theme.set_tokens(tokens)
        seen.add(bytes(pane.grab().toImage().constBits()))
    assert len(seen) == 3


def test_sought_words_give_rows_a_second_line(pane):
    before = pane.tree.visualRect(index_of(pane.tree, 102)).height()
    pane.set_words(["共享"])
    assert pane.tree.visualRect(index_of(pane.tree, 102)).height() == 40
    pane.grab()
    pane.set_words([])
    assert pane.tree.visualRect(index_of(pane.tree, 102)).height() == before == 28


def test_nothing_found_is_said(pane, qtbot):
    before = pane.grab().toImage()
    pane.set_content([], [], TODAY)
    assert pane.tree.model().rowCount() == 0
    assert pane.grab().toImage() != before
    assert pane.tree.empty_words


def test_rows_edit_only_where_something_can_be_chosen(pane):
    pane.show_grid(True)
    editable = {
        column
        for column in Column
        if pane.grid_model.flags(index_of(pane.grid, 101, column)) & Qt.ItemFlag.ItemIsEditable
    }
    assert editable == {Column.PERCENT, Column.STATUS}
    assert pane.tree.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
