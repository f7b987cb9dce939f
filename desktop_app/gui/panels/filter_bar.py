"""The choices in force, one chip a column, each with a cross; gone while there is none."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.models.column_filter import ColumnFilter
from desktop_app.gui.models.columns import Column, head
from desktop_app.gui.models.units import UnitNames
from desktop_app.gui.theme import Theme

_NAMED = 3


class FilterBar(QWidget):
    """Shows a `ColumnFilter`."""

    removed = Signal(object)
    """The `Column` whose choice is to go."""
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 4, 14, 5)
        self._row.setSpacing(8)
        self.setVisible(False)

    def show_filter(self, chosen: ColumnFilter, units: UnitNames) -> None:
        """Make the chips anew."""
        while (entry := self._row.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for column, values in chosen.chosen:
            self._row.addWidget(self._chip(column, values, units))
        clear = QPushButton(self.tr("清除筛选"))
        clear.setProperty("link", True)
        clear.clicked.connect(self.cleared)
        self._row.addWidget(clear)
        self._row.addStretch(1)
        self.setVisible(bool(chosen))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line2"))

    def _chip(self, column: Column, values: frozenset[str], units: UnitNames) -> QToolButton:
        names = sorted(units.short(value) for value in values)
        words = "、".join(names[:_NAMED]) + (self.tr(" 等{0}项").format(len(names)) if len(names) > _NAMED else "")
        chip = QToolButton()
        chip.setText(self.tr("{0}：{1}").format(head(column), words))
        chip.setIcon(icon(self._theme, "dismiss", 12))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(self.tr("取消这一项筛选"))
        chip.setProperty("chip", True)
        chip.clicked.connect(lambda: self.removed.emit(column))
        return chip
