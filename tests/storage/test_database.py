from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.errors import StorageFailure
from desktop_app.services.workspace import Workspace, open_workspace
from desktop_app.storage import database
from desktop_app.storage.database import connect, failures_in_words, reading, writing
from tests.conftest import TODAY

INSERT = "INSERT INTO setting (key, value) VALUES (?, ?)"


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)]
)
def test_every_connection_is_durable_and_checks_references(workspace: Workspace, pragma: str, value: object) -> None:
    with reading(workspace.engine) as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_an_error_rolls_everything_back(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError), writing(workspace.engine) as connection:
        connection.exec_driver_sql(INSERT, ("a", "1"))
        raise RuntimeError
    with reading(workspace.engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM setting").scalar() == 0


def test_a_full_disk_is_said_in_words_and_nothing_is_kept(workspace: Workspace) -> None:
    with pytest.raises(StorageFailure, match="磁盘空间不足"), writing(workspace.engine) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        for number in range(2000):
            connection.exec_driver_sql(INSERT, (str(number), "x" * 1000))
    with reading(workspace.engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM setting").scalar() == 0


def test_a_writer_elsewhere_is_waited_for_and_then_named(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    path = workspace.folder / "ledger.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        engine = connect(path)
        with pytest.raises(StorageFailure, match="另一程序"), writing(engine):
            pass
        engine.dispose()


def test_a_reader_does_not_wait_for_a_writer(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection, reading(workspace.engine) as other:
        connection.exec_driver_sql(INSERT, ("a", "1"))
        assert other.exec_driver_sql("SELECT count(*) FROM setting").scalar() == 0


def test_a_damaged_page_is_said_in_words(workspace: Workspace) -> None:
    workspace.close()
    path = workspace.folder / "ledger.sqlite3"
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    path.write_bytes(bytes(content))
    with pytest.raises(StorageFailure, match="台账数据库已损坏"):
        open_workspace(workspace.folder, TODAY)


def test_a_folder_that_is_a_file_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageFailure, match="不能使用"):
        open_workspace(tmp_path / "file")


def test_a_fault_of_the_program_is_not_dressed_up_as_a_failure_of_the_disk(workspace: Workspace) -> None:
    with pytest.raises(IntegrityError), writing(workspace.engine) as connection:
        connection.exec_driver_sql("INSERT INTO alias (unit_id, printed) VALUES (99, '无')")
    with pytest.raises(sqlite3.OperationalError), failures_in_words(), closing(sqlite3.connect(":memory:")) as memory:
        memory.execute("SELECT * FROM nothing")
