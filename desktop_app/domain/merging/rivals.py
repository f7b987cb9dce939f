"""Two units that answer one task, or one unit in two workbooks: where they disagree someone must choose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from desktop_app.domain.handout import RowKey
from desktop_app.domain.merging.model import Cell, Outcome
from desktop_app.domain.merging.state import SCALARS, disagree


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


def _rival(cell: Cell, other: Cell) -> bool:
    """Whether two answers cannot both hold; one row's own status and percent are joined when they are written."""
    if (cell.book, cell.place) == (other.book, other.place):
        return False
    return disagree(cell.field, cell.theirs, other.field, other.theirs)


def _marked(cell: Cell, others: Sequence[Cell], group: Sequence[Cell]) -> Cell:
    """The cell in conflict with these others; who says the same in the same field stands or falls with it."""
    named = "、".join(
        f"{other.unit}填报的“{other.words(other.theirs)[:20]}”" for other in others if other.unit != cell.unit
    )
    reason = f"与{named}不一致" if named else f"{others[0].unit}在两处填报的内容不一致"
    against = {other.id for other in others} | {other.id for other in group if other.field is cell.field}
    return cell._replace(outcome=Outcome.CONFLICT, reason=reason, rivals=tuple(sorted(against - {cell.id})))
