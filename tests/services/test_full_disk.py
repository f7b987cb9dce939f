"""A disk that fills up under the ledger itself: said in a sentence, nothing half-written, and all well once there is room."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.errors import StorageFailure, XiaohaoError
from desktop_app.services import integrity
from desktop_app.services.workspace import open_workspace
from tests.cli.test_disks import mounted
from tests.conftest import TODAY
from tests.services.deaths import ACTIONS, act, state

ROOMS = (16, 64, 160, 400)
"""KiB that are left on the disk: for nothing, a little, the first file, all but the last."""


def size_of(folder: Path) -> int:
    """KiB that the files of a folder take on a disk of pages of 4 KiB, a page for each folder too."""
    return sum(4 + (path.stat().st_size // 4096 + 1) * 4 for path in folder.rglob("*"))


@contextlib.contextmanager
def small_disk(place: Path, whole: Path, room: int) -> Iterator[Path]:
    """A disk that holds a copy of the workspace and little more."""
    with contextlib.contextmanager(mounted)(place, f"size={size_of(whole) + 4096}k") as disk:
        folder = Path(shutil.copytree(whole, disk / "台账"))
        used = int(
            subprocess.run(["df", "-k", "--output=used", disk], capture_output=True, check=True).stdout.split()[-1]
        )
        subprocess.run(["mount", "-o", f"remount,size={used + room}k", disk], check=True)
        yield folder


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_full_disk_is_told_and_changes_nothing(action: str, room: int, tmp_path: Path) -> None:
    prepare, do = ACTIONS[action]
    whole = prepare(tmp_path)
    before = state(whole)
    with small_disk(tmp_path / "小盘", whole, room) as folder:
        told = ""
        try:
            act(folder, do, tmp_path)
        except XiaohaoError as error:
            told = str(error)
        subprocess.run(["mount", "-o", "remount,size=64m", folder.parent], check=True)
        with open_workspace(folder, TODAY, create=False) as workspace:
            assert integrity.verify(workspace) == []
        if told:
            assert "磁盘空间不足" in told
            assert state(folder) == before
            act(folder, do, tmp_path)
        else:
            assert room > 16 or state(folder) != before or action == "upgrade"
        with open_workspace(folder, TODAY, create=False) as workspace:
            assert integrity.verify(workspace) == []
        assert not [path for path in folder.rglob("*") if path.suffix in (".unfinished", ".tmp")]


def test_a_ledger_on_a_disk_that_became_read_only_is_told_and_stays_as_it_was(tmp_path: Path) -> None:
    whole = ACTIONS["merge"][0](tmp_path)
    before = state(whole)
    with contextlib.contextmanager(mounted)(tmp_path / "光盘", "size=64m") as disk:
        folder = Path(shutil.copytree(whole, disk / "台账"))
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        for action in ("import", "attachment"):
            with pytest.raises(StorageFailure, match=r"访问权限|不允许写入|只读"):
                act(folder, ACTIONS[action][1], tmp_path)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        assert state(folder) == before
