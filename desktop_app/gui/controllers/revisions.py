"""更新版本, 通用条款 and 合并单位: a plan's newer text, its clauses, and units that are one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.ledger import RuleRow
from desktop_app.domain.plan import Plan
from desktop_app.gui.controllers import messages
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.phrases import Phrases
from desktop_app.gui.controllers.reading import PlanReader
from desktop_app.gui.controllers.sources import Source
from desktop_app.gui.dialogs.import_review import ImportReviewDialog
from desktop_app.gui.dialogs.merge_units import MergeUnitsDialog
from desktop_app.gui.dialogs.plan_rules import PlanRulesDialog
from desktop_app.gui.dialogs.revise_review import ReviseReviewDialog
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.gui.words import say
from desktop_app.services import plan_rules, revise, units


class RevisionController(QObject):
    """Shows what would change before anything does; every step is a command that undo takes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._reader = PlanReader(desk)
        actions = self._window.actions_
        actions.revise_plan.triggered.connect(self.ask_file)
        actions.plan_rules.triggered.connect(self.show_rules)
        actions.merge_units.triggered.connect(self.show_units)

    def ask_file(self) -> None:
        """Choose the newer version of the plan at hand."""
        from desktop_app.ingest.readers import SUFFIXES

        plan_id = self._desk.plan_at_hand()
        if plan_id is None:
            return
        title, kind = self.tr("选择新版本"), (self.tr("规划文件"), SUFFIXES)
        self._desk.files.ask_file(self._window, title, Purpose.PLAN, [kind], lambda file: self.read(plan_id, file))

    def read(self, plan_id: int, file: Path) -> None:
        """Read the newer version beside the window; it is put right like any plan, then compared."""
        shown = partial(self._correct, plan_id, file)
        self._reader.read(Source(file), shown, self._desk.say, lambda: None)

    def show_rules(self) -> None:
        """List the clauses of the plan at hand."""
        plan_id = self._desk.plan_at_hand()
        if plan_id is None:
            return
        title = next(plan.title for plan in self._desk.session.plans if plan.id == plan_id)
        dialog = PlanRulesDialog(self._window.theme, title, self._rules(plan_id), self._window)
        dialog.apply_chosen.connect(lambda rule: self._apply_rule(dialog, plan_id, rule))
        dialog.open()

    def show_units(self) -> None:
        """List the units and those that are probably one."""
        workspace = self._desk.workspace
        listed, suggested = units.list_units(workspace), units.suggestions(workspace)
        dialog = MergeUnitsDialog(self._window.theme, listed, suggested, self._window)
        dialog.merge_chosen.connect(lambda keep, others: self._merge(dialog, keep, others))
        dialog.open()

    def _correct(self, plan_id: int, file: Path, plan: Plan) -> None:
        found = self._compare(plan_id, file, plan)
        if found is None:
            return
        review = ImportReviewDialog(
            self._window.theme, plan, (1, 1), Phrases(), self._window, self.tr("比较版本（{0} 项任务）"),
            self._desk.files,
        )  # fmt: skip
        review.accepted.connect(lambda: self._review(plan_id, file, review.plan, review.corrections_json()))
        review.open()

    def _compare(self, plan_id: int, file: Path, plan: Plan) -> revise.RevisionResult | None:
        """What the newer version changes; None when it cannot be one, or changes nothing, which is told."""
        workspace = self._desk.workspace
        try:
            found: revise.RevisionResult = self._desk.wait(
                self.tr("正在比较版本"), lambda _: revise.revise(workspace, plan_id, file, plan, dry_run=True)
            )
        except XiaohaoError as error:
            self._desk.say(error)
            return None
        if found.identical:
            messages.tell(self._window, self.tr("更新版本"), say(found.changes.label + "。"))
            return None
        return found

    def _review(self, plan_id: int, file: Path, plan: Plan, corrections: str) -> None:
        found = self._compare(plan_id, file, plan)
        if found is None:
            return
        dialog = ReviseReviewDialog(
            self._window.theme, found.title, file.name, found.tasks, found.same, found.warnings, self._window
        )
        dialog.accepted.connect(lambda: self._revise(plan_id, file, plan, dialog.kept(), corrections))
        dialog.open()

    def _revise(self, plan_id: int, file: Path, plan: Plan, kept: frozenset[int], corrections: str) -> None:
        workspace = self._desk.workspace
        try:
            result: revise.RevisionResult = self._desk.wait(
                self.tr("正在更新版本"),
                lambda _: revise.revise(workspace, plan_id, file, plan, keep_ticks=kept, corrections=corrections),
            )
        except XiaohaoError as error:
            self._desk.say(error)
            return
        self._desk.changed.emit(result.changes)
        self._window.set_status(saved=self.tr("已更新版本：{0}").format(result.summary))

    def _apply_rule(self, dialog: PlanRulesDialog, plan_id: int, rule: int) -> None:
        title = self.tr("正在套用条款")
        if self._desk.run(lambda workspace: plan_rules.apply_rule(workspace, rule), title) is not None:
            dialog.set_rules(self._rules(plan_id))

    def _rules(self, plan_id: int) -> list[RuleRow]:
        """The clauses of a plan, each with the tasks it speaks for: looked up among all its tasks."""
        workspace = self._desk.workspace
        listed: list[RuleRow] = self._desk.wait(
            self.tr("正在核对条款"), lambda _: plan_rules.list_rules(workspace, plan_id)
        )
        return listed

    def _merge(self, dialog: MergeUnitsDialog, keep: int, others: list[int]) -> None:
        title = self.tr("正在合并单位")
        if self._desk.run(lambda workspace: units.merge(workspace, keep, others), title) is not None:
            workspace = self._desk.workspace
            dialog.set_units(units.list_units(workspace), units.suggestions(workspace))
