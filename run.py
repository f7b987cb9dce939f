#!/usr/bin/env python3
"""Starts Xiaohao (销号) from its source folder and prepares what it needs on first use.

Standard library only. Windows: `py run.py`; Linux: `python3 run.py`.

    run.py                opens the program
    run.py demo [OUT]     the main job on the sample plan into OUT (./demo), then the window on it
    run.py test           everything that is checked before a change is accepted
    run.py ARGUMENTS      any other arguments go to the program (run.py --help lists them)
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 13)
DEMO_DAY = "2026-09-28"
"""The day on which the sample is told, so that its lights are the same for everybody."""

INSTALL_TRIES = 3
EARLY_CRASH_SECONDS = 4.0

# Shared libraries that Qt's Linux wheels expect from the system, and the Debian packages that hold them.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
DISPLAY_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}

# LibreOffice without its windows is the smallest that opens and saves xlsx, xls, ods and docx: 160 MB to load.
OFFICE_PACKAGES = ["libreoffice-calc-nogui", "libreoffice-writer-nogui"]
OFFICE_DOWNLOAD_SECONDS = 240

TEST_PROCESSES = 4
"""At most so many tests at a time, and no more than there are processors."""


class NotReady(Exception):
    """The machine lacks something; the message says what, and what to do, in Chinese and English."""


def main(argv: Sequence[str]) -> int:
    """Do what the arguments ask; the exit code is that of the program or of the checks."""
    use_utf8()
    if not OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON:
        return hand_to_another_python(argv)
    try:
        if argv[:1] == ["test"]:
            return test(argv[1:])
        if argv[:1] == ["demo"] and not {"-h", "--help"} & set(argv):
            return demo(argv[1:])
        return program(argv)
    except NotReady as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("已中止", "stopped")
        return 130


# --- what is asked -------------------------------------------------------------------------------------------


def program(arguments: Sequence[str]) -> int:
    """Open the window, or run one command of the command line."""
    python = prepare()
    if opens_window(arguments):
        provide_libraries(window_libraries())
    return call([python, "-m", "desktop_app", *arguments])


def demo(arguments: Sequence[str]) -> int:
    """The main job on the sample plan, then its window, or a picture of it where there is no display."""
    parser = argparse.ArgumentParser(prog="run.py demo")
    parser.add_argument("out", nargs="?", type=Path, default=Path("demo"))
    parser.add_argument("--today", default=DEMO_DAY)
    wanted = parser.parse_args(arguments)
    python = prepare()
    code = call([python, "-m", "desktop_app", "--today", wanted.today, "demo", wanted.out])
    if code:
        return code
    provide_libraries(window_libraries())
    window = ["-m", "desktop_app", "--workspace", str(wanted.out / "workspace"), "--today", wanted.today]
    if has_display() and stays_open([windowed(python), *window]):
        say("窗口已打开，关闭窗口即结束演示", "the window is open; close it to end the demo")
        return 0
    return draw_window(python, window, wanted.out / "window.png")


def draw_window(python: Path, window: Sequence[str], picture: Path) -> int:
    """Draw the window without a display and keep it as a picture."""
    code = call([python, *window, "--screenshot", str(picture)], QT_QPA_PLATFORM="offscreen")
    if code == 0:
        say(f"没有图形界面，窗口已绘成图片：{picture}", "no display: the window was drawn into this picture")
    else:
        say("窗口未能绘出，见上面的说明", "the window could not be drawn, see above")
    return code


def test(arguments: Sequence[str]) -> int:
    """Style, types, layers and tests. Arguments go to pytest; with some given, only pytest runs."""
    python = prepare("test")
    provide_libraries(QT_LIBRARIES)
    if not arguments:
        provide_office()
    checks: dict[str, list[str]] = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
        # -v takes back the -q of pyproject.toml: pytest then closes with its full summary line.
        "pytest": ["pytest", "-v", *side_by_side()],
    }
    if arguments:
        checks = {"pytest": ["pytest", *arguments]}
    failed = [name for name, command in checks.items() if not passes(name, [python, "-m", *command])]
    if failed:
        say("未通过：" + "、".join(failed), "failed: " + ", ".join(failed))
        return 1
    say("全部通过：" + "、".join(checks), "all passed")
    return 0


def side_by_side() -> list[str]:
    """What pytest is told to run several files of tests at a time; nothing on a machine with one processor."""
    processes = min(os.cpu_count() or 1, TEST_PROCESSES)
    return ["-n", str(processes), "--dist", "loadfile"] if processes > 1 else []


def passes(name: str, command: Sequence[str | Path]) -> bool:
    """Run one check in the source folder and say how it went and how long it took."""
    print(f"--- {name}", flush=True)
    started = time.monotonic()
    code = call(command, ROOT, QT_QPA_PLATFORM="offscreen")
    say(
        f"{name} {'未通过' if code else '通过'}，用时 {time.monotonic() - started:.0f} 秒",
        "failed" if code else "passed",
    )
    return code == 0


# --- the environment -----------------------------------------------------------------------------------------


def prepare(extra: str = "") -> Path:
    """The interpreter of `.venv` with every pin installed; makes and fills `.venv` when needed.

    A stamp with a digest of the pins tells whether something must be installed: nothing is asked
    of the network while they are unchanged.
    """
    python = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
    if not works(python):
        make_venv()
    wanted = pins(extra)
    digest = hashlib.sha256("\n".join(wanted).encode()).hexdigest()
    stamp = VENV / f"pins-{extra or 'program'}.sha256"
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != digest:
        install(python, wanted)
        stamp.write_text(digest, encoding="ascii")
    return python


def pins(extra: str = "") -> list[str]:
    """The pinned packages of pyproject.toml, with those of an extra."""
    tomllib = importlib.import_module("tomllib")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]


def works(python: Path) -> bool:
    """Whether the environment is whole: its interpreter starts and has pip."""
    if not python.exists():
        return False
    return call([python, "-c", "import pip"], quiet=True) == 0


def make_venv() -> None:
    """Make `.venv` anew."""
    if importlib.util.find_spec("ensurepip") is None:
        provide_packages(
            [f"python3.{sys.version_info[1]}-venv"], "Python 缺少 venv 组件", "Python lacks its venv module"
        )
        importlib.invalidate_caches()
    say("首次使用，正在建立运行环境 .venv", "first use: making .venv")
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=not WINDOWS).create(VENV)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise NotReady(f"运行环境 .venv 建立失败：{problem}\nmaking .venv failed") from problem


def install(python: Path, packages: Sequence[str]) -> None:
    """Install the pins; a network that stumbles is tried again."""
    say(f"正在安装 {len(packages)} 个依赖，约需一两分钟", "installing dependencies, a minute or two")
    options = ["--disable-pip-version-check", "--no-input", "--quiet", "--prefer-binary"]
    for attempt in range(1, INSTALL_TRIES + 1):
        if call([python, "-m", "pip", "install", *options, *packages]) == 0:
            return
        if attempt < INSTALL_TRIES:
            say(f"安装未成功，{attempt * 5} 秒后重试", "install failed, trying again")
            time.sleep(attempt * 5)
    raise NotReady(
        "依赖安装失败。请检查网络或 pip 的镜像设置后重新运行，已下载的部分不会重来\n"
        "installing the dependencies failed: check the network or pip's configuration and run again"
    )


def hand_to_another_python(argv: Sequence[str]) -> int:
    """Start this file again with a Python that fits, or say which one to install."""
    for minor in range(NEWEST_PYTHON[1], OLDEST_PYTHON[1] - 1, -1):
        command = ["py", f"-3.{minor}"] if WINDOWS else [f"python3.{minor}"]
        if shutil.which(command[0]) and call([*command, "-c", ""], quiet=True) == 0:
            return call([*command, str(Path(__file__).resolve()), *argv])
    have = ".".join(map(str, sys.version_info[:2]))
    print(f"需要 Python 3.11 至 3.13，当前为 {have}，请安装后重新运行", file=sys.stderr)
    print(f"Python 3.11 to 3.13 is needed, this is {have}", file=sys.stderr)
    return 1


# --- what Qt needs from Linux --------------------------------------------------------------------------------


def provide_libraries(libraries: Mapping[str, str]) -> None:
    """On Linux, see that the shared libraries can be loaded; install their packages where that is allowed."""
    if not LINUX:
        return
    missing = [name for name in libraries if not loads(name)]
    if missing:
        packages = sorted({libraries[name] for name in missing})
        provide_packages(packages, "缺少图形界面所需的系统组件", "Qt lacks " + ", ".join(missing))
        still = [name for name in missing if not loads(name)]
        if still:
            raise NotReady("系统组件安装后仍无法加载：" + "、".join(still) + "\nstill missing after installing")


def window_libraries() -> dict[str, str]:
    """The libraries a window needs here: those of a display only where there is one."""
    return {**QT_LIBRARIES, **(DISPLAY_LIBRARIES if has_display() else {})}


def loads(library: str) -> bool:
    """Whether the dynamic linker finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide_packages(packages: Sequence[str], reason: str, reason_en: str) -> None:
    """Install Debian packages as root or with a sudo that asks nothing; else say the command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    say(f"{reason}：{' '.join(packages)}", reason_en)
    leave = administrator()
    if shutil.which("apt-get") is None:
        raise NotReady(f"{reason}，请用系统的软件管理工具安装与这些 Debian 软件包对应的组件\n{reason_en}")
    if leave is None:
        raise NotReady(f"{reason}，请执行：sudo {' '.join(command)}\n{reason_en}; run the command above")
    say("正在安装系统组件", "installing system packages")
    call([*leave, "apt-get", "update", "-qq"], quiet=True)
    if call([*leave, *command, "-qq"], quiet=True, DEBIAN_FRONTEND="noninteractive") != 0:
        raise NotReady(
            f"{reason}，自动安装未成功，请执行：sudo {' '.join(command)}\n{reason_en}; run the command above"
        )


def provide_office() -> None:
    """See that LibreOffice is here for the tests in which it opens and saves our files; without it they are skipped."""
    if not LINUX or shutil.which("soffice"):
        return
    started = time.monotonic()
    if install_office():
        say(f"LibreOffice 已安装，用时 {time.monotonic() - started:.0f} 秒", "LibreOffice is installed")
    else:
        say(
            f"没有 LibreOffice，与它往返的测试将跳过。安装：sudo apt-get install {' '.join(OFFICE_PACKAGES)}",
            "LibreOffice could not be installed: its tests are skipped",
        )


def install_office() -> bool:
    """Install LibreOffice where apt and its rights are. Only the download has a limit: it may be stopped at any time."""
    leave = administrator()
    if leave is None or shutil.which("apt-get") is None:
        return False
    say("正在安装测试用的 LibreOffice，约需两分钟", "installing LibreOffice for the tests, about two minutes")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *OFFICE_PACKAGES]
    limit = ["timeout", str(OFFICE_DOWNLOAD_SECONDS)]
    call([*leave, "apt-get", "update", "-qq"], quiet=True)
    if call([*leave, *limit, *install, "--download-only"], quiet=True) != 0:
        return False
    return call([*leave, *install], quiet=True, DEBIAN_FRONTEND="noninteractive") == 0


def administrator() -> list[str] | None:
    """What to put before a command that needs root: nothing as root, `sudo -n` where it asks nothing, else None."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and call(["sudo", "-n", "true"], quiet=True) == 0:
        return ["sudo", "-n"]
    return None


