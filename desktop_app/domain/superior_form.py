"""上级表格: a blank table that came from above, and what its columns and blanks are to be filled with."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Meaning(StrEnum):
    """What a column of the form is filled with, task by task."""

    EMPTY = "empty"
    ORDER = "order"
    NUMBER = "number"
    PLAN = "plan"
    CHAPTER = "chapter"
    SECTION = "section"
    TITLE = "title"
    WORDING = "wording"
    TARGET = "target"
    READING = "reading"
    OWNERS = "owners"
    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    DUE = "due"
    STATUS = "status"
    DONE = "done"
    CLOSED_ON = "closed_on"
    PERCENT = "percent"
    LIGHT = "light"
    PROGRESS = "progress"
    PROBLEMS = "problems"
    NEXT_STEP = "next_step"
    ACCOUNT = "account"
    WHOLE_ACCOUNT = "whole_account"
    REPORTER = "reporter"
    EVIDENCE = "evidence"
    EVIDENCE_COUNT = "evidence_count"
    REMARKS = "remarks"

    @property
    def label(self) -> str:
        """The meaning as drop-downs name it."""
        return _MEANINGS[self]


_MEANINGS = {
    Meaning.EMPTY: "不填", Meaning.ORDER: "序号", Meaning.NUMBER: "任务编号", Meaning.PLAN: "规划", Meaning.CHAPTER: "章",
    Meaning.SECTION: "节", Meaning.TITLE: "任务", Meaning.WORDING: "任务内容", Meaning.TARGET: "指标",
    Meaning.READING: "指标读数", Meaning.OWNERS: "牵头或责任单位", Meaning.LEAD: "牵头单位", Meaning.SUPPORT: "配合单位",
    Meaning.RESPONSIBLE: "责任单位", Meaning.DUE: "完成时限", Meaning.STATUS: "状态", Meaning.DONE: "是否完成",
    Meaning.CLOSED_ON: "销号日期", Meaning.PERCENT: "进度", Meaning.LIGHT: "亮灯", Meaning.PROGRESS: "进展",
    Meaning.PROBLEMS: "存在问题", Meaning.NEXT_STEP: "下一步", Meaning.ACCOUNT: "进展和存在问题",
    Meaning.WHOLE_ACCOUNT: "进展、存在问题和下一步", Meaning.REPORTER: "填报人",
    Meaning.EVIDENCE: "佐证名称", Meaning.EVIDENCE_COUNT: "佐证份数", Meaning.REMARKS: "备注",
}  # fmt: skip


class Entry(StrEnum):
    """What a blank beside the table is filled with: 填报单位：____."""

    EMPTY = "empty"
    UNIT = "unit"
    TODAY = "today"
    PERIOD = "period"
    PLAN = "plan"
    DOC_NUMBER = "doc_number"
    TASKS = "tasks"
    CLOSED = "closed"
    OVERDUE = "overdue"
    RATE = "rate"
    TYPED = "typed"

    @property
    def label(self) -> str:
        """The entry as drop-downs name it."""
        return _ENTRIES[self]


_ENTRIES = {
    Entry.EMPTY: "不填", Entry.UNIT: "填报单位", Entry.TODAY: "当天日期", Entry.PERIOD: "报送期", Entry.PLAN: "规划名称",
    Entry.DOC_NUMBER: "文号", Entry.TASKS: "任务总数", Entry.CLOSED: "已销号数", Entry.OVERDUE: "逾期数",
    Entry.RATE: "销号率", Entry.TYPED: "固定文字",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of the blank at its upper left corner, counted from 0; `fixed` holds a formula that stays."""

    row: int
    column: int
    text: str = ""
    rows: int = 1
    columns: int = 1
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write in: from `start` to `end` of the text of the cell at `row`, `column`; `label` stands before it."""

    row: int
    column: int
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FormTable:
    """A sheet of a workbook or one of the tables on it, or a table of a document with the lines around it.

    `widths` are for drawing, in any unit; `ruled` are the rows that belong to the table by their lines. `sheet` is the
    place of the sheet or table in the file, `top` the row of it where this table begins.
    """

    name: str
    height: int
    width: int
    cells: tuple[FormCell, ...]
    widths: tuple[float, ...]
    ruled: frozenset[int] = frozenset()
    sheet: int = 0
    top: int = 0

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The texts by row and column: merged across, a cell prints once; merged down, in every row."""
        rows = [[""] * self.width for _ in range(self.height)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rows, self.height)):
                rows[row][cell.column] = cell.text
        return tuple(map(tuple, rows))


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How one table is filled.

    `columns` has a meaning for each grid column. Rows from `first` on are for tasks, `rows` of them are there already.
    A form that prints its tasks has them in the rows `listed`: then only what is empty there is filled. `examples` are
    those of the rows for tasks that show how to fill them in.
    `blanks` are the places beside the table with what goes in; the text counts for `Entry.TYPED` alone.
    """

    columns: tuple[Meaning, ...]
    first: int
    rows: int
    blanks: tuple[tuple[Blank, Entry, str], ...] = ()
    heads: tuple[str, ...] = ()
    listed: tuple[int, ...] = ()
    examples: tuple[int, ...] = ()

    @property
    def takes_tasks(self) -> bool:
        """Whether tasks go into this table at all: one column beside the running number is enough."""
        return any(meaning not in (Meaning.EMPTY, Meaning.ORDER) for meaning in self.columns)


@dataclass(frozen=True, slots=True)
class FormMapping:
    """How a whole form is filled, table by table."""

    tables: tuple[TableMapping, ...]

    @property
    def shape(self) -> str:
        """The same for each month's copy of a form: heads and labels, without the figures of the month."""
        said = [[*table.heads, "#", *(blank.label for blank, _, _ in table.blanks)] for table in self.tables]
        return json.dumps([[_bare(word) for word in table] for table in said], ensure_ascii=False)

    def as_json(self) -> str:
        """What is remembered: the choices, not the places."""
        return json.dumps(
            [
                {
                    "columns": [meaning.value for meaning in table.columns],
                    "blanks": [[entry.value, text] for _, entry, text in table.blanks],
                }
                for table in self.tables
            ],
            ensure_ascii=False,
        )

    def remembered(self, text: str) -> FormMapping | None:
        """The same form with the choices that `as_json` gave for one of the same shape; None when they do not fit."""
        try:
            kept = json.loads(text)
            tables = tuple(_recalled(table, each) for table, each in zip(self.tables, kept, strict=True))
        except (ValueError, KeyError, TypeError):
            return None
        return FormMapping(tables)


def _recalled(table: TableMapping, kept: dict[str, Any]) -> TableMapping:
    columns = tuple(Meaning(value) for value in kept["columns"])
    if len(columns) != len(table.columns):
        raise ValueError
    pairs = zip(table.blanks, kept["blanks"], strict=True)
    blanks = tuple((blank, Entry(entry), str(typed)) for (blank, _, _), (entry, typed) in pairs)
    return replace(table, columns=columns, blanks=blanks)


def _bare(word: str) -> str:
    return re.sub(r"[\s\d_＿年月日]", "", word)
