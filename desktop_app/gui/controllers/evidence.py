"""Evidence: attached by dialog, drop and paste; opened as a copy; removed so that undo can bring it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.changes import Changes
from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import StorageFailure, XiaohaoError
from desktop_app.domain.ledger import EvidenceRow
from desktop_app.domain.quotes import quoted
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.controllers.copies import ReadableCopies
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.dialogs.task_choice import TaskChoiceDialog
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.gui.panels.task_panel import TaskPanel
from desktop_app.services import evidence
from desktop_app.services.workspace import Workspace

LARGE = 8 * 1024 * 1024
"""From this many bytes on the copying is counted on screen."""


class EvidenceController(QObject):
    """Takes files from the list and the panel."""

    def __init__(self, desk: Desk, panel: TaskPanel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._panel = panel
        self._copies = ReadableCopies()
        self._window.task_list.files_dropped.connect(self._dropped_on_list)
        self._window.actions_.attach.triggered.connect(lambda: self.ask_files(self._window.task_list.selected()))
        panel.attach_requested.connect(lambda ref: self.ask_files([ref]))
        panel.files_dropped.connect(lambda ref, files: self.attach([ref], files))
        panel.evidence_activated.connect(self.open)
        panel.evidence_removed.connect(self.detach)
        panel.evidence_saved_as.connect(self.ask_place)
        panel.evidence_shared.connect(self.ask_tasks)
        panel.set_copy_source(self._readable_copy)

    def ask_files(self, refs: Sequence[TaskRef]) -> None:
        """Choose files for `refs`."""
        if not refs:
            return
        self._desk.files.ask_files(
            self._window, self.tr("添加佐证"), Purpose.EVIDENCE, [], lambda files: self.attach(refs, files)
        )

    def attach(self, refs: Sequence[TaskRef], files: Sequence[Path]) -> None:
        """Copy `files` in and attach them to every one of `refs`; folders stand for the files in them."""
        chosen = [file for path in files for file in _files_in(path)]
        size = sum(file.stat().st_size for file in chosen if file.is_file())

        def command(workspace: Workspace) -> Changes:
            if size < LARGE:
                return evidence.attach(workspace, refs, chosen)
            changes: Changes = self._desk.wait(
                self.tr("正在存入佐证"),
                lambda progress: evidence.attach(workspace, refs, chosen, progress),
                may_stop=True,
            )
            return changes

        self._desk.run(command)

    def open(self, evidence_id: int) -> None:
        """Open a read-only copy under the file's own name: the kept file is never in another program's hands."""
        copy = self._readable_copy(evidence_id)
        if copy is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._window.set_status(saved=self.tr("本机没有能打开{0}的程序").format(quoted(copy.name)))

    def detach(self, link_id: int) -> None:
        """Take an attachment away; 撤销 brings it back."""
        self._desk.run(lambda workspace: evidence.detach(workspace, [link_id]))

    def ask_place(self, evidence_id: int) -> None:
        """Choose where a copy is to be saved."""
        name = self._name_of(evidence_id)
        self._desk.files.ask_place(
            self._window,
            self.tr("佐证另存为"),
            Purpose.EXPORT,
            name,
            [(self.tr("佐证"), (Path(name).suffix,))],
            lambda place: self.save_as(evidence_id, place),
        )

    def save_as(self, evidence_id: int, place: Path) -> None:
        """Copy a kept file out; the copy can be written to."""
        try:
            path, notice = evidence.save_copy(self._desk.workspace, evidence_id, place)
        except XiaohaoError as error:
            self._desk.say(error)
        else:
            self._window.set_status(saved=notice or self.tr("已另存为 {0}").format(path.name))

    def ask_tasks(self, link_id: int) -> None:
        """Choose further tasks that a file is to serve."""
        row = next((row for row in self._shown_files() if row.link_id == link_id), None)
        if row is None:
            return
        session = self._desk.session
        shown = self._panel.shown_task()
        others = [task for task in session.rows.values() if task.id != shown]
        dialog = TaskChoiceDialog(self._window.theme, row.name, others, self._window)
        dialog.accepted.connect(lambda: self._desk.run(lambda ws: evidence.use_for(ws, [link_id], dialog.refs())))
        dialog.open()

    def clear_copies(self) -> None:
        """Remove the copies that were opened: called once, when the program ends."""
        self._copies.clear()

    def _dropped_on_list(self, ref: TaskRef | None, files: list[Path]) -> None:
        refs = [ref] if ref is not None else self._window.task_list.selected()
        if refs:
            self.attach(refs, files)
        else:
            self._window.files_dropped.emit(files)

    def _readable_copy(self, evidence_id: int) -> Path | None:
        """A copy under the file's own name; None when there is none to be had, which is then said."""
        try:
            kept = evidence.file_path(self._desk.workspace, evidence_id)
            return self._copies.copy(kept, kept.stem[:16], self._name_of(evidence_id))
        except XiaohaoError as error:
            self._desk.say(error)
        except OSError as error:
            self._desk.say(StorageFailure(self.tr("佐证未能复制（{0}），清理磁盘后再试").format(reason(error))))
        return None

    def _name_of(self, evidence_id: int) -> str:
        return next((row.name for row in self._shown_files() if row.id == evidence_id), "")

    def _shown_files(self) -> Sequence[EvidenceRow]:
        task = self._panel.shown_task()
        detail = self._desk.session.detail(task) if task is not None else None
        return detail.evidence if detail is not None else ()


def _files_in(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.is_file())
    return [path]
