"""How a cell of words looks in the tables of dialogs: padding of 8, hairlines, a tinted row with a bar at its left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui.theme import Theme

ROW = 28
PADDING = 8


class PlainCell(QStyledItemDelegate):
    """Paints ground and words itself: the style's own selection is shaded and framed."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width() + PADDING, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.paint_ground(painter, option, index)
        painter.save()
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        painter.setPen(self.theme.color("tint_text" if _is_tinted(option) else "text"))
        place = option.rect.adjusted(PADDING, 0, -PADDING // 2, 0)
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground of the cell, the hairline below, and the bar where the row begins."""
        rect, theme = option.rect, self.theme
        own = index.data(Qt.ItemDataRole.BackgroundRole)
        if option.state & QStyle.StateFlag.State_Selected:
            active = bool(option.state & QStyle.StateFlag.State_Active)
            painter.fillRect(rect, theme.color("tint" if active else "stale_tint"))
            if index.column() == 0:
                bar = QRect(0, rect.top(), 3, rect.height())
                painter.fillRect(bar, theme.color("accent" if active else "line2"))
        elif own is not None:
            painter.fillRect(rect, own)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))


def _is_tinted(option: QStyleOptionViewItem) -> bool:
    """Whether the cell stands on the ground of a selected row, which in high contrast needs words of its own colour."""
    wanted = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_Active
    return option.state & wanted == wanted
