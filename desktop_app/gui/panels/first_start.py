"""The page of an empty workspace: three ways to begin."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import Actions
from desktop_app.gui.theme import Theme


class FirstStartPage(QWidget):
    """Shown in the middle while there is no plan."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_location(self, folder: str) -> None:
        """Say where the workspace is kept."""
