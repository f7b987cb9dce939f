"""Which headings of the outline are folded: kept by key while rows are read anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView

from desktop_app.gui.models.task_tree import TaskTreeModel


class Folding:
    """Headings are open unless the officer folded them; the parts of a task are folded unless opened."""

    def __init__(self, view: QTreeView, model: TaskTreeModel) -> None:
        self._view = view
        self._model = model
        self._flipped: set[tuple[str, int, int]] = set()
        self._restoring = False
        view.expanded.connect(lambda index: self._note(index, True))
        view.collapsed.connect(lambda index: self._note(index, False))

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Restore the folding after the model was filled anew inside the block."""
        yield
        self._restoring = True
        self._view.setUpdatesEnabled(False)
        for item in self._model.items():
            if item.children and item.parent is not None:
                opened = item.is_group != (item.key in self._flipped)
                self._view.setExpanded(self._model.index_of(item), opened)
        self._view.setUpdatesEnabled(True)
        self._restoring = False

    def expand_all(self) -> None:
        """Open every heading."""
        for item in self._model.items():
            if item.is_group and item.parent is not None:
                self._view.expand(self._model.index_of(item))

    def collapse_all(self) -> None:
        """Fold every heading."""
        self._view.collapseAll()
        self._flipped |= {item.key for item in self._model.items() if item.is_group and item.parent is not None}

    def _note(self, index: QModelIndex, opened: bool) -> None:
        if self._restoring:
            return
        item = self._model.item(index)
        (self._flipped.discard if opened == item.is_group else self._flipped.add)(item.key)
