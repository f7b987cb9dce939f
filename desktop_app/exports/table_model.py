"""What a ruled table says, apart from how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.domain.task import Mark


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: `share` of the table's width; a `light` column draws the row's shape before its words."""

    head: str
    share: float
    centred: bool = True
    light: bool = False


class RowKind(Enum):
    """How a row is set."""

    PLAIN = auto()
    GROUP = auto()
    """One cell over all columns, in 黑体: the heading of the rows below."""
    TOTAL = auto()
    """In 黑体."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """The texts of a row, one a column (one in all for a group row), and the mark that its light shows."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.PLAIN
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the body of a report."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    caption: str = ""
    """What a chart that Word gets as a table is called."""
