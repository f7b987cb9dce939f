"""What the ledger holds in the terms of a handout: a row for each task or part, and its seven values as a unit knows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from desktop_app.domain.handout import RowKey, Values
from desktop_app.domain.ledger import PartRow, TaskRow
from desktop_app.domain.merging.model import Label
from desktop_app.domain.task import Status
from desktop_app.services.many_rows import raw_rows
from desktop_app.storage.models import Unit

_LISTED = "(SELECT value FROM json_each(?))"
_NODES = f"SELECT id, number, title, text, status, percent FROM node WHERE kind = 'task' AND id IN {_LISTED}"
_PARTS = f"""SELECT id, node_id, position, text, status, percent FROM part
    WHERE node_id IN {_LISTED} ORDER BY node_id, position"""
_ENTRIES = f"""SELECT node_id, part_id, day, id, reporter, expected_on, text, problems, next_step, evidence FROM progress
    WHERE node_id IN {_LISTED} ORDER BY day, id"""

Words = tuple[dt.date | None, str, str, str, str]
Entry = tuple[tuple[str, int], Words]
"""An entry of progress with the day and the id that order entries."""
_NO_WORDS: Words = (None, "", "", "", "")
_STATUSES = {status.value: status for status in Status}


@dataclass(slots=True)
class _Voices:
    """The newest entries of one row: the officer's, and each unit's own."""

    office: Entry | None = None
    units: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Standings:
    """The ledger's side of a handout or a merge.

    The words of a row are many voices: what another unit answered is no change of what this unit said. A unit sees
    its own newest entry, or the officer's when that is newer.
    """

    states: dict[RowKey, tuple[Status, int]]
    labels: dict[RowKey, Label]
    _voices: dict[RowKey, _Voices]

    def values(self, unit: str, key: RowKey) -> Values | None:
        """The seven values as `unit` knows them; None when there is no such task or part."""
        state = self.states.get(key)
        if state is None:
            return None
        voices = self._voices.get(key)
        return (*state, *(_NO_WORDS if voices is None else _words(voices, unit)))


def _words(voices: _Voices, unit: str) -> Words:
    own, office = voices.units.get(unit), voices.office
    if own is None or office is None:
        found = own or office
        return found[1] if found else _NO_WORDS
    return max(own, office, key=lambda entry: entry[0])[1]


def read_standings(connection: Connection, tasks: Iterable[int]) -> Standings:
    """Read states, names and voices of these tasks and all their parts."""
    ids = sorted(set(tasks))
    states: dict[RowKey, tuple[Status, int]] = {}
    labels: dict[RowKey, Label] = {}
    for task, number, title, text, status, percent in raw_rows(connection, _NODES, ids):
        key = RowKey(task)
        states[key] = (_STATUSES[status], percent)
        labels[key] = Label(number, title, text)
    for part, task, index, text, status, percent in raw_rows(connection, _PARTS, ids):
        whole = labels.get(RowKey(task))
        if whole is not None:
            states[RowKey(task, part)] = (_STATUSES[status], percent)
            labels[RowKey(task, part)] = Label(whole.number, part_title(whole.title, index), text)
    return Standings(states, labels, _read_voices(connection, ids))


def _read_voices(connection: Connection, ids: Sequence[int]) -> dict[RowKey, _Voices]:
    units = set(connection.scalars(select(Unit.name)))
    voices: dict[RowKey, _Voices] = {}
    for task, part, day, entry, reporter, expected, *texts in raw_rows(connection, _ENTRIES, ids):
        key = RowKey(task, part)
        row = voices.get(key)
        if row is None:
            row = voices[key] = _Voices()
        told: Entry = ((day, entry), (dt.date.fromisoformat(expected) if expected else None, *texts))
        if reporter in units:
            row.units[reporter] = told
        else:
            row.office = told
    return voices


def part_title(title: str, index: int) -> str:
    """How the title of a part's row reads."""
    return f"{title}（分段{index}）"


def row_of_part(row: TaskRow, part: PartRow) -> TaskRow:
    """A part as if it were a task, so that the columns of the ledger can show it."""
    return replace(
        row,
        title=part_title(row.title, part.index),
        text=part.text,
        status=part.status,
        percent=part.percent,
        expected=part.expected,
        signal=part.signal,
        due=part.due,
        parts=(),
    )


def rows_of(row: TaskRow, unit: str) -> Sequence[tuple[RowKey, TaskRow]]:
    """The rows in which a unit answers for a task: the task, or those of its parts that name the unit."""
    if not row.parts:
        return [(RowKey(row.id), row)]
    own = {assignment.part for assignment in row.assignments if assignment.name == unit}
    return [(RowKey(row.id, part.id), row_of_part(row, part)) for part in row.parts if None in own or part.index in own]
