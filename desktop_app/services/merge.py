"""回收: what units sent back is compared three ways, shown, and then written as one command with a receipt for each unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from desktop_app.domain.changes import Changes
from desktop_app.domain.collecting import no_collection
from desktop_app.domain.errors import BadInput, NotFound, Refused
from desktop_app.domain.handout import PLACES, Answer, Field, ReturnedBook, RowKey, to_plain
from desktop_app.domain.merging import (
    BookReport,
    Choice,
    Chosen,
    Decision,
    MergePlan,
    Outcome,
    Write,
    decide,
    plan_merge,
)
from desktop_app.domain.merging.state import follow
from desktop_app.domain.merging.words import agree
from desktop_app.services.answers_now import read_standings
from desktop_app.services.commands import Command, execute
from desktop_app.services.handout import workspace_id
from desktop_app.services.merge_entries import MergeEntries
from desktop_app.services.merge_reading import read_ledger
from desktop_app.services.receipts import drawn_aside
from desktop_app.services.selection import Selected, TaskState, load_states, write_states
from desktop_app.services.tasks import advance, move
from desktop_app.services.workspace import LEDGER, Workspace
from desktop_app.storage.backup import back_up
from desktop_app.storage.database import reading
from desktop_app.storage.models import Batch, Returned

Progress = Callable[[int, int], None]

_CHANGED_MEANWHILE = "核对期间台账有改动，重新读取填报表后再合并"


@dataclass(frozen=True, slots=True)
class MergeResult:
    """A merge that was written: `receipts` are in the order of the workbooks that were read."""

    changes: Changes
    decision: Decision
    receipts: tuple[Path, ...]
    backup: Path


def prepare(workspace: Workspace, files: Sequence[Path], progress: Progress | None = None) -> MergePlan:
    """Read returned workbooks (.xlsx, .xls, .ods) and say what merging them would do; nothing is written.

    A file that cannot be read is listed with the reason and does not hold up the others.

    Raises:
        BadInput: no file was given.
        Cancelled: raised by `progress`.
    """
    from desktop_app.ingest.answers import read_answer
    from desktop_app.ingest.returned import read_returned

    if not files:
        raise BadInput("未选择填报表")
    found: list[tuple[ReturnedBook, Path]] = []
    unread: list[BookReport] = []
    with no_collection():
        for done, path in enumerate(dict.fromkeys(Path(file).absolute() for file in files)):
            if progress:
                progress(done, len(files))
            try:
                found.append((read_returned(path), path))
            except BadInput as error:
                unread.append(BookReport(path.name, "", refusal=str(error)))
        home = workspace_id(workspace)
        books = _with_bases(workspace, found)
        with reading(workspace.engine) as connection:
            plan = plan_merge(books, read_ledger(connection, books, home, workspace.today), read_answer)
    if progress:
        progress(len(files), len(files))
    return replace(plan, books=(*plan.books, *sorted(unread, key=lambda book: book.name)))


def read_typed(workspace: Workspace, field: Field, text: str) -> Answer:
    """What the officer typed as the value of a cell, understood as a unit's answer is."""
    from desktop_app.ingest.answers import read_answer

    return read_answer(field, text, workspace.today)


def _with_bases(workspace: Workspace, found: Sequence[tuple[ReturnedBook, Path]]) -> list[ReturnedBook]:
    """Workbooks of a batch that is not on record bring their own copy of what was handed out."""
    from desktop_app.ingest.returned import with_base

    with reading(workspace.engine) as connection:
        known = set(connection.scalars(select(Batch.code)))
    return [
        with_base(book, path) if book.identity and book.identity.batch not in known else book for book, path in found
    ]


def apply(
    workspace: Workspace,
    plan: MergePlan,
    choices: Mapping[int, Chosen] | None = None,
    prefer: Choice | None = None,
    progress: Progress | None = None,
    receipts: Sequence[str] = (".pdf",),
) -> MergeResult:
    """Write a planned merge: backed up before, one command, one undo, with a receipt for each workbook.

    `receipts` are the kinds of file to draw of each receipt; a window draws none here and does so beside itself.

    Raises:
        Refused: cells nobody chose for, nothing that could be read, or the ledger changed since it was planned.
        BadInput: choices that contradict one another.
    """
    decision = decide(plan, choices, prefer)
    if decision.undecided:
        raise Refused(f"尚有{len(decision.undecided)}格冲突未定，未作任何更改")
    read = [index for index, book in enumerate(plan.books) if not book.refusal]
    if not read:
        raise Refused("没有可合并的填报表：" + "；".join(f"“{book.name}”{book.refusal}" for book in plan.books[:3]))
    backup = back_up(workspace.folder / LEDGER, workspace.folder / "backups", "合并前")
    with (
        drawn_aside(workspace, plan, decision, receipts, progress) as drawn,
        no_collection(),
        execute(workspace, "merge") as command,
    ):
        _check_unchanged(command, plan)
        tasks = _write_answers(command, plan, decision)
        _note_returns(command, plan, decision, read, drawn.names)
        units = list(dict.fromkeys(plan.books[index].unit for index in read))
        named = units[0] if len(units) == 1 else f"{len(units)}个单位"
        counts = plan.counts
        detail = [f"读入{counts.read}格", f"改动{sum(len(write.values) for write in decision.writes)}格"]
        command.describe(f"合并{named}的填报表", detail, tasks)
        changes = command.result()
    changes = replace(changes, warnings=(*changes.warnings, *drawn.failed))
    return MergeResult(changes, decision, drawn.written, backup)


