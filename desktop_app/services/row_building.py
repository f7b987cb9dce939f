"""Frozen rows of tasks, put together in memory from what `row_selects` reads."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection

from desktop_app.domain.ledger import AssignmentRow, PartRow, ProgressRow, ReadingRow, TargetRow, TaskRow
from desktop_app.domain.plan import DeadlineKind, Kind, Rhythm, Role, Span
from desktop_app.domain.progress_record import told
from desktop_app.domain.target_names import quote_for
from desktop_app.domain.task import Due, Signal, Status, choose_due, expected_percent, format_day, judge
from desktop_app.services import row_selects
from desktop_app.services.dates import OPEN, Measure, measure
from desktop_app.services.row_selects import Scope

T = TypeVar("T")
Recurring = tuple[Rhythm, str]
"""How work comes round, and the words that say so."""
Indexes = Mapping[int, int]
"""The index of each part by its id."""

# A dictionary is several times faster than asking the enumeration, which counts for ten thousand tasks.
KINDS = {kind.value: kind for kind in Kind}
_ROLES = {role.value: role for role in Role}
_STATUSES = {status.value: status for status in Status}
_RHYTHMS = {rhythm.value: rhythm for rhythm in Rhythm}
DEADLINE_KINDS = {kind.value: kind for kind in DeadlineKind}


@dataclass(frozen=True, slots=True)
class Facts:
    """What hangs on the tasks, by task id. Dues and recurrences come with the id of their part, or None."""

    parts: dict[int, list[Any]]
    assignments: dict[int, list[AssignmentRow]]
    dues: dict[int, list[tuple[int | None, Due]]]
    targets: dict[int, list[TargetRow]]
    recurrences: dict[int, list[tuple[int | None, Recurring]]]
    evidence: dict[int, list[str]]
    latest: dict[int, ProgressRow]
    gone: dict[int, dt.date]


def read_tasks(connection: Connection, scope: Scope, today: dt.date) -> list[TaskRow]:
    """The tasks of the scope, by plan and place."""
    plans = {row.id: row for row in connection.execute(row_selects.plans())}
    tasks = _with_headings(scope.fetch(connection, row_selects.nodes))
    facts = _read_facts(connection, scope)
    return [_task_row(row, above, plans[row.plan_id], facts, today) for row, above in tasks]


def _with_headings(nodes: Iterable[Any]) -> list[tuple[Any, tuple[str, ...]]]:
    """Each task with the headings above it, outermost first."""
    headings: dict[int | None, tuple[str, ...]] = {}
    tasks = []
    for row in nodes:
        above = headings.get(row.parent_id, ())
        if row.kind == "task":
            tasks.append((row, above))
        else:
            headings[row.id] = (*above, row.number + row.title)
    return tasks


def _read_facts(connection: Connection, scope: Scope) -> Facts:
    parts = _grouped(scope.fetch(connection, row_selects.parts), lambda row: row)
    indexes = {part.id: part.position for listed in parts.values() for part in listed}
    return Facts(
        parts=parts,
        assignments=_grouped(
            scope.fetch(connection, row_selects.assignments), lambda row: _assignment_row(row, indexes)
        ),
        dues=_grouped(scope.fetch(connection, row_selects.deadlines), lambda row: (row.part_id, due_of(row))),
        targets=_targets(scope.fetch(connection, row_selects.targets), indexes),
        recurrences=_grouped(
            scope.fetch(connection, row_selects.recurrences),
            lambda row: (row.part_id, (_RHYTHMS[row.rhythm], str(row.phrase))),
        ),
        evidence=_grouped(scope.fetch(connection, row_selects.evidence), lambda row: str(row.name)),
        latest={
            task: told(reversed(entries))[-1]
            for task, entries in _grouped(
                scope.fetch(connection, row_selects.latest_progress), lambda row: progress_row(row, indexes)
            ).items()
        },
        gone={row.node_id: row.revised_on for row in scope.fetch(connection, row_selects.gone)},
    )


def _grouped(rows: Iterable[Any], make: Callable[[Any], T]) -> dict[int, list[T]]:
    grouped: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        grouped[row.node_id].append(make(row))
    return grouped


def span_of(row: Any) -> Span | None:
    """The place of a fact in the plan's text; None for what the officer added."""
    return None if row.span_start is None else Span(row.span_start, row.span_end)


def due_of(row: Any) -> Due:
    """A stored date as the light rules want it."""
    return Due(row.date, row.first_date, DEADLINE_KINDS[row.kind])


def _assignment_row(row: Any, indexes: Indexes) -> AssignmentRow:
    _node_id, part_id, unit_id, role, name, printed, start, end, doubt = row
    span = None if start is None else Span(start, end)
    return AssignmentRow(_ROLES[role], unit_id, name, printed, indexes.get(part_id), span, doubt)


def progress_row(row: Any, indexes: Indexes) -> ProgressRow:
    """A progress entry."""
    words = (row.problems, row.next_step, row.reporter)
    said = {"expected_on": row.expected_on, "evidence": row.evidence}
    return ProgressRow(row.id, row.day, row.text, row.percent, *words, part=indexes.get(row.part_id), **said)


