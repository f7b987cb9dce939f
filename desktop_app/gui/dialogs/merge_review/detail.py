"""Below the table: the current cell in full, and the value it will have, which can be written anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.differences import Edit, Piece, differences
from desktop_app.domain.handout import Answer, Field, Value
from desktop_app.domain.merging import Cell, Chosen, Outcome, keep_both
from desktop_app.domain.merging.words import agree
from desktop_app.gui.dialogs.difference_view import DifferenceView, Framed
from desktop_app.gui.dialogs.form import ErrorLine
from desktop_app.gui.dialogs.merge_review.cells import reason_of
from desktop_app.gui.dialogs.merge_review.rows import Row
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import say, tr

ReadOwn = Callable[[Field, str], Answer]
"""Understands what the officer typed into a cell."""


class DetailPane(QWidget):
    """Base, theirs and ours with their differences, and the fourth box: what will be written. Typing in it is choice 4."""

    own_written = Signal(object, object)
    """The `Cell` and the value that was written for it."""
    left = Signal()
    """The officer is done writing: the table gets the keyboard."""

    def __init__(self, theme: Theme, read: ReadOwn) -> None:
        super().__init__()
        self._theme = theme
        self._read = read
        self._cell: Cell | None = None
        self._shown = ""
        self.title = QLabel()
        self.title.setFont(theme.font(BODY_PX, QFont.Weight.Medium))
        self.place = QLabel()
        self.base, self.theirs, self.ours = (DifferenceView(theme) for _ in range(3))
        self.own = QPlainTextEdit()
        self.own.setTabChangesFocus(True)
        self.own.setFont(theme.font(BODY_PX))
        self.own.installEventFilter(self)
        self.heads = [QLabel() for _ in range(4)]
        self.error = ErrorLine(theme)
        self._lay_out()
        self.show_row(None, None, "")

    def show_row(self, row: Row | None, chosen: Chosen | None, place: str, held: Value = None, told: str = "") -> None:
        """Show a cell in full, how it is settled, and what the ledger will hold in its place; `told` says why that is
        not what was chosen. None empties the pane.
        """
        self.error.setVisible(False)
        self.mark(False)
        cell = row.cell if row is not None else None
        self._cell = cell
        self.place.setText(place)
        self.title.setText(self._title(row, told))
        asks = cell is not None and cell.outcome not in (Outcome.SAME, Outcome.REFUSED)
        self.own.setReadOnly(not asks)
        self.own.setEnabled(asks)
        words = (tr("下发时"), tr("1 单位填报"), tr("2 本地现值"), self._own_head(cell, chosen))
        for label, text in zip(self.heads, words, strict=True):
            label.setText(text)
        if cell is None:
            for view in (self.base, self.theirs, self.ours):
                view.show_side(
                    (Piece(Edit.SAME, row.words if row is not None and view is self.theirs else ""),), Edit.ADDED
                )
            self._show_own("")
            return
        base = cell.words(cell.base)
        theirs = cell.raw if cell.outcome is Outcome.REFUSED else cell.words(cell.theirs)
        ours = cell.words(cell.ours)
        self.base.show_side((Piece(Edit.SAME, base),), Edit.ADDED)
        self.theirs.show_side(_pieces(cell, base, theirs), Edit.ADDED)
        self.ours.show_side(_pieces(cell, base, ours), Edit.ADDED)
        self._show_own(_outcome_words(cell, chosen, held))

    def write_own(self) -> bool:
        """Put the keyboard into the fourth box; whether the cell can be written."""
        if not self.own.isEnabled():
            return False
        self.own.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.own.selectAll()
        return True

    def commit(self) -> bool:
        """Take over what was typed; False when it cannot be understood, which is then said."""
        text = self.own.toPlainText()
        if self._cell is None or not self.own.isEnabled() or text == self._shown:
            return True
        answer = self._read(self._cell.field, text)
        if answer.refusal or (not text.strip() and not self._cell.field.is_text):
            self.error.say(say(answer.refusal) or tr("{0}不能为空").format(say(self._cell.field.label)))
            self.mark(True)
            return False
        cell, self._shown = self._cell, text
        self.own_written.emit(cell, answer.value)
        return True

    def mark(self, wrong: bool) -> None:
        """The red frame of a field that was refused, or none."""
        if bool(self.own.property("wrong")) is not wrong:
            self.own.setProperty("wrong", wrong)
            self.own.style().unpolish(self.own)
            self.own.style().polish(self.own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter, and Enter where there is one line, take over; Esc gives up; leaving the box takes over."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if enter and (control or (self._cell is not None and not self._cell.field.is_text)):
                if self.commit():
                    self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._show_own(self._shown)
                self.error.setVisible(False)
                self.mark(False)
                self.left.emit()
                return True
        if event.type() is QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _show_own(self, text: str) -> None:
        self._shown = text
        self.own.setPlainText(text)

    def _title(self, row: Row | None, told: str) -> str:
        if row is None:
            return tr("没有要核对的内容")
        if row.cell is None:
            return "　".join(filter(None, (row.number, tr("不属于下发的任务"))))
        said = "　".join((f"{row.number}{row.title}", say(row.cell.field.label)))
        reason = say(row.cell.reason) if row.cell.outcome is Outcome.REFUSED else say(told) or reason_of(row.cell)
        return f"{said}　{reason}" if reason else said

    def _own_head(self, cell: Cell | None, chosen: Chosen | None) -> str:
        if cell is None or cell.outcome in (Outcome.SAME, Outcome.REFUSED):
            return tr("合并后")
        if chosen is None and cell.outcome.needs_choice:
            return tr("3 并存　4 另填") if cell.field.is_text else tr("4 另填")
        return tr("合并后　4 另填")

    def _lay_out(self) -> None:
        for label in (self.title, self.place, *self.heads):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(self.title.sizePolicy().Policy.Ignored, self.title.sizePolicy().Policy.Preferred)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.place)
        boxes = QHBoxLayout()
        boxes.setSpacing(12)
        for label, view in zip(self.heads, (self.base, self.theirs, self.ours, self.own), strict=True):
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(label)
            column.addWidget(Framed(self._theme, view) if isinstance(view, DifferenceView) else view, 1)
            boxes.addLayout(column, 1)
        for view, words in zip(
            (self.base, self.theirs, self.ours, self.own),
            (tr("下发时"), tr("单位填报"), tr("本地现值"), tr("合并后")),
            strict=True,
        ):
            view.setAccessibleName(words)
            view.setMinimumHeight(46)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(5)
        column.addLayout(top)
        column.addLayout(boxes, 1)
        column.addWidget(self.error)


def _pieces(cell: Cell, base: str, words: str) -> tuple[Piece, ...]:
    if agree(base, words):
        return (Piece(Edit.SAME, words),)
    return differences(base, words) if cell.field.is_text else (Piece(Edit.ADDED, words),)


def _outcome_words(cell: Cell, chosen: Chosen | None, held: Value) -> str:
    """What the cell will hold; while nobody chose, what holding both would make of words."""
    if chosen is not None or not cell.outcome.needs_choice:
        return cell.words(held)
    return keep_both(cell.words(cell.theirs), cell.words(cell.ours)) if cell.field.is_text else ""
