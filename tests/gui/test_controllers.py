"""Behind the window: one refresh reads only what changed, faults are written down, a workspace has one program."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.controllers.faults import Faults
from desktop_app.gui.controllers.folding import fold
from desktop_app.gui.controllers.session import Session
from desktop_app.gui.controllers.single import Claim, channel, raise_running
from desktop_app.gui.controllers.workspaces import FOLDER_KEY, remembered_folder
from desktop_app.gui.models.views import View
from desktop_app.services import tasks
from desktop_app.services.plans import remove_plan, store_plan


@pytest.fixture
def session(workspace, plan, source):
    store_plan(workspace, plan, source)
    return Session(workspace)


def test_traditional_letters_and_capitals_find_the_same(session):
    assert fold("數據共享PDF") == "数据共享pdf"


def test_only_the_touched_rows_are_read_again(session):
    first, second = list(session.rows.values())[:2]
    changes = tasks.set_percent(session.workspace, [TaskRef(first.id)], 40)
    fresh = session.take(session.fetch(changes))
    assert [row.id for row in fresh] == [first.id]
    assert session.rows[first.id].percent == 40
    assert session.rows[second.id] is second
    assert list(session.rows)[:2] == [first.id, second.id]


def test_a_plan_that_goes_makes_everything_be_read(session):
    changes = remove_plan(session.workspace, session.plans[0].id)
    assert session.take(session.fetch(changes)) is None
    assert session.rows == {}


def test_view_and_search_narrow_together(session):
    row = next(row for row in session.rows.values() if row.owners)
    session.view = View("owner", row.owners[0], TaskFilter(owner=row.owners[0]))
    session.search = row.number
    assert row in session.shown()
    session.search = "没有这样的字"
    assert session.shown() == []


def test_new_progress_is_found_by_search_at_once(session):
    row = next(iter(session.rows.values()))
    session.search = "割接完成"
    assert session.shown() == []
    changes = tasks.add_progress(session.workspace, TaskRef(row.id), "线路割接完成")
    session.take(session.fetch(changes))
    assert [found.id for found in session.shown()] == [row.id]


def test_faults_are_written_down_and_said_in_chinese(qtbot, tmp_path, capsys):
    window = QWidget()
    qtbot.addWidget(window)
    faults = Faults(window)
    faults.folder = tmp_path
    try:
        raise ZeroDivisionError("deep inside")
    except ZeroDivisionError:
        faults.handle(*sys.exc_info())
        faults.handle(*sys.exc_info())
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "不受影响" in boxes[0].text() and "Traceback" not in boxes[0].text()
    (log,) = tmp_path.glob("*.log")
    assert log.read_text(encoding="utf-8").count("ZeroDivisionError: deep inside") == 2
    boxes[0].close()


def test_a_claimed_folder_cannot_be_claimed_again_until_it_is_released(qapp, tmp_path):
    first, second = Claim(), Claim()
    assert first.take(tmp_path, by_default=False)
    assert not second.take(tmp_path, by_default=False)
    first.release()
    assert second.take(tmp_path, by_default=False)
    second.release()


def test_a_lock_left_by_a_crash_is_taken_over(qapp, tmp_path):
    import subprocess

    code = f"""
import os
from pathlib import Path
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from desktop_app.gui.controllers.single import Claim
claim = Claim()
assert claim.take(Path({str(tmp_path)!r}), by_default=False)
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    claim = Claim()
    assert claim.take(tmp_path, by_default=False)
    claim.release()


def test_nobody_answers_for_a_workspace_that_is_not_open(qapp, tmp_path):
    assert not raise_running(tmp_path / "无人")
    assert channel(tmp_path) != channel(None)


def test_the_folder_of_the_last_time_is_taken_while_it_is_there(workspace, tmp_path):
    settings = QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat)
    settings.setValue(FOLDER_KEY, str(workspace.folder))
    assert remembered_folder(settings) == workspace.folder
    settings.setValue(FOLDER_KEY, str(tmp_path / "拔掉的移动盘"))
    assert remembered_folder(settings) != tmp_path / "拔掉的移动盘"
