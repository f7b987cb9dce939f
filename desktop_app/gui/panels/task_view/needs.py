"""How wide the texts of a list really are: the widest few of each column, found by counting, measured in the face."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.gui.models.columns import title_of
from desktop_app.gui.models.item_texts import part_owners
from desktop_app.gui.models.units import UnitNames
from desktop_app.gui.words import say_day

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow

_MEASURED = 12
"""How many texts of a column are measured: those that count as the widest."""


@dataclass(frozen=True, slots=True)
class Needs:
    """The widths in logical px that cells need to show every text uncut; 0 where nothing is known."""

    title: int = 0
    lead: int = 0
    due: int = 0


@dataclass(frozen=True, slots=True)
class WidestTexts:
    """The texts of a list that count as the widest in their columns."""

    titles: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    dues: tuple[str, ...] = ()

    @classmethod
    def of(cls, rows: Sequence[TaskRow], today: dt.date, units: UnitNames) -> WidestTexts:
        """Look through the rows and the parts of tasks; thousands take a few milliseconds."""
        owners = {row.owners for row in rows}
        owners |= {part_owners(row, part.index) for row in rows for part in row.parts}
        dues = {row.due for row in rows} | {part.due for row in rows for part in row.parts}
        return cls(
            _widest(title_of(row) for row in rows),
            _widest(units.join(names) for names in owners),
            _widest(say_day(due.date, today) for due in dues if due is not None),
        )

    def measured(self, title: Callable[[str], int], note: Callable[[str], int], padding: int) -> Needs:
        """The widths, measured in the face of titles and in that of notes."""
        return Needs(
            _room(self.titles, title, padding), _room(self.leads, note, padding), _room(self.dues, note, padding)
        )


def _widest(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(heapq.nlargest(_MEASURED, set(texts), key=_counted))


def _counted(words: str) -> int:
    """In half-width characters: Chinese letters and marks count two."""
    return len(words.encode("gb18030", "replace"))


def _room(texts: Sequence[str], measure: Callable[[str], int], padding: int) -> int:
    return max((measure(words) + padding for words in texts if words), default=0)
