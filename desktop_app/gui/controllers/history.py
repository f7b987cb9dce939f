"""撤销 and 重做."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.gui.controllers.desk import Desk
from desktop_app.services import history


class HistoryController(QObject):
    """The two commands; their names are kept by the screen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        actions = desk.window.actions_
        actions.undo.triggered.connect(lambda: desk.run(history.undo, self.tr("正在撤销")))
        actions.redo.triggered.connect(lambda: desk.run(history.redo, self.tr("正在重做")))
