"""Ticks the tasks of a workspace one after another and prints each id once its tick is confirmed; killed by a test."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app.domain.refs import TaskRef
from desktop_app.services import history, queries, tasks
from desktop_app.services.workspace import open_workspace


def main() -> None:
    """Tick, send back what is closed, and so on until killed."""
    with open_workspace(Path(sys.argv[1]), create=False) as workspace:
        ids = [row.id for row in queries.tasks(workspace)]
        for number in range(1_000_000):
            task = ids[number % len(ids)]
            tasks.add_progress(workspace, TaskRef(task), f"第{number}条")
            if number % 3 == 2:
                history.undo(workspace)
                print("undone", flush=True)
            else:
                print(number, flush=True)


if __name__ == "__main__":
    main()
