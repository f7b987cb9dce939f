"""Why an answer of a unit does not stand after a merge, in words that are true of what the ledger then holds."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.domain.handout import PLACES, Field, RowKey, Value
from desktop_app.domain.merging import Cell, Choice, Chosen, Decision, MergePlan, Outcome
from desktop_app.domain.merging.decide import value_of
from desktop_app.domain.merging.words import agree
from desktop_app.domain.standing import DONE, Standing, advance, move_to
from desktop_app.domain.task import Status

_STATE = (Field.STATUS, Field.PERCENT)
State = Mapping[Field, Value]


def reasons(plan: MergePlan, book: int, decision: Decision, today: dt.date) -> dict[int, str]:
    """By the id of the cell: why what stands in it was not taken; cells that are still open are left out."""
    cells = [cell for cell in plan.cells if cell.book == book]
    states = _states(plan, {cell.key for cell in cells if cell.field in _STATE and cell.key}, decision, today)
    found: dict[int, str] = {}
    for cell in cells:
        if cell.outcome is Outcome.REFUSED:
            found[cell.id] = cell.reason
        elif chosen := decision.settled.get(cell.id):
            state = states.get(cell.key, {}) if cell.key else {}
            if reason := _reason(plan, cell, chosen, decision, state):
                found[cell.id] = reason
    return found


def _reason(plan: MergePlan, cell: Cell, chosen: Chosen, decision: Decision, state: State) -> str:
    """Why an answer that could be read does not stand; "" when it does."""
    winner = next(_adopted(plan, cell, decision), None) if chosen.choice is Choice.OURS else None
    own = value_of(*winner) if winner and winner[0].field is cell.field else value_of(cell, chosen)
    held = state.get(cell.field, own)
    if agree(held, cell.theirs) or (chosen.choice is Choice.BOTH and agree(held, own)):
        return ""
    if winner and winner[1].choice is Choice.THEIRS:
        rival = winner[0]
        if rival.field is not cell.field:
            return f"采用{_who(cell, rival)}填报的{rival.field.label}“{rival.words(rival.theirs)}”"
        if agree(held, rival.theirs):
            return f"采用{_who(cell, rival)}填报的“{rival.words(rival.theirs)}”"
    if agree(held, cell.ours):
        return f"核对后保留“{cell.words(cell.ours) or '空'}”"
    return f"核对后定为“{cell.words(held) or '空'}”"


def _adopted(plan: MergePlan, cell: Cell, decision: Decision) -> Iterator[tuple[Cell, Chosen]]:
    """The answers that stand in the way of this one, those to the same question first."""
    rivals = sorted((plan.cells[rival] for rival in cell.rivals), key=lambda each: each.field is not cell.field)
    for rival in rivals:
        chosen = decision.settled.get(rival.id)
        if chosen is not None and chosen.choice is not Choice.OURS:
            yield rival, chosen


def _who(cell: Cell, rival: Cell) -> str:
    return rival.unit if rival.unit != cell.unit else "你单位另一处"


def _states(plan: MergePlan, keys: set[RowKey], decision: Decision, today: dt.date) -> dict[RowKey, State]:
    """Status and percent of each row as the merge leaves them: the one moves with the other, whoever said it."""
    by_row: dict[RowKey, list[Cell]] = defaultdict(list)
    for cell in plan.cells:
        if cell.key in keys and cell.field in _STATE:
            by_row[cell.key].append(cell)
    before: dict[RowKey, dict[Field, Value]] = {
        row.key: {field: row.ours[PLACES[field]] for field in _STATE} for row in plan.same if row.key in keys
    }
    for key, cells in by_row.items():
        before.setdefault(key, {}).update({cell.field: cell.ours for cell in cells})
    return {key: state for key in keys if (state := _state(before[key], by_row[key], decision, today))}


def _state(before: State, cells: Sequence[Cell], decision: Decision, today: dt.date) -> State:
    """Empty when the workbook does not tell how the row stood, or what would come back with a task that was done."""
    status, percent = before.get(Field.STATUS), before.get(Field.PERCENT)
    if not isinstance(status, Status) or not isinstance(percent, int):
        return {}
    if status in DONE:
        return {}
    standing = Standing(status, percent)
    said: dict[str, dict[Field, Value]] = defaultdict(dict)
    for cell in cells:
        chosen = decision.settled.get(cell.id)
        if chosen is not None and not agree(value := value_of(cell, chosen), cell.ours):
            said[cell.unit][cell.field] = value
    for _, values in sorted(said.items()):
        status, percent = values.get(Field.STATUS), values.get(Field.PERCENT)
        if isinstance(status, Status):
            standing = move_to(standing, status, today)
        if isinstance(percent, int) and status is not Status.AWAITING_CHECK:
            standing = advance(standing, percent)
    return {Field.STATUS: standing.status, Field.PERCENT: standing.percent}
