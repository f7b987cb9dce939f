"""What the record holds of a stretch of time, and the files of many tasks at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, select

from desktop_app.domain.ledger import EvidenceRow, ProgressRow
from desktop_app.domain.progress_record import told
from desktop_app.services import row_selects
from desktop_app.services.row_building import progress_row
from desktop_app.services.row_selects import Reach, Scope
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Evidence, EvidenceLink, Part, Progress


def progress_between(
    workspace: Workspace, first: dt.date, last: dt.date, plan: int | None = None
) -> dict[int, tuple[ProgressRow, ...]]:
    """By task: its progress entries from `first` to `last`, both included, oldest first; an entry without text is
    joined to the text that stood then.
    """
    scope = Scope(plan=plan)
    with reading(workspace.engine) as connection:
        indexes = _part_indexes(connection)
        rows = scope.fetch(connection, lambda reach: _entries(reach, first, last))
        found: dict[int, list[ProgressRow]] = {}
        for row in reversed(rows):
            found.setdefault(row.node_id, []).append(progress_row(row, indexes))
    record = {task: told(entries) for task, entries in found.items()}
    bare = {task for task, entries in record.items() if not all(entry.text for entry in entries)}
    if bare and first > dt.date.min:
        for task, before in latest_before(workspace, first, plan).items():
            if task in bare:
                record[task] = tuple(entry for entry in told((before, *record[task])) if entry.on >= first)
    return record


def latest_before(workspace: Workspace, day: dt.date, plan: int | None = None) -> dict[int, ProgressRow]:
    """By task: the newest progress entry made before `day`."""
    before = progress_between(workspace, dt.date.min, day - dt.timedelta(days=1), plan)
    return {task: entries[-1] for task, entries in before.items()}


def evidence_by_task(workspace: Workspace, tasks: Sequence[int]) -> dict[int, tuple[EvidenceRow, ...]]:
    """By task: its evidence files in the order they came, each once; `other_tasks` holds the ids of others it serves."""
    wanted = (
        select(
            EvidenceLink.node_id, Evidence.id, EvidenceLink.id.label("link_id"), EvidenceLink.name, Evidence.digest,
            Evidence.size, EvidenceLink.added_on, EvidenceLink.part_id,
        )
        .join(Evidence, Evidence.id == EvidenceLink.evidence_id)
        .order_by(EvidenceLink.id)
    )  # fmt: skip
    with reading(workspace.engine) as connection:
        indexes = _part_indexes(connection)
        links = connection.execute(wanted).all()
    serves: dict[int, set[int]] = {}
    for link in links:
        serves.setdefault(link.id, set()).add(link.node_id)
    chosen, seen = set(tasks), set()
    found: dict[int, list[EvidenceRow]] = {}
    for link in links:
        if link.node_id in chosen and (link.node_id, link.id) not in seen:
            seen.add((link.node_id, link.id))
            others = tuple(str(task) for task in sorted(serves[link.id] - {link.node_id}))
            file = EvidenceRow(*link[1:7], part=indexes.get(link.part_id or 0), other_tasks=others)
            found.setdefault(link.node_id, []).append(file)
    return {task: tuple(files) for task, files in found.items()}


def _entries(reach: Reach, first: dt.date, last: dt.date) -> row_selects.Wanted:
    return row_selects.progress(reach).where(Progress.day.between(first, last))


def _part_indexes(connection: Connection) -> dict[int, int]:
    return {row.id: row.position for row in connection.execute(select(Part.id, Part.position))}
