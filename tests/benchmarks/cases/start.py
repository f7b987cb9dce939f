"""From the start of the process to the first painted window, against a program that shows one label."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

# Both programs end right after the first paint of a top-level window: the event posted from the paint event is
# handled when the whole window is painted, before timers and anything that the program does later.
_STOP_AFTER_PAINT = """
import os, sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False
    def event(self, event):
        if event.type() == QEvent.Type.User:
            os._exit(0)
        return super().event(event)
"""
_FLOOR = (
    _STOP_AFTER_PAINT
    + """
from PySide6.QtWidgets import QLabel
app = QApplication([]); watch = Watch(); app.installEventFilter(watch)
label = QLabel("销号"); label.resize(1366, 768); label.show(); app.exec()
"""
)
_OURS = (
    _STOP_AFTER_PAINT
    + """
import desktop_app.app as program
from pathlib import Path
make = QApplication.__init__
def watched(self, *arguments):
    make(self, *arguments); self.watch = Watch(); self.installEventFilter(self.watch)
QApplication.__init__ = watched
program.run(Path(sys.argv[1]), None, None)
"""
)


def prepare(folder: Path, size: int, side: str) -> Path:
    """A workspace folder that does not exist yet."""
    return folder / "workspace"


def _timed(program: str, workspace: Path) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, str(workspace)], check=True, timeout=60, env={**os.environ})
    return time.perf_counter() - began


def floor(workspace: Path) -> float:
    """A bare QLabel program, in seconds."""
    return _timed(_FLOOR, workspace)


def ours(workspace: Path) -> float:
    """The real program, in seconds."""
    return _timed(_OURS, workspace)
