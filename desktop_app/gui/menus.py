"""Arranges the commands into menus and groups of the tool bar."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop_app import paths
from desktop_app.gui.actions import Actions
from desktop_app.gui.words import tr


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Put every command into its menu."""
    a = actions
    _fill(
        bar.addMenu(tr("文件(&F)")),
        [a.import_plan, a.paste_plan, None, a.export_ledger, None, a.open_workspace, a.open_sample, None, a.quit],
    )
    _fill(bar.addMenu(tr("编辑(&E)")), [a.undo, a.redo, None, a.copy_cells, a.select_all, None, a.find])
    _fill_view(bar.addMenu(tr("视图(&V)")), a)
    _fill(
        bar.addMenu(tr("规划(&P)")),
        [a.import_plan, a.revise_plan, None, a.plan_rules, a.export_corrections, None, a.remove_plan],
    )
    _fill_task(bar.addMenu(tr("任务(&T)")), a)
    _fill_report(bar.addMenu(tr("报告(&R)")), a)
    rounds = [a.hand_out, a.merge_returned, None, a.show_returns, a.match_evidence]
    _fill(bar.addMenu(tr("往来(&L)")), rounds)
    submitted = [a.submit_report, a.show_submissions, None, a.pack_evidence, a.fill_form]
    _fill(bar.addMenu(tr("报送(&S)")), submitted)
    _fill(bar.addMenu(tr("工具(&O)")), [a.merge_units, None, a.verify, None, a.change_location])
    _fill(bar.addMenu(tr("帮助(&H)")), [a.shortcuts_help, None, a.about])


def _fill_view(menu: QMenu, a: Actions) -> None:
    _fill(
        menu, [a.show_tree, a.show_grid, None, a.show_context, a.expand_all, a.collapse_all, None, a.toggle_panel, None]
    )
    _fill(menu.addMenu(tr("外观(&A)")), list(a.appearance_actions.values()))
    _fill(menu.addMenu(tr("行高(&H)")), list(a.density_actions.values()))
    _fill(menu.addMenu(tr("字号(&F)")), list(a.font_size_actions.values()))
    if (paths.resources() / "translations" / "xiaohao_en.qm").is_file():
        _fill(menu.addMenu(tr("语言(&L)")), [a.language_zh, a.language_en])


def _fill_task(menu: QMenu, a: Actions) -> None:
    _fill(menu, [a.tick, a.reopen, None, a.add_progress])
    fill_status_menu(menu.addMenu(tr("状态(&S)")), a)
    _fill(menu, [None, a.extend, a.attach, a.add_reading])


def _fill_report(menu: QMenu, a: Actions) -> None:
    _fill(menu, [a.export_report, None, *a.report_actions.values(), None, a.print_selected, a.print_calibration])


def fill_status_menu(menu: QMenu, actions: Actions) -> None:
    """The six statuses, for the menu bar, the context menu and the panel."""
    _fill(menu, list(actions.status_actions.values()))


def fill_task_menu(menu: QMenu, actions: Actions) -> None:
    """The menu of a right click on a task."""
    _fill_task(menu, actions)
    _fill(menu, [None, actions.copy_cells])


def _fill(menu: QMenu, entries: list[QAction | None]) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry)


def tool_groups(actions: Actions) -> tuple[tuple[QAction, ...], ...]:
    """The commands of the tool bar, in groups."""
    a = actions
    return (
        (a.import_plan,),
        (a.tick, a.add_progress, a.attach, a.extend),
        (a.export_ledger, a.export_report),
        (a.undo, a.redo),
    )
