"""Which tasks leave the house: plan, period, chapters and units, as the dialogs of 报送 ask for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.gui.dialogs.plan_field import PlanField
from desktop_app.gui.dialogs.report.period_field import PeriodField
from desktop_app.gui.dialogs.report.scope_button import ScopeButton
from desktop_app.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class ScopeOffer:
    """What can be chosen from: all plans and tasks, and the plan in view."""

    plans: Sequence[PlanRow]
    rows: Sequence[TaskRow]
    plan: int | None
    today: dt.date


class ScopeFields(QObject):
    """Fields for a form; chapters and units offered are those of the chosen plan."""

    changed = Signal()

    def __init__(self, theme: Theme, offer: ScopeOffer, parent: QObject, *, chapters: bool = True) -> None:
        super().__init__(parent)
        self._offer = offer
        self.plan = PlanField(offer.plans, offer.plan)
        self.period = PeriodField(offer.today)
        self.chapters = ScopeButton(theme, self.tr("全部章"), self.tr("{0} 章"))
        self.units = ScopeButton(theme, self.tr("全部单位"), self.tr("{0} 个单位"))
        self._with_chapters = chapters
        self._fill()
        self.plan.activated.connect(self._choose_plan)
        for field in (self.period, self.chapters, self.units):
            field.changed.connect(self.changed)

    def add_to(self, form: QFormLayout) -> None:
        """Put the fields into a form, one below another."""
        form.addRow(self.tr("规划"), self.plan)
        form.addRow(self.tr("报送期"), self.period)
        if self._with_chapters:
            form.addRow(self.tr("章"), self.chapters)
        form.addRow(self.tr("单位"), self.units)

    def plan_id(self) -> int | None:
        """The chosen plan; None for all."""
        return self.plan.plan_id()

    def _choose_plan(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        plan = self.plan_id()
        chapters: dict[str, int] = {}
        units: dict[str, int] = {}
        for row in self._offer.rows:
            if plan is not None and row.plan_id != plan:
                continue
            if row.chapter:
                chapters[row.chapter] = chapters.get(row.chapter, 0) + 1
            for unit in row.units():
                units[unit] = units.get(unit, 0) + 1
        self.chapters.set_values(list(chapters.items()))
        self.units.set_values(sorted(units.items(), key=lambda each: -each[1]))
