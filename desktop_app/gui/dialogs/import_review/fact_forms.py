"""Small forms for one fact: a unit with its role, a date, a number to reach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.corrections import BY_OFFICER
from desktop_app.domain.plan import Assignment, Deadline, DeadlineKind, Role, Span, Target
from desktop_app.gui.dialogs.form import FormDialog, date_field, day_of
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

_ROLES = (Role.LEAD, Role.SUPPORT, Role.RESPONSIBLE)
_OPS = (">=", "<=", "=")


class UnitForm(FormDialog):
    """A unit and its role; units of the document are offered while typing."""

    def __init__(
        self, theme: Theme, subject: str, fact: Assignment | None, units: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", subject, parent)
        self.setWindowTitle(self.tr("更改单位") if fact else self.tr("添加单位"))
        self._fact = fact
        self.unit = QLineEdit(fact.unit if fact else "")
        self.unit.setCompleter(QCompleter(list(units), self.unit))
        self.role = QComboBox()
        for role in _ROLES:
            self.role.addItem(say(role.label), role)
        self.role.setCurrentIndex(_ROLES.index(fact.role) if fact else 0)
        self.form.addRow(self.tr("单位"), self.unit)
        self.form.addRow(self.tr("角色"), self.role)
        self.unit.returnPressed.connect(self.accept)
        self.resize(420, 190)
        self.unit.setFocus()

    def fact(self) -> Assignment:
        """The unit as typed; it keeps its place in the source, and is doubted no more."""
        span = self._fact.span if self._fact else None
        return Assignment(_ROLES[self.role.currentIndex()], self.unit.text().strip(), span, BY_OFFICER)

    def problem(self) -> tuple[QWidget, str] | None:
        return None if self.unit.text().strip() else (self.unit, self.tr("单位未填写"))


class DeadlineForm(FormDialog):
    """A date, whether it ends the task or is a step on the way, and the words that set it."""

    def __init__(self, theme: Theme, subject: str, fact: Deadline, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", subject, parent)
        self.setWindowTitle(self.tr("添加时限") if new else self.tr("更改时限"))
        self._fact = fact
        self.day = date_field(fact.date)
        self.kind = QComboBox()
        self.kind.addItem(self.tr("完成时限"), DeadlineKind.FINAL)
        self.kind.addItem(self.tr("节点"), DeadlineKind.MILESTONE)
        self.kind.setCurrentIndex(0 if fact.kind is DeadlineKind.FINAL else 1)
        self.phrase = QLineEdit(fact.phrase)
        self.form.addRow(self.tr("日期"), self.day)
        self.form.addRow(self.tr("类别"), self.kind)
        self.form.addRow(self.tr("原文"), self.phrase)
        self.phrase.returnPressed.connect(self.accept)
        self.resize(420, 220)
        self.day.setFocus()

    def fact(self) -> Deadline:
        """The date as typed."""
        kind = DeadlineKind.FINAL if self.kind.currentIndex() == 0 else DeadlineKind.MILESTONE
        phrase = self.phrase.text().strip()
        return replace(self._fact, date=day_of(self.day), kind=kind, phrase=phrase, rule=BY_OFFICER, doubt="")

    def problem(self) -> tuple[QWidget, str] | None:
        return None


class TargetForm(FormDialog):
    """A number to reach: direction, value, unit, and by when if the words say it."""

    def __init__(
        self, theme: Theme, subject: str, fact: Target | None, year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", subject, parent)
        new = fact is None or not fact.unit
        self.setWindowTitle(self.tr("添加指标") if new else self.tr("更改指标"))
        self._fact = fact or Target("", ">=", 0, "")
        self.phrase = QLineEdit(self._fact.phrase)
        self.op = QComboBox()
        for op, words in zip(_OPS, (self.tr("不低于"), self.tr("不超过"), self.tr("等于")), strict=True):
            self.op.addItem(words, op)
        self.op.setCurrentIndex(_OPS.index(self._fact.op) if self._fact.op in _OPS else 0)
        self.value = QLineEdit("" if new else f"{self._fact.value:.12g}")
        self.unit = QLineEdit(self._fact.unit)
        self.dated = QCheckBox(self.tr("时限"))
        self.by = date_field(self._fact.by or dt.date(year, 12, 31))
        self._lay_out_rows()
        self.resize(440, 230)
        self.value.setFocus()

    def fact(self) -> Target:
        """The number as typed."""
        return replace(
            self._fact,
            phrase=self.phrase.text().strip(),
            op=str(self.op.currentData()),
            value=self._number() or 0.0,
            unit=self.unit.text().strip(),
            by=day_of(self.by) if self.dated.isChecked() else None,
            rule=BY_OFFICER,
            doubt="",
        )

    def problem(self) -> tuple[QWidget, str] | None:
        if not self.phrase.text().strip():
            return self.phrase, self.tr("指标原文未填写")
        if self._number() is None:
            return self.value, self.tr("数值应为数字，如30、95.5")
        return None

    def _number(self) -> float | None:
        try:
            number = float(self.value.text().strip().replace(",", "").replace("，", ""))
        except ValueError:
            return None
        return number if abs(number) < 1e15 else None

    def _lay_out_rows(self) -> None:
        row = QHBoxLayout()
        for widget, stretch in ((self.op, 0), (self.value, 2), (self.unit, 1)):
            row.addWidget(widget, stretch)
        self.unit.setPlaceholderText(self.tr("单位"))
        self.dated.setChecked(self._fact.by is not None)
        self.by.setEnabled(self.dated.isChecked())
        self.dated.toggled.connect(self.by.setEnabled)
        self.form.addRow(self.tr("原文"), self.phrase)
        self.form.addRow(self.tr("数值"), row)
        self.form.addRow(self.dated, self.by)
        for field in (self.phrase, self.value, self.unit):
            field.returnPressed.connect(self.accept)


def blank_target(words: str, span: Span | None) -> Target:
    """A number to be typed for selected words."""
    return Target(words, ">=", 0, "", None, span, BY_OFFICER)
