"""Disks that take nothing: read-only, full, under a file, names too long. One sentence that says what to do, and nothing is left."""

import contextlib
import gc
import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
import pytest

from desktop_app import cli
from tests.cli.conftest import CommandLine, Ended
from tests.cli.test_wrong_use import assert_refused

EXPORTS = {
    "ledger": ("export", "ledger", "台账.xlsx"),
    "report as PDF": ("export", "report", "报告.pdf"),
    "report as Word": ("export", "report", "报告.docx"),
    "letter": ("export", "report", "--template", "催办函", "--unit", "区数据局", "函.docx"),
    "evidence packed": ("export", "evidence", "佐证.zip"),
    "evidence in a folder": ("export", "evidence", "佐证"),
    "calibration page": ("export", "calibration", "校准.pdf"),
    "comparison": ("submissions", "1", "--now", "--out", "对比.pdf"),
    "form from above": ("fill", "FORM", "填好.xlsx"),
    "handout": ("handout", "下发"),
    "demo": ("demo", "演示"),
}


@pytest.fixture(scope="module")
def reported(stored: Path, wall: Path, task: int, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The sample plan with evidence, a submission and a blank form, so that there is something of every kind to write."""
    made = CommandLine(tmp_path_factory.mktemp("reported"), wall)
    shutil.copytree(stored, made.workspace)
    proof = made.folder / "证明.txt"
    proof.write_text("已完成", encoding="utf-8")
    made("attach", task, "--file", proof)
    made("submit")
    book = openpyxl.Workbook()
    book.active.append(["序号", "任务", "责任单位", "进展情况"])
    for number in range(1, 31):
        book.active.append([number, None, None, None])
    book.save(made.folder / "空表.xlsx")
    book.close()
    return made


def mounted(folder: Path, options: str):
    """A disk of its own in memory; the test is skipped where none can be mounted."""
    folder.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("no mount here")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("disks can only be mounted by root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory):
    yield from mounted(tmp_path_factory.mktemp("disks") / "光盘", "ro")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory):
    """A disk with room for the beginning of a file."""
    yield from mounted(tmp_path_factory.mktemp("disks") / "小盘", "size=4k")


def run(reported: CommandLine, *words: object) -> Ended:
    """The same command in this process: a process for each of so many would take minutes."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        read = cli.read(["--workspace", str(reported.workspace), "--today", "2026-09-28", *map(str, words)])
        code = read if isinstance(read, int) else cli.run(read)
        gc.collect()
    return Ended(code, out.getvalue(), err.getvalue())


def try_to_write(reported: CommandLine, export: tuple[str, ...], folder: Path, name: str = "") -> None:
    """Run an export into `folder`, its file called `name` where one is given, and see that it says so and leaves nothing."""
    *words, own = export
    place = folder / (f"{name}{Path(own).suffix}" if name else own)
    given = [reported.folder / "空表.xlsx" if word == "FORM" else word for word in words]
    before = sorted(folder.iterdir()) if folder.is_dir() else None
    assert_refused(run(reported, *given, place))
    assert (sorted(folder.iterdir()) if folder.is_dir() else None) == before


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_a_read_only_disk_is_told_in_one_sentence(reported, read_only, export):
    try_to_write(reported, export, read_only)


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_a_full_disk_is_told_in_one_sentence_and_nothing_stays_on_it(reported, small, export):
    try_to_write(reported, export, small)


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_a_name_that_is_too_long_is_told_in_one_sentence(reported, tmp_path, export):
    try_to_write(reported, export, tmp_path, "名" * 120)


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_a_folder_that_is_a_file_is_told_in_one_sentence(reported, tmp_path, export):
    (tmp_path / "文件").touch()
    try_to_write(reported, export, tmp_path / "文件")


def test_a_file_that_is_there_on_a_read_only_disk_stays_as_it_is(reported, tmp_path):
    for disk in mounted(tmp_path / "盘", "size=1m"):
        (disk / "台账.xlsx").write_bytes(b"kept")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert_refused(run(reported, "export", "ledger", disk / "台账.xlsx"))
        assert (disk / "台账.xlsx").read_bytes() == b"kept"


def test_a_demo_that_found_no_room_can_be_made_again(reported, tmp_path):
    place = tmp_path / "演示"
    for disk in mounted(place, "size=400k"):
        assert_refused(run(reported, "demo", disk))
        assert not list(disk.iterdir())
        assert_refused(run(reported, "demo", disk))
    assert run(reported, "demo", place).code == 0


@pytest.mark.parametrize("words", [("preflight",), ("export", "evidence", "佐证.zip")], ids=["preflight", "evidence"])
def test_a_full_temporary_folder_is_told_as_such(reported, small, tmp_path, monkeypatch, words):
    monkeypatch.setattr(tempfile, "tempdir", str(small))
    monkeypatch.chdir(tmp_path)
    ended = run(reported, *words)
    assert_refused(ended)
    assert f"临时文件夹“{small}”不能使用（磁盘空间不足）" in ended.err
    assert not list(tmp_path.iterdir()) and not list(small.iterdir())
