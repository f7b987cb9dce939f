from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import StorageFailure
from desktop_app.domain.plan import Plan
from desktop_app.services import plans
from desktop_app.services.workspace import Workspace
from desktop_app.storage import backup as backup_module
from desktop_app.storage.backup import back_up, fingerprint
from desktop_app.storage.database import writing


def test_a_backup_of_an_open_ledger_holds_every_row(workspace: Workspace, plan: Plan, source: Path) -> None:
    plans.store_plan(workspace, plan, source)
    database = workspace.folder / "ledger.sqlite3"
    copy = back_up(database, workspace.folder / "backups", "导入前")
    assert fingerprint(copy) == fingerprint(database)
    assert copy.name.endswith("_导入前.sqlite3")
    assert [path.name for path in (workspace.folder / "backups").iterdir()] == [copy.name]


def test_two_backups_in_one_second_are_two_files(workspace: Workspace) -> None:
    database, folder = workspace.folder / "ledger.sqlite3", workspace.folder / "backups"
    copies = {back_up(database, folder, "每日") for _ in range(3)}
    assert len(copies) == 3
    assert all(copy.is_file() for copy in copies)


def test_a_write_under_way_is_not_in_the_backup(workspace: Workspace) -> None:
    database = workspace.folder / "ledger.sqlite3"
    before = fingerprint(database)
    with writing(workspace.engine) as connection:
        connection.exec_driver_sql("INSERT INTO setting (key, value) VALUES ('a', '1')")
        copy = back_up(database, workspace.folder / "backups", "每日")
    assert fingerprint(copy) == before


def test_a_copy_that_differs_is_not_kept(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    true_copy = backup_module._copy

    def copy_and_lose_a_row(database: Path, target: Path) -> str:
        digest = true_copy(database, target)
        with closing(sqlite3.connect(target)) as connection, connection:
            connection.execute("DELETE FROM alembic_version")
        return digest

    monkeypatch.setattr(backup_module, "_copy", copy_and_lose_a_row)
    with pytest.raises(StorageFailure, match="不一致"):
        back_up(workspace.folder / "ledger.sqlite3", workspace.folder / "backups", "每日")
    assert list((workspace.folder / "backups").iterdir()) == []
