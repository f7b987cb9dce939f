"""What the ledger holds in the terms of a handout: a row for each task or part, and its seven values as a unit knows them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.domain.handout import FIELDS, PLACES, Field, RowKey, Values
from desktop_app.domain.ledger import PartRow, TaskRow
from desktop_app.domain.merging.model import Label
from desktop_app.domain.progress_record import voice_of
from desktop_app.domain.standing import Standing
from desktop_app.domain.task import Status
from desktop_app.services.many_rows import raw_rows
from desktop_app.services.present_names import present_names
from desktop_app.storage.models import Unit

_LISTED = "(SELECT value FROM json_each(?))"
_STATE = "status, percent, percent_before, closed_on"
_NODES = f"SELECT id, number, title, text, {_STATE} FROM node WHERE kind = 'task' AND id IN {_LISTED}"
_PARTS = f"""SELECT id, node_id, position, text, {_STATE} FROM part
    WHERE node_id IN {_LISTED} ORDER BY node_id, position"""
_ENTRIES = f"""SELECT node_id, part_id, reporter, expected_on, text, problems, next_step, evidence FROM progress
    WHERE node_id IN {_LISTED} ORDER BY day DESC, id DESC"""

Words = tuple[Any, ...]
"""What an entry of progress says: the day it is to be done (ISO), and four texts."""
_NO_WORDS: Words = (None, "", "", "", "")
_TEXT = 1
_WORD_FIELDS = FIELDS[PLACES[Field.EXPECTED] :]
_NEVER_DONE = [None, None]
_STATUSES = {status.value: status for status in Status}


@dataclass(slots=True)
class Standings:
    """The ledger's side of a handout or a merge.

    The words of a row are many voices: what another unit answered is no change of what this unit said. A unit sees
    its own newest entry, or the officer's when that is newer. An entry without text speaks only of what it holds.
    """

    states: dict[RowKey, tuple[Status, int]]
    labels: dict[RowKey, Label]
    _entries: Mapping[tuple[int, int | None], Sequence[tuple[str, bool, Words]]]
    """The entries of each row, newest first: in whose story they stand, whether the officer settled them, the words."""
    _units: frozenset[str]
    _done: Mapping[RowKey, tuple[int | None, str | None]]
    """Of what is or was done: the percent before, and the day of 销号 (ISO)."""

    def standing(self, key: RowKey) -> Standing | None:
        """Where a task or part stands; None when there is no such."""
        state = self.states.get(key)
        if state is None:
            return None
        before, closed = self._done.get(key, (None, None))
        return Standing(*state, before, dt.date.fromisoformat(closed) if closed else None)

    def values(self, unit: str, key: RowKey) -> Values | None:
        """The seven values as `unit` knows them; None when there is no such task or part."""
        state = self.states.get(key)
        if state is None:
            return None
        held = _NO_WORDS
        for _, words in self._heard(unit, key):
            held = words if held is _NO_WORDS else tuple(map(_newer, held, words))
        expected = held[0]
        return (*state, dt.date.fromisoformat(expected) if expected else None, *held[1:])

    def own_fields(self, unit: str, key: RowKey) -> frozenset[Field]:
        """The fields of which `values` gives the words that the unit said itself."""
        own: dict[Field, bool] = {}
        for is_own, words in self._heard(unit, key):
            for field, said in zip(_WORD_FIELDS, words, strict=True):
                if said:
                    own.setdefault(field, is_own)
        return frozenset(field for field, is_own in own.items() if is_own)

    def _heard(self, unit: str, key: RowKey) -> Iterator[tuple[bool, Words]]:
        """The entries that hold for a unit, newest first, and whether it said them itself."""
        for voice, settled, words in self._entries.get(key, ()):
            if voice == unit or voice not in self._units:
                yield voice == unit and not settled, words
                if words[_TEXT]:
                    return


def read_standings(connection: Connection, tasks: Iterable[int]) -> Standings:
    """Read states, names and voices of these tasks and all their parts."""
    ids = sorted(set(tasks))
    states: dict[RowKey, tuple[Status, int]] = {}
    labels: dict[RowKey, Label] = {}
    done: dict[RowKey, tuple[int | None, str | None]] = {}
    for task, number, title, text, status, percent, *before in raw_rows(connection, _NODES, ids):
        key = RowKey(task)
        states[key] = (_STATUSES[status], percent)
        if before != _NEVER_DONE:
            done[key] = (before[0], before[1])
        labels[key] = Label(number, title, text)
    for part, task, index, text, status, percent, *before in raw_rows(connection, _PARTS, ids):
        whole, key = labels.get(RowKey(task)), RowKey(task, part)
        if whole is not None:
            states[key] = (_STATUSES[status], percent)
            if before != _NEVER_DONE:
                done[key] = (before[0], before[1])
            labels[key] = Label(whole.number, part_title(whole.title, index), text)
    entries: dict[tuple[int, int | None], list[tuple[str, bool, Words]]] = defaultdict(list)
    names = present_names(connection)
    for entry in raw_rows(connection, _ENTRIES, ids):
        # What a unit said before it was merged into another, the other said.
        voice = voice_of(entry[2])
        entries[entry[:2]].append((names.get(voice, voice), voice != entry[2], entry[3:]))
    return Standings(states, labels, entries, frozenset(connection.scalars(select(Unit.name))), done)


def _newer(newer: object, older: object) -> object:
    """What holds of two entries that both may be silent."""
    return newer or older


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
