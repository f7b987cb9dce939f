"""The facts of nodes that stay: those of the new version take the place of the stored ones, and keep what hangs on them.

An extension stays with its deadline, a reading with its target. What the officer added stays. Where the new version
drops a date that was extended or a number that was read, a progress entry says what there was.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.domain.numbers import in_digits
from desktop_app.domain.revision import Item, match
from desktop_app.services.commands import Command
from desktop_app.services.plan_rows import FACT_COLUMNS
from desktop_app.storage.models import RECORDED, Deadline, Extension, Node, Reading, Target
from desktop_app.storage.recorder import RowUpdate

Row = dict[str, Any]
ADDED_BY_OFFICER = frozenset({"officer", "plan_rule"})
"""Facts with these rules stand in no document: they stay whatever a new version says."""

NEW_VERSION = "新版本改定"

_SAME: dict[str, Callable[[Row], Hashable]] = {
    "assignment": lambda row: (row["part_id"], row["unit_id"], row["role"]),
    "deadline": lambda row: (row["part_id"], row["kind"], row["first_date"]),
    "target": lambda row: (row["part_id"], row["phrase"]),
    "recurrence": lambda row: (row["part_id"], row["rhythm"], row["phrase"]),
}


@dataclass(slots=True)
class FactBook:
    """All stored facts of a plan by table and node, with what hangs on them."""

    rows: dict[str, dict[int, list[Row]]]
    extensions: dict[int, list[Row]]
    readings: dict[int, list[Row]]

    def hanging(self, table: str, fact: Row) -> list[Row]:
        """The extensions of a deadline, the readings of a target."""
        book = {"deadline": self.extensions, "target": self.readings}.get(table, {})
        return book.get(fact["id"], [])


def read_facts(connection: Connection, plan_id: int) -> FactBook:
    """Read the facts of all nodes of a plan, each table once."""
    nodes = select(Node.id).where(Node.plan_id == plan_id)
    rows: dict[str, dict[int, list[Row]]] = {}
    for name in FACT_COLUMNS:
        table = RECORDED[name]
        wanted = select(table).where(table.c.node_id.in_(nodes)).order_by(table.c.position, table.c.id)
        rows[name] = _grouped(connection, wanted, "node_id")
    extensions = select(Extension.__table__).join(Deadline, Deadline.id == Extension.deadline_id)
    readings = select(Reading.__table__).join(Target, Target.id == Reading.target_id).order_by(Reading.day)
    return FactBook(
        rows,
        _grouped(connection, extensions.where(Deadline.node_id.in_(nodes)), "deadline_id"),
        _grouped(connection, readings.where(Target.node_id.in_(nodes)), "target_id"),
    )


def _grouped(connection: Connection, wanted: Any, by: str) -> dict[int, list[Row]]:
    grouped: dict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(wanted).mappings():
        grouped[row[by]].append(dict(row))
    return grouped


@dataclass(slots=True)
class FactChanges:
    """What is to be written of all facts, gathered so that each table is written once."""

    inserts: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    updates: dict[str, list[RowUpdate]] = field(default_factory=lambda: defaultdict(list))
    deletes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def write(self, command: Command) -> None:
        """Write it: what hangs on a fact goes before the fact, and comes after it."""
        recorder = command.recorder
        for table in ("reading", "extension", *FACT_COLUMNS):
            recorder.delete(table, self.deletes.get(table, []))
        for table in (*FACT_COLUMNS, "extension", "progress"):
            recorder.update(table, self.updates.get(table, []))
            recorder.insert(table, self.inserts.get(table, []))


def replace_facts(
    changes: FactChanges,
    book: FactBook,
    node: int,
    wanted: Iterable[tuple[str, list[object]]],
    today: dt.date,
    kept_parts: Iterable[int | None] = (),
    removed_parts: Iterable[int | None] = (),
) -> None:
    """Give a node the facts of the new version, `wanted` as `plan_rows.fact_values` makes them.

    Facts of `kept_parts`, which the new version has not, stay with no place in its text; those of `removed_parts` go.
    """
    news: dict[str, list[Row]] = defaultdict(list)
    for table, values in wanted:
        news[table].append(dict(zip(FACT_COLUMNS[table], values, strict=True)))
    frozen, removed = frozenset(kept_parts), frozenset(removed_parts)
    for table in FACT_COLUMNS:
        stored = book.rows[table].get(node, [])
        old = [row for row in stored if row["part_id"] not in frozen]
        changes.updates[table] += [_placeless(row) for row in stored if row["part_id"] in frozen]
        pairs, old, new = _pair(table, old, news[table])
        for before, after in pairs:
            _update(changes, book, table, before, after, today)
        changes.inserts[table] += new
        for row in old:
            if row["rule"] not in ADDED_BY_OFFICER or row["part_id"] in removed:
                _delete(changes, book, table, row, today)


def remove_facts(changes: FactChanges, book: FactBook, node: int) -> None:
    """Take all facts of a node that is removed."""
    for table in FACT_COLUMNS:
        for row in book.rows[table].get(node, []):
            _forget(changes, book, table, row)


def _pair(table: str, old: Sequence[Row], new: Sequence[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Pairs of the same fact, then of what became of it, then what is left of both."""
    pairs, old, new = _pair_by(_SAME[table], old, new)
    if table == "deadline":
        more, old, new = _pair_by(lambda row: (row["part_id"], row["kind"]), old, new)
    elif table == "target":
        more, old, new = _pair_alike(old, new)
    else:
        more = []
    return pairs + more, old, new


