"""The real window on a real workspace, driven as an officer does: by clicks, keys, drops and dialogs."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.domain.refs import TaskRef
from desktop_app.gui.controllers.faults import Faults
from desktop_app.gui.controllers.install import Controllers
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.panels.task_panel import TaskPanel
from desktop_app.gui.theme import Theme
from desktop_app.gui.tokens import LIGHT

TODAY = dt.date(2021, 10, 18)
PLANS = Path(__file__).parents[1] / "data" / "plans"
PLAN = PLANS / "002_38819f61d0a270f8.txt"
D = TypeVar("D", bound=QDialog)


class Desk:
    """A started program; `close` ends it as closing the window does."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.qtbot = qtbot
        self.theme = Theme(QApplication.instance(), LIGHT)
        self.panel = TaskPanel(self.theme)
        self.window = MainWindow(self.theme, self.panel)
        self.window.resize(1366, 768)
        qtbot.addWidget(self.window)
        self.window.show()
        self.controllers = Controllers(self.window, self.panel, folder, TODAY, None, Faults(self.window))
        self.list = self.window.task_list
        self.actions = self.window.actions_
        QApplication.processEvents()

    @property
    def session(self):
        return self.controllers.desk.session

    def close(self) -> None:
        self.window.close()
        QApplication.processEvents()

    def row(self, number: str):
        return next(row for row in self.session.rows.values() if row.number == number)

    def task(self, number: str) -> int:
        return self.row(number).id

    def select(self, number: str) -> int:
        task = self.task(number)
        self.list.select(task)
        return task

    def dialog(self, kind: type[D]) -> D:
        """The open dialog of this kind; waits for it."""
        found: list[D] = []

        def look() -> bool:
            found[:] = [child for child in self.window.findChildren(kind) if child.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(look, timeout=20_000)
        return found[0]

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=30_000)

    def status(self) -> str:
        return self.window.status_line.saved.text()


def drop(target: QWidget, files: list[Path], place: QPoint | None = None) -> None:
    """Drag files over a widget and drop them, in its middle unless a place is given."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    at = place or QPoint(target.width() // 2, target.height() // 2)
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(at, action, data, button, keys))
    QApplication.sendEvent(target, QDragMoveEvent(at, action, data, button, keys))
    QApplication.sendEvent(target, QDropEvent(QPointF(at), action, data, button, keys))


def row_middle(pane, task: int) -> QPoint:
    """The middle of a task's row in the list, in view coordinates."""
    view = pane.view()
    index = view.model().find(TaskRef(task))
    view.scrollTo(index)
    return view.visualRect(index.siblingAtColumn(1)).center()


def tick_box(pane, task: int) -> QPoint:
    """The middle of a task's tick box."""
    view = pane.view()
    middle = row_middle(pane, task)
    for x in range(0, view.viewport().width(), 3):
        if view._box_at(QPoint(x, middle.y())) is not None:
            return QPoint(x + 4, middle.y())
    raise AssertionError("no tick box in this row")


def drop_on_row(pane, task: int, files: list[Path]) -> None:
    """Drop files on a row of the list."""
    drop(pane.view().viewport(), files, row_middle(pane, task))
