"""The rows of a view, and those that pass the filters of the list: one light, and values chosen in the heads of columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from desktop_app.domain.task import Mark
from desktop_app.gui.models.column_filter import ColumnFilter, counted_values
from desktop_app.gui.models.columns import Column

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow


class ShownRows:
    """`shown` is what `narrow` found last: a row that is edited out of the filter stays in sight until then."""

    def __init__(self) -> None:
        self._rows: dict[int, TaskRow] = {}
        self.shown: list[TaskRow] = []
        self.filter = ColumnFilter()
        self.mark: Mark | None = None

    @property
    def all(self) -> Collection[TaskRow]:
        """Every row of the view."""
        return self._rows.values()

    @property
    def narrowed(self) -> bool:
        """Whether a filter is in force."""
        return self.mark is not None or bool(self.filter)

    def __contains__(self, task_id: int) -> bool:
        return task_id in self._rows

    def set_rows(self, rows: Iterable[TaskRow]) -> None:
        """Take the rows of another view, or the same read anew."""
        self._rows = {row.id: row for row in rows}

    def update(self, rows: Iterable[TaskRow]) -> list[TaskRow]:
        """Take new values of rows of the view; returns those that are."""
        known = [row for row in rows if row.id in self._rows]
        self._rows |= {row.id: row for row in known}
        self.shown = [self._rows[row.id] for row in self.shown]
        return known

    def narrow(self) -> None:
        """Find anew what passes."""
        self.shown = [row for row in self._lit() if self.filter.matches(row)]

    def clear(self) -> None:
        """Let everything pass from the next `narrow` on."""
        self.filter, self.mark = ColumnFilter(), None

    def counted(self, column: Column) -> list[tuple[str, int]]:
        """The values of a column to choose from, with how many rows have them."""
        return counted_values(self._lit(), column)

    def _lit(self) -> list[TaskRow]:
        return [row for row in self._rows.values() if self.mark in (None, row.signal.mark)]
