"""Who was asked, who answered, and how much was asked of whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.handout import FIELDS
from desktop_app.domain.unit_names import is_several


@dataclass(frozen=True, slots=True)
class UnitAsk:
    """What a handout would ask of a unit. `left_out` rows are done or without change; `last_rows` were asked on
    `last_on`, None when it was never asked; `month_cells` were asked in the month so far.
    """

    unit: str
    open_tasks: int
    rows: int
    left_out: int
    last_rows: int = 0
    last_on: dt.date | None = None
    month_cells: int = 0

    @property
    def is_several(self) -> bool:
        """Whether its name stands for several offices: its workbook must be passed on by hand."""
        return is_several(self.unit)

    @property
    def cells(self) -> int:
        """How many cells the unit would be asked to look at."""
        return self.rows * len(FIELDS)

    @property
    def last_cells(self) -> int:
        """How many it was asked the last time."""
        return self.last_rows * len(FIELDS)


@dataclass(frozen=True, slots=True)
class UnitReturn:
    """A unit's part of a batch; `superseded` when the unit was given a newer batch since, `settled` when all that it asks
    about was closed or dropped since. `unit` is what it is called now, `handed_as` what it was called then.
    """

    batch: int
    label: str
    unit: str
    rows: int
    handed_on: dt.date
    due_on: dt.date | None
    returned_on: dt.date | None
    superseded: bool = False
    handed_as: str = ""
    settled: bool = False

    @property
    def cells(self) -> int:
        """How many cells the unit was asked to look at."""
        return self.rows * len(FIELDS)

    @property
    def is_owed(self) -> bool:
        """Whether it is still to come."""
        return self.returned_on is None and not self.superseded and not self.settled

    def days_late(self, today: dt.date) -> int:
        """Days past the day it was to be back, on the day it came or, while it is owed, today; 0 without such a day."""
        if self.due_on is None or (self.returned_on is None and not self.is_owed):
            return 0
        return max(((self.returned_on or today) - self.due_on).days, 0)


@dataclass(frozen=True, slots=True)
class Owed:
    """A return that is still to come; `days_late` counts from the day it was to be back, 0 when there is time or no day."""

    batch: int
    label: str
    unit: str
    rows: int
    handed_on: dt.date
    due_on: dt.date | None
    today: dt.date

    @property
    def days_late(self) -> int:
        """Days since it was to be back."""
        return max((self.today - self.due_on).days, 0) if self.due_on else 0


@dataclass(frozen=True, slots=True)
class UnitMonth:
    """What a unit was asked in a month: batches, rows, and cells to look at."""

    unit: str
    year: int
    month: int
    batches: int
    rows: int
    cells: int

    def is_month_of(self, day: dt.date) -> bool:
        """Whether `day` falls into it."""
        return (self.year, self.month) == (day.year, day.month)
