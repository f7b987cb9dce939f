"""The left pane: what the report is about, what it holds, to whom it goes and who signs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.form import date_field, day_of
from desktop_app.gui.dialogs.plan_field import ElidingCombo, PlanField
from desktop_app.gui.dialogs.report.period_field import PeriodField
from desktop_app.gui.dialogs.report.scope_button import ScopeButton
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

if TYPE_CHECKING:
    from desktop_app.domain.ledger import PlanRow
    from desktop_app.exports.material import ReportOptions
    from desktop_app.exports.templates import Template

WIDTH = 228


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen: kinds of report, plans, chapters and units with how many tasks each has, and the units that
    answer for tasks, those with the most overdue ones first.
    """

    templates: Sequence[Template]
    plans: Sequence[PlanRow]
    chapters: Sequence[tuple[str, int]]
    units: Sequence[tuple[str, int]]
    owners: Sequence[str]
    today: dt.date


class ChoicesPane(QScrollArea):
    """Fields below one another, each under its name; those that a kind of report has no use for are away."""

    changed = Signal()
    template_chosen = Signal(str)

    def __init__(self, theme: Theme, today: dt.date) -> None:
        super().__init__()
        self._theme = theme
        self._offer = Offer((), (), (), (), (), today)
        self._tasks: tuple[int, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(196)
        self._labels: dict[QWidget, QLabel] = {}
        self._sections: dict[str, QCheckBox] = {}
        self._make_fields()
        self._lay_out()
        self._connect()

    def set_offer(self, offer: Offer) -> None:
        """Offer other plans, chapters and units; what is chosen stays where it can."""
        self._offer = offer
        with QSignalBlocker(self.template), QSignalBlocker(self.plan), QSignalBlocker(self.unit):
            _refill(self.template, ((say(template.name), template.key) for template in offer.templates))
            self.plan.offer(offer.plans)
            _refill(self.unit, ((name, name) for name in offer.owners))
        self.chapters.set_values(offer.chapters)
        self.units.set_values(offer.units)

    def set_options(self, options: ReportOptions) -> None:
        """Show these choices without saying that they changed."""
        blockers = [QSignalBlocker(each) for each in self._fields()]
        self._tasks = options.tasks
        self.template.setCurrentIndex(max(self.template.findData(options.template), 0))
        self.period.set_value(options.period)
        self.plan.choose(options.plan)
        self.chapters.choose(options.chapters)
        self.units.choose(options.units)
        if options.units:
            self.unit.setCurrentIndex(max(self.unit.findData(options.units[0]), 0))
        self.addressee.setText(options.addressee or "")
        self.signature.setText(options.signature_unit or "")
        day = options.signed_on or self._offer.today
        self.signed_on.setDate(QDate(day.year, day.month, day.day))
        self._offer_contents(options)
        self.numbering.setCurrentIndex(max(self.numbering.findData(options.numbering.value), 0))
        self._fit_template()
        del blockers

    def options(self) -> ReportOptions:
        """The report that is chosen."""
        from desktop_app.exports.material import ReportOptions
        from desktop_app.exports.report_model import Numbering

        template = self._template()
        wanted = tuple(key for key, box in self._sections.items() if box.isChecked())
        units = (str(self.unit.currentData()),) if template.per_unit else self.units.chosen()
        return ReportOptions(
            template=template.key,
            plan=self.plan.plan_id(),
            period=self.period.value(),
            chapters=self.chapters.chosen(),
            units=units,
            addressee=self._addressee(template),
            signature_unit=self.signature.text().strip(),
            signed_on=day_of(self.signed_on),
            sections=None if len(wanted) == len(self._sections) else wanted,
            annex=self.annex.isChecked(),
            definitions=self.definitions.isChecked(),
            charts=self.charts.isChecked(),
            numbering=Numbering(self.numbering.currentData()),
            tasks=self._tasks,
        )

    def _addressee(self, template: Template) -> str | None:
        """None leaves the readers of a circular or the unit of a letter to the template."""
        words = self.addressee.text().strip()
        return words if words or template.key in ("progress", "targets") else None

    def _template(self) -> Template:
        return self._offer.templates[max(self.template.currentIndex(), 0)]

    def _make_fields(self) -> None:
        self.template, self.plan, self.unit = ElidingCombo(), PlanField(), ElidingCombo()
        self.period = PeriodField(self._offer.today)
        self.chapters = ScopeButton(self._theme, self.tr("全部章"), self.tr("{0} 章"))
        self.units = ScopeButton(self._theme, self.tr("全部单位"), self.tr("{0} 个单位"))
        self.all_tasks = QCheckBox()
        self.addressee, self.signature = QLineEdit(), QLineEdit()
        self.signature.setPlaceholderText(self.tr("落款单位"))
        self.signed_on = date_field(self._offer.today)
        self.charts = QCheckBox(self.tr("图表（不选改列表格）"))
        self.annex, self.definitions = QCheckBox(), QCheckBox(self.tr("数据口径及对应任务"))
        self.numbering = ElidingCombo()
        self.numbering.addItem(self.tr("双面，外侧"), "outer")
        self.numbering.addItem(self.tr("居中"), "centred")

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(14, 10, 14, 14)
        self._column.setSpacing(4)
        for name, field in (
            (self.tr("文种"), self.template), (self.tr("报送期"), self.period), (self.tr("规划"), self.plan),
            (self.tr("单位"), self.unit), (self.tr("范围"), self.chapters), ("", self.units), ("", self.all_tasks),
            (self.tr("主送"), self.addressee), (self.tr("落款"), self.signature), (self.tr("成文日期"), self.signed_on),
        ):  # fmt: skip
            self._add(name, field)
        self._contents = QLabel(self.tr("内容"))
        self._column.addSpacing(6)
        self._column.addWidget(self._contents)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(2)
        self._column.addLayout(self._boxes)
        for box in (self.charts, self.annex, self.definitions):
            self._column.addWidget(box)
        self._add(self.tr("页码"), self.numbering)
        self._column.addStretch(1)
        self.setWidget(body)

    def _add(self, name: str, field: QWidget) -> None:
        if name:
            label = QLabel(name)
            label.setBuddy(field)
            self._labels[field] = label
            self._column.addSpacing(4)
            self._column.addWidget(label)
            field.setAccessibleName(name)
        self._column.addWidget(field)

    def _connect(self) -> None:
        self.template.activated.connect(lambda: self.template_chosen.emit(self.template.currentData()))
        self.period.changed.connect(self._fit_template)
        for combo in (self.plan, self.unit, self.numbering):
            combo.activated.connect(self.changed)
        for field in (self.period, self.chapters, self.units):
            field.changed.connect(self.changed)
        for line in (self.addressee, self.signature):
            line.textEdited.connect(self.changed)
        for box in (self.charts, self.annex, self.definitions):
            box.clicked.connect(self.changed)
        self.signed_on.dateChanged.connect(self.changed)
        self.all_tasks.clicked.connect(self._drop_tasks)

    def _drop_tasks(self) -> None:
        self._tasks = ()
        self._fit_template()
        self.changed.emit()

    def _offer_contents(self, options: ReportOptions) -> None:
        template = self._template()
        for box in self._sections.values():
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._sections = {key: QCheckBox(say(words)) for key, words in template.sections.items()}
        for key, box in self._sections.items():
            box.setChecked(options.sections is None or key in options.sections)
            box.clicked.connect(self.changed)
            self._boxes.addWidget(box)
        self.charts.setChecked(options.charts)
        self.annex.setText(self.tr("附件：{0}").format(say(template.annex)))
        self.annex.setChecked(options.annex)
        self.definitions.setChecked(options.definitions)

    def _fit_template(self) -> None:
        template = self._template()
        shown: Mapping[QWidget, bool] = {
            self.unit: template.per_unit,
            self.units: not template.per_unit and not self._tasks,
            self.chapters: not self._tasks,
            self.all_tasks: bool(self._tasks),
            self.addressee: template.letter and not template.per_unit,
            self.signature: template.letter,
            self.signed_on: template.letter,
            self.charts: template.charts,
            self.annex: bool(template.annex),
            self.definitions: template.definitions,
        }
        for field, visible in shown.items():
            field.setVisible(visible)
            if field in self._labels:
                self._labels[field].setVisible(visible)
        if "period" in self._sections:
            self._sections["period"].setEnabled(self.period.value() is not None)
        self._contents.setVisible(bool(template.sections) or template.definitions)
        self.all_tasks.setChecked(bool(self._tasks))
        self.all_tasks.setText(self.tr("只取选中的 {0} 项任务").format(len(self._tasks)))
        upward = template.key in ("progress", "targets")
        self.addressee.setPlaceholderText(self.tr("主送机关") if upward else self.tr("各有关单位"))

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.template, self.period, self.plan, self.unit, self.chapters, self.units, self.addressee, self.signature,
            self.signed_on, self.numbering,
        )  # fmt: skip


def _refill(combo: QComboBox, entries: Iterable[tuple[str, object]]) -> None:
    kept = combo.currentData()
    combo.clear()
    for words, data in entries:
        combo.addItem(words, data)
        combo.setItemData(combo.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
    combo.setCurrentIndex(max(combo.findData(kept), 0))
