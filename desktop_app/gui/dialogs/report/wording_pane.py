"""文字: every drafted text with the officer's words for it; a text goes back to the draft on request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.import_review.pane_head import PaneHead
from desktop_app.gui.dialogs.report.two_line_list import CARE, GOOD, NONE, TwoLineList
from desktop_app.gui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.exports.rewording import Wording


class WordingPane(QWidget):
    """Texts above, the chosen one in a field below. What is typed is printed when it is applied or the field is left."""

    reworded = Signal(str, str)
    """The slot of a text and the officer's words for it."""
    restored = Signal(str)
    """The slot of a text that is to be as drafted; "" for all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._wordings: Sequence[Wording] = ()
        self._edited: Wording | None = None
        self._settled = ""
        """What the editor held when its words were last shown or taken over: anything else is being typed."""
        self.head = PaneHead(theme, self.tr("起草文字"))
        self.list = TwoLineList(theme, self.tr("起草文字"))
        self.editor = _Editor()
        self.editor.setAccessibleName(self.tr("文字"))
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.apply = QPushButton(self.tr("改写"))
        self.restore = QPushButton(self.tr("恢复起草文字"))
        self.reuse = QPushButton(self.tr("取用原改写"))
        self.restore_all = QPushButton(self.tr("全部恢复"))
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._go_on)
        self.editor.textChanged.connect(self._fit_buttons)
        self.editor.left.connect(self._apply)
        self.apply.clicked.connect(self._apply)
        self.restore.clicked.connect(self._restore)
        self.reuse.clicked.connect(self._reuse)
        self.restore_all.clicked.connect(lambda: self.restored.emit(""))

    @property
    def wordings(self) -> Sequence[Wording]:
        """The texts of the report that is shown."""
        return self._wordings

    def set_wordings(self, wordings: Sequence[Wording]) -> None:
        """The texts of the report as they are printed now; what is being typed stays."""
        slot = self._edited.slot if self._edited is not None else ""
        typed = self.editor.toPlainText() if self.editor.toPlainText() != self._settled else None
        self._wordings, self._edited = wordings, None
        self.list.items.clear()
        for each in wordings:
            doubtful = each.laid_aside is not None or bool(each.unproven)
            shape = CARE if doubtful else GOOD if each.reworded else NONE
            self.list.add(each.words or self.tr("（不印）"), self._place(each), shape=shape)
        changed = sum(each.reworded for each in wordings)
        self.head.set_note(self.tr("已改写 {0} 处").format(changed) if changed else "")
        self.restore_all.setEnabled(any(each.reworded or each.laid_aside is not None for each in wordings))
        if wordings:
            self.list.choose(next((row for row, each in enumerate(wordings) if each.slot == slot), 0))
        self._show_current()
        current = self._current()
        if typed is not None and current is not None and current.slot == slot:
            self.editor.setPlainText(typed)

    def commit(self) -> None:
        """Take what is typed as the officer's words, as when the window is closed."""
        self._apply()

    def _place(self, wording: Wording) -> str:
        if wording.laid_aside is not None:
            return self.tr("{0}，改写未套用").format(wording.place)
        return self.tr("{0}，已改写").format(wording.place) if wording.reworded else wording.place

    def _lay_out(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addWidget(self.editor, 1)
        for pair in ((self.apply, self.restore), (self.reuse, self.restore_all)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for button in pair:
                button.setAutoDefault(False)
                row.addWidget(button, 1)
            column.addLayout(row)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(below)
        splitter.setSizes([300, 260])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(splitter, 1)

    def _current(self) -> Wording | None:
        return self._wordings[self.list.chosen] if 0 <= self.list.chosen < len(self._wordings) else None

    def _go_on(self) -> None:
        """What was typed for the text before is not lost."""
        self._apply()
        self._show_current()

    def _show_current(self) -> None:
        wording = self._edited = self._current()
        self.editor.blockSignals(True)
        self._settled = wording.words if wording else ""
        self.editor.setPlainText(self._settled)
        self.editor.blockSignals(False)
        self.editor.setEnabled(wording is not None)
        self._say_note(wording)
        self._fit_buttons()

    def _say_note(self, wording: Wording | None) -> None:
        words = ""
        if wording is not None and wording.laid_aside is not None:
            words = self.tr("台账变化后，原改写未套用：{0}").format(wording.laid_aside)
        elif wording is not None and wording.reworded:
            words = self.tr("起草文字：{0}").format(wording.drafted)
            if wording.unproven:
                quoted = "、".join(f"“{clause}”" for clause in wording.unproven)
                words = self.tr("数字与台账对不上：{0}").format(quoted) + f"\n{words}"
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _fit_buttons(self) -> None:
        wording = self._current()
        typed = self.editor.toPlainText().strip()
        self.apply.setEnabled(wording is not None and typed != wording.words)
        aside = wording is not None and wording.laid_aside is not None
        self.restore.setEnabled(wording is not None and (wording.reworded or aside))
        self.reuse.setVisible(aside)

    def _apply(self) -> None:
        wording = self._edited
        self._settled = self.editor.toPlainText()
        words = " ".join(self._settled.split("\n")).strip()
        if wording is not None and words != wording.words:
            self.reworded.emit(wording.slot, words)

    def _restore(self) -> None:
        wording = self._current()
        if wording is not None:
            self.editor.clearFocus()
            self._settled = self.editor.toPlainText()
            self.restored.emit(wording.slot)

    def _reuse(self) -> None:
        wording = self._current()
        if wording is not None and wording.laid_aside is not None:
            self.editor.setPlainText(wording.laid_aside)
            self.editor.setFocus()


class _Editor(QPlainTextEdit):
    """Ctrl+Enter says that the words are ready; Tab goes on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(92)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
