"""A ledger that an office already keeps: what its columns hold, what became of its rows, and what it tells of tasks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.domain.task import Status


class Column(StrEnum):
    """What a column of a ledger holds."""

    NUMBER = "number"
    GROUP = "group"
    TITLE = "title"
    TEXT = "text"
    TARGET = "target"
    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    PERSON = "person"
    START = "start"
    DATE = "date"
    DONE_ON = "done_on"
    STATUS = "status"
    PERCENT = "percent"
    PROGRESS = "progress"
    PROBLEMS = "problems"
    NEXT_STEP = "next_step"
    EVIDENCE = "evidence"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The meaning as screens and the command line name it."""
        return _LABELS[self]


_LABELS = {
    Column.NUMBER: "编号",
    Column.GROUP: "章节",
    Column.TITLE: "任务",
    Column.TEXT: "任务内容",
    Column.TARGET: "目标",
    Column.LEAD: "牵头单位",
    Column.SUPPORT: "配合单位",
    Column.RESPONSIBLE: "责任单位",
    Column.PERSON: "责任人",
    Column.START: "开始时间",
    Column.DATE: "完成时限",
    Column.DONE_ON: "销号日期",
    Column.STATUS: "状态",
    Column.PERCENT: "进度",
    Column.PROGRESS: "进展情况",
    Column.PROBLEMS: "存在问题",
    Column.NEXT_STEP: "下一步",
    Column.EVIDENCE: "佐证",
    Column.NOTE: "备注",
}

OFFERED = tuple(column for column in Column if column is not Column.START)
"""What an officer may choose for a column: nothing is kept of a start, so it is not offered."""

UNUSED = "不用"
"""How a column that is left out is called."""

_SAYS_MORE = frozenset({Column.LEAD, Column.SUPPORT, Column.RESPONSIBLE, Column.DATE, Column.PROGRESS, Column.STATUS})


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of a table hold.

    `columns` has a value for every column of the table, None where nobody knows; `certainty` says from 0 to 1 how
    surely, `names` what the head prints. Rows before `first` are head.
    """

    columns: tuple[Column | None, ...]
    certainty: tuple[float, ...]
    names: tuple[str, ...]
    heads: tuple[int, ...]
    first: int

    @property
    def confidence(self) -> float:
        """0 to 1: is this a ledger of tasks at all, and are its columns told apart? Under 0.5 ask first."""
        if Column.TITLE not in self.columns:
            return 0.0
        known = [sure for column, sure in zip(self.columns, self.certainty, strict=True) if column]
        says_more = any(column in _SAYS_MORE for column in self.columns)
        return round(sum(known) / len(known) * (1.0 if says_more else 0.4) * min(1.0, len(known) / 3), 2)

    @property
    def key(self) -> str:
        """The same for every table with this head: under it the officer's choice is remembered."""
        return "|".join("".join(name.split()) for name in self.names)

    def taking(self, place: int, column: Column | None) -> Mapping:
        """The mapping in which the column at `place` holds this; whatever held it before is left out.

        Several columns may name chapters: 章 and 节.
        """
        columns = list(self.columns)
        if column is not None and column is not Column.GROUP:
            columns = [None if held is column else held for held in columns]
        columns[place] = column
        return self.holding(columns)

    def holding(self, columns: Sequence[Column | None]) -> Mapping:
        """The same table with its columns decided by the officer: they are sure."""
        certainty = tuple(
            1.0 if column and column is not before else sure if column else 0.0
            for column, before, sure in zip(columns, self.columns, self.certainty, strict=True)
        )
        return replace(self, columns=tuple(columns), certainty=certainty)


class Fate(StrEnum):
    """What became of a row of a ledger."""

    TASK = "task"
    JOINED = "joined"
    """A further row of the task above: its units, dates and progress belong to it."""
    HEADING = "heading"
    ASIDE = "aside"

    @property
    def label(self) -> str:
        """The fate as screens print it."""
        return {"task": "任务", "joined": "并入上一项", "heading": "标题", "aside": "不作任务"}[self.value]


class Aside(StrEnum):
    """Why a row of a ledger is no task."""

    ABOVE = "表名和填报信息"
    HEAD = "表头"
    REPEATED_HEAD = "重复的表头"
    EMPTY = "空行"
    TOTAL = "合计行"
    REMARK = "说明"
    NOTHING_ASKED = "没有任务内容"


@dataclass(frozen=True, slots=True)
class RowFate:
    """What became of one row: `row` as the sheet counts it from 1 (0 over the table), `reason` why it is no task."""

    row: int
    fate: Fate
    reason: str = ""

    @property
    def words(self) -> str:
        """The fate in one word or two."""
        return self.reason or self.fate.label


@dataclass(frozen=True, slots=True)
class SheetAccount:
    """Every row of a sheet that holds something, with what became of it."""

    sheet: str
    rows: tuple[RowFate, ...]

    def count(self, fate: Fate) -> int:
        """How many rows went this way."""
        return sum(row.fate is fate for row in self.rows)

    def reasons(self) -> list[tuple[str, int]]:
        """Why rows were set aside, and how many for each reason."""
        return list(Counter(row.reason for row in self.rows if row.fate is Fate.ASIDE).items())

    @property
    def summary(self) -> str:
        """共 126 行：任务 112 行，标题 8 行，不作任务 6 行（表头 2、合计行 3、说明 1）; the parts add up to the whole."""
        counted = [f"{fate.label} {number} 行" for fate in Fate if (number := self.count(fate))]
        reasons = "、".join(f"{reason} {number}" for reason, number in self.reasons())
        return f"共 {len(self.rows)} 行：{'，'.join(counted)}" + (f"（{reasons}）" if reasons else "")


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """One sheet of an old ledger as it stands, and what its columns are taken for.

    `above` are the lines over its head; `letters` name its columns as the sheet does, `places` its rows, counted from 1.
    """

    name: str
    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    letters: tuple[str, ...]
    places: tuple[int, ...]
    mapping: Mapping

    @property
    def likely(self) -> bool:
        """Whether this is probably a list of tasks."""
        return self.mapping.confidence >= 0.5

    def with_mapping(self, mapping: Mapping) -> LedgerSheet:
        """The sheet read by another mapping."""
        return replace(self, mapping=mapping)


@dataclass(frozen=True, slots=True)
class Record:
    """What an old ledger tells of how a task stands, to be stored with it.

    `place` is where its row begins in the plan's text: the task that covers it gets the record. What is None or empty
    was not said. `day` is the day the progress was written, if the ledger says so; `first_due` the date before an
    extension; `no_evidence` why there is none.
    """

    place: int
    status: Status | None = None
    percent: int | None = None
    closed_on: dt.date | None = None
    day: dt.date | None = None
    text: str = ""
    problems: str = ""
    next_step: str = ""
    evidence: str = ""
    reporter: str = ""
    note: str = ""
    first_due: dt.date | None = None
    no_evidence: str = ""

    @property
    def says_words(self) -> bool:
        """Whether it makes an entry of progress."""
        return bool(self.text or self.problems or self.next_step or self.evidence or self.note)

    @property
    def says_anything(self) -> bool:
        """Whether there is anything to store."""
        known = (self.status, self.percent, self.closed_on, self.first_due)
        return self.says_words or bool(self.no_evidence) or any(value is not None for value in known)
