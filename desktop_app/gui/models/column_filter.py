"""The choices made in the heads of columns: which values of a column are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.gui.models.columns import Column, filter_values

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """The chosen values of each column that has a choice in force."""

    chosen: tuple[tuple[Column, frozenset[str]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chosen)

    @property
    def columns(self) -> frozenset[Column]:
        """The columns with a choice in force."""
        return frozenset(column for column, _ in self.chosen)

    def values(self, column: Column) -> frozenset[str] | None:
        """The chosen values of a column; None when all are shown."""
        return dict(self.chosen).get(column)

    def choosing(self, column: Column, values: Iterable[str] | None) -> ColumnFilter:
        """The same with another choice in one column; None takes the choice away."""
        kept = tuple(pair for pair in self.chosen if pair[0] is not column)
        return ColumnFilter(kept if values is None else (*kept, (column, frozenset(values))))

    def matches(self, row: TaskRow) -> bool:
        """Whether a row has a chosen value in every column with a choice."""
        return all(not values.isdisjoint(filter_values(row, column)) for column, values in self.chosen)


def counted_values(rows: Iterable[TaskRow], column: Column) -> list[tuple[str, int]]:
    """The values of a column with how many rows have them, the most frequent first."""
    counts = Counter(value for row in rows for value in filter_values(row, column))
    return sorted(counts.items(), key=lambda pair: -pair[1])
