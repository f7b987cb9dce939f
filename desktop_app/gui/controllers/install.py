"""Puts all controllers on a window: imported after the first paint, because services need the database library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, QSettings

from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.evidence import EvidenceController
from desktop_app.gui.controllers.evidence_pack import EvidencePackController
from desktop_app.gui.controllers.exports import ExportController
from desktop_app.gui.controllers.faults import Faults
from desktop_app.gui.controllers.handout import HandoutController
from desktop_app.gui.controllers.history import HistoryController
from desktop_app.gui.controllers.leading import bring_to_front
from desktop_app.gui.controllers.long_work import LongWork
from desktop_app.gui.controllers.merge import MergeController
from desktop_app.gui.controllers.named_evidence import NamedEvidenceController
from desktop_app.gui.controllers.plans import PlanController
from desktop_app.gui.controllers.reports import ReportController
from desktop_app.gui.controllers.revisions import RevisionController
from desktop_app.gui.controllers.screen import Screen
from desktop_app.gui.controllers.session import Session, read_all
from desktop_app.gui.controllers.single import Claim
from desktop_app.gui.controllers.submissions import SubmissionController
from desktop_app.gui.controllers.superior_form import SuperiorFormController
from desktop_app.gui.controllers.tasks import TaskController
from desktop_app.gui.controllers.tools import ToolController
from desktop_app.gui.controllers.waiting import Waiting
from desktop_app.gui.controllers.workspaces import WorkspaceController, claim_and_open, remembered_folder
from desktop_app.gui.file_dialogs import FileDialogs
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.panels.task_panel import TaskPanel
from desktop_app.gui.worker import Worker


class Controllers(QObject):
    """Everything behind the window, from opening the workspace to closing it.

    Args:
        folder: the workspace; None takes the one of the last time, else the usual place.
        today: a fixed day for lights and entries; None goes by the clock.

    Raises:
        XiaohaoError: the workspace cannot be opened.
    """

    def __init__(
        self,
        window: MainWindow,
        panel: TaskPanel,
        folder: Path | None,
        today: dt.date | None,
        settings: QSettings | None,
        faults: Faults,
    ) -> None:
        super().__init__(window)
        self.claim = Claim(self)
        place = folder if folder is not None else remembered_folder(settings)
        workspace = claim_and_open(self.claim, place, today, by_default=folder is None)
        self.worker = Worker(self)
        contents = Waiting(window).do(self.tr("正在打开台账"), lambda _: read_all(workspace))
        self.desk = Desk(window, Session(workspace, contents), self.worker, FileDialogs(settings, window.theme))
        self.long_work = LongWork(self.worker, window)
        self.screen = Screen(self.desk, panel)
        self.tasks = TaskController(self.desk, panel)
        self.evidence = EvidenceController(self.desk, panel)
        self.plans = PlanController(self.desk, panel)
        self.merge = MergeController(self.desk)
        self.plans.divert = self.merge.divert
        self.handouts = HandoutController(self.desk, self.merge)
        self.named = NamedEvidenceController(self.desk)
        self.revisions = RevisionController(self.desk)
        self.exports = ExportController(self.desk)
        self.reports = ReportController(self.desk)
        self.submissions = SubmissionController(self.desk)
        self.reports.submit_requested.connect(self.submissions.ask)
        self.pack = EvidencePackController(self.desk)
        self.forms = SuperiorFormController(self.desk)
        self.history = HistoryController(self.desk)
        self.workspaces = WorkspaceController(self.desk, self.claim, faults, settings, today)
        self.tools = ToolController(self.desk, settings)
        self.claim.called.connect(lambda: bring_to_front(window))
        window.closing.connect(self.close)
        self.screen.show_all()
        window.navigation.select("all")
        window.set_status(saved=self.tr("已打开 {0}").format(workspace.folder.name))
        if not window.is_empty():
            # The first page has the keyboard by now, and the list behind it would take it away unseen.
            window.task_list.view().setFocus()

    def close(self) -> None:
        """Stop the worker, close the database, give the workspace up."""
        self.worker.stop()
        self.desk.stop_waiting()
        self.evidence.clear_copies()
        self.desk.workspace.close()
        self.claim.release()
