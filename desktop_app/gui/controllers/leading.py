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
        desk.window.search.clear()
        desk.window.navigation.select("all")
    desk.window.task_list.select(row.id)
    desk.window.task_list.view().setFocus()
