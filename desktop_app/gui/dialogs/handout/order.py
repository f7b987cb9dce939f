"""What the officer ordered in the handout dialog, and what of it is remembered for the next time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Question:
    """What decides who is asked what: `plans` None for all; `support` asks 配合单位 too; `everything` leaves nothing out."""

    plans: frozenset[int] | None = None
    owners: bool = True
    support: bool = False
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """One batch: whom to ask what, and what the workbooks say besides."""

    question: Question
    units: tuple[str, ...]
    folder: Path
    due: dt.date | None = None
    person: str = ""
    phone: str = ""
    note: str = ""
    password: str = ""

    @property
    def contact(self) -> str:
        """The line of the workbook that names whom to ask and where to send it."""
        return "　".join(filter(None, (self.person, self.phone)))
