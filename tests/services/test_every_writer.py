"""The rules of output, for everything that writes a file: nothing vanishes silently, nothing is left half-written."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import BadInput, Cancelled
from desktop_app.domain.merging import decide
from desktop_app.exports.material import ReportOptions
from desktop_app.services import (
    evidence,
    evidence_pack,
    exchange,
    handout,
    history,
    merge,
    receipts,
    submission_compare,
    submissions,
    superior_form,
)
from desktop_app.services.workspace import Workspace
from tests.office.sheet import fill
from tests.services.conftest import Ledger
from tests.superior_forms import make_document, make_workbook

Write = Callable[[Workspace, Path, Any], Any]


@dataclass(frozen=True)
class Writer:
    """What writes one file: its name, and the call. `counts`: it takes a progress callable."""

    file: str
    write: Write
    counts: bool = True


def _form(make: Callable[[Path], Path]) -> Write:
    def write(workspace: Workspace, out: Path, progress: Any) -> Any:
        blank = make(workspace.folder.parent / f"空表{out.suffix}")
        try:
            return superior_form.fill(workspace, superior_form.open_form(workspace, blank), out, progress=progress)
        finally:
            blank.unlink()

    return write


def _report(workspace: Workspace, out: Path, progress: Any) -> Any:
    return exchange.export_report(workspace, out, progress=progress)


def _comparison(workspace: Workspace, out: Path, progress: Any) -> Any:
    return submission_compare.export_comparison(workspace, 1, None, out, progress)


WRITERS = {
    "ledger": Writer("台账.xlsx", lambda ws, out, progress: exchange.export_ledger(ws, out, progress=progress)),
    "report as PDF": Writer("报告.pdf", _report),
    "report as Word": Writer("报告.docx", _report),
    "evidence pack": Writer(
        "佐证.zip", lambda ws, out, progress: evidence_pack.export_evidence(ws, out, progress=progress)
    ),
    "form as workbook": Writer("填好.xlsx", _form(make_workbook)),
    "form as document": Writer("填好.docx", _form(make_document)),
    "comparison as PDF": Writer("对比.pdf", _comparison),
    "comparison as Word": Writer("对比.docx", _comparison),
    "calibration page": Writer("校准.pdf", lambda ws, out, progress: exchange.export_calibration(out), counts=False),
}
every_writer = pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS.keys())


@pytest.fixture
def full(workspace: Workspace, ledger: Ledger, photo: Path) -> Workspace:
    """A workspace with something for every writer to write."""
    evidence.attach(workspace, [ledger.hotline], [photo])
    submissions.submit(workspace, ReportOptions(period="2021-10"))
    return workspace


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "导出"
    folder.mkdir()
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def stopping_at(step: int) -> Callable[[int, int], None]:
    """A progress callable that stops the work at its `step`-th report."""
    seen = 0

    def progress(done: int, total: int) -> None:
        nonlocal seen
        assert 0 <= done <= total
        seen += 1
        if seen == step:
            raise Cancelled

    return progress


@every_writer
def test_a_new_file_is_whole_and_alone(full: Workspace, out: Path, writer: Writer) -> None:
    made = writer.write(full, out / writer.file, None)
    assert made.path == out / writer.file and made.path.stat().st_size > 500
    assert list(everything(out)) == [writer.file]


@every_writer
def test_a_file_that_gives_way_is_told(full: Workspace, out: Path, writer: Writer) -> None:
    (out / writer.file).write_bytes(b"old")
    made = writer.write(full, out / writer.file, None)
    assert f"原有的“{writer.file}”已被替换" in made.message
    assert list(everything(out)) == [writer.file]


@every_writer
@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
def test_a_file_that_is_open_elsewhere_is_left_alone(full: Workspace, out: Path, writer: Writer, lock: str) -> None:
    wanted = out / writer.file
    wanted.write_bytes(b"old")
    (out / lock.format(writer.file)).touch()
    made = writer.write(full, wanted, None)
    second = f"{wanted.stem}（2）{wanted.suffix}"
    assert wanted.read_bytes() == b"old" and made.path.name == second
    assert f"“{writer.file}”已被其他程序打开，已另存为“{second}”" in made.message
    assert set(everything(out)) == {writer.file, second, lock.format(writer.file)}


@every_writer
def test_a_read_only_file_is_left_alone(full: Workspace, out: Path, writer: Writer) -> None:
    wanted = out / writer.file
    wanted.write_bytes(b"old")
    wanted.chmod(stat.S_IREAD)
    made = writer.write(full, wanted, None)
    assert wanted.read_bytes() == b"old" and "是只读文件" in made.message


@every_writer
def test_a_place_that_is_not_there_is_refused(full: Workspace, out: Path, writer: Writer) -> None:
    with pytest.raises(BadInput, match="不存在"):
        writer.write(full, out / "没有" / writer.file, None)
    with pytest.raises(BadInput, match="文件夹"):
        (out / writer.file).mkdir()
        writer.write(full, out / writer.file, None)
    assert everything(out) == {}


@every_writer
@pytest.mark.parametrize("step", [1, 2, 4])
def test_work_that_is_stopped_leaves_what_was_there(full: Workspace, out: Path, writer: Writer, step: int) -> None:
    if not writer.counts:
        pytest.skip("done before it could be stopped")
    (out / writer.file).write_bytes(b"old")
    kept, entries = everything(full.folder / "exports"), history.entries(full)
    try:
        writer.write(full, out / writer.file, stopping_at(step))
    except Cancelled:
        assert everything(out) == {writer.file: b"old"}
    else:
        assert step > 1, "progress is reported before the first row"
        assert list(everything(out)) == [writer.file]
    assert everything(full.folder / "exports") == kept
    assert history.entries(full) == entries


def _to_folder(workspace: Workspace, out: Path, progress: Any) -> object:
    return evidence_pack.export_evidence(workspace, out / "佐证", progress=progress)


def _handouts(workspace: Workspace, out: Path, progress: Any) -> object:
    return handout.make_handouts(workspace, out, progress=progress)


FOLDERS = {"evidence folder": _to_folder, "handouts": _handouts}


@pytest.mark.parametrize("write", FOLDERS.values(), ids=FOLDERS.keys())
@pytest.mark.parametrize("step", [1, 2])
def test_a_folder_that_was_stopped_is_as_it_was(full: Workspace, out: Path, write: Write, step: int) -> None:
    (out / "别的.txt").write_bytes(b"other")
    with pytest.raises(Cancelled):
        write(full, out, stopping_at(step))
    assert everything(out) == {"别的.txt": b"other"}
    assert [path.name for path in out.iterdir()] == ["别的.txt"]


@pytest.mark.parametrize("write", FOLDERS.values(), ids=FOLDERS.keys())
def test_a_folder_written_twice_overwrites_nothing(full: Workspace, out: Path, write: Write) -> None:
    write(full, out, None)
    first = everything(out)
    write(full, out, None)
    again = everything(out)
    assert first.items() <= again.items() and len(again) == 2 * len(first)


def test_a_submission_that_was_stopped_was_never_there(full: Workspace) -> None:
    kept = everything(full.folder / "exports")
    for step in (1, 2, 3, 4):
        with pytest.raises(Cancelled):
            submissions.submit(full, ReportOptions(), progress=stopping_at(step))
        assert everything(full.folder / "exports") == kept
    assert [row.number for row in submissions.listed(full)] == [1]


def test_receipts_overwrite_nothing_and_each_is_whole(full: Workspace, tmp_path: Path) -> None:
    given = handout.make_handouts(full, tmp_path / "下发").files[0].path
    plan = merge.prepare(full, [fill(given, tmp_path / "交回.xlsx", {})])
    decision = decide(plan)
    first = receipts.write_receipts(full, plan, decision, (".pdf", ".docx"))
    bytes_of = {path: path.read_bytes() for path in first.written}
    with pytest.raises(Cancelled):
        receipts.write_receipts(full, plan, decision, (".pdf",), stopping_at(1))
    second = receipts.write_receipts(full, plan, decision, (".pdf", ".docx"))
    assert not set(first.written) & set(second.written) and not first.failed + second.failed
    assert {path: path.read_bytes() for path in first.written} == bytes_of
