"""导出报告: which plan, and which month the report speaks about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.ledger import PlanRow
from desktop_app.gui.dialogs.form import FormDialog
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import tr

MONTHS = 12
"""How many months back a report is offered for; quarters and years of the same time come after them."""


class ExportDialog(FormDialog):
    """Asks for the plan (or all), and for a report its period."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        subject: str,
        plans: Sequence[PlanRow],
        chosen: int | None,
        today: dt.date | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, subject, parent, self.tr("导出"))
        self.plan = QComboBox()
        if len(plans) > 1:
            self.plan.addItem(self.tr("全部规划（{0} 份）").format(len(plans)), None)
        for plan in plans:
            self.plan.addItem(plan.title, plan.id)
        self.plan.setCurrentIndex(max(self.plan.findData(chosen), 0) if chosen is not None else 0)
        self.form.addRow(self.tr("规划"), self.plan)
        self.period = QComboBox()
        if today is not None:
            self.period.addItem(self.tr("截至今日"), None)
            for words, period in periods(today):
                self.period.addItem(words, period)
            self.form.addRow(self.tr("时段"), self.period)
        self.foot.primary.setDefault(True)
        self.resize(440, 170)

    def plan_id(self) -> int | None:
        """The chosen plan; None for all."""
        chosen: int | None = self.plan.currentData()
        return chosen

    def chosen_period(self) -> str | None:
        """The chosen period as 2026-11, 2026-Q4 or 2026; None for the state of today."""
        chosen: str | None = self.period.currentData()
        return chosen


def periods(today: dt.date) -> list[tuple[str, str]]:
    """The periods a report can speak of, in words and as reports take them: months, then quarters, then years."""
    last = today.year * 12 + today.month - 1
    months = [(number // 12, number % 12 + 1) for number in range(last, last - MONTHS, -1)]
    quarters = dict.fromkeys((year, (month + 2) // 3) for year, month in months)
    listed = [(tr("{0}年{1}月").format(year, month), f"{year}-{month:02d}") for year, month in months]
    listed += [(tr("{0}年第{1}季度").format(year, quarter), f"{year}-Q{quarter}") for year, quarter in quarters]
    return listed + [(tr("{0}年").format(year), str(year)) for year in dict.fromkeys(year for year, _ in months)]
