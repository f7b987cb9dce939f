"""What an action costs the main thread of a window: its processor time, and the longest time that it answers nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtTest import QTest

BEAT_MS = 4
"""How often the event loop is asked whether it still turns."""

SETTLED_MS = 600
"""Long enough for the pause after which a search begins and for what is drawn later."""

PATIENCE_SECONDS = 120
"""What takes longer has not ended."""


@dataclass(frozen=True)
class Cost:
    """Milliseconds. `held` is the processor time of the longest turn of the event loop: other work on the machine does not
    go into it. `gap` is the longest time between two turns by the clock: a thread that keeps the interpreter goes in too.
    """

    total: float
    held: float
    gap: float


class Beat(QObject):
    """Notes the longest turn of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._clock = QElapsedTimer()
        self._spent = 0.0
        self.held = self.gap = 0.0

    def start(self) -> None:
        """Begin to note."""
        self.held = self.gap = 0.0
        self._clock.start()
        self._spent = time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Note the turn that is under way, and no more."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        spent = time.thread_time()
        self.held = max(self.held, (spent - self._spent) * 1000)
        self.gap = max(self.gap, self._clock.nsecsElapsed() / 1e6)
        self._spent = spent
        self._clock.restart()


def settle() -> None:
    """Do all that is waiting, and what timers still bring."""
    QTest.qWait(SETTLED_MS)


def measure(action: Callable[[], None], until: Callable[[], bool] | None = None) -> Cost:
    """What an action costs with all that follows from it, until it is done and all is quiet."""
    settle()
    beat = Beat()
    idle = time.thread_time()
    settle()
    idle = time.thread_time() - idle
    beat.start()
    began = time.thread_time()
    QTimer.singleShot(0, action)
    QTest.qWait(50)
    if until is not None:
        _wait(until)
    settle()
    spent = time.thread_time() - began
    beat.stop()
    return Cost(max(spent - idle, 0.0) * 1000, beat.held, beat.gap)


def _wait(until: Callable[[], bool]) -> None:
    patience = time.monotonic() + PATIENCE_SECONDS
    while not until():
        if time.monotonic() > patience:
            raise TimeoutError("the action has not ended")
        QTest.qWait(10)
