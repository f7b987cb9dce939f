"""From a finding in a dialog to the task it is about, and from one window to another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.gui.controllers.desk import Desk


def bring_to_front(window: QWidget) -> None:
    """Put a window before the others, whether it was hidden, minimised or covered."""
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()


def lead_to(desk: Desk, tasks: Sequence[int]) -> None:
    """Show the first of the tasks that is still there in the list; a view that hides it gives way to all tasks."""
    row = next((desk.session.rows[task] for task in tasks if task in desk.session.rows), None)
    if row is None:
        return
    if row not in desk.session.shown():
        _search_nothing(desk)
        desk.window.navigation.select("all")
    desk.window.task_list.select(row.id)
    desk.window.task_list.view().setFocus()


def list_all(desk: Desk, tasks: Sequence[int]) -> None:
    """Show these tasks alone, the first of them chosen, in a view of their own that stays beside the others."""
    there = [task for task in tasks if task in desk.session.rows]
    if not there:
        return
    desk.session.picked = frozenset(there)
    _search_nothing(desk)
    desk.window.task_list.clear_filters()
    show_views(desk)
    desk.window.navigation.select("picked")
    lead_to(desk, there)


def _search_nothing(desk: Desk) -> None:
    """At once: the field alone would narrow the list until its pause is over."""
    desk.window.search.clear()
    desk.session.search = ""


def show_views(desk: Desk) -> None:
    """Show the views of the left pane with their counts."""
    session = desk.session
    rows = list(session.rows.values())
    desk.window.navigation.set_content(session.plans, rows, desk.today, session.units, session.picked)
