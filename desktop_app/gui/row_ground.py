"""The ground of a row in small lists: the same states as in the list of tasks."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.gui.theme import Theme


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Ground of a row: tint and a bar at its left when selected, hover under the mouse, a hairline below."""
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        active = bool(option.state & QStyle.StateFlag.State_Active)
        painter.fillRect(rect, theme.color("tint" if active else "stale_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("accent" if active else "line2"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("hover"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
