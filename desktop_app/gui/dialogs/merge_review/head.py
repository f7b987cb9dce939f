"""Over the table: whose workbook it is, the sum of its cells, how far the choices are, remarks, and a tab for each outcome."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from desktop_app.domain.merging import BookReport, Counts, Outcome
from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.dialogs.form import Paper
from desktop_app.gui.theme import BODY_PX, FIGURE_PX, Theme
from desktop_app.gui.words import say, tr

_TABS = (Outcome.CONFLICT, Outcome.DOUBTFUL, Outcome.TAKEN, Outcome.SAME, Outcome.REFUSED)
_GAP = 7


def number_of(counts: Counts, outcome: Outcome) -> int:
    """The count of one outcome."""
    return {
        Outcome.TAKEN: counts.taken,
        Outcome.SAME: counts.same,
        Outcome.CONFLICT: counts.conflict,
        Outcome.DOUBTFUL: counts.doubtful,
        Outcome.REFUSED: counts.refused,
    }[outcome]


def sum_words(counts: Counts) -> str:
    """读入 36 = 采用 14 + 相同 17 + 冲突 4 + 未采 1."""
    parts = [f"{say(each.label)} {number_of(counts, each)}" for each in _summed(counts)]
    return tr("读入 {0}").format(counts.read) + " = " + " + ".join(parts)


def _summed(counts: Counts) -> Sequence[Outcome]:
    always = (Outcome.TAKEN, Outcome.SAME, Outcome.CONFLICT)
    doubtful = (Outcome.DOUBTFUL,) if counts.doubtful else ()
    return (*always, *doubtful, Outcome.REFUSED)


class SumLine(QWidget):
    """The sum as one painted line, so that its figures stand out; its words are its accessible text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts = Counts()
        self.setMinimumHeight(30)

    def set_counts(self, counts: Counts) -> None:
        """Show these."""
        self._counts = counts
        self.setAccessibleName(sum_words(counts))
        self.setToolTip(sum_words(counts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(self._walk(None)) + 4, 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._walk(QPainter(self))

    def _walk(self, painter: QPainter | None) -> float:
        """Paint from the left, or only measure; returns the width."""
        counts = self._counts
        x = self._word(painter, 0, tr("读入"), str(counts.read), None)
        for at, outcome in enumerate(_summed(counts)):
            x = self._sign(painter, x, "=" if at == 0 else "+")
            number = number_of(counts, outcome)
            marked = number and outcome in (Outcome.CONFLICT, Outcome.DOUBTFUL)
            x = self._word(painter, x, say(outcome.label), str(number), Mark.CAUTION if marked else None)
        return x

    def _word(self, painter: QPainter | None, x: float, word: str, number: str, mark: Mark | None) -> float:
        if mark is not None:
            if painter:
                lights.draw_mark(painter, mark, x, self.height() / 2 + 1, self._theme.tokens.amber)
            x += 16
        x = self._text(painter, x, word, self._theme.font(), "text2") + 6
        return self._text(painter, x, number, self._theme.font(FIGURE_PX, QFont.Weight.Medium), "text")

    def _sign(self, painter: QPainter | None, x: float, sign: str) -> float:
        return self._text(painter, x + _GAP, sign, self._theme.font(BODY_PX), "text2") + _GAP

    def _text(self, painter: QPainter | None, x: float, text: str, font: QFont, token: str) -> float:
        width = QFontMetricsF(font).horizontalAdvance(text)
        if painter:
            painter.setFont(font)
            painter.setPen(self._theme.color(token))
            painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return x + width


class ShareBar(QWidget):
    """How much is settled, as a bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._percent = 0
        self.setFixedSize(96, 30)

    def set_share(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        self._percent = done * 100 // total if total else 100
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        bar = QRectF(0, (self.height() - 6) / 2, self.width(), 6)
        lights.draw_bar(QPainter(self), bar, self._percent, None, self._theme.tokens)


class BookHead(Paper):
    """Everything over the table."""

    tab_chosen = Signal(object)
    """The outcome to show, None for all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.unit = QLabel()
        self.unit.setFont(theme.font(BODY_PX, QFont.Weight.Medium))
        self.about = QLabel()
        self.sum = SumLine(theme)
        self.settled = QLabel()
        self.bar = ShareBar(theme)
        self.remarks = QLabel()
        self.remarks.setWordWrap(True)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("按结果筛选"))
        for label in (self.unit, self.about, self.settled, self.remarks):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for _ in range(len(_TABS) + 1):
            self.tabs.addTab("")
        self._lay_out()
        self.tabs.currentChanged.connect(lambda at: self.tab_chosen.emit(_TABS[at - 1] if at > 0 else None))

    def show_book(self, book: BookReport) -> None:
        """Say whose workbook it is and what was read; all outcomes are shown."""
        counts = book.counts
        self.unit.setText(book.unit or book.name)
        rows = self.tr("{0} 行").format(book.rows) if not book.refusal else self.tr("未读入")
        self.about.setText("　".join(filter(None, (book.batch_label, rows))))
        self.about.setToolTip(book.name)
        self.sum.set_counts(counts)
        said = (
            [f"“{book.name}”{book.refusal}" if book.name not in book.refusal else book.refusal] if book.refusal else []
        )
        said += book.remarks
        self.remarks.setText(say("；".join(said)))
        self.remarks.setToolTip(say("\n".join(said)))
        self.remarks.setVisible(bool(said))
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(0)
        self.tabs.setTabText(0, self.tr("全部 {0}").format(counts.read))
        for at, outcome in enumerate(_TABS, 1):
            number = number_of(counts, outcome)
            self.tabs.setTabText(at, f"{say(outcome.label)} {number}")
            self.tabs.setTabVisible(at, bool(number))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(not book.refusal)
        self.sum.setVisible(not book.refusal)

    def show_settled(self, done: int, total: int, wide: bool) -> None:
        """Say how many of the open cells are settled."""
        self.settled.setText(self.tr("已定 {0} / {1}").format(done, total) if total else "")
        self.bar.set_share(done, total)
        self.bar.setVisible(wide and bool(total))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.unit)
        names.addWidget(self.about)
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 8)
        top.setSpacing(24)
        top.addLayout(names)
        top.addWidget(self.sum)
        top.addStretch(1)
        top.addWidget(self.settled)
        top.addWidget(self.bar)
        self._remark_row = QHBoxLayout()
        self._remark_row.setContentsMargins(14, 0, 14, 6)
        self._remark_row.addWidget(self.remarks, 1)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        # A tab that comes or goes does not tell the row about its width: the bar has all of it.
        row.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._remark_row)
        column.addLayout(row)
