"""The report window behind the scenes: drafts beside the window whenever a choice or the ledger changes, leads to tasks."""

from __future__ import annotations

import itertools
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import Cancelled, XiaohaoError
from desktop_app.domain.task import Mark
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.leading import bring_to_front, lead_to, list_all
from desktop_app.gui.controllers.report_output import ReportOutput
from desktop_app.gui.controllers.report_words import ReportWords
from desktop_app.gui.dialogs.report.choices import Offer
from desktop_app.gui.dialogs.report.window import ReportWindow
from desktop_app.gui.words import say
from desktop_app.gui.worker import Job, Worker

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions
    from desktop_app.exports.pdf_pages import PdfPages
    from desktop_app.services.report_preview import Preview

PAUSE = 250
"""Milliseconds after the last change before the report is drafted anew."""


class ReportController(QObject):
    """One report window at a time. It has a worker of its own: drafting again must not wait for other long work."""

    submit_requested = Signal(object, object)
    """`ReportOptions` of the report that is to be frozen, as the preview shows it, and the window that shows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._worker = Worker(self)
        self._job: Job | None = None
        self._stale = False
        self._then: Callable[[], None] | None = None
        self._unkept: ReportOptions | None = None
        self._offered: int | None = None
        self._pages: PdfPages | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._names = itertools.count(1)
        self._output = ReportOutput(desk)
        self.window: ReportWindow | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._draft)
        self._connect()

    def open(self, template: str | None = None, tasks: tuple[int, ...] = ()) -> ReportWindow:
        """Bring the window to the front, with another kind of report or these tasks where any are given."""
        window = self.window or self._make_window()
        if template is not None:
            self._choose_template(template, tasks)
        bring_to_front(window)
        return window

    def print_selected(self) -> None:
        """The selected tasks as a list, and the print dialog as soon as it is drafted."""
        rows = self._desk.session.rows
        picked = tuple(dict.fromkeys(ref.task for ref in self._desk.window.task_list.selected() if ref.task in rows))
        if picked:
            self.open("ledger", picked)
            self._settled(self._print)

    def calibrate(self) -> None:
        """The print dialog of the page with the ruler."""
        window = self.window if self.window is not None and self.window.isVisible() else self._desk.window
        self._output.ask_calibration(window)

    def close_window(self) -> None:
        """Close the window, as when the workspace is left; nothing is read from that any more."""
        if self.window is not None:
            self.window.close()

    def _connect(self) -> None:
        desk, actions = self._desk, self._desk.window.actions_
        desk.changed.connect(self._follow)
        desk.leaving.connect(self.close_window)
        desk.window.closing.connect(self.close_window)
        actions.export_report.triggered.connect(lambda: self.open())
        for key, action in actions.report_actions.items():
            action.triggered.connect(lambda _=False, key=key: self.open(key))
        actions.print_selected.triggered.connect(self.print_selected)
        actions.print_calibration.triggered.connect(self.calibrate)

    def _make_window(self) -> ReportWindow:
        window = self.window = ReportWindow(self._desk.window.theme, self._desk.today, self._label)
        self._folder = tempfile.TemporaryDirectory(prefix="xiaohao-", ignore_cleanup_errors=True)
        window.export_requested.connect(lambda suffix: self._settled(lambda: self._export(suffix)))
        window.print_requested.connect(lambda: self._settled(self._print))
        window.choices.set_offer(self._offer(None))
        window.choices.changed.connect(self._changed)
        window.choices.template_chosen.connect(self._choose_template)
        window.task_requested.connect(self._lead)
        window.tasks_requested.connect(self._list)
        window.cancel_requested.connect(self._cancel)
        window.submit_requested.connect(lambda _: self._settled(self._submit))
        window.closing.connect(self._closed)
        ReportWords(self._desk, window).changed.connect(lambda: self._pause.start(0))
        self._choose_template("progress")
        return window

    def _offer(self, plan: int | None) -> Offer:
        """What there is to choose from, counted among the tasks of the plan."""
        from desktop_app.services import reports

        session = self._desk.session
        self._offered = plan
        rows = [row for row in session.rows.values() if plan is None or row.plan_id == plan]
        chapters = Counter(row.chapter for row in rows if row.chapter)
        units = Counter(name for row in rows for name in row.units())
        late = Counter(name for row in rows if row.signal.mark is Mark.OVERDUE for name in row.owners)
        owners = dict.fromkeys(
            [*(name for name, _ in late.most_common()), *(name for row in rows for name in row.owners)]
        )
        return Offer(
            reports.templates(),
            session.plans,
            list(chapters.items()),
            units.most_common(),
            tuple(owners),
            self._desk.today,
        )

    def _choose_template(self, template: str, tasks: tuple[int, ...] = ()) -> None:
        """Another kind of report begins with what was chosen for it the last time."""
        from desktop_app.services import report_choices

        self._remember()
        if self.window is None:
            return
        self.window.wording.commit()
        remembered = report_choices.recall(self._desk.workspace, template)
        plan = self.window.choices.plan.plan_id() if self.window.content else self._desk.session.plan_in_view()
        self.window.choices.set_offer(self._offer(plan))
        chosen = replace(remembered, plan=plan)
        if tasks:
            chosen = replace(remembered, plan=None, chapters=(), units=(), tasks=tasks)
        self.window.choices.set_options(chosen)
        self._pause.start(0)

    def _changed(self) -> None:
        if self.window is not None:
            self._unkept = self.window.choices.options()
            if self._unkept.plan != self._offered:
                self.window.choices.set_offer(self._offer(self._unkept.plan))
            self._pause.start()

    def _remember(self) -> None:
        """Keep what was chosen; not at every key, for each time is a transaction."""
        from desktop_app.services import report_choices

        if self._unkept is not None:
            report_choices.remember(self._desk.workspace, self._unkept)
            self._unkept = None

    def _settled(self, act: Callable[[], None]) -> None:
        """Do it once the preview shows what is chosen: what leaves is what was seen."""
        if self._pause.isActive() or self._job is not None:
            self._then = act
            if self._pause.isActive():
                self._pause.start(0)
        elif self.window is not None and self.window.content is not None:
            act()

    def _submit(self) -> None:
        """Asked in front of the report window, which stays: turned back, the officer is where it began."""
        if self.window is not None and self.window.options is not None:
            self.submit_requested.emit(self.window.options, self.window)

    def _export(self, suffix: str) -> None:
        if self.window is not None and self.window.content is not None and self.window.options is not None:
            self._output.ask_file(self.window, self.window.options.template, self.window.content, suffix)

    def _print(self) -> None:
        if self.window is not None and self.window.content is not None and self._pages is not None:
            self._output.ask_printer(self.window, self.window.content, self._pages)

    def _follow(self, changes: Changes) -> None:
        if self.window is not None:
            if changes.plans:
                self.window.choices.set_offer(self._offer(self.window.choices.options().plan))
            self._pause.start()

    def _draft(self) -> None:
        """Start drafting what is chosen now; what is being drafted is dropped first."""
        self._remember()
        if self.window is None or self._folder is None:
            return
        if self._job is not None:
            self._stale = True
            self._job.cancel()
            return
        from desktop_app.services.report_preview import preview

        workspace, options = self._desk.workspace, self.window.choices.options()
        file = Path(self._folder.name) / f"{next(self._names)}.pdf"
        window = self.window
        window.show_busy(True)
        title = self.tr("正在起草报告")
        self._job = self._worker.run(
            title,
            lambda progress: preview(workspace, options, file, progress),
            lambda made: self._show(window, made),
            lambda error: self._fail(window, error),
        )
        self._job.progressed.connect(window.show_progress)
        self._job.ended.connect(self._ended)

    def _show(self, window: ReportWindow, made: Preview) -> None:
        from desktop_app.exports.pdf_pages import PdfPages

        if window is not self.window or self._stale:
            return
        former, self._pages = self._pages, PdfPages.read(made.file)
        made.file.unlink()
        window.show_report(made.options, made.content, made.wordings, made.remarks, self._pages)
        if former is not None:
            former.close()
        act = self._then
        self._then = None
        if act is not None:
            act()

    def _fail(self, window: ReportWindow, error: Exception) -> None:
        if window is not self.window or self._stale:
            return
        self._then = None
        if isinstance(error, Cancelled):
            window.say(self.tr("已停止起草，按 F5 重新起草"))
        elif isinstance(error, XiaohaoError):
            window.show_failure(say(str(error)))
            self._forget_pages()
        else:
            raise error

    def _ended(self) -> None:
        self._job = None
        if self.window is not None:
            self.window.show_busy(False)
        if self._stale:
            self._stale = False
            self._draft()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _lead(self, task: int) -> None:
        """Show a task in the main window; Ctrl+R there leads back."""
        bring_to_front(self._desk.window)
        lead_to(self._desk, (task,))
        self._tell_way_back()

    def _list(self, tasks: Sequence[int]) -> None:
        """Show all tasks of a finding in the main window."""
        bring_to_front(self._desk.window)
        list_all(self._desk, tasks)
        self._tell_way_back()

    def _tell_way_back(self) -> None:
        self._desk.window.set_status(saved=self.tr("由报告转来，按 Ctrl+R 返回报告"))

    def _label(self, task: int) -> str:
        row = self._desk.session.rows.get(task)
        return row.label if row is not None else self.tr("已移除的任务")

    def _closed(self) -> None:
        """Nothing of the window outlives it: no job, no file."""
        self._remember()
        window, self.window = self.window, None
        self._pause.stop()
        self._stale = False
        self._worker.stop()
        self._then = None
        if window is not None:
            window.view.set_pages(None)
            window.deleteLater()
        self._forget_pages()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _forget_pages(self) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None
