"""What a merge is about: the ledger's side, the cells with their three values, and what became of each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.handout import PLACES, Answer, Field, Raw, RowKey, Value, Values, in_words
from desktop_app.domain.plan import Role
from desktop_app.domain.standing import Standing

ReadAnswer = Callable[[Field, Raw, dt.date], Answer]
"""Understands a cell; the day is the one around which days without a year are meant."""

StandingOf = Callable[[RowKey], Standing | None]
"""Where a task or part stands in the ledger; None when that is not known."""


def _stands_nowhere(key: RowKey) -> Standing | None:
    return None


class Outcome(StrEnum):
    """What becomes of a cell that was read."""

    TAKEN = "taken"
    """Only the unit changed it."""
    SAME = "same"
    """The unit left it as it was, or says what the ledger says."""
    CONFLICT = "conflict"
    """Both changed it, or two answers disagree: someone must choose."""
    DOUBTFUL = "doubtful"
    """It would be taken, but whose cell it is had to be guessed, or the same row says otherwise: someone must confirm."""
    REFUSED = "refused"
    """It cannot be used; the reason says why."""

    @property
    def label(self) -> str:
        """The outcome as screens print it."""
        return _OUTCOMES[self]

    @property
    def needs_choice(self) -> bool:
        """Whether nothing may be written before someone chose."""
        return self in (Outcome.CONFLICT, Outcome.DOUBTFUL)


_OUTCOMES = {
    Outcome.TAKEN: "采用",
    Outcome.SAME: "相同",
    Outcome.CONFLICT: "冲突",
    Outcome.DOUBTFUL: "存疑",
    Outcome.REFUSED: "未采",
}


class Choice(StrEnum):
    """How a cell is settled."""

    THEIRS = "theirs"
    OURS = "ours"
    BOTH = "both"
    """Words of both sides; only for cells of words."""
    OWN = "own"
    """Something else, typed by the officer."""

    @property
    def label(self) -> str:
        """The choice as buttons print it."""
        return {"theirs": "单位", "ours": "本地", "both": "并存", "own": "另填"}[self.value]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice for one cell; `value` is what the officer typed for `OWN`."""

    choice: Choice
    value: Value = None


class Asked(NamedTuple):
    """A row of a batch as it was handed out to a unit."""

    key: RowKey
    role: Role
    base: Values


class Label(NamedTuple):
    """How a row is recognised and named: number, title and wording as the ledger has them now."""

    number: str
    title: str
    wording: str

    @property
    def name(self) -> str:
        """Number and title, or the start of the wording."""
        return f"{self.number}{self.title or self.wording[:20]}"


