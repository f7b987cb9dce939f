"""The field that asks for a plan, or all of them; and a box of choices that shortens a long name with dots."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop_app.domain.ledger import PlanRow


class ElidingCombo(QComboBox):
    """No wider than its form; under a style sheet a box cuts its text off in the middle of a character."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        complex_, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(complex_, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(complex_, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class PlanField(ElidingCombo):
    """Lists the plans, above them all of them where there are several."""

    def __init__(self, plans: Sequence[PlanRow] = (), chosen: int | None = None) -> None:
        super().__init__()
        self.setMinimumContentsLength(12)
        self.activated.connect(self._tell)
        self.offer(plans)
        self.choose(chosen)

    def offer(self, plans: Sequence[PlanRow]) -> None:
        """Offer these plans; the one that is chosen stays while it is among them."""
        kept = self.plan_id()
        self.clear()
        if len(plans) > 1:
            self.addItem(self.tr("全部规划（{0} 份）").format(len(plans)), None)
        for plan in plans:
            self.addItem(plan.title, plan.id)
            self.setItemData(self.count() - 1, plan.title, Qt.ItemDataRole.ToolTipRole)
        self.choose(kept)

    def choose(self, plan: int | None) -> None:
        """Show this plan; None, or one that is not offered, shows the first entry."""
        self.setCurrentIndex(max(self.findData(plan), 0))
        self._tell()

    def plan_id(self) -> int | None:
        """The chosen plan; None for all."""
        chosen: int | None = self.currentData()
        return chosen

    def _tell(self) -> None:
        self.setToolTip(self.currentText())
