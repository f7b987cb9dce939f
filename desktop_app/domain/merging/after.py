"""What the ledger will hold once a merge is written: whoever said what of a task, its state is one and moves as one.

The review, the receipts and the command line all ask here, and the merge writes by the same rules.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.handout import Field, RowKey, Value
from desktop_app.domain.merging.decide import order, value_of
from desktop_app.domain.merging.model import Cell, Choice, Chosen, MergePlan, Outcome
from desktop_app.domain.merging.state import SCALARS, follow
from desktop_app.domain.merging.words import agree
from desktop_app.domain.standing import Standing, advance, move_to

Settled = Mapping[int, Chosen]
"""The choices that hold so far, by the id of their cell."""


class Winner(NamedTuple):
    """An answer that was adopted and leaves no room for another."""

    cell: Cell
    chosen: Chosen

    @property
    def words(self) -> str:
        """What was adopted, as screens print it."""
        return self.cell.words(value_of(self.cell, self.chosen))


def moved(standing: Standing, values: Mapping[Field, Value], on: dt.date) -> Standing:
    """Where a task or part stands after these answers."""
    status, percent = follow(values)
    if status is not None:
        standing = move_to(standing, status, on)
    return standing if percent is None else advance(standing, percent)


class AfterMerge:
    """Looks ahead for one plan; `value` and `winner` take the choices that hold so far."""

    def __init__(self, plan: MergePlan) -> None:
        self._plan = plan
        self._rows: dict[RowKey, list[Cell]] = defaultdict(list)
        for cell in plan.cells:
            if cell.key is not None and cell.outcome is not Outcome.REFUSED:
                self._rows[cell.key].append(cell)

    def row(self, key: RowKey | None) -> Sequence[Cell]:
        """The cells about a task or part, of all workbooks, but those that are refused."""
        return self._rows.get(key, ()) if key is not None else ()

    def value(self, cell: Cell, settled: Settled) -> Value:
        """What the ledger will hold in the place of a cell."""
        if cell.field in SCALARS:
            return self._state(cell, settled)
        winner = self.winner(cell, settled)
        if winner is not None:
            return value_of(winner.cell, winner.chosen)
        chosen = settled.get(cell.id)
        return cell.ours if chosen is None else value_of(cell, chosen)

    def winner(self, cell: Cell, settled: Settled) -> Winner | None:
        """The answer that was adopted in place of this one, in the same field if there is such; of several
        that say so, that of the unit that comes first.
        """
        mine = settled.get(cell.id)
        if mine is None or mine.choice is not Choice.OURS:
            return None
        plan = self._plan
        rivals = sorted(
            (plan.cells[rival] for rival in cell.rivals),
            key=lambda each: (each.field is not cell.field, *order(plan, each)),
        )
        for rival in rivals:
            chosen = settled.get(rival.id)
            if chosen is not None and chosen.choice is not Choice.OURS:
                return Winner(rival, chosen)
        return None

    def _state(self, cell: Cell, settled: Settled) -> Value:
        standing = self._plan.standing(cell.key) if cell.key is not None else None
        if standing is None:
            return cell.ours
        said: dict[str, dict[Field, Value]] = defaultdict(dict)
        for each in self.row(cell.key):
            chosen = settled.get(each.id)
            if each.field in SCALARS and chosen is not None:
                value = value_of(each, chosen)
                if not agree(value, each.ours):
                    said[each.unit][each.field] = value
        for _, values in sorted(said.items()):
            standing = moved(standing, values, self._plan.day)
        return standing.status if cell.field is Field.STATUS else standing.percent


def told(after: AfterMerge, cell: Cell, settled: Settled) -> str:
    """Why a settled cell will hold something else than what was chosen for it, or who said what it will hold; "" when
    the choice says it all.
    """
    chosen = settled.get(cell.id)
    held = after.value(cell, settled)
    winner = after.winner(cell, settled)
    if winner is None:
        own = cell.ours if chosen is None else value_of(cell, chosen)
        return "" if agree(held, own) else f"随{_other_half(cell).label}定为“{cell.words(held)}”"
    if winner.chosen.choice is Choice.OWN:
        return f"核对后定为“{cell.words(held)}”"
    unit = winner.cell.unit if winner.cell.unit != cell.unit else "该单位另一处"
    if winner.cell.field is cell.field:
        return f"采用{unit}填报的“{winner.words}”"
    if (winner.cell.book, winner.cell.place) == (cell.book, cell.place):
        unit = "该单位"
    return f"采用{unit}填报的{winner.cell.field.label}“{winner.words}”，此栏定为“{cell.words(held)}”"


def _other_half(cell: Cell) -> Field:
    return Field.PERCENT if cell.field is Field.STATUS else Field.STATUS
