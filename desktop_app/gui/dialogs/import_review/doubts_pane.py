"""疑点: the list of what should be looked at, walked through with F8; buttons only in the current row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.corrections import FACT, UNRECOGNISED
from desktop_app.domain.plan import Doubt, Plan
from desktop_app.gui.dialogs.import_review.doubt_rows import DoubtList, DoubtRow, rule_in_doubt
from desktop_app.gui.dialogs.import_review.pane_head import PaneHead
from desktop_app.gui.dialogs.import_review.row_paint import paint_cell_ground, row_ink, style_head
from desktop_app.gui.icons import draw_icon, icon
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme
from desktop_app.gui.words import say

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = 28
_DO = 4
_WIDTHS = {0: 44, 1: 108, 3: 240, _DO: 250}


class DoubtModel(QAbstractTableModel):
    """The rows of a `DoubtList`."""

    def __init__(self, doubts: DoubtList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = doubts.rows
        self._heads = (self.tr("序"), self.tr("位置"), self.tr("疑点"), self.tr("现按"), self.tr("处理"))

    def set_doubts(self, doubts: DoubtList) -> None:
        """Show the doubts as they are now."""
        if len(doubts.rows) != len(self.rows):
            self.beginResetModel()
            self.rows = doubts.rows
            self.endResetModel()
        elif doubts.rows != self.rows:
            self.rows = doubts.rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, _DO))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            state = self.tr("待核") if row.open else self.tr("已核")
            return (str(index.row() + 1), row.place, say(row.doubt.message), row.now, state)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return say(row.doubt.message)
        return row if role == Qt.ItemDataRole.UserRole else None


class DoubtsPane(QWidget):
    """The table with its head; each button says which doubt it is about."""

    looked_at = Signal(object)
    """A row became current: its `Doubt`."""
    confirmed = Signal(object)
    changed = Signal(object)
    removed = Signal(object)
    taken = Signal(object)
    """Make the paragraph a task."""
    left_out = Signal(object)
    applied = Signal(object)

    def __init__(self, theme: Theme, doubts: DoubtList, plan: Plan) -> None:
        super().__init__()
        self._theme = theme
        self._doubts = doubts
        self._plan = plan
        self.model = DoubtModel(doubts, self)
        self.table = _DoubtTable(theme)
        self.table.setModel(self.model)
        self.head = PaneHead(theme, self.tr("疑点"))
        self.previous = _link(theme, self.tr("上一处 Shift+F8"), "chevron_up")
        self.next = _link(theme, self.tr("下一处 F8"), "chevron_down")
        for button in (self.previous, self.next):
            self.head.row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.entered_row.connect(self._confirm)
        self.previous.clicked.connect(lambda: self.walk(-1))
        self.next.clicked.connect(lambda: self.walk(1))
        theme.changed.connect(self._arrange)
        self.show_doubts(plan)

    def show_doubts(self, plan: Plan) -> None:
        """Show the list as it is now."""
        self._plan = plan
        row = self.table.currentIndex().row()
        self.model.set_doubts(self._doubts)
        self.head.set_note(self.tr("{0} 处，已核 {1} 处").format(len(self._doubts.rows), self._doubts.looked_at))
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._doubts.open))
        if 0 <= row < len(self._doubts.rows):
            if self.table.currentIndex().row() != row:
                self.table.selectRow(row)
            self._place_buttons(row)

    def walk(self, step: int) -> Doubt | None:
        """Go to the next doubt that waits, or the one before with -1."""
        current = self.table.currentIndex().row()
        start = current if current >= 0 else (-1 if step > 0 else len(self._doubts.rows))
        row = self._doubts.next_open(start, step) if self._doubts.rows else None
        if row is None:
            return None
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        again = row == current
        self.table.selectRow(row)
        if again:
            self.looked_at.emit(self._doubts.rows[row].doubt)
        return self._doubts.rows[row].doubt

    def current(self) -> DoubtRow | None:
        """The current row."""
        row = self.table.currentIndex().row()
        return self._doubts.rows[row] if 0 <= row < len(self._doubts.rows) else None

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        if before.isValid() and before.row() < self.model.rowCount():
            self.table.setIndexWidget(before.siblingAtColumn(_DO), None)  # type: ignore[arg-type]
        if current.isValid():
            self._place_buttons(current.row())
            self.looked_at.emit(self._doubts.rows[current.row()].doubt)

    def _confirm(self) -> None:
        row = self.current()
        if row is None:
            return
        if row.open:
            self.confirmed.emit(row.doubt)
        self.walk(1)

    def _place_buttons(self, row: int) -> None:
        index = self.model.index(row, _DO)
        entry = self._doubts.rows[row]
        self.table.setIndexWidget(index, self._buttons(entry) if entry.open else None)  # type: ignore[arg-type]

    def _buttons(self, entry: DoubtRow) -> QWidget:
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(6, 2, 6, 2)
        layout.setSpacing(6)
        doubt = entry.doubt
        wanted = [(self.tr("确认 Enter"), self.confirmed)]
        if doubt.code == FACT:
            wanted += [(self.tr("更改"), self.changed), (self.tr("删除"), self.removed)]
        elif doubt.code == UNRECOGNISED:
            wanted += [(self.tr("作为任务"), self.taken), (self.tr("不导入"), self.left_out)]
        elif rule_in_doubt(self._plan, doubt) is not None:
            wanted += [(self.tr("补充到各任务"), self.applied)]
        for number, (words, signal) in enumerate(wanted):
            button = QPushButton(words)
            button.setProperty("primary", number == 0)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(doubt))
            layout.addWidget(button)
        layout.addStretch(1)
        return box

    def _arrange(self) -> None:
        head = self.table.horizontalHeader()
        head.setFixedHeight(28)
        style_head(head, self._theme)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.setFont(self._theme.font(BODY_PX))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(3, self.width() < 860)


class _DoubtTable(QTableView):
    entered_row = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_DoubtCells(theme, self))
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.setAccessibleName(self.tr("疑点"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _DoubtCells(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DoubtRow = index.data(Qt.ItemDataRole.UserRole)
        paint_cell_ground(painter, option, self._theme, first=index.column() == 0)
        column = index.column()
        place = option.rect.adjusted(8, 0, -8, 0)
        if column == _DO:
            if row.open:
                self._words(painter, place, self.tr("待核"), row_ink(self._theme, option, "text2"), NOTE_PX)
            else:
                box = QRect(place.left(), place.center().y() - 5, 12, 12)
                ink = row_ink(self._theme, option, "text3")
                draw_icon(painter, "checkmark", box, ink.name(), 12)
                self._words(painter, place.adjusted(17, 0, 0, 0), self.tr("已核"), ink, NOTE_PX)
            return
        token = "text3" if not row.open else "text2" if column in (0, 3) else "text"
        ink = row_ink(self._theme, option, token)
        self._words(painter, place, str(index.data()), ink, NOTE_PX if column in (0, 3) else BODY_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, _ROW)

    def _words(self, painter: QPainter, place: QRect, words: str, ink: QColor, px: int) -> None:
        painter.setFont(self._theme.font(px, QFont.Weight.Normal))
        painter.setPen(ink)
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def _link(theme: Theme, words: str, icon_name: str) -> QPushButton:
    button = QPushButton(words)
    button.setIcon(icon(theme, icon_name, 12))
    button.setIconSize(QSize(12, 12))
    button.setProperty("link", True)
    button.setAutoDefault(False)
    return button
