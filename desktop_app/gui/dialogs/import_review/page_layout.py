"""How the source is set: lines as far apart as in print, paragraphs indented by two letters.

`QPlainTextEdit` asks its layout for each paragraph that comes into view; a long document is never laid out whole.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout

LINE_PX = 22
"""From line to line at the standard font size."""


class PageLayout(QPlainTextDocumentLayout):
    """Lays out a paragraph when it is first asked for, and again after it was cleared."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.width = 0.0
        self.line_height = LINE_PX
        self.weight = QFont.Weight.Medium
        self._heads: Mapping[int, int] = {}

    def set_heads(self, heads: Mapping[int, int]) -> None:
        """Where numbers and titles stand, by the place where they begin; only what changed is laid out again."""
        changed = heads.items() ^ self._heads.items()
        self._heads = heads
        for start in {start for start, _end in changed}:
            block = self.document().findBlock(start)
            if block.layout().lineCount():
                self.document().markContentsDirty(block.position(), block.length())

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Forget how the changed paragraphs were laid out, so that they are set anew when they come into view."""
        super().documentChanged(start, removed, added)
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= start + added:
            block.clearLayout()
            block = block.next()

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
        page.setFormats(self._formats(block))
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

    def _formats(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """Numbers and titles that begin in the paragraph, in medium weight."""
        made = []
        for start in range(block.position(), block.position() + block.length()) if self._heads else ():
            if start in self._heads:
                bold = QTextLayout.FormatRange()
                bold.start = start - block.position()
                bold.length = min(self._heads[start], block.position() + block.length() - 1) - start
                look = QTextCharFormat()
                look.setFontWeight(self.weight)
                bold.format = look
                made.append(bold)
        return made
