"""The command line as a person starts it: a process of its own, with Qt and the network walled off."""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Read by the child before anything else: importing Qt or opening a socket ends it.
WALL = """
import sys

class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise AssertionError("Qt was imported: " + name)

sys.meta_path.insert(0, Wall())

def refuse(event, arguments):
    if event.startswith("socket."):
        raise AssertionError("the network was asked: " + event)

sys.addaudithook(refuse)
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def data(self):
        return json.loads(self.out)


class CommandLine:
    """Starts commands on one workspace, each in a new process, on a fixed day."""

    def __init__(self, folder: Path, wall: Path) -> None:
        self.folder = folder
        self.workspace = folder / "台账 一"
        self._wall = wall

    def __call__(self, *arguments: object, code: int = 0, today: str = "2026-09-28") -> Ended:
        ended = self.start("--workspace", self.workspace, "--today", today, *arguments)
        assert ended.code == code, ended
        return ended

    def start(self, *arguments: object, **environment: str) -> Ended:
        ended = subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env={**self.environment(), **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    def command(self, *arguments: object) -> list[str]:
        return [sys.executable, "-m", "desktop_app", *map(str, arguments)]

    def environment(self) -> dict[str, str]:
        # A console of another code page: what is printed is UTF-8 all the same.
        path = os.pathsep.join([str(self._wall), str(ROOT)])
        return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "gbk"}


@pytest.fixture(scope="session")
def wall(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wall")
    (folder / "sitecustomize.py").write_text(WALL, encoding="utf-8")
    return folder


@pytest.fixture
def xiaohao(tmp_path, wall) -> CommandLine:
    return CommandLine(tmp_path, wall)


@pytest.fixture
def sample() -> Path:
    return next((ROOT / "resources" / "sample").glob("*.txt"))


@pytest.fixture(scope="session")
def stored(tmp_path_factory, wall) -> Path:
    """A workspace that holds the sample plan, made once."""
    maker = CommandLine(tmp_path_factory.mktemp("stored"), wall)
    maker("import", next((ROOT / "resources" / "sample").glob("*.txt")))
    return maker.workspace


@pytest.fixture
def filled(xiaohao, stored) -> CommandLine:
    """A workspace of its own with the sample plan: a copy, since a workspace can be carried anywhere."""
    shutil.copytree(stored, xiaohao.workspace)
    return xiaohao


@pytest.fixture(scope="session")
def task(stored) -> int:
    """The id of the first task of the sample plan."""
    with contextlib.closing(sqlite3.connect(stored / "ledger.sqlite3")) as ledger:
        return ledger.execute("SELECT min(id) FROM node WHERE kind = 'task'").fetchone()[0]
