"""Rows as tab-separated cells, as spreadsheets take them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop_app.gui.models.columns import Column, copied, head

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow


def as_cells(rows: Iterable[TaskRow], shown: Sequence[Column], *, with_head: bool = False) -> str:
    """The cells of `rows` in `shown` columns, one line a row; tabs and line ends inside a cell become spaces."""
    lines = ["\t".join(head(column) for column in shown)] if with_head else []
    lines += ["\t".join(_cell(copied(row, column)) for column in shown) for row in rows]
    return "\n".join(lines)


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in ("=", "+", "-", "@") else flat
