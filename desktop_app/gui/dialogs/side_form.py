"""A form with a pane at its right: fields are chosen at the left, what follows from them stands at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.form import FormDialog
from desktop_app.gui.theme import BODY_PX

FIELDS_WIDTH = 324


class SideFormDialog(FormDialog):
    """The fields scroll on a low screen; the pane takes what room there is. Subclasses fill `side`.

    One with `asks_place` stays open until the place of the file is known: turned back there, no choice is lost.
    """

    place_wanted = Signal()
    """All is well: the controller asks for the place and then ends the dialog with `done`."""
    asks_place = False

    def accept(self) -> None:
        if not self.asks_place:
            super().accept()
        elif self.isVisible() and self.is_well():
            self.place_wanted.emit()

    def _lay_out(self, subject: str) -> None:
        about = QLabel(subject)
        about.setVisible(bool(subject))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        about.setFont(self.theme.font(BODY_PX, QFont.Weight.Medium))
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(about)
        column.addLayout(self.form)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(fields)
        left = QWidget()
        left.setFixedWidth(FIELDS_WIDTH)
        held = QVBoxLayout(left)
        held.setContentsMargins(0, 0, 0, 8)
        held.addWidget(scrolled, 1)
        held.addWidget(self.error)
        pane = QWidget()
        self.side = QVBoxLayout(pane)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(pane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(self.foot)
