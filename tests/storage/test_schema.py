from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from desktop_app import paths
from desktop_app.domain.errors import Refused, StorageFailure
from desktop_app.services import history, integrity, plans, queries
from desktop_app.services.workspace import Workspace, open_workspace
from desktop_app.storage.backup import fingerprint
from desktop_app.storage.models import Base
from desktop_app.storage.schema import prepare, revisions, version_of
from tests.conftest import TODAY

# A comma outside brackets, or the bracket that opens a table: a column added later stands on another's line.
_BETWEEN_CLAUSES = re.compile(r",(?![^()]*\))|\((?=\n)|\)$")
STORED = Path(__file__).parent.parent / "data" / "databases"


def statements(database: Path) -> set[frozenset[str]]:
    """What the schema of a database says, clause by clause, the order of clauses and Alembic's own table aside."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'")
        return {frozenset(clause.strip() for clause in _BETWEEN_CLAUSES.split(sql)) for (sql,) in rows}


@pytest.fixture
def next_scripts(tmp_path: Path) -> Path:
    """The scripts of a program one version ahead: a column more."""
    scripts = tmp_path / "scripts"
    shutil.copytree(paths.migrations(), scripts)
    newest = revisions(scripts)[-1]
    (scripts / "versions" / "9000_remarks.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9000'\ndown_revision = '{newest}'\nbranch_labels = None\ndepends_on = None\n"
        "def upgrade():\n    op.add_column('unit', sa.Column('remarks', sa.String()))\n"
    )
    return scripts


def test_the_scripts_make_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    database, wanted = tmp_path / "a.sqlite3", tmp_path / "b.sqlite3"
    prepare(database, tmp_path)
    for path, make in ((wanted, True), (database, False)):
        engine = create_engine(f"sqlite:///{path}")
        if make:
            Base.metadata.create_all(engine)
        else:
            with engine.connect() as connection:
                assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        engine.dispose()
    assert statements(database) == statements(wanted)


def test_a_new_file_gets_the_newest_schema_without_a_backup(tmp_path: Path) -> None:
    database = tmp_path / "new.sqlite3"
    assert version_of(database) is None
    assert prepare(database, tmp_path / "backups") is None
    assert version_of(database) == revisions(paths.migrations())[-1]


def test_an_up_to_date_file_is_opened_without_alembic(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "alembic", None)
    prepare(workspace.folder / "ledger.sqlite3", workspace.folder / "backups")


def test_a_newer_database_is_refused_in_words_and_left_alone(workspace: Workspace) -> None:
    workspace.close()
    database = workspace.folder / "ledger.sqlite3"
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = fingerprint(database)
    with pytest.raises(Refused, match="台账由更新版本的程序建立"):
        open_workspace(workspace.folder)
    assert fingerprint(database) == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite3")) as connection, connection:
        connection.execute("CREATE TABLE photos (id INTEGER)")
    with pytest.raises(Refused, match="其他程序"):
        open_workspace(tmp_path)


def test_a_file_that_is_no_database_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite3").write_bytes(b"not a database at all" * 400)
    with pytest.raises(StorageFailure, match="不是数据库文件"):
        open_workspace(tmp_path)


def test_an_older_database_is_backed_up_and_then_upgraded(
    workspace: Workspace, plan: object, source: Path, next_scripts: Path
) -> None:
    plans.store_plan(workspace, plan, source)  # type: ignore[arg-type]
    workspace.close()
    database = workspace.folder / "ledger.sqlite3"
    before = fingerprint(database)
    backup = prepare(database, workspace.folder / "backups", next_scripts)
    assert backup is not None
    assert backup.parent == workspace.folder / "backups"
    assert fingerprint(backup) == before
    assert version_of(database) == "9000"
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM unit WHERE remarks IS NULL").fetchone() == (5,)


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(workspace: Workspace, next_scripts: Path) -> None:
    workspace.close()
    script = next_scripts / "versions" / "9000_remarks.py"
    script.write_text(script.read_text() + "    raise RuntimeError('halfway')\n")
    database = workspace.folder / "ledger.sqlite3"
    before = fingerprint(database)
    with pytest.raises(RuntimeError, match="halfway"):
        prepare(database, workspace.folder / "backups", next_scripts)
    assert fingerprint(database) == before


def test_there_is_a_stored_workspace_for_every_schema() -> None:
    assert {folder.name for folder in STORED.iterdir() if folder.is_dir()} == set(revisions(paths.migrations()))


@pytest.mark.parametrize("version", sorted(folder.name for folder in STORED.iterdir() if folder.is_dir()))
def test_a_stored_workspace_of_an_old_schema_opens_whole(version: str, tmp_path: Path) -> None:
    folder = tmp_path / "台账"
    shutil.copytree(STORED / version, folder)
    with open_workspace(folder, TODAY, create=False) as workspace:
        assert integrity.verify(workspace) == []
        rows = queries.tasks(workspace)
        assert [row.status.value for row in rows] == [
            "closed",
            "in_progress",
            "in_progress",
            "not_started",
            "suspended",
        ]
        assert rows[0].evidence_names == ("照片.jpg",)
        history.undo(workspace)
        assert queries.task(workspace, rows[4].id).status.value == "not_started"


def test_the_first_schema_is_backed_up_before_it_is_upgraded(tmp_path: Path) -> None:
    folder = tmp_path / "台账"
    shutil.copytree(STORED / "0001", folder)
    before = fingerprint(folder / "ledger.sqlite3")
    with open_workspace(folder, TODAY, create=False) as workspace:
        backups = list((folder / "backups").glob("*升级前.sqlite3"))
        assert [fingerprint(path) for path in backups] == [before]
        assert [row.recurrences for row in queries.tasks(workspace)] == [()] * 5
        plans.remove_plan(workspace, 1)
        history.undo(workspace)
        history.undo(workspace)
        assert integrity.verify(workspace) == []
