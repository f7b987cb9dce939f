"""The view of tasks, as outline or as grid: rows painted directly, keys, mouse, drops and editors."""

from __future__ import annotations

from desktop_app.gui.panels.task_view.view import TaskView

__all__ = ["TaskView"]