def _check_unchanged(command: Command, plan: MergePlan) -> None:
    """What is to be replaced must still be what was shown."""
    keys = {cell.key for cell in plan.cells if cell.key is not None and cell.outcome is not Outcome.REFUSED}
    now = read_standings(command.connection, {key.task for key in keys})
    for cell in plan.cells:
        if cell.key is None or cell.outcome is Outcome.REFUSED:
            continue
        values = now.values(cell.unit, cell.key)
        if values is None or not agree(values[PLACES[cell.field]], cell.ours):
            raise Refused(_CHANGED_MEANWHILE)
    digests = [book.digest for book in plan.books if not book.refusal]
    if command.connection.scalars(select(Returned.id).where(Returned.digest.in_(digests)).limit(1)).first():
        raise Refused(_CHANGED_MEANWHILE)


def _write_answers(command: Command, plan: MergePlan, decision: Decision) -> set[int]:
    """Write states and entries of progress; returns the tasks."""
    ids = sorted({write.key.task for write in decision.writes})
    states = load_states(command.connection, ids)
    voices = MergeEntries(plan, decision, read_standings(command.connection, ids), command.today)
    entries: list[dict[str, object]] = []
    for write in decision.writes:
        state = states.get(write.key.task)
        if state is None:
            raise NotFound(_CHANGED_MEANWHILE)
        set_state(state, write, command.today)
        entries += voices.of(write)
    command.recorder.insert("progress", entries)
    write_states(command.recorder, states.values(), command.moment)
    return set(ids)


def set_state(state: TaskState, write: Write, today: dt.date) -> None:
    """Write what was settled for a row."""
    item = _selected(state, write.key)
    status, percent = follow(write.values)
    if status is not None:
        move(item, status, today)
    if percent is not None:
        advance(item, percent, today)


def _selected(state: TaskState, key: RowKey) -> Selected:
    if key.part is None:
        return Selected(state, whole=True)
    index = next((part.index for part in state.parts if part.id == key.part), None)
    if index is None:
        raise NotFound(_CHANGED_MEANWHILE)
    return Selected(state, whole=False, indexes=(index,))


def _note_returns(
    command: Command, plan: MergePlan, decision: Decision, read: Sequence[int], drawn_as: Mapping[int, str]
) -> None:
    """Keep on record what came back and what became of every cell that said something new."""
    rows = [
        {
            "batch_id": book.batch,
            "unit": book.handed_as or book.unit,
            "file_name": book.name,
            "digest": book.digest,
            "merged_on": command.today,
            "rows": book.rows,
            "read_cells": book.counts.read,
            "taken_cells": book.counts.taken,
            "same_cells": book.counts.same,
            "settled_cells": book.counts.needs_choice,
            "refused_cells": book.counts.refused,
            "receipt": drawn_as.get(index, ""),
        }
        for index, book in enumerate(plan.books)
        if not book.refusal
    ]
    ids = dict(zip(read, command.recorder.insert("returned", rows), strict=True))
    columns = ("returned_id", "node_id", "part_id", "place", "field", "raw", "value", "outcome", "choice", "reason")
    cells = [
        (
            ids[cell.book],
            cell.key.task if cell.key else None,
            cell.key.part if cell.key else None,
            cell.place,
            cell.field.value,
            cell.raw,
            None if (plain := to_plain(cell.theirs)) is None else str(plain),
            cell.outcome.value,
            chosen.choice.value if (chosen := decision.settled.get(cell.id)) else "",
            cell.reason,
        )
        for cell in plan.cells
    ]
    given = command.recorder.reserve_ids("returned_cell", len(cells))
    command.recorder.insert_many("returned_cell", columns, cells, list(given))
