"""历史: every command that touched the task, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.ledger import HistoryRow
from desktop_app.gui.row_ground import paint_row_ground
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme
from desktop_app.gui.words import say, say_day

Index = QModelIndex | QPersistentModelIndex

_LINE = 18


class HistoryModel(QAbstractListModel):
    """The entries of one task."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[HistoryRow, ...] = ()
        self.today = dt.date.min

    def set_rows(self, rows: Sequence[HistoryRow], today: dt.date) -> None:
        """Show `rows`, newest first."""
        if tuple(rows) == self._rows and today == self.today:
            return
        self.beginResetModel()
        self._rows, self.today = tuple(rows), today
        self.endResetModel()

    def row(self, index: Index) -> HistoryRow:
        """The entry at `index`."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.moment(row)} {say(row.label)} {say(row.detail)}"
        if role == Qt.ItemDataRole.ToolTipRole and row.detail:
            return say(row.detail)
        return None

    def moment(self, row: HistoryRow) -> str:
        """10月18日 09:31"""
        return f"{say_day(row.at.date(), self.today)} {row.at:%H:%M}"


class HistoryView(QListView):
    """A list that paints itself; nothing in it can be changed."""

    def __init__(self, theme: Theme, model: HistoryModel) -> None:
        super().__init__()
        self._delegate = _Delegate(theme, model)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: HistoryModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 3 if self._model.row(index).detail else 2
        return QSize(120, lines * _LINE + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        paint_row_ground(painter, option, self._theme)
        text = option.rect.adjusted(14, 6, -14, 0)
        strong = "text3" if row.undone else "text"
        self._line(painter, text, 0, self._moment(row), "text3", NOTE_PX)
        self._line(painter, text, 1, say(row.label), strong, BODY_PX, QFont.Weight.Medium)
        self._line(painter, text, 2, say(row.detail), "text2", NOTE_PX)

    def _moment(self, row: HistoryRow) -> str:
        return self._model.moment(row) + (self.tr("　已撤销") if row.undone else "")

    def _line(
        self,
        painter: QPainter,
        rect: QRect,
        number: int,
        words: str,
        colour: str,
        px: int,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        font = self._theme.font(px, weight)
        painter.setFont(font)
        painter.setPen(self._theme.color(colour))
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        line = QRect(rect.left(), rect.top() + number * _LINE, rect.width(), _LINE)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, cut)
