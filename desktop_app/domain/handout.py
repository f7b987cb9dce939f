"""What units are asked for and answer: the open cells of a handout, the rows they stand in, and the marks they carry.

A handout is written by exports and read back by ingest; what both must agree on stands here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Status


class Field(StrEnum):
    """The cells of a row that a unit fills in, in the order of the columns."""

    STATUS = "status"
    PERCENT = "percent"
    EXPECTED = "expected_on"
    TEXT = "text"
    PROBLEMS = "problems"
    NEXT_STEP = "next_step"
    EVIDENCE = "evidence"

    @property
    def label(self) -> str:
        """The head of the column."""
        return _LABELS[self]

    @property
    def is_text(self) -> bool:
        """Whether two answers can stand side by side."""
        return self in _TEXTS


_LABELS = {
    Field.STATUS: "状态",
    Field.PERCENT: "进度",
    Field.EXPECTED: "预计完成",
    Field.TEXT: "进展情况",
    Field.PROBLEMS: "存在问题",
    Field.NEXT_STEP: "下一步",
    Field.EVIDENCE: "佐证名称",
}
_TEXTS = frozenset({Field.TEXT, Field.PROBLEMS, Field.NEXT_STEP, Field.EVIDENCE})

FIELDS = tuple(Field)
PLACES = {field: place for place, field in enumerate(FIELDS)}
_PERCENT = Field.PERCENT
"""Looked up once: cells are put in words by the ten thousand."""

Value = Status | int | dt.date | str | None
"""Status, percent from 0 to 100, a day, or words; None and "" are empty."""

Values = tuple[Value, ...]
"""One value for every field, in the order of `FIELDS`."""

Raw = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
"""A cell as a spreadsheet holds it."""

STATUSES_FOR_UNITS = (
    Status.NOT_STARTED,
    Status.IN_PROGRESS,
    Status.AWAITING_CHECK,
    Status.SUSPENDED,
    Status.DROPPED,
)
"""What a unit may answer; 销号 is the officer's."""

LONGEST_ANSWER = 32_000
"""Letters that every office program keeps in one cell."""

MARK = "xiaohao-handout"
"""The first cell of the hidden sheet, the name of the defined name and of the document property."""

NAME = "xiaohao_handout"
"""The defined name that leads to the hidden sheet."""

HIDDEN_SHEET = "_销号"
KEY_HEAD = "任务标识"
COLUMN_MARK = "xh:"
"""A hidden row above the head names its columns: xh:status. It moves with them."""

KEY_COLUMN, NUMBER_COLUMN, TITLE_COLUMN, WORDING_COLUMN = "key", "number", "title", "wording"
UNIT_LINE, BATCH_LINE = "填报单位：", "批次："


