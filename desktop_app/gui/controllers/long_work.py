"""A small dialog that counts long work and can stop it; the window behind stays alive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from desktop_app.domain.errors import Cancelled
from desktop_app.gui.worker import Job, Worker

PATIENCE = 400
"""Milliseconds before the dialog shows: short work passes without it."""


class LongWork(QObject):
    """Shows every job of the worker that takes longer than a moment."""

    def __init__(self, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        worker.started.connect(self._show)

    def _show(self, job: Job) -> None:
        dialog = _dialog(self._window, job.title)
        job.progressed.connect(lambda done, total: _count(dialog, job.title, done, total))
        job.ended.connect(dialog.reset)
        job.ended.connect(dialog.deleteLater)
        dialog.canceled.connect(job.cancel)


@contextmanager
def counted(window: QWidget, title: str) -> Iterator[Callable[[int, int], None]]:
    """Progress for work that must stay on the main thread, such as copying evidence before its transaction.

    The yielded callable keeps the window painted and raises `Cancelled` when the officer stopped the work.
    """
    dialog = _dialog(window, title)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)

    def report(done: int, total: int) -> None:
        _count(dialog, title, done, total)
        # Until the dialog shields the window keys and clicks wait: a second press would begin the command within itself.
        flags = QEventLoop.ProcessEventsFlag
        QCoreApplication.processEvents(flags.AllEvents if dialog.isVisible() else flags.ExcludeUserInputEvents, 10)
        if dialog.wasCanceled():
            raise Cancelled

    try:
        yield report
    finally:
        dialog.reset()
        dialog.deleteLater()


def _dialog(window: QWidget, title: str) -> QProgressDialog:
    dialog = QProgressDialog(title, QCoreApplication.translate("LongWork", "取消"), 0, 0, window)
    dialog.setWindowTitle(QCoreApplication.translate("LongWork", "正在处理"))
    dialog.setMinimumDuration(PATIENCE)
    dialog.setMinimumWidth(360)
    bar = QProgressBar(dialog)
    # Too low for words: the label says how much is done.
    bar.setTextVisible(False)
    bar.setRange(0, 0)
    dialog.setBar(bar)
    dialog.setAutoReset(False)
    dialog.setAutoClose(False)
    return dialog


def _count(dialog: QProgressDialog, title: str, done: int, total: int) -> None:
    if total > 0:
        # Bytes of large files do not fit the dialog's integers: counted in thousandths.
        dialog.setMaximum(1000)
        dialog.setLabelText(f"{title}　{min(done * 100 // total, 100)}%")
        dialog.setValue(min(done * 1000 // total, 1000))
