"""Which plan an export is about, where there are several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.ledger import PlanRow
from desktop_app.gui.dialogs.form import FormDialog
from desktop_app.gui.dialogs.plan_field import PlanField
from desktop_app.gui.theme import Theme


class PlanChoiceDialog(FormDialog):
    """Asks for one plan, or all of them."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        subject: str,
        plans: Sequence[PlanRow],
        chosen: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, subject, parent, self.tr("导出"))
        self.plan = PlanField(plans, chosen)
        self.form.addRow(self.tr("规划"), self.plan)
        self.foot.primary.setDefault(True)
        self.resize(440, 140)

    def plan_id(self) -> int | None:
        """The chosen plan; None for all."""
        return self.plan.plan_id()
