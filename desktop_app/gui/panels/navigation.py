"""The left pane: standing views, plans with their chapters, and units, each with its count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from desktop_app.gui.models.units import CUSTOMARY, UnitNames
from desktop_app.gui.models.views import View, counted_owners, counted_picked, counted_plans, counted_standing
from desktop_app.gui.panels.nav_entry import (
    ENTRY_ROLE,
    Entry,
    EntryKind,
    NavDelegate,
    owner_entry,
    plan_entries,
    view_entry,
)
from desktop_app.gui.panels.rail import Rail
from desktop_app.gui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.domain.ledger import PlanRow, TaskRow

_ARROW_END = 26
"""A click left of this on a plan folds or opens it."""


class NavigationPane(QWidget):
    """Chooses what the list shows: a list with words, or a rail of icons where there is little room."""

    view_chosen = Signal(object)
    """A `View` of gui.models.views."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = "all"
        self._usable = True
        self._entries: list[Entry] = []
        self.list = _NavList(theme)
        self.rail = Rail(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._stack)
        self.list.chosen.connect(self._chosen)
        self.rail.chosen.connect(self._chosen)
        self._show([Entry(EntryKind.NOTE, self.tr("正在打开台账……"))])

    def set_content(
        self,
        plans: Sequence[PlanRow],
        rows: Sequence[TaskRow],
        today: dt.date,
        units: UnitNames = CUSTOMARY,
        picked: frozenset[int] = frozenset(),
    ) -> None:
        """Show the views of a workspace with their counts; the chosen view stays chosen while it exists.

        `picked` are tasks that have a view of their own; without any there is no such view.
        """
        standing = [view_entry(counted) for counted in counted_standing(rows, today)]
        if picked:
            standing.append(view_entry(counted_picked(picked, rows)))
        listed = plan_entries(counted_plans(plans, rows))
        owners = [owner_entry(counted, units) for counted in counted_owners(rows)]
        entries = [*standing, Entry(EntryKind.HEAD, self.tr("规划"))]
        entries += listed or [
            Entry(EntryKind.NOTE, self.tr("尚无规划。")),
            Entry(EntryKind.NOTE, self.tr("导入一份文件后在此列出。")),
        ]
        if owners:
            entries += [Entry(EntryKind.HEAD, self.tr("牵头单位")), *owners]
        self._show(entries)
        self.rail.set_entries(standing, listed, owners)
        self._mark(self._key if self._find(self._key) else "all")

    def _show(self, entries: list[Entry]) -> None:
        self._entries = entries
        self.list.set_entries(entries)

    def select(self, key: str) -> None:
        """Choose a view by its key, emitting `view_chosen`; an unknown key chooses 全部任务."""
        view = self._find(key) or self._find("all")
        if view is not None:
            self._chosen(view)

    def chosen(self) -> View | None:
        """The view that is chosen."""
        return self._find(self._key)

    def set_rail(self, rail: bool) -> None:
        """Be a column of icons, or a list with words."""
        self._stack.setCurrentWidget(self.rail if rail else self.list)
        self.setMinimumWidth(40 if rail else 140)
        self.setMaximumWidth(40 if rail else 360)

    def list_chapters(self, listed: bool) -> None:
        """Where there is room, show the chapters of the plans without being asked."""
        self.list.open_plans = listed
        (self.list.expandAll if listed else self.list.collapseAll)()

    def set_usable(self, usable: bool) -> None:
        """Grey the views while there is no plan."""
        self._usable = usable
        self.list.set_usable(usable)
        self.rail.setEnabled(usable)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("alt"))

    def _chosen(self, view: View) -> None:
        self._mark(view.key)
        self.view_chosen.emit(view)

    def _mark(self, key: str) -> None:
        self._key = key
        self.list.mark(key)
        self.rail.mark(key)

    def _find(self, key: str) -> View | None:
        return next((view for view in self._views(self._entries) if view.key == key), None)

    def _views(self, entries: Sequence[Entry]) -> Iterator[View]:
        for entry in entries:
            if entry.counted is not None:
                yield entry.counted.view
            yield from self._views(entry.children)


class _NavList(QTreeView):
    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marking = False
        self.open_plans = False
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(NavDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("导航"))
        self.selectionModel().currentChanged.connect(self._current_changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show `entries`; when only counts differ, nothing moves."""
        self._marking = True
        if not self._same(entries):
            opened = {key for key in self._keys() if self.isExpanded(self._indexes()[key])}
            self._model.clear()
            for entry in entries:
                self._model.appendRow(_item(entry))
            for key, index in self._indexes().items():
                if key in opened or self.open_plans:
                    self.expand(index)
        self._marking = False

    def mark(self, key: str) -> None:
        """Show which view is chosen."""
        index = self._indexes().get(key)
        self._marking = True
        if index is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        else:
            self.clearSelection()
        self._marking = False

    def set_usable(self, usable: bool) -> None:
        """Switch the views on or off; heads and notes stay readable."""
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            entry: Entry = item.data(ENTRY_ROLE)
            if entry.counted is not None:
                item.setEnabled(usable)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted, not set as a palette: under a style sheet a palette set before would outlive a change of colours.
        QPainter(self.viewport()).fillRect(event.rect(), self._theme.color("alt"))
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setProperty("keyboard", False)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._model.hasChildren(index) and event.position().x() < _ARROW_END:
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._model.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("keyboard", True)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.setProperty("keyboard", by_key)
        super().focusInEvent(event)

    def _restyle(self) -> None:
        self.doItemsLayout()
        self.viewport().update()

    def _current_changed(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE) if index.isValid() else None
        if not self._marking and entry is not None and entry.counted is not None:
            self.chosen.emit(entry.counted.view)

    def _same(self, entries: Sequence[Entry]) -> bool:
        """Refresh counts in place when the rows are the same ones; False when they are not."""
        items = list(self._items())
        flat = list(_flat(entries))
        if [_key(item.data(ENTRY_ROLE)) for item in items] != [_key(entry) for entry in flat]:
            return False
        for item, entry in zip(items, flat, strict=True):
            if item.data(ENTRY_ROLE) != entry:
                _fill(item, entry)
        return True

    def _items(self) -> Iterator[QStandardItem]:
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            yield item
            yield from (item.child(below) for below in range(item.rowCount()))

    def _keys(self) -> list[str]:
        return list(self._indexes())

    def _indexes(self) -> dict[str, QModelIndex]:
        return {
            entry.counted.view.key: item.index()
            for item in self._items()
            if (entry := item.data(ENTRY_ROLE)).counted is not None
        }


def _item(entry: Entry) -> QStandardItem:
    item = QStandardItem()
    _fill(item, entry)
    for child in entry.children:
        item.appendRow(_item(child))
    return item


def _fill(item: QStandardItem, entry: Entry) -> None:
    item.setData(entry, ENTRY_ROLE)
    item.setText(entry.words)
    if entry.counted is None:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        return
    item.setToolTip(entry.counted.view.title)
    item.setData(f"{entry.words} {entry.counted.count}", Qt.ItemDataRole.AccessibleTextRole)


def _flat(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _flat(entry.children)


def _key(entry: Entry) -> str:
    return entry.counted.view.key if entry.counted else f"{entry.kind.value}:{entry.words}"
