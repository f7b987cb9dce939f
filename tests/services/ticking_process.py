"""Ticks the tasks of a workspace one after another and prints each id once its tick is confirmed; killed by a test."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app.domain.refs import TaskRef
from desktop_app.services import queries, tasks
from desktop_app.services.workspace import open_workspace


def main() -> None:
    """Tick until killed."""
    with open_workspace(Path(sys.argv[1]), create=False) as workspace:
        for row in queries.tasks(workspace):
            tasks.tick(workspace, [TaskRef(row.id)])
            print(row.id, flush=True)


if __name__ == "__main__":
    main()
