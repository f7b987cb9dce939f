"""What the window remembers between starts: its size, the panes, the columns, row height and type size."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.responsive import Layout
from desktop_app.gui.theme import Density, FontSize

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow


class WindowMemory:
    """Reads and writes the settings of one window; remembers nothing without settings."""

    def __init__(self, settings: QSettings | None) -> None:
        self._settings = settings

    def restore(self, window: MainWindow) -> None:
        """Bring a window back to how it was left; what cannot be read is left as it is."""
        if self._settings is None:
            return
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
            # The screen may have become smaller, or its scale larger, since the window was left.
            if not window.isMaximized():
                open_at(window, window.width(), window.height())
        tasks, actions = window.task_list, window.actions_
        tasks.restore_columns(self._text("window/columns/tree"), self._text("window/columns/grid"))
        for appearance, action in actions.appearance_actions.items():
            if appearance.name == self._text("window/appearance"):
                action.trigger()
        for density, action in actions.density_actions.items():
            if density.name == self._text("window/density"):
                action.trigger()
        for size, action in actions.font_size_actions.items():
            if size.name == self._text("window/font_size"):
                action.trigger()
        if self._text("window/mode") == "grid":
            actions.show_grid.trigger()
        if self._text("window/panel") == "hidden":
            actions.toggle_panel.setChecked(False)

    def store(self, window: MainWindow) -> None:
        """Note how a window is left."""
        if self._settings is None:
            return
        tasks = window.task_list
        tree, grid = tasks.column_states()
        values = {
            "geometry": window.saveGeometry(),
            "columns/tree": tree,
            "columns/grid": grid,
            "appearance": window.theme.appearance.name,
            "density": Density(window.theme.density).name,
            "font_size": FontSize(window.theme.font_size).name,
            "mode": "tree" if tasks.view() is tasks.tree else "grid",
            "panel": "shown" if window.panel_wanted else "hidden",
        }
        for key, value in values.items():
            self._settings.setValue(f"window/{key}", value)

    def panes(self, layout: Layout, which: str) -> list[int] | None:
        """The sizes a splitter was left at in this layout."""
        try:
            sizes = json.loads(self._text(f"window/panes/{layout.name}/{which}"))
        except ValueError:
            return None
        usable = isinstance(sizes, list) and len(sizes) == 2 and all(isinstance(size, int) for size in sizes)
        return sizes if usable else None

    def note_panes(self, layout: Layout, which: str, sizes: Sequence[int]) -> None:
        """Note where a splitter was moved to."""
        if self._settings is not None:
            self._settings.setValue(f"window/panes/{layout.name}/{which}", json.dumps(list(sizes)))

    def _text(self, key: str) -> str:
        value = self._settings.value(key) if self._settings is not None else None
        return value if isinstance(value, str) else ""
