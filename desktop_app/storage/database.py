"""The connection to a workspace's database, and its failures in the officer's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from desktop_app.domain.errors import StorageFailure

BUSY_SECONDS = 5.0
"""How long a command waits for another program that is writing."""

_FULL = "磁盘空间不足，本次更改未保存。清理磁盘后重试"
_SENTENCES = {
    "SQLITE_FULL": _FULL,
    # There is no room for the 32 KiB by which programs with the same file know of one another.
    "SQLITE_IOERR_SHMSIZE": _FULL,
    "SQLITE_BUSY": "台账正被另一程序写入，本次更改未保存。关闭另一程序后重试",
    "SQLITE_LOCKED": "台账正被另一程序写入，本次更改未保存。关闭另一程序后重试",
    "SQLITE_READONLY": "台账所在位置不可写入，本次更改未保存。取消文件的只读属性，或换到可写入的文件夹",
    "SQLITE_CORRUPT": "台账数据库已损坏，无法读取。从 backups 文件夹中取最近一份备份恢复",
    "SQLITE_NOTADB": "ledger.sqlite3 不是数据库文件，或已损坏。从 backups 文件夹中取最近一份备份恢复",
    "SQLITE_CANTOPEN": "台账数据库打不开。核对文件夹是否存在、是否有访问权限",
    "SQLITE_IOERR": "读写磁盘出错，本次更改未保存。检查磁盘或移动存储是否仍然连接",
    "SQLITE_PERM": "没有访问台账数据库的权限。核对文件夹的权限",
    "SQLITE_AUTH": "没有访问台账数据库的权限。核对文件夹的权限",
}


def failure_of(error: BaseException) -> StorageFailure | None:
    """The officer's sentence for a database error; None when the error is a fault of the program."""
    name: str = getattr(error, "sqlite_errorname", "") or ""
    for prefix, sentence in _SENTENCES.items():
        if name.startswith(prefix):
            return StorageFailure(sentence)
    return None


@contextmanager
def failures_in_words() -> Iterator[None]:
    """Turn failures of disk and database into `StorageFailure`; faults of the program pass unchanged."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        failure = failure_of(cause) if cause is not None else None
        if failure is None:
            raise
        raise failure from error


def connect(database: Path) -> Engine:
    """The engine of a workspace: write-ahead log, every commit on the disk, foreign keys on.

    The file is not opened before the first use. Close with `engine.dispose()`.
    """
    url = URL.create("sqlite", database=str(database))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    # The module's own transactions start late and only for some statements: `_on_begin` says BEGIN.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}").close()


def _on_begin(connection: Connection) -> None:
    # A writer takes its lock at once: a lock taken later cannot wait for another writer.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the database throughout."""
    with failures_in_words(), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction: committed to the disk at the end, rolled back when an error leaves the block."""
    with failures_in_words(), engine.execution_options(writing=True).connect() as connection, connection.begin():
        yield connection
