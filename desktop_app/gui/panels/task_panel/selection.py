"""What a selection of several tasks amounts to: lights, mean progress, and the tasks by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.ledger import Tally, TaskRow
from desktop_app.domain.task import Mark
from desktop_app.gui.panels.task_panel.pieces import ElidedLabel, Hairline, LightShape, ThemedLabel
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import say

LISTED = 40
"""How many tasks are named; more are counted."""


class SelectionSummary(QWidget):
    """Refilled for every selection."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts = {mark: _Count(theme, mark) for mark in Mark}
        self.average = ThemedLabel(theme, "text2")
        self.more = ThemedLabel(theme, "text3")
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 14, 12)
        self._column.setSpacing(4)
        for count in self._counts.values():
            self._column.addWidget(count)
        self._column.addWidget(self.average)
        self._column.addSpacing(6)
        self._column.addWidget(Hairline(theme))
        self._column.addSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._column.addLayout(self._list)
        self._column.addWidget(self.more)
        self._column.addStretch(1)

    def show_rows(self, rows: Sequence[TaskRow]) -> None:
        """Sum up `rows`."""
        tally = Tally.of(rows)
        for mark, count in self._counts.items():
            count.set_count(tally.marks[mark])
        evidence = self.tr("佐证 {0} 份").format(tally.evidence)
        self.average.setText(self.tr("平均进度 {0}%　{1}").format(tally.percent, evidence))
        while len(self._lines) < min(len(rows), LISTED):
            line = _Line(self._theme)
            self._lines.append(line)
            self._list.addWidget(line)
        for index, line in enumerate(self._lines):
            line.setVisible(index < len(rows))
            if index < len(rows):
                line.set_row(rows[index])
        self.more.setText(self.tr("等 {0} 项").format(len(rows)))
        self.more.setVisible(len(rows) > LISTED)


class _Count(QWidget):
    """A shape, its word and how many."""

    def __init__(self, theme: Theme, mark: Mark) -> None:
        super().__init__()
        shape = LightShape(theme)
        shape.set_mark(mark)
        word = ThemedLabel(theme, "text2")
        word.setText(say(mark.label))
        self._number = ThemedLabel(theme, "text", weight=QFont.Weight.Medium)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(shape)
        row.addWidget(word)
        row.addWidget(self._number)
        row.addStretch(1)

    def set_count(self, count: int) -> None:
        """Show `count`; no tasks, no line."""
        self._number.setText(str(count))
        self.setVisible(count > 0)


class _Line(QWidget):
    """A task of the selection by shape and name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shape = LightShape(theme)
        self._name = ElidedLabel(theme, "text", BODY_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._shape)
        row.addWidget(self._name, 1)

    def set_row(self, row: TaskRow) -> None:
        """Show `row`."""
        self._shape.set_mark(row.signal.mark)
        self._shape.setToolTip(say(row.signal.reason))
        self._name.set_full_text(row.label)
