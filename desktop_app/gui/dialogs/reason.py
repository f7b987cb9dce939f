"""退回 and 无佐证说明: one sentence that the record must hold, chosen or typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.gui.dialogs.form import FormDialog
from desktop_app.gui.theme import Theme


class ReasonDialog(FormDialog):
    """A field with the usual reasons below it; the first is there already, so that Enter is enough."""

    def __init__(
        self, theme: Theme, title: str, subject: str, choices: Sequence[str], verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, subject, parent, verb)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason.addItems(list(choices))
        self.form.addRow(self.tr("理由"), self.reason)
        self.resize(420, 150)
        self.reason.setFocus()
        if (field := self.reason.lineEdit()) is not None:
            field.selectAll()
            field.returnPressed.connect(self.accept)

    def text(self) -> str:
        """The reason."""
        return self.reason.currentText().strip()

    def problem(self) -> tuple[QWidget, str] | None:
        return None if self.text() else (self.reason, self.tr("理由未填写"))
