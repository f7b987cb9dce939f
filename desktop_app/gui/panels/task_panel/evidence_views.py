"""Evidence as a row of thumbnails and as a list: one model, two delegates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QUrl,
)
from PySide6.QtGui import QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.domain.ledger import EvidenceRow
from desktop_app.gui.panels.task_panel.numbers import format_size
from desktop_app.gui.panels.task_panel.thumbnails import Thumbnails
from desktop_app.gui.row_ground import paint_row_ground
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme
from desktop_app.gui.words import say_day, tr

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole

_THUMB = QSize(76, 56)
_CELL = QSize(84, 98)
_LIST_THUMB = QSize(60, 44)
LIST_ROW = 66


class EvidenceModel(QAbstractListModel):
    """The files of one task, in the order they were attached."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[EvidenceRow, ...] = ()
        self.today = dt.date.min
        self.copy_of: Callable[[int], Path | None] = lambda _: None
        """Gives a copy of a file under its own name, to be dragged into other programs."""

    def set_rows(self, rows: Sequence[EvidenceRow], today: dt.date) -> None:
        """Show `rows`; a list that did not change keeps its selection."""
        if tuple(rows) == self._rows and today == self.today:
            return
        self.beginResetModel()
        self._rows, self.today = tuple(rows), today
        self.endResetModel()

    def row(self, index: Index) -> EvidenceRow:
        """The file at `index`."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        copies = (self.copy_of(self.row(index).id) for index in indexes)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(copy)) for copy in copies if copy is not None])
        return data

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.name}\n{format_size(row.size)}　{say_day(row.added_on, self.today)}"
        return None


class ThumbDelegate(QStyledItemDelegate):
    """A thumbnail with the name without its suffix on up to two lines."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme, self._thumbnails = theme, thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EvidenceRow = index.data(ROW_ROLE)
        box = QRect(option.rect.topLeft(), _THUMB)
        self._thumbnails.paint(painter, box, row)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        font = self._theme.font(NOTE_PX)
        painter.setFont(font)
        painter.setPen(self._theme.color("text2"))
        name = _two_lines(PurePath(row.name).stem, QFontMetrics(font), _THUMB.width())
        wrap = QTextOption(Qt.AlignmentFlag.AlignLeft)
        wrap.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        painter.drawText(QRect(box.left(), box.bottom() + 4, _THUMB.width() + 2, 36), name, wrap)


class RowDelegate(QStyledItemDelegate):
    """A thumbnail, the name, its size and day, and where else the file is used."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme, self._thumbnails = theme, thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, LIST_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EvidenceRow = index.data(ROW_ROLE)
        model = index.model()
        today = model.today if isinstance(model, EvidenceModel) else row.added_on
        rect = option.rect
        paint_row_ground(painter, option, self._theme)
        self._thumbnails.paint(painter, QRect(rect.topLeft() + QPoint(14, 10), _LIST_THUMB), row)
        text = rect.adjusted(14 + _LIST_THUMB.width() + 12, 8, -14, 0)
        name_font = self._theme.font(BODY_PX)
        lines = [
            (row.name, "text", name_font),
            (f"{format_size(row.size)}　{say_day(row.added_on, today)}", "text2", self._theme.font(NOTE_PX)),
            (_uses(row), "text2", self._theme.font(NOTE_PX)),
        ]
        top = text.top() if lines[2][0] else text.top() + 8
        for words, colour, font in lines:
            painter.setFont(font)
            painter.setPen(self._theme.color(colour))
            cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, text.width())
            painter.drawText(QRect(text.left(), top, text.width(), 18), Qt.AlignmentFlag.AlignVCenter, cut)
            top += 17


class ThumbView(QListView):
    """Thumbnails in rows, as high as they need; the panel scrolls."""

    def __init__(self, model: EvidenceModel, delegate: ThumbDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setDragEnabled(True)
        self.setAccessibleName(self.tr("佐证"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(_CELL)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model.modelReset.connect(self._fit)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: Any) -> None:
        event.ignore()

    def _fit(self) -> None:
        per_row = max(self.viewport().width() // _CELL.width(), 1)
        rows = -(-self.model().rowCount() // per_row)
        self.setFixedHeight(rows * _CELL.height())


def _two_lines(name: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width * 2 - 14)


def _uses(row: EvidenceRow) -> str:
    if not row.other_tasks:
        return ""
    shown = "、".join(row.other_tasks[:2])
    if len(row.other_tasks) > 2:
        return tr("另用于{0}等{1}项").format(shown, len(row.other_tasks))
    return tr("另用于{0}").format(shown)
