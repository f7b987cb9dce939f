"""The rows of a sheet as they stand, each with what becomes of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.old_ledger import Fate, LedgerSheet, RowFate, SheetAccount
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

Index = QModelIndex | QPersistentModelIndex
UNUSED_ROLE = Qt.ItemDataRole.UserRole + 1
"""True for cells that are not taken into the ledger."""
_NOWHERE = QModelIndex()


class PreviewModel(QAbstractTableModel):
    """The table of one sheet; the head at the left says the row's number and its fate."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: LedgerSheet | None = None
        self._fates: dict[int, RowFate] = {}

    def show_sheet(self, sheet: LedgerSheet, account: SheetAccount) -> None:
        """Show another sheet, or the same one taken otherwise."""
        self.beginResetModel()
        self._sheet = sheet
        self._fates = {fate.row: fate for fate in account.rows}
        self.endResetModel()

    def judge(self, sheet: LedgerSheet, account: SheetAccount) -> None:
        """The same rows by another mapping: only what becomes of them is drawn anew."""
        self._sheet = sheet
        self._fates = {fate.row: fate for fate in account.rows}
        if sheet.rows:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(sheet.rows) - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(len(sheet.rows) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.letters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._sheet is None or not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._sheet.rows[index.row()][index.column()]
        fate = self._fate(index.row())
        taken = fate is not None and fate.fate in (Fate.TASK, Fate.JOINED)
        if role == Qt.ItemDataRole.BackgroundRole:
            return None if taken else self._theme.color("alt")
        if role == UNUSED_ROLE:
            heading = fate is not None and fate.fate is Fate.HEADING
            return not heading and not (taken and self._sheet.mapping.columns[index.column()] is not None)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._sheet is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            name = self._sheet.mapping.names[section]
            return f"{self._sheet.letters[section]}  {name}".rstrip()
        fate = self._fate(section)
        return f"{self._sheet.places[section]}  {say(fate.words) if fate is not None else ''}"

    def _fate(self, row: int) -> RowFate | None:
        assert self._sheet is not None
        return self._fates.get(self._sheet.places[row])
