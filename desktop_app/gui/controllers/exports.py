"""The ledger as a workbook: rows are read here, drawing happens beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.plan_choice import PlanChoiceDialog
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.gui.worker import Work

if TYPE_CHECKING:
    from desktop_app.services.exchange import ExportResult


class ExportController(QObject):
    """Asks what and where, and shows what was written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._window.actions_.export_ledger.triggered.connect(self.ask_ledger)

    def ask_ledger(self) -> None:
        """Ask for the plan, when there are several, then for the file."""
        session = self._desk.session
        if len(session.plans) == 1:
            self._ask_place(None)
            return
        dialog = PlanChoiceDialog(
            self._window.theme, self.tr("导出台账"), self.tr("导出 Excel 台账"), session.plans, session.plan_in_view(),
            self._window,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._ask_place(dialog.plan_id()))
        dialog.open()

    def write_ledger(self, plan: int | None, path: Path) -> None:
        """Draw the workbook."""
        from desktop_app.services import exchange

        workspace = self._desk.workspace
        self._start(path, lambda progress: exchange.export_ledger(workspace, path, plan, progress))

    def _ask_place(self, plan: int | None) -> None:
        titles = {row.id: row.title for row in self._desk.session.plans}
        only = next(iter(titles.values())) if len(titles) == 1 else self.tr("全部规划")
        word = self.tr("台账")
        self._desk.files.ask_place(
            self._window,
            self.tr("导出台账"),
            Purpose.EXPORT,
            f"{titles.get(plan or 0, only)}{word}{self._desk.today:%Y%m%d}.xlsx",
            [(word, (".xlsx",))],
            lambda path: self.write_ledger(plan, path),
        )

    def _start(self, path: Path, work: Work) -> None:
        self._desk.worker.run(self.tr("正在导出 {0}").format(path.name), work, self._show, self._desk.say)

    def _show(self, result: ExportResult) -> None:
        self._window.set_status(saved=self.tr("已导出 {0}").format(result.path.name))
        ExportResultDialog(self._window.theme, result.path, result.message, self._window).open()
