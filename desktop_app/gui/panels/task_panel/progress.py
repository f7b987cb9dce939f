"""进展: dated entries along a painted rail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.ledger import ProgressRow
from desktop_app.gui.panels.task_panel.pieces import ThemedLabel
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import say_day

_RAIL = 14
"""Width of the rail left of the entries, in logical px."""


class ProgressEntries(QWidget):
    """Entries newest first; `full` shows problems and next step on lines of their own."""

    def __init__(self, theme: Theme, full: bool) -> None:
        super().__init__()
        self._theme = theme
        self._full = full
        self._entries: list[_Entry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_entries(self, entries: Sequence[ProgressRow], today: dt.date, parts: int) -> None:
        """Show `entries`; `parts` is how many parts the task has, 0 when it is one piece."""
        while len(self._entries) < len(entries):
            made = _Entry(self._theme, self._full)
            self._entries.append(made)
            self._column.addWidget(made)
        for index, widget in enumerate(self._entries):
            widget.setVisible(index < len(entries))
            if index < len(entries):
                widget.set_entry(entries[index], today, parts > 0, last=index == len(entries) - 1)


class _Entry(QWidget):
    """Date, percent and reporter on one line, what was done below."""

    def __init__(self, theme: Theme, full: bool) -> None:
        super().__init__()
        self._theme = theme
        self._full = full
        self._last = False
        self.day = ThemedLabel(theme, "text", BODY_PX, QFont.Weight.Medium)
        self.note = ThemedLabel(theme, "text3")
        self.text = _body(theme, "text")
        self.more = _body(theme, "text2")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.day)
        head.addWidget(self.note)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_RAIL, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.more)

    def set_entry(self, entry: ProgressRow, today: dt.date, has_parts: bool, last: bool) -> None:
        """Show `entry`; the rail ends at the last one."""
        self._last = last
        self.day.setText(say_day(entry.on, today))
        notes = [f"{entry.percent}%" if entry.percent is not None else "", entry.reporter]
        if has_parts and entry.part is not None:
            notes.append(self.tr("分段{0}").format(entry.part))
        self.note.setText("　".join(note for note in notes if note))
        extra = [
            self.tr("存在问题：{0}").format(entry.problems) if entry.problems else "",
            self.tr("下一步：{0}").format(entry.next_step) if entry.next_step else "",
        ]
        lines = [line for line in extra if line]
        self.text.setText(entry.text)
        self.text.setVisible(bool(entry.text))
        self.more.setText("\n".join(lines if self._full else lines[:1]))
        self.more.setVisible(bool(lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.day.geometry().center().y() + 0.5
        if not self._last:
            painter.setPen(QPen(self._theme.color("line2"), 1))
            painter.drawLine(QPointF(3.5, middle), QPointF(3.5, self.height()))
        if self.y() > 0:
            painter.setPen(QPen(self._theme.color("line2"), 1))
            painter.drawLine(QPointF(3.5, 0), QPointF(3.5, middle))
        painter.setPen(QPen(self._theme.color("accent"), 1.4))
        painter.setBrush(self._theme.color("base"))
        painter.drawEllipse(QPointF(3.5, middle), 2.8, 2.8)


def _body(theme: Theme, colour: str) -> ThemedLabel:
    label = ThemedLabel(theme, colour, BODY_PX, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
