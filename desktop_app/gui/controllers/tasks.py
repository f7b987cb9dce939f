"""Ticks, statuses, percents, progress, extensions and readings, from the list, the panel and the menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop_app.domain.changes import Changes
from desktop_app.domain.ledger import TargetRow, TaskRow
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Due, Status
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.session import MANY
from desktop_app.gui.dialogs.extension import ExtensionDialog
from desktop_app.gui.dialogs.progress_entry import ProgressDialog
from desktop_app.gui.dialogs.reading import ReadingDialog
from desktop_app.gui.dialogs.reason import ReasonDialog
from desktop_app.gui.panels.task_panel import TaskPanel
from desktop_app.services import tasks
from desktop_app.services.workspace import Workspace

Refs = Sequence[TaskRef]


class TaskController(QObject):
    """Asks for what a command needs and runs it."""

    def __init__(self, desk: Desk, panel: TaskPanel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._reporter = ""
        for source in (self._window.task_list, panel):
            source.tick_toggled.connect(self.set_ticked)
            source.status_chosen.connect(self.set_status)
            source.percent_chosen.connect(self.set_percent)
        panel.progress_requested.connect(self.ask_progress)
        panel.extend_requested.connect(self.ask_extension)
        panel.reading_requested.connect(self.ask_reading)
        panel.no_evidence_explained.connect(self.ask_no_evidence)
        self._connect_actions()

    def set_ticked(self, refs: Refs, on: bool) -> None:
        """Close, or ask why to send back."""
        if on:
            self._run(refs, lambda workspace: tasks.tick(workspace, refs))
        else:
            self.ask_reopen(refs)

    def set_status(self, refs: Refs, status: Status) -> None:
        """Set a status chosen by hand."""
        if self._run(refs, lambda workspace: tasks.set_status(workspace, refs, Status(status))) is None:
            self._put_back(refs)

    def set_percent(self, refs: Refs, percent: int) -> None:
        """Set a percent chosen by hand."""
        if self._run(refs, lambda workspace: tasks.set_percent(workspace, refs, percent)) is None:
            self._put_back(refs)

    def ask_reopen(self, refs: Refs) -> None:
        """Send back with a reason: the record must hold one."""
        choices = [self.tr("操作有误"), self.tr("佐证不足"), self.tr("核查未通过"), self.tr("工作有变化")]
        dialog = ReasonDialog(
            self._window.theme, self.tr("退回"), self._subject(refs), choices, self.tr("退回"), self._window
        )
        dialog.accepted.connect(lambda: self._reopen(refs, dialog.text()))
        dialog.open()

    def ask_no_evidence(self, ref: TaskRef) -> None:
        """Note why a closed task has no evidence."""
        choices = [self.tr("上级已直接核验"), self.tr("材料涉密，另行保管"), self.tr("纸质材料存档")]
        dialog = ReasonDialog(
            self._window.theme, self.tr("无佐证的理由"), self._subject([ref]), choices, self.tr("保存"), self._window
        )
        dialog.accepted.connect(
            lambda: self._desk.run(lambda ws: tasks.tick(ws, [ref], without_evidence=dialog.text()))
        )
        dialog.open()

    def ask_progress(self, ref: TaskRef) -> None:
        """Add a dated entry."""
        row = self._desk.session.rows[ref.task]
        dialog = ProgressDialog(
            self._window.theme, self._subject([ref]), _percent(row, ref), self._desk.today, self._reporter, self._window
        )
        dialog.accepted.connect(lambda: self._add_progress(ref, dialog))
        dialog.open()

    def ask_extension(self, ref: TaskRef) -> None:
        """Move the date, with its basis."""
        due = _due(self._desk.session.rows[ref.task], ref)
        dialog = ExtensionDialog(self._window.theme, self._subject([ref]), due, self._desk.today, self._window)
        dialog.accepted.connect(
            lambda: self._desk.run(lambda ws: tasks.extend(ws, ref, dialog.date(), dialog.reason()))
        )
        dialog.open()

    def ask_reading(self, target_id: int) -> None:
        """Note a value of a target of the task that has it."""
        for row in self._desk.session.rows.values():
            if any(target.id == target_id for target in row.targets):
                self._open_reading(row, target_id)
                return

    def _connect_actions(self) -> None:
        actions = self._window.actions_
        actions.tick.triggered.connect(lambda: self._on_selection(lambda refs: self.set_ticked(refs, True)))
        actions.reopen.triggered.connect(lambda: self._on_selection(self.ask_reopen))
        actions.add_progress.triggered.connect(lambda: self._on_current(self.ask_progress))
        actions.extend.triggered.connect(lambda: self._on_current(self.ask_extension))
        actions.add_reading.triggered.connect(lambda: self._on_current(self._ask_first_reading))
        for status, action in actions.status_actions.items():
            action.triggered.connect(
                lambda _=False, chosen=status: self._on_selection(lambda refs: self.set_status(refs, chosen))
            )

    def _reopen(self, refs: Refs, reason: str) -> None:
        self._run(refs, lambda workspace: tasks.reopen(workspace, refs, reason))

    def _run(self, refs: Refs, command: Callable[[Workspace], Changes]) -> Changes | None:
        """Run a command on what was selected, which may be the whole ledger."""
        return self._desk.run(command, self.tr("正在保存 {0} 项").format(len(refs)) if len(refs) > MANY else "")

    def _on_selection(self, act: Callable[[list[TaskRef]], None]) -> None:
        refs = self._window.task_list.selected()
        if refs:
            act(refs)

    def _on_current(self, act: Callable[[TaskRef], None]) -> None:
        refs = self._window.task_list.selected()
        if len(refs) == 1:
            act(refs[0])

    def _add_progress(self, ref: TaskRef, dialog: ProgressDialog) -> None:
        entry = dialog.entry()
        self._reporter = entry.reporter
        self._desk.run(
            lambda ws: tasks.add_progress(
                ws, ref, entry.text, entry.percent, entry.problems, entry.next_step, entry.reporter, entry.on
            )
        )

    def _ask_first_reading(self, ref: TaskRef) -> None:
        row = self._desk.session.rows[ref.task]
        if row.targets:
            self._open_reading(row, row.targets[0].id)
        else:
            self._window.set_status(saved=self.tr("{0}没有指标").format(row.label))

    def _open_reading(self, row: TaskRow, target_id: int) -> None:
        targets: tuple[TargetRow, ...] = row.targets
        dialog = ReadingDialog(self._window.theme, row.label, targets, target_id, self._desk.today, self._window)
        dialog.accepted.connect(lambda: self._add_reading(dialog))
        dialog.open()

    def _add_reading(self, dialog: ReadingDialog) -> None:
        value = dialog.number()
        if value is not None:
            self._desk.run(lambda ws: tasks.add_reading(ws, dialog.target_id(), value, dialog.on(), dialog.note.text()))

    def _put_back(self, refs: Refs) -> None:
        """After a refused choice, show again what the database has."""
        self._desk.changed.emit(Changes("", frozenset(ref.task for ref in refs)))

    def _subject(self, refs: Refs) -> str:
        rows = self._desk.session.rows
        if len(refs) > 1:
            return self.tr("所选 {0} 项").format(len(refs))
        part = self.tr("　分段{0}").format(refs[0].part) if refs[0].part is not None else ""
        return f"{rows[refs[0].task].label}{part}"


def _percent(row: TaskRow, ref: TaskRef) -> int:
    part = next((part for part in row.parts if part.index == ref.part), None)
    return part.percent if part else row.percent


def _due(row: TaskRow, ref: TaskRef) -> Due | None:
    part = next((part for part in row.parts if part.index == ref.part), None)
    return part.due if part else row.due
