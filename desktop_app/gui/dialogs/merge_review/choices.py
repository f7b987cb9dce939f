"""The choices of a review under way: made one by one or for a whole workbook, taken back and made again; no screen in sight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from desktop_app.domain.handout import Field, Value
from desktop_app.domain.merging import AfterMerge, Cell, Choice, Chosen, Decision, MergePlan, Outcome, settle
from desktop_app.domain.merging.after import Settled, told
from desktop_app.domain.merging.decide import order, value_of
from desktop_app.domain.merging.state import disagree
from desktop_app.domain.merging.words import agree

Given = dict[int, Chosen]
Key = tuple[str, int, Field]
"""What a cell is known by in another reading of the same workbook: its digest, the row, the column."""


class Choices:
    """What the officer chose, and what follows from it. `changed` is called after every step."""

    def __init__(self, plan: MergePlan, given: Mapping[int, Chosen] | None = None) -> None:
        self.plan = plan
        self.changed: Callable[[], None] = lambda: None
        self._given: Given = dict(given or {})
        self._after = AfterMerge(plan)
        self._past: list[Given] = []
        self._future: list[Given] = []
        self._asking: dict[int, list[Cell]] = defaultdict(list)
        for cell in plan.open:
            self._asking[cell.book].append(cell)
        self._open = {cell.id for cell in plan.open if settle(plan, cell, self._given) is None}

    @property
    def given(self) -> Mapping[int, Chosen]:
        """What was chosen, by the id of the cell."""
        return self._given

    @property
    def undecided(self) -> list[Cell]:
        """The cells that are still open, in the order of the plan."""
        return [self.plan.cells[number] for number in sorted(self._open)]

    def decision_of(self, book: int) -> Decision:
        """How the cells of one workbook are settled, and those of others about its rows, whose answer may be taken
        instead; what is to be written is left for the merge to say.
        """
        rows = {cell.key for cell in self.plan.cells if cell.book == book}
        settled = {
            cell.id: found
            for cell in self.plan.cells
            if cell.key in rows
            and cell.outcome is not Outcome.REFUSED
            and (found := settle(self.plan, cell, self._given)) is not None
        }
        return Decision((), settled, ())

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._future)

    def of(self, cell: Cell) -> Chosen | None:
        """How a cell is settled: by a choice, or because what it competes with was chosen; None while it is open."""
        if cell.outcome.needs_choice or cell.id in self._given:
            return settle(self.plan, cell, self._given)
        return None

    def held(self, cell: Cell) -> Value:
        """What the ledger will hold in the place of a cell by the choices so far, whoever's answer it is."""
        return self._after.value(cell, self._settled_about(cell))

    def told(self, cell: Cell) -> str:
        """Whose answer will stand in the place of a settled cell, or what it follows; "" when its choice says it all."""
        if cell.outcome.needs_choice and self.of(cell) is None:
            return ""
        return told(self._after, cell, self._settled_about(cell))

    def asking(self, book: int) -> Sequence[Cell]:
        """The cells of a workbook that need a choice."""
        return self._asking[book]

    def open_in(self, book: int) -> int:
        """How many cells of a workbook nobody has settled."""
        return sum(cell.id in self._open for cell in self._asking[book])

    def choose(self, cell: Cell, chosen: Chosen | None) -> None:
        """Settle a cell; None opens it again, or leaves it to its own outcome."""
        given = dict(self._given)
        self._settle(given, cell, chosen)
        self._step(given)

    def choose_all(self, cells: Iterable[Cell], choice: Choice) -> None:
        """Settle many cells as one step; of those that compete with one another the first is adopted."""
        given = dict(self._given)
        adopted: list[Cell] = []
        for cell in sorted(cells, key=lambda each: order(self.plan, each)):
            loses = choice is not Choice.OURS and any(
                first.id in cell.rivals and not agree(first.theirs, cell.theirs) for first in adopted
            )
            self._settle(given, cell, Chosen(Choice.OURS if loses else choice))
            if cell.rivals and not loses:
                adopted.append(cell)
        self._step(given)

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._future.append(self._given)
            self._take(self._past.pop())

    def redo(self) -> None:
        """Make the step again that was taken back."""
        if self._future:
            self._past.append(self._given)
            self._take(self._future.pop())

    def by_key(self) -> dict[Key, Chosen]:
        """The choices in a form that outlives this reading of the workbooks."""
        cells = self.plan.cells
        return {_key(self.plan, cells[number]): chosen for number, chosen in self._given.items()}

    def _settled_about(self, cell: Cell) -> Settled:
        found = {each.id: settle(self.plan, each, self._given) for each in self._after.row(cell.key)}
        return {number: chosen for number, chosen in found.items() if chosen is not None}

    def _settle(self, given: Given, cell: Cell, chosen: Chosen | None) -> None:
        if chosen is None:
            given.pop(cell.id, None)
            return
        given[cell.id] = chosen
        if chosen.choice is Choice.OURS:
            return
        # Of two answers that differ only one can hold: the one that was chosen last.
        value = value_of(cell, chosen)
        for rival in cell.rivals:
            other = given.get(rival)
            if other is None or other.choice is Choice.OURS:
                continue
            against = self.plan.cells[rival]
            if disagree(cell.field, value, against.field, value_of(against, other)):
                given[rival] = Chosen(Choice.OURS)

    def _step(self, given: Given) -> None:
        if given != self._given:
            self._past.append(self._given)
            self._future.clear()
            self._take(given)

    def _take(self, given: Given) -> None:
        """Only cells whose choice changed, and those that compete with them, can have been settled or opened by it."""
        cells = self.plan.cells
        touched = {
            number for number in self._given.keys() | given.keys() if self._given.get(number) != given.get(number)
        }
        touched.update([rival for number in touched for rival in cells[number].rivals])
        self._given = given
        for number in touched:
            if cells[number].outcome.needs_choice:
                (self._open.discard if settle(self.plan, cells[number], given) else self._open.add)(number)
        self.changed()


def carried(plan: MergePlan, chosen: Mapping[Key, Chosen]) -> Given:
    """The choices of an earlier reading that still fit: the cell still needs one, or was overruled."""
    return {cell.id: found for cell in plan.cells if (found := chosen.get(_key(plan, cell))) is not None}


def _key(plan: MergePlan, cell: Cell) -> Key:
    return plan.books[cell.book].digest, cell.place, cell.field
