"""The task on the right: its wording, its state, and everything the record holds of it."""

from __future__ import annotations

from desktop_app.gui.panels.task_panel.panel import TaskPanel

__all__ = ["TaskPanel"]