def _targets(rows: Iterable[Any], indexes: Indexes) -> dict[int, list[TargetRow]]:
    found: dict[int, tuple[int, TargetRow]] = {}
    readings: dict[int, list[ReadingRow]] = defaultdict(list)
    for row in rows:
        if row.id not in found:
            number = (row.id, row.phrase, row.op, row.value, row.unit, row.by_date)
            more = {"baseline": row.baseline, "doubt": row.doubt}
            target = TargetRow(*number, part=indexes.get(row.part_id), span=span_of(row), **more)
            found[row.id] = (row.node_id, target)
        if row.reading_id is not None:
            readings[row.id].append(ReadingRow(row.reading_id, row.day, row.reading_value, row.note))
    grouped: dict[int, list[TargetRow]] = defaultdict(list)
    for node_id, target in found.values():
        read = readings.get(target.id)
        grouped[node_id].append(replace(target, readings=tuple(read)) if read else target)
    return grouped


def _task_row(row: Any, above: tuple[str, ...], plan: Any, facts: Facts, today: dt.date) -> TaskRow:
    status = _STATUSES[row.status]
    dues = facts.dues.get(row.id, [])
    stored_parts = facts.parts.get(row.id, [])
    measured = _measure(dues, stored_parts)
    own = choose_due(due for part_id, due in dues if part_id is None) if stored_parts else None
    recurring = facts.recurrences.get(row.id, [])
    words = tuple(dict.fromkeys(each for _, each in recurring))
    signal = _signal(status, row.percent, measured, stored_parts, today, plan.issued_on, next(iter(words), None))
    gone_on = facts.gone.get(row.id)
    if gone_on is not None and status is Status.DROPPED:
        signal = replace(signal, reason=f"{format_day(gone_on, today)}更新版本时删去，不再适用，不计灯")
    return TaskRow(
        id=row.id,
        plan_id=row.plan_id,
        plan_title=plan.title,
        parent=row.parent_id,
        position=row.position,
        node=row.key,
        number=row.number,
        title=row.title,
        text=row.text,
        chapter=above[0] if above else "",
        section=" / ".join(above[1:]),
        status=status,
        percent=row.percent,
        expected=_expected(plan.issued_on, measured.due, today),
        signal=signal,
        due=measured.due,
        assignments=tuple(facts.assignments.get(row.id, ())),
        parts=tuple(_part_row(part, dues, own, recurring, plan.issued_on, today) for part in stored_parts),
        targets=tuple(_named(target, row.text, stored_parts) for target in facts.targets.get(row.id, ())),
        evidence_names=tuple(facts.evidence.get(row.id, ())),
        latest=facts.latest.get(row.id),
        closed_on=row.closed_on,
        no_evidence_reason=row.no_evidence_reason,
        updated_at=row.updated_at,
        recurrences=words,
        gone_on=gone_on,
    )


def _named(target: TargetRow, text: str, parts: list[Any]) -> TargetRow:
    """The target with the clause that its phrase was cut from, of its own part or of the whole task."""
    own = next((part.text for part in parts if part.position == target.part), text)
    quote = quote_for(target.phrase, own)
    return replace(target, quote=quote) if quote else target


def _measure(dues: list[tuple[int | None, Due]], parts: list[Any]) -> Measure:
    if not parts:
        return measure([due for _, due in dues], ())
    own = [due for part_id, due in dues if part_id is None]
    by_part = [(part.position, _STATUSES[part.status], [due for id, due in dues if id == part.id]) for part in parts]
    return measure(own, by_part)


def _expected(start: dt.date | None, due: Due | None, today: dt.date) -> int | None:
    return expected_percent(start, due.date, today) if due else None


def _signal(
    status: Status,
    percent: int,
    measured: Measure,
    parts: list[Any],
    today: dt.date,
    start: dt.date | None,
    recurring: Recurring | None,
) -> Signal:
    """The light of a task; when one of its parts sets the date, of that part, which the reason names."""
    if status not in OPEN or measured.part is None:
        return judge(status, percent, measured.due, today, start, recurring)
    part = parts[measured.part - 1]
    signal = judge(_STATUSES[part.status], part.percent, measured.due, today, start)
    return replace(signal, reason=f"分段{measured.part}：{signal.reason}")


def _part_row(
    part: Any,
    dues: list[tuple[int | None, Due]],
    own: Due | None,
    recurring: list[tuple[int | None, Recurring]],
    start: dt.date | None,
    today: dt.date,
) -> PartRow:
    due = choose_due(due for part_id, due in dues if part_id == part.id) or own
    status = _STATUSES[part.status]
    words = [each for part_id, each in recurring if part_id == part.id]
    words += [each for part_id, each in recurring if part_id is None]
    return PartRow(
        id=part.id,
        index=part.position,
        text=part.text,
        span=Span(part.span_start, part.span_end),
        status=status,
        percent=part.percent,
        signal=judge(status, part.percent, due, today, start, next(iter(words), None)),
        due=due,
        expected=_expected(start, due, today),
    )
