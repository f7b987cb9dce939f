"""通用条款: the clauses that speak for a whole plan, and applying one to the tasks it speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.ledger import RuleRow
from desktop_app.domain.plan import RuleScope
from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.dialogs.plain_table import PlainTable
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say, tr


class PlanRulesDialog(QDialog):
    """A row a clause: its words, what it would add, to how many tasks. Enter applies the current one."""

    apply_chosen = Signal(int)
    """The id of the clause to be applied."""

    def __init__(self, theme: Theme, title: str, rules: Sequence[RuleRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("通用条款 - {0}").format(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rules: Sequence[RuleRow] = ()
        self.note = QLabel(self.tr("原文中适用于多项任务的条款，套用后补入有关任务，可撤销。"))
        self.table = PlainTable(
            theme, [self.tr("条款"), self.tr("补入内容"), self.tr("涉及任务"), self.tr("套用日期")], (0, 240, 72, 88)
        )
        self.foot = DialogFoot(theme, self.tr("套用"), self.tr("关闭"))
        self.foot.primary.clicked.connect(self._apply)
        self.foot.secondary.clicked.connect(self.reject)
        self.table.activated.connect(self._apply)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.note.setContentsMargins(16, 10, 16, 10)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.foot)
        self.resize(820, 360)
        self.set_rules(rules)
        self.table.setFocus()

    def set_rules(self, rules: Sequence[RuleRow]) -> None:
        """Show the clauses; the current row stays current."""
        self._rules = rules
        self.table.set_rows([_cells(rule) for rule in rules])
        if not rules:
            self.note.setText(self.tr("这份规划没有适用于多项任务的条款。"))
        self._enable()

    def _current(self) -> RuleRow | None:
        row = self.table.currentIndex().row()
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def _enable(self) -> None:
        rule = self._current()
        self.foot.primary.setEnabled(rule is not None and bool(rule.tasks))
        done = rule is not None and not rule.tasks
        self.foot.note.setText(self.tr("有关任务均已写明，无需套用") if done else "")

    def _apply(self) -> None:
        rule = self._current()
        if rule is not None and rule.tasks:
            self.apply_chosen.emit(rule.id)


def _cells(rule: RuleRow) -> list[str]:
    tasks = tr("{0} 项").format(len(rule.tasks)) if rule.tasks else tr("无")
    return [rule.phrase, _adds(rule), tasks, rule.applied_on.isoformat() if rule.applied_on else ""]


def _adds(rule: RuleRow) -> str:
    if rule.scope is RuleScope.DATE_EVERYWHERE and rule.date is not None:
        return tr("完成时限 {0}").format(rule.date.isoformat())
    if rule.scope is RuleScope.UNITS_EVERYWHERE:
        return f"{say(rule.role.label)} {'、'.join(rule.units)}"
    return tr("首个责任单位为牵头单位")
