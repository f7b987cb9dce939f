"""Words in a cell: wrapped to a few lines, the stretches that differ in medium weight on a line 2 px thick."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop_app.domain.differences import Edit, differences
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme

LINE = 18
"""Height of a line in a cell."""
THICKNESS = 2


class Look(NamedTuple):
    """How a stretch of words is shown."""

    text: str
    differs: bool = False
    note: bool = False
    struck: bool = False


@lru_cache(maxsize=4096)
def compared(base: str, words: str) -> tuple[Look, ...]:
    """`words` with what is not in `base` marked."""
    pieces = differences(base, words)
    return tuple(Look(text, edit is Edit.ADDED) for edit, text in pieces if edit is not Edit.REMOVED)


class Words:
    """Looks laid out in a width: how high they are, and how they are painted. More lines than `most` are cut."""

    def __init__(self, theme: Theme, looks: Sequence[Look], width: int, most: int) -> None:
        self._theme = theme
        self._looks = looks
        text = "".join(look.text for look in looks).replace("\n", "\u2028")
        self._layout = QTextLayout(text, theme.font(BODY_PX))
        option = QTextOption()
        # A line that is cut is filled to its end.
        wrap = QTextOption.WrapMode
        option.setWrapMode(wrap.WrapAnywhere if most == 1 else wrap.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats())
        self._cut = False
        self._lay_out(max(width, 20), most)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    def paint(self, painter: QPainter, place: QRect, colour: QColor, middle: bool) -> None:
        """Paint from the top of `place`, or about its middle."""
        top = place.top() + ((place.height() - self.lines * LINE) // 2 if middle else 0)
        painter.save()
        painter.setPen(QPen(colour))
        origin = QPointF(place.left(), top)
        self._layout.draw(painter, origin)
        if self._cut:
            self._paint_more(painter, place, top)
        at = 0
        for look in self._looks:
            if look.differs:
                for line in self._underlines(at, at + len(look.text)):
                    painter.fillRect(line.translated(origin), self._theme.color("accent"))
            at += len(look.text)
        painter.restore()

    def _lay_out(self, width: int, most: int) -> None:
        self._layout.beginLayout()
        for number in range(most):
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * LINE + (LINE - line.height()) / 2))
            last = line.textStart() + line.textLength()
        else:
            self._cut = last < len(self._layout.text())
        self._layout.endLayout()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges = []
        at = 0
        for look in self._looks:
            form = QTextCharFormat()
            if look.differs:
                form.setFont(self._theme.font(BODY_PX, QFont.Weight.Medium))
            if look.note:
                form.setFont(self._theme.font(NOTE_PX))
                form.setForeground(self._theme.color("text3"))
            if look.struck:
                form.setFontStrikeOut(True)
                form.setForeground(self._theme.color("text3"))
            made = QTextLayout.FormatRange()
            # The binding takes these fields by assignment only.
            made.start, made.length, made.format = at, len(look.text), form
            ranges.append(made)
            at += len(look.text)
        return ranges

    def _paint_more(self, painter: QPainter, place: QRect, top: int) -> None:
        """Three dots where words are left out."""
        last = QRectF(place.left(), top + (self.lines - 1) * LINE, place.width(), LINE)
        dots = QRectF(last.right() - 14, last.top(), 16, LINE)
        painter.fillRect(dots, painter.background())
        painter.setFont(self._theme.font(BODY_PX))
        painter.drawText(dots, Qt.AlignmentFlag.AlignCenter, "…")

    def _underlines(self, start: int, end: int) -> list[QRectF]:
        found = []
        for number in range(self.lines):
            line = self._layout.lineAt(number)
            left, right = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if left < right:
                x0, x1 = _x(line, left), _x(line, right)
                found.append(QRectF(x0, line.y() + line.ascent() + line.descent() - 1, x1 - x0, THICKNESS))
        return found


def _x(line: QTextLine, place: int) -> float:
    x: Any = line.cursorToX(place)
    # The binding gives the place that was asked for along with its x.
    return float(x[0]) if isinstance(x, tuple) else float(x)
