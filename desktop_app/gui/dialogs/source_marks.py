"""A document's text, and one stretch of it brought into view."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop_app.domain.plan import Span
from desktop_app.gui.theme import BODY_PX, Theme


def set_source_text(view: QTextBrowser, theme: Theme, text: str) -> None:
    """Show `text` as paragraphs with air between the lines."""
    view.document().setDefaultFont(theme.font(BODY_PX))
    view.setPlainText(text)
    cursor = QTextCursor(view.document())
    cursor.select(QTextCursor.SelectionType.Document)
    lines = QTextBlockFormat()
    lines.setLineHeight(21, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    lines.setBottomMargin(6)
    cursor.setBlockFormat(lines)


def paint_on_paper(view: QTextBrowser) -> None:
    """A frameless page on the ground of content."""
    view.setFrameShape(QTextBrowser.Shape.NoFrame)
    view.setProperty("paper", True)


def tint_place(view: QTextBrowser, ground: QColor, span: Span) -> None:
    """Give the words of `span` this ground, and no others."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format.setBackground(ground)
    view.setExtraSelections([selection])


def show_place(view: QTextBrowser, span: Span) -> None:
    """Scroll the beginning of `span` near the top."""
    start = QTextCursor(view.document())
    start.setPosition(span.start)
    view.setTextCursor(start)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + view.cursorRect(start).top() - 24)
