"""Two units that answer one task, one unit in two workbooks or in two cells: where they disagree someone must choose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop_app.domain.handout import PLACES, Field, RowKey, Values
from desktop_app.domain.merging.compare import BOTH_CHANGED
from desktop_app.domain.merging.model import Cell, Outcome
from desktop_app.domain.merging.state import SCALARS, carries, contradict, disagree

_LONGEST = 20
"""Letters of an answer that a reason repeats."""


def set_rivals(cells: list[Cell]) -> bool:
    """Put answers that cannot hold together in conflict with one another; whether there were any."""
    groups: dict[tuple[RowKey, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.outcome is not Outcome.REFUSED and cell.key is not None:
            # Words of two units stand side by side: only the state of a task is one for all.
            about = "" if cell.field in SCALARS else f"{cell.field}|{cell.unit}"
            groups[cell.key, about].append(cell)
    found = False
    for group in groups.values():
        for cell in group if len(group) > 1 else ():
            others = [other for other in group if _rival(cell, other)]
            if others:
                found = True
                cells[cell.id] = _marked(cell, others, group)
    return found


def say_what_follows(cells: list[Cell], first: int, values: Values, typed: str | None) -> None:
    """Where a row answers one half of a state, note what that makes of the other; the row's cells begin at `first`.

    `typed` is what stands in the status cell where the unit wrote in it: a percent that moves the status against what
    was written is in doubt.
    """
    said = [cell for cell in cells[first:] if cell.field in SCALARS and cell.outcome is not Outcome.REFUSED]
    if len(said) != 1:
        return
    (cell,) = said
    follows = carries(cell.field, cell.theirs, values[PLACES[Field.STATUS]], values[PLACES[Field.PERCENT]])
    if not follows:
        return
    note = f"{cell.note}；{follows}" if cell.note else follows
    cell = cells[cell.id] = cell._replace(note=note)
    if typed is not None and cell.field is Field.PERCENT and cell.outcome is Outcome.TAKEN:
        reason = f"状态填“{typed.strip()[:_LONGEST]}”，进度填{cell.theirs}%，两者不符"
        cells[cell.id] = cell._replace(outcome=Outcome.DOUBTFUL, reason=reason)


def set_at_odds(cells: list[Cell], first: int) -> None:
    """Put a row's own status and percent in doubt where they cannot both hold; the row's cells begin at `first`."""
    said = [cell for cell in cells[first:] if cell.field in SCALARS and cell.outcome is not Outcome.REFUSED]
    if len(said) < len(SCALARS) or not contradict(said[0].theirs, said[1].theirs):
        return
    status, percent = said
    reason = f"状态填“{status.raw.strip()[:_LONGEST]}”，进度填{percent.theirs}%，两者不符"
    for cell, other in ((status, percent), (percent, status)):
        why = reason if cell.reason in ("", BOTH_CHANGED) else f"{cell.reason}；{reason}"
        outcome = Outcome.DOUBTFUL if cell.outcome is Outcome.TAKEN else cell.outcome
        cells[cell.id] = cell._replace(outcome=outcome, reason=why, rivals=(other.id,))


def _rival(cell: Cell, other: Cell) -> bool:
    """Whether answers of two rows cannot both hold; those of one row were looked at when it was read."""
    if (cell.book, cell.place) == (other.book, other.place):
        return False
    return disagree(cell.field, cell.theirs, other.field, other.theirs)


def _marked(cell: Cell, others: Sequence[Cell], group: Sequence[Cell]) -> Cell:
    """The cell in conflict with these others; who says the same in the same field stands or falls with it."""
    named = "、".join(_named(cell, others))
    reason = f"与{named}不一致" if named else f"{others[0].unit}在两处填报的内容不一致"
    if cell.rivals:
        reason = f"{reason}；{cell.reason}"
    against = {other.id for other in others} | {other.id for other in group if other.field is cell.field}
    rivals = tuple(sorted((against | set(cell.rivals)) - {cell.id}))
    return cell._replace(outcome=Outcome.CONFLICT, reason=reason, rivals=rivals)


def _named(cell: Cell, others: Sequence[Cell]) -> Iterator[str]:
    """What each other unit says against it: in the same field, else in the other one."""
    by_unit: dict[str, list[Cell]] = defaultdict(list)
    for other in others:
        if other.unit != cell.unit:
            by_unit[other.unit].append(other)
    for unit, said in by_unit.items():
        nearest = [other for other in said if other.field is cell.field] or said
        words = dict.fromkeys(other.words(other.theirs)[:_LONGEST] for other in nearest)
        yield f"{unit}填报的{''.join(f'“{each}”' for each in words)}"
