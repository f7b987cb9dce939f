"""The tabs of the panel: a word and a count, the chosen one underlined in ink blue."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from desktop_app.gui.theme import NOTE_PX, Theme

_HEIGHT = 30
_PAD = 6
_GAP, _LEAST_GAP = 14, 2


class CountedTabs(QTabBar):
    """A tab bar that paints 进展 5: the word as text, the count as a note."""

    def __init__(self, theme: Theme, words: tuple[str, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._hovered = -1
        self._counts: list[int | None] = [None] * len(words)
        self._words = words
        self._gap = _GAP
        self.setAccessibleName(self.tr("任务详情"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        for word in words:
            self.addTab(word)
        theme.changed.connect(self._resized)

    def set_count(self, index: int, count: int | None) -> None:
        """Show how many there are behind a tab; None shows no number."""
        if self._counts[index] == count:
            return
        self._counts[index] = count
        self.setTabText(index, self._words[index] if count is None else f"{self._words[index]} {count}")
        self._squeeze()

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._word_width(index) + self._count_width(index) + 2 * _PAD + self._gap, _HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._squeeze()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hovered = self.tabAt(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        chosen = index == self.currentIndex()
        rect = self.tabRect(index).adjusted(0, 0, -self._gap, 0)
        painter.setFont(self._word_font(chosen))
        painter.setPen(self._theme.color("text" if chosen or index == self._hovered else "text2"))
        inner = rect.adjusted(_PAD, 0, 0, -2)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self._words[index])
        if self._counts[index] is not None:
            painter.setFont(self._theme.font(NOTE_PX))
            painter.setPen(self._theme.color("text3"))
            inner.setLeft(inner.left() + self._word_width(index) + 4)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, str(self._counts[index]))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), self._theme.color("accent"))
            if self.hasFocus():
                painter.setPen(self._theme.color("accent"))
                painter.drawRect(rect.adjusted(1, 3, -2, -4))

    def _word_font(self, chosen: bool) -> QFont:
        return self._theme.font(NOTE_PX, QFont.Weight.Medium if chosen else QFont.Weight.Normal)

    def _word_width(self, index: int) -> int:
        return QFontMetrics(self._word_font(True)).horizontalAdvance(self._words[index])

    def _count_width(self, index: int) -> int:
        if self._counts[index] is None:
            return 0
        return 4 + QFontMetrics(self._theme.font(NOTE_PX)).horizontalAdvance(str(self._counts[index]))

    def _squeeze(self) -> None:
        """In a narrow panel the tabs stand closer, so that none is scrolled out of sight."""
        words = sum(self._word_width(index) + self._count_width(index) + 2 * _PAD for index in range(self.count()))
        gap = max(_LEAST_GAP, min(_GAP, (self.width() - words) // max(self.count(), 1)))
        if gap != self._gap:
            self._gap = gap
            self._resized()

    def _resized(self) -> None:
        for index in range(self.count()):
            self.setTabText(index, self.tabText(index))
        self.update()


class TabRow(QWidget):
    """The tabs in line with the text above them, on a hairline as wide as the panel."""

    def __init__(self, theme: Theme, tabs: CountedTabs, indent: int) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(indent - _PAD, 0, 0, 0)
        row.addWidget(tabs, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line2"))