@dataclass(frozen=True, slots=True)
class KnownBatch:
    """A batch that was handed out: `asked` holds the rows by unit. Later batches have a higher `id`."""

    id: int
    code: str
    label: str
    handed_on: dt.date
    due_on: dt.date | None
    asked: Mapping[str, Mapping[RowKey, Asked]]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Our side. `ours` gives the present values of a row as the unit knows it; None when the row is gone.

    `said` holds what a unit answered before for a batch, which is then what its next answer is compared with.
    `merged` has a sentence for every workbook that was merged before, by its digest. `names` gives what a unit is called
    now, by a name under which it was handed something before it was merged into another; `batches` and `said` go by
    the name of that time. `standing` is where a task or part stands, None when it is gone.
    """

    workspace: str
    today: dt.date
    batches: Mapping[str, KnownBatch]
    newest: Mapping[str, str]
    labels: Mapping[RowKey, Label]
    ours: Callable[[str, RowKey], Values | None]
    said: Mapping[tuple[int, str, RowKey], Mapping[Field, Value]] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    standing: StandingOf = _stands_nowhere


class Cell(NamedTuple):
    """One cell with its three values. `id` names it in choices; `book` is the index of its workbook and `place` the
    row in it. `reason` says why it is refused, in conflict or in doubt, `note` how the words were understood.
    `rivals` are cells that answer the same and disagree.
    """

    id: int
    book: int
    unit: str
    key: RowKey | None
    name: str
    place: int
    field: Field
    base: Value
    theirs: Value
    ours: Value
    outcome: Outcome
    raw: str = ""
    reason: str = ""
    note: str = ""
    rivals: tuple[int, ...] = ()

    def words(self, value: Value) -> str:
        """One of the values as screens print it."""
        return in_words(self.field, value)


class SameRow(NamedTuple):
    """The cells of a row that are the same on both sides, kept together: most cells of most merges."""

    book: int
    unit: str
    key: RowKey
    place: int
    base: Values
    ours: Values
    fields: tuple[Field, ...]


class UnknownRow(NamedTuple):
    """A row that belongs to no task of the handout; `words` is what stands in it."""

    place: int
    words: str
    cells: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Cells: `read` is the sum of the others."""

    read: int = 0
    taken: int = 0
    same: int = 0
    conflict: int = 0
    doubtful: int = 0
    refused: int = 0

    @property
    def needs_choice(self) -> int:
        """Cells that someone must settle."""
        return self.conflict + self.doubtful

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.read + other.read,
            self.taken + other.taken,
            self.same + other.same,
            self.conflict + other.conflict,
            self.doubtful + other.doubtful,
            self.refused + other.refused,
        )


@dataclass(frozen=True, slots=True)
class BookReport:
    """A workbook of the merge. `refusal` says why nothing of it was read; `remarks` are things to know about it.
    `again` is set when it was merged before. `handed_as` is what the unit was called when it was handed out.

    `missing` names rows that were handed out and are not in it; `unknown` lists rows that nobody handed out, whose
    cells are among the refused ones. `older` is set when the unit was given a newer batch since.
    """

    name: str
    digest: str
    unit: str = ""
    batch: int | None = None
    batch_label: str = ""
    handed_on: dt.date | None = None
    rows: int = 0
    refusal: str = ""
    again: bool = False
    older: bool = False
    remarks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[UnknownRow, ...] = ()
    counts: Counts = Counts()
    handed_as: str = ""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do. `cells` are all cells but those that are the same; `ranks` say who answers first for a
    row (牵头 before 责任 before 配合), where some cells have rivals. `standing` and `day` are those of the ledger when it
    was planned.
    """

    books: tuple[BookReport, ...]
    cells: tuple[Cell, ...]
    same: tuple[SameRow, ...]
    labels: Mapping[RowKey, Label]
    ranks: Mapping[tuple[str, RowKey], int] = field(default_factory=dict)
    standing: StandingOf = field(default=_stands_nowhere, compare=False)
    day: dt.date = dt.date.min

    @property
    def counts(self) -> Counts:
        """The counts of all workbooks."""
        return sum((book.counts for book in self.books), Counts())

    @property
    def open(self) -> tuple[Cell, ...]:
        """The cells that someone must settle."""
        return tuple(cell for cell in self.cells if cell.outcome.needs_choice)

    def same_cells(self, book: int) -> tuple[Cell, ...]:
        """The cells of a workbook that are the same on both sides, as cells; their `id` is -1."""
        return tuple(
            Cell(
                -1,
                row.book,
                row.unit,
                row.key,
                self.labels[row.key].name,
                row.place,
                each,
                row.base[PLACES[each]],
                row.base[PLACES[each]],
                row.ours[PLACES[each]],
                Outcome.SAME,
            )
            for row in self.same
            if row.book == book
            for each in row.fields
        )


def count(cells: Sequence[Cell], same: int) -> Counts:
    """Count the cells of one workbook, of which `same` more are the same."""
    found = Counter([cell.outcome for cell in cells])
    return Counts(
        len(cells) + same,
        found[Outcome.TAKEN],
        same,
        found[Outcome.CONFLICT],
        found[Outcome.DOUBTFUL],
        found[Outcome.REFUSED],
    )
