"""Opening a workspace, the first time and another one later; the choice is remembered for the next start."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, QSettings

from desktop_app.domain.errors import Refused, XiaohaoError
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.faults import Faults
from desktop_app.gui.controllers.session import Session, read_all
from desktop_app.gui.controllers.single import Claim, raise_running
from desktop_app.services.workspace import LEDGER, Workspace, default_folder, open_workspace

FOLDER_KEY = "workspace/folder"
PORTABLE = "workspace"
"""What the folder beside the program is called."""


def remembered_folder(settings: QSettings | None) -> Path:
    """A portable workspace beside the program; else the one of the last time while it is there; else the usual place."""
    usual = default_folder()
    kept = settings.value(FOLDER_KEY) if settings is not None else None
    if kept is None or usual.name == PORTABLE:
        return usual
    folder = Path(str(kept))
    return folder if (folder / LEDGER).is_file() else usual


def claim_and_open(claim: Claim, folder: Path, today: dt.date | None, by_default: bool) -> Workspace:
    """Open `folder` for this program alone.

    Raises:
        Refused: another program has it open, or its database is newer than the program.
        StorageFailure: the folder cannot be written.
    """
    folder = folder.absolute()
    workspace = open_workspace(folder, today)
    if not claim.take(folder, by_default):
        workspace.close()
        raise_running(folder)
        raise Refused(f"“{folder}”已在另一个窗口中打开。在那个窗口中继续，或另选一个文件夹")
    return workspace


class WorkspaceController(QObject):
    """打开台账文件夹 and 更改台账位置: another workspace takes the place of the open one."""

    def __init__(
        self, desk: Desk, claim: Claim, faults: Faults, settings: QSettings | None, today: dt.date | None
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._claim = claim
        self._faults = faults
        self._settings = settings
        self._today = today
        actions = desk.window.actions_
        actions.open_workspace.triggered.connect(lambda: self._ask(self.tr("打开台账文件夹")))
        actions.change_location.triggered.connect(lambda: self._ask(self.tr("更改台账位置")))
        faults.folder = desk.workspace.folder / "logs"

    def open(self, folder: Path) -> None:
        """Open another workspace; the present one stays open when that fails."""
        desk = self._desk
        if folder.absolute() == desk.workspace.folder:
            return
        if (job := desk.worker.present) is not None:
            desk.window.set_status(saved=self.tr("{0}，完成或取消后再打开其他台账").format(job.title))
            return
        before = desk.workspace
        try:
            workspace = claim_and_open(self._claim, folder, self._today, by_default=False)
        except XiaohaoError as error:
            desk.say(error)
            return
        contents = desk.wait(self.tr("正在打开台账"), lambda _: read_all(workspace))
        desk.leaving.emit()
        desk.session = Session(workspace, contents)
        before.close()
        self._faults.folder = workspace.folder / "logs"
        if self._settings is not None:
            self._settings.setValue(FOLDER_KEY, str(workspace.folder))
        desk.opened.emit()

    def _ask(self, title: str) -> None:
        self._desk.files.ask_folder(self._desk.window, title, self._desk.workspace.folder.parent, self.open)
