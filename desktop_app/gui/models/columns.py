"""The columns of outline and grid: heads, texts and sort keys, shared by both models."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from desktop_app.domain.plan import Role
from desktop_app.domain.task import Mark, Status
from desktop_app.gui.models.units import CUSTOMARY, UnitNames
from desktop_app.gui.words import say, say_day, tr

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow


class Column(IntEnum):
    """The columns in the order they are shown."""

    NUMBER = 0
    TITLE = 1
    LEAD = 2
    DUE = 3
    STATUS = 4
    PERCENT = 5
    LIGHT = 6
    EVIDENCE = 7
    CHAPTER = 8
    SUPPORT = 9


RIGHT_ALIGNED = frozenset({Column.EVIDENCE})
FILTERED = (Column.LEAD, Column.STATUS, Column.LIGHT)
"""Columns whose head offers a choice of values."""

_STATUS_ORDER = {status: place for place, status in enumerate(Status)}
_MARK_ORDER = {
    mark: place
    for place, mark in enumerate((Mark.OVERDUE, Mark.CAUTION, Mark.TO_CHECK, Mark.NORMAL, Mark.UNCOUNTED, Mark.CLOSED))
}


def head(column: Column) -> str:
    """The word in the head of a column."""
    match column:
        case Column.NUMBER:
            return tr("编号")
        case Column.TITLE:
            return tr("任务")
        case Column.LEAD:
            return tr("牵头单位")
        case Column.DUE:
            return tr("完成时限")
        case Column.STATUS:
            return tr("状态")
        case Column.PERCENT:
            return tr("进度")
        case Column.LIGHT:
            return tr("灯")
        case Column.EVIDENCE:
            return tr("佐证", "narrow column")
        case Column.CHAPTER:
            return tr("章")
        case Column.SUPPORT:
            return tr("配合单位")


def text(row: TaskRow, column: Column, today: dt.date, units: UnitNames = CUSTOMARY) -> str:
    """What a cell of a task shows; `units` says what units are called."""
    match column:
        case Column.NUMBER:
            return row.number
        case Column.TITLE:
            return title_of(row)
        case Column.LEAD:
            return units.join(row.owners)
        case Column.DUE:
            return say_day(row.due.date, today) if row.due else ""
        case Column.STATUS:
            return say(row.status.label)
        case Column.PERCENT:
            return f"{row.percent}%"
        case Column.LIGHT:
            return say(row.signal.word)
        case Column.EVIDENCE:
            return str(row.evidence)
        case Column.CHAPTER:
            return row.chapter
        case Column.SUPPORT:
            return units.join(row.units(Role.SUPPORT))


def copied(row: TaskRow, column: Column) -> str:
    """What a cell gives to the clipboard: full names and dates a spreadsheet understands."""
    match column:
        case Column.TITLE:
            return row.title or row.text
        case Column.LEAD:
            return "、".join(row.owners)
        case Column.SUPPORT:
            return "、".join(row.units(Role.SUPPORT))
        case Column.DUE:
            return row.due.date.isoformat() if row.due else ""
        case _:
            return text(row, column, dt.date.min)


def sort_value(row: TaskRow, column: Column) -> Any:
    """What rows are sorted by in a column; rows that are equal keep the order of the document."""
    match column:
        case Column.NUMBER:
            return (row.plan_id, row.position)
        case Column.DUE:
            return row.due.date if row.due else dt.date.max
        case Column.STATUS:
            return _STATUS_ORDER[row.status]
        case Column.PERCENT:
            return row.percent
        case Column.LIGHT:
            return (_MARK_ORDER[row.signal.mark], row.due.date if row.due else dt.date.max)
        case Column.EVIDENCE:
            return row.evidence
        case Column.CHAPTER:
            return (row.plan_id, row.position)
        case _:
            return phonetic(text(row, column, dt.date.min))


def filter_values(row: TaskRow, column: Column) -> tuple[str, ...]:
    """The values a row has for the choice in the head of a column."""
    match column:
        case Column.LEAD:
            return row.owners or (tr("（未写明）"),)
        case Column.STATUS:
            return (say(row.status.label),)
        case Column.LIGHT:
            return (say(row.signal.mark.label),)
        case _:
            return (text(row, column, dt.date.min),)


def title_of(row: TaskRow) -> str:
    """The title of a task, or the beginning of its text where the document gives none."""
    return row.title or " ".join(row.text.split())[:80]


def phonetic(word: str) -> bytes:
    """A key that sorts common letters by their sound, as GB 2312 lists them; no table to load."""
    return word.encode("gb18030", "replace")
