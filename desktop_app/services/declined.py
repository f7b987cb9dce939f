"""Why an answer of a unit does not stand after a merge, and what one that stands makes of the rest of its row, in words
that are true of what the ledger then holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.domain.handout import Field
from desktop_app.domain.merging import AfterMerge, Cell, Choice, Chosen, Decision, MergePlan, Outcome
from desktop_app.domain.merging.after import Winner
from desktop_app.domain.merging.decide import value_of
from desktop_app.domain.merging.state import SCALARS, carries
from desktop_app.domain.merging.words import agree


def reasons(plan: MergePlan, book: int, decision: Decision) -> dict[int, str]:
    """By the id of the cell: why what stands in it was not taken; cells that are still open are left out."""
    after = AfterMerge(plan)
    found: dict[int, str] = {}
    for cell in plan.cells:
        if cell.book != book:
            continue
        if cell.outcome is Outcome.REFUSED:
            found[cell.id] = cell.reason
        elif (chosen := decision.settled.get(cell.id)) and (reason := _reason(after, cell, chosen, decision)):
            found[cell.id] = reason
    return found


def consequences(plan: MergePlan, cells: Sequence[Cell], reasons: Mapping[int, str], decision: Decision) -> list[str]:
    """A sentence for each of a unit's answers that stands and makes something else of the other half of a state."""
    found = []
    for cell in cells:
        if cell.field not in SCALARS or cell.key is None or cell.id in reasons or cell.id not in decision.settled:
            continue
        standing = plan.standing(cell.key)
        follows = carries(cell.field, cell.theirs, standing.status, standing.percent) if standing else ""
        # A row that answers both halves says itself what they are to be, and bears no such note.
        if follows and cell.note.endswith(follows):
            what = follows if cell.field is Field.PERCENT else f"状态“{cell.words(cell.theirs)}”，{follows}"
            found.append(f"{cell.name}：{what}")
    return found


def _reason(after: AfterMerge, cell: Cell, chosen: Chosen, decision: Decision) -> str:
    """Why an answer that could be read does not stand; "" when it does."""
    held = after.value(cell, decision.settled)
    if agree(held, cell.theirs) or (chosen.choice is Choice.BOTH and agree(held, value_of(cell, chosen))):
        return ""
    winner = after.winner(cell, decision.settled)
    if winner is not None and winner.chosen.choice is Choice.THEIRS:
        return _adopted(cell, winner, cell.words(held))
    if agree(held, cell.ours):
        return f"核对后保留“{cell.words(cell.ours) or '空'}”"
    return f"核对后定为“{cell.words(held) or '空'}”"


def _adopted(cell: Cell, winner: Winner, held: str) -> str:
    """Whose answer stands instead, as the unit is told."""
    rival = winner.cell
    who = rival.unit if rival.unit != cell.unit else "你单位另一处"
    if rival.field is cell.field:
        return f"采用{who}填报的“{winner.words}”"
    if (rival.book, rival.place) == (cell.book, cell.place):
        who = "你单位"
    return f"采用{who}填报的{rival.field.label}“{winner.words}”，{cell.field.label}定为“{held}”"
