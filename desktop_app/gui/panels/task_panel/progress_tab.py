"""进展: every entry with its problems and next step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.ledger import ProgressRow
from desktop_app.gui.panels.task_panel.pieces import ThemedLabel, action_button
from desktop_app.gui.panels.task_panel.progress import ProgressEntries
from desktop_app.gui.theme import Theme


class ProgressTab(QWidget):
    """A button above, the entries below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.add = action_button(theme, self.tr("填写进展"), "add")
        self.count = ThemedLabel(theme, "text2")
        self.entries = ProgressEntries(theme, full=True)
        head = QHBoxLayout()
        head.addWidget(self.add)
        head.addStretch(1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 14, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.entries)
        column.addStretch(1)

    def show_entries(self, entries: Sequence[ProgressRow], today: dt.date, parts: int) -> None:
        """Show `entries`, newest first."""
        self.count.setText(self.tr("{0} 条").format(len(entries)) if entries else self.tr("尚无进展"))
        self.entries.set_entries(entries, today, parts)
