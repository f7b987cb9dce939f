"""报送 and 历次报送: freezes a report after it was looked over; opens, compares and prints what was frozen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import StorageFailure, XiaohaoError
from desktop_app.domain.quotes import quoted
from desktop_app.gui.controllers.copies import ReadableCopies
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.latest import LatestAnswer
from desktop_app.gui.controllers.leading import bring_to_front, lead_to, list_all
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.scope_fields import ScopeOffer
from desktop_app.gui.dialogs.submissions import SubmissionsWindow, SubmitDialog, SubmittedDialog
from desktop_app.gui.file_dialogs import Purpose

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions
    from desktop_app.services.exchange import ExportResult
    from desktop_app.services.submission_compare import Comparison
    from desktop_app.services.submissions import Frozen


class SubmissionController(QObject):
    """Files are drawn and compared beside the window; the number is given and registered on the main thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._copies = ReadableCopies()
        self._pair: tuple[int, int | None] | None = None
        self._window.actions_.submit_report.triggered.connect(lambda: self.ask())
        self._window.actions_.show_submissions.triggered.connect(self.show_history)
        self._checker, self._auditor = LatestAnswer(desk), LatestAnswer(desk)
        self._history: SubmissionsWindow | None = None
        desk.leaving.connect(self.leave)
        self._window.closing.connect(self.leave)

    def leave(self) -> None:
        """Let go of the workspace: nothing is read from it any more, and no copy passes for one of the next."""
        self._checker.stop()
        self._auditor.stop()
        self._copies.clear()
        if self._history is not None:
            self._history.close()

    def ask(self, options: ReportOptions | None = None, place: QWidget | None = None) -> SubmitDialog:
        """Show what the preflight finds, then freeze; `options` are those of a report that was drafted.

        `place` is the window that asks, where another than the main one: it stays, and is come back to.
        """
        from desktop_app.exports.material import ReportOptions
        from desktop_app.services import reports, submissions

        session = self._desk.session
        offer = ScopeOffer(session.plans, list(session.rows.values()), session.plan_in_view(), self._desk.today)
        chosen = options or ReportOptions(plan=session.plan_in_view())
        number = submissions.next_number(self._desk.workspace)
        dialog = SubmitDialog(
            self._window.theme, reports.templates(), offer, chosen, options is not None, number, place or self._window
        )
        dialog.checking_requested.connect(lambda wanted: self._check(dialog, wanted))
        dialog.tasks_requested.connect(dialog.reject)
        dialog.tasks_requested.connect(self._lead)
        dialog.accepted.connect(
            lambda: self.submit(dialog.options(), dialog.note(), dialog.numbers_checked.isChecked(), place)
        )
        dialog.finished.connect(self._checker.forget)
        dialog.open()
        dialog.start_checking()
        return dialog

    def submit(
        self, options: ReportOptions, note: str, numbers_checked: bool = False, place: QWidget | None = None
    ) -> None:
        """Draw the files beside the window, then register them."""
        from desktop_app.services import submissions

        workspace = self._desk.workspace
        self._desk.worker.run(
            self.tr("正在定稿报送"),
            lambda progress: submissions.freeze(workspace, options, progress, numbers_checked),
            lambda frozen: self._keep(frozen, note, place),
            self._desk.say,
        )

    def show_history(self) -> SubmissionsWindow:
        """List what was sent, in one window; whether it is whole is looked up beside it."""
        window = self._history or self._make_history()
        bring_to_front(window)
        self._refresh(window)
        return window

    def _make_history(self) -> SubmissionsWindow:
        window = self._history = SubmissionsWindow(self._window.theme, self._window)
        self._pair = None
        window.finished.connect(self._forget)
        window.file_requested.connect(self.open)
        window.copy_requested.connect(lambda number: self._ask_copies(window, number))
        window.compare_requested.connect(lambda earlier, later: self._compare(window, earlier, later))
        window.export_requested.connect(lambda: self._ask_page(window))
        window.print_requested.connect(lambda: self._print_page(window))
        window.task_requested.connect(lambda task: lead_to(self._desk, [task]))
        return window

    def open(self, number: int, name: str) -> None:
        """Open a read-only copy of a kept file; one that was touched is not shown as what was sent."""
        from desktop_app.services import submission_compare

        try:
            kept = submission_compare.readable(self._desk.workspace, number, name)
            copy = self._copies.copy(kept, self.tr("第{0}次报送").format(number))
        except XiaohaoError as error:
            self._desk.say(error)
        except OSError as error:
            self._desk.say(StorageFailure(self.tr("未能打开（{0}），清理磁盘后再试").format(reason(error))))
        else:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
                self._window.set_status(saved=self.tr("本机没有能打开{0}的程序").format(quoted(name)))

    def copy_all(self, number: int, folder: Path) -> None:
        """Copy the files of a submission out, under names that say which it is; nothing there is overwritten."""
        from desktop_app.services import submission_compare

        workspace = self._desk.workspace
        try:
            copied: list[Path] = self._desk.wait(
                self.tr("正在另存报送文件"), lambda _: submission_compare.copy_out(workspace, number, folder)
            )
        except XiaohaoError as error:
            self._desk.say(error)
            return
        self._window.set_status(saved=self.tr("已另存 {0} 份到 {1}").format(len(copied), folder.name))

    def write_page(self, path: Path) -> None:
        """Write the comparison that is shown."""
        from desktop_app.services import submission_compare

        if self._pair is None:
            return
        workspace, (earlier, later) = self._desk.workspace, self._pair
        self._desk.worker.run(
            self.tr("正在导出 {0}").format(path.name),
            lambda progress: submission_compare.export_comparison(workspace, earlier, later, path, progress),
            self._show_written,
            self._desk.say,
        )

    def _check(self, dialog: SubmitDialog, options: ReportOptions) -> None:
        """Look the report over beside the window."""
        from desktop_app.services.preflight import preflight

        workspace = self._desk.workspace
        self._checker.ask(
            self.tr("正在检查报告"), lambda _: preflight(workspace, options), dialog.show_remarks, dialog.show_failure
        )

    def _lead(self, tasks: Sequence[int]) -> None:
        bring_to_front(self._window)
        (list_all if len(tasks) > 1 else lead_to)(self._desk, tasks)

    def _keep(self, frozen: Frozen, note: str, place: QWidget | None) -> None:
        from desktop_app.services import submissions

        try:
            row = submissions.keep(self._desk.workspace, frozen, note)
        except XiaohaoError as error:
            self._desk.say(error)
            return
        self._window.set_status(saved=self.tr("已定稿报送第 {0} 次").format(row.number))
        stays = place is not None and isValid(place) and place.isVisible()
        dialog = SubmittedDialog(self._window.theme, row, place if stays else self._window)
        dialog.open_requested.connect(lambda name: self.open(row.number, name))
        dialog.history_requested.connect(self.show_history)
        dialog.open()
        if self._history is not None:
            self._refresh(self._history)

    def _refresh(self, window: SubmissionsWindow) -> None:
        from desktop_app.services import submission_state, submissions

        workspace = self._desk.workspace
        rows = submissions.listed(workspace)
        window.set_rows(rows, None if rows else {})
        if rows:
            self._auditor.ask(
                self.tr("正在核对留存文件"),
                lambda _: submission_state.damage_by_number(workspace),
                window.show_damage,
                window.damage.say,
            )

    def _compare(self, window: SubmissionsWindow, earlier: int, later: int | None) -> None:
        from desktop_app.services import submission_compare

        workspace = self._desk.workspace
        try:
            found: Comparison = self._desk.wait(
                self.tr("正在比较报送"), lambda _: submission_compare.compared(workspace, earlier, later)
            )
        except XiaohaoError as error:
            self._desk.say(error)
            return
        self._pair = earlier, later
        window.show_changes(found)

    def _ask_page(self, window: SubmissionsWindow) -> None:
        if self._pair is None:
            return
        self._desk.files.ask_place(
            window,
            self.tr("导出报送对比"),
            Purpose.EXPORT,
            f"{self.tr('报送对比')}{self._desk.today:%Y%m%d}.pdf",
            [(self.tr("PDF 文件"), (".pdf",)), (self.tr("Word 文件"), (".docx",))],
            self.write_page,
        )

    def _print_page(self, window: SubmissionsWindow) -> None:
        """The print dialog of the report window, with the page of changes."""
        from desktop_app.exports.pdf_pages import PdfPages
        from desktop_app.gui.controllers.report_output import ReportOutput
        from desktop_app.services import submission_compare
        from desktop_app.services.scratch import scratch_folder

        if self._pair is None:
            return
        workspace, (earlier, later) = self._desk.workspace, self._pair
        try:
            with scratch_folder() as folder:
                page = folder / "对比.pdf"
                made: ExportResult = self._desk.wait(
                    self.tr("正在排版报送对比"),
                    lambda progress: submission_compare.export_comparison(workspace, earlier, later, page, progress),
                    may_stop=True,
                )
                pages = PdfPages.read(made.path)
        except XiaohaoError as error:
            self._desk.say(error)
            return
        ReportOutput(self._desk).ask_pages(window, self.tr("打印报送对比"), pages)

    def _ask_copies(self, window: SubmissionsWindow, number: int) -> None:
        title = self.tr("另存到文件夹")
        self._desk.files.ask_folder(window, title, Purpose.EXPORT, lambda folder: self.copy_all(number, folder))

    def _show_written(self, result: ExportResult) -> None:
        self._window.set_status(saved=self.tr("已导出 {0}").format(result.path.name))
        ExportResultDialog(self._window.theme, result.path, result.message, self._window).open()

    def _forget(self) -> None:
        self._auditor.forget()
        self._history = None
