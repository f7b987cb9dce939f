"""The one road by which rows are written: every write is noted with its old and new values, so that it can be undone."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection

from desktop_app.storage.models import RECORDED

Raw = str | int | float | None
"""A value as SQLite and the history keep it."""

Op = Literal["insert", "update", "delete"]
COMPRESS_FROM_BYTES = 64 * 1024

_PLAIN = frozenset({str, int, float, type(None)})
_INVERSE: dict[Op, Op] = {"insert": "delete", "update": "update", "delete": "insert"}


class RowUpdate(NamedTuple):
    """New values of a row, with the old ones read in the same transaction; both have the same columns."""

    id: int
    old: Mapping[str, object]
    new: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RowChanges:
    """Rows of one table written in one way: `old` and `new` hold the values of `columns`, row by row, for `ids`.

    `columns` never holds the id. An insert has no `old`, a delete no `new`.
    """

    op: Op
    table: str
    columns: tuple[str, ...]
    ids: tuple[int, ...]
    old: tuple[tuple[Raw, ...], ...] = ()
    new: tuple[tuple[Raw, ...], ...] = ()

    def inverse(self) -> RowChanges:
        """What takes these changes back; children before parents, so rows are in reverse."""
        return RowChanges(_INVERSE[self.op], self.table, self.columns, self.ids[::-1], self.new[::-1], self.old[::-1])

    def as_list(self) -> list[object]:
        """The form kept in the history."""
        return [self.op, self.table, self.columns, self.ids, self.old, self.new]


def pack(changes: Iterable[RowChanges]) -> bytes:
    """The form kept in the history: JSON in UTF-8, compressed when it is as long as that of an imported plan."""
    text = json.dumps([change.as_list() for change in changes], ensure_ascii=False, separators=(",", ":"))
    packed = text.encode("utf-8", "surrogatepass")
    return packed if len(packed) < COMPRESS_FROM_BYTES else zlib.compress(packed, level=1)


def unpack(packed: bytes) -> list[RowChanges]:
    """Read what `pack` wrote.

    Raises:
        ValueError: it was written by something else.
    """
    try:
        text = packed if packed.startswith(b"[") else zlib.decompress(packed)
    except zlib.error as error:
        raise ValueError("not a list of changes") from error
    return [
        RowChanges(op, table, tuple(columns), tuple(ids), tuple(map(tuple, old)), tuple(map(tuple, new)))
        for op, table, columns, ids, old, new in json.loads(text.decode("utf-8", "surrogatepass"))
    ]


def to_raw(value: object) -> Raw:
    """A value as SQLite keeps it: days as ISO dates, moments as UTC in the form of SQLAlchemy's DateTime."""
    if isinstance(value, dt.datetime):
        return f"{value.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S.%f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"not a value of the ledger: {value!r}")


class Recorder:
    """Writes rows within one transaction and keeps what it wrote in `changes`, in order."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.changes: list[RowChanges] = []
        self._next_ids: dict[str, int] = {}

    def insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> list[int]:
        """Insert rows that all have the same columns; returns their new ids, in order."""
        if not rows:
            return []
        columns = tuple(rows[0])
        ids = list(self.reserve_ids(table, len(rows)))
        self.insert_many(table, columns, [[row[column] for column in columns] for row in rows], ids)
        return ids

    def insert_many(
        self, table: str, columns: tuple[str, ...], rows: Iterable[Iterable[object]], ids: Sequence[int]
    ) -> None:
        """Insert rows as lists of values under ids given out by `reserve_ids`: for many, or when they refer to one another."""
        if ids:
            new = tuple([tuple([v if type(v) in _PLAIN else to_raw(v) for v in row]) for row in rows])
            self._apply(RowChanges("insert", table, columns, tuple(ids), new=new))  # type: ignore[arg-type]

    def update(self, table: str, updates: Iterable[RowUpdate]) -> int:
        """Write the columns that differ; returns how many rows changed."""
        groups: dict[tuple[str, ...], list[tuple[int, tuple[Raw, ...], tuple[Raw, ...]]]] = {}
        for update in updates:
            old = {column: to_raw(value) for column, value in update.old.items()}
            new = {column: to_raw(value) for column, value in update.new.items()}
            columns = tuple(column for column in new if new[column] != old[column])
            if columns:
                values = (update.id, tuple(old[c] for c in columns), tuple(new[c] for c in columns))
                groups.setdefault(columns, []).append(values)
        for columns, rows in groups.items():
            ids, olds, news = zip(*rows, strict=True)
            self._apply(RowChanges("update", table, columns, ids, olds, news))
        return sum(map(len, groups.values()))

    def delete(self, table: str, ids: Sequence[int]) -> None:
        """Delete rows; ids of parents come before those of their children."""
        if not ids:
            return
        columns = tuple(column.name for column in RECORDED[table].columns if column.name != "id")
        listed = ", ".join(f'"{column}"' for column in columns)
        sql = f'SELECT id, {listed} FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'
        found = {row[0]: tuple(row[1:]) for row in self.connection.exec_driver_sql(sql, (json.dumps(list(ids)),))}
        backwards = tuple(reversed(ids))
        self._apply(RowChanges("delete", table, columns, backwards, old=tuple(found[i] for i in backwards)))

    def take_back(self, changes: Sequence[RowChanges]) -> None:
        """Apply the inverse of recorded changes, last one first; this is recorded in its turn."""
        for change in reversed(changes):
            self._apply(change.inverse())

    def reserve_ids(self, table: str, count: int) -> range:
        """Give out `count` ids that were never used in `table`."""
        if table not in self._next_ids:
            sql = "SELECT seq FROM sqlite_sequence WHERE name = ?"
            row = self.connection.exec_driver_sql(sql, (table,)).one_or_none()
            self._next_ids[table] = (row[0] if row else 0) + 1
        first = self._next_ids[table]
        self._next_ids[table] = first + count
        return range(first, first + count)

    def _apply(self, change: RowChanges) -> None:
        if change.table not in RECORDED:
            raise ValueError(f"not a recorded table: {change.table}")
        sql, parameters = _statement(change)
        result = self.connection.exec_driver_sql(sql, parameters if len(parameters) > 1 else parameters[0])
        if change.op != "insert" and result.rowcount != len(change.ids):
            raise RuntimeError(f"{change.op} of {len(change.ids)} rows in {change.table} met {result.rowcount}")
        self.changes.append(change)


def _statement(change: RowChanges) -> tuple[str, list[tuple[Any, ...]]]:
    """The SQL of a change and its parameters, row by row."""
    table, columns, ids = f'"{change.table}"', [f'"{column}"' for column in change.columns], change.ids
    if change.op == "insert":
        marks = ", ".join("?" * (len(columns) + 1))
        sql = f"INSERT INTO {table} (id, {', '.join(columns)}) VALUES ({marks})"
        return sql, [(i, *values) for i, values in zip(ids, change.new, strict=True)]
    if change.op == "update":
        sql = f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"
        return sql, [(*values, i) for i, values in zip(ids, change.new, strict=True)]
    return f"DELETE FROM {table} WHERE id = ?", [(i,) for i in ids]
