"""Questions a dialog asks again with every choice: answered beside the window, and only the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.domain.errors import XiaohaoError
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.words import say
from desktop_app.gui.worker import Work, Worker


class LatestAnswer(QObject):
    """It has a worker of its own: an answer must not wait for other long work."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._worker = Worker(self)
        self._asked = 0

    @property
    def busy(self) -> bool:
        """Whether an answer is still being looked for."""
        return self._worker.busy

    def ask(self, title: str, work: Work, show: Callable[[Any], None], refuse: Callable[[str], None]) -> None:
        """Start `work`; `show` gets its answer, `refuse` the sentence of an error, unless something newer was asked."""
        self._asked += 1
        asked = self._asked

        def answer(found: object) -> None:
            if asked == self._asked:
                show(found)

        def fail(error: Exception) -> None:
            if not isinstance(error, XiaohaoError):
                self._desk.say(error)
            elif asked == self._asked:
                refuse(say(str(error)))

        self._worker.run(title, work, answer, fail)

    def forget(self) -> None:
        """Nobody waits any more: what is still being looked for is of no use."""
        self._asked += 1

    def stop(self) -> None:
        """Let go of the workspace: nothing is read from it any more."""
        self._worker.stop()
