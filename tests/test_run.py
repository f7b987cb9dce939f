"""run.py on a machine with nothing prepared: what it makes, what it installs, what it says."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).parents[1]

PYPROJECT = """
[project]
dependencies = ["tinypin=={version}"]
[project.optional-dependencies]
test = []
"""

PROGRAM = """
import sys
from importlib.metadata import version
print(version("tinypin"), *sys.argv[1:])
"""


def make_wheel(folder: Path, version: str) -> None:
    """A wheel with nothing in it but its name, as pip wants it."""
    folder.mkdir(exist_ok=True)
    info = f"tinypin-{version}.dist-info"
    with zipfile.ZipFile(folder / f"tinypin-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tinypin\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A source folder with run.py, one pin and a program that says which version it found."""
    folder = tmp_path / "源 代码"
    (folder / "desktop_app").mkdir(parents=True)
    (folder / "run.py").write_bytes((ROOT / "run.py").read_bytes())
    (folder / "pyproject.toml").write_text(PYPROJECT.format(version="1.0"), encoding="utf-8")
    (folder / "desktop_app" / "__init__.py").touch()
    (folder / "desktop_app" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    make_wheel(tmp_path / "wheels", "1.0")
    return folder


def start(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    wheels = checkout.parent / "wheels"
    known = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels.as_uri(), "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(
        [sys.executable, str(checkout / "run.py"), *arguments],
        cwd=checkout.parent,
        env={**os.environ, **known, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_first_use_prepares_the_environment_and_later_uses_ask_nothing_of_the_network(checkout):
    first = start(checkout, "plans", "--json")
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines()[-1] == "1.0 plans --json"

    (checkout.parent / "wheels" / "tinypin-1.0-py3-none-any.whl").unlink()
    second = start(checkout, "plans")
    assert (second.returncode, second.stdout) == (0, "1.0 plans\n")

    make_wheel(checkout.parent / "wheels", "2.0")
    (checkout / "pyproject.toml").write_text(PYPROJECT.format(version="2.0"), encoding="utf-8")
    third = start(checkout, "plans")
    assert third.stdout.splitlines()[-1] == "2.0 plans"


def test_the_exit_code_is_that_of_the_program(checkout):
    (checkout / "desktop_app" / "__main__.py").write_text("raise SystemExit(2)", encoding="utf-8")
    assert start(checkout, "tick").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--workspace", "tasks"], True),
        (["--workspace=tasks", "--today", "2026-09-28"], True),
        (["--workspace", "x", "tasks"], False),
        (["--help"], False),
        (["--version"], False),
        (["tasks", "--json"], False),
    ],
)
def test_only_a_line_without_a_command_opens_the_window(arguments, window):
    assert run.opens_window(arguments) is window


def test_a_window_that_ends_early_is_noticed_and_its_words_are_shown(capfd):
    assert not run.stays_open([sys.executable, "-c", "raise SystemExit('没有显示器')"])
    assert "没有显示器" in capfd.readouterr().err
    assert run.stays_open([sys.executable, "-c", ""])


def provide(script: str, path: Path, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"import run; run.use_utf8(); {script}"],
        cwd=ROOT,
        env={"PATH": str(path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        **options,
    )


ASK = "run.provide_libraries({'libnothere.so.9': 'libnothere9', 'libc.so.6': 'libc6'})"


@pytest.mark.skipif(not run.LINUX, reason="system libraries are checked on Linux")
class TestSystemLibraries:
    def test_a_missing_library_is_named_where_there_is_no_apt(self, tmp_path):
        ended = provide(ASK, tmp_path)
        assert ended.returncode != 0
        assert "libnothere9" in ended.stdout
        assert "libc6" not in ended.stdout
        assert "缺少图形界面所需的系统组件" in ended.stderr

    @pytest.mark.skipif(not run.LINUX or os.geteuid() != 0, reason="needs root")
    def test_packages_are_installed_by_root_and_a_failure_names_the_command(self, tmp_path):
        apt = tmp_path / "apt-get"
        apt.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n[ "$1" = update ]\n', encoding="utf-8")
        apt.chmod(0o755)
        ended = provide(ASK, tmp_path)
        asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
        assert asked == ["update -qq", "install -y --no-install-recommends libnothere9 -qq"]
        assert "sudo apt-get install -y --no-install-recommends libnothere9" in ended.stderr

    def test_libraries_that_are_there_ask_for_nothing(self, tmp_path):
        ended = provide("run.provide_libraries({'libc.so.6': 'libc6'})", tmp_path)
        assert (ended.returncode, ended.stdout) == (0, "")


FIND_OFFICE = "run.OFFICE_DOWNLOAD_SECONDS = 1; run.provide_office()"


def pretend_apt(folder: Path, script: str) -> None:
    """An apt-get that notes what it was asked, then does `script`."""
    for name, lines in {"apt-get": f'echo "$@" >> {folder}/asked\n{script}', "sudo": "exit 1"}.items():
        (folder / name).write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    for tool in ("timeout", "touch", "chmod", "sleep"):
        (folder / tool).symlink_to(str(shutil.which(tool)))


@pytest.mark.skipif(not run.LINUX, reason="LibreOffice is installed on Linux alone")
class TestLibreOffice:
    def test_where_it_cannot_be_installed_the_tests_go_on_without_it(self, tmp_path):
        ended = provide(FIND_OFFICE, tmp_path)
        assert ended.returncode == 0, ended.stderr
        assert "与它往返的测试将跳过" in ended.stdout

    def test_where_it_is_nothing_is_asked(self, tmp_path):
        (tmp_path / "soffice").touch(0o755)
        ended = provide(FIND_OFFICE, tmp_path)
        assert (ended.returncode, ended.stdout) == (0, "")

    @pytest.mark.skipif(not run.LINUX or os.geteuid() != 0, reason="needs root")
    def test_it_is_loaded_first_and_then_installed(self, tmp_path):
        pretend_apt(tmp_path, f"touch {tmp_path}/soffice; chmod +x {tmp_path}/soffice")
        ended = provide(FIND_OFFICE, tmp_path)
        assert "LibreOffice 已安装" in ended.stdout, ended.stderr
        packages = "libreoffice-calc-nogui libreoffice-writer-nogui"
        assert (tmp_path / "asked").read_text(encoding="utf-8").splitlines() == [
            "update -qq",
            f"install -y -qq --no-install-recommends {packages} --download-only",
            f"install -y -qq --no-install-recommends {packages}",
        ]

    @pytest.mark.skipif(not run.LINUX or os.geteuid() != 0, reason="needs root")
    def test_a_download_that_hangs_is_given_up(self, tmp_path):
        pretend_apt(tmp_path, '[ "$1" = update ] || sleep 60')
        ended = provide(FIND_OFFICE, tmp_path, timeout=20)
        assert (ended.returncode, "与它往返的测试将跳过" in ended.stdout) == (0, True), ended.stderr


def test_tests_run_side_by_side_where_there_is_more_than_one_processor(monkeypatch):
    shown = {}
    for count in (None, 1, 2, 64):
        monkeypatch.setattr(os, "cpu_count", lambda count=count: count)
        shown[count] = run.side_by_side()[1:2]
    assert shown == {None: [], 1: [], 2: ["2"], 64: ["4"]}
