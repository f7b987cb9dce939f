"""The blank as a grid: merged cells as they are, the rows for tasks marked, a drop-down above every column."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.domain.superior_form import FormCell, FormTable, Meaning, TableMapping
from desktop_app.gui.theme import NOTE_PX, Theme
from desktop_app.gui.words import say, tr

_ROW, _CHOICE_ROW = 28, 34
_LEAST, _MOST = 72, 260
_AROUND = 44
"""What a drop-down takes beside its words."""
_PER_CHARACTER = 7
_SHOWN_EMPTY = 3
"""Of many empty rows only so many are drawn: they are all alike."""

KIND = Qt.ItemDataRole.UserRole + 1
TASKS, BLANK, PLAIN = "tasks", "blank", ""


class FormGrid(QTableView):
    """Row 0 holds the drop-downs; below it stand the rows of the form."""

    changed = Signal()

    def __init__(self, theme: Theme, table: FormTable, mapping: TableMapping) -> None:
        super().__init__()
        self._theme, self.table = theme, table
        self._choices: list[QComboBox] = []
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        self.setItemDelegate(_FormCell(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setFixedWidth(36)
        self.verticalHeader().setProperty("head", "numbers")
        self.set_mapping(mapping)

    def set_mapping(self, mapping: TableMapping) -> None:
        """Draw the form with these choices."""
        self._mapping = mapping
        self._hidden = range(mapping.first + _SHOWN_EMPTY, mapping.first + mapping.rows)
        self.clearSpans()
        self.items.clear()
        self.items.setRowCount(self.table.height + 1)
        self.items.setColumnCount(self.table.width)
        self._fill()
        self._arrange()
        self._offer()

    def meanings(self) -> tuple[Meaning, ...]:
        """What each column is to take."""
        return tuple(Meaning(choice.currentData()) for choice in self._choices)

    def _fill(self) -> None:
        mapping = self._mapping
        alone = _alone(self.table)
        blanks = {(blank.row, blank.column) for blank, _, _ in mapping.blanks}
        for cell in self.table.cells:
            item = QStandardItem(tr("（公式）") if cell.fixed else cell.text)
            item.setToolTip(cell.text)
            within = mapping.first <= cell.row < mapping.first + mapping.rows or cell.row in mapping.listed
            item.setData(TASKS if within else BLANK if (cell.row, cell.column) in blanks else PLAIN, KIND)
            self.items.setItem(cell.row + 1, cell.column, item)
            columns = self.table.width - cell.column if cell in alone else cell.columns
            if cell.rows > 1 or columns > 1:
                self.setSpan(cell.row + 1, cell.column, cell.rows, columns)
        numbers = ["", *(str(row + 1) for row in range(self.table.height))]
        self.items.setVerticalHeaderLabels(numbers)

    def _arrange(self) -> None:
        for column, (width, meaning) in enumerate(zip(self.table.widths, self._mapping.columns, strict=False)):
            words = self.fontMetrics().horizontalAdvance(say(meaning.label)) + _AROUND
            self.setColumnWidth(column, round(min(max(width * _PER_CHARACTER, words, _LEAST), _MOST)))
        for row in range(self.table.height + 1):
            self.setRowHeight(row, _ROW if row else _CHOICE_ROW)
            self.setRowHidden(row, row - 1 in self._hidden)

    def _offer(self) -> None:
        self._choices = []
        for column, meaning in enumerate(self._mapping.columns):
            choice = QComboBox()
            for each in Meaning:
                choice.addItem(say(each.label), each.value)
            choice.setCurrentIndex(choice.findData(meaning.value))
            choice.setMaxVisibleItems(len(Meaning))
            head = self._mapping.heads[column] if column < len(self._mapping.heads) else ""
            choice.setAccessibleName(tr("{0}填什么").format(head or tr("第{0}列").format(column + 1)))
            choice.setToolTip(choice.accessibleName())
            choice.activated.connect(self.changed)
            self.setIndexWidget(self.items.index(0, column), choice)
            self._choices.append(choice)


def _alone(table: FormTable) -> set[FormCell]:
    """Cells outside the lines with nothing beside them: a spreadsheet lets their words run on to the right."""
    said: dict[int, list[FormCell]] = {}
    for cell in table.cells:
        if cell.text and cell.row not in table.ruled:
            said.setdefault(cell.row, []).append(cell)
    return {cells[0] for cells in said.values() if len(cells) == 1}


class _FormCell(QStyledItemDelegate):
    """Words in a ruled cell; rows for tasks and cells with blanks have a ground of their own."""

    def __init__(self, theme: Theme, parent: FormGrid) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_LEAST, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, theme = option.rect, self._theme
        if index.row() == 0:
            painter.fillRect(rect, theme.color("chrome"))
            return
        painter.save()
        kind = index.data(KIND)
        painter.fillRect(rect, theme.color("tint" if kind == TASKS else "hover" if kind == BLANK else "base"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.color("line"))
        painter.setFont(theme.font(NOTE_PX))
        painter.setPen(theme.color("text"))
        words = " ".join(str(index.data() or "").split("\n"))
        room = rect.adjusted(6, 0, -6, 0)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
