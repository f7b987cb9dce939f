"""佐证名称 that came back in handouts: which are not answered by a file yet, and the files of a folder that answer them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import BadInput
from desktop_app.domain.named_files import Found, NamedFile, find_files, split_names
from desktop_app.domain.plan import Kind
from desktop_app.domain.progress_record import voice_of
from desktop_app.domain.refs import TaskRef
from desktop_app.services import evidence
from desktop_app.services.evidence import ProgressCall
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import EvidenceLink, Node, Part, Progress

MOST_FILES = 5_000
"""Files of a folder that are looked at: a whole disk is a mistake."""

_UNWANTED = ("~$", ".")


def wanted(workspace: Workspace) -> list[NamedFile]:
    """Names that units wrote and no attached file answers, in the order of the outline."""
    with reading(workspace.engine) as connection:
        attached = _attached(connection)
        listed: list[NamedFile] = []
        for row in _said(connection):
            ref = TaskRef(row.node_id, row.part_index)
            there = attached.get(row.node_id, [])
            names = [name for name in split_names(row.evidence) if find_files(name, there)[0] is not Found.EQUAL]
            task = f"{row.number}{row.title or row.text[:20]}"
            listed += [NamedFile(ref, task, voice_of(row.reporter), name) for name in names]
    return listed


def files_in(folder: Path) -> list[Path]:
    """The files in a folder and in those within it, by name; temporary and hidden ones are left out.

    Raises:
        BadInput: no such folder, or too many files.
    """
    if not folder.is_dir():
        raise BadInput(f"没有文件夹“{folder}”，重新选择")
    found = []
    for path in folder.rglob("*"):
        # Counted as they are met: the names of a whole disk are never gathered.
        if path.name.startswith(_UNWANTED) or not path.is_file():
            continue
        found.append(path)
        if len(found) > MOST_FILES:
            raise BadInput(f"文件夹“{folder.name}”中的文件超过{MOST_FILES}个，选择只放佐证材料的文件夹")
    return sorted(found)


def match(names: Sequence[NamedFile], files: Sequence[Path]) -> list[tuple[Found, tuple[Path, ...]]]:
    """For each name the files that answer it."""
    listed = [path.name for path in files]
    found = [find_files(each.name, listed) for each in names]
    return [(how, tuple(files[at] for at in places)) for how, places in found]


def attach(
    workspace: Workspace, chosen: Iterable[tuple[TaskRef, Path]], progress: ProgressCall | None = None
) -> Changes:
    """Attach each file to its task or part, all as one step; `progress` as of `evidence.attach`.

    Raises:
        As `evidence.attach`.
    """
    return evidence.attach_each(workspace, list(dict.fromkeys(chosen)), progress)


def _said(connection: Connection) -> Iterator[Any]:
    """The newest entry of each unit about each task or part, where it names material."""
    columns = (
        Progress.node_id, Progress.part_id, Progress.reporter, Progress.evidence,
        Node.number, Node.title, Node.text, Part.position.label("part_index"),
    )  # fmt: skip
    rows = connection.execute(
        select(*columns)
        .join(Node, Node.id == Progress.node_id)
        .outerjoin(Part, Part.id == Progress.part_id)
        .where(Node.kind == Kind.TASK.value, (Progress.text != "") | (Progress.evidence != ""))
        .order_by(Node.plan_id, Node.position, Progress.part_id, Progress.day.desc(), Progress.id.desc())
    )
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        key = (row.node_id, row.part_id, voice_of(row.reporter))
        if key not in seen:
            seen.add(key)
            if row.evidence.strip():
                yield row


def _attached(connection: Connection) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for node, name in connection.execute(select(EvidenceLink.node_id, EvidenceLink.name)):
        names.setdefault(node, []).append(name)
    return names
