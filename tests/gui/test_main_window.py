"""The frame: layouts by width, commands that follow what is chosen, what is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.refs import TaskRef
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models.columns import Column
from desktop_app.gui.responsive import layout_for
from desktop_app.gui.theme import Density, FontSize
from tests.gui.rows import PLAN, TODAY, make_outline, make_rows


@pytest.fixture
def window(theme, qtbot) -> MainWindow:
    return open_window(theme, qtbot)


def open_window(theme, qtbot, settings=None) -> MainWindow:
    made = MainWindow(theme, QWidget(), settings)
    qtbot.addWidget(made)
    made.navigation.set_content([PLAN], make_rows(), TODAY)
    made.task_list.set_content(make_outline(), make_rows(), TODAY)
    made.show_empty(False)
    made.show()
    qtbot.waitExposed(made)
    return made


def _listed(model) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("width", "name", "rail", "words"),
    [(1600, "wide", False, True), (1366, "standard", False, True), (1093, "narrow", False, False),
     (911, "tight", True, False), (760, "slim", True, False)],
)  # fmt: skip
def test_every_width_has_its_layout(width, name, rail, words):
    layout = layout_for(width)
    assert (layout.name, layout.rail, layout.words) == (name, rail, words)


def test_a_small_screen_gets_icons_and_one_line(window):
    window.resize(911, 512)
    assert window.navigation.width() == 40
    assert window.task_list.header.height() == 36
    assert window.tool_bar.buttons[0].toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert Column.LEAD not in window.task_list.tree.columns.shown()
    assert window.panel.isVisible()


def test_at_125_percent_units_stay_and_evidence_goes(window):
    window.resize(1093, 614)
    shown = window.task_list.tree.columns.shown()
    assert Column.LEAD in shown
    assert Column.EVIDENCE not in shown
    assert not window.task_list.tree.painter.bars


def test_the_title_column_keeps_its_room_at_every_width(window):
    for width in (1920, 1600, 1366, 1280, 1093, 1024, 911, 700):
        window.resize(width, 600)
        tree = window.task_list.tree
        assert tree.header().sectionSize(Column.TITLE) >= 190, width


def test_under_800_the_panel_takes_the_place_of_the_list(window):
    window.resize(760, 500)
    assert not window.panel.isVisible()
    assert window.task_list.isVisible()
    window.actions_.toggle_panel.trigger()
    assert window.panel.isVisible()
    assert not window.task_list.isVisible()
    window.resize(1366, 768)
    assert window.panel.isVisible()
    assert window.task_list.isVisible()


def test_f4_hides_the_panel(window):
    window.actions_.toggle_panel.trigger()
    assert not window.panel.isVisible()


def test_an_empty_workspace_offers_ways_to_begin(window, qtbot):
    window.show_empty(True)
    page = window.first_start
    assert page.isVisible()
    assert not window.actions_.export_ledger.isEnabled()
    assert window.actions_.export_ledger.toolTip() == "尚无规划"
    for way, action in zip(
        page.ways,
        (window.actions_.import_plan, window.actions_.open_workspace, window.actions_.open_sample),
        strict=True,
    ):
        with qtbot.waitSignal(action.triggered):
            qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    window.show_empty(False)
    assert not page.isVisible()


def test_the_panel_may_come_after_the_first_paint(window):
    late = QLabel("详情")
    window.set_panel(late)
    assert window.panel is late
    assert late.isVisible()


def test_commands_follow_the_selection(window):
    actions = window.actions_
    actions.set_selection(0)
    assert not actions.tick.isEnabled()
    assert actions.tick.toolTip() == "先在列表中选择任务"
    actions.set_selection(3)
    assert actions.tick.isEnabled()
    assert not actions.add_progress.isEnabled()
    actions.set_selection(1)
    assert actions.add_progress.isEnabled()
    assert "Ctrl+P" in actions.add_progress.toolTip()


def test_undo_is_named(window):
    window.actions_.set_history("销号（二十八）", None)
    assert window.actions_.undo.text() == "撤销 销号（二十八）"
    assert not window.actions_.redo.isEnabled()
    button = next(b for b in window.tool_bar.buttons if b.defaultAction() is window.actions_.undo)
    assert button.text() == "撤销"


def test_every_menu_has_commands_and_no_shortcut_twice(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    assert [menu.title() for menu in menus] == [
        "文件(&F)", "编辑(&E)", "视图(&V)", "规划(&P)", "任务(&T)", "报告(&R)", "往来(&L)", "报送(&S)",
        "工具(&O)", "帮助(&H)",
    ]  # fmt: skip
    assert all(menu.actions() for menu in menus)
    actions = [value for value in vars(window.actions_).values() if hasattr(value, "shortcuts")]
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_find_puts_the_cursor_into_the_search_field(window, qtbot):
    window.activateWindow()
    window.actions_.find.trigger()
    assert window.search.hasFocus()
    qtbot.keyClicks(window.search, "sj")
    assert window.search.text() == "sj"
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""


def test_the_status_bar_says_what_is_so(window):
    window.set_status(saved="已保存 09:42", undo="销号（二十八）", shown=(15, 50), selected=2)
    line = window.status_line
    words = [label.text() for label in (line.saved, line.undo, line.shown, line.selected, line.offline)]
    assert words == ["已保存 09:42", "可撤销：销号（二十八）", "显示 15 / 50 项", "已选 2 项", "离线"]
    window.set_status(undo="")
    assert not line.undo.isVisible()
    assert line.saved.text() == "已保存 09:42"


def test_what_happened_takes_the_place_of_a_buttons_hint(window, qtbot):
    line = window.status_line
    line.showMessage("选中的任务销号")
    window.set_status(saved="已保存 09:42")
    assert line.currentMessage() == ""
    assert line.saved.isVisible()


def test_files_dropped_on_the_window_are_plans_to_import(window, qtbot, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "要点.docx"))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.files_dropped) as dropped:
        window.dropEvent(event)
    assert dropped.args == [[Path(tmp_path / "要点.docx")]]


def test_a_window_is_found_as_it_was_left(theme, qtbot, settings):
    first = open_window(theme, qtbot, settings)
    first.actions_.density_roomy.trigger()
    first.actions_.font_size_large.trigger()
    first.actions_.show_grid.trigger()
    first.actions_.toggle_panel.trigger()
    first._outer.setSizes([260, 1100])
    first._outer.splitterMoved.emit(260, 1)
    first.close()
    theme.set_density(Density.STANDARD)
    theme.set_font_size(FontSize.STANDARD)
    second = open_window(theme, qtbot, settings)
    second.resize(first.size())
    assert theme.density is Density.ROOMY
    assert theme.font_size is FontSize.LARGE
    assert second.task_list.view() is second.task_list.grid
    assert not second.panel.isVisible()
    assert abs(second.navigation.width() - 260) <= 2


def test_a_window_left_on_a_larger_screen_fits_on_this_one(theme, qtbot, settings, qapp):
    first = open_window(theme, qtbot, settings)
    room = qapp.primaryScreen().availableSize()
    first.resize(room.width() + 700, room.height() + 300)
    first.close()
    second = MainWindow(theme, QWidget(), settings)
    qtbot.addWidget(second)
    assert second.width() <= room.width() and second.height() <= room.height()


def test_a_ledger_that_is_being_opened_does_not_look_empty(theme, qtbot):
    window = MainWindow(theme, QWidget())
    qtbot.addWidget(window)
    said = _listed(window.navigation.list.model())
    assert said == ["正在打开台账……"]
    assert {button.count for button in window.task_list.header.strip.buttons.values()} == {None}


def test_unreadable_settings_leave_the_usual_window(theme, qtbot, settings):
    for key in ("geometry", "columns/tree", "columns/grid", "density", "panes/standard/outer"):
        settings.setValue(f"window/{key}", "損壞")
    window = open_window(theme, qtbot, settings)
    assert theme.density is Density.STANDARD
    assert window.navigation.width() == 200


def test_the_menu_of_the_view_works_the_list(window):
    actions, tasks = window.actions_, window.task_list
    actions.collapse_all.trigger()
    assert not tasks.tree.isExpanded(tasks.tree_model.index(0, 0))
    actions.expand_all.trigger()
    assert tasks.tree.isExpanded(tasks.tree_model.index(0, 0))
    actions.show_context.trigger()
    assert tasks.tree_model.rowCount(tasks.tree_model.index(0, 0)) == 6
    actions.show_grid.trigger()
    assert tasks.view() is tasks.grid
    assert actions.show_grid.isChecked()
    tasks.select(107)
    assert tasks.current() == TaskRef(107)
