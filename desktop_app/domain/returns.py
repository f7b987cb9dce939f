"""Who was asked, who answered, and how much was asked of whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitReturn:
    """A unit's part of a batch; `superseded` when the unit was given a newer batch since."""

    batch: int
    label: str
    unit: str
    rows: int
    handed_on: dt.date
    due_on: dt.date | None
    returned_on: dt.date | None
    superseded: bool = False


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
