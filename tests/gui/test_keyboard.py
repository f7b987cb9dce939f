"""A day without a mouse: import, choose, tick, write progress, find, undo and export by keys alone."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import itertools

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from desktop_app.domain.task import Status
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.import_review import ImportReviewDialog
from desktop_app.gui.dialogs.progress_entry import ProgressDialog
from desktop_app.gui.focus_order import fields_of
from tests.gui.journey import PLAN, Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def empty(qtbot, tmp_path):
    opened = Desk(qtbot, tmp_path / "销号台账")
    opened.window.activateWindow()
    opened.until(opened.window.isActiveWindow)
    yield opened
    opened.close()


@pytest.fixture
def desk(desk):
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    return desk


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "the keyboard is lost"
    return widget


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, keys)
    QApplication.processEvents()


def write(words: str) -> None:
    QTest.keyClicks(focused(), words)
    QApplication.processEvents()


def tab_to(wanted: QWidget) -> None:
    for _ in range(60):
        if focused() is wanted:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {wanted.accessibleName() or wanted}")


def choose_file(desk: Desk, path) -> None:
    desk.until(lambda: desk.dialog(QFileDialog).isActiveWindow())
    press(Qt.Key.Key_A, CONTROL)
    write(str(path))
    press(Qt.Key.Key_Return)


def back_at_the_list(desk: Desk) -> None:
    """A closed dialog gives the keyboard back; the offscreen platform has nobody who would activate the window."""
    desk.window.activateWindow()
    desk.until(lambda: QApplication.focusWidget() is desk.list.tree)


def test_from_import_to_export_without_a_mouse(empty, tmp_path):
    desk = empty
    assert focused() is desk.window.first_start.ways[0]
    press(Qt.Key.Key_Space)
    choose_file(desk, PLAN)
    review = desk.dialog(ImportReviewDialog)
    desk.until(review.isActiveWindow)
    tab_to(review.foot.primary)
    press(Qt.Key.Key_Space)
    desk.until(lambda: len(desk.session.rows) == 50)
    back_at_the_list(desk)

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    first = desk.list.current()
    press(Qt.Key.Key_Space)
    assert desk.session.rows[first.task].status is Status.CLOSED
    press(Qt.Key.Key_Down)
    second = desk.list.current()
    press(Qt.Key.Key_P, CONTROL)
    desk.until(desk.dialog(ProgressDialog).isActiveWindow)
    write("done")
    press(Qt.Key.Key_Return, CONTROL)
    desk.until(lambda: desk.session.rows[second.task].latest is not None)
    back_at_the_list(desk)
    press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.rows[second.task].latest is None

    press(Qt.Key.Key_E, CONTROL)
    book = tmp_path / "ledger.xlsx"
    choose_file(desk, book)
    desk.until(desk.dialog(ExportResultDialog).isActiveWindow)
    press(Qt.Key.Key_Escape)
    back_at_the_list(desk)
    written = load_workbook(book)
    assert written.worksheets[0].max_row > 50
    written.close()


def test_search_is_entered_and_left_by_keys(desk):
    press(Qt.Key.Key_F, CONTROL)
    assert focused() is desk.window.search
    write("vCPU")
    desk.until(lambda: len(desk.list.shown()) < 50)
    press(Qt.Key.Key_Down)
    assert focused() is desk.list.tree
    assert desk.list.tree.currentIndex().isValid()
    press(Qt.Key.Key_F, CONTROL)
    press(Qt.Key.Key_Escape)
    desk.until(lambda: len(desk.list.shown()) == 50)
    press(Qt.Key.Key_Escape)
    assert focused() is desk.list.tree


def test_enter_goes_into_the_panel_and_escape_comes_back(desk):
    desk.select("（八）")
    press(Qt.Key.Key_Return)
    assert focused() is desk.panel.tabs
    press(Qt.Key.Key_Right)
    assert desk.panel.tabs.currentIndex() == 1
    press(Qt.Key.Key_Escape)
    assert focused() is desk.list.tree


def test_tab_visits_every_field_of_the_window_and_comes_round(desk):
    desk.select("（八）")
    seen = []
    while focused() not in seen:
        seen.append(focused())
        press(Qt.Key.Key_Tab)
    assert focused() is seen[0] is desk.list.tree
    strip = desk.list.header.strip
    for wanted in (desk.window.search, desk.window.navigation.list, *strip.buttons.values(), desk.panel.tabs):
        assert wanted in seen
    assert all(widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()) for widget in seen)


def test_tab_goes_through_the_panel_from_top_to_bottom(desk):
    desk.select("（八）")
    tops = [
        field.mapTo(desk.panel, field.rect().center()).y()
        for field in fields_of(desk.panel)
        if field.isVisibleTo(desk.panel) and field.height() < 60
    ]
    assert len(tops) > 6
    assert all(after >= before - 12 for before, after in itertools.pairwise(tops))


def test_the_keyboard_stays_on_an_icon_of_the_rail_after_a_command(desk):
    desk.window.resize(911, 512)
    QApplication.processEvents()
    task = desk.select("（八）")
    tab_to(desk.window.navigation.rail._buttons[1][0])
    desk.actions.tick.trigger()
    assert desk.session.rows[task].status is Status.CLOSED
    assert focused() is desk.window.navigation.rail._buttons[1][0]


def test_no_two_commands_share_keys(desk):
    from PySide6.QtGui import QAction

    keys = [
        shortcut.toString(QKeySequence.SequenceFormat.PortableText)
        for action in desk.actions.findChildren(QAction)
        for shortcut in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_every_entry_of_the_menus_does_something(desk):
    from PySide6.QtCore import SIGNAL

    idle = [
        action.text()
        for action in desk.window.menuBar().actions()
        for action in _leaves(action.menu())
        if not (action.receivers(SIGNAL("triggered(bool)")) or action.receivers(SIGNAL("toggled(bool)")))
    ]
    assert idle == []


def _leaves(menu):
    for action in menu.actions():
        if action.menu() is not None:
            yield from _leaves(action.menu())
        elif not action.isSeparator():
            yield action
