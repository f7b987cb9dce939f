"""What changed between two submissions, or since one of them until now, on screen and as a page."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import NotFound, Refused, StorageFailure
from desktop_app.domain.quotes import quoted
from desktop_app.domain.snapshot import TaskChange, TaskSnapshot, compare
from desktop_app.services import reports, submission_state, submissions
from desktop_app.services.exchange import ExportResult
from desktop_app.services.submissions import SubmissionRow
from desktop_app.services.workspace import Workspace

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides in words and what is different; `note` says when they do not speak of the same tasks."""

    earlier: str
    later: str
    changes: tuple[TaskChange, ...]
    note: str = ""


def compared(workspace: Workspace, earlier: int, later: int | None) -> Comparison:
    """One submission with a later one, or with the ledger as it stands when `later` is None.

    Raises:
        NotFound: there is no such submission. StorageFailure: its data is gone or damaged.
    """
    first = submissions.find(workspace, earlier)
    if later is None:
        today = workspace.today
        changes = compare(submissions.snapshots(first), _now(workspace, first))
        return Comparison(named(first), f"当前台账（{_day(today.isoformat())}）", tuple(changes))
    second = submissions.find(workspace, later)
    changes = compare(submissions.snapshots(first), submissions.snapshots(second))
    return Comparison(named(first), named(second), tuple(changes), _note(first, second))


def _now(workspace: Workspace, row: SubmissionRow) -> list[TaskSnapshot]:
    """The tasks of the same plan, chapters and units, or those that were picked, as they stand."""
    from desktop_app.exports.material import ReportOptions

    chosen = submissions.scope(row)
    try:
        material = reports.gather(
            workspace,
            ReportOptions("ledger", chosen.plan, chapters=chosen.chapters, units=chosen.units, tasks=chosen.tasks),
        )
    except (NotFound, Refused):
        return []
    return [TaskSnapshot.of(each) for each in material.rows]


def _note(first: SubmissionRow, second: SubmissionRow) -> str:
    scopes = submissions.scope(first), submissions.scope(second)
    return "" if scopes[0] == scopes[1] else "两次报送的范围不同，变化中含范围增减。"


def named(row: SubmissionRow) -> str:
    """第2次报送（2021年10月18日）."""
    return f"第{row.number}次报送（{_day(row.submitted_on.isoformat())}）"


def _day(iso: str) -> str:
    year, month, day = (int(each) for each in iso.split("-"))
    return f"{year}年{month}月{day}日"


def export_comparison(
    workspace: Workspace, earlier: int, later: int | None, out: Path, progress: Progress | None = None
) -> ExportResult:
    """Write the comparison to a .pdf or .docx file.

    Raises:
        As `compared`, and BadInput, StorageFailure: `out` cannot be written. Cancelled: nothing is left behind.
    """
    from desktop_app.exports.atomic import replace_when_done
    from desktop_app.exports.comparison import draft_comparison

    found = compared(workspace, earlier, later)
    row = submissions.find(workspace, earlier if later is None else later)
    content = draft_comparison(row.title, row.period, found.earlier, found.later, found.changes, found.note)
    with replace_when_done(out) as swap:
        pages, _ = reports.write(swap.temporary, content, progress)
    notice = f"{swap.notice}。" if swap.notice else ""
    counted = f"，共{pages}页" if pages else ""
    message = f"{notice}已导出报送对比{quoted(swap.path.name)}{counted}，{len(found.changes)}项任务有变化。"
    return ExportResult(swap.path, len(found.changes), pages, message)


def readable(workspace: Workspace, number: int, name: str) -> Path:
    """A kept file, once it is known to be as it was sent.

    Raises:
        NotFound: there is no such submission or file.
        StorageFailure: the file was altered or is gone.
    """
    row = submissions.find(workspace, number)
    wrong = [
        each
        for each in submission_state.damage(workspace, number)
        if f"“{name}”" in each or "清单" in each or "文件夹缺失" in each
    ]
    if wrong:
        raise StorageFailure(f"{wrong[0]}，不能作为报送时的样子打开，应从备份恢复 exports 文件夹")
    path = row.folder / name
    if path not in row.files:
        raise NotFound(f"第{number}次报送没有“{name}”这个文件")
    return path


def copy_out(workspace: Workspace, number: int, folder: Path) -> list[Path]:
    """Copy the files of a submission into `folder`, each under the number and its name; what is there is left alone.

    Raises:
        As `readable`, and StorageFailure: the folder cannot be written to.
    """
    from desktop_app.exports.atomic import replace_when_done, second_name

    made = []
    for name in [path.name for path in submissions.find(workspace, number).files]:
        kept = readable(workspace, number, name)
        wanted = folder / f"第{number}次报送_{name}"
        with replace_when_done(second_name(wanted) if wanted.exists() else wanted) as swap:
            shutil.copyfile(kept, swap.temporary)
        made.append(swap.path)
    return made
