"""The ledger as a workbook: rows are read here, drawing happens beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.plan_choice import PlanChoiceDialog
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
            self._ask_file(None, self.tr("台账"), "xlsx", self.write_ledger)
            return
        dialog = PlanChoiceDialog(
            self._window.theme, self.tr("导出台账"), self.tr("导出 Excel 台账"), session.plans, session.plan_in_view(),
            self._window,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._ask_file(dialog.plan_id(), self.tr("台账"), "xlsx", self.write_ledger))
        dialog.open()

    def write_ledger(self, plan: int | None, path: Path) -> None:
        """Draw the workbook."""
        from desktop_app.services import exchange

        workspace = self._desk.workspace
        self._start(path, lambda progress: exchange.export_ledger(workspace, path, plan, progress))

    def _ask_file(self, plan: int | None, word: str, suffix: str, write: Callable[[int | None, Path], None]) -> None:
        titles = {row.id: row.title for row in self._desk.session.plans}
        only = next(iter(titles.values())) if len(titles) == 1 else self.tr("全部规划")
        name = f"{titles.get(plan or 0, only)}{word}{self._desk.today:%Y%m%d}.{suffix}"
        dialog = QFileDialog(self._window, self.tr("导出{0}").format(word))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilters([f"{word} (*.{suffix})"])
        dialog.setDirectory(str(self._desk.workspace.folder / "exports"))
        dialog.selectFile(safe_name(name))
        dialog.fileSelected.connect(lambda chosen: write(plan, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _start(self, path: Path, work: Work) -> None:
        self._desk.worker.run(self.tr("正在导出 {0}").format(path.name), work, self._show, self._desk.say)

    def _show(self, result: ExportResult) -> None:
        self._window.set_status(saved=self.tr("已导出 {0}").format(result.path.name))
        ExportResultDialog(self._window.theme, result.path, result.message, self._window).open()


def safe_name(name: str) -> str:
    """A file name that every system takes."""
    return "".join("_" if letter in '\\/:*?"<>|' else letter for letter in name)
