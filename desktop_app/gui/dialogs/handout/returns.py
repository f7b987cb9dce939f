"""交回情况: every workbook that was handed out, whether it came back, and how much was asked of whom."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyleOptionViewItem,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.returns import UnitMonth, UnitReturn
from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.dialogs.plain_cell import PADDING, PlainCell
from desktop_app.gui.dialogs.plain_table import PlainTable
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import say_day, tr

OWED, BACK, REPLACED, SETTLED, ALL, MONTHS = range(6)
"""The tabs: every return is in one of the first four, and in that of all."""
_HANDED, _DUE, _BACK, _LATE, _URGED = 2, 3, 4, 5, 8


class ReturnsDialog(QDialog):
    """Owed first. 催办函 is written for the selected units; 回收 asks for the files that came."""

    urge_wanted = Signal(list)
    """The `UnitReturn`s that are to be urged."""
    merge_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        returns: Sequence[UnitReturn],
        months: Sequence[UnitMonth],
        urged: Mapping[str, Sequence[dt.date]],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("交回情况"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._today = theme, today
        self._returns, self._months, self._urged = returns, months, urged
        self._shown: list[UnitReturn] = []
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.batch = QComboBox()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("查找单位"))
        self.search.setClearButtonEnabled(True)
        self.table = PlainTable(theme, _heads(), (0, 128, 76, 76, 84, 84, 48, 48, 96), several=True)
        self.table.setAccessibleName(self.tr("交回情况"))
        self.table.setItemDelegate(_LateCell(theme, self.table))
        self.per_month = PlainTable(theme, _month_heads(), (0, 110, 70, 70, 70))
        self.per_month.setAccessibleName(self.tr("按月统计"))
        self.urge = _button(self.tr("催办函…"))
        self.foot = DialogFoot(theme, self.tr("回收表格…"), self.tr("关闭"))
        self._lay_out()
        self._fill_choices()
        self._make_room()
        self._connect()
        self._show()
        self.table.setFocus()

    def chosen(self) -> list[UnitReturn]:
        """The selected lines that are still owed."""
        return [self._shown[row] for row in self.table.chosen() if self._shown[row].is_owed]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _fill_choices(self) -> None:
        counts = Counter(map(_tab, self._returns))
        for words in (
            self.tr("未交 {0}").format(counts[OWED]),
            self.tr("已交 {0}").format(counts[BACK]),
            self.tr("已另发 {0}").format(counts[REPLACED]),
            self.tr("无须再交 {0}").format(counts[SETTLED]),
            self.tr("全部 {0}").format(len(self._returns)),
            self.tr("按月统计"),
        ):
            self.tabs.addTab(words)
        self.tabs.setTabToolTip(REPLACED, self.tr("此后又下发过填报表，交回新表即可"))
        self.tabs.setTabToolTip(SETTLED, self.tr("表中任务均已销号或不再适用"))
        for tab in (REPLACED, SETTLED):
            self.tabs.setTabVisible(tab, counts[tab] > 0)
        self.batch.addItem(self.tr("全部批次"), None)
        for number, label in dict.fromkeys((each.batch, each.label) for each in self._returns):
            self.batch.addItem(label, number)

    def _make_room(self) -> None:
        """Days of another year are said with it, and need more room on whichever tab they are."""
        cells = [self._cells(each) for each in self._returns]
        for column in (_HANDED, _DUE, _BACK, _URGED):
            self.table.widen(column, (row[column] for row in cells))

    def _show(self) -> None:
        tab = self.tabs.currentIndex()
        months = tab == MONTHS
        self._stack.setCurrentWidget(self.per_month if months else self.table)
        self.batch.setEnabled(not months)
        word, batch = self.search.text().strip(), self.batch.currentData()
        if months:
            listed = [each for each in self._months if word in each.unit]
            self.per_month.set_rows([_month_cells(each) for each in listed])
        else:
            self._shown = [
                each
                for each in self._returns
                if word in each.unit and batch in (None, each.batch) and tab in (ALL, _tab(each))
            ]
            if tab == OWED:
                self._shown.sort(key=lambda each: (-each.days_late(self._today), each.handed_on, each.unit))
            self.table.set_rows([self._cells(each) for each in self._shown])
        self._say()

    def _say(self) -> None:
        owed = [each for each in self._returns if each.is_owed]
        late = sum(each.days_late(self._today) > 0 for each in owed)
        words = self.tr("欠交 {0} 份，其中逾期 {1} 份").format(len(owed), late) if owed else self.tr("没有欠交")
        chosen = self.chosen() if self.tabs.currentIndex() != MONTHS else []
        self.foot.note.setText(words + (self.tr("；已选 {0} 份").format(len(chosen)) if chosen else ""))
        self.urge.setEnabled(bool(chosen))
        self.urge.setToolTip("" if chosen else self.tr("先选择未交的单位"))

    def _cells(self, each: UnitReturn) -> list[str]:
        late = each.days_late(self._today)
        back = say_day(each.returned_on, self._today) if each.returned_on else ""
        state = self.tr("逾期{0}天").format(late) if late else ""
        back = {REPLACED: self.tr("已另发新表"), SETTLED: self.tr("无须再交")}.get(_tab(each), back)
        urged = [day for day in self._urged.get(each.unit, ()) if day >= each.handed_on]
        said = self.tr("{0} 次，{1}").format(len(urged), say_day(urged[-1], self._today)) if urged else ""
        return [
            each.unit
            if each.handed_as in ("", each.unit)
            else self.tr("{0}（原{1}）").format(each.unit, each.handed_as),
            each.label,
            say_day(each.handed_on, self._today),
            say_day(each.due_on, self._today) if each.due_on else "",
            back,
            state,
            str(each.rows),
            str(each.cells),
            said,
        ]

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show)
        self.batch.currentIndexChanged.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(self._say)
        self.urge.clicked.connect(lambda: self.urge_wanted.emit(self.chosen()))
        self.foot.primary.clicked.connect(self.merge_wanted)
        self.foot.secondary.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.tabs, 1)
        self.batch.setMinimumWidth(140)
        self.search.setMaximumWidth(180)
        row.addWidget(self.batch)
        row.addWidget(self.search)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.per_month)
        self.foot.row.insertWidget(1, self.urge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.foot)
        open_at(self, 1000, 520)


class _LateCell(PlainCell):
    """What is late says so with the shape and colour of a light; what came late only in words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        words = str(index.data() or "")
        owed = not index.model().index(index.row(), _BACK).data()
        if index.column() != _LATE or not words or not owed:
            super().paint(painter, option, index)
            return
        self.paint_ground(painter, option, index)
        tokens = self.theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and tokens.name == "contrast"
        colour = tokens.tint_text if selected else tokens.mark(Mark.OVERDUE)
        painter.save()
        lights.draw_mark(painter, Mark.OVERDUE, option.rect.left() + PADDING, option.rect.center().y() + 0.5, colour)
        painter.setFont(self.theme.font(BODY_PX, QFont.Weight.Medium))
        painter.setPen(QColor(colour))
        painter.drawText(option.rect.adjusted(PADDING + 16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def _heads() -> list[str]:
    return [
        tr("单位"), tr("批次"), tr("下发"), tr("应交"), tr("交回"), tr("逾期"), tr("行"), tr("格"), tr("催办"),
    ]  # fmt: skip


def _month_heads() -> list[str]:
    return [tr("单位"), tr("月份"), tr("批次"), tr("行"), tr("格")]


def _tab(each: UnitReturn) -> int:
    """The tab that a return stands in besides that of all."""
    if each.returned_on is not None:
        return BACK
    if each.superseded:
        return REPLACED
    return SETTLED if each.settled else OWED


def _month_cells(each: UnitMonth) -> list[str]:
    month = tr("{0}年{1}月").format(each.year, each.month)
    return [each.unit, month, str(each.batches), str(each.rows), str(each.cells)]


def _button(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    return made