def _pair_by(
    key: Callable[[Row], Hashable], old: Sequence[Row], new: Sequence[Row]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    waiting: dict[Hashable, list[Row]] = defaultdict(list)
    for row in old:
        waiting[key(row)].append(row)
    pairs, left = [], []
    for row in new:
        same = waiting[key(row)]
        if same:
            pairs.append((same.pop(0), row))
        else:
            left.append(row)
    paired = {id(before) for before, _ in pairs}
    return pairs, [row for row in old if id(row) not in paired], left


def _pair_alike(old: Sequence[Row], new: Sequence[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Targets whose words differ a little: 覆盖率达到90% and 覆盖率达到95%以上 are read on in one series."""
    olds = [_target_item(place, row) for place, row in enumerate(old)]
    news = [_target_item(str(place), row) for place, row in enumerate(new)]
    found = [(int(pair.old.key), int(pair.new.key)) for pair in match(olds, news) if pair.old and pair.new]
    found = [(i, j) for i, j in found if (old[i]["part_id"], old[i]["unit"]) == (new[j]["part_id"], new[j]["unit"])]
    used_old, used_new = {i for i, _ in found}, {j for _, j in found}
    return (
        [(old[i], new[j]) for i, j in found],
        [row for i, row in enumerate(old) if i not in used_old],
        [row for j, row in enumerate(new) if j not in used_new],
    )


def _target_item(key: int | str, row: Row) -> Item:
    return Item(key, "", "", row["phrase"], (row["part_id"], row["unit"], row["op"]))


def _update(changes: FactChanges, book: FactBook, table: str, before: Row, after: Row, today: dt.date) -> None:
    if table == "deadline":
        if before["first_date"] == after["first_date"]:
            after = {**after, "date": before["date"]}
        elif book.extensions.get(before["id"]):
            changes.inserts["extension"].append(
                {
                    "deadline_id": before["id"],
                    "from_date": before["date"],
                    "to_date": after["date"],
                    "basis": NEW_VERSION,
                    "day": today,
                }
            )
    changes.updates[table].append(RowUpdate(before["id"], before, after))


def _placeless(row: Row) -> RowUpdate:
    return RowUpdate(row["id"], row, {"span_start": None, "span_end": None})


def _delete(changes: FactChanges, book: FactBook, table: str, row: Row, today: dt.date) -> None:
    """Take a fact; a progress entry says what hung on it."""
    if book.hanging(table, row):
        text = _farewell(table, row, book.hanging(table, row))
        changes.inserts["progress"].append(
            {
                "node_id": row["node_id"],
                "part_id": None,
                "day": today,
                "text": text,
                "percent": None,
                "problems": "",
                "next_step": "",
                "reporter": "",
            }
        )
    _forget(changes, book, table, row)


def _forget(changes: FactChanges, book: FactBook, table: str, row: Row) -> None:
    changes.deletes["extension" if table == "deadline" else "reading"] += [
        each["id"] for each in book.hanging(table, row)
    ]
    changes.deletes[table].append(row["id"])


def _farewell(table: str, row: Row, hanging: Sequence[Row]) -> str:
    if table == "target":
        read = "，".join(f"{each['day'].isoformat()}为{in_digits(each['value'])}{row['unit']}" for each in hanging)
        return f"新版本删去指标“{row['phrase']}”，原有读数：{read}"
    moved = "，".join(
        f"{each['day'].isoformat()}延至{each['to_date'].isoformat()}，依据：{each['basis']}" for each in hanging
    )
    return f"新版本删去完成时限“{row['phrase']}”（{row['first_date'].isoformat()}），原有延期：{moved}"
