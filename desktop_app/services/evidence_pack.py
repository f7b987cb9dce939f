"""佐证材料包: the evidence of the chosen tasks, named by task, with its list and digests, checked on reading back."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import BadInput, Refused
from desktop_app.domain.ledger import TaskRow
from desktop_app.services import evidence as kept_evidence
from desktop_app.services import reports
from desktop_app.services.exchange import ExportResult
from desktop_app.services.scratch import scratch_folder
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.evidence_index import PackedFile
    from desktop_app.exports.evidence_pack import Packed
    from desktop_app.exports.material import Material, ReportOptions

Progress = Callable[[int, int], None]

INDEX = "卷内目录"


@dataclass(frozen=True, slots=True)
class PackPreview:
    """What a pack would hold: files, their bytes, and the tasks that have none to give."""

    tasks: int
    files: int
    size: int
    lacking: tuple[TaskRow, ...]


def preview(workspace: Workspace, options: ReportOptions) -> PackPreview:
    """Count before anything is written.

    Raises:
        As `reports.gather`.
    """
    material = _gather(workspace, options)
    kept = [file for row in material.rows for file in material.evidence.get(row.id, ())]
    lacking = tuple(row for row in material.rows if not material.evidence.get(row.id))
    return PackPreview(len(material.rows), len(kept), sum(file.size for file in kept), lacking)


def _gather(workspace: Workspace, options: ReportOptions) -> Material:
    """The chosen tasks with their evidence; of a period only what was added within it."""
    material = reports.gather(workspace, replace(options, template="evidence"))
    period = material.period
    if period is None:
        return material
    within = {
        task: tuple(file for file in files if file.added_on in period) for task, files in material.evidence.items()
    }
    return replace(material, evidence=within)


def export_evidence(
    workspace: Workspace,
    out: Path,
    options: ReportOptions | None = None,
    password: str = "",
    progress: Progress | None = None,
) -> ExportResult:
    """Write the evidence of the tasks that `options` choose to a .zip, or to a folder when `out` has no such extension.

    With a period only what was added within it goes in.

    A folder that is there already is left alone: the pack takes a second name. `rows` of the result counts files.

    Raises:
        Refused: there is no evidence. BadInput: a password for a folder.
        StorageFailure: a kept file is gone or altered, or `out` cannot be written.
    """
    from desktop_app.exports.material import ReportOptions

    is_zip = out.suffix.lower() == ".zip"
    if password and not is_zip:
        raise BadInput("只有 .zip 佐证包可以加密码，文件夹不能")
    material = _gather(workspace, options or ReportOptions())
    files = list(_files(workspace, material))
    if not files:
        raise Refused("所选任务没有佐证材料，不能生成佐证包")
    with scratch_folder() as scratch:
        lists = _lists(scratch, material, [listed for _, listed in files])
        packed = [*lists, *(each for each, _ in files)]
        if is_zip:
            return _zip(workspace, out, packed, len(files), password, progress)
        return _folder(out, packed, len(files), progress)


def _zip(
    workspace: Workspace, out: Path, packed: list[Packed], files: int, password: str, progress: Progress | None
) -> ExportResult:
    from desktop_app.exports.agreement import must_agree
    from desktop_app.exports.atomic import replace_when_done
    from desktop_app.exports.evidence_pack import write_zip

    with replace_when_done(out) as swap:
        must_agree(write_zip(swap.temporary, packed, workspace.today, password, progress), len(packed), "份")
    locked = "，已用 AES 加密，密码须另行告知" if password else ""
    notice = f"{swap.notice}。" if swap.notice else ""
    return ExportResult(
        swap.path, files, None, f"{notice}已导出佐证包“{swap.path.name}”，共{files}份{locked}，读回核对无误。"
    )


def _folder(out: Path, packed: list[Packed], files: int, progress: Progress | None) -> ExportResult:
    from desktop_app.exports.agreement import must_agree
    from desktop_app.exports.evidence_pack import write_folder

    with _new_folder(out) as (making, target):
        must_agree(write_folder(making, packed, progress), len(packed), "份")
    notice = f"“{out.name}”已存在，已另存为“{target.name}”。" if target != out else ""
    return ExportResult(target, files, None, f"{notice}已导出佐证文件夹“{target.name}”，共{files}份，读回核对无误。")


@contextmanager
def _new_folder(out: Path) -> Iterator[tuple[Path, Path]]:
    """A folder to fill, and where it will stand when the block ends without an error: at `out`, or under a second name where
    something is there already.
    """
    from desktop_app.exports.atomic import not_saved, second_name

    making = out.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        if not out.parent.is_dir():
            raise BadInput(f"文件夹“{out.parent}”不存在，应先建立或换一个位置")
        taken = out.exists() and (not out.is_dir() or any(out.iterdir()))
        target = second_name(out) if taken else out
        making.mkdir()
        yield making, target
        if target.is_dir():
            target.rmdir()
        making.rename(target)
    except OSError as error:
        raise not_saved(error, out) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _files(workspace: Workspace, material: Material) -> Iterator[tuple[Packed, PackedFile]]:
    """Every file with its place in the pack and its line in the list."""
    from desktop_app.exports.evidence_index import PackedFile
    from desktop_app.exports.evidence_pack import Packed
    from desktop_app.exports.pack_names import file_name, folder_name

    for number, row in enumerate(material.rows, 1):
        for at, file in enumerate(material.evidence.get(row.id, ()), 1):
            folder = folder_name(number, row.number, row.title or row.text[:30])
            place = f"{folder}/{file_name(at, file.name)}"
            source = kept_evidence.file_path(workspace, file.id)
            note = f"分段{file.part}" if file.part else ""
            listed = PackedFile(row.number, _task(row), file.name, place, file.added_on, file.size, file.digest, note)
            yield Packed(source, place, file.digest), listed


def _task(row: TaskRow) -> str:
    return row.title or row.text[:40]


def _lists(scratch: Path, material: Material, listed: list[PackedFile]) -> list[Packed]:
    """卷内目录 as workbook and as PDF."""
    from desktop_app.exports.evidence_index import write_index
    from desktop_app.exports.evidence_pack import Packed, digest_of

    book, print_ = scratch / f"{INDEX}.xlsx", scratch / f"{INDEX}.pdf"
    write_index(book, f"{material.subject}佐证材料卷内目录", material.today, listed)
    reports.write(print_, reports.draft_from(material))
    return [Packed(path, path.name, digest_of(path)) for path in (book, print_)]
