from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.errors import BadInput, NotFound
from desktop_app.services import checks, integrity, queries, workspace
from desktop_app.services.workspace import Workspace, default_folder, documents_folder, open_workspace
from tests.services.conftest import Ledger


def test_a_new_workspace_has_its_folders(workspace: Workspace) -> None:
    assert {path.name for path in workspace.folder.iterdir() if path.is_dir()} == {
        "evidence",
        "sources",
        "backups",
        "exports",
        "logs",
    }


def test_no_workspace_is_said_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="没有台账"):
        open_workspace(tmp_path / "missing", create=False)
    assert not (tmp_path / "missing").exists()


def test_a_closed_workspace_is_one_file_that_can_be_carried_away(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    workspace.close()
    assert [path.name for path in workspace.folder.iterdir() if path.is_file()] == ["ledger.sqlite3"]
    moved = tmp_path / "别处 #1?"
    shutil.move(workspace.folder, moved)
    with open_workspace(moved, create=False) as again:
        assert len(queries.tasks(again)) == 5
        assert integrity.verify(again) == []


def test_today_is_the_clock_unless_a_day_is_given(workspace: Workspace, tmp_path: Path) -> None:
    assert workspace.today == dt.date(2021, 10, 18)
    with open_workspace(tmp_path / "other") as other:
        assert other.today == dt.date.today()


def test_a_folder_beside_the_program_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "bundle_root", lambda: tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert default_folder() == documents_folder() / "销号台账"
    (tmp_path / "workspace").mkdir()
    assert default_folder() == tmp_path / "workspace"


@pytest.mark.skipif(workspace.os.name == "nt", reason="the system is asked there")
def test_documents_are_where_the_desktop_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert documents_folder() == tmp_path / "Documents"
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/文档"\n', encoding="utf-8")
    assert documents_folder() == tmp_path / "文档"


@pytest.mark.parametrize("text", ["2021-10-18", "2021/10/18", "2021.10.18", "2021年10月18日", " 2021-10-18 "])
def test_days_are_read_as_people_type_them(text: str) -> None:
    assert checks.read_day(text) == dt.date(2021, 10, 18)


@pytest.mark.parametrize("text", ["", "10-18", "2021-13-01", "2021-02-30", "明天", "20211018"])
def test_what_is_no_day_is_said(text: str) -> None:
    with pytest.raises(BadInput, match="日期"):
        checks.read_day(text)
