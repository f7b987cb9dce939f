"""记录读数: the value of a target on a day."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from desktop_app.domain.ledger import TargetRow
from desktop_app.domain.numbers import in_digits
from desktop_app.gui.dialogs.form import FormDialog, date_field, day_of
from desktop_app.gui.theme import Theme


class ReadingDialog(FormDialog):
    """Chooses among the targets of one task; the value is typed in the unit of the target."""

    def __init__(
        self,
        theme: Theme,
        subject: str,
        targets: Sequence[TargetRow],
        chosen: int,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", subject, parent)
        self.setWindowTitle(self.tr("记录读数"))
        self._targets = list(targets)
        self.target = QComboBox()
        for target in self._targets:
            self.target.addItem(target.name, target.id)
        self.goal = QLabel()
        self.value = QLineEdit()
        self.day = date_field(today, latest=today)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("数据来源"))
        self.form.addRow(self.tr("指标"), self.target)
        self.form.addRow(self.tr("目标"), self.goal)
        self.form.addRow(self.tr("读数"), self.value)
        self.form.addRow(self.tr("日期"), self.day)
        self.form.addRow(self.tr("说明"), self.note)
        self.target.currentIndexChanged.connect(self._show_goal)
        self.target.setCurrentIndex(max(self.target.findData(chosen), 0))
        self._show_goal()
        self.resize(420, 270)
        self.value.setFocus()

    def target_id(self) -> int:
        """The chosen target."""
        return self._chosen().id

    def number(self) -> float | None:
        """The typed value: 1.4万 and 1,400 are numbers too; None when it is none."""
        text = self.value.text().strip().replace(",", "").replace("，", "").removesuffix("%").removesuffix("％")
        factor = {"万": 1e4, "亿": 1e8}.get(text[-1:], 1.0)
        try:
            value = float(text.rstrip("万亿").strip()) * factor
        except ValueError:
            return None
        return value if math.isfinite(value) else None

    def on(self) -> dt.date:
        """The day of the reading."""
        return day_of(self.day)

    def problem(self) -> tuple[QWidget, str] | None:
        if self.number() is None:
            return self.value, self.tr("读数应为数字，如 26、1.4万、95%")
        return None

    def _chosen(self) -> TargetRow:
        return self._targets[self.target.currentIndex()]

    def _show_goal(self) -> None:
        target = self._chosen()
        word = {">=": self.tr("不少于"), "<=": self.tr("不超过")}.get(target.op, "")
        last = target.readings[-1] if target.readings else None
        before = self.tr("，上次{0}（{1}）").format(in_digits(last.value), last.on.isoformat()) if last else ""
        self.goal.setText(f"{word}{in_digits(target.value)}{target.unit}{before}")
        self.value.setPlaceholderText(self.tr("以“{0}”计").format(target.unit) if target.unit else "")
