"""The version of a workspace's schema: new files are made, older ones backed up and upgraded, newer ones refused.

The version is read with plain sqlite3: Alembic takes long to import and is needed only when something is to be done.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from desktop_app import paths
from desktop_app.domain.errors import Refused
from desktop_app.storage.backup import back_up
from desktop_app.storage.database import failures_in_words


def revisions(scripts: Path) -> tuple[str, ...]:
    """All schema versions the program knows, oldest first: the names of the scripts begin with them."""
    return tuple(sorted(script.stem.split("_")[0] for script in (scripts / "versions").glob("[0-9]*.py")))


def version_of(database: Path) -> str | None:
    """The schema version of a file; None for a new or empty one.

    Raises:
        Refused: the file is a database of another program.
        StorageFailure: the file is damaged or cannot be opened.
    """
    if not database.exists():
        return None
    with failures_in_words(), closing(sqlite3.connect(database)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        row = None
        if "alembic_version" in tables:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None and tables - {"alembic_version"}:
        raise Refused(f"“{database.name}”是其他程序的数据库，不是销号的台账。另选一个文件夹")
    return str(row[0]) if row else None


def prepare(database: Path, backups: Path, scripts: Path | None = None) -> Path | None:
    """Bring a database to the newest schema; `scripts` is the folder of the Alembic scripts.

    Returns:
        The backup made before an upgrade; None when none was needed.

    Raises:
        Refused: the database is newer than the program, or of another program.
    """
    scripts = scripts or paths.migrations()
    known = revisions(scripts)
    found = version_of(database)
    if found == known[-1]:
        return None
    if found is not None and found not in known:
        raise Refused("台账由更新版本的程序建立，本程序不能打开。安装新版程序后再打开，台账未作任何更改")
    backup = back_up(database, backups, "升级前") if found else None
    _upgrade(database, scripts)
    return backup


def _upgrade(database: Path, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = _migration_engine(database)
    try:
        with failures_in_words(), engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def _migration_engine(database: Path) -> Engine:
    """An engine whose one transaction holds every step; foreign keys stay off, as rebuilding a table needs."""
    engine = create_engine(URL.create("sqlite", database=str(database)), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL").close()
        connection.execute("PRAGMA synchronous=FULL").close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: object) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine
