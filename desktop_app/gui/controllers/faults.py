"""Faults of the program itself: written to the logs folder, and said in Chinese with what to do."""

from __future__ import annotations

import datetime as dt
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app import __version__
from desktop_app.gui.controllers import messages
from desktop_app.gui.words import tr


class Faults:
    """The handler of exceptions nobody caught; the window goes on, the database has its transactions."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._showing = False
        self.folder: Path | None = None

    def install(self) -> None:
        """Handle every uncaught exception of the program from now on."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the exception down and tell the officer; Ctrl+C in a terminal just ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        words = "".join(traceback.format_exception(kind, error, trace))
        log = self._write(words)
        sys.stderr.write(words)
        if not self._showing:
            self._showing = True
            box = messages.warn(self._window, _sentence(log), tr("程序出错"))
            box.finished.connect(self._closed)

    def _closed(self) -> None:
        self._showing = False

    def _write(self, words: str) -> Path | None:
        if self.folder is None:
            return None
        now = dt.datetime.now()
        log = self.folder / f"{now:%Y%m%d}.log"
        try:
            with log.open("a", encoding="utf-8") as file:
                file.write(
                    f"{now.isoformat(timespec='seconds')} xiaohao {__version__} Python {sys.version.split()[0]}\n{words}\n"
                )
        except OSError:
            return None
        return log


def _sentence(log: Path | None) -> str:
    known = tr("程序出现错误，刚才的操作没有完成；此前已保存的内容不受影响。")
    if log is None:
        return known + tr("关闭程序后重新打开；仍出现时联系维护人员。")
    return known + tr("关闭程序后重新打开；仍出现时把记录文件交给维护人员：\n{0}").format(log)
