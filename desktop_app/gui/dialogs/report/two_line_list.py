"""A list whose rows are a line of words and a quieter line below, with a shape before them and a value after."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.task import Mark
from desktop_app.gui.dialogs.plain_cell import PlainCell
from desktop_app.gui.icons import draw_icon
from desktop_app.gui.lights import draw_mark
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme

DETAIL, VALUE, SHAPE = (Qt.ItemDataRole.UserRole + at for at in (1, 2, 3))
GOOD, CARE, NONE = "good", "care", ""
"""The shapes: a tick for what is in order, the diamond of amber for what wants care."""

_ROW, _LOW_ROW = 46, 28
_LEFT = 30


class TwoLineList(QListView):
    """Rows are added one by one; Enter and a double click activate."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        self.setItemDelegate(_TwoLines(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)

    def add(self, words: str, detail: str = "", value: str = "", shape: str = NONE) -> None:
        """Add a row; what does not fit its room is in the tooltip."""
        item = QStandardItem(words)
        item.setData(detail, DETAIL)
        item.setData(value, VALUE)
        item.setData(shape, SHAPE)
        said = "\n".join(part for part in (words, detail) if part)
        item.setToolTip(said)
        item.setData(" ".join((said, value)).strip(), Qt.ItemDataRole.AccessibleTextRole)
        self.items.appendRow(item)

    @property
    def chosen(self) -> int:
        """The number of the current row; -1 when there is none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Make a row current and bring it into view."""
        self.setCurrentIndex(self.items.index(row, 0))


class _TwoLines(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = PlainCell(theme, self)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _ROW if index.data(DETAIL) else _LOW_ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._ground.paint_ground(painter, option, index)
        painter.save()
        rect, theme = option.rect, self._theme
        shape = index.data(SHAPE)
        left = rect.left() + (_LEFT if shape else 12)
        middle = rect.top() + (15 if index.data(DETAIL) else rect.height() // 2)
        if shape == CARE:
            draw_mark(painter, Mark.CAUTION, rect.left() + 11, middle, theme.tokens.amber)
        elif shape == GOOD:
            draw_icon(painter, "checkmark", QRect(rect.left() + 11, middle - 6, 12, 12), theme.tokens.text2, 12)
        painter.setFont(theme.font(BODY_PX))
        painter.setPen(theme.color("text"))
        value = index.data(VALUE) or ""
        right = rect.right() - 10
        if value:
            width = painter.fontMetrics().horizontalAdvance(value)
            painter.drawText(QRect(right - width, middle - 10, width + 2, 20), Qt.AlignmentFlag.AlignVCenter, value)
            right -= width + 8
        self._line(painter, QRect(left, middle - 10, right - left, 20), index.data())
        if index.data(DETAIL):
            painter.setFont(theme.font(NOTE_PX))
            painter.setPen(theme.color("text2"))
            self._line(painter, QRect(left, middle + 8, rect.right() - 10 - left, 18), index.data(DETAIL))
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, place: QRect, words: str) -> None:
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)
