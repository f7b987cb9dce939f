"""The wording of a task in one piece, or part by part with a tick box and a light for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.ledger import PartRow, TaskDetail
from desktop_app.domain.plan import Span
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.gui.panels.task_panel.marks import wording_marks
from desktop_app.gui.panels.task_panel.pieces import LightShape, PercentBar, ThemedLabel, TickBox
from desktop_app.gui.panels.task_panel.wording import WordingView
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say, say_day

_BETWEEN = " \t\r\n\u3000；;，,、。"
"""What stands between a note and the next part: it begins no stretch."""


class Stretch(NamedTuple):
    """A stretch of the shown wording: a range of the plan's text, and the part it is, if it is one."""

    span: Span
    part: PartRow | None


def stretches(detail: TaskDetail) -> list[Stretch]:
    """The wording cut at its parts; text between parts stays where it stands. Blanks at the ends are left out."""
    end = detail.offset + len(detail.wording)
    cut: list[Stretch] = []
    at = detail.offset
    for part in detail.row.parts:
        cut.append(Stretch(Span(at, part.span.start), None))
        cut.append(Stretch(Span(max(part.span.start, at), part.span.end), part))
        at = max(at, part.span.end)
    cut.append(Stretch(Span(at, end), None))
    trimmed = (Stretch(_trimmed(detail, piece.span), piece.part) for piece in cut)
    return [piece for piece in trimmed if piece.part is not None or piece.span.end > piece.span.start]


def _trimmed(detail: TaskDetail, span: Span) -> Span:
    text = detail.wording[max(span.start - detail.offset, 0) : max(span.end - detail.offset, 0)]
    left = len(text) - len(text.lstrip(_BETWEEN))
    return Span(span.start + left, max(span.start + len(text.rstrip()), span.start + left))


class WordingSection(QWidget):
    """All stretches below one another."""

    tick_toggled = Signal(list, bool)
    percent_chosen = Signal(list, int)
    extend_requested = Signal(TaskRef)
    progress_requested = Signal(TaskRef)
    attach_requested = Signal(TaskRef)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._blocks: list[_Block] = []
        self._words: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_detail(self, detail: TaskDetail, today: dt.date) -> None:
        """Show the wording of `detail`."""
        pieces = stretches(detail)
        while len(self._blocks) < len(pieces):
            self._add_block()
        for index, block in enumerate(self._blocks):
            block.setVisible(index < len(pieces))
            if index < len(pieces):
                block.set_stretch(detail, pieces[index], today)

    def set_search(self, words: Sequence[str]) -> None:
        """Mark the words of the search field in the wording."""
        self._words = tuple(words)
        for block in self._blocks:
            block.wording.set_search(self._words)

    def _add_block(self) -> None:
        block = _Block(self._theme, self)
        block.wording.set_search(self._words)
        self._blocks.append(block)
        self._column.addWidget(block)


class _Block(QWidget):
    """One stretch: box, wording, and a foot line with light, date and bar when it is a part."""

    def __init__(self, theme: Theme, section: WordingSection) -> None:
        super().__init__()
        self._section = section
        self._ref: TaskRef | None = None
        self._part: PartRow | None = None
        self.box = TickBox(theme)
        self.wording = WordingView(theme)
        self.foot = QWidget()
        self.light = LightShape(theme)
        self.day = ThemedLabel(theme, "text2")
        self.bar = PercentBar(theme)
        self.percent = QPushButton()
        self._lay_out()
        self.box.clicked.connect(self._tick)
        self.percent.clicked.connect(self._choose_percent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def set_stretch(self, detail: TaskDetail, stretch: Stretch, today: dt.date) -> None:
        """Show `stretch` of the task in `detail`."""
        part = stretch.part
        self._part = part
        self._ref = None if part is None else TaskRef(detail.row.id, part.index)
        has_parts = bool(detail.row.parts)
        self.box.setVisible(part is not None)
        self.foot.setVisible(part is not None)
        start, end = stretch.span.start - detail.offset, stretch.span.end - detail.offset
        self.wording.set_wording(detail.wording[start:end], wording_marks(detail, stretch.span))
        self._row.setContentsMargins(22 if has_parts and part is None else 0, 0, 0, 4 if has_parts else 0)
        if part is not None:
            self._show_part(part, today)

    def _show_part(self, part: PartRow, today: dt.date) -> None:
        self.box.set_ticked(part.status is Status.CLOSED)
        self.box.setAccessibleName(self.tr("分段{0}销号").format(part.index))
        self.light.set_mark(part.signal.mark)
        day = say_day(part.due.date, today) if part.due is not None else ""
        self.day.setText("　".join(word for word in (day, say(part.signal.word)) if word))
        self.day.setToolTip(say(part.signal.reason))
        self.bar.set_values(part.percent, part.expected)
        self.percent.setText(f"{part.percent}%")

    def _tick(self) -> None:
        if self._ref is not None:
            self._section.tick_toggled.emit([self._ref], not self.box.ticked)

    def _choose_percent(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for percent in range(0, 101, 10):
            action = menu.addAction(f"{percent}%")
            action.setData(percent)
        menu.triggered.connect(lambda action: self._section.percent_chosen.emit([self._ref], action.data()))
        menu.popup(self.percent.mapToGlobal(QPoint(0, self.percent.height())))

    def _open_menu(self, at: QPoint) -> None:
        if self._ref is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ref, section = self._ref, self._section
        menu.addAction(self.tr("销号") if not self.box.ticked else self.tr("退回…"), self._tick)
        menu.addAction(self.tr("填写进展…"), lambda: section.progress_requested.emit(ref))
        menu.addAction(self.tr("延期…"), lambda: section.extend_requested.emit(ref))
        menu.addAction(self.tr("添加佐证…"), lambda: section.attach_requested.emit(ref))
        menu.popup(self.mapToGlobal(at))

    def _lay_out(self) -> None:
        self.percent.setProperty("link", True)
        self.percent.setToolTip(self.tr("更改这一分段的进度"))
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(6)
        foot.addWidget(self.light)
        foot.addWidget(self.day)
        foot.addStretch(1)
        foot.addWidget(self.bar)
        foot.addWidget(self.percent)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.wording)
        text.addWidget(self.foot)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(4)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
