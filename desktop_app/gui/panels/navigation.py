"""The left pane: standing views, plans with their chapters, and units, each with its count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.gui.theme import Theme


class NavigationPane(QWidget):
    """Chooses what the list shows."""

    view_chosen = Signal(object)
    """A `View` of gui.models.views."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_content(self, plans: Sequence[PlanRow], rows: Sequence[TaskRow], today: dt.date) -> None:
        """Show the views of a workspace with their counts; the chosen view stays chosen while it exists."""

    def select(self, key: str) -> None:
        """Choose a view by its key, emitting `view_chosen`; an unknown key chooses 全部任务."""

    def set_rail(self, rail: bool) -> None:
        """Be a column of icons, or a list with words."""

    def set_usable(self, usable: bool) -> None:
        """Grey the views while there is no plan."""
