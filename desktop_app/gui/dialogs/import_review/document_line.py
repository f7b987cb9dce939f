"""The data of the document at the top: title, 文号, 发文机关, 成文日期, each to be typed over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.domain.corrections import DocumentField, SetDocument
from desktop_app.domain.plan import Plan
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say, tr

_WIDTHS = {DocumentField.DOC_NUMBER: (6, 150), DocumentField.ISSUER: (8, 200), DocumentField.ISSUED_ON: (0, 96)}


class DocumentLine(QWidget):
    """Four fields on one line; a field writes when it is left or Enter is pressed."""

    corrected = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.fields = {field: QLineEdit() for field in DocumentField}
        self._shown: dict[DocumentField, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        for field, edit in self.fields.items():
            word = tr("标题", "of a document") if field is DocumentField.TITLE else say(field.label)
            label = QLabel(word)
            label.setBuddy(edit)
            edit.setAccessibleName(word)
            edit.setPlaceholderText(self.tr("未识别"))
            edit.editingFinished.connect(lambda field=field: self._write(field))
            stretch, width = _WIDTHS.get(field, (20, 240))
            edit.setMinimumWidth(72)
            edit.setMaximumWidth(width if field is not DocumentField.TITLE else 16777215)
            row.addWidget(label)
            row.addWidget(edit, stretch)
        self.fields[DocumentField.ISSUED_ON].setPlaceholderText(self.tr("年-月-日"))
        self.setFixedHeight(36)

    def set_plan(self, plan: Plan) -> None:
        """Show the data of the document as corrected."""
        day = plan.issued_on.isoformat() if plan.issued_on else ""
        values = (plan.title, plan.doc_number or "", plan.issuer or "", day)
        for (field, edit), value in zip(self.fields.items(), values, strict=True):
            if self._shown.get(field) != value or edit.text() != value:
                self._shown[field] = value
                edit.setText(value)
                edit.setCursorPosition(0)
                edit.setToolTip(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))

    def _write(self, field: DocumentField) -> None:
        value = self.fields[field].text().strip()
        if value != self._shown.get(field, ""):
            self._shown[field] = value
            self.corrected.emit(SetDocument(field, value))
