"""The head of a pane: its name, a note, and room for what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.gui.theme import NOTE_PX, Theme

HEIGHT = 28
APART = 18
"""Room between two words of the legend."""


class PaneHead(QWidget):
    """A bar of 28 px on the chrome of the frame, a hairline below."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.name = QLabel(name)
        self.note = QLabel()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 0, 10, 1)
        self.row.setSpacing(12)
        for label in (self.name, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.row.addWidget(label)
        self.row.addStretch(1)
        self.setFixedHeight(HEIGHT)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_note(self, words: str) -> None:
        """What stands beside the name."""
        self.note.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line2"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line2"))

    def _restyle(self) -> None:
        self.name.setFont(self._theme.font(NOTE_PX, QFont.Weight.Medium))
        palette = self.note.palette()
        palette.setColor(self.note.foregroundRole(), self._theme.color("text2"))
        self.note.setPalette(palette)
        self.update()


class Legend(QWidget):
    """单位 角色 时限 指标, each drawn as it is marked in the source."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = (
            (self.tr("单位"), "unit_ground", "unit_line", Qt.PenStyle.SolidLine),
            (self.tr("角色"), None, "text2", Qt.PenStyle.DotLine),
            (self.tr("时限"), "date_ground", "date_line", Qt.PenStyle.DashLine),
            (self.tr("指标"), "number_ground", None, Qt.PenStyle.NoPen),
        )
        metrics = QFontMetrics(theme.font(NOTE_PX))
        self._widths = [metrics.horizontalAdvance(word) + APART for word, *_rest in self._words]
        self.setFixedSize(sum(self._widths), HEIGHT - 2)
        self.setAccessibleName(self.tr("，").join(word for word, *_rest in self._words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(NOTE_PX))
        for number, (word, ground, line, style) in enumerate(self._words):
            width = self._widths[number] - APART
            left, top = sum(self._widths[:number]) + APART // 2, (self.height() - 17) // 2
            if ground:
                painter.fillRect(left - 2, top, width + 4, 17, self._theme.color(ground))
            if line:
                pen = painter.pen()
                pen.setStyle(style)
                pen.setColor(self._theme.color(line))
                painter.setPen(pen)
                painter.drawLine(left - 2, top + 17, left + width + 1, top + 17)
            painter.setPen(self._theme.color("text"))
            place = self.rect().adjusted(left, 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
