"""Backups made when asked for and put back: what was there is kept, what cannot be used is refused and touches nothing."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput, NotFound, Refused, StorageFailure
from desktop_app.domain.task import Status
from desktop_app.services import backups, integrity, queries, tasks
from desktop_app.services.workspace import LEDGER, Workspace, open_workspace
from desktop_app.storage.backup import fingerprint
from tests.services.conftest import Ledger

TODAY = dt.date(2021, 10, 18)
OLD = Path(__file__).parents[1] / "data/databases"


def test_a_restored_ledger_is_the_one_of_the_backup_and_the_replaced_one_is_kept(
    workspace: Workspace, ledger: Ledger
) -> None:
    backup = backups.make_backup(workspace)
    tasks.tick(workspace, [ledger.hotline])
    replaced = fingerprint(workspace.folder / LEDGER)
    workspace.close()
    done = backups.restore(workspace.folder, Path(backup.name))
    assert fingerprint(workspace.folder / LEDGER) == fingerprint(backup)
    assert done.kept is not None and fingerprint(done.kept) == replaced
    with open_workspace(workspace.folder, TODAY) as again:
        assert queries.task(again, ledger.hotline.task).status is Status.NOT_STARTED
        assert integrity.verify(again) == []
    backups.restore(workspace.folder, done.kept)
    with open_workspace(workspace.folder, TODAY) as again:
        assert queries.task(again, ledger.hotline.task).status is Status.CLOSED
        assert integrity.verify(again) == []


def test_a_program_that_has_the_ledger_open_reads_what_was_restored(workspace: Workspace, ledger: Ledger) -> None:
    backup = backups.make_backup(workspace)
    tasks.tick(workspace, [ledger.hotline])
    backups.restore(workspace.folder, backup)
    assert queries.task(workspace, ledger.hotline.task).status is Status.NOT_STARTED
    tasks.tick(workspace, [ledger.budget])
    assert integrity.verify(workspace) == []


def test_a_damaged_ledger_gives_way_and_is_kept_as_it_is(workspace: Workspace, ledger: Ledger) -> None:
    backup = backups.make_backup(workspace)
    workspace.close()
    damaged = workspace.folder / LEDGER
    damaged.write_bytes(b"\0" * 5000)
    done = backups.restore(workspace.folder, backup)
    assert done.kept is not None and done.kept.read_bytes() == b"\0" * 5000
    with open_workspace(workspace.folder, TODAY) as again:
        assert integrity.verify(again) == []


def test_a_lost_ledger_comes_back(workspace: Workspace, ledger: Ledger) -> None:
    backup = backups.make_backup(workspace)
    workspace.close()
    (workspace.folder / LEDGER).unlink()
    assert backups.restore(workspace.folder, backup).kept is None
    with open_workspace(workspace.folder, TODAY) as again:
        assert integrity.verify(again) == []


@pytest.mark.parametrize("version", sorted(path.name for path in OLD.iterdir() if path.is_dir()))
def test_a_backup_of_every_earlier_version_is_upgraded_and_left_as_it_was(
    workspace: Workspace, ledger: Ledger, tmp_path: Path, version: str
) -> None:
    old = Path(shutil.copy(OLD / version / LEDGER, tmp_path / "旧备份.sqlite3"))
    before = old.read_bytes()
    workspace.close()
    backups.restore(workspace.folder, old)
    assert old.read_bytes() == before
    with open_workspace(workspace.folder, TODAY) as again:
        assert queries.plans(again)


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
        connection.commit()


def _newer(path: Path) -> None:
    shutil.copy(OLD / "0005" / LEDGER, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda path: None, NotFound),
        (lambda path: path.write_bytes(b""), Refused),
        (lambda path: path.write_text("不是数据库" * 500, encoding="utf-8"), StorageFailure),
        (_foreign, Refused),
        (_newer, Refused),
    ],
    ids=["missing", "empty", "text", "of another program", "of a newer program"],
)
def test_what_is_no_backup_is_refused_and_nothing_changes(
    workspace: Workspace, ledger: Ledger, tmp_path: Path, make, error
) -> None:
    before = fingerprint(workspace.folder / LEDGER)
    make(tmp_path / "备份.sqlite3")
    files = sorted(workspace.folder.iterdir())
    with pytest.raises(error):
        backups.restore(workspace.folder, tmp_path / "备份.sqlite3")
    assert fingerprint(workspace.folder / LEDGER) == before
    assert sorted(workspace.folder.iterdir()) == files
    assert list((workspace.folder / "backups").iterdir()) == []


def test_the_ledger_itself_is_no_backup(workspace: Workspace, ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="正在使用"):
        backups.restore(workspace.folder, workspace.folder / LEDGER)
