"""填写进展: one dated entry of a task."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.gui.dialogs.form import FormDialog, date_field, day_of, number_field, text_field
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """What the officer wrote; `percent` is None when it was left as it was."""

    on: dt.date
    text: str
    percent: int | None
    problems: str
    next_step: str
    reporter: str


class ProgressDialog(FormDialog):
    """Date, what was done, percent, problems, next step, reporter; only the text must be there."""

    def __init__(
        self,
        theme: Theme,
        subject: str,
        percent: int,
        today: dt.date,
        reporter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", subject, parent)
        self.setWindowTitle(self.tr("填写进展"))
        self._before = percent
        self.day = date_field(today, latest=today)
        self.text = text_field(4)
        self.text.setPlaceholderText(self.tr("做了什么，到了哪一步"))
        self.percent = number_field(0, 100)
        self.percent.setSingleStep(5)
        self.percent.setSuffix(" %")
        self.percent.setValue(percent)
        self.problems = text_field(2)
        self.next_step = text_field(2)
        self.reporter = QLineEdit(reporter)
        self.form.addRow(self.tr("日期"), self.day)
        self.form.addRow(self.tr("进展情况"), self.text)
        self.form.addRow(self.tr("进度"), self.percent)
        self.form.addRow(self.tr("存在问题"), self.problems)
        self.form.addRow(self.tr("下一步"), self.next_step)
        self.form.addRow(self.tr("填报"), self.reporter)
        self.foot.note.setText(self.tr("Ctrl+Enter 保存"))
        open_at(self, 480, 420)
        self.text.setFocus()

    def entry(self) -> ProgressEntry:
        """What was written."""
        percent = self.percent.value()
        return ProgressEntry(
            on=day_of(self.day),
            text=self.text.toPlainText().strip(),
            percent=percent if percent != self._before else None,
            problems=self.problems.toPlainText().strip(),
            next_step=self.next_step.toPlainText().strip(),
            reporter=self.reporter.text().strip(),
        )

    def problem(self) -> tuple[QWidget, str] | None:
        if not self.text.toPlainText().strip():
            return self.text, self.tr("进展情况未填写。写明做了什么，再保存")
        return None
