"""The source as read: the text with its marks, a margin of signs, and the selection as a range of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from desktop_app.domain.corrections import holdings
from desktop_app.domain.plan import Node, Span
from desktop_app.gui.dialogs.import_review.marks import SourceMarks
from desktop_app.gui.dialogs.import_review.page_layout import LINE_PX, PageLayout
from desktop_app.gui.dialogs.import_review.places import Places
from desktop_app.gui.dialogs.import_review.source_margin import MARGIN, SourceMargin
from desktop_app.gui.panels.task_panel.wording import char_format
from desktop_app.gui.theme import BODY_PX, Theme

_PAPER = 12


class SourceText(QPlainTextEdit):
    """Read only; marks are painted for what is in view, so that a long document costs no more than a short one."""

    cursor_at = Signal(int)
    """The officer put the cursor somewhere: the position in the plan's text."""
    menu_requested = Signal(object)

    def __init__(self, theme: Theme, marks: SourceMarks) -> None:
        super().__init__()
        self._theme = theme
        self.marks = marks
        self.places = Places(marks.plan.text)
        self._node: Node | None = None
        self._frame: Span | None = None
        self._found: Span | None = None
        self._quiet = False
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("原文"))
        self.document().setDocumentMargin(_PAPER)
        self.page = PageLayout(self.document())
        self.document().setDocumentLayout(self.page)
        self.margin = SourceMargin(theme, self)
        self.setViewportMargins(MARGIN, 0, 0, 0)
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignJustify)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.setPlainText(self.places.shown)
        self._restyle()
        theme.changed.connect(self._restyle)
        self.updateRequest.connect(self._follow_view)
        self.cursorPositionChanged.connect(self._tell_cursor)

    def set_marks(self, marks: SourceMarks) -> None:
        """Show the marks of the corrected plan."""
        self.marks = marks
        self._embolden()
        self.highlight()
        self.margin.update()

    def set_node(self, node: Node | None) -> None:
        """Tint the text of this node."""
        self._node = node
        self.highlight()
        self.margin.update()

    def set_frame(self, span: Span | None) -> None:
        """Frame a phrase: the doubt that is looked at."""
        self._frame = span
        self.viewport().update()

    def set_found(self, span: Span | None) -> None:
        """Mark a search hit."""
        self._found = span
        self.highlight()

    def selection(self) -> Span | None:
        """The selected range of the plan's text; None when nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self.places.from_qt(cursor.selectionStart()), self.places.from_qt(cursor.selectionEnd()))

    def position(self) -> int:
        """Where the cursor stands in the plan's text."""
        return self.places.from_qt(self.textCursor().position())

    def put_cursor(self, position: int, *, told: bool = False) -> None:
        """Put the cursor somewhere without moving the view; `told` lets it be followed as the officer's own."""
        cursor = self.textCursor()
        cursor.setPosition(min(self.places.to_qt(position), max(self.document().characterCount() - 1, 0)))
        bar = self.verticalScrollBar()
        value = bar.value()
        self._quiet = not told
        self.setTextCursor(cursor)
        self._quiet = False
        bar.setValue(value)

    def bring(self, position: int) -> None:
        """Scroll so that a position is in view, a third from the top when it was not."""
        block = self.document().findBlock(self.places.to_qt(position))
        cursor = QTextCursor(block)
        cursor.setPosition(self.places.to_qt(position))
        place = self.cursorRect(cursor)
        if place.top() >= 0 and place.bottom() + 40 <= self.viewport().height() and block.isVisible():
            return
        line = block.firstLineNumber() + block.layout().lineForTextPosition(cursor.positionInBlock()).lineNumber()
        self.verticalScrollBar().setValue(max(line - self._lines_in_view() // 3, 0))

    def block_at_fraction(self, fraction: float) -> int:
        """The position in the plan of the paragraph that stands at this part of the view's height."""
        y = fraction * max(self.viewport().height() - 1, 0)
        last = self.firstVisibleBlock()
        for block, rect in self.visible_blocks():
            last = block
            if rect.bottom() >= y:
                break
        return self.places.from_qt(last.position())

    def put_at_fraction(self, position: int, fraction: float) -> None:
        """Scroll so that the line of a position stands at this part of the view's height."""
        block = self.document().findBlock(self.places.to_qt(position))
        self.verticalScrollBar().setValue(round(block.firstLineNumber() - fraction * self._lines_in_view()))

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The paragraphs in view with their places in the viewport."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            rect = self.blockBoundingRect(block)
            yield block, QRectF(0, top, rect.width(), rect.height())
            top += rect.height()
            block = block.next()

    def highlight(self) -> None:
        """Mark the facts in view."""
        blocks = [block for block, _rect in self.visible_blocks()]
        if not blocks:
            return
        end = blocks[-1].position() + blocks[-1].length()
        reach = Span(self.places.from_qt(blocks[0].position()), self.places.from_qt(end))
        made = [
            self._extra(Span(mark.start, mark.end), char_format(self._theme, mark.kind))
            for mark in self.marks.within(reach)
        ]
        made += [self._extra(paragraph.span, self._grey()) for paragraph in self.marks.aside_in(reach)]
        if self._found is not None:
            made.append(self._extra(self._found, self._hit()))
        self.setExtraSelections(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.page.width = self.viewport().width()
        super().resizeEvent(event)
        area = self.contentsRect()
        self.margin.setGeometry(QRect(area.left(), area.top(), MARGIN, area.height()))
        self.highlight()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_ground()
        super().paintEvent(event)
        if self._frame is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.color("accent"), self._theme.tokens.focus_width))
            for rect in self._rects(self._frame):
                painter.drawRect(rect)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.textCursor().hasSelection() and event.reason() is QContextMenuEvent.Reason.Mouse:
            self.setTextCursor(self.cursorForPosition(event.pos()))
        place = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_requested.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that would scroll move the cursor instead, so that the keyboard can point."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.cursor_at.emit(self.position())

    def sizeHint(self) -> QSize:
        return QSize(560, 360)

    def _paint_ground(self) -> None:
        """Tint the lines of the current node, over their whole width."""
        if self._node is None:
            return
        painter = QPainter(self.viewport())
        for stretch in holdings(self.marks.plan.paragraphs, self._node, self._node.span):
            for line in self._rects(stretch):
                top = line.center().y() - self.page.line_height // 2
                painter.fillRect(0, top, self.viewport().width(), self.page.line_height, self._theme.color("hover"))
                if self._theme.tokens.name == "contrast":
                    painter.fillRect(2, top, 3, self.page.line_height, self._theme.color("accent"))

    def _follow_view(self, rect: QRect, moved: int) -> None:
        if moved:
            self.margin.scroll(0, moved)
            self.highlight()
        else:
            self.margin.update(0, rect.y(), MARGIN, rect.height())

    def _tell_cursor(self) -> None:
        self.setAccessibleDescription(self.margin.words_of(self.textCursor().block()))
        if not self._quiet:
            self.cursor_at.emit(self.position())

    def _lines_in_view(self) -> int:
        return max(self.viewport().height() // self.page.line_height, 1)

    def _extra(self, span: Span, made: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self.places.to_qt(span.start), last))
        cursor.setPosition(min(self.places.to_qt(span.end), last), QTextCursor.MoveMode.KeepAnchor)
        extra = QTextEdit.ExtraSelection()
        extra.cursor, extra.format = cursor, made
        return extra

    def _grey(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._theme.color("text3"))
        return made

    def _hit(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(self._theme.color("accent"))
        made.setForeground(self._theme.color("on_accent"))
        return made

    def _rects(self, span: Span) -> Iterator[QRect]:
        """The lines of a phrase, as places in the viewport."""
        start, end = self.places.to_qt(span.start), self.places.to_qt(span.end)
        for block, rect in self.visible_blocks():
            first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
            for number in range(block.layout().lineCount() if first < last else 0):
                line = block.layout().lineAt(number)
                a, b = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
                if a < b:
                    left, right = _x(line.cursorToX(a)), _x(line.cursorToX(b))
                    top = round(rect.top() + line.y())
                    yield QRect(round(left) - 1, top, round(right - left) + 2, round(line.height()))

    def _restyle(self) -> None:
        base = self._theme.tokens.base
        self.setStyleSheet(f"QPlainTextEdit {{ background: {base}; border: none; border-radius: 0; padding: 0; }}")
        self.page.line_height = round(LINE_PX * self._theme.font_size.value)
        self.page.weight = self._theme.font(BODY_PX, QFont.Weight.Medium).weight()
        self.document().setDefaultFont(self._theme.font(BODY_PX))
        self.setFont(self._theme.font(BODY_PX))
        self._embolden()
        self.highlight()

    def _embolden(self) -> None:
        """Set numbers and titles in medium weight."""
        to_qt = self.places.to_qt
        self.page.set_heads({to_qt(head.start): to_qt(head.end) for head in self.marks.heads()})


def _x(found: object) -> float:
    """PySide gives the x alone or with the cursor position."""
    x = found[0] if isinstance(found, tuple) else found
    return float(x) if isinstance(x, (int, float)) else 0.0
