"""The margin of the source: the number of each paragraph and the signs 任 题 背 单 时 标 疑."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.domain.corrections import paragraph_at
from desktop_app.domain.plan import Paragraph
from desktop_app.gui.dialogs.import_review.marks import MarginMark
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say, tr

if TYPE_CHECKING:
    from desktop_app.gui.dialogs.import_review.source_text import SourceText

MARGIN = 82
_NUMBER = 36
_SIGN = 18
_KINDS = "任题背"
_WORDS = {
    "任": "任务",
    "题": "标题",
    "背": "背景",
    "单": "单位",
    "时": "时限",
    "标": "指标",
    "疑": "疑点",
}
_LineOf = Callable[[MarginMark], int]


class SourceMargin(QWidget):
    """Painted beside the text; a click looks at the entry of the paragraph."""

    def __init__(self, theme: Theme, text: SourceText) -> None:
        super().__init__(text)
        self._theme = theme
        self._text = text
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """A tooltip says in words what the signs of a paragraph mean."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        hit = next((block for block, rect in self._text.visible_blocks() if rect.contains(1, event.pos().y())), None)
        QToolTip.showText(event.globalPos(), self.words_of(hit) if hit is not None else "", self)
        return True

    def words_of(self, block: QTextBlock) -> str:
        """第 6 段：任务、单位、时限: the number and the signs of a paragraph in words, for readers of the screen too."""
        paragraph = self._paragraph(block)
        if paragraph is None:
            return ""
        signs = dict.fromkeys(mark.word for mark in self._text.marks.margin(paragraph))
        listed = tr("、").join(say(_WORDS[sign]) for sign in signs)
        return tr("第 {0} 段：{1}").format(paragraph.index + 1, listed or say(paragraph.use.label))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("alt"))
        painter.fillRect(MARGIN - 1, event.rect().top(), 1, event.rect().height(), self._theme.color("line"))
        for block, rect in self._text.visible_blocks():
            paragraph = self._paragraph(block)
            if paragraph is not None and block.length() > 1:
                self._paint_number(painter, paragraph, rect)
                self._paint_signs(painter, paragraph, block, rect)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for block, rect in self._text.visible_blocks():
            if rect.top() <= event.position().y() < rect.bottom():
                self._text.put_cursor(self._text.places.from_qt(block.position()), told=True)
                self._text.cursor_at.emit(self._text.position())
                self._text.setFocus(Qt.FocusReason.MouseFocusReason)

    def _paragraph(self, block: QTextBlock) -> Paragraph | None:
        return paragraph_at(self._text.marks.plan, self._text.places.from_qt(block.position()))

    def _paint_number(self, painter: QPainter, paragraph: Paragraph, rect: QRectF) -> None:
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("text3"))
        line = self._line_height()
        place = QRect(0, round(rect.top()), _NUMBER - 6, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(paragraph.index + 1))

    def _paint_signs(self, painter: QPainter, paragraph: Paragraph, block: QTextBlock, rect: QRectF) -> None:
        line = self._line_height()
        lines = max(block.layout().lineCount(), 1)
        for mark, column, row in _places(self._text.marks.margin(paragraph), lines, self._line_of(block)):
            top = round(rect.top()) + row * line + (line - _SIGN) // 2
            self._paint_sign(painter, mark.word, QRect(_NUMBER + column * (_SIGN + 3), top, _SIGN, _SIGN))

    def _paint_sign(self, painter: QPainter, word: str, box: QRect) -> None:
        tokens = self._theme.tokens
        filled, doubt = word == "任", word == "疑"
        edge = tokens.amber if doubt else tokens.text2 if word in "任题" else tokens.line2
        ink = tokens.base if filled else tokens.amber_text if doubt else tokens.text2
        painter.setFont(self._theme.font(weight=QFont.Weight.Medium if word in _KINDS else QFont.Weight.Normal))
        painter.fillRect(box, QColor(tokens.text2 if filled else tokens.base))
        painter.setPen(QColor(edge))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, say(word))

    def _line_height(self) -> int:
        return self._text.page.line_height

    def _line_of(self, block: QTextBlock) -> _LineOf:
        def find(mark: MarginMark) -> int:
            place = self._text.places.to_qt(mark.position) - block.position()
            return block.layout().lineForTextPosition(max(place, 0)).lineNumber() if place > 0 else 0

        return find


def _places(marks: list[MarginMark], lines: int, line_of: _LineOf) -> Iterator[tuple[MarginMark, int, int]]:
    """Column and line of each sign: kinds where they begin, facts below, in the second column when lines run out."""
    taken: set[tuple[int, int]] = set()
    kinds = [mark for mark in marks if mark.word in _KINDS]
    for mark in kinds:
        row = min(max(line_of(mark), 0), lines - 1)
        taken.add((0, row))
        yield mark, 0, row
    others = sorted((mark for mark in marks if mark.word not in _KINDS), key=lambda mark: mark.word != "疑")
    free = [(column, row) for column in (0, 1) for row in range(lines) if (column, row) not in taken]
    chosen = others[: len(free)]
    for mark, (column, row) in zip(sorted(chosen, key=lambda mark: "单时标疑".index(mark.word)), free, strict=False):
        yield mark, column, row
