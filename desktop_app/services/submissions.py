"""报送: what was reported is kept as it was sent, can be opened again and compared with what came later."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from desktop_app import __version__
from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import NotFound, Refused, StorageFailure
from desktop_app.domain.snapshot import TaskChange, TaskSnapshot, compare
from desktop_app.services import preflight, reports
from desktop_app.services import submission_files as files
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading, writing
from desktop_app.storage.models import Submission

if TYPE_CHECKING:
    from desktop_app.exports.material import Material, ReportOptions
    from desktop_app.exports.report_model import ReportContent

Progress = Callable[[int, int], None]

FORMAT = 1
_STEPS = 4


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """One submission: its number, what and when, and the folder its files are kept in."""

    number: int
    plan_id: int | None
    title: str
    period: str
    template: str
    submitted_on: dt.date
    tasks: int
    note: str
    folder: Path

    @property
    def kind(self) -> str:
        """The kind of report by its name."""
        from desktop_app.exports.templates import TEMPLATES

        known = TEMPLATES.get(self.template)
        return known.name if known else self.template

    @property
    def files(self) -> tuple[Path, ...]:
        """The kept files: to be opened, never to be changed."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path for path in self.folder.iterdir() if path.name != files.MANIFEST))


@dataclass(frozen=True, slots=True)
class Scope:
    """The tasks that a submission reported on: those of a plan (None for all), of some chapters and units, or picked."""

    plan: int | None
    chapters: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    tasks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Frozen:
    """A report as it is to be kept, in a folder that is not registered yet.

    `own_numbers` are the clauses whose numbers the officer vouched for.
    """

    folder: Path
    material: Material
    content: ReportContent
    own_numbers: tuple[str, ...] = ()


def submit(
    workspace: Workspace,
    options: ReportOptions,
    note: str = "",
    progress: Progress | None = None,
    numbers_checked: bool = False,
) -> SubmissionRow:
    """Freeze a report: PDF, Word, workbook and data, numbered, read-only, with their digests. It cannot be undone.

    Raises:
        As `reports.draft`; StorageFailure: the files cannot be kept; Cancelled: nothing is kept.
    """
    return keep(workspace, freeze(workspace, options, progress, numbers_checked), note)


def freeze(
    workspace: Workspace, options: ReportOptions, progress: Progress | None = None, numbers_checked: bool = False
) -> Frozen:
    """The long half of `submit`: draw the files. Writes nothing to the database; `keep` must follow.

    Numbers of the officer's own words that the record does not count so need a yes: `numbers_checked`.

    Raises:
        As `submit`; Refused: there are such numbers and nobody said yes.
    """
    material = reports.gather(workspace, options)
    content, wordings = reports.draft_with_wordings(material)
    own = preflight.own_numbers(content, wordings)
    if own and not numbers_checked:
        named = "、".join(f"“{clause}”" for clause in own)
        raise Refused(f"报告写入了台账不能印证的数字（{named}），核对依据并确认后再定稿")
    unfinished = workspace.folder / "exports" / files.FOLDER / files.UNFINISHED
    try:
        files.discard(unfinished)
        unfinished.mkdir(parents=True)
        _write(unfinished, material, content, progress)
    except OSError as error:
        files.discard(unfinished)
        raise _not_kept(error) from error
    except BaseException:
        files.discard(unfinished)
        raise
    return Frozen(unfinished, material, content, own)


def keep(workspace: Workspace, frozen: Frozen, note: str = "") -> SubmissionRow:
    """The short half of `submit`: give the number, seal the files, register them.

    Raises:
        StorageFailure: the files cannot be kept; nothing is.
    """
    try:
        return _register(workspace, frozen, note)
    except OSError as error:
        raise _not_kept(error) from error
    finally:
        files.discard(frozen.folder)


def _not_kept(error: OSError) -> StorageFailure:
    return StorageFailure(f"报送留存失败（{reason(error)}），检查磁盘空间和文件夹权限后重试")


def _register(workspace: Workspace, frozen: Frozen, note: str) -> SubmissionRow:
    """Give the folder its number and name it in the ledger; one that is not named goes back to be taken away."""
    exports = workspace.folder / "exports"
    moved: Path | None = None
    try:
        with writing(workspace.engine) as connection:
            last = connection.execute(
                select(Submission.id, Submission.manifest_digest).order_by(Submission.id.desc()).limit(1)
            ).first()
            number = _next(connection, exports)
            values = _values(workspace, frozen, note)
            facts = {
                "format": FORMAT,
                "number": number,
                **{name: value for name, value in values.items() if name not in ("plan_id", "tasks")},
                "submitted_on": workspace.today.isoformat(),
                "program": f"销号 {__version__}",
                "options": _plain(frozen.material.options),
                "own_numbers": list(frozen.own_numbers),
                "previous": {"number": last.id, "sha256": last.manifest_digest} if last else None,
            }
            digest = files.seal(frozen.folder, facts)
            connection.execute(insert(Submission).values(id=number, **values, manifest_digest=digest))
            moved = frozen.folder.rename(files.folder_of(exports, number))
    except BaseException:
        if moved is not None:
            moved.rename(frozen.folder)
        raise
    return find(workspace, number)


