"""Work that the officer waits for: done beside the window, which stays painted, answers the system and takes no input."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import Cancelled
from desktop_app.gui.controllers.long_work import PATIENCE
from desktop_app.gui.dialogs.waiting import WaitingDialog
from desktop_app.gui.worker import Job, Work, Worker


class Waiting(QObject):
    """Whole ledgers are read and written here, one piece of work at a time: none waits for another's lock."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._worker = Worker(self)

    def do(self, title: str, work: Work, may_stop: bool = False) -> Any:
        """Do `work` and return what it returns; with `may_stop` the officer can stop it at its next report.

        Raises:
            Cancelled: it was stopped, or the program ended meanwhile.
            Whatever `work` raises.
        """
        outcome = _Outcome()
        job = self._worker.run(title, work, outcome.take, outcome.fail)
        job.ended.connect(outcome.end)
        loop = QEventLoop(self)
        job.ended.connect(loop.quit)
        QTimer.singleShot(PATIENCE, loop, loop.quit)
        # No input until a dialog shields the windows: a second press would begin the command within itself.
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not outcome.ended:
            self._shield(job, loop, may_stop)
        loop.deleteLater()
        return outcome.result()

    def stop(self) -> None:
        """Wait for what is under way and forget its answer: the workspace is left."""
        self._worker.stop()

    def _shield(self, job: Job, loop: QEventLoop, may_stop: bool) -> None:
        dialog = WaitingDialog(job.title, may_stop, QApplication.activeModalWidget() or self._window)
        job.progressed.connect(dialog.count)
        dialog.stop_wanted.connect(job.cancel)
        dialog.show()
        loop.exec()
        dialog.hide()
        dialog.deleteLater()


class _Outcome:
    """How the work ended."""

    def __init__(self) -> None:
        self.ended = False
        self._answer: Any = None
        self._error: Exception | None = Cancelled()

    def take(self, answer: object) -> None:
        self._answer, self._error = answer, None

    def fail(self, error: Exception) -> None:
        self._error = error

    def end(self) -> None:
        self.ended = True

    def result(self) -> Any:
        if self._error is not None:
            raise self._error
        return self._answer
