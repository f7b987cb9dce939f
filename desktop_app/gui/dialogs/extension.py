"""延期: a later date and the basis for it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.task import Due
from desktop_app.gui.dialogs.form import FormDialog, date_field, day_of, text_field
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say_day, tr


class ExtensionDialog(FormDialog):
    """Shows the present date, asks for the new one; a task without a date gets its first."""

    def __init__(
        self, theme: Theme, subject: str, due: Due | None, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", subject, parent)
        self.setWindowTitle(self.tr("延期") if due else self.tr("确定时限"))
        self._due = due
        start = max(due.date if due else today, today)
        self.day = date_field(_month_end_after(start))
        self.basis = text_field(3)
        self.basis.setPlaceholderText(self.tr("批准延期的会议、文件或领导批示"))
        self.form.addRow(self.tr("现时限"), QLabel(_present(due, today) if due else self.tr("未定")))
        self.form.addRow(self.tr("新时限"), self.day)
        self.form.addRow(self.tr("依据"), self.basis)
        self.foot.note.setText(self.tr("原时限和依据保留在台账中"))
        self.resize(440, 260)
        self.day.setFocus()

    def date(self) -> dt.date:
        """The new date."""
        return day_of(self.day)

    def reason(self) -> str:
        """The basis."""
        return self.basis.toPlainText().strip()

    def problem(self) -> tuple[QWidget, str] | None:
        if self._due is not None and self.date() <= self._due.date:
            return self.day, self.tr("新时限须晚于现时限{0}").format(self._due.date.isoformat())
        if not self.reason():
            return self.basis, self.tr("依据未填写。写明批准延期的会议、文件或批示")
        return None


def _present(due: Due, today: dt.date) -> str:
    shown = say_day(due.date, today)
    return tr("{0}（原{1}）").format(shown, say_day(due.first_date, today)) if due.extended else shown


def _month_end_after(day: dt.date) -> dt.date:
    """The last day of the month after `day`: extensions are granted by months."""
    year, month = divmod(day.year * 12 + day.month + 1, 12)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)
