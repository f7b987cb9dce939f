"""The tasks as a flat, sortable grid: the model sorts its own list, with no proxy in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.refs import TaskRef
from desktop_app.gui.models import columns
from desktop_app.gui.models.columns import Column
from desktop_app.gui.models.item_texts import CHECK_STATES, check_of, item_speech, item_text, item_tip
from desktop_app.gui.models.items import Item, task_item
from desktop_app.gui.models.task_tree import ROW_ROLE, SORT_ROLE
from desktop_app.gui.models.units import CUSTOMARY

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
EDITABLE = frozenset({Column.PERCENT, Column.STATUS})


class TaskGridModel(QAbstractTableModel):
    """One row a task, in the order of the document or sorted by any column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = dt.date.min
        self.units = CUSTOMARY
        self.sort_column: Column | None = None
        self.sort_order = Qt.SortOrder.AscendingOrder
        self._items: list[Item] = []
        self._places: dict[int, int] = {}

    def set_content(self, rows: Sequence[TaskRow], today: dt.date) -> None:
        """Show `rows`, kept in the order that was chosen by a click on a head."""
        self.beginResetModel()
        self.today = today
        self._items = [task_item(row) for row in rows]
        self._arrange()
        self.endResetModel()

    def update_rows(self, rows: Iterable[TaskRow]) -> None:
        """Take new values of rows that are shown. They keep their place until the next sort, so nothing jumps."""
        changed = []
        for row in rows:
            place = self._places.get(row.id)
            if place is not None and self._items[place].row != row:
                self._items[place] = task_item(row)
                changed.append(place)
        if changed:
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), len(Column) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the document."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        refs = [self._items[index.row()] for index in before]
        self.sort_column = Column(column) if column >= 0 else None
        self.sort_order = order
        self._arrange()
        places = {id(item): place for place, item in enumerate(self._items)}
        after = [self.index(places[id(item)], index.column()) for item, index in zip(refs, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def item(self, index: Index) -> Item:
        """The item behind an index."""
        return self._items[index.row()]

    def items_below(self, _parent: Index, first: int, last: int) -> Sequence[Item]:
        """The items of these rows."""
        return self._items[first : last + 1]

    def find(self, ref: TaskRef) -> QModelIndex:
        """The index of a task; an invalid one if it is not shown."""
        place = self._places.get(ref.task)
        return self.index(place, 0) if place is not None else QModelIndex()

    def items(self) -> Sequence[Item]:
        """All items in the order shown."""
        return self._items

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        if index.column() == Column.NUMBER:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() in EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return columns.head(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item_text(item, column, self.today, self.units)
            case Qt.ItemDataRole.ToolTipRole:
                return item_tip(item, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return item_speech(item, column, self.today, self.units)
            case Qt.ItemDataRole.CheckStateRole if column is Column.NUMBER:
                return CHECK_STATES[check_of(item)]
            case _ if role == ROW_ROLE:
                return item.row
            case _ if role == SORT_ROLE:
                return columns.sort_value(item.row, column) if item.row else None
        return None

    def _arrange(self) -> None:
        rows = [(item.row, item) for item in self._items if item.row is not None]
        rows.sort(key=lambda pair: (pair[0].plan_id, pair[0].position))
        column = self.sort_column
        if column is not None:
            descending = self.sort_order is Qt.SortOrder.DescendingOrder
            rows.sort(key=lambda pair: columns.sort_value(pair[0], column), reverse=descending)
        self._items = [item for _, item in rows]
        self._places = {row.id: place for place, (row, _) in enumerate(rows)}
