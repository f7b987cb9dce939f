"""What an old ledger tells of its tasks is stored with them: status, percent, day of closing, entries of progress."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from sqlalchemy import select

from desktop_app.domain import standing as rules
from desktop_app.domain.joint_record import together
from desktop_app.domain.old_ledger import Record
from desktop_app.domain.plan import DeadlineKind, Kind
from desktop_app.domain.task import Status
from desktop_app.services.commands import Command
from desktop_app.services.selection import Selected, TaskState, load_states, write_states
from desktop_app.services.tasks import advance, move
from desktop_app.storage.models import Deadline, Node
from desktop_app.storage.recorder import RowUpdate

_CLOSED_BEFORE = "导入前已销号，原台账未写日期"
_CLOSED_AHEAD = "导入前已销号，原台账所写日期{}晚于导入当天，未采用"
_EXTENDED_BEFORE = "导入前已延期，原台账未写依据"
_NO_WORDS = "原台账未写进展情况"
_NAMED = 5


def write_records(command: Command, plan_id: int, records: Sequence[Record]) -> int:
    """Store the records of a plan that was just written; returns how many tasks have one.

    A record whose place is no task any more, because the officer made something else of it, is told in a warning.
    """
    if not records:
        return 0
    owners = _Tasks(command, plan_id)
    states = load_states(command.connection, owners.ids)
    by_task: dict[int, list[Record]] = {}
    lost: list[Record] = []
    for record in records:
        state = states.get(owners.at(record.place) or 0)
        if state is None:
            lost.append(record)
        else:
            by_task.setdefault(state.id, []).append(record)
    whole = {task: together(rows) for task, rows in by_task.items()}
    for task, record in whole.items():
        _stand(states[task], record, command.today)
    said = [(task, record) for task, rows in by_task.items() for record in rows if record.says_words]
    command.recorder.insert("progress", [_entry(task, record, command.today) for task, record in said])
    _extend(command, {task: record.first_due for task, record in whole.items() if record.first_due is not None})
    write_states(command.recorder, [states[task] for task in by_task if states[task].changed], command.moment)
    _tell_lost(command, lost)
    _tell_unlike(command, [states[task] for task, rows in by_task.items() if len(_statuses(rows)) > 1])
    return len(by_task)


class _Tasks:
    """The tasks of a plan by their places in its text."""

    def __init__(self, command: Command, plan_id: int) -> None:
        rows = command.connection.execute(
            select(Node.span_start, Node.span_end, Node.id)
            .where(Node.plan_id == plan_id, Node.kind == Kind.TASK)
            .order_by(Node.span_start)
        ).all()
        self._spans = [tuple(row) for row in rows]
        self._starts = [row[0] for row in rows]
        self.ids = [row[2] for row in rows]

    def at(self, place: int) -> int | None:
        """The task that covers a place; None when none does."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return None
        _start, end, id = self._spans[index]
        return int(id) if place < end else None


def _stand(state: TaskState, record: Record, today: dt.date) -> None:
    """Percent, then status: what the ledger calls closed is closed, with the day if it names one."""
    item = Selected(state, whole=True)
    if record.percent is not None:
        advance(item, record.percent, today)
    if record.status is Status.CLOSED:
        said = record.closed_on
        on = said if said is not None and said <= today else None
        note = "" if on else _CLOSED_BEFORE if said is None else _CLOSED_AHEAD.format(said.isoformat())
        state.change_parts(lambda part: _closed(part, on, note))
        state.change(lambda own: _closed(own, on, note))
    elif record.status is not None:
        move(item, record.status, today)
    state.no_evidence_reason = record.no_evidence or state.no_evidence_reason


def _extend(command: Command, first: dict[int, dt.date]) -> None:
    """The date that a ledger prints is the one after its extension: keep the first one with it."""
    found = command.connection.execute(
        select(Deadline.id, Deadline.node_id, Deadline.date).where(
            Deadline.node_id.in_(first), Deadline.kind == DeadlineKind.FINAL
        )
    ).all()
    moved = [(id, first[node], date) for id, node, date in found if first[node] < date]
    command.recorder.update(
        "deadline", [RowUpdate(id, {"first_date": date}, {"first_date": before}) for id, before, date in moved]
    )
    rows = [
        {"deadline_id": id, "from_date": before, "to_date": date, "basis": _EXTENDED_BEFORE, "day": command.today}
        for id, before, date in moved
    ]
    command.recorder.insert("extension", rows)


def _closed(standing: rules.Standing, on: dt.date | None, note: str) -> rules.Standing:
    return rules.Standing(Status.CLOSED, 100, standing.percent, on, note)


def _entry(task: int, record: Record, today: dt.date) -> dict[str, object]:
    note = f"备注：{record.note}" if record.note else ""
    return {
        "node_id": task,
        "part_id": None,
        "day": min(record.day or today, today),
        "text": "\n".join(filter(None, [record.text, note])) or _NO_WORDS,
        "percent": record.percent,
        "problems": record.problems,
        "next_step": record.next_step,
        "reporter": record.reporter,
        "evidence": record.evidence,
    }


def _statuses(rows: Sequence[Record]) -> set[Status]:
    return {row.status for row in rows if row.status is not None}


def _tell_unlike(command: Command, states: Sequence[TaskState]) -> None:
    if states:
        shown = "、".join(f"{state.name}（{state.standing.status.label}）" for state in states[:_NAMED])
        more = "等" if len(states) > _NAMED else ""
        command.warnings.append(f"原台账{len(states)}项任务的各行状态不同，按各行合计存入，应核对：{shown}{more}")


def _tell_lost(command: Command, lost: Sequence[Record]) -> None:
    said = [record.text or record.note or (record.status.label if record.status else "") for record in lost]
    if said:
        shown = "、".join(f"“{words[:12]}”" for words in said[:_NAMED] if words)
        command.warnings.append(f"原台账{len(lost)}行的状态和进展未存入，所在条目已不是任务：{shown}")
