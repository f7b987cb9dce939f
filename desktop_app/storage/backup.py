"""Backups of the database: SQLite's online copy, opened and compared after it is made."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.domain.errors import StorageFailure
from desktop_app.storage.database import failures_in_words


def back_up(database: Path, folder: Path, why: str) -> Path:
    """Copy `database` into `folder` while it may be in use; `why` becomes part of the copy's name.

    Raises:
        StorageFailure: the disk is full or cannot be written, or the copy differs from the original.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder, f"{dt.datetime.now():%Y-%m-%d_%H%M%S}_{why}")
    unfinished = target.with_suffix(".unfinished")
    try:
        with failures_in_words():
            if _copy(database, unfinished) != fingerprint(unfinished):
                raise StorageFailure("备份与台账不一致，备份未保留。检查磁盘后重试")
        _to_disk(unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def overwrite(database: Path, source: Path) -> None:
    """Let `database` hold what `source` holds, in one transaction, also while others have it open; then compare them.

    Raises:
        StorageFailure: `source` is damaged, or the disk is full, cannot be written or is in use; nothing was changed.
    """
    wanted = fingerprint(source)
    with failures_in_words():
        with closing(sqlite3.connect(source)) as held, closing(sqlite3.connect(database)) as target:
            held.backup(target)
        if fingerprint(database) != wanted:
            raise StorageFailure("恢复后的台账与备份不一致。检查磁盘后重试")
    _to_disk(database)


def move_aside(database: Path, folder: Path, why: str) -> Path:
    """Move a database that cannot be copied into `folder` with its log; returns where it is."""
    target = _free_name(folder, f"{dt.datetime.now():%Y-%m-%d_%H%M%S}_{why}")
    for suffix in ("-wal", "-shm", ""):
        beside = database.with_name(database.name + suffix)
        if beside.exists():
            beside.replace(target.with_name(target.name + suffix))
    return target


def _copy(database: Path, target: Path) -> str:
    """Copy one state of the database; returns the fingerprint of that state."""
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.isolation_level = None
        source.execute("BEGIN")
        before = _fingerprint(source)
        source.backup(copy)
        source.execute("ROLLBACK")
        # One plain file: a write-ahead log beside it would be lost when the file is carried away.
        copy.execute("PRAGMA journal_mode=DELETE")
    return before


def fingerprint(database: Path) -> str:
    """A digest of every table's rows.

    Raises:
        StorageFailure: the file is damaged.
    """
    with failures_in_words(), closing(sqlite3.connect(database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise StorageFailure(f"“{database.name}”已损坏，不能使用")
        return _fingerprint(connection)


def _fingerprint(connection: sqlite3.Connection) -> str:
    digest = hashlib.sha256()
    tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for name, sql in tables:
        digest.update(f"{name}\n{sql}\n".encode())
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid'):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _free_name(folder: Path, stem: str) -> Path:
    """A name not taken yet, even by two backups within one second."""
    names = [stem, *(f"{stem}_{number}" for number in range(2, 100))]
    return next(path for name in names if not (path := folder / f"{name}.sqlite3").exists())
