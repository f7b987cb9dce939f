"""The history table: entries are added at the end, chained by their hashes, and never changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop_app.storage.recorder import RowChanges, pack, to_raw, unpack

UNDO = "undo"
REDO = "redo"
GENESIS = "0" * 64
"""What stands for the hash before the first entry."""

HASHED = ("id", "at", "command", "label", "detail", "barrier", "undoes_id", "root_id")
"""The columns an entry's hash covers, besides its changes, its subjects and the hash before it."""

_INSERT = (
    f"INSERT INTO history ({', '.join(HASHED)}, changes, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one command leaves in the history. `root` is the command that a chain of undo and redo goes back to."""

    command: str
    label: str
    detail: str = ""
    subjects: frozenset[int] = frozenset()
    barrier: bool = False
    undoes: int | None = None
    root: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """An entry that undo or redo would take back, and the label of the command it stems from."""

    id: int
    root: int
    label: str
    detail: str


def entry_hash(prev_hash: str, fields: Sequence[object], changes: bytes, subjects: Iterable[int]) -> str:
    """The hash of an entry: over the one before it, its own columns in the order of `HASHED`, and its subjects."""
    listed = [prev_hash, *fields, hashlib.sha256(changes).hexdigest(), sorted(map(str, subjects))]
    # A damaged row may hold anything: then the hash differs, which is the point.
    return hashlib.sha256(json.dumps(listed, separators=(",", ":"), default=repr).encode()).hexdigest()


def append(connection: Connection, entry: Entry, changes: Iterable[RowChanges], moment: dt.datetime) -> int:
    """Add an entry at the end of the chain; returns its id."""
    last = connection.exec_driver_sql("SELECT id, hash FROM history ORDER BY id DESC LIMIT 1").one_or_none()
    entry_id, prev_hash = (last[0] + 1, last[1]) if last else (1, GENESIS)
    fields = [
        entry_id,
        to_raw(moment),
        entry.command,
        entry.label,
        entry.detail,
        int(entry.barrier),
        entry.undoes,
        entry.root,
    ]
    packed = pack(changes)
    digest = entry_hash(prev_hash, fields, packed, entry.subjects)
    connection.exec_driver_sql(_INSERT, (*fields, packed, prev_hash, digest))
    if entry.subjects:
        pairs = [(entry_id, node) for node in sorted(entry.subjects)]
        sql = "INSERT INTO history_subject (history_id, node_id) VALUES (?, ?)"
        connection.exec_driver_sql(sql, pairs if len(pairs) > 1 else pairs[0])
    return entry_id


def next_undo(connection: Connection) -> Step | None:
    """The newest entry that still stands; None at an import, which undo never passes."""
    taken_back = 0
    for entry_id, command, barrier, root in _newest_first(connection):
        if command == UNDO:
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            return None if barrier else _step(connection, entry_id, root)
    return None


def next_redo(connection: Connection) -> Step | None:
    """The undo that redo would take back; None once another command came after it."""
    done_again = 0
    for entry_id, command, _barrier, root in _newest_first(connection):
        if command == REDO:
            done_again += 1
        elif command != UNDO:
            return None
        elif done_again:
            done_again -= 1
        else:
            return _step(connection, entry_id, root)
    return None


def changes_of(connection: Connection, entry_id: int) -> list[RowChanges]:
    """The row changes an entry recorded."""
    row = connection.exec_driver_sql("SELECT changes FROM history WHERE id = ?", (entry_id,)).one()
    return unpack(row[0])


def subjects_of(connection: Connection, entry_id: int) -> frozenset[int]:
    """The tasks an entry is about."""
    rows = connection.exec_driver_sql("SELECT node_id FROM history_subject WHERE history_id = ?", (entry_id,))
    return frozenset(row[0] for row in rows)


def _newest_first(connection: Connection) -> Iterator[tuple[int, str, int, int | None]]:
    # Nearly always the first rows answer: read a few, and more only when asked on.
    sql = "SELECT id, command, barrier, root_id FROM history WHERE id < ? ORDER BY id DESC LIMIT 50"
    before = 2**62
    while rows := connection.exec_driver_sql(sql, (before,)).all():
        for row in rows:
            yield row[0], row[1], row[2], row[3]
        before = rows[-1][0]


def _step(connection: Connection, entry_id: int, root: int | None) -> Step:
    root = root or entry_id
    row = connection.exec_driver_sql("SELECT label, detail FROM history WHERE id = ?", (root,)).one()
    return Step(entry_id, root, row[0], row[1])
