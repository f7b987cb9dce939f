"""The outline as a Qt model: chapters, sections, tasks, and the parts of tasks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.refs import TaskRef
from desktop_app.gui.models import columns
from desktop_app.gui.models.columns import Column
from desktop_app.gui.models.item_texts import CHECK_STATES, check_of, item_speech, item_text, item_tip
from desktop_app.gui.models.items import Item, ItemKind, Outline
from desktop_app.gui.models.units import CUSTOMARY

if TYPE_CHECKING:
    from desktop_app.domain.ledger import OutlineRow, TaskRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `TaskRow` of a row; None for headings."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_INDEX = QModelIndex()
_COLUMNS = len(Column)

# Made once: to lay the rows out, Qt asks for the flags of every one, and joining flags costs more than all else there.
_HEADING_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TASK_FLAGS = _HEADING_FLAGS | Qt.ItemFlag.ItemIsDropEnabled
_BOX_FLAGS = _TASK_FLAGS | Qt.ItemFlag.ItemIsUserCheckable
_LEAF_FLAGS = _BOX_FLAGS | Qt.ItemFlag.ItemNeverHasChildren


def _place(item: Item) -> int:
    return item.place


class TaskTreeModel(QAbstractItemModel):
    """Shows an outline; asks nothing, changes nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = dt.date.min
        self.units = CUSTOMARY
        self._outline = Outline((), (), False)

    def set_content(
        self, outline: Sequence[OutlineRow], rows: Sequence[TaskRow], today: dt.date, show_context: bool = False
    ) -> None:
        """Show `rows` under their headings; headings without a task are left out."""
        self.beginResetModel()
        self.today = today
        self._outline = Outline(outline, rows, show_context)
        self.endResetModel()

    def update_rows(self, rows: Iterable[TaskRow]) -> None:
        """Take new values of rows that are shown; from the first to the last that differ they are repainted."""
        siblings: dict[int, list[Item]] = defaultdict(list)
        for item in self._outline.replace(rows):
            siblings[id(item.parent)].append(item)
        for items in siblings.values():
            first, last = min(items, key=_place), max(items, key=_place)
            self.dataChanged.emit(self.index_of(first), self.index_of(last, Column.SUPPORT))

    def item(self, index: Index) -> Item:
        """The item behind an index."""
        return self._outline.items[index.internalId()] if index.isValid() else self._outline.root

    def items_below(self, parent: Index, first: int, last: int) -> Sequence[Item]:
        """The items of these rows under one index."""
        return self.item(parent).children[first : last + 1]

    def index_of(self, item: Item, column: Column = Column.NUMBER) -> QModelIndex:
        """The index of an item."""
        return self.createIndex(item.place, column, item.handle)

    def find(self, ref: TaskRef) -> QModelIndex:
        """The index of a task or part; an invalid one if it is not shown."""
        return self.find_key(("part", ref.task, ref.part) if ref.part else ("task", ref.task, 0))

    def find_key(self, key: tuple[str, int, int]) -> QModelIndex:
        """The index of the item with `key`; an invalid one if it is not shown."""
        item = self._outline.by_key.get(key)
        return self.index_of(item) if item else QModelIndex()

    def items(self) -> Sequence[Item]:
        """All items, children before their headings."""
        return self._outline.items

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        # Written out, as in `flags`: to lay the rows out, Qt asks for the index of every one.
        shown = self._outline
        children = (shown.items[parent.internalId()] if parent.isValid() else shown.root).children
        if 0 <= row < len(children) and 0 <= column < _COLUMNS:
            return self.createIndex(row, column, children[row].handle)
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self.item(index).parent if index.isValid() else None
        if above is None or above is self._outline.root:
            return QModelIndex()
        return self.createIndex(above.place, 0, above.handle)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() and parent.column() > 0 else len(self.item(parent).children)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return _COLUMNS

    def hasChildren(self, parent: Index = _NO_INDEX) -> bool:
        return bool(self.item(parent).children)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        item = self._outline.items[index.internalId()]
        if item.row is None:
            return _HEADING_FLAGS
        if index.column():
            return _TASK_FLAGS
        return _BOX_FLAGS if item.children else _LEAF_FLAGS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return columns.head(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self.item(index), Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item_text(item, column, self.today, self.units)
            case Qt.ItemDataRole.ToolTipRole:
                return item_tip(item, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return item_speech(item, column, self.today, self.units)
            case Qt.ItemDataRole.CheckStateRole if column is Column.NUMBER:
                return CHECK_STATES[check_of(item)] if item.kind is not ItemKind.CONTEXT else None
            case _ if role == ROW_ROLE:
                return item.row
            case _ if role == SORT_ROLE:
                return columns.sort_value(item.row, column) if item.row else None
        return None
