"""Evidence: attached by dialog, drop and paste; opened as a copy; removed so that undo can bring it back."""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.ledger import EvidenceRow
from desktop_app.domain.quotes import quoted
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.long_work import counted
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
        self._copies: tempfile.TemporaryDirectory[str] | None = None
        self._window.task_list.files_dropped.connect(self._dropped_on_list)
        self._window.actions_.attach.triggered.connect(lambda: self.ask_files(self._window.task_list.selected()))
        panel.attach_requested.connect(lambda ref: self.ask_files([ref]))
        panel.files_dropped.connect(lambda ref, files: self.attach([ref], files))
        panel.evidence_activated.connect(self.open)
        panel.evidence_removed.connect(self.detach)

    def ask_files(self, refs: Sequence[TaskRef]) -> None:
        """Choose files for `refs`."""
        if not refs:
            return
        dialog = QFileDialog(self._window, self.tr("添加佐证"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("全部文件 (*)"), self.tr("文档和图片 (*.pdf *.docx *.xlsx *.jpg *.jpeg *.png)")])
        dialog.filesSelected.connect(lambda names: self.attach(refs, [Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def attach(self, refs: Sequence[TaskRef], files: Sequence[Path]) -> None:
        """Copy `files` in and attach them to every one of `refs`; folders stand for the files in them."""
        chosen = [file for path in files for file in _files_in(path)]
        size = sum(file.stat().st_size for file in chosen if file.is_file())

        def command(workspace: Workspace) -> Changes:
            if size < LARGE:
                return evidence.attach(workspace, refs, chosen)
            with counted(self._window, self.tr("正在存入佐证")) as progress:
                return evidence.attach(workspace, refs, chosen, progress)

        self._desk.run(command)

    def open(self, evidence_id: int) -> None:
        """Open a read-only copy under the file's own name: the kept file is never in another program's hands."""
        try:
            kept = evidence.file_path(self._desk.workspace, evidence_id)
            copy = self._copy(kept, self._name_of(evidence_id, kept))
        except XiaohaoError as error:
            self._desk.say(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._window.set_status(saved=self.tr("本机没有能打开{0}的程序").format(quoted(copy.name)))

    def detach(self, link_id: int) -> None:
        """Take an attachment away; 撤销 brings it back."""
        self._desk.run(lambda workspace: evidence.detach(workspace, [link_id]))

    def clear_copies(self) -> None:
        """Remove the copies that were opened: called once, when the program ends."""
        if self._copies is not None:
            for copy in Path(self._copies.name).rglob("*"):
                if copy.is_file():
                    copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
            self._copies.cleanup()
            self._copies = None

    def _dropped_on_list(self, ref: TaskRef | None, files: list[Path]) -> None:
        refs = [ref] if ref is not None else self._window.task_list.selected()
        if refs:
            self.attach(refs, files)
        else:
            self._window.files_dropped.emit(files)

    def _name_of(self, evidence_id: int, kept: Path) -> str:
        names = (row.name for row in self._shown_files() if row.id == evidence_id)
        return next(names, kept.name)

    def _shown_files(self) -> Sequence[EvidenceRow]:
        task = self._panel.shown_task()
        detail = self._desk.session.detail(task) if task is not None else None
        return detail.evidence if detail is not None else ()

    def _copy(self, kept: Path, name: str) -> Path:
        if self._copies is None:
            self._copies = tempfile.TemporaryDirectory(prefix="xiaohao-", ignore_cleanup_errors=True)
        folder = Path(self._copies.name) / kept.stem[:16]
        folder.mkdir(exist_ok=True)
        copy = folder / name
        if not copy.exists():
            shutil.copyfile(kept, copy)
            copy.chmod(stat.S_IRUSR)
        return copy


def _files_in(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.is_file())
    return [path]
