"""报送: what the report is about, what wants care before it goes, and the button that freezes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from desktop_app.gui.dialogs.form import text_field
from desktop_app.gui.dialogs.report.remarks_pane import Remark, RemarksPane
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.dialogs.scope_fields import ScopeFields, ScopeOffer
from desktop_app.gui.dialogs.side_form import SideFormDialog
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions
    from desktop_app.exports.templates import Template

_NOTE_HEIGHT = 64
_NEW_NUMBERS = "new_numbers"
"""The kind of the remark that needs a yes."""
_PATIENCE = 300
"""Milliseconds after a choice before the report is looked over."""


class SubmitDialog(SideFormDialog):
    """Asks for the report, or shows the one that was drafted in the report window.

    `checking_requested` asks for a preflight; until it has come the button waits.

    Args:
        templates: the kinds of report.
        offer: plans, chapters and units to choose from.
        options: the report that was drafted; None asks for one.
        number: the number this submission will get.
    """

    checking_requested = Signal(object)
    tasks_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        templates: Sequence[Template],
        offer: ScopeOffer,
        options: ReportOptions,
        drafted: bool,
        number: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", "", parent)
        self.setWindowTitle(self.tr("报送 - 第 {0} 次").format(number))
        self._options, self._drafted = options, drafted
        self.template = QComboBox()
        for each in templates:
            self.template.addItem(say(each.name), each.key)
        self.template.setCurrentIndex(max(self.template.findData(options.template), 0))
        self.scope = ScopeFields(theme, offer, self)
        self.scope.period.set_value(options.period)
        self.note_ = text_field(2)
        self.note_.setFixedHeight(_NOTE_HEIGHT)
        self.note_.setPlaceholderText(self.tr("报送对象和方式"))
        self.remarks = RemarksPane(theme)
        self.numbers_checked = QCheckBox(self.tr("改写的数字已核对"))
        self.numbers_checked.setVisible(False)
        self.foot.primary.setText(self.tr("定稿报送"))
        self.foot.note.setText(self.tr("正在检查……"))
        self._fill_form(offer)
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(_PATIENCE)
        self._connect()
        open_at(self, 820, 470)
        self.foot.primary.setEnabled(False)
        (self.note_ if drafted else self.template).setFocus()

    def options(self) -> ReportOptions:
        """The report that is to be frozen."""
        if self._drafted:
            return self._options
        return replace(
            self._options,
            template=self.template.currentData(),
            plan=self.scope.plan_id(),
            period=self.scope.period.value(),
            chapters=self.scope.chapters.chosen(),
            units=self.scope.units.chosen(),
        )

    def note(self) -> str:
        """What the officer says of it."""
        return self.note_.toPlainText().strip()

    def start_checking(self) -> None:
        """Ask for a preflight of what is chosen now."""
        self.foot.primary.setEnabled(False)
        self.foot.note.setText(self.tr("正在检查……"))
        self.checking_requested.emit(self.options())

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """What the preflight found: it may be frozen all the same."""
        self.remarks.set_remarks(remarks)
        asks = any(remark.kind == _NEW_NUMBERS for remark in remarks)
        self.numbers_checked.setChecked(False)
        self.numbers_checked.setVisible(asks)
        self._offer_freezing()

    def _offer_freezing(self) -> None:
        """What the officer wrote beyond the record goes out only after a yes."""
        asked = not self.numbers_checked.isHidden() and not self.numbers_checked.isChecked()
        words = self.tr("正文有台账以外的数字，核对后勾选“改写的数字已核对”")
        self.foot.note.setText(words if asked else self.tr("留存 PDF、Word、台账和数据，不能修改、不能撤销"))
        self.foot.primary.setEnabled(not asked)

    def show_failure(self, sentence: str) -> None:
        """There is no such report, and why."""
        self.remarks.set_remarks(())
        self.numbers_checked.setVisible(False)
        self.foot.note.setText(sentence)
        self.foot.primary.setEnabled(False)

    def accept(self) -> None:
        if self.foot.primary.isEnabled():
            super().accept()

    def _fill_form(self, offer: ScopeOffer) -> None:
        if self._drafted:
            self._tell(offer)
        else:
            self.form.addRow(self.tr("文种"), self.template)
            self.scope.add_to(self.form)
        self.form.addRow(self.tr("说明"), self.note_)
        self.form.addRow("", self.numbers_checked)
        self.side.addWidget(self.remarks, 1)

    def _tell(self, offer: ScopeOffer) -> None:
        """The drafted report in words: it is frozen as the window shows it."""
        options = self._options
        titles = {plan.id: plan.title for plan in offer.plans}
        told = (
            (self.tr("文种"), self.template.currentText()),
            (self.tr("规划"), titles.get(options.plan or 0, self.tr("全部规划（{0} 份）").format(len(titles)))),
            (self.tr("报送期"), options.period or self.tr("截至今日")),
            (self.tr("章"), "、".join(options.chapters) or self.tr("全部章")),
            (self.tr("单位"), "、".join(options.units) or self.tr("全部单位")),
        )
        for name, words in told:
            label = QLabel(words)
            label.setWordWrap(True)
            self.form.addRow(name, label)
        for field in (self.template, self.scope.plan, self.scope.period, self.scope.chapters, self.scope.units):
            field.setParent(self)
            field.hide()

    def _connect(self) -> None:
        self.template.activated.connect(self._check.start)
        self.scope.changed.connect(self._check.start)
        self._check.timeout.connect(self.start_checking)
        self.numbers_checked.clicked.connect(self._offer_freezing)
        self.remarks.tasks_requested.connect(self.tasks_requested)
