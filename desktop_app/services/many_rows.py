"""Reading many rows without making an object of each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing
from typing import Any

from sqlalchemy import Connection


def raw_rows(connection: Connection, sql: str, *given: Iterable[object]) -> list[tuple[Any, ...]]:
    """Rows as plain tuples of what SQLite holds; each `?` stands for a list that the statement reads by json_each.

    For tens of thousands of rows the row objects of SQLAlchemy would cost several times what the database does.
    """
    lists = [json.dumps(list(each)) for each in given]
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(sql, lists)
        return list(cursor.fetchall())
