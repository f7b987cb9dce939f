"""The outline at the right: a tree whose rows are painted, hairlines between them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from desktop_app.domain.corrections import KIND_WORDS, is_heading
from desktop_app.domain.plan import Kind, Node
from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.dialogs.import_review.outline_model import DOUBTS_ROLE, Column, OutlineModel, days_of
from desktop_app.gui.dialogs.import_review.row_paint import row_ink, style_head
from desktop_app.gui.icons import draw_icon
from desktop_app.gui.row_ground import paint_row_ground
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme
from desktop_app.gui.words import say

Index = QModelIndex | QPersistentModelIndex
_INDENT = 16
_WIDTHS = {
    Column.NUMBER: 96,
    Column.KIND: 52,
    Column.UNITS: 122,
    Column.DATE: 128,
    Column.TARGETS: 44,
    Column.DOUBTS: 52,
}
_GIVING_WAY = ((Column.TARGETS, 600), (Column.UNITS, 500), (Column.KIND, 400), (Column.DATE, 340))
"""Columns that go when the pane is narrower than so many px."""


class OutlineView(QTreeView):
    """One row a node; several may be selected for the commands of levels and kinds."""

    node_chosen = Signal(str)
    """The officer made a row current: the node's id."""
    editing_asked = Signal()
    menu_requested = Signal(object)

    def __init__(self, theme: Theme, model: OutlineModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._folded: set[str] = set()
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(_Cells(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("大纲"))
        self._set_up_header()
        self._restyle()
        self.expandAll()
        self.collapsed.connect(lambda index: self._fold(index, True))
        self.expanded.connect(lambda index: self._fold(index, False))
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self._restyle)

    def refresh(self, moved: bool) -> None:
        """After rows moved, fold again what was folded."""
        if not moved:
            return
        self.expandAll()
        for id in self._folded:
            index = self._model.find(id)
            if index.isValid():
                self.setExpanded(index, False)

    def show_node(self, id: str | None, *, scroll: bool = True) -> None:
        """Make a node's row current without telling."""
        index = self._model.find(id)
        self._quiet = True
        if not index.isValid():
            self.selectionModel().clear()
        elif self.currentIndex().siblingAtColumn(0) != index or not self.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._quiet = False
        if index.isValid() and scroll:
            self.scrollTo(index)

    def selected_nodes(self) -> list[Node]:
        """The nodes of the selected rows, in printed order."""
        nodes = [node for index in self.selectionModel().selectedRows() if (node := self._model.node(index))]
        return sorted(nodes, key=lambda node: node.span)

    def node_at_fraction(self, fraction: float) -> Node | None:
        """The node whose row stands at this part of the view's height."""
        height = self.viewport().height()
        index = self.indexAt(QPoint(4, min(round(fraction * height), height - 2)))
        return self._model.node(index)

    def put_at_fraction(self, id: str, fraction: float) -> None:
        """Scroll so that a node's row stands at this part of the view's height."""
        index = self._model.find(id)
        while index.isValid() and index.parent().isValid() and not self.isExpanded(index.parent()):
            index = index.parent()
        if index.isValid():
            bar = self.verticalScrollBar()
            row = self.visualRect(index)
            value = bar.value() + row.center().y() - fraction * self.viewport().height()
            whole = round(value / row.height()) * row.height()
            bar.setValue(bar.maximum() if value >= bar.maximum() - 1 else whole)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        node = self._model.node(index)
        row = QRect(0, options.rect.y(), self.viewport().width(), options.rect.height())
        if node is not None and is_heading(node):
            painter.fillRect(row, self._theme.color("alt"))
        ground = QStyleOptionViewItem(options)
        ground.rect = row
        ground.state = QStyle.StateFlag.State_None
        if self.selectionModel().isSelected(index):
            ground.state |= QStyle.StateFlag.State_Selected
        if self.isActiveWindow():
            ground.state |= QStyle.StateFlag.State_Active
        paint_row_ground(painter, ground, self._theme)
        super().drawRow(painter, options, index)
        if self.hasFocus() and self.currentIndex().siblingAtColumn(0) == index:
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(row.adjusted(0, 0, -1, -2))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if self._model.rowCount(index):
            name = "chevron_down" if self.isExpanded(index) else "chevron_right"
            box = QRect(rect.right() - 13, rect.center().y() - 5, 12, 12)
            draw_icon(painter, name, box, self._theme.tokens.text2, 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.editing_asked.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected_nodes():
            self.menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        for column, least in _GIVING_WAY:
            self.setColumnHidden(column, width < least)

    def sizeHint(self) -> QSize:
        return QSize(640, 300)

    def _set_up_header(self) -> None:
        head = self.header()
        # Its padding counts in the widths.
        style_head(head, self._theme)
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(40)
        head.setSectionsMovable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFixedHeight(28)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, max(width, head.sectionSizeHint(column)))
        kinds = max(self.fontMetrics().horizontalAdvance(say(word)) for word in KIND_WORDS.values())
        self.setColumnWidth(Column.KIND, max(_WIDTHS[Column.KIND], kinds + 18))
        head.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(BODY_PX))
        palette = self.palette()
        # The ground of a selected row is painted whole in drawRow.
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        style_head(self.header(), self._theme)
        self.viewport().update()

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        node = self._model.node(index)
        if node is not None:
            (self._folded.add if folded else self._folded.discard)(node.id)

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        node = self._model.node(current)
        if node is not None and not self._quiet:
            self.node_chosen.emit(node.id)


class _Cells(QStyledItemDelegate):
    """Paints the words of a cell; grounds and lines belong to the row."""

    def __init__(self, theme: Theme, parent: OutlineView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._theme.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(Qt.ItemDataRole.UserRole)
        column = Column(index.column())
        if column is Column.DOUBTS:
            self._paint_doubts(painter, option, index.data(DOUBTS_ROLE))
            return
        place = option.rect.adjusted(4 if column is Column.NUMBER else 7, 0, -6, 0)
        painter.setFont(self._font(node, column))
        painter.setPen(row_ink(self._theme, option, _ink(node, column)))
        words = str(index.data() or "")
        more = len(days_of(node)) - 1 if column is Column.DATE else 0
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        align = Qt.AlignmentFlag.AlignRight if column is Column.TARGETS else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | align, shown)
        if more > 0:
            place.setLeft(place.left() + QFontMetrics(painter.font()).horizontalAdvance(shown) + 6)
            painter.setPen(row_ink(self._theme, option, "text3"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"+{more}")

    def _font(self, node: Node, column: Column) -> QFont:
        if column not in (Column.NUMBER, Column.TITLE):
            return self._theme.font(NOTE_PX)
        weight = QFont.Weight.Medium if is_heading(node) else QFont.Weight.Normal
        return self._theme.font(BODY_PX, weight)

    def _paint_doubts(self, painter: QPainter, option: QStyleOptionViewItem, count: int) -> None:
        if not count:
            return
        rect = option.rect
        shape = row_ink(self._theme, option, "amber").name()
        lights.draw_mark(painter, Mark.CAUTION, rect.left() + 8, rect.center().y() + 0.5, shape)
        painter.setFont(self._theme.font(NOTE_PX))
        painter.setPen(row_ink(self._theme, option, "amber_text"))
        painter.drawText(rect.adjusted(26, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(count))


def _ink(node: Node, column: Column) -> str:
    if column in (Column.NUMBER, Column.TITLE):
        return "text3" if node.kind is Kind.CONTEXT else "text"
    return "text2"
