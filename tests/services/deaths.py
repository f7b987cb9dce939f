"""Kills a program in the middle of an action, at many places, and says what is left: `python -m tests.services.deaths ACTION FOLDER`.

A process of its own, because each death is that of a fork. A place is a statement to the database or a change to a file of
the workspace. One line of JSON for each place: what `verify` finds, whether the action is done or not at all, and what is
found after it was simply done again.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from desktop_app.domain.merging import Choice
from desktop_app.domain.refs import TaskRef
from desktop_app.exports.material import ReportOptions
from desktop_app.services import evidence, handout, history, integrity, merge, plans, queries, submissions
from desktop_app.services.workspace import open_workspace
from tests.conftest import TODAY
from tests.gui.rounds import make_round
from tests.plan_by_hand import build_long_plan

PLACES = 5
"""So many places are tried, spread evenly; the last three always, for there the commit is."""

OLD = Path(__file__).parents[1] / "data" / "databases" / "0001"
_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"})

Action = Callable[[Any, Path], object]


def main() -> None:
    """Try every place of one action."""
    name, home = sys.argv[1], Path(sys.argv[2])
    prepare, action = ACTIONS[name]
    before = prepare(home)
    done, count = _rehearse(before, home / "whole", action)
    for place in _spread(count):
        print(json.dumps(_die(before, home / f"at{place}", action, place, done), ensure_ascii=False), flush=True)


def _rehearse(before: Path, folder: Path, action: Action) -> tuple[Any, int]:
    """Do it without dying: the state it ends in, and how many places it has."""
    shutil.copytree(before, folder)
    reader, writer = os.pipe()
    if not (child := os.fork()):
        places = _Places(folder, None)
        act(folder, action)
        os.write(writer, str(places.count).encode())
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    os.close(writer)
    with os.fdopen(reader) as answer:
        return state(folder), int(answer.read())


def _die(before: Path, folder: Path, action: Action, place: int, done: Any) -> dict[str, Any]:
    shutil.copytree(before, folder)
    unchanged = state(before)
    if not (child := os.fork()):
        _Places(folder, place)
        act(folder, action)
        os._exit(0)
    killed = os.waitpid(child, 0)[1] == signal.SIGKILL
    with open_workspace(folder, TODAY, create=False) as workspace:
        found = integrity.verify(workspace)
    after = state(folder)
    again: list[str] = []
    if after == unchanged != done:
        act(folder, action)
        with open_workspace(folder, TODAY, create=False) as workspace:
            again = integrity.verify(workspace)
        after = state(folder)
    shutil.rmtree(folder)
    return {"place": place, "killed": killed, "found": found, "done": after == done, "again": again}


class _Places:
    """Counts what the process does to the workspace and dies at one of them."""

    def __init__(self, folder: Path, last: int | None) -> None:
        self.count = 0
        self._folder, self._last = str(folder), last
        event.listen(Engine, "before_cursor_execute", lambda *_: self._pass())
        event.listen(Engine, "commit", lambda *_: self._pass())
        sys.addaudithook(self._audit)

    def _audit(self, name: str, arguments: tuple[Any, ...]) -> None:
        writes = name in _CHANGES or (name == "open" and arguments[1] not in (None, "r", "rb"))
        if (writes and self._folder in str(arguments[0])) or name == "sqlite3.connect":
            self._pass()

    def _pass(self) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def _spread(count: int) -> list[int]:
    even = {1 + count * place // PLACES for place in range(PLACES)}
    return sorted(place for place in even | {count - 2, count - 1, count} if 0 < place <= count)


def state(folder: Path) -> Any:
    """What an officer would see of it: the history, the standings, the submissions. Read from a copy: to open is to change."""
    copy = Path(shutil.copytree(folder, folder.with_name("copy")))
    try:
        return _seen(copy)
    finally:
        shutil.rmtree(copy)


def _seen(folder: Path) -> Any:
    with open_workspace(folder, TODAY, create=False) as workspace:
        said = [(row.command, row.label, row.undone) for row in history.entries(workspace)]
        rows = [(row.status.value, row.percent, row.evidence) for row in queries.tasks(workspace)]
        return said, rows, [row.number for row in submissions.listed(workspace)]


def act(folder: Path, action: Action, home: Path | None = None) -> None:
    """Do it once; `home` is where files come from."""
    with open_workspace(folder, TODAY, create=False) as workspace:
        action(workspace, home or folder.parent)


def _round(home: Path) -> Path:
    return make_round(home).folder


def _merged(home: Path) -> Path:
    folder = _round(home)
    act(folder, _merge)
    return folder


def _merge(workspace: Any, home: Path) -> object:
    files = sorted(home.glob("*返回.xlsx"))
    return merge.apply(workspace, merge.prepare(workspace, files), prefer=Choice.OURS, receipts=(".docx",))


def _import(workspace: Any, home: Path) -> object:
    source = home / "长规划.txt"
    source.write_text("一份长规划", encoding="utf-8")
    return plans.store_plan(workspace, build_long_plan(200), source)


def _attach(workspace: Any, home: Path) -> object:
    photo = home / "照片.jpg"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(3_000_000))
    return evidence.attach(workspace, [TaskRef(queries.tasks(workspace)[0].id)], [photo])


def _old(home: Path) -> Path:
    """A workspace of the first schema: to open it is to upgrade it."""
    return Path(shutil.copytree(OLD, home / "旧台账"))


ACTIONS: dict[str, tuple[Callable[[Path], Path], Action]] = {
    "import": (_round, _import),
    "merge": (_round, _merge),
    "undo of a merge": (_merged, lambda workspace, _: history.undo(workspace)),
    "submission": (_round, lambda workspace, _: submissions.submit(workspace, ReportOptions(), numbers_checked=True)),
    "attachment": (_round, _attach),
    "upgrade": (_old, lambda workspace, _: None),
    "handout": (_round, lambda workspace, _: handout.make_handouts(workspace, workspace.folder / "exports" / "下发")),
}


if __name__ == "__main__":
    main()
