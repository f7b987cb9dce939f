"""The outline of a document as read, beside the wording of the chosen place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QTreeView,
)

from desktop_app.domain.plan import Deadline, Kind, Node, Plan, Role
from desktop_app.gui.dialogs.source_marks import mark_facts, paint_on_paper
from desktop_app.gui.models.units import join_units
from desktop_app.gui.row_ground import tint_selection
from desktop_app.gui.theme import BODY_PX, Theme

_NODE_ROLE = Qt.ItemDataRole.UserRole
_KINDS = {Kind.CHAPTER: "标题", Kind.SECTION: "标题", Kind.TASK: "任务", Kind.CONTEXT: "背景"}
_WIDTHS = (116, 250, 46, 116, 104, 46)
_FIRST_FACT = 3
"""From this column on: facts that a document may have none of; an empty column is not shown."""
_ROW = 26
_INDENT = 14


class PlanOutline(QSplitter):
    """Tree at the left, source text with its marks at the right; a chosen row scrolls the text to its place."""

    def __init__(self, theme: Theme, plan: Plan) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._plan = plan
        self._items: dict[str, QStandardItem] = {}
        self.model = QStandardItemModel(self)
        self.model.setHorizontalHeaderLabels(
            [self.tr("编号"), self.tr("标题"), self.tr("类别"), self.tr("牵头单位"), self.tr("时限"), self.tr("指标")]
        )
        self.tree = _RuledTree(theme)
        self.source = QTextBrowser()
        self._fill()
        self._arrange()
        self.tree.selectionModel().currentChanged.connect(self._show_current)

    def choose_at(self, position: int) -> None:
        """Make the innermost node around `position` of the text current."""
        around = [node for node in self._plan.nodes if node.span.start <= position < node.span.end]
        if around:
            smallest = min(around, key=lambda node: node.span.end - node.span.start)
            self.tree.setCurrentIndex(self._items[smallest.id].index())

    def _fill(self) -> None:
        for node in self._plan.nodes:
            row = [_item(text) for text in self._cells(node)]
            row[0].setData(node, _NODE_ROLE)
            if node.kind in (Kind.CHAPTER, Kind.SECTION):
                for item in row:
                    item.setFont(self._theme.font(BODY_PX, QFont.Weight.Medium))
                    item.setBackground(self._theme.color("alt"))
            self._items[node.id] = row[0]
            parent = self._items[node.parent] if node.parent in self._items else self.model.invisibleRootItem()
            parent.appendRow(row)

    @staticmethod
    def _cells(node: Node) -> list[str]:
        leads = _names(node, Role.LEAD) or _names(node, Role.RESPONSIBLE)
        targets = str(len(node.targets)) if node.targets else ""
        title = node.title or node.text[:30]
        return [node.number, title, _KINDS[node.kind], join_units(leads), _dates(node.deadlines), targets]

    def _arrange(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setUniformRowHeights(True)
        tree.setItemDelegate(_RowHeight(tree))
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setFont(self._theme.font(BODY_PX))
        tree.header().setStretchLastSection(False)
        tree.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            tree.setColumnWidth(column, width)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        tree.header().setMinimumSectionSize(40)
        cells = [self._cells(node) for node in self._plan.nodes]
        for column in range(_FIRST_FACT, len(_WIDTHS)):
            tree.setColumnHidden(column, not any(row[column] for row in cells))
        tree.expandAll()
        self.source.setFrameShape(QFrame.Shape.NoFrame)
        paint_on_paper(self.source, self._theme)
        self.source.document().setDocumentMargin(14)
        mark_facts(self.source, self._theme, self._plan)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(tree)
        self.addWidget(self.source)
        self.setSizes([620, 360])

    def _show_current(self, current: QModelIndex) -> None:
        node: Node | None = current.siblingAtColumn(0).data(_NODE_ROLE)
        if node is None:
            return
        cursor = QTextCursor(self.source.document())
        cursor.setPosition(len(self._plan.text))
        self.source.setTextCursor(cursor)
        cursor.setPosition(node.span.start)
        self.source.setTextCursor(cursor)
        self.source.ensureCursorVisible()


class _RuledTree(QTreeView):
    """Hairlines between rows; the chosen row is tinted, its text keeps its colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        tint_selection(self, theme)
        self.setIndentation(_INDENT)
        tokens = theme.tokens
        self.header().setStyleSheet(
            f"QHeaderView::section {{ background: {tokens.chrome}; color: {tokens.text2}; height: 27px; border: none;"
            f" border-bottom: 1px solid {tokens.line2}; padding: 0 4px; }}"
        )

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = options.rect
        if (ground := index.data(Qt.ItemDataRole.BackgroundRole)) is not None:
            painter.fillRect(0, row.top(), self.viewport().width(), row.height(), ground)
        super().drawRow(painter, options, index)
        painter.fillRect(0, row.bottom(), self.viewport().width(), 1, self._theme.color("line"))


class _RowHeight(QStyledItemDelegate):
    """Rows of 26 px, whatever the face."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(text)
    return item


def _names(node: Node, role: Role) -> list[str]:
    return list(dict.fromkeys(a.unit for a in node.assignments if a.role is role))


def _dates(deadlines: Iterable[Deadline]) -> str:
    days = sorted({deadline.date for deadline in deadlines})
    if not days:
        return ""
    more = f" +{len(days) - 1}" if len(days) > 1 else ""
    return f"{days[-1].isoformat()}{more}"
