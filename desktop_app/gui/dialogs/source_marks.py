"""A document's text with its facts marked, and one stretch of it brought into view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop_app.domain.plan import Plan, Span
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


def mark_facts(view: QTextBrowser, theme: Theme, plan: Plan) -> None:
    """Show the text of `plan` with units, dates, numbers and headings marked."""
    set_source_text(view, theme, plan.text)
    for span, made in _facts(theme, plan):
        cursor = QTextCursor(view.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(made)
    view.moveCursor(QTextCursor.MoveOperation.Start)


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


def _facts(theme: Theme, plan: Plan) -> Iterator[tuple[Span, QTextCharFormat]]:
    heading = QTextCharFormat()
    heading.setFontWeight(QFont.Weight.Medium)
    for node in plan.nodes:
        if node.body.start > node.span.start:
            yield Span(node.span.start, node.body.start), heading
    line = QTextCharFormat.UnderlineStyle
    number = _format(theme, "number_ground", "text2", line.NoUnderline)
    yield from _spans((t.span for node in plan.nodes for t in node.targets), number)
    date = _format(theme, "date_ground", "date_line", line.DashUnderline)
    yield from _spans((d.span for node in plan.nodes for d in node.deadlines), date)
    unit = _format(theme, "unit_ground", "unit_line", line.SingleUnderline)
    yield from _spans((a.span for node in plan.nodes for a in node.assignments), unit)


def _spans(spans: Iterable[Span | None], made: QTextCharFormat) -> Iterator[tuple[Span, QTextCharFormat]]:
    for span in {span for span in spans if span is not None}:
        yield span, made


def _format(theme: Theme, ground: str, line: str, style: QTextCharFormat.UnderlineStyle) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(theme.color(ground))
    made.setUnderlineStyle(style)
    made.setUnderlineColor(theme.color(line))
    return made
