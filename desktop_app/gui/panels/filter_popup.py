"""The choice of values under the head of a column: search, tick, confirm."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.icons import icon
from desktop_app.gui.lights import TICK_BOX, Check, draw_tick_box
from desktop_app.gui.models.units import CUSTOMARY, UnitNames
from desktop_app.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_WIDTH = 224
_ROW = 26


class ValuesModel(QAbstractListModel):
    """The values of a column with their counts; the first row stands for all of them."""

    def __init__(
        self, values: Sequence[tuple[str, int]], chosen: Collection[str] | None, units: UnitNames = CUSTOMARY
    ) -> None:
        super().__init__()
        self._units = units
        self._values = list(values)
        self._shown = self._values
        self.chosen = {value for value, _ in values} if chosen is None else set(chosen)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._units.short(self._shown[index.row() - 1][0]) if index.row() else self.tr("全部")
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._shown[index.row() - 1][0] if index.row() else None
        if role == Qt.ItemDataRole.UserRole:
            return self._shown[index.row() - 1][1] if index.row() else len(self._shown)
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._state(index.row())
        return None

    def toggle(self, row: int) -> None:
        """Tick or untick a row."""
        if row == 0:
            shown = {value for value, _ in self._shown}
            self.chosen = self.chosen - shown if shown <= self.chosen else self.chosen | shown
        else:
            self.chosen ^= {self._shown[row - 1][0]}
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def seek(self, word: str) -> None:
        """Show only values that contain `word`, in full or in their short form."""
        self.beginResetModel()
        self._shown = [pair for pair in self._values if word in pair[0] or word in self._units.short(pair[0])]
        self.endResetModel()

    def choice(self) -> frozenset[str] | None:
        """The chosen values; None when that is all of them."""
        return None if {value for value, _ in self._values} <= self.chosen else frozenset(self.chosen)

    def _state(self, row: int) -> Qt.CheckState:
        if row:
            on = self._shown[row - 1][0] in self.chosen
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        shown = {value for value, _ in self._shown}
        if shown <= self.chosen:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if shown & self.chosen else Qt.CheckState.Unchecked


class _ValueDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = self._theme.tokens, option.rect
        hot = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        painter.fillRect(rect, QColor(tokens.hover if hot else tokens.base))
        box = QRectF(rect.left() + 4, rect.top() + (rect.height() - TICK_BOX) // 2, TICK_BOX, TICK_BOX)
        check = {0: Check.EMPTY, 1: Check.PARTIAL, 2: Check.TICKED}[
            Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)).value
        ]
        draw_tick_box(painter, box, check, tokens)
        painter.setFont(self._theme.font())
        painter.setPen(QColor(tokens.text))
        place = QRect(rect.left() + 27, rect.top(), rect.width() - 70, rect.height())
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QColor(tokens.text3))
        right = rect.adjusted(0, 0, -4, 0)
        count = str(index.data(Qt.ItemDataRole.UserRole))
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)


class _ValuesView(QListView):
    def __init__(self, theme: Theme, model: ValuesModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_ValueDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(min(model.rowCount(), 9) * _ROW)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._model.toggle(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._model.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class FilterPopup(QFrame):
    """Asks which values of a column to show."""

    chosen = Signal(object)
    """A frozenset of values, or None for all."""

    def __init__(
        self,
        theme: Theme,
        values: Sequence[tuple[str, int]],
        now: Collection[str] | None,
        units: UnitNames = CUSTOMARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.values = ValuesModel(values, now, units)
        self.values.setParent(self)
        self.view = _ValuesView(theme, self.values)
        self.search = QLineEdit()
        self.search.addAction(icon(theme, "search", 16, "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setPlaceholderText(self.tr("名称"))
        self.search.textChanged.connect(self.values.seek)
        self.search.setVisible(len(values) > 8)
        self.accept = QPushButton(self.tr("确定"))
        self.accept.setProperty("primary", True)
        self.accept.clicked.connect(self._confirm)
        cancel = QPushButton(self.tr("取消"))
        cancel.clicked.connect(self.close)
        self.values.dataChanged.connect(lambda *_: self.accept.setEnabled(bool(self.values.chosen)))
        self._arrange(cancel)

    def open_at(self, point: QPoint) -> None:
        """Show below the head of the column."""
        self.move(point)
        self.show()
        (self.search if self.search.isVisible() else self.view).setFocus()
        self.view.setCurrentIndex(self.values.index(0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        painter.setPen(self._theme.color("line2"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _arrange(self, cancel: QPushButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.view)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.accept)
        column.addLayout(foot)

    def _confirm(self) -> None:
        if self.values.chosen:
            self.chosen.emit(self.values.choice())
            self.close()
