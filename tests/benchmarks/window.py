"""How long the window holds the main thread for each action among 10,000 tasks: `python -m tests.benchmarks.window`.

Offscreen, so that drawing is that of the processor alone. What counts is the processor time of the main thread, with all
that an action leaves behind for later: other work on the machine does not go into it. `--profile ACTION` prints where
the time of one action goes. `--long` measures what is done to the whole ledger instead (`window_long`).
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.benchmarks.data import TODAY, make_plan
from tests.benchmarks.window_long import Long
from tests.benchmarks.window_watch import measure, settle

TURNS = 7
SMOOTH_MS = 100.0
"""What is done within a tenth of a second feels done at once."""

ACTIONS = ("select", "tick", "search", "scroll")


def store(folder: Path, tasks: int) -> None:
    """A workspace with that many tasks."""
    from desktop_app.services import plans
    from desktop_app.services.workspace import open_workspace

    source = folder / "plan.txt"
    source.write_text("规划", encoding="utf-8")
    with open_workspace(folder / "workspace", today=TODAY) as workspace:
        plans.store_plan(workspace, make_plan(tasks), source)


class Desk:
    """The window on the workspace, and what is done in it."""

    def __init__(self, app: Any, workspace: Path) -> None:
        from desktop_app.gui.controllers.faults import Faults
        from desktop_app.gui.controllers.install import Controllers
        from desktop_app.gui.main_window import MainWindow
        from desktop_app.gui.panels.task_panel import TaskPanel
        from desktop_app.gui.theme import Theme
        from desktop_app.gui.tokens import LIGHT

        theme = Theme(app, LIGHT)
        panel = TaskPanel(theme)
        self.window = MainWindow(theme, panel)
        self.window.resize(1366, 768)
        self.window.show()
        self._controllers = Controllers(self.window, panel, workspace, TODAY, None, Faults(self.window))
        settle()
        self._tasks = [row.id for row in self._controllers.desk.session.rows.values()]
        self._at = len(self._tasks) // 2

    def select(self) -> None:
        """Another task in the middle of the list."""
        self._at += 1
        self.window.task_list.select(self._tasks[self._at])

    def tick(self) -> None:
        """Go to the next task and tick it: the ledger is written, lists and counts are made anew."""
        self.select()
        self.window.actions_.tick.trigger()

    def search(self) -> None:
        """A word that one task in many has, then no word."""
        self.window.search.setText("" if self.window.search.text() else "99项")

    def scroll(self) -> None:
        """Three pages down, from the end to the top."""
        bar = self.window.task_list.view().verticalScrollBar()
        bar.setValue((bar.value() + 3 * bar.pageStep()) % max(bar.maximum(), 1))

    def long(self, folder: Path) -> Long:
        """What is done to the whole ledger, with files in `folder`."""
        return Long(self.window, self._controllers, folder)

    def close(self) -> None:
        """End the program as closing the window does."""
        self.window.close()
        settle()


def main() -> int:
    """Print a row for each action; exit 1 when one takes longer than what feels done at once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--profile", choices=ACTIONS)
    parser.add_argument(
        "--long", nargs="?", const="", metavar="WORD", help="with a word in the names of actions: these alone"
    )
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        store(Path(name), options.tasks)
        desk = Desk(app, Path(name) / "workspace")
        try:
            if options.profile:
                return _profiled(getattr(desk, options.profile))
            return _all(desk) if options.long is None else _long(desk.long(Path(name)), options.long)
        finally:
            desk.close()


def _all(desk: Desk) -> int:
    kept = True
    print(f"{'action':8} {'median ms':>10} {'most ms':>10} {'limit':>7}")
    for name in ACTIONS:
        taken = [measure(getattr(desk, name)).total for _ in range(TURNS)]
        kept &= statistics.median(taken) <= SMOOTH_MS
        print(f"{name:8} {statistics.median(taken):10.1f} {max(taken):10.1f} {SMOOTH_MS:7.0f}", flush=True)
    return 0 if kept else 1


def _long(long: Long, word: str) -> int:
    kept = True
    print(f"{'action':18} {'total ms':>10} {'held ms':>10} {'gap ms':>10} {'limit':>7}")
    for name, cost in long.costs(word):
        kept &= cost.held <= SMOOTH_MS
        print(f"{name:18} {cost.total:10.0f} {cost.held:10.0f} {cost.gap:10.0f} {SMOOTH_MS:7.0f}", flush=True)
    return 0 if kept else 1


def _profiled(action: Callable[[], None]) -> int:
    profile = cProfile.Profile(time.thread_time)
    profile.enable()
    for _ in range(TURNS):
        action()
        settle()
    profile.disable()
    pstats.Stats(profile).sort_stats("cumulative").print_stats(30)
    return 0


if __name__ == "__main__":
    sys.exit(main())
