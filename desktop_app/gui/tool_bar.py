"""The bar under the menus: commands with icon and word at the left, the search field at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.gui.theme import Theme

_ICON = 18
_BUTTON_HEIGHT = 28


class ToolBar(QWidget):
    """A row of groups of commands, apart by hairlines."""

    def __init__(self, theme: Theme, groups: Sequence[Sequence[QAction]], search: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 1)
        row.setSpacing(2)
        for number, group in enumerate(groups):
            if number:
                row.addWidget(_Line(theme))
            for action in group:
                self.buttons.append(_button(action))
                row.addWidget(self.buttons[-1])
        row.addStretch(1)
        row.addWidget(search)
        self.setAccessibleName(self.tr("工具栏"))

    def set_worded(self, worded: bool, height: int) -> None:
        """Show the words beside the icons, or icons alone; be `height` px high."""
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if worded else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self.buttons:
            button.setToolButtonStyle(style)
        self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line2"))


class _Line(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(13, 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(6, 0, 1, self.height()), self._theme.color("line2"))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(_ICON, _ICON))
    button.setFixedHeight(_BUTTON_HEIGHT)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.iconText())
    return button
