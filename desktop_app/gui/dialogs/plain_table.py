"""A table of words for small dialogs: rows of one height, hairlines, no editing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop_app.gui.dialogs.plain_cell import PADDING, ROW, PlainCell
from desktop_app.gui.theme import BODY_PX, Theme

_MEASURED = 200
"""How many rows are measured: those further down are seldom wider, and a long list must show at once."""


class PlainTable(QTableView):
    """Columns of the given widths in px; one of width 0 takes what is left."""

    def __init__(self, theme: Theme, heads: Sequence[str], widths: Sequence[int], several: bool = False) -> None:
        super().__init__()
        self.items = QStandardItemModel(0, len(heads), self)
        self.items.setHorizontalHeaderLabels(list(heads))
        self.setModel(self.items)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font(BODY_PX))
        self.setShowGrid(False)
        self.setItemDelegate(PlainCell(theme, self))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self._arrange(widths)

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these cells; the current row stays current where it can."""
        row = max(self.currentIndex().row(), 0)
        self.items.removeRows(0, self.items.rowCount())
        for cells in rows:
            items = [QStandardItem(text) for text in cells]
            for item in items:
                item.setToolTip(item.text())
            self.items.appendRow(items)
        self._give_room(rows)
        if rows:
            self.setCurrentIndex(self.items.index(min(row, len(rows) - 1), 0))

    def widen(self, column: int, words: Iterable[str]) -> None:
        """Give a column room for the longest of these words; it gets no narrower."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(each) for each in set(words)), default=0)
        self.setColumnWidth(column, max(self.columnWidth(column), longest + 2 * PADDING))

    def chosen(self) -> list[int]:
        """The numbers of the selected rows, from above."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _give_room(self, rows: Sequence[Sequence[str]]) -> None:
        """Columns too narrow for their words grow by half at the most: the one that takes what is left has it to spare."""
        metrics = self.fontMetrics()
        for column, width in enumerate(self._widths):
            longest = max((metrics.horizontalAdvance(cells[column]) for cells in rows[:_MEASURED]), default=0)
            if width:
                wanted = min(longest + 2 * PADDING, width * 3 // 2)
                self.setColumnWidth(column, max(self.columnWidth(column), wanted))

    def _arrange(self, widths: Sequence[int]) -> None:
        self._widths = widths
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setProperty("head", "framed")
