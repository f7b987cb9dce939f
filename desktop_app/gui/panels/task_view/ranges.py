"""Selections of thousands of rows as whole ranges: what Qt does with single rows compares all of them with all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QItemSelection, QModelIndex
from PySide6.QtWidgets import QTreeView

from desktop_app.gui.models.items import Item
from desktop_app.gui.models.task_grid import TaskGridModel
from desktop_app.gui.models.task_tree import TaskTreeModel
from desktop_app.gui.panels.task_view.selection import place_of

Model = TaskTreeModel | TaskGridModel


def items_in(model: Model, selection: QItemSelection) -> list[Item]:
    """The selected rows, top to bottom."""
    # Range by range: selectedRows() asks for the parent of every pair of rows, seconds for two thousand tasks.
    ranges = [selection.at(number) for number in range(selection.size())]
    listed = (model.items_below(part.parent(), part.top(), part.bottom()) for part in ranges)
    items = {id(item): item for part in listed for item in part}
    return sorted(items.values(), key=place_of)


def all_open(view: QTreeView, model: Model) -> QItemSelection:
    """Every row that is not folded away."""
    selection = QItemSelection()
    last = model.columnCount() - 1
    waiting = [view.rootIndex()]
    while waiting:
        parent = waiting.pop()
        count = model.rowCount(parent)
        if not count:
            continue
        selection.select(model.index(0, 0, parent), model.index(count - 1, last, parent))
        items = enumerate(model.items_below(parent, 0, count - 1))
        folders = (model.index(row, 0, parent) for row, item in items if item.children)
        waiting += [folder for folder in folders if view.isExpanded(folder)]
    return selection


def rows_of(model: Model, indexes: Iterable[QModelIndex]) -> QItemSelection:
    """These rows, those that follow one another under one heading as one range."""
    selection = QItemSelection()
    last = model.columnCount() - 1
    for first, final in _runs(model, indexes):
        selection.select(first, final.siblingAtColumn(last))
    return selection


def _runs(model: Model, indexes: Iterable[QModelIndex]) -> Iterator[tuple[QModelIndex, QModelIndex]]:
    """The first and the last of rows without a gap between them."""
    siblings: dict[int, dict[int, QModelIndex]] = defaultdict(dict)
    for index in indexes:
        siblings[id(model.item(index).parent)][index.row()] = index
    for rows in siblings.values():
        for _, run in groupby(enumerate(sorted(rows)), lambda pair: pair[1] - pair[0]):
            places = [row for _, row in run]
            yield rows[places[0]], rows[places[-1]]
