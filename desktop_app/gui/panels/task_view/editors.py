"""Editors of the grid: percent and status are chosen in the cell; the choice is said, the model is not touched."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.gui.models.columns import Column
from desktop_app.gui.models.task_tree import ROW_ROLE
from desktop_app.gui.panels.task_view.row_painter import RowPainter
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Gives rows their height and cells their editors; painting is the view's."""

    percent_chosen = Signal(object, int)
    status_chosen = Signal(object, object)

    def __init__(self, theme: Theme, painter: RowPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = painter

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, self._painter.row_height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = self._percent_editor(parent) if index.column() == Column.PERCENT else self._status_editor(parent)
        editor.setFont(self._theme.font())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(editor, QSpinBox):
            editor.setValue(row.percent)
            editor.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(list(Status).index(row.status))
            QTimer.singleShot(0, editor, editor.showPopup)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        row = index.data(ROW_ROLE)
        ref = TaskRef(row.id)
        if isinstance(editor, QSpinBox) and editor.value() != row.percent:
            self.percent_chosen.emit(ref, editor.value())
        elif isinstance(editor, QComboBox) and editor.currentData() is not row.status:
            self.status_chosen.emit(ref, editor.currentData())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def _percent_editor(self, parent: QWidget) -> QWidget:
        editor = QSpinBox(parent)
        editor.setRange(0, 100)
        editor.setSingleStep(5)
        editor.setSuffix(" %")
        editor.setStyleSheet("QSpinBox { min-height: 0; padding: 0 5px; border-radius: 0; }")
        editor.lineEdit().setTextMargins(4, 0, 0, 0)
        editor.setAccessibleName(self.tr("进度"))
        return editor

    def _status_editor(self, parent: QWidget) -> QWidget:
        editor = QComboBox(parent)
        for status in Status:
            editor.addItem(say(status.label), status)
        editor.setStyleSheet("QComboBox { min-height: 0; padding: 0 5px; border-radius: 0; }")
        editor.setAccessibleName(self.tr("状态"))
        editor.activated.connect(lambda _: self._commit(editor))
        return editor

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
