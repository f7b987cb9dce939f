"""The units of a handout: chosen by selecting them, with what each would be asked beside what it was asked before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.returns import UnitAsk
from desktop_app.gui.dialogs.plain_table import PlainTable
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import say_day, tr

_LAST, _MONTH = 4, 5
"""The columns of what was asked before."""


class UnitChoice(QWidget):
    """A click or Space takes a unit in or leaves it out; those that the search hides stay as they were."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.asks: Sequence[UnitAsk] = ()
        """The units that are offered."""
        heads = [self.tr("单位"), self.tr("未办结"), self.tr("行"), self.tr("格"), self.tr("上次"), self.tr("本月已问")]
        self.table = PlainTable(theme, heads, (0, 58, 52, 52, 118, 72), several=True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.table.setAccessibleName(self.tr("下发单位"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("查找单位"))
        self.search.setClearButtonEnabled(True)
        self.all, self.none = _link(self.tr("全选")), _link(self.tr("全不选"))
        head = QLabel(self.tr("下发单位"))
        head.setFont(theme.font(BODY_PX, QFont.Weight.Medium))
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(head)
        row.addWidget(self.search, 1)
        row.addWidget(self.all)
        row.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.search.textChanged.connect(self._filter)
        self.all.clicked.connect(lambda: self._select(True))
        self.none.clicked.connect(lambda: self._select(False))
        self.table.selectionModel().selectionChanged.connect(self.changed)

    def show_units(self, asks: Sequence[UnitAsk]) -> None:
        """Show these units; who was chosen before stays so, at first all single ones that have something to answer."""
        before = {ask.unit for ask in self.asks}
        chosen = {ask.unit for ask in self.chosen()}
        self.asks = asks
        self.table.selectionModel().blockSignals(True)
        self.table.set_rows([_cells(ask) for ask in asks])
        self._note_several()
        # Before the first handout these would take the room of names.
        self.table.setColumnHidden(_LAST, not any(ask.last_on for ask in asks))
        self.table.setColumnHidden(_MONTH, not any(ask.month_cells for ask in asks))
        self.table.clearSelection()
        for at, ask in enumerate(asks):
            if ask.rows and (ask.unit in chosen or (ask.unit not in before and not ask.is_several)):
                self._mark(at, True)
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()
        self._filter()
        self.changed.emit()

    def chosen(self) -> list[UnitAsk]:
        """The units that are taken in and have something to answer."""
        return [self.asks[row] for row in self.table.chosen() if self.asks[row].rows]

    def _select(self, chosen: bool) -> None:
        for at, ask in enumerate(self.asks):
            if not self.table.isRowHidden(at) and ask.rows:
                self._mark(at, chosen)

    def _mark(self, at: int, chosen: bool) -> None:
        flags = QItemSelectionModel.SelectionFlag
        flag = flags.Select if chosen else flags.Deselect
        self.table.selectionModel().select(self.table.items.index(at, 0), flag | flags.Rows)

    def _filter(self) -> None:
        word = self.search.text().strip()
        for at, ask in enumerate(self.asks):
            self.table.setRowHidden(at, word not in ask.unit)

    def _note_several(self) -> None:
        """Say in the row of what is no single unit why it is not taken in unasked."""
        for at, ask in enumerate(self.asks):
            if ask.is_several:
                self.table.items.item(at, 0).setToolTip(
                    tr("“{0}”不是单个单位，填报表须自行转发，或改选具体单位").format(ask.unit)
                )


def _cells(ask: UnitAsk) -> list[str]:
    last = tr("{0} {1} 格").format(say_day(ask.last_on, ask.last_on), ask.last_cells) if ask.last_on else ""
    return [
        tr("（多家）{0}").format(ask.unit) if ask.is_several else ask.unit,
        str(ask.open_tasks),
        str(ask.rows),
        str(ask.cells),
        last,
        str(ask.month_cells) if ask.month_cells else "",
    ]


def _link(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("link", True)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
