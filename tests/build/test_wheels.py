"""Every pin can be installed on Windows without a compiler. Asks the package index: on request only."""

import subprocess
import sys
from pathlib import Path

import pytest

import run

pytestmark = pytest.mark.build


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("extra", ["", "test", "build"])
def test_every_pin_has_a_wheel_for_windows(version: str, extra: str, tmp_path: Path):
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
    command += ["--target", str(tmp_path), "--only-binary=:all:", "--no-deps"]
    command += ["--platform", "win_amd64", "--implementation", "cp", "--python-version", version]
    ended = subprocess.run([*command, *run.pins(extra)], capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr
