"""The original wording with its units, roles, dates and numbers marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from desktop_app.gui.models.excerpts import hits
from desktop_app.gui.panels.task_panel.marks import MarkKind, TextMark
from desktop_app.gui.theme import BODY_PX, Theme

LINE_PX = 20
"""Line height of wording at the standard font size."""


class WordingView(QTextBrowser):
    """Read-only wording, as high as its text: the panel around it scrolls, not the text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._marks: Sequence[TextMark] = ()
        self._words: Sequence[str] = ()
        self.setProperty("wording", True)
        self.setAccessibleName(self.tr("原文"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        theme.changed.connect(self._write)

    def set_wording(self, text: str, marks: Sequence[TextMark]) -> None:
        """Show `text` with `marks`; nothing is redrawn when both are what is shown already."""
        if text == self._text and marks == self._marks:
            return
        self._text, self._marks = text, marks
        self._write()

    def set_search(self, words: Sequence[str]) -> None:
        """Mark where `words` occur, on the ground of the ink blue."""
        if words != self._words:
            self._words = words
            self._write()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _write(self) -> None:
        self.document().setDefaultFont(self._theme.font(BODY_PX))
        self.setPlainText(self._text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._block_format())
        for mark in sorted(self._marks, key=lambda mark: _ORDER.index(mark.kind)):
            cursor.setPosition(mark.start)
            cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(char_format(self._theme, mark.kind))
        for start, end in hits(self._text, self._words):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._hit_format())
        self._fit()

    def _block_format(self) -> QTextBlockFormat:
        made = QTextBlockFormat()
        line = LINE_PX * self._theme.font_size.value
        made.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setAlignment(Qt.AlignmentFlag.AlignJustify)
        return made

    def _hit_format(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(self._theme.color("accent"))
        made.setForeground(self._theme.color("on_accent"))
        return made

    def _height(self) -> int:
        return max(int(self.document().size().height() + 0.999), 1)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        if self.height() != self._height():
            self.setFixedHeight(self._height())


_ORDER = (MarkKind.NUMBER, MarkKind.ROLE, MarkKind.DATE, MarkKind.UNIT)


def char_format(theme: Theme, kind: MarkKind) -> QTextCharFormat:
    """How a marked stretch is drawn: never by colour alone, each kind has its own line or weight."""
    made = QTextCharFormat()
    underline = QTextCharFormat.UnderlineStyle
    if kind is MarkKind.UNIT:
        made.setBackground(theme.color("unit_ground"))
        made.setUnderlineStyle(underline.SingleUnderline)
        made.setUnderlineColor(theme.color("unit_line"))
    elif kind is MarkKind.DATE:
        made.setBackground(theme.color("date_ground"))
        made.setUnderlineStyle(underline.DashUnderline)
        made.setUnderlineColor(theme.color("date_line"))
    elif kind is MarkKind.ROLE:
        made.setUnderlineStyle(underline.DotLine)
        made.setUnderlineColor(theme.color("text2"))
    else:
        made.setBackground(theme.color("number_ground"))
        made.setFontWeight(QFont.Weight.Medium)
    return made
