"""`pip install .` gives the command `xiaohao`, which finds its resources and migrations. Installs: on request only."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True)
    return next(folder.glob("xiaohao-*.whl"))


def test_the_wheel_holds_program_resources_migrations_and_licences(wheel):
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    assert "desktop_app/__main__.py" in names
    assert "desktop_app/migrations/env.py" in names
    assert "desktop_app/resources/fonts/OFL.txt" in names
    assert any(name.endswith("（样例）.txt") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/THIRD_PARTY_NOTICES.md") for name in names)
    assert not any(name.startswith(("tests/", "resources/")) or "__pycache__" in name for name in names)


def test_the_installed_command_does_the_main_job(wheel, tmp_path):
    venv.EnvBuilder(with_pip=True).create(tmp_path / "venv")
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def start(*arguments: str) -> str:
        command = [str(programs / "xiaohao"), *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=outside, check=True, capture_output=True, encoding="utf-8"
        ).stdout

    made = json.loads(start("demo", "out", "--json"))
    assert (tmp_path / made["ledger"]).is_file()
    assert (tmp_path / made["report"]).is_file()
    outside["QT_QPA_PLATFORM"] = "offscreen"
    start("--workspace", made["workspace"], "--screenshot", "window.png")
    assert (tmp_path / "window.png").stat().st_size > 20_000
