"""Titles in bold, also where the face has no bold: Medium is drawn twice then, a quarter of a pixel apart.

A synthesised bold fills the dense letters of a Chinese face.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.gui.theme import Theme

_SHIFT = 0.25


def draw_strong(
    painter: QPainter, theme: Theme, px: int, place: QRect, flags: Qt.AlignmentFlag | Qt.TextFlag, words: str
) -> None:
    """Draw `words` in bold at `px` logical pixels."""
    painter.setFont(theme.font(px, QFont.Weight.Bold))
    painter.drawText(place, flags, words)
    if theme.lacks_bold:
        painter.drawText(QRectF(place).translated(_SHIFT, 0), flags, words)


class StrongLabel(QLabel):
    """A label in bold at `px` logical pixels."""

    def __init__(self, theme: Theme, px: int, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._px = px
        theme.changed.connect(self._follow)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme.lacks_bold:
            super().paintEvent(event)

    def _follow(self) -> None:
        self.setFont(self._theme.font(self._px, QFont.Weight.Bold))
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, self._theme.color("text"))
        self.setPalette(palette)
