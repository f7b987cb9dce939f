"""An officer for tests: who chooses between answers by what they say alone, whoever says them and whenever."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from desktop_app.domain.handout import Field, RowKey, Value
from desktop_app.domain.merging import Cell, Choice, Chosen, MergePlan, Outcome
from desktop_app.domain.merging.state import SCALARS, contradict
from desktop_app.domain.merging.words import agree
from desktop_app.domain.task import Status

BEHIND = (
    Status.NOT_STARTED,
    Status.SUSPENDED,
    Status.IN_PROGRESS,
    Status.AWAITING_CHECK,
    Status.CLOSED,
    Status.DROPPED,
)


def settle(plan: MergePlan) -> dict[int, Chosen]:
    """Words of both, the later day, and of states the one that is further behind."""
    said: dict[tuple[RowKey | None, Field], list[Value]] = defaultdict(list)
    for cell in plan.cells:
        if cell.field in SCALARS and cell.outcome is not Outcome.REFUSED:
            said[cell.key, cell.field] += [cell.theirs] if agree(cell.ours, cell.base) else [cell.theirs, cell.ours]
    status = {key: min(values, key=BEHIND.index) for (key, field), values in said.items() if field is Field.STATUS}
    percent = {key: min(values) for (key, field), values in said.items() if field is Field.PERCENT}
    return {cell.id: _choose(cell, status.get(cell.key), percent.get(cell.key)) for cell in plan.open}


def _choose(cell: Cell, status: Value, percent: Value) -> Chosen:
    if cell.field.is_text:
        # Words conflict only between a unit and the officer.
        return Chosen(Choice.BOTH)
    if cell.field is Field.EXPECTED:
        return Chosen(Choice.OWN, max(day for day in (cell.theirs, cell.ours) if isinstance(day, dt.date)))
    done = status is Status.AWAITING_CHECK
    if contradict(status, percent) and done is (cell.field is Field.STATUS):
        return Chosen(Choice.OURS)
    if not cell.rivals and agree(cell.ours, cell.base):
        # It is at odds with the other half of the state, which the ledger holds and no cell of this merge shows.
        behind = cell.field is Field.STATUS and not done
        return Chosen(Choice.THEIRS if behind else Choice.OURS)
    return Chosen(Choice.OWN, status if cell.field is Field.STATUS else percent)
