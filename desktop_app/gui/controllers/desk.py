"""What every controller works at: the window, the session, the worker, and the one road a command takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import Cancelled, Refused, XiaohaoError
from desktop_app.gui.controllers import messages
from desktop_app.gui.controllers.session import Session
from desktop_app.gui.controllers.waiting import Waiting
from desktop_app.gui.file_dialogs import FileDialogs
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.words import say
from desktop_app.gui.worker import Work, Worker
from desktop_app.services.workspace import Workspace


class Desk(QObject):
    """Runs commands one at a time and says what they changed; screens listen to `changed` alone."""

    changed = Signal(object)
    """`Changes` of a command that was committed."""
    leaving = Signal()
    """The open workspace is about to be closed: nothing may read it any more."""
    opened = Signal()
    """Another workspace is open: show everything anew."""

    def __init__(self, window: MainWindow, session: Session, worker: Worker, files: FileDialogs) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.worker = worker
        self.files = files
        self._waiting = Waiting(window)

    @property
    def workspace(self) -> Workspace:
        """The open workspace."""
        return self.session.workspace

    @property
    def today(self) -> dt.date:
        """The day lights and entries go by."""
        return self.workspace.today

    def plan_at_hand(self) -> int | None:
        """The plan in view, or that of the current task; None with a word in the status bar when it is not clear which."""
        plan = self.session.plan_in_view()
        current = self.window.task_list.current()
        if plan is None and current is not None and current.task in self.session.rows:
            plan = self.session.rows[current.task].plan_id
        if plan is None:
            self.window.set_status(saved=self.tr("台账中有多份规划，先在左栏选择一份"))
        return plan

    def run(self, command: Callable[[Workspace], Changes], title: str = "") -> Changes | None:
        """Run a command and show what it changed; a failure is said in words and leaves everything as it was.

        What may touch thousands of rows has a `title` and is waited for beside the window; a tick would only be slower.
        """
        workspace = self.workspace
        try:
            changes = self.wait(title, lambda _: command(workspace)) if title else command(workspace)
        except XiaohaoError as error:
            self.say(error)
            return None
        self.changed.emit(changes)
        return changes

    def wait(self, title: str, work: Work, may_stop: bool = False) -> Any:
        """Do `work` beside the window and wait for what it returns; see `Waiting.do`."""
        return self._waiting.do(title, work, may_stop)

    def stop_waiting(self) -> None:
        """The workspace is left: what is still under way is waited for and forgotten."""
        self._waiting.stop()

    def say(self, error: Exception) -> None:
        """Show an error: a step that makes no sense now in the status bar, a failure in a box.

        What is not an error of ours is a fault of the program and goes on to the handler of faults.
        """
        if isinstance(error, Cancelled | Refused):
            self.window.set_status(saved=say(str(error)))
        elif isinstance(error, XiaohaoError):
            messages.warn(self.window, say(str(error)))
        else:
            raise error