# --- small tools ---------------------------------------------------------------------------------------------


def opens_window(arguments: Iterable[str]) -> bool:
    """Whether the program will open its window: no command among the arguments, only options with values."""
    value_follows = False
    for argument in arguments:
        if value_follows:
            value_follows = False
        elif argument in {"-h", "--help", "--version"} or not argument.startswith("-"):
            return False
        else:
            value_follows = "=" not in argument
    return True


def has_display() -> bool:
    """Whether a window can be shown."""
    if LINUX:
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def windowed(python: Path) -> Path:
    """The interpreter that opens no console on Windows."""
    return python.with_name("pythonw.exe") if WINDOWS else python


def stays_open(command: Sequence[str | Path]) -> bool:
    """Start a program of its own and watch its first seconds; False, with its words, when it ended with an error."""
    flags = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    with tempfile.TemporaryFile() as words:
        started = subprocess.Popen(
            [str(part) for part in command],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            creationflags=flags,
            start_new_session=not WINDOWS,
        )
        try:
            code = started.wait(EARLY_CRASH_SECONDS)
        except subprocess.TimeoutExpired:
            started.returncode = 0  # left running on purpose: nothing to warn about at the end
            return True
        words.seek(0)
        print(words.read().decode("utf-8", "replace"), end="", file=sys.stderr)
    return code == 0


def call(command: Sequence[str | Path], folder: Path | None = None, *, quiet: bool = False, **extra: str) -> int:
    """Run a command to its end with `extra` environment variables; its exit code, 128 + n when signal n ended it."""
    sink = subprocess.DEVNULL if quiet else None
    try:
        code = subprocess.run(
            [str(part) for part in command], cwd=folder, env=environment(**extra), stdout=sink, stderr=sink, check=False
        ).returncode
    except OSError:
        return 127
    return code if code >= 0 else 128 - code


def environment(**extra: str) -> dict[str, str]:
    """The environment of a child: finds the package from any folder and speaks UTF-8."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", **extra}


def say(chinese: str, english: str) -> None:
    """One line for whoever started this."""
    print(f"{chinese} ({english})", flush=True)


def use_utf8() -> None:
    """Let a console with another code page show what it can instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
