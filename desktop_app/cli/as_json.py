"""The JSON form of what the command line shows. Names are those of design and database."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from enum import Enum
from typing import Any

from desktop_app.domain.changes import Changes
from desktop_app.domain.ledger import (
    AssignmentRow,
    DeadlineRow,
    EvidenceRow,
    HistoryRow,
    PartRow,
    PlanRow,
    RuleRow,
    TargetRow,
    TaskDetail,
    TaskRow,
    UnitRow,
)

Json = dict[str, Any]


def changes(made: Changes) -> Json:
    """What a command changed."""
    return {
        "label": made.label,
        "tasks": sorted(made.tasks),
        "plans": sorted(made.plans),
        "warnings": list(made.warnings),
    }


def plan(row: PlanRow) -> Json:
    """A stored plan."""
    return _plain(row)


def rule(row: RuleRow) -> Json:
    """A clause of a plan, with the tasks it would add to."""
    return _plain(row)


def unit(row: UnitRow) -> Json:
    """A unit with its other names."""
    return _plain(row)


def task(row: TaskRow) -> Json:
    """A task as `tasks` lists it."""
    return {
        "id": row.id,
        "plan": row.plan_id,
        "node": row.node,
        "number": row.number,
        "path": row.path,
        "title": row.title,
        "text": row.text,
        "status": row.status.value,
        "percent": row.percent,
        "light": row.light.value,
        "light_reason": row.signal.reason,
        "due_on": _value(row.due.date) if row.due else None,
        "assignments": [_assignment(each) for each in row.assignments],
        "targets": [_target(each) for each in row.targets],
        "evidence": row.evidence,
        "updated_at": _value(row.updated_at),
        "recurrences": [{"rhythm": rhythm.value, "phrase": phrase} for rhythm, phrase in row.recurrences],
    }


def detail(whole: TaskDetail) -> Json:
    """A task as `show` tells it: the row of `tasks`, then everything else on record."""
    row = whole.row
    return task(row) | {
        "wording": whole.wording,
        "expected": row.expected,
        "closed_on": _value(row.closed_on),
        "gone_on": _value(row.gone_on),
        "no_evidence_reason": row.no_evidence_reason,
        "parts": [_part(each) for each in row.parts],
        "deadlines": [_deadline(each) for each in whole.deadlines],
        "progress": [_plain(each) for each in whole.progress],
        "evidence_files": [_evidence(each) for each in whole.evidence],
        "history": [entry(each) for each in whole.history],
    }


def entry(row: HistoryRow) -> Json:
    """One line of the history."""
    return _plain(row)


def _assignment(row: AssignmentRow) -> Json:
    return {"role": row.role.value, "unit": row.name, "printed": row.printed, "part": row.part, "doubt": row.doubt}


def _target(row: TargetRow) -> Json:
    return {
        "id": row.id,
        "phrase": row.phrase,
        "name": row.name,
        "op": row.op,
        "value": row.value,
        "unit": row.unit,
        "baseline": row.baseline,
        "by": _value(row.by),
        "doubt": row.doubt,
        "reached": row.reached,
        "part": row.part,
        "readings": [_plain(each) for each in row.readings],
    }


def _part(row: PartRow) -> Json:
    return {
        "id": row.id,
        "index": row.index,
        "text": row.text,
        "status": row.status.value,
        "percent": row.percent,
        "light": row.signal.light.value,
        "light_reason": row.signal.reason,
        "due_on": _value(row.due.date) if row.due else None,
    }


def _deadline(row: DeadlineRow) -> Json:
    return {
        "date": _value(row.date),
        "first_date": _value(row.first_date),
        "kind": row.kind.value,
        "phrase": row.phrase,
        "basis": row.basis,
        "doubt": row.doubt,
        "part": row.part,
    }


def _evidence(row: EvidenceRow) -> Json:
    return _plain(row)


def _plain(row: Any) -> Json:
    """A row of plain values, field by field."""
    return {field.name: _value(getattr(row, field.name)) for field in fields(row)}


def _value(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return value
