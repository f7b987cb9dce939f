"""How many doubts, how many were looked at, how much was mended: at the right of the coverage."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.plan import Kind, Plan
from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import tr


class DoubtTally(QWidget):
    """◆ 疑点 6，已核 2　修复 3 处."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_counts(self, doubts: int, looked_at: int, mended: int) -> None:
        """Show these counts."""
        words = self.tr("疑点 {0}，已核 {1}").format(doubts, looked_at)
        self._words = words + (self.tr("　修复 {0} 类").format(mended) if mended else "")
        self.setAccessibleName(self._words)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(self._words) + 36)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        for edge in (0, self.height() - 1):
            painter.fillRect(0, edge, self.width(), 1, self._theme.color("line2"))
        lights.draw_mark(painter, Mark.CAUTION, 2, self.height() / 2, self._theme.tokens.amber)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("text2"))
        painter.drawText(self.rect().adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words)


def outline_words(plan: Plan) -> str:
    """7 章　5 节　50 项任务　5 个分段: what there is none of is left out."""
    kinds = Counter(node.kind for node in plan.nodes)
    counts = (
        (tr("{0} 章"), kinds[Kind.CHAPTER]),
        (tr("{0} 节"), kinds[Kind.SECTION]),
        (tr("{0} 项任务"), kinds[Kind.TASK]),
        (tr("{0} 条背景"), kinds[Kind.CONTEXT]),
        (tr("{0} 个分段"), sum(len(node.parts) for node in plan.nodes)),
    )
    return "　".join(words.format(count) for words, count in counts if count)