def _values(workspace: Workspace, frozen: Frozen, note: str) -> dict[str, Any]:
    """What the ledger keeps of a submission, by column."""
    return {
        "plan_id": frozen.material.options.plan,
        "title": frozen.content.title,
        "period": frozen.content.period,
        "template": frozen.material.options.template,
        "submitted_on": workspace.today,
        "tasks": len(frozen.material.rows),
        "note": note,
    }


def _next(connection: Connection, exports: Path) -> int:
    """A number that neither a row nor a folder has or ever had."""
    given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'submission'").scalar() or 0
    return int(max(given, *files.numbers(exports), 0)) + 1


def _write(folder: Path, material: Material, content: ReportContent, progress: Progress | None) -> None:
    """The four files; each is read back and counted."""
    from desktop_app.exports.agreement import must_agree
    from desktop_app.exports.workbook import write_ledger

    def step(done: int) -> None:
        if progress:
            progress(done, _STEPS)

    step(0)
    reports.write(folder / "报告.pdf", content)
    step(1)
    reports.write(folder / "报告.docx", content)
    step(2)
    rows = material.rows
    written = write_ledger(folder / "台账.xlsx", f"{material.subject}任务台账", "", material.today, rows)
    must_agree(written, len(rows), "行")
    step(3)
    data = {
        "format": FORMAT,
        "today": material.today.isoformat(),
        "plans": [_plain(plan) for plan in material.plans],
        "tasks": [_plain(row) | TaskSnapshot.of(row).as_json() for row in rows],
        "evidence": {str(task): [_plain(file) for file in kept] for task, kept in material.evidence.items()},
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (folder / files.DATA).write_text(text, encoding="utf-8", newline="\n")
    step(_STEPS)


def _plain(value: Any) -> Any:
    """A frozen row as plain values, field by field."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value


def listed(workspace: Workspace) -> list[SubmissionRow]:
    """All submissions, newest first."""
    wanted = select(
        Submission.id, Submission.plan_id, Submission.title, Submission.period, Submission.template,
        Submission.submitted_on, Submission.tasks, Submission.note,
    ).order_by(Submission.id.desc())  # fmt: skip
    exports = workspace.folder / "exports"
    with reading(workspace.engine) as connection:
        return [SubmissionRow(*row, files.folder_of(exports, row[0])) for row in connection.execute(wanted)]


def find(workspace: Workspace, number: int) -> SubmissionRow:
    """One submission.

    Raises:
        NotFound: there is none of this number.
    """
    for row in listed(workspace):
        if row.number == number:
            return row
    raise NotFound(f"没有第{number}次报送，先查看历次报送")


def snapshots(row: SubmissionRow) -> list[TaskSnapshot]:
    """The tasks as they were reported.

    Raises:
        StorageFailure: the kept data is gone or damaged.
    """
    try:
        return [TaskSnapshot.from_json(task) for task in files.read_data(row.folder)["tasks"]]
    except (KeyError, TypeError) as error:
        raise StorageFailure(f"第{row.number}次报送的数据内容不符，应从备份恢复 exports 文件夹") from error


def differences(workspace: Workspace, earlier: int, later: int) -> list[TaskChange]:
    """What changed from one submission to another.

    Raises:
        NotFound, StorageFailure: one of them is not there or damaged.
    """
    return compare(snapshots(find(workspace, earlier)), snapshots(find(workspace, later)))


def next_number(workspace: Workspace) -> int:
    """The number that the next submission gets."""
    with reading(workspace.engine) as connection:
        return _next(connection, workspace.folder / "exports")


def latest(workspace: Workspace, plan: int | None) -> SubmissionRow | None:
    """The newest submission on all tasks of the same plan, or of all where all are meant.

    One that left chapters, units or tasks out says nothing of them: it is passed over, and so is one that cannot be read.
    """
    return next((row for row in listed(workspace) if row.plan_id == plan and _is_whole(row)), None)


def _is_whole(row: SubmissionRow) -> bool:
    try:
        chosen = scope(row)
    except StorageFailure:
        return False
    return not (chosen.chapters or chosen.units or chosen.tasks)


def scope(row: SubmissionRow) -> Scope:
    """Which tasks a submission reported on.

    Raises:
        StorageFailure: its list is gone or damaged.
    """
    options = files.read_manifest(row.folder).get("options") or {}
    return Scope(row.plan_id, *(tuple(options.get(name) or ()) for name in ("chapters", "units", "tasks")))
