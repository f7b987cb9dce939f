"""What became of every paragraph of a document, as one painted bar with its numbers in words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.domain.plan import ParagraphUse
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

_TOKENS = {
    ParagraphUse.TASK: "text2",
    ParagraphUse.HEADING: "fill",
    ParagraphUse.BACKGROUND: "line2",
    ParagraphUse.FURNITURE: "text3",
    ParagraphUse.UNRECOGNISED: "amber",
}
_HEIGHT = 44
_LEAST_BAR = 60


class CoverageBar(QWidget):
    """共 77 段，已归类 76; then the bar, then each use with its count."""

    def __init__(self, theme: Theme, counts: dict[ParagraphUse, int]) -> None:
        super().__init__()
        self._theme = theme
        self._counts = counts
        self.setFixedHeight(_HEIGHT)
        self.set_counts(counts)

    def set_counts(self, counts: dict[ParagraphUse, int]) -> None:
        """Show other counts."""
        self._counts = counts
        said = "，".join([self._sum(), *(self._word(use) for use in counts)])
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        for edge in (0, self.height() - 1):
            painter.fillRect(0, edge, self.width(), 1, self._theme.color("line2"))
        left = 16 + self._paint_words(painter, 16, self._sum(), strong=True) + 16
        told = self._told(self.width() - left - 16 - _LEAST_BAR)
        legend = sum(self._legend_width(use) for use in told)
        bar = QRect(left, _HEIGHT // 2 - 5, max(self.width() - left - legend - 16, _LEAST_BAR), 10)
        self._paint_bar(painter, bar)
        left = bar.right() + 16
        for use in told:
            self._fill(painter, QRect(left, _HEIGHT // 2 - 5, 10, 10), use)
            self._paint_words(painter, left + 15, self._word(use))
            left += self._legend_width(use)

    def _told(self, room: int) -> list[ParagraphUse]:
        """The uses that the legend names: all where there is room, else those that there are, the most first to stay."""
        told = list(ParagraphUse)
        if sum(map(self._legend_width, told)) > room:
            told = [use for use in told if self._counts[use]]
        while len(told) > 1 and sum(map(self._legend_width, told)) > room:
            told.remove(min(told, key=lambda use: self._counts[use]))
        return told

    def _paint_bar(self, painter: QPainter, bar: QRect) -> None:
        total = max(sum(self._counts.values()), 1)
        left = float(bar.left())
        for use in ParagraphUse:
            width = bar.width() * self._counts[use] / total
            piece = QRect(round(left), bar.top(), round(left + width) - round(left) - 1, bar.height())
            if self._counts[use]:
                self._fill(painter, piece.adjusted(0, 0, 1 if piece.width() < 1 else 0, 0), use)
            left += width

    def _fill(self, painter: QPainter, rect: QRect, use: ParagraphUse) -> None:
        """One colour a use; what is set aside is striped, so that it is told from background in black and white."""
        if use is not ParagraphUse.FURNITURE:
            painter.fillRect(rect, self._theme.color(_TOKENS[use]))
            return
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(_TOKENS[use]), 1.2))
        for left in range(rect.left() - rect.height(), rect.right() + 1, 4):
            painter.drawLine(left, rect.bottom() + 1, left + rect.height() + 1, rect.top())
        painter.restore()

    def _paint_words(self, painter: QPainter, left: int, words: str, strong: bool = False) -> int:
        font = self._theme.font(weight=QFont.Weight.Medium if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.color("text" if strong else "text2"))
        width = QFontMetrics(font).horizontalAdvance(words)
        painter.drawText(QRect(left, 0, width + 2, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, words)
        return width

    def _legend_width(self, use: ParagraphUse) -> int:
        return 15 + QFontMetrics(self._theme.font()).horizontalAdvance(self._word(use)) + 14

    def _word(self, use: ParagraphUse) -> str:
        return f"{say(use.label)} {self._counts[use]}"

    def _sum(self) -> str:
        total = sum(self._counts.values())
        known = total - self._counts[ParagraphUse.UNRECOGNISED]
        return self.tr("共 {0} 段，已归类 {1}").format(total, known)
