"""One of two wordings, with the words in which they differ underlined: no red, no green."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextBlock, QTextCharFormat, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from desktop_app.domain.differences import Edit, Piece
from desktop_app.gui.dialogs.source_marks import paint_on_paper, set_source_text
from desktop_app.gui.theme import BODY_PX, Theme

THICKNESS = 2


class DifferenceView(QTextBrowser):
    """Read-only text; differing words are set in medium weight on a line of the accent, drawn 2 px thick."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.ranges: list[tuple[int, int]] = []
        self.setTabChangesFocus(True)
        paint_on_paper(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_side(self, pieces: Sequence[Piece], differing: Edit) -> None:
        """Show the pieces that stayed and those that are `differing`: REMOVED for the old side, ADDED for the new."""
        shown = [piece for piece in pieces if piece.edit in (Edit.SAME, differing)]
        set_source_text(self, self._theme, "".join(piece.text for piece in shown))
        self.ranges = []
        at = 0
        strong = QTextCharFormat()
        strong.setFont(self._theme.font(BODY_PX, QFont.Weight.Medium))
        for edit, text in shown:
            if edit is differing:
                self.ranges.append((at, at + len(text)))
                cursor = QTextCursor(self.document())
                cursor.setPosition(at)
                cursor.setPosition(at + len(text), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(strong)
            at += len(text)
        self._show_first()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for start, end in self.ranges:
            for line in self._lines(start, end):
                painter.fillRect(line, self._theme.color("accent"))

    def _show_first(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.ranges[0][0] if self.ranges else 0)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _lines(self, start: int, end: int) -> Iterator[QRectF]:
        """The underlines of a range, one for each line of the page it stands on, in document coordinates."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                left, right = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
                if left < right:
                    yield self._underline(block, line, left, right)
            block = block.next()

    def _underline(self, block: QTextBlock, line: QTextLine, left: int, right: int) -> QRectF:
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        x0, x1 = _x(line, left), _x(line, right)
        bottom = origin.y() + line.y() + line.ascent() + line.descent()
        return QRectF(origin.x() + x0, bottom, x1 - x0, THICKNESS)


def _x(line: QTextLine, place: int) -> float:
    x: Any = line.cursorToX(place)
    # The binding gives the place that was asked for along with its x.
    return float(x[0]) if isinstance(x, tuple) else float(x)


class Framed(QWidget):
    """A view inside a hairline, on the ground of content."""

    def __init__(self, theme: Theme, view: QTextBrowser) -> None:
        super().__init__()
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(view)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("line2"))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), self._theme.color("base"))
