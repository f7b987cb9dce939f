"""佐证打包: counts what a pack would hold, asks for the place, packs beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.latest import LatestAnswer
from desktop_app.gui.controllers.leading import lead_to
from desktop_app.gui.dialogs.evidence_pack import EvidencePackDialog
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.scope_fields import ScopeOffer
from desktop_app.gui.file_dialogs import Purpose

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions
    from desktop_app.services.exchange import ExportResult


class EvidencePackController(QObject):
    """One pack at a time; nothing half-written stays when it is stopped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._counter = LatestAnswer(desk)
        desk.leaving.connect(self._counter.stop)
        self._window.closing.connect(self._counter.stop)
        self._window.actions_.pack_evidence.triggered.connect(self.ask)

    def ask(self) -> EvidencePackDialog:
        """Ask what to pack."""
        session = self._desk.session
        offer = ScopeOffer(session.plans, list(session.rows.values()), session.plan_in_view(), self._desk.today)
        dialog = EvidencePackDialog(self._window.theme, offer, self._window)
        dialog.scope_changed.connect(lambda: self._count(dialog))
        dialog.task_requested.connect(dialog.reject)
        dialog.task_requested.connect(lambda task: lead_to(self._desk, [task]))
        dialog.place_wanted.connect(lambda: self._ask_place(dialog))
        dialog.finished.connect(self._counter.forget)
        dialog.open()
        self._count(dialog)
        return dialog

    def pack(self, options: ReportOptions, place: Path, password: str) -> None:
        """Pack to a zip, or to a folder when `place` has no such extension."""
        from desktop_app.services import evidence_pack

        workspace = self._desk.workspace
        self._desk.worker.run(
            self.tr("正在打包佐证"),
            lambda progress: evidence_pack.export_evidence(workspace, place, options, password, progress),
            self._show,
            self._desk.say,
        )

    def _count(self, dialog: EvidencePackDialog) -> None:
        """Count beside the window: in a large ledger it takes a second or two."""
        from desktop_app.services import evidence_pack

        workspace, options = self._desk.workspace, _options(dialog)
        dialog.show_counting()
        self._counter.ask(
            self.tr("正在统计佐证"),
            lambda _: evidence_pack.preview(workspace, options),
            dialog.show_preview,
            dialog.show_failure,
        )

    def _ask_place(self, asked: EvidencePackDialog) -> None:
        options, password, as_zip = _options(asked), asked.secret(), asked.as_zip()
        titles = {plan.id: plan.title for plan in self._desk.session.plans}
        name = f"{titles.get(options.plan or 0, '')}{self.tr('佐证')}{self._desk.today:%Y%m%d}"
        words, suffix = (self.tr("压缩包"), ".zip") if as_zip else (self.tr("文件夹"), "")

        def take(place: Path) -> None:
            asked.done(EvidencePackDialog.DialogCode.Accepted)
            self.pack(options, place, password)

        self._desk.files.ask_place(
            asked, self.tr("佐证打包"), Purpose.EXPORT, name + suffix, [(words, (suffix,))], take
        )

    def _show(self, result: ExportResult) -> None:
        self._window.set_status(saved=self.tr("已打包 {0}").format(result.path.name))
        ExportResultDialog(self._window.theme, result.path, result.message, self._window).open()


def _options(dialog: EvidencePackDialog) -> ReportOptions:
    from desktop_app.exports.material import ReportOptions

    scope = dialog.scope
    return ReportOptions(
        template="evidence",
        plan=scope.plan_id(),
        period=scope.period.value(),
        chapters=scope.chapters.chosen(),
        units=scope.units.chosen(),
    )
