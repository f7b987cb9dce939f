"""核对栏目: the rows of a sheet with what becomes of each, over every column what it is taken for, sheets as tabs below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.old_ledger import Column, Fate, LedgerSheet, SheetAccount
from desktop_app.gui.dialogs.form import DialogFoot, ErrorLine
from desktop_app.gui.dialogs.ledger_columns.meaning_header import MeaningHeader
from desktop_app.gui.dialogs.ledger_columns.preview_model import UNUSED_ROLE, PreviewModel
from desktop_app.gui.dialogs.plain_cell import PADDING, ROW, PlainCell
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme
from desktop_app.gui.words import say, tr

Judge = Callable[[LedgerSheet], SheetAccount]
WithHead = Callable[[LedgerSheet, int], LedgerSheet]
_NARROWEST, _WIDEST = 112, 260
_LOOKED_AT = 30
_MOST_HEAD_ROWS = 8
_FATE = 128


class LedgerColumnsDialog(QDialog):
    """Accepted, `chosen` are the sheets to be read, each with its columns; none when it shall be read as text.

    Args:
        judge: tells what becomes of every row of a sheet.
        with_head: takes another number of rows as the head of a sheet and guesses its columns anew.
    """

    def __init__(
        self,
        theme: Theme,
        source: str,
        sheets: Sequence[LedgerSheet],
        judge: Judge,
        with_head: WithHead,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("核对栏目 - {0}").format(source))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self._theme = theme
        self._sheets = list(sheets)
        self._judge, self._with_head = judge, with_head
        self._accounts = [judge(sheet) for sheet in sheets]
        self._taken = {place for place, sheet in enumerate(sheets) if sheet.likely or len(sheets) == 1}
        self._as_text = False
        self._make_parts()
        self._lay_out()
        self._connect()
        first = next((place for place, sheet in enumerate(sheets) if sheet.likely), 0)
        self.tabs.setCurrentIndex(first)
        self._show_sheet(first)
        if self.header.boxes:
            self.foot.primary.setFocus()

    def chosen(self) -> list[LedgerSheet]:
        """The sheets to be read as lists of tasks; empty when the officer wants the file read as text."""
        return [] if self._as_text else [self._sheets[place] for place in sorted(self._taken)]

    def accept(self) -> None:
        """Go on when the columns make sense."""
        problem = self._problem()
        if problem:
            self.error.say(problem)
            return
        super().accept()

    def _make_parts(self) -> None:
        theme = self._theme
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("工作表"))
        self.wanted = QCheckBox(self.tr("导入此工作表"))
        for widget in (self.tabs, self.wanted):
            widget.setVisible(len(self._sheets) > 1)
        for place, sheet in enumerate(self._sheets):
            self.tabs.addTab(sheet.name or self.tr("表格 {0}").format(place + 1))
        self.model = PreviewModel(theme, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.header = MeaningHeader(theme, self.table)
        self.table.setHorizontalHeader(self.header)
        self._dress_table()
        self.head_rows = QComboBox()
        self.head_rows.setAccessibleName(self.tr("表头行数"))
        self.about = QLabel()
        self.about.setFont(theme.font(NOTE_PX))
        self.error = ErrorLine(theme)
        self.as_text = QPushButton(self.tr("按正文读取"))
        self.as_text.setToolTip(self.tr("表格里是成段的文字，不是逐行的任务"))
        self.as_text.setAutoDefault(False)
        self.foot = DialogFoot(theme, "", self.tr("取消"))

    def _dress_table(self) -> None:
        table = self.table
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setFont(self._theme.font(BODY_PX))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setItemDelegate(_Cell(self._theme, table))
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = table.verticalHeader()
        rows.setDefaultSectionSize(ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setFixedWidth(_FATE)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setProperty("head", "rows")

    def _lay_out(self) -> None:
        lead = QLabel(self.tr("各列用作什么，在列名下方选择；下次遇到同样的表头照此读取。"))
        lead.setFont(self._theme.font(BODY_PX, QFont.Weight.Medium))
        lead.setWordWrap(True)
        label = QLabel(self.tr("表头行数"))
        label.setBuddy(self.head_rows)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(8)
        top.addWidget(lead, 1)
        top.addWidget(label)
        top.addWidget(self.head_rows)
        under = QHBoxLayout()
        under.setContentsMargins(8, 0, 16, 0)
        under.addWidget(self.tabs)
        under.addStretch(1)
        under.addWidget(self.wanted)
        below = QVBoxLayout()
        below.setContentsMargins(16, 8, 16, 8)
        below.addWidget(self.about)
        below.addWidget(self.error)
        self.about.setWordWrap(True)
        self.foot.row.insertWidget(1, self.as_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(under)
        column.addLayout(below)
        column.addWidget(self.foot)
        open_at(self, 1180, 640)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_sheet)
        self.wanted.clicked.connect(self._want)
        self.header.chosen.connect(self._take)
        self.head_rows.activated.connect(self._take_head)
        self.as_text.clicked.connect(self._read_as_text)
        self.foot.primary.clicked.connect(self.accept)
        self.foot.secondary.clicked.connect(self.reject)

    def _show_sheet(self, place: int) -> None:
        if not 0 <= place < len(self._sheets):
            return
        sheet = self._sheets[place]
        self.model.show_sheet(sheet, self._accounts[place])
        self.header.set_columns(sheet.mapping.columns, sheet.mapping.names)
        for column in range(len(sheet.letters)):
            self.table.setColumnWidth(column, _width(sheet, column))
        self.head_rows.blockSignals(True)
        self.head_rows.clear()
        most = min(max(_MOST_HEAD_ROWS, sheet.mapping.first), len(sheet.rows) - 1)
        self.head_rows.addItems([str(rows) for rows in range(most + 1)])
        self.head_rows.setCurrentIndex(sheet.mapping.first)
        self.head_rows.blockSignals(False)
        self._tell()

    def _take(self, column: int, meaning: Column | None) -> None:
        place = self.tabs.currentIndex()
        sheet = self._sheets[place]
        self._set(place, sheet.with_mapping(sheet.mapping.taking(column, meaning)))
        self.model.judge(self._sheets[place], self._accounts[place])
        self.header.set_columns(self._sheets[place].mapping.columns, self._sheets[place].mapping.names)
        if meaning is Column.TITLE:
            self._taken.add(place)
        self._tell()

    def _want(self, wanted: bool) -> None:
        place = self.tabs.currentIndex()
        self._taken.add(place) if wanted else self._taken.discard(place)
        self._tell()

    def _take_head(self, rows: int) -> None:
        place = self.tabs.currentIndex()
        self._set(place, self._with_head(self._sheets[place], rows))
        self._show_sheet(place)

    def _set(self, place: int, sheet: LedgerSheet) -> None:
        self._sheets[place] = sheet
        self._accounts[place] = self._judge(sheet)

    def _tell(self) -> None:
        """Count what the chosen sheets give, and every row of the one in view."""
        self.error.setVisible(False)
        for tab, sheet in enumerate(self._sheets):
            left = "" if tab in self._taken else self.tr("（不导入）")
            self.tabs.setTabText(tab, (sheet.name or self.tr("表格 {0}").format(tab + 1)) + left)
        self.wanted.setChecked(self.tabs.currentIndex() in self._taken)
        place = max(self.tabs.currentIndex(), 0)
        self.about.setText(_summary(self._accounts[place]))
        tasks = sum(self._accounts[sheet].count(Fate.TASK) for sheet in self._taken)
        self.foot.primary.setText(self.tr("继续（{0} 项任务）").format(tasks))
        self.foot.primary.setEnabled(tasks > 0)
        if not tasks:
            self.error.say(self._problem() or self.tr("没有一行可作任务，核对表头行数和各列"))

    def _problem(self) -> str:
        """Why the sheets cannot be read so; "" when they can."""
        if not self._taken:
            return self.tr("没有选中工作表，在表格下方勾选“导入此工作表”")
        for place in sorted(self._taken):
            sheet = self._sheets[place]
            if not {Column.TITLE, Column.TEXT} & set(sheet.mapping.columns):
                where = self.tr("工作表“{0}”").format(sheet.name) if len(self._taken) > 1 else ""
                return where + self.tr("没有一列作为“任务”，在列名下方选择")
        return ""

    def _read_as_text(self) -> None:
        self._as_text = True
        super().accept()


def _summary(account: SheetAccount) -> str:
    """共 15 行：任务 4 行，标题 2 行，不作任务 9 行（表头 2，合计行 2…）: the parts add up to the whole."""
    counted = [tr("{0} {1} 行").format(say(fate.label), number) for fate in Fate if (number := account.count(fate))]
    why = tr("，").join(f"{say(reason)} {number}" for reason, number in account.reasons())
    whole = tr("共 {0} 行：{1}").format(len(account.rows), tr("，").join(counted))
    return whole + (tr("（{0}）").format(why) if why else "")


def _width(sheet: LedgerSheet, column: int) -> int:
    """As wide as its longest words near the top, within limits."""
    longest = max((len(row[column]) for row in sheet.rows[:_LOOKED_AT]), default=0)
    return min(max(longest * BODY_PX + 2 * PADDING, _NARROWEST), _WIDEST)


class _Cell(PlainCell):
    """Cells that are not taken into the ledger stand back."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.paint_ground(painter, option, index)
        painter.setFont(option.font)
        painter.setPen(self.theme.color("text3" if index.data(UNUSED_ROLE) else "text"))
        place = option.rect.adjusted(PADDING, 0, -PADDING // 2, 0)
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
