"""What goes into one table of a form: the values by row and column, and the words of its blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.superior_form import Blank, TableMapping
from desktop_app.exports.superior_form.values import Value


@dataclass(frozen=True, slots=True)
class TableFilling:
    """`rows` have a value for each column of the mapping; blanks with nothing to say are not listed.

    `lead` counts the lines of a document that stand before the table and are no rows of it.
    """

    mapping: TableMapping
    rows: Sequence[Sequence[Value]]
    blanks: Sequence[tuple[Blank, str]] = ()
    lead: int = 0
