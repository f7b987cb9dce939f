"""The frozen program: built from build.spec, started with no display, put through the main job."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def frozen(tmp_path_factory) -> Path:
    """The folder of the built program."""
    work = tmp_path_factory.mktemp("build")
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(work / "dist"), "--workpath", str(work / "work")]
    command = [sys.executable, "-m", "PyInstaller", *options, str(ROOT / "build.spec")]
    subprocess.run(command, cwd=work, check=True)
    return work / "dist" / "xiaohao"


def start(frozen: Path, name: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Start a program of the folder as on a machine that has neither Python nor a display."""
    suffix = ".exe" if os.name == "nt" else ""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))}
    return subprocess.run(
        [str(frozen / f"{name}{suffix}"), *arguments],
        cwd=folder,
        env={**kept, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def test_the_folder_holds_what_the_program_needs(frozen):
    inside = frozen / "_internal"
    assert list((inside / "resources" / "fonts").glob("*.ttf"))
    assert list((inside / "migrations" / "versions").glob("*.py"))
    assert (inside / "LICENSE").is_file()
    assert (inside / "THIRD_PARTY_NOTICES.md").is_file()
    assert not list(inside.rglob("*Qt6Quick*"))


def test_the_main_job_runs_and_its_files_open_elsewhere(frozen, tmp_path):
    ended = start(frozen, "xiaohao-cli", "demo", "演示", "--json", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    made = json.loads(ended.stdout)
    assert openpyxl.load_workbook(tmp_path / made["ledger"]).sheetnames
    with pypdfium2.PdfDocument(tmp_path / made["report"]) as report:
        assert "云岭区" in report[0].get_textpage().get_text_range()
    tasks = start(frozen, "xiaohao-cli", "--workspace", made["workspace"], "tasks", "--json", folder=tmp_path)
    assert len(json.loads(tasks.stdout)) > 20


def test_the_window_is_drawn_without_a_display(frozen, tmp_path):
    ended = start(frozen, "xiaohao-cli", "demo", "out", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    drawn = start(frozen, "xiaohao", "--workspace", "out/workspace", "--screenshot", "window.png", folder=tmp_path)
    assert drawn.returncode == 0, drawn.stderr
    assert (tmp_path / "window.png").stat().st_size > 20_000


def test_the_folder_is_not_larger_than_it_should_be(frozen):
    megabytes = sum(file.stat().st_size for file in frozen.rglob("*") if not file.is_symlink() and file.is_file()) / 1e6
    print(f"{megabytes:.0f} MB")
    assert megabytes < 320
