"""How the source is set: lines as far apart as in print, paragraphs indented by two letters.

`QPlainTextEdit` asks its layout for each paragraph that comes into view; a long document is never laid out whole.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

LINE_PX = 22
"""From line to line at the standard font size."""


class PageLayout(QPlainTextDocumentLayout):
    """Lays out a paragraph when it is first asked for, and again after it was cleared."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.width = 0.0
        self.line_height = LINE_PX

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The place of a paragraph, its top at 0."""
        if not block.isValid():
            return QRectF()
        if not block.layout().lineCount():
            self._set_lines(block)
        margin = self.document().documentMargin()
        height = block.layout().lineCount() * self.line_height
        return QRectF(0, 0, self.width, height if block.next().isValid() else height + margin)

    def _set_lines(self, block: QTextBlock) -> None:
        page = block.layout()
        margin = self.document().documentMargin()
        option = self.document().defaultTextOption()
        page.setTextOption(option)
        metrics = QFontMetrics(self.document().defaultFont())
        indent = 2 * metrics.horizontalAdvance("国") if block.length() > 1 else 0
        above = (self.line_height - metrics.height()) / 2
        page.beginLayout()
        number = 0
        while (line := page.createLine()).isValid():
            shift = 0 if number else indent
            line.setLineWidth(max(self.width - 2 * margin - shift, 40))
            line.setPosition(QPointF(margin + shift, number * self.line_height + above))
            number += 1
        page.endLayout()
        before = self.document().lineCount()
        block.setLineCount(max(number, 1))
        if self.document().lineCount() != before:
            self.documentSizeChanged.emit(self.documentSize())
