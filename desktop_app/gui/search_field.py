"""The search field of the tool bar, with its shortcut shown while it is empty."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.theme import Theme

_LEAVING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class SearchField(QLineEdit):
    """Search as you type; Esc empties it. Down, Enter and a second Esc go on to the list."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hint = "Ctrl+F"
        self.addAction(icon(theme, "search", 16, "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self.setAccessibleName(self.tr("搜索"))
        self.setClearButtonEnabled(False)
        self.set_wide(True)
        # A method of the field is let go of with the field; a lambda would outlive it.
        theme.changed.connect(self._fit)

    def set_wide(self, wide: bool) -> None:
        """Choose the width and the words that fit it."""
        self._wide = wide
        self._fit()
        self.setPlaceholderText(self.tr("搜索任务、单位、进展、佐证") if wide else self.tr("搜索任务、单位、进展"))

    def _fit(self) -> None:
        self.setFixedWidth(round((250 if self._wide else 220) * max(self._theme.font_size.value, 1.0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
        if event.key() in _LEAVING:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text():
            return
        painter = QPainter(self)
        painter.setPen(self._theme.color("text3" if self.isEnabled() else "disabled"))
        painter.setFont(self._theme.font())
        place = QRect(0, 0, self.width() - 9, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.hint)
