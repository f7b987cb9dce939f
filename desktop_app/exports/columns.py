"""The ledger's columns: one list, by which the workbook is written and read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.plan import Role
from desktop_app.exports import wording

Value = str | int | float | dt.date | None


class Look(Enum):
    """How the cells of a column are set."""

    TEXT = auto()
    """Wrapped, from the left."""
    WORD = auto()
    """Short words, centred, wrapped."""
    NUMBER = auto()
    DATE = auto()
    PERCENT = auto()
    LIGHT = auto()
    """A short word in the colour of its light."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `width` in characters of the sheet's digit 0; `value` takes the row and its number from 1.

    An `optional` column is hidden when no row has a value in it, so that the print keeps its size for the others.
    """

    key: str
    head: str
    width: float
    value: Callable[[TaskRow, int], Value]
    look: Look = Look.TEXT
    optional: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("order", "序号", 5, lambda row, number: number, Look.NUMBER),
    Column("plan", "规划", 12, lambda row, number: row.plan_title, optional=True),
    Column("chapter", "章", 9.5, lambda row, number: row.chapter),
    Column("section", "节", 9.5, lambda row, number: row.section, optional=True),
    Column("number", "编号", 7, lambda row, number: row.number, Look.WORD),
    Column("title", "任务", 14, lambda row, number: row.title),
    Column("wording", "任务内容", 37, lambda row, number: wording.wording(row)),
    Column("lead", "牵头单位", 11, lambda row, number: wording.unit_names(row, Role.LEAD), optional=True),
    Column("support", "配合单位", 11.5, lambda row, number: wording.unit_names(row, Role.SUPPORT), optional=True),
    Column(
        "responsible", "责任单位", 11.5, lambda row, number: wording.unit_names(row, Role.RESPONSIBLE), optional=True
    ),
    Column("due", "完成时限", 11, lambda row, number: row.due.date if row.due else None, Look.DATE),
    Column("status", "状态", 7, lambda row, number: row.status.label, Look.WORD),
    Column("percent", "进度", 6, lambda row, number: row.percent / 100, Look.PERCENT),
    Column("light", "亮灯", 10, lambda row, number: wording.light_words(row.signal), Look.LIGHT),
    Column("progress", "最新进展", 20, lambda row, number: wording.latest_progress(row)),
    Column("problems", "存在问题", 13, lambda row, number: row.latest.problems if row.latest else ""),
    Column("evidence", "佐证份数", 5.5, lambda row, number: row.evidence, Look.NUMBER),
    Column("remarks", "备注", 11, lambda row, number: wording.remarks(row), optional=True),
)


def columns_for(plans: int) -> tuple[Column, ...]:
    """The columns of a ledger of so many plans: the plan's name is a column only where there are several."""
    return COLUMNS if plans > 1 else tuple(column for column in COLUMNS if column.key != "plan")
