"""The rows of a new version under review: groups by what happened, and the choice for closed tasks that changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.domain.revision import Change, RevisedTask
from desktop_app.gui.dialogs.plain_cell import PlainCell
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import say, tr

TASK_ROLE = Qt.ItemDataRole.UserRole
"""The `RevisedTask` of a row; None on a group."""
KEEP_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether a closed task that changed stays closed; None where there is nothing to choose."""

NAME, PLACE, STATUS, RECORD = range(4)
SWITCH = 76
"""Width of each half of the switch."""

ORDER = (Change.CHANGED, Change.NEW, Change.GONE, Change.MOVED, Change.BACK)


class RevisedModel(QStandardItemModel):
    """Groups in the order of what asks for attention; tasks in the order of the new version."""

    def __init__(self, theme: Theme, tasks: Sequence[RevisedTask]) -> None:
        super().__init__()
        self._theme = theme
        self.setHorizontalHeaderLabels([self.tr("任务"), self.tr("章节"), self.tr("现状"), self.tr("更新后")])
        for change in ORDER:
            listed = [task for task in tasks if task.change is change]
            if listed:
                group = self._group(change, len(listed))
                for task in listed:
                    group.appendRow(self._row(task))

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The ground of a group is asked for at every painting: the colours may have changed."""
        if role == Qt.ItemDataRole.BackgroundRole and not index.parent().isValid():
            return self._theme.color("alt")
        return super().data(index, role)

    def asking(self) -> list[QModelIndex]:
        """The rows with a choice."""
        rows = []
        for group in range(self.rowCount()):
            parent = self.index(group, 0)
            listed = [self.index(row, RECORD, parent) for row in range(self.rowCount(parent))]
            rows += [index for index in listed if index.data(KEEP_ROLE) is not None]
        return rows

    def kept(self) -> frozenset[int]:
        """The closed tasks that stay closed."""
        tasks = [index.siblingAtColumn(NAME).data(TASK_ROLE) for index in self.asking() if index.data(KEEP_ROLE)]
        return frozenset(task.task for task in tasks if task.task is not None)

    def keep(self, index: QModelIndex | QPersistentModelIndex, kept: bool) -> None:
        """Choose for the task of this row; nothing where there is no choice."""
        record = self.index(index.row(), RECORD, index.parent())
        if record.data(KEEP_ROLE) is not None:
            self.setData(record, kept, KEEP_ROLE)

    def _group(self, change: Change, count: int) -> QStandardItem:
        head = QStandardItem(self.tr("{0} {1} 项，{2}").format(say(change.label), count, _note(change)))
        cells = [head, *(QStandardItem() for _ in range(RECORD))]
        for cell in cells:
            cell.setFont(self._theme.font(BODY_PX, QFont.Weight.Medium))
            cell.setEditable(False)
            cell.setSelectable(False)
        self.appendRow(cells)
        return head

    def _row(self, task: RevisedTask) -> list[QStandardItem]:
        was = self.tr("原 {0}").format(task.old_path) if task.old_path else ""
        place = "，".join(part for part in (task.path, was) if part)
        words = (
            f"{task.number}{task.title or task.after[:30] or task.before[:30]}",
            place,
            _status(task),
            _after(task),
        )
        cells = [QStandardItem(text) for text in words]
        for cell in cells:
            cell.setEditable(False)
            cell.setToolTip(cell.text())
        cells[NAME].setData(task, TASK_ROLE)
        cells[RECORD].setData(False if task.asks else None, KEEP_ROLE)
        return cells


def _note(change: Change) -> str:
    return {
        Change.CHANGED: tr("文字有改动，记录随任务保留"),
        Change.NEW: tr("原版本没有"),
        Change.GONE: tr("新版本没有，记录保留"),
        Change.MOVED: tr("文字未变，换了章节"),
        Change.BACK: tr("曾被删除，新版本又有，记录恢复"),
    }[change]


def _status(task: RevisedTask) -> str:
    return say(task.status.label) if task.status else ""


def _after(task: RevisedTask) -> str:
    """What becomes of the record, where there is nothing to choose."""
    if task.asks:
        return ""
    words = {Change.NEW: tr("未启动"), Change.GONE: tr("不再适用"), Change.BACK: tr("恢复原状态")}
    return words.get(task.change, tr("不变"))


class SwitchDelegate(PlainCell):
    """Paints the choice 待核 or 已销号 as a switch of two halves; a click chooses."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        kept = index.data(KEEP_ROLE)
        if kept is None:
            super().paint(painter, option, index)
            return
        self.paint_ground(painter, option, index)
        painter.save()
        painter.setFont(self.theme.font())
        for half, (words, chosen) in zip(
            self._halves(option.rect), ((self.tr("1 待核"), not kept), (self.tr("2 已销号"), kept)), strict=True
        ):
            painter.setPen(self.theme.color("accent" if chosen else "line2"))
            painter.setBrush(self.theme.color("accent" if chosen else "base"))
            painter.drawRect(half.adjusted(0, 0, -1, -1))
            painter.setPen(self.theme.color("on_accent" if chosen else "text"))
            painter.drawText(half, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            for half, kept in zip(self._halves(option.rect), (False, True), strict=True):
                if half.contains(event.position().toPoint()) and index.data(KEEP_ROLE) is not None:
                    return model.setData(index, kept, KEEP_ROLE)
        return super().editorEvent(event, model, option, index)

    @staticmethod
    def _halves(cell: QRect) -> tuple[QRect, QRect]:
        left = QRect(cell.left() + 6, cell.top() + 3, SWITCH, cell.height() - 7)
        return left, left.translated(SWITCH - 1, 0)
