"""Starting and ending the program as a process: the picture of the demo, refusals, the second start."""

import datetime as dt
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop_app.services.plans import store_plan
from desktop_app.services.workspace import open_workspace

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2021, 10, 18)


def start(*arguments: str, wait: bool = True, home: Path | None = None) -> subprocess.Popen:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    if home is not None:
        environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    if wait:
        process.communicate(timeout=60)
    return process


@pytest.fixture
def folder(tmp_path, plan, source):
    place = tmp_path / "台账"
    with open_workspace(place, TODAY) as workspace:
        store_plan(workspace, plan, source)
    return place


def test_a_picture_of_the_loaded_window_is_drawn_without_a_screen(folder, tmp_path):
    picture = tmp_path / "图" / "窗口.png"
    process = start("--workspace", str(folder), "--today", "2021-10-18", "--screenshot", str(picture))
    assert process.returncode == 0
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1366, 768)
    colours = {image.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
    assert len(colours) > 30


def test_a_workspace_that_is_no_workspace_is_refused_with_code_2(tmp_path):
    folder = tmp_path / "坏台账"
    folder.mkdir()
    (folder / "ledger.sqlite3").write_bytes(b"not a database at all" * 100)
    process = start("--workspace", str(folder), "--screenshot", str(tmp_path / "x.png"))
    assert process.returncode == 2
    assert not (tmp_path / "x.png").exists()


def test_a_second_start_ends_at_once_and_leaves_the_first_alone(folder, tmp_path):
    first = start("--workspace", str(folder), wait=False, home=tmp_path)
    try:
        until = time.monotonic() + 30
        while not (folder / "xiaohao.lock").exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.3)
        second = start("--workspace", str(folder), home=tmp_path)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.terminate()
        first.communicate(timeout=20)


def test_nothing_heavy_is_loaded_before_the_first_paint():
    """The rows of the ledger, the database and the writers of files come after the window is painted."""
    words = "import sys, desktop_app.app; print(*sys.modules)"
    made = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(made.stdout.split())
    heavy = {"sqlalchemy", "openpyxl", "reportlab", "opencc", "PySide6.QtNetwork"}
    heavy |= {"desktop_app.domain.ledger", "desktop_app.services", "desktop_app.gui.panels.task_panel"}
    assert not loaded & heavy
