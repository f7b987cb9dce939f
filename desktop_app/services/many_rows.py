"""Making many small objects at once, and reading many rows without one."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold Python's cycle collector back while rows are made by the ten thousand.

    Rows form no cycles, yet each few hundred of them would set the collector off: a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def raw_rows(connection: Connection, sql: str, *given: Iterable[object]) -> list[tuple[Any, ...]]:
    """Rows as plain tuples of what SQLite holds; each `?` stands for a list that the statement reads by json_each.

    For tens of thousands of rows the row objects of SQLAlchemy would cost several times what the database does.
    """
    lists = [json.dumps(list(each)) for each in given]
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(sql, lists)
        return list(cursor.fetchall())
