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


def paint_on_paper(view: QTextBrowser, theme: Theme) -> None:
    """A frameless page on the ground of content."""
    view.setFrameShape(QTextBrowser.Shape.NoFrame)
    view.setStyleSheet(f"QTextBrowser {{ background: {theme.tokens.base}; border: none; }}")


def show_place(view: QTextBrowser, ground: QColor, span: Span) -> None:
    """Tint `span` and scroll its beginning near the top."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format.setBackground(ground)
    view.setExtraSelections([selection])
    start = QTextCursor(view.document())
    start.setPosition(span.start)
    view.setTextCursor(start)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + view.cursorRect(start).top() - 24)
