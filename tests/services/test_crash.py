"""A change is in the database when the program says so, whatever happens next."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.plan import Plan
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.services import evidence, history, integrity, plans, queries, tasks
from desktop_app.services.workspace import Workspace, open_workspace
from desktop_app.storage.evidence_files import FileStore, KeptFile
from tests.conftest import TODAY
from tests.plan_by_hand import build_long_plan
from tests.services.conftest import Ledger
from tests.services.deaths import ACTIONS

ROOT = Path(__file__).parents[2]
_HARMLESS = re.compile("不属于任何任务或规划，未经程序存入，可移走|没有登记，为留存中断所致")
"""What was written before its command and is in nobody's way; done again, a file finds its command."""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.4])
def test_every_confirmed_tick_outlives_a_kill(workspace: Workspace, tmp_path: Path, seconds: float) -> None:
    source = tmp_path / "长规划.txt"
    source.write_text("一份长规划", encoding="utf-8")
    plans.store_plan(workspace, build_long_plan(3000), source)
    workspace.close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.services.ticking_process", str(workspace.folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        confirmed = [int(child.stdout.readline())]
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        confirmed += map(int, child.stdout.read().split())
    assert child.returncode == -signal.SIGKILL, "the child was done before it was killed"
    with open_workspace(workspace.folder, TODAY, create=False) as again:
        closed = {row.id for row in queries.tasks(again, TaskFilter(status=Status.CLOSED))}
        assert set(confirmed) <= closed
        # At most the one tick under way when the process died is there without having been confirmed.
        assert len(closed) - len(confirmed) <= 1
        assert integrity.verify(again) == []
        assert history.undo_label(again) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("action", ACTIONS)
def test_what_is_killed_is_done_or_not_done_and_can_be_done_again(action: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.services.deaths", action, str(tmp_path)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    deaths = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(deaths) > 5
    for death in deaths:
        assert death["killed"], death
        assert [each for each in death["found"] if not _HARMLESS.search(each)] == [], death
        # A submission killed just before it is registered leaves its number to the folder, which is told.
        numbered = any("没有登记" in each for each in death["found"])
        assert (death["done"], death["again"]) == ((True, []) if not numbered else (False, death["found"])), death


def test_an_attachment_that_fails_in_the_database_takes_its_file_back(
    workspace: Workspace, ledger: Ledger, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(evidence, "write_states", fail)
    with pytest.raises(RuntimeError):
        evidence.attach(workspace, [ledger.hotline], [photo])
    assert list(workspace.evidence.files()) == []
    assert integrity.verify(workspace) == []


def test_a_file_is_complete_before_it_has_its_name(
    workspace: Workspace, ledger: Ledger, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(self: FileStore, unfinished: Path, kept: KeptFile) -> KeptFile:
        raise KeyboardInterrupt

    monkeypatch.setattr(FileStore, "_place", cut)
    with pytest.raises(KeyboardInterrupt):
        evidence.attach(workspace, [ledger.hotline], [photo])
    assert list(workspace.evidence.files()) == []


def test_two_programs_take_turns(workspace: Workspace, ledger: Ledger) -> None:
    with open_workspace(workspace.folder, TODAY, create=False) as other:
        tasks.tick(workspace, [ledger.hotline])
        tasks.tick(other, [ledger.budget])
        tasks.tick(workspace, [TaskRef(ledger.across.task)])
        assert history.undo_label(other) == "销号“1.推进跨市通办”"
        assert integrity.verify(other) == []


def test_an_import_killed_before_its_commit_is_not_there(workspace: Workspace, plan: Plan, source: Path) -> None:
    def cut() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plans.store_plan(workspace, plan, source, written=cut)
    assert queries.plans(workspace) == []
    assert integrity.verify(workspace) == []
