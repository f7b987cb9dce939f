"""报送期: a month, a quarter, a half year, a year, any days, or everything up to today."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.form import date_field, day_of
from desktop_app.gui.words import tr

NOW, MONTH, QUARTER, HALF, YEAR, DAYS = "now", "month", "quarter", "half", "year", "days"

_BACK = {MONTH: 24, QUARTER: 8, HALF: 6, YEAR: 5}
"""How many periods back are offered."""


class PeriodField(QWidget):
    """The kind of period above, which one below. The value is what reports take: 2026-11, 2026-Q4, 2026-H2, 2026, two days."""

    changed = Signal()

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self._today = today
        self.kind = QComboBox()
        for key, words in (
            (NOW, self.tr("截至今日")), (MONTH, self.tr("按月")), (QUARTER, self.tr("按季度")), (HALF, self.tr("按半年")),
            (YEAR, self.tr("按年")), (DAYS, self.tr("起止日期")),
        ):  # fmt: skip
            self.kind.addItem(words, key)
        self.which = QComboBox()
        self.first, self.last = date_field(today.replace(day=1)), date_field(today)
        self._arrange()
        self.kind.setAccessibleName(self.tr("报送期"))
        self.which.setAccessibleName(self.tr("哪一期"))
        self.first.setAccessibleName(self.tr("起始日"))
        self.last.setAccessibleName(self.tr("截止日"))
        self._show_kind()
        self.kind.activated.connect(self._choose_kind)
        self.which.activated.connect(self.changed)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._choose_days)

    def value(self) -> str | None:
        """The chosen period; None for everything up to today."""
        kind = self.kind.currentData()
        if kind == NOW:
            return None
        if kind == DAYS:
            return f"{day_of(self.first).isoformat()}..{day_of(self.last).isoformat()}"
        chosen: str = self.which.currentData()
        return chosen

    def set_value(self, period: str | None) -> None:
        """Show a period without saying that it changed; one further back than is offered is added."""
        self.kind.setCurrentIndex(self.kind.findData(_kind_of(period)))
        self._show_kind()
        if period is None:
            return
        if ".." in period:
            for field, day in zip((self.first, self.last), period.split(".."), strict=True):
                field.blockSignals(True)
                field.setDate(QDate.fromString(day, "yyyy-MM-dd"))
                field.blockSignals(False)
            return
        if self.which.findData(period) < 0:
            self.which.addItem(_words(period), period)
        self.which.setCurrentIndex(self.which.findData(period))

    def _arrange(self) -> None:
        self._days = QWidget()
        days = QVBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(4)
        for field in (self.first, self.last):
            days.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.kind, self.which, self._days):
            column.addWidget(widget)

    def _choose_kind(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _choose_days(self) -> None:
        """The last day is never before the first."""
        if self.first.date() > self.last.date():
            other = self.last if self.sender() is self.first else self.first
            other.setDate(self.first.date() if other is self.last else self.last.date())
            return
        self.changed.emit()

    def _show_kind(self) -> None:
        kind = self.kind.currentData()
        self._days.setVisible(kind == DAYS)
        self.which.setVisible(kind in _BACK)
        self.which.clear()
        for period in periods(kind, self._today):
            self.which.addItem(_words(period), period)


def periods(kind: str, today: dt.date) -> list[str]:
    """The periods of a kind that are offered, the present one first; none for the kinds that are not counted."""
    count = _BACK.get(kind, 0)
    if kind == YEAR:
        return [str(today.year - back) for back in range(count)]
    months = {MONTH: 1, QUARTER: 3, HALF: 6}.get(kind, 1)
    last = (today.year * 12 + today.month - 1) // months
    form = {MONTH: "{0}-{1:02d}", QUARTER: "{0}-Q{1}", HALF: "{0}-H{1}"}
    per_year = 12 // months
    return [form[kind].format(at // per_year, at % per_year + 1) for at in range(last, last - count, -1)]


def _kind_of(period: str | None) -> str:
    if period is None:
        return NOW
    for mark, kind in (("..", DAYS), ("-Q", QUARTER), ("-H", HALF), ("-", MONTH)):
        if mark in period:
            return kind
    return YEAR


def _words(period: str) -> str:
    year, _, rest = period.partition("-")
    if rest.startswith("Q"):
        return tr("{0}年第{1}季度").format(year, rest[1])
    if rest.startswith("H"):
        return tr("{0}年上半年").format(year) if rest == "H1" else tr("{0}年下半年").format(year)
    return tr("{0}年{1}月").format(year, int(rest)) if rest else tr("{0}年").format(year)
