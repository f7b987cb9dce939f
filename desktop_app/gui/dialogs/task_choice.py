"""用于其他任务: choose further tasks for a file, by number, name or unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.dialogs.form import FormDialog
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.icons import icon
from desktop_app.gui.models.columns import title_of
from desktop_app.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class TaskChoiceModel(QAbstractListModel):
    """Tasks with a box each; what is ticked stays ticked while others are sought."""

    def __init__(self, rows: Sequence[TaskRow], several_plans: bool) -> None:
        super().__init__()
        self._rows = list(rows)
        self._shown = self._rows
        self._several = several_plans
        self.chosen: set[int] = set()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number}{title_of(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            above = (row.plan_title, row.path) if self._several else (row.path,)
            return "\n".join((*filter(None, above), "、".join(row.owners)))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self.chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.chosen ^= {self._shown[index.row()].id}
        self.dataChanged.emit(index, index)
        return True

    def seek(self, words: str) -> None:
        """Show only tasks that hold every one of the words in their name, place or units."""
        wanted = words.lower().split()
        self.beginResetModel()
        self._shown = [row for row in self._rows if all(word in _sought(row) for word in wanted)]
        self.endResetModel()


class TaskChoiceDialog(FormDialog):
    """A search field above a list of tasks with boxes.

    Args:
        subject: the file that is to serve further tasks.
        rows: the tasks it does not serve yet, in the order of the document.
    """

    def __init__(self, theme: Theme, subject: str, rows: Sequence[TaskRow], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("用于其他任务"), subject, parent, self.tr("添加"))
        self.model = TaskChoiceModel(rows, len({row.plan_id for row in rows}) > 1)
        self.model.setParent(self)
        self.search = QLineEdit()
        self.search.addAction(icon(theme, "search", 16, "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setPlaceholderText(self.tr("编号、名称或单位"))
        self.search.setAccessibleName(self.tr("查找任务"))
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("任务"))
        self.form.addRow(self.search)
        self.form.addRow(self.list)
        self.search.textChanged.connect(self.model.seek)
        self.model.dataChanged.connect(self._count)
        self._count()
        open_at(self, 460, 420)
        self.search.setFocus()

    def refs(self) -> list[TaskRef]:
        """The chosen tasks."""
        return [TaskRef(task) for task in sorted(self.model.chosen)]

    def problem(self) -> tuple[QWidget, str] | None:
        return None if self.model.chosen else (self.list, self.tr("未选择任务"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        chosen = len(self.model.chosen)
        self.foot.primary.setText(self.tr("添加到 {0} 项").format(chosen) if chosen else self.tr("添加"))


def _sought(row: TaskRow) -> str:
    return "\n".join((row.number, title_of(row), row.plan_title, row.path, *row.owners)).lower()
