"""Long work beside the window: reading files and drawing exports, with progress and a way to stop.

Commands that write come here only through `controllers.waiting`, which lets nothing else be done meanwhile.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from desktop_app.domain.errors import Cancelled

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]

_REPORT_EVERY = 0.05
"""Seconds between two progress signals: a bar needs no more, and the main thread stays free."""


class _Signals(QObject):
    """What a runnable says to the main thread; a runnable itself must not be a QObject."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)


class _Runnable(QRunnable):
    """Runs `work` on a pool thread; every way out ends in exactly one signal."""

    def __init__(self, work: Work, stop: threading.Event) -> None:
        super().__init__()
        self.signals = _Signals()
        self._work = work
        self._stop = stop
        self._reported_at = 0.0
        self.setAutoDelete(False)

    def run(self) -> None:
        try:
            result = self._work(self._progress)
        except Exception as error:
            self.signals.failed.emit(error)
        else:
            self.signals.finished.emit(result)

    def _progress(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._reported_at >= _REPORT_EVERY:
            self._reported_at = now
            self.signals.progressed.emit(done, total)


class Job(QObject):
    """One piece of long work as the main thread sees it; all its signals arrive on the main thread."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, title: str, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._stop = threading.Event()
        self._dropped = False
        self.runnable = _Runnable(work, self._stop)
        self.runnable.signals.progressed.connect(self.progressed)
        self.runnable.signals.finished.connect(self._on_finished)
        self.runnable.signals.failed.connect(self._on_failed)

    def cancel(self) -> None:
        """Ask the work to stop; it raises `Cancelled` at its next report and keeps nothing."""
        self._stop.set()

    def drop(self) -> None:
        """Ask the work to stop and say nothing of how it ended: what it was for is no more."""
        self._dropped = True
        self.cancel()

    @Slot(object)
    def _on_finished(self, result: object) -> None:
        if not self._dropped:
            self.succeeded.emit(result)
        self.ended.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not self._dropped:
            self.failed.emit(error)
        self.ended.emit()


class Worker(QObject):
    """Runs one job after another on a thread of its own and keeps each alive until it has ended."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job] = []

    @property
    def busy(self) -> bool:
        """Whether a job is waiting or running."""
        return bool(self._jobs)

    @property
    def present(self) -> Job | None:
        """The job that is running, or the first that waits."""
        return self._jobs[0] if self._jobs else None

    def run(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Start `work`; `done` or `failed` is called on the main thread when it has ended."""
        job = Job(title, work, self)
        self._jobs.append(job)
        job.succeeded.connect(done)
        job.failed.connect(failed)
        job.ended.connect(lambda: self._forget(job))
        self.started.emit(job)
        self._pool.start(job.runnable)
        return job

    def stop(self) -> None:
        """Cancel everything and wait for it; no answer comes any more: the window or the workspace it is for goes."""
        for job in self._jobs:
            job.drop()
        self._pool.waitForDone()

    def _forget(self, job: Job) -> None:
        self._jobs.remove(job)
        job.deleteLater()
