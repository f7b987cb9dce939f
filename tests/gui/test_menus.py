"""Every entry of the real window: named, told about, reached by a key of its own, and doing what it says."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from desktop_app.gui.menus import fill_task_menu
from desktop_app.gui.theme import Appearance, Density, FontSize
from tests.gui.journey import Desk

HAN = re.compile("[\u3400-\u9fff]")
OWN_NAME = "English"
"""The language by its own name."""
WITHOUT_KEY = {"撤销", "重做"}
"""They name what they would take back or do again."""


@pytest.fixture
def desk(desk):
    yield desk
    QGuiApplication.clipboard().clear()


def menus(desk: Desk) -> list[QMenu]:
    """The menus of the bar with those within them, and the menu of a right click on a task."""
    context = QMenu(desk.window)
    fill_task_menu(context, desk.actions)
    found = []
    waiting = [*(action.menu() for action in desk.window.menuBar().actions()), context]
    while waiting:
        menu = waiting.pop(0)
        found.append(menu)
        waiting += [action.menu() for action in menu.actions() if action.menu() is not None]
    return found


def entries(desk: Desk) -> Iterator[QAction]:
    seen = []
    for menu in menus(desk):
        for action in menu.actions():
            if not action.isSeparator() and action.menu() is None and action not in seen:
                seen.append(action)
                yield action


def key_of(action: QAction) -> str | None:
    found = re.search(r"&([A-Za-z0-9])", action.text().replace("&&", ""))
    return found[1].upper() if found else None


def test_every_entry_is_named_and_told_about_in_chinese(desk):
    for action in entries(desk):
        for words in (action.text(), action.statusTip(), action.toolTip()):
            assert HAN.search(words) or action.text() == OWN_NAME, (action.text(), words)
    for button in desk.window.tool_bar.findChildren(QToolButton):
        if isinstance(button.parent(), QLineEdit):
            continue
        assert HAN.search(button.toolTip()), button.text()


def test_every_entry_has_a_key_of_its_own_within_its_menu(desk):
    for menu in (*menus(desk), desk.window.menuBar()):
        listed = [action for action in menu.actions() if not action.isSeparator()]
        without = {action.text() for action in listed if key_of(action) is None}
        assert without <= WITHOUT_KEY | {"简体中文", OWN_NAME}, without
        doubled = [key for key, count in Counter(map(key_of, listed)).items() if key and count > 1]
        assert not doubled, (menu.title() if isinstance(menu, QMenu) else "bar", doubled)


def test_no_two_commands_share_a_shortcut(desk):
    """Two commands with the same keys would both stay silent."""
    keys = Counter(keys.toString() for action in desk.actions.findChildren(QAction) for keys in action.shortcuts())
    assert not [each for each, count in keys.items() if count > 1]


def test_every_command_is_reached_from_a_menu(desk):
    listed = list(entries(desk))
    missing = [action.text() for action in desk.actions.findChildren(QAction) if action not in listed]
    assert missing == []


def standing(desk: Desk) -> tuple[object, ...]:
    """Whatever an officer would see change."""
    window, tasks = desk.window, desk.list
    return (
        {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()},
        desk.status(),
        desk.actions.undo.text(),
        desk.actions.redo.text(),
        tasks.view(),
        tuple(tasks.selected()),
        tasks.view().model().rowCount(),
        sum(tasks.view().isExpanded(tasks.view().model().index(row, 0)) for row in range(3))
        if hasattr(tasks.view(), "isExpanded")
        else 0,
        window.panel.isVisible(),
        window.focusWidget(),
        QGuiApplication.clipboard().text(),
        desk.theme.density,
        desk.theme.font_size,
        desk.theme.appearance,
        desk.actions.show_context.isChecked(),
    )


def close_all(desk: Desk) -> None:
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget is not desk.window:
            widget.close()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def begin(desk: Desk, action: QAction) -> None:
    """The state in which the command makes sense and would change something."""
    a = desk.actions
    if not desk.list.isVisible():
        a.toggle_panel.setChecked(False)
    desk.window.set_status(saved="")
    QGuiApplication.clipboard().setText("一、总体要求\n（一）建设平台。年底前完成。")
    a.show_tree.trigger()
    desk.select("（八）")
    desk.list.take_focus()
    desk.theme.set_density(Density.ROOMY if action is not a.density_roomy else Density.COMPACT)
    desk.theme.set_font_size(FontSize.LARGE if action is not a.font_size_large else FontSize.SMALL)
    desk.theme.set_appearance(
        Appearance.DARK if action is not a.appearance_actions[Appearance.DARK] else Appearance.LIGHT
    )
    if action is a.show_tree:
        a.show_grid.trigger()
    elif action is a.expand_all:
        a.collapse_all.trigger()
    elif action is a.collapse_all:
        a.expand_all.trigger()
    elif action is a.reopen:
        a.tick.trigger()
    elif action is a.undo:
        a.set_status_in_progress.trigger()
    elif action is a.redo:
        a.set_status_suspended.trigger()
        a.undo.trigger()
    elif action is a.set_status_not_started:
        a.set_status_in_progress.trigger()
    QApplication.processEvents()


def test_every_entry_does_something_that_is_seen(desk):
    idle = []
    a = desk.actions
    for action in entries(desk):
        if action in (a.quit, a.remove_plan):
            continue
        begin(desk, action)
        if action is a.add_reading:
            desk.list.select(next(row.id for row in desk.session.rows.values() if row.targets))
        assert action.isEnabled(), action.text()
        before = standing(desk)
        action.trigger()
        try:
            desk.qtbot.waitUntil(lambda kept=before: standing(desk) != kept, timeout=5000)
        except Exception:
            idle.append(action.text())
        desk.until(lambda: desk.controllers.worker.present is None)
        close_all(desk)
    assert idle == []
    a.remove_plan.trigger()
    desk.until(desk.window.is_empty)
    a.quit.trigger()
    assert not desk.window.isVisible()


def test_entries_without_plans_say_why_they_are_off(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path / "空台账")
    for action in entries(desk):
        if not action.isEnabled() and action not in (desk.actions.undo, desk.actions.redo):
            assert action.toolTip() in ("尚无规划", "先在列表中选择任务"), action.text()
    desk.close()
