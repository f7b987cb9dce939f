"""The facts of the current entry as rows: sign, what kind, what, and the words that say it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.domain.corrections import Fact, facts_of
from desktop_app.domain.plan import Assignment, Deadline, DeadlineKind, Node, Plan, Recurrence, Span, Target
from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.dialogs.import_review.row_paint import paint_cell_ground, row_ink
from desktop_app.gui.theme import NOTE_PX, Theme
from desktop_app.gui.words import say

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = 26
_WIDTHS = {0: 30, 1: 72, 2: 190}


class FactModel(QAbstractTableModel):
    """The facts of one node, in the order 单位, 时限, 指标."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts: tuple[Fact, ...] = ()
        self._text = ""

    def set_node(self, plan: Plan, node: Node | None) -> None:
        """Show the facts of a node."""
        facts = facts_of(node) if node is not None else ()
        if facts == self.facts:
            return
        self.beginResetModel()
        self.facts = facts
        self._text = plan.text
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.facts)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        fact = self.facts[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (sign_of(fact), *self._words(fact))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return doubt_of(fact) or " ".join(self._words(fact))
        return fact if role == Qt.ItemDataRole.UserRole else None

    def _words(self, fact: Fact) -> tuple[str, str, str]:
        if isinstance(fact, Assignment):
            return say(fact.role.label), fact.unit, self._around(fact.span)
        if isinstance(fact, Deadline):
            kind = self.tr("完成时限") if fact.kind is DeadlineKind.FINAL else self.tr("节点")
            return kind, fact.date.isoformat(), fact.phrase
        if isinstance(fact, Target):
            by = self.tr("，{0}前").format(fact.by.isoformat()) if fact.by else ""
            return self.tr("指标"), f"{op_words(fact.op)}{fact.value:.12g}{fact.unit}{by}", fact.phrase
        return say(fact.rhythm.label), self.tr("不设时限"), fact.phrase

    def _around(self, span: Span | None) -> str:
        """The words of the source around a unit."""
        return self._text[span.start : span.end + 30].split("\n")[0] if span is not None else ""


class FactTable(QTableView):
    """Enter changes, Delete removes, moving shows the words in the source."""

    looked_at = Signal(object)
    change_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.facts = FactModel(self)
        self.setModel(self.facts)
        self.setItemDelegate(_FactCells(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(self.tr("单位、时限、指标"))
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.change_asked.emit(self.facts.facts[index.row()]))

    def current(self) -> Fact | None:
        """The current fact."""
        row = self.currentIndex().row()
        return self.facts.facts[row] if 0 <= row < len(self.facts.facts) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fact = self.current()
        if fact is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.change_asked.emit(fact)
        elif fact is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit(fact)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.looked_at.emit(self.facts.facts[current.row()])


class _FactCells(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_cell_ground(painter, option, self._theme, first=index.column() == 0)
        fact: Fact = index.data(Qt.ItemDataRole.UserRole)
        place = option.rect.adjusted(6, 0, -6, 0)
        if index.column() == 0:
            self._paint_sign(painter, place, sign_of(fact), row_ink(self._theme, option, "text2"))
            return
        if index.column() == 2 and doubt_of(fact):
            lights.draw_mark(
                painter, Mark.CAUTION, place.left(), place.center().y() + 0.5, self._theme.tokens.amber, 10
            )
            place.setLeft(place.left() + 15)
        painter.setFont(self._theme.font(NOTE_PX))
        painter.setPen(row_ink(self._theme, option, "text" if index.column() == 2 else "text2"))
        words = QFontMetrics(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_sign(self, painter: QPainter, place: QRect, word: str, ink: QColor) -> None:
        box = QRect(place.left() + 2, place.center().y() - 8, 17, 17)
        painter.setFont(self._theme.font(NOTE_PX))
        painter.setPen(self._theme.color("line2"))
        painter.drawRect(box)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)


def sign_of(fact: Fact) -> str:
    """单, 时 or 标."""
    if isinstance(fact, Assignment):
        return "单"
    return "时" if isinstance(fact, (Deadline, Recurrence)) else "标"


def doubt_of(fact: Fact) -> str:
    """Why the fact may be wrong; rhythms are never doubted."""
    return "" if isinstance(fact, Recurrence) else fact.doubt


def op_words(op: str) -> str:
    """不低于 and 不超过; a plain number says nothing."""
    words = {
        ">=": QCoreApplication.translate("FactModel", "不低于"),
        "<=": QCoreApplication.translate("FactModel", "不超过"),
    }
    return words.get(op, "")
