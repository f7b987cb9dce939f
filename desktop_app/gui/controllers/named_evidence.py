"""对应佐证: finds the files that units named, and attaches those the officer confirms, as one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.named_files import Found, NamedFile
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.dialogs.handout.named_files import NamedFilesDialog
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.gui.words import say
from desktop_app.gui.worker import Progress
from desktop_app.services import named_evidence
from desktop_app.services.workspace import Workspace


class NamedEvidenceController(QObject):
    """Stays open while folders are tried; what was attached leaves the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._window.actions_.match_evidence.triggered.connect(self.show)

    def show(self) -> None:
        """List the names that no attached file answers."""
        names = self._wanted()
        if not names:
            self._window.set_status(saved=self.tr("单位填报的佐证名称均已有对应文件"))
            return
        dialog = NamedFilesDialog(self._window.theme, names, self._window)
        dialog.folder_wanted.connect(lambda: self._ask_folder(dialog))
        dialog.files_wanted.connect(lambda row: self._ask_files(dialog, row))
        dialog.folder_chosen.connect(lambda folder: self._look(dialog, folder))
        dialog.attach_wanted.connect(lambda pairs: self._attach(dialog, pairs))
        dialog.open()

    def _ask_folder(self, dialog: NamedFilesDialog) -> None:
        self._desk.files.ask_folder(dialog, self.tr("存放佐证材料的文件夹"), Purpose.EVIDENCE, dialog.look_in)

    def _ask_files(self, dialog: NamedFilesDialog, row: int) -> None:
        title = self.tr("指定文件")
        self._desk.files.ask_files(dialog, title, Purpose.EVIDENCE, [], lambda files: dialog.take_file(row, files))

    def _look(self, dialog: NamedFilesDialog, folder: Path) -> None:
        workspace = self._desk.workspace

        def look(_: Progress) -> list[tuple[Found, tuple[Path, ...]]]:
            # A folder on the network answers slowly.
            return named_evidence.match(named_evidence.wanted(workspace), named_evidence.files_in(folder))

        try:
            answers = self._desk.wait(self.tr("正在查找文件"), look)
        except (XiaohaoError, OSError) as error:
            dialog.refuse(say(str(error)))
            return
        dialog.show_answers(answers)

    def _attach(self, dialog: NamedFilesDialog, pairs: list[tuple[TaskRef, Path]]) -> None:
        def command(workspace: Workspace) -> Changes:
            changes: Changes = self._desk.wait(
                self.tr("正在存入佐证"),
                lambda progress: named_evidence.attach(workspace, pairs, progress),
                may_stop=True,
            )
            return changes

        if self._desk.run(command) is None:
            return
        names = self._wanted()
        if not names:
            dialog.accept()
            return
        dialog.show_names(names)
        if dialog.folder.text():
            self._look(dialog, Path(dialog.folder.text()))

    def _wanted(self) -> list[NamedFile]:
        workspace = self._desk.workspace
        names: list[NamedFile] = self._desk.wait(
            self.tr("正在核对佐证名称"), lambda _: named_evidence.wanted(workspace)
        )
        return names
