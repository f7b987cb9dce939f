"""A table that goes on overleaf is one table: its head is printed again, a row may be cut in two."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.ingest.document import Block, Table, is_furniture
from desktop_app.ingest.readers.hard_breaks import join_words

_MOST_HEADS = 3
Row = tuple[str, ...]


def joined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with tables that only furniture parts made one; the furniture follows the table."""
    result: list[Block] = []
    last: int | None = None
    for block in blocks:
        if isinstance(block, Table):
            before = result[last] if last is not None else None
            if last is not None and isinstance(before, Table) and _same_width(before, block):
                result[last] = Table(_continued(before.rows, block.rows))
                continue
            last = len(result)
        elif not is_furniture(block):
            last = None
        result.append(block)
    return result


def _same_width(one: Table, other: Table) -> bool:
    return bool(one.rows and other.rows) and len(one.rows[0]) == len(other.rows[0])


def _continued(rows: tuple[Row, ...], more: tuple[Row, ...]) -> tuple[Row, ...]:
    heads = 0
    while heads < min(_MOST_HEADS, len(rows), len(more)) and _bare(rows[heads]) == _bare(more[heads]):
        heads += 1
    rest = more[heads:]
    if rest and _is_cut(rows[-1], rest[0]):
        cut = tuple(join_words(before, after) for before, after in zip(rows[-1], rest[0], strict=True))
        return (*rows[:-1], cut, *rest[1:])
    return (*rows, *rest)


def _is_cut(before: Row, after: Row) -> bool:
    """The lower half of a row: what numbers and names a row stands in its upper half alone."""
    filled = [bool(cell) for cell in after]
    return len(after) > 2 and not any(filled[:2]) and any(filled) and all(before[:2])


def _bare(row: Row) -> Row:
    return tuple("".join(cell.split()) for cell in row)
