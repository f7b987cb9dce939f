"""The common form of small dialogs: what it is about, labelled fields, one sentence when something is wrong."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.theme import BODY_PX, Theme

FOOT_HEIGHT = 44


class FormDialog(QDialog):
    """A title, the task it concerns, fields below one another, and a button that Ctrl+Enter presses too.

    Where no field holds several lines, Enter alone does.

    Subclasses add fields to `form` and override `problem`; a field that is refused keeps its text, gets the
    red frame and the sentence. The dialog is opened with `open()`; its values are read when it is accepted.
    """

    def __init__(self, theme: Theme, title: str, subject: str, parent: QWidget | None, verb: str = "") -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.error = ErrorLine(theme)
        self.foot = DialogFoot(theme, verb or self.tr("保存"), self.tr("取消"))
        self.foot.primary.clicked.connect(self.accept)
        self.foot.secondary.clicked.connect(self.reject)
        self._wrong: QWidget | None = None
        self._warned = False
        self._lay_out(subject)

    def problem(self) -> tuple[QWidget, str] | None:
        """The first field that cannot be saved and the sentence that says why; None when all is well."""
        return None

    def accept(self) -> None:
        """Close when all is well, else say what is not; once closed, a second press of the keys changes nothing."""
        if self.isVisible() and self.is_well():
            super().accept()

    def is_well(self) -> bool:
        """Whether all can be saved; else the field that cannot is marked, and why is said."""
        found = self.problem()
        if found is not None:
            self.refuse(*found)
            return False
        self._mark(self._wrong, False)
        self.error.setVisible(False)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._enter_saves()):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape and self._warn_once():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _enter_saves(self) -> bool:
        return not isinstance(self.focusWidget(), QAbstractButton) and not self.findChildren(QPlainTextEdit)

    def _warn_once(self) -> bool:
        """Whether Esc is held back: a text was typed, and that it would be lost was not said yet."""
        if self._warned or not any(field.document().isModified() for field in self.findChildren(QPlainTextEdit)):
            return False
        self._warned = True
        self.foot.note.setText(self.tr("所填内容尚未保存，再按一次 Esc 放弃"))
        return True

    def refuse(self, field: QWidget, sentence: str) -> None:
        """Mark `field` and say why; what was typed stays."""
        self._mark(self._wrong, False)
        self._wrong = field
        self._mark(field, True)
        self.error.say(sentence)
        field.setFocus()

    @staticmethod
    def _mark(field: QWidget | None, wrong: bool) -> None:
        if field is not None:
            field.setProperty("wrong", wrong)
            field.style().unpolish(field)
            field.style().polish(field)

    def _lay_out(self, subject: str) -> None:
        about = QLabel(subject)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        about.setFont(self.theme.font(BODY_PX, QFont.Weight.Medium))
        body = QVBoxLayout()
        body.setContentsMargins(16, 14, 16, 12)
        body.setSpacing(10)
        body.addWidget(about)
        body.addLayout(self.form, 1)
        body.addWidget(self.error)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self.foot)


class ErrorLine(QWidget):
    """A triangle and one sentence; nothing while all is well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words = QLabel()
        self.words.setProperty("wrong", True)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 0, 0)
        row.addWidget(self.words, 1)
        self.setVisible(False)

    def say(self, sentence: str) -> None:
        """Show `sentence`."""
        self.words.setText(sentence)
        self.setVisible(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = self.words.fontMetrics().height() / 2 + 1
        lights.draw_mark(QPainter(self), Mark.OVERDUE, 0, middle, self._theme.tokens.red)


class DialogFoot(QWidget):
    """The bar at the foot: a note at the left, buttons at the right, the one that goes on last."""

    def __init__(self, theme: Theme, primary: str, secondary: str, note: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.note = QLabel(note)
        self.primary = QPushButton(primary)
        self.primary.setProperty("primary", True)
        self.primary.setAutoDefault(False)
        self.secondary = QPushButton(secondary)
        self.secondary.setAutoDefault(False)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 0, 16, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.note, 1)
        self.row.addWidget(self.secondary)
        self.row.addWidget(self.primary)
        self.setFixedHeight(FOOT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line2"))


class Paper(QWidget):
    """A pane on the ground of content."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("base"))


def date_field(day: dt.date, latest: dt.date | None = None, earliest: dt.date | None = None) -> QDateEdit:
    """A date with a calendar to choose from; impossible days cannot be typed."""
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    if latest is not None:
        field.setMaximumDate(QDate(latest.year, latest.month, latest.day))
    if earliest is not None:
        field.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
    return field


def day_of(field: QDateEdit) -> dt.date:
    """The chosen day."""
    chosen = field.date()
    return dt.date(chosen.year(), chosen.month(), chosen.day())


def number_field(least: int, most: int) -> QSpinBox:
    """A whole number; arrow keys count."""
    field = QSpinBox()
    field.setRange(least, most)
    # The style sheet gives the frame its room, not the text in it.
    field.lineEdit().setTextMargins(6, 0, 0, 0)
    return field


def text_field(lines: int) -> QPlainTextEdit:
    """A field for several lines; Tab goes on to the next field."""
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setMinimumHeight(lines * 20 + 12)
    return field
