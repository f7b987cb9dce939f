"""Why an answer of a unit does not stand after a merge, in words that are true of what the ledger then holds."""

from __future__ import annotations

from desktop_app.domain.merging import AfterMerge, Cell, Choice, Chosen, Decision, MergePlan, Outcome
from desktop_app.domain.merging.after import Winner
from desktop_app.domain.merging.decide import value_of
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
