"""What goes into one table of a form: the values by row and column, and the words of its blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.superior_form import Blank, TableMapping
from desktop_app.exports.superior_form.values import Value


@dataclass(frozen=True, slots=True)
class TableFilling:
    """`rows` have a value for each column of the mapping, None where the form says something already.

    Blanks with nothing to say are not listed. `places` are the grid rows of a form that prints its tasks; without
    them the rows begin at the first of the mapping and make room for themselves.

    `lead` counts the lines of a document that stand before the table and are no rows of it. `sheet` is the place of the
    sheet or table in the file, `top` the row of the sheet where this table begins: several may stand in one.
    """

    mapping: TableMapping
    rows: Sequence[Sequence[Value | None]]
    blanks: Sequence[tuple[Blank, str]] = ()
    lead: int = 0
    places: Sequence[int] | None = None
    sheet: int = 0
    top: int = 0

    @property
    def numbers(self) -> Sequence[int]:
        """The grid row of each row, once there is room."""
        if self.places is not None:
            return self.places
        return range(self.mapping.first, self.mapping.first + len(self.rows))

    @property
    def grows(self) -> int:
        """How many rows are put in."""
        return 0 if self.places is not None else max(len(self.rows) - self.mapping.rows, 0)
