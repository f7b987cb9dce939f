"""The table of the review: fixed columns, rows as high as what they ask, keys that choose and go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop_app.domain.handout import Field
from desktop_app.domain.merging import Cell
from desktop_app.gui.dialogs.merge_review.cells import PADDING, ROW, CellDelegate
from desktop_app.gui.dialogs.merge_review.choices import Choices
from desktop_app.gui.dialogs.merge_review.rows import ROW_ROLE, Column, Row, RowModel
from desktop_app.gui.dialogs.merge_review.switch import PARTS, least_width, part_at
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

_KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), PARTS, strict=True))
_SHARES = {Column.TASK: 0.2, Column.BASE: 0.145, Column.THEIRS: 0.215, Column.OURS: 0.175}
_FIELD, _CHOICE, _LEAST_CHOICE = 66, 178, 152
_NARROW = 820


class ReviewTable(QTableView):
    """Emits what the officer wants; the dialog knows what follows."""

    chosen = Signal(object, object)
    """The `Cell`, and the `Choice`, or None to open it again."""
    next_wanted = Signal(int)
    """1: go to the next open cell, -1: to the one before."""
    cell_changed = Signal(object)
    """The `Row` the keyboard is on now, or None."""

    def __init__(self, theme: Theme, choices: Choices) -> None:
        super().__init__()
        self._theme = theme
        self.rows = RowModel(choices, self)
        self.painter = CellDelegate(theme, choices, self)
        self.more_open = True
        """Whether Tab finds a further open cell; without one it leaves the table."""
        self._arrange()

    def show_rows(self, rows: list[Row], handed_on: str) -> None:
        """Show these rows, from the first that can be chosen."""
        self.clearSpans()
        self.rows.show(rows, handed_on)
        for at, row in enumerate(rows):
            if row.head:
                self.setSpan(at, 0, 1, len(Column))
            elif row.cell is None:
                self.setSpan(at, Column.FIELD if row.number else Column.TASK, 1, len(Column) - bool(row.number))
        self._set_heights()
        first = next((at for at, row in enumerate(rows) if row.cell is not None), None)
        if first is None:
            self.cell_changed.emit(None)
        else:
            self.setCurrentIndex(self.rows.index(first, Column.TASK))

    def cell(self) -> Cell | None:
        """The cell the keyboard is on."""
        row: Row | None = self.currentIndex().data(ROW_ROLE)
        return row.cell if row is not None else None

    def go_to(self, cell: Cell) -> bool:
        """Put the keyboard on a cell; whether it is shown."""
        index = self.rows.find(cell)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.painter.current = current.row()
        for index in (current, previous):
            if index.isValid():
                self.update(self.rows.index(index.row(), Column.CHOICE))
        self.cell_changed.emit(current.data(ROW_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose, Delete opens again; everything else is a table's own or the dialog's."""
        cell, key = self.cell(), Qt.Key(event.key())
        if self.choose_by(event):
            return
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and cell is not None:
            self.chosen.emit(cell, None)
        elif key in (Qt.Key.Key_F8, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) or (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Z, Qt.Key.Key_Y)
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def choose_by(self, event: QKeyEvent) -> bool:
        """Choose for the current cell by the keys 1 to 4; whether it is one of them."""
        choice = _KEYS.get(Qt.Key(event.key()))
        if choice is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        cell = self.cell()
        if cell is not None:
            self.chosen.emit(cell, choice)
        return True

    def event(self, event: QEvent) -> bool:
        """Tab goes to the next open cell while there is one; then it goes on to the next pane as everywhere."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.more_open:
            if event.key() == Qt.Key.Key_Tab and not event.modifiers():
                self.next_wanted.emit(1)
                return True
            if event.key() == Qt.Key.Key_Backtab and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                self.next_wanted.emit(-1)
                return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a part of the switch chooses it."""
        index = self.indexAt(event.position().toPoint())
        row: Row | None = index.data(ROW_ROLE)
        asks = row is not None and row.cell is not None and row.cell.outcome.value in ("conflict", "doubtful", "taken")
        if asks and row is not None and index.column() == Column.CHOICE:
            part = part_at(self.visualRect(index), event.position().toPoint())
            if part is not None:
                self.chosen.emit(row.cell, part)
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_widths()
            self._set_heights()
        self.scrollTo(self.currentIndex())

    def _set_widths(self) -> None:
        room = self.viewport().width()
        choice = max(_LEAST_CHOICE if room < _NARROW else _CHOICE, least_width(self._theme))
        field = max(_FIELD, self._widest_field())
        values = room - field - choice
        total = sum(_SHARES.values())
        self.setColumnWidth(Column.FIELD, field)
        self.setColumnWidth(Column.CHOICE, choice)
        left = values
        for column, share in _SHARES.items():
            width = int(values * share / total)
            self.setColumnWidth(column, width)
            left -= width
        self.setColumnWidth(Column.THEIRS, self.columnWidth(Column.THEIRS) + left)

    def _widest_field(self) -> int:
        measure = QFontMetrics(self._theme.font())
        return max(measure.horizontalAdvance(say(field.label)) for field in Field) + 2 * PADDING + 2

    def _set_heights(self) -> None:
        widths = [self.columnWidth(column) for column in Column]
        for at, row in enumerate(self.rows.rows):
            wanted = self.painter.height(row, widths)
            if self.rowHeight(at) != wanted:
                self.setRowHeight(at, wanted)

    def _arrange(self) -> None:
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("回收核对清单"))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setProperty("head", "framed")
