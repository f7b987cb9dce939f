"""One command, one transaction, one history entry: the only way the ledger changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from desktop_app.domain.changes import Changes
from desktop_app.services.workspace import Workspace
from desktop_app.storage import journal
from desktop_app.storage.database import writing
from desktop_app.storage.recorder import Recorder


class Command:
    """A command under way: rows are written through `recorder`, and `label` names it in menus and history."""

    def __init__(self, connection: Connection, name: str, today: dt.date) -> None:
        self.connection = connection
        self.recorder = Recorder(connection)
        self.name = name
        self.today = today
        self.moment = dt.datetime.now(dt.UTC)
        self.label = ""
        self.detail = ""
        self.barrier = False
        self.undoes: journal.Step | None = None
        self.subjects: set[int] = set()
        self.plans: set[int] = set()
        self.warnings: list[str] = []

    def describe(self, label: str, detail: Iterable[str] = (), subjects: Iterable[int] = ()) -> None:
        """Name the command and say which tasks it is about; empty details are left out."""
        self.label = label
        self.detail = "；".join(text for text in detail if text)
        self.subjects.update(subjects)

    def result(self) -> Changes:
        """What the command changed, for the screens."""
        return Changes(self.label, frozenset(self.subjects), frozenset(self.plans), tuple(self.warnings))

    def write_entry(self) -> None:
        """Add the entry to the history; a command that wrote nothing leaves none."""
        if not self.recorder.changes:
            return
        entry = journal.Entry(
            command=self.name,
            label=self.label,
            detail=self.detail,
            subjects=frozenset(self.subjects),
            barrier=self.barrier,
            undoes=self.undoes.id if self.undoes else None,
            root=self.undoes.root if self.undoes else None,
        )
        journal.append(self.connection, entry, self.recorder.changes, self.moment)


@contextmanager
def execute(workspace: Workspace, name: str) -> Iterator[Command]:
    """Run a command in the block: committed with its entry at the end, gone without trace when an error leaves it."""
    with writing(workspace.engine) as connection:
        command = Command(connection, name, workspace.today)
        yield command
        command.write_entry()
