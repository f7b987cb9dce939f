"""The blanks of a form, one below another, each with what goes in."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.superior_form import Blank, Entry
from desktop_app.gui.words import say


class BlankField(QWidget):
    """A drop-down of entries; 固定文字 has a field to type in."""

    def __init__(self, blank: Blank, entry: Entry, text: str) -> None:
        super().__init__()
        self.blank = blank
        self.choice = QComboBox()
        for each in Entry:
            self.choice.addItem(say(each.label), each.value)
        self.choice.setCurrentIndex(self.choice.findData(entry.value))
        self.choice.setMaxVisibleItems(len(Entry))
        self.text = QLineEdit(text)
        self.text.setMaxLength(200)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.choice, 1)
        row.addWidget(self.text, 1)
        for field in (self.choice, self.text):
            field.setAccessibleName(blank.label)
        self.choice.currentIndexChanged.connect(self._show_text)
        self._show_text()

    def value(self) -> tuple[Blank, Entry, str]:
        """What goes in."""
        entry = Entry(self.choice.currentData())
        return self.blank, entry, self.text.text().strip() if entry is Entry.TYPED else ""

    def _show_text(self) -> None:
        self.text.setVisible(self.choice.currentData() == Entry.TYPED.value)


class BlankFields(QObject):
    """The fields of one table."""

    def __init__(self, blanks: tuple[tuple[Blank, Entry, str], ...], parent: QObject) -> None:
        super().__init__(parent)
        self.fields = [BlankField(*each) for each in blanks]

    def add_to(self, form: QFormLayout) -> None:
        """Put the fields into a form under their labels."""
        for field in self.fields:
            form.addRow(_short(field.blank.label), field)

    def values(self) -> tuple[tuple[Blank, Entry, str], ...]:
        """What goes into each blank."""
        return tuple(field.value() for field in self.fields)


def _short(label: str) -> str:
    """填报单位（盖章） -> 填报单位: the form has little room for labels."""
    return label.partition("（")[0].partition("(")[0][:8]
