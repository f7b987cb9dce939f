"""The ledger's side of a merge: the batches that workbooks speak of, what was said before, and what holds now."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from desktop_app.domain.handout import Field, ReturnedBook, RowKey, Value, Values, base_of, from_plain
from desktop_app.domain.merging.model import Asked, KnownBatch, Ledger, Outcome
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Status
from desktop_app.services.answers_now import read_standings
from desktop_app.services.many_rows import raw_rows
from desktop_app.services.present_names import present_names
from desktop_app.storage.models import Batch, BatchItem, Returned, ReturnedCell

_ROLES = {role.value: role for role in Role}
_STATUSES = {status.value: status for status in Status}
_LISTED = "(SELECT value FROM json_each(?))"
_ITEMS = f"SELECT batch_id, unit, node_id, part_id, role, base FROM batch_item WHERE batch_id IN {_LISTED}"
_FIELDS = {field.value: field for field in Field}


def read_ledger(connection: Connection, books: Sequence[ReturnedBook], workspace: str, today: dt.date) -> Ledger:
    """Read what `plan_merge` compares the workbooks with."""
    names = present_names(connection)
    newest = _newest(connection, names)
    batches = _batches(connection, books, newest, names)
    tasks = {key.task for batch in batches.values() for asked in batch.asked.values() for key in asked}
    for book in books:
        if book.identity is not None and book.identity.batch not in batches:
            tasks.update(key.task for key in base_of(book))
    standings = read_standings(connection, tasks)
    return Ledger(
        workspace,
        today,
        batches,
        newest,
        standings.labels,
        standings.values,
        _said(connection, [batch.id for batch in batches.values()]),
        _merged(connection, books),
        names,
        standings.standing,
    )


def _newest(connection: Connection, names: Mapping[str, str]) -> dict[str, str]:
    """The code of the last batch each unit was given, by what the unit is called now."""
    last = select(BatchItem.unit, func.max(BatchItem.batch_id).label("batch")).group_by(BatchItem.unit).subquery()
    wanted = select(last.c.unit, Batch.code).join(Batch, Batch.id == last.c.batch).order_by(Batch.id)
    return {names.get(row.unit, row.unit): row.code for row in connection.execute(wanted)}


def _batches(
    connection: Connection, books: Sequence[ReturnedBook], newest: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, KnownBatch]:
    """The batches the workbooks may belong to, with the rows of their units."""
    units = {book.identity.unit if book.identity else book.said_unit for book in books}
    units |= {names[unit] for unit in units if unit in names}
    codes = {book.identity.batch for book in books if book.identity}
    lost = [book for book in books if book.identity is None]
    codes |= {row.key.partition(":")[0] for book in lost for row in book.rows if ":" in row.key}
    everyone = any(not book.said_unit for book in lost)
    codes |= {code for unit, code in newest.items() if everyone or unit in units}
    said = {book.said_batch for book in lost}
    heads = connection.execute(
        select(Batch.id, Batch.code, Batch.label, Batch.handed_on, Batch.due_on).where(
            Batch.code.in_(codes) | Batch.label.in_(said)
        )
    ).all()
    asked = _asked(connection, [head.id for head in heads], None if everyone else units)
    return {head.code: KnownBatch(*head, asked=asked[head.id]) for head in heads}


def _asked(
    connection: Connection, batches: Sequence[int], units: Iterable[str] | None
) -> dict[int, dict[str, dict[RowKey, Asked]]]:
    asked: dict[int, dict[str, dict[RowKey, Asked]]] = defaultdict(lambda: defaultdict(dict))
    if units is None:
        rows = raw_rows(connection, f"{_ITEMS} ORDER BY id", batches)
    else:
        rows = raw_rows(connection, f"{_ITEMS} AND unit IN {_LISTED} ORDER BY id", batches, units)
    # All bases in one piece of JSON: ten thousand small ones take three times as long.
    bases = json.loads(f"[{','.join([row[5] for row in rows])}]")
    for (batch, unit, node, part, role, _), base in zip(rows, bases, strict=True):
        key = RowKey(node, part)
        asked[batch][unit][key] = Asked(key, _ROLES[role], _values(base))
    return asked


def _values(base: list[Any]) -> Values:
    """What a row on record was handed out with."""
    status, percent, expected, *texts = base
    day = dt.date.fromisoformat(expected) if expected else None
    return (_STATUSES.get(status), percent, day, *texts)


def _said(connection: Connection, batches: Sequence[int]) -> dict[tuple[int, str, RowKey], dict[Field, Value]]:
    """What units answered for these batches before; their next answer is compared with it."""
    wanted = (
        select(
            Returned.batch_id,
            Returned.unit,
            ReturnedCell.node_id,
            ReturnedCell.part_id,
            ReturnedCell.field,
            ReturnedCell.value,
        )
        .join(ReturnedCell, ReturnedCell.returned_id == Returned.id)
        .where(Returned.batch_id.in_(batches), ReturnedCell.outcome != Outcome.REFUSED.value)
        .order_by(ReturnedCell.id)
    )
    said: dict[tuple[int, str, RowKey], dict[Field, Value]] = defaultdict(dict)
    for batch, unit, node, part, name, value in connection.execute(wanted):
        field = _FIELDS[name]
        if batch is not None and node is not None:
            said[batch, unit, RowKey(node, part)][field] = from_plain(field, value)
    return dict(said)


def _merged(connection: Connection, books: Sequence[ReturnedBook]) -> dict[str, str]:
    """A sentence for every workbook that was merged before."""
    wanted = select(Returned.digest, Returned.file_name, Returned.merged_on).where(
        Returned.digest.in_([book.digest for book in books])
    )
    return {
        digest: f"与{day.year}年{day.month}月{day.day}日已合并的“{name}”内容完全相同，不再合并"
        for digest, name, day in connection.execute(wanted)
    }
