"""Settles a planned merge: choices for the cells that need one, and what is to be written then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.errors import BadInput
from desktop_app.domain.handout import Field, RowKey, Value
from desktop_app.domain.merging.model import Cell, Choice, Chosen, MergePlan, Outcome
from desktop_app.domain.merging.state import disagree
from desktop_app.domain.merging.words import agree, keep_both
from desktop_app.domain.standing import ON_HOLD

_UNRANKED = 9


@dataclass(frozen=True, slots=True)
class Write:
    """What is to be written for one unit's answer about one row; `book` is the first workbook that says so."""

    unit: str
    key: RowKey
    book: int
    values: Mapping[Field, Value]


@dataclass(frozen=True, slots=True)
class Decision:
    """`writes` in the order of rows; `settled` holds the choice for every cell that was not refused; `undecided` are
    the cells nobody chose for: nothing may be written while there are any.
    """

    writes: tuple[Write, ...]
    settled: Mapping[int, Chosen]
    undecided: tuple[Cell, ...]


def decide(plan: MergePlan, choices: Mapping[int, Chosen] | None = None, prefer: Choice | None = None) -> Decision:
    """Apply `choices` by the id of their cell, and `prefer` (theirs or ours) where a choice is needed and none given.

    A cell that only the unit changed is taken unless a choice says otherwise. Of rivals that disagree one is taken:
    with `prefer` theirs the lead unit's.

    Raises:
        BadInput: a choice for a cell that there is not, both sides of what is not words, or two rivals at once.
    """
    given = dict(choices or {})
    known = {cell.id for cell in plan.cells}
    if unknown := given.keys() - known:
        raise BadInput(f"合并方案中没有第{min(unknown)}格，重新读取后再选择")
    settled: dict[int, Chosen] = {}
    undecided: list[Cell] = []
    for cell in plan.cells:
        if cell.outcome is Outcome.REFUSED:
            continue
        chosen = settle(plan, cell, given, prefer)
        if chosen is None:
            undecided.append(cell)
        else:
            settled[cell.id] = chosen
    _check_rivals(plan, settled)
    return Decision(_writes(plan, settled), settled, tuple(undecided))


def settle(plan: MergePlan, cell: Cell, given: Mapping[int, Chosen], prefer: Choice | None = None) -> Chosen | None:
    """The choice that holds for a cell that was not refused: the given one, or what follows for it; None when it is open."""
    return given.get(cell.id) or _default(plan, cell, given, prefer)


def value_of(cell: Cell, chosen: Chosen) -> Value:
    """What a cell holds once it is settled.

    Raises:
        BadInput: both sides of what is not words.
    """
    if chosen.choice is Choice.THEIRS:
        return cell.theirs
    if chosen.choice is Choice.OURS:
        return cell.ours
    if chosen.choice is Choice.OWN:
        return chosen.value
    if not cell.field.is_text:
        raise BadInput(f"{cell.name}的{cell.field.label}只能有一个值，不能并存")
    return keep_both(str(cell.theirs or ""), str(cell.ours or ""))


def _default(plan: MergePlan, cell: Cell, given: Mapping[int, Chosen], prefer: Choice | None) -> Chosen | None:
    """What holds for a cell without a choice of its own; None when one is needed."""
    if not cell.outcome.needs_choice:
        return Chosen(Choice.THEIRS)
    rivals = [plan.cells[rival] for rival in cell.rivals]
    if any(_stands_against(cell, rival, given.get(rival.id)) for rival in rivals):
        return Chosen(Choice.OURS)
    if prefer is not Choice.THEIRS:
        return Chosen(prefer) if prefer else None
    undecided = [rival for rival in rivals if rival.id not in given]
    first = min([cell, *undecided], key=lambda each: order(plan, each))
    return Chosen(Choice.THEIRS if agree(first.theirs, cell.theirs) else Choice.OURS)


def _adopts(chosen: Chosen) -> bool:
    return chosen.choice is not Choice.OURS


def _stands_against(cell: Cell, rival: Cell, chosen: Chosen | None) -> bool:
    """Whether what was chosen for a rival leaves no room for what this cell says."""
    if chosen is None or chosen.choice is Choice.OURS:
        return False
    return disagree(rival.field, value_of(rival, chosen), cell.field, cell.theirs)


def order(plan: MergePlan, cell: Cell) -> tuple[int, str, str, int, int]:
    """Which of several rivals comes first: the lead unit's; of one row the percent, which says more than a status,
    unless the work is on hold.
    """
    rank = plan.ranks.get((cell.unit, cell.key), _UNRANKED) if cell.key else _UNRANKED
    in_row = 1 if cell.field is not Field.STATUS else 0 if cell.theirs in ON_HOLD else 2
    return rank, cell.unit, plan.books[cell.book].name, cell.place, in_row


def _check_rivals(plan: MergePlan, settled: Mapping[int, Chosen]) -> None:
    for cell in plan.cells:
        mine = settled.get(cell.id)
        if not cell.rivals or mine is None or not _adopts(mine):
            continue
        for rival in cell.rivals:
            theirs = settled.get(rival)
            if theirs is None or not _adopts(theirs):
                continue
            other = plan.cells[rival]
            if disagree(cell.field, value_of(cell, mine), other.field, value_of(other, theirs)):
                raise _only_one(cell, other)


def _only_one(cell: Cell, other: Cell) -> BadInput:
    labels = "和".join(dict.fromkeys((cell.field.label, other.field.label)))
    if (cell.book, cell.place) == (other.book, other.place):
        return BadInput(f"{cell.name}的{labels}不符，只能采用其一")
    return BadInput(f"{cell.name}的{labels}有两处填报，只能采用一处")


def _writes(plan: MergePlan, settled: Mapping[int, Chosen]) -> tuple[Write, ...]:
    """Values to write by row and unit; a cell settled for ours writes nothing."""
    writes: dict[tuple[RowKey, str], tuple[int, dict[Field, Value]]] = {}
    for cell in plan.cells:
        chosen = settled.get(cell.id)
        if chosen is None or cell.key is None:
            continue
        value = value_of(cell, chosen)
        if agree(value, cell.ours):
            continue
        writes.setdefault((cell.key, cell.unit), (cell.book, {}))[1][cell.field] = value
    order = sorted(writes, key=lambda at: (at[0].task, at[0].part or 0, at[1]))
    return tuple(Write(unit, key, *writes[key, unit]) for key, unit in order)
