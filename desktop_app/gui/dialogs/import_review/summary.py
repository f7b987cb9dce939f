"""How many doubts, how many were looked at, how much was mended: at the right of the coverage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.corrections import KIND_WORDS
from desktop_app.domain.plan import Kind, Plan
from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.theme import Theme


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
    """7 章　5 节　50 项任务　5 个分段."""
    counts = {kind: sum(1 for node in plan.nodes if node.kind is kind) for kind in KIND_WORDS}
    parts = sum(len(node.parts) for node in plan.nodes)
    words = [f"{counts[Kind.CHAPTER]} 章", f"{counts[Kind.SECTION]} 节", f"{counts[Kind.TASK]} 项任务"]
    if counts[Kind.CONTEXT]:
        words.append(f"{counts[Kind.CONTEXT]} 条背景")
    if parts:
        words.append(f"{parts} 个分段")
    return "　".join(word for word in words if not word.startswith("0 "))
