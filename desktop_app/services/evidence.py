"""佐证材料: files attached to tasks, kept by content; one file may serve many tasks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, select

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import BadInput, NotFound, Refused, StorageFailure
from desktop_app.domain.quotes import quoted
from desktop_app.domain.refs import TaskRef
from desktop_app.services.commands import Command, execute
from desktop_app.services.selection import Selected, load_states, select_tasks, write_states
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.evidence_files import KeptFile, digest_of, safe_name
from desktop_app.storage.models import Evidence, EvidenceLink

ProgressCall = Callable[[int, int], None]
Named = tuple[str, KeptFile]


def attach(
    workspace: Workspace, refs: Sequence[TaskRef], files: Sequence[Path], progress: ProgressCall | None = None
) -> Changes:
    """Copy files in and attach each to every one of the tasks; all of it or nothing.

    `progress` is called with the bytes copied and the bytes in all, and may raise `Cancelled`.

    Raises:
        BadInput: no file given, or one is gone, empty or a folder.
        Refused: all files are attached there already.
        NotFound: no such task or part.
    """
    if not files:
        raise BadInput("未选择文件")
    with reading(workspace.engine) as connection:
        select_tasks(connection, refs)
    with _kept(workspace, files, progress) as kept, execute(workspace, "attach") as command:
        return _attach(command, refs, kept)


def attach_each(
    workspace: Workspace, chosen: Sequence[tuple[TaskRef, Path]], progress: ProgressCall | None = None
) -> Changes:
    """Attach each file to the task or part it is paired with, as one step.

    Raises:
        As `attach`.
    """
    if not chosen:
        raise BadInput("未选择文件")
    files = list(dict.fromkeys(file for _, file in chosen))
    refs = list(dict.fromkeys(ref for ref, _ in chosen))
    with _kept(workspace, files, progress) as kept, execute(workspace, "attach") as command:
        by_file = dict(zip(files, kept, strict=True))
        ids = _evidence_ids(command, kept)
        attached = []
        for ref in refs:
            (item,) = select_tasks(command.connection, [ref])
            if _link(command, item, [by_file[file] for at, file in chosen if at == ref], ids):
                attached.append(item)
        if not attached:
            raise Refused("所选文件已附在所选任务中")
        states = {item.task.id: item.task for item in attached}
        write_states(command.recorder, states.values(), command.moment)
        names = list(dict.fromkeys(name for name, _ in kept))
        command.describe(_label(attached, len(names)), ["、".join(names)], states)
        return command.result()


def use_for(workspace: Workspace, link_ids: Sequence[int], refs: Sequence[TaskRef]) -> Changes:
    """Attach files that are attached already to other tasks too; they are kept once.

    Raises:
        NotFound: no such attachment, task or part.
        Refused: all files are attached there already.
    """
    with execute(workspace, "attach") as command:
        wanted = (
            select(EvidenceLink.name, Evidence.digest, Evidence.extension, Evidence.size)
            .join(Evidence, Evidence.id == EvidenceLink.evidence_id)
            .where(EvidenceLink.id.in_(link_ids))
            .order_by(EvidenceLink.id)
        )
        found = command.connection.execute(wanted).all()
        if not found or len(found) < len(set(link_ids)):
            raise NotFound("该佐证已移除")
        kept = [(row.name, KeptFile(row.digest, row.extension, row.size, added=False)) for row in found]
        return _attach(command, refs, kept)


def detach(workspace: Workspace, link_ids: Sequence[int]) -> Changes:
    """Take attachments away; the files stay in the workspace, so that undo can bring them back.

    Raises:
        NotFound: no such attachment.
    """
    with execute(workspace, "detach") as command:
        wanted = select(EvidenceLink.id, EvidenceLink.node_id, EvidenceLink.name).where(EvidenceLink.id.in_(link_ids))
        found = command.connection.execute(wanted).all()
        if not found or len(found) < len(set(link_ids)):
            raise NotFound("该佐证已移除")
        tasks = load_states(command.connection, [row.node_id for row in found])
        command.recorder.delete("evidence_link", [row.id for row in found])
        write_states(command.recorder, tasks.values(), command.moment)
        names = list(dict.fromkeys(row.name for row in found))
        what = next(iter(tasks.values())).name if len(tasks) == 1 else f"{len(tasks)}项"
        command.describe(f"移除佐证{what}", ["、".join(names)], tasks)
        return command.result()


def file_path(workspace: Workspace, evidence_id: int) -> Path:
    """The kept file itself: to be read, never to be changed.

    Raises:
        NotFound: no such evidence.
        StorageFailure: the file is gone from the workspace.
    """
    with reading(workspace.engine) as connection:
        wanted = select(Evidence.digest, Evidence.extension).where(Evidence.id == evidence_id)
        row = connection.execute(wanted).one_or_none()
    if row is None:
        raise NotFound(f"没有编号为{evidence_id}的佐证")
    path = workspace.evidence.path_of(row.digest, row.extension)
    if not path.is_file():
        raise StorageFailure("佐证文件已不在台账文件夹中。从备份恢复 evidence 文件夹，或重新上传")
    return path


def save_copy(workspace: Workspace, evidence_id: int, place: Path) -> tuple[Path, str]:
    """Copy a kept file out to `place`, whole and compared; the copy can be written to.

    Returns where it is, and what is to be told of a second name or of a file that gave way.

    Raises:
        As `file_path`, and BadInput, StorageFailure: `place` cannot be written, or the kept file was altered.
    """
    from desktop_app.exports.atomic import replace_when_done

    kept = file_path(workspace, evidence_id)
    with replace_when_done(place) as swap:
        shutil.copyfile(kept, swap.temporary)
        if digest_of(swap.temporary) != digest_of(kept):
            raise StorageFailure(f"{quoted(place.name)}核对不符，未保存，应换一个位置再试")
    return swap.path, swap.notice


def _attach(command: Command, refs: Sequence[TaskRef], kept: Sequence[Named]) -> Changes:
    selected = select_tasks(command.connection, refs)
    evidence = _evidence_ids(command, kept)
    attached = [item for item in selected if _link(command, item, kept, evidence)]
    if not attached:
        raise Refused("所选文件已附在所选任务中")
    write_states(command.recorder, [item.task for item in attached], command.moment)
    names = list(dict.fromkeys(name for name, _ in kept))
    command.describe(_label(attached, len(names)), ["、".join(names)], [item.task.id for item in attached])
    return command.result()


@contextmanager
def _kept(workspace: Workspace, files: Sequence[Path], progress: ProgressCall | None) -> Iterator[list[Named]]:
    """The files, copied in; those that were new are taken out again when an error leaves the block."""
    kept: list[Named] = []
    try:
        total = sum(map(_size, files))
        done = 0
        for file in files:
            start = done
            report = (lambda copied, start=start: progress(start + copied, total)) if progress else None
            kept.append((safe_name(file.name), workspace.evidence.keep(file, report)))
            done += kept[-1][1].size
        yield kept
    except BaseException:
        for _, copy in kept:
            if copy.added:
                workspace.evidence.forget(copy)
        raise


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _evidence_ids(command: Command, kept: Sequence[Named]) -> dict[str, int]:
    """The evidence row of each digest; contents not met before get one."""
    by_digest = {file.digest: file for _, file in kept}
    found = _known(command.connection, list(by_digest))
    new = [file for digest, file in by_digest.items() if digest not in found]
    rows = [{"digest": file.digest, "extension": file.extension, "size": file.size} for file in new]
    ids = command.recorder.insert("evidence", rows)
    return found | {file.digest: id for file, id in zip(new, ids, strict=True)}


def _known(connection: Connection, digests: Sequence[str]) -> dict[str, int]:
    rows = connection.execute(select(Evidence.digest, Evidence.id).where(Evidence.digest.in_(digests)))
    return {row.digest: row.id for row in rows}


def _link(command: Command, item: Selected, kept: Sequence[Named], evidence: dict[str, int]) -> bool:
    """Attach what is not attached yet; returns whether there was any."""
    links = select(EvidenceLink.evidence_id, EvidenceLink.part_id).where(EvidenceLink.node_id == item.task.id)
    there = {(row.evidence_id, row.part_id) for row in command.connection.execute(links)}
    rows: list[dict[str, object]] = []
    for part_id in item.part_ids():
        for name, file in kept:
            key = (evidence[file.digest], part_id)
            if key not in there:
                there.add(key)
                rows.append(
                    {
                        "evidence_id": key[0],
                        "node_id": item.task.id,
                        "part_id": part_id,
                        "name": name,
                        "added_on": command.today,
                    }
                )
    command.recorder.insert("evidence_link", rows)
    return bool(rows)


def _label(attached: Sequence[Selected], files: int) -> str:
    what = attached[0].name if len(attached) == 1 else f"{len(attached)}项"
    return f"附佐证{what}{files}份"
