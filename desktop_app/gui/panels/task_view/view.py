"""The list of tasks: a tree view that paints its rows itself and says what keys, mouse and drops ask for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from desktop_app.domain.refs import TaskRef
from desktop_app.gui.local_files import files_in
from desktop_app.gui.models.columns import Column
from desktop_app.gui.models.items import Item
from desktop_app.gui.models.task_grid import EDITABLE, TaskGridModel
from desktop_app.gui.models.task_tree import TaskTreeModel
from desktop_app.gui.panels.task_view.columns_of_view import ColumnsOfView
from desktop_app.gui.panels.task_view.editors import CellDelegate
from desktop_app.gui.panels.task_view.header import HEIGHT, TaskHeader
from desktop_app.gui.panels.task_view.ranges import all_open, items_in, rows_of
from desktop_app.gui.panels.task_view.row_painter import INDENT, RowPainter, RowState
from desktop_app.gui.panels.task_view.selection import open_or_all, refs_of
from desktop_app.gui.theme import NOTE_PX, Theme

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskView(QTreeView):
    """Shows a `TaskTreeModel` as an outline or a `TaskGridModel` as a grid."""

    tick_toggled = Signal(list, bool)
    opened = Signal(object)
    """A task was chosen with Enter or a double click: its `TaskRef`."""
    files_dropped = Signal(object, list)
    menu_requested = Signal(QPoint)
    rows_selected = Signal()

    def __init__(self, theme: Theme, model: TaskTreeModel | TaskGridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.is_tree = isinstance(model, TaskTreeModel)
        self.painter = RowPainter(theme)
        self.cells = CellDelegate(theme, self.painter, self)
        self.heads = TaskHeader(theme, sortable=not self.is_tree, parent=self)
        self._hover: Item | None = None
        self._drop: Item | None = None
        self._pressed_box: Item | None = None
        self._by_keyboard = False
        self.empty_words = ""
        self._set_up()
        self.columns = ColumnsOfView(self, self.heads, self.painter)
        theme.changed.connect(self._restyle)

    def selected_items(self) -> list[Item]:
        """The selected rows, top to bottom."""
        return items_in(self._model, self.selectionModel().selection())

    def selectAll(self) -> None:
        """Select every row that is not folded away."""
        selection = all_open(self, self._model)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def current_item(self) -> Item | None:
        """The row that has the cursor; None when nothing is selected."""
        index = self.currentIndex()
        return self._model.item(index) if index.isValid() and self.selectionModel().hasSelection() else None

    def select_ref(self, ref: TaskRef) -> bool:
        """Make a task or part the current and only selected row; False if it is not shown."""
        index = self._model.find(ref)
        if index.isValid():
            self._select(index)
        return index.isValid()

    def select_refs(self, refs: Sequence[TaskRef], current: TaskRef | None) -> None:
        """Select again what was selected before the rows were read anew."""
        found = [index for ref in refs if (index := self._model.find(ref)).isValid()]
        if found:
            selection = rows_of(self._model, found)
            self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current is not None and (index := self._model.find(current)).isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def toggle_ticks(self, items: Sequence[Item]) -> None:
        """Ask to tick what is open in `items`, or to take the ticks back when all are closed."""
        refs, tick = open_or_all(items)
        if refs:
            self.tick_toggled.emit(refs, tick)

    def set_words(self, words: tuple[str, ...]) -> None:
        """Mark what is sought; rows get a second line that says where it stands."""
        if words != self.painter.words:
            self.painter.words = words
            self.columns.fit()
            # Later, together with the rows that are found: to lay out those that are going would be lost time.
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.rowCount() == 0 and self.empty_words:
            painter = QPainter(self.viewport())
            painter.setFont(self._theme.font(NOTE_PX))
            painter.setPen(self._theme.color("text3"))
            place = self.viewport().rect().adjusted(16, 16, -16, -16)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self.empty_words)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        item = self._model.item(index)
        row = QRect(0, options.rect.y(), self.viewport().width(), options.rect.height())
        active = self.isActiveWindow() and self._has_cursor()
        selected = self.selectionModel().isSelected(index)
        state = RowState(selected, active, item is self._hover, item is self._drop)
        self.painter.ground(painter, row, item, state)
        indent = self._indent(item)
        if item.children and self.is_tree:
            self.painter.branch(painter, indent - INDENT, row, self.isExpanded(index), state)
        current = self.currentIndex()
        focused = active and self._by_keyboard and current.siblingAtColumn(0) == index
        visible = self.columns.visible()
        beyond = {column: after for (column, _, _), after in pairwise(visible)}
        for column, left, width in visible:
            rect = QRect(left, row.y(), width, row.height())
            place = rect.adjusted(indent, 0, 0, 0) if column is Column.NUMBER else rect
            if column is Column.TITLE and item.is_group and column in beyond and beyond[column][0] is Column.DUE:
                # A heading has no date: without 牵头单位 between them its title may reach over.
                place = rect.adjusted(0, 0, beyond[column][2], 0)
            self.painter.cell(painter, place, item, column, state)
            if focused and current.column() == column:
                self.painter.focus(painter, rect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggle_ticks(self.selected_items())
        elif event.key() in _ENTER and not event.modifiers() and self._opens():
            self._open_current()
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        sideways = {QAbstractItemView.CursorAction.MoveLeft: -1, QAbstractItemView.CursorAction.MoveRight: 1}
        if action in sideways and not self.is_tree and self.currentIndex().isValid():
            return self.currentIndex().siblingAtColumn(
                self.columns.beside(Column(self.currentIndex().column()), sideways[action])
            )
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        item = self._box_at(event.position().toPoint())
        if item is None and self._fold_at(event.position().toPoint()):
            return
        self._pressed_box = item if event.button() is Qt.MouseButton.LeftButton else None
        if self._pressed_box is None:
            super().mousePressEvent(event)
        elif item is not None and item not in self.selected_items():
            self._select(self.indexAt(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_box = self._pressed_box, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif self._box_at(event.position().toPoint()) is pressed:
            self.toggle_ticks([pressed])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._box_at(point) is not None:
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(point)
        if not index.isValid() or (not self.is_tree and index.column() in EDITABLE):
            return
        self._open_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_box is None:
            super().mouseMoveEvent(event)
        self._set_hover(self._item_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._by_keyboard = True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected_items():
            self.menu_requested.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop = self._target_at(event.position().toPoint())
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._target_at(event.position().toPoint())
        self._drop = None
        self.viewport().update()
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(target.ref if target else None, paths)

    def _set_up(self) -> None:
        self.setModel(self._model)
        self.setItemDelegate(self.cells)
        self.setHeader(self.heads)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(self.is_tree)
        self.setIndentation(INDENT if self.is_tree else 0)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.NoEditTriggers if self.is_tree else triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setTabKeyNavigation(False)
        self.addScrollBarWidget(_Corner(self._theme, self), Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(self.tr("任务大纲") if self.is_tree else self.tr("任务表格"))
        self.selectionModel().selectionChanged.connect(lambda *_: self.rows_selected.emit())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.rows_selected.emit())
        self._model.modelAboutToBeReset.connect(self._forget_rows)

    def _forget_rows(self) -> None:
        self._hover = self._drop = self._pressed_box = None

    def _restyle(self) -> None:
        self.columns.fit()
        self.doItemsLayout()
        self.viewport().update()

    def _has_cursor(self) -> bool:
        return self.hasFocus() or self.state() is QAbstractItemView.State.EditingState

    def _indent(self, item: Item) -> int:
        return self.painter.indent(item) if self.is_tree else 0

    def _item_at(self, point: QPoint) -> Item | None:
        index = self.indexAt(point)
        return self._model.item(index) if index.isValid() else None

    def _target_at(self, point: QPoint) -> Item | None:
        """The task or part files are dropped on; None beside them and on headings."""
        item = self._item_at(point)
        return item if item is not None and item.ref is not None else None

    def _box_at(self, point: QPoint) -> Item | None:
        """The row whose tick box is under `point`; the box counts 3 px wider than it is painted."""
        index = self.indexAt(point)
        if not index.isValid() or index.column() != Column.NUMBER:
            return None
        item = self._model.item(index)
        row = self.visualRect(index.siblingAtColumn(Column.TITLE))
        cell = QRect(self._indent(item), row.y(), 200, row.height())
        reachable = self.painter.tick_rect(cell).adjusted(-3, -5, 3, 5)
        return item if reachable.contains(point) and any(True for _ in refs_of([item])) else None

    def _fold_at(self, point: QPoint) -> bool:
        """Fold or open the row whose arrow is under `point`; where the arrow is painted, not where Qt has it."""
        index = self.indexAt(point)
        item = self._model.item(index) if index.isValid() and self.is_tree else None
        if item is None or not item.children or not 0 <= point.x() - self._indent(item) + INDENT <= INDENT:
            return False
        self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))
        return True

    def _select(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _opens(self) -> bool:
        return self.state() is not QAbstractItemView.State.EditingState

    def _open_current(self) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        item = self._model.item(index)
        if item.ref is not None:
            self.opened.emit(item.ref)
        elif item.children:
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))

    def _set_hover(self, item: Item | None) -> None:
        if item is not self._hover:
            self._hover = item
            self.viewport().update()


class _Corner(QWidget):
    """The piece of the head above the scroll bar."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)

    def paintEvent(self, event: QEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(QRect(0, HEIGHT - 1, self.width(), 1), self._theme.color("line2"))