class RowKey(NamedTuple):
    """A row of a handout: a task, or a part of it by the part's id."""

    task: int
    part: int | None = None

    def __str__(self) -> str:
        return str(self.task) if self.part is None else f"{self.task}p{self.part}"

    @classmethod
    def parse(cls, text: str) -> RowKey | None:
        """Read what `str` wrote; None when it is something else."""
        task, _, part = text.partition("p")
        if not (task.isascii() and task.isdigit()) or (part and not (part.isascii() and part.isdigit())):
            return None
        return cls(int(task), int(part) if part else None)


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose workbook it is: the workspace, the code of the batch, and the unit."""

    workspace: str
    batch: str
    unit: str

    def __str__(self) -> str:
        return "|".join((MARK, self.workspace, self.batch, self.unit))

    @classmethod
    def parse(cls, text: str) -> Identity | None:
        """Read what `str` wrote; None when it is something else."""
        pieces = text.split("|", 3)
        return cls(*pieces[1:]) if len(pieces) == 4 and pieces[0] == MARK else None


@dataclass(frozen=True, slots=True)
class Question:
    """A row to hand out: `row` shows the task, or the part as if it were one; `values` is what the ledger holds now."""

    key: RowKey
    role: Role
    row: TaskRow
    values: Values


@dataclass(frozen=True, slots=True)
class Handout:
    """One workbook for one unit; `label` names the batch. `contact`, `due_on` and `note` may be left out."""

    identity: Identity
    label: str
    handed_on: dt.date
    due_on: dt.date | None
    contact: str
    questions: Sequence[Question]
    note: str = ""

    @property
    def cells(self) -> int:
        """How many cells the unit is asked to look at."""
        return len(self.questions) * len(FIELDS)


class Answer(NamedTuple):
    """A cell as it was read: `refusal` says why it cannot be used, `note` how it was understood, both "" when plain."""

    value: Value = None
    refusal: str = ""
    note: str = ""


class ReturnedRow(NamedTuple):
    """A row of a returned workbook. `place` is its number in the sheet; `raw` holds its open cells in the order of
    `ReturnedBook.fields`; `merged` are the fields whose value stands in a cell that reaches over several rows.
    """

    place: int
    key: str
    number: str
    title: str
    wording: str
    raw: tuple[Raw, ...]
    merged: frozenset[Field] = frozenset()


@dataclass(frozen=True, slots=True)
class ReturnedBook:
    """A workbook that came back. `identity` is None when nothing hidden was left in it; `said_unit` and `said_batch`
    are what its visible head says. `base` are the rows of the hidden sheet: what was handed out (`base_of`).
    """

    name: str
    digest: str
    identity: Identity | None
    said_unit: str
    said_batch: str
    fields: tuple[Field, ...]
    rows: tuple[ReturnedRow, ...]
    base: tuple[tuple[Raw, ...], ...]
    remarks: tuple[str, ...] = ()


def to_plain(value: Value) -> str | int | None:
    """A value as database and JSON keep it."""
    return value.isoformat() if isinstance(value, dt.date) else value


def from_plain(field: Field, plain: str | int | None) -> Value:
    """Read what `to_plain` made."""
    if plain is None or plain == "":
        return "" if field.is_text else None
    if field is Field.STATUS:
        return Status(str(plain))
    if field is Field.EXPECTED:
        return dt.date.fromisoformat(str(plain))
    return int(plain) if field is Field.PERCENT else str(plain)


def base_cells(key: RowKey, values: Values) -> tuple[str | int | None, ...]:
    """A row of the hidden sheet: what was handed out, in the form of the database."""
    return (str(key), *map(to_plain, values))


def base_of(book: ReturnedBook) -> dict[RowKey, Values]:
    """What the hidden sheet says was handed out; rows that cannot be read are left out."""
    found: dict[RowKey, Values] = {}
    for row in book.base:
        key = RowKey.parse(str(row[0])) if row else None
        if key is None:
            continue
        cells = [*row[1:], *[""] * len(FIELDS)][: len(FIELDS)]
        try:
            found[key] = tuple(_from_hidden(field, cell) for field, cell in zip(FIELDS, cells, strict=True))
        except ValueError:
            continue
    return found


def _from_hidden(field: Field, cell: Raw) -> Value:
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return from_plain(field, None if cell is None else str(cell))


def as_written(values: Values) -> tuple[Raw, ...]:
    """The values as the cells of a handout hold them."""
    status, percent, expected, *texts = values
    label = status.label if isinstance(status, Status) else ""
    share = percent / 100 if isinstance(percent, int) else ""
    return (label, share, expected if expected is not None else "", *texts)


def raw_words(raw: Raw) -> str:
    """A cell as text, as the officer is shown what stood there."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else f"{raw:.10g}"
    if isinstance(raw, dt.date):
        return f"{raw.year}年{raw.month}月{raw.day}日"
    return str(raw)


def in_words(field: Field, value: Value) -> str:
    """A value as screens print it; "" when it is empty."""
    if value is None:
        return ""
    if isinstance(value, Status):
        return value.label
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value}%" if field is _PERCENT else str(value)
