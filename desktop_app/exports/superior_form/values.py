"""What a column of a superior's form says of a task, and a blank of the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.domain.ledger import ProgressRow, TaskRow
from desktop_app.domain.numbers import in_digits
from desktop_app.domain.plan import Role
from desktop_app.domain.superior_form import Entry, Meaning
from desktop_app.domain.task import Mark, Status
from desktop_app.exports import wording
from desktop_app.exports.material import Material
from desktop_app.exports.text import closing, for_cell, full_date, share


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in whole percent: a number in a cell of that format, words elsewhere."""

    value: int


Value = str | int | dt.date | Percent


def words_of(value: Value) -> str:
    """The value in a document, where every cell is text."""
    if isinstance(value, Percent):
        return f"{value.value}%"
    return full_date(value) if isinstance(value, dt.date) else str(value)


def row_of(columns: Sequence[Meaning], material: Material, row: TaskRow, order: int) -> list[Value]:
    """The values of a task, column by column; "" where there is nothing to say."""
    entries = material.entries.get(row.id, ()) if material.period else ()
    latest = entries[-1] if entries else (None if material.period else row.latest)
    said = _Said(row, order, entries, latest)
    return [_clean(_VALUES[meaning](said)) for meaning in columns]


@dataclass(frozen=True, slots=True)
class _Said:
    """A task with the entries that the form speaks of: those of the period, or the newest."""

    row: TaskRow
    order: int
    entries: Sequence[ProgressRow]
    latest: ProgressRow | None


def _clean(value: Value) -> Value:
    return for_cell(value) if isinstance(value, str) else value


def _progress(said: _Said) -> str:
    if said.entries:
        return "；".join(dict.fromkeys(closing(entry.text) for entry in said.entries)) + "。"
    return said.latest.text if said.latest else ""


def _account(said: _Said, *, next_step: bool = False) -> str:
    """What stands in the columns of their own, where a form asks for it in one."""
    problems, step = (said.latest.problems, said.latest.next_step) if said.latest else ("", "")
    parts = (("", _progress(said)), ("存在问题：", problems), ("下一步：", step if next_step else ""))
    return "".join(f"{named}{closing(words)}。" for named, words in parts if words.strip())


def _units(said: _Said, role: Role) -> str:
    """The names alone: parts of a task are how this ledger is kept, a superior does not know them."""
    return "、".join(said.row.units(role))


def _reading(said: _Said) -> str:
    read = [(target, target.readings[-1]) for target in said.row.targets if target.readings]
    return "；".join(f"{target.name}：{in_digits(reading.value)}{target.unit}" for target, reading in read)


def _done(said: _Said) -> str:
    return "是" if said.row.status is Status.CLOSED else "否"


_VALUES: dict[Meaning, Callable[[_Said], Value]] = {
    Meaning.EMPTY: lambda said: "",
    Meaning.ORDER: lambda said: said.order,
    Meaning.NUMBER: lambda said: said.row.number,
    Meaning.PLAN: lambda said: said.row.plan_title,
    Meaning.CHAPTER: lambda said: said.row.chapter,
    Meaning.SECTION: lambda said: said.row.section,
    Meaning.TITLE: lambda said: said.row.title or said.row.text,
    Meaning.WORDING: lambda said: said.row.text,
    Meaning.TARGET: lambda said: "；".join(target.name for target in said.row.targets),
    Meaning.READING: _reading,
    Meaning.OWNERS: lambda said: "、".join(said.row.owners),
    Meaning.LEAD: lambda said: _units(said, Role.LEAD),
    Meaning.SUPPORT: lambda said: _units(said, Role.SUPPORT),
    Meaning.RESPONSIBLE: lambda said: _units(said, Role.RESPONSIBLE),
    Meaning.DUE: lambda said: said.row.due.date if said.row.due else "",
    Meaning.STATUS: lambda said: said.row.status.label,
    Meaning.DONE: _done,
    Meaning.CLOSED_ON: lambda said: said.row.closed_on or "",
    Meaning.PERCENT: lambda said: Percent(said.row.percent),
    Meaning.LIGHT: lambda said: wording.light_words(said.row.signal),
    Meaning.PROGRESS: _progress,
    Meaning.PROBLEMS: lambda said: said.latest.problems if said.latest else "",
    Meaning.NEXT_STEP: lambda said: said.latest.next_step if said.latest else "",
    Meaning.ACCOUNT: _account,
    Meaning.WHOLE_ACCOUNT: lambda said: _account(said, next_step=True),
    Meaning.REPORTER: lambda said: said.latest.reporter if said.latest else "",
    Meaning.EVIDENCE: lambda said: "、".join(said.row.evidence_names),
    Meaning.EVIDENCE_COUNT: lambda said: said.row.evidence,
    Meaning.REMARKS: lambda said: wording.remarks(said.row),
}


def entry_of(entry: Entry, typed: str, material: Material) -> str:
    """The words of a blank; "" leaves it as it is."""
    rows = material.rows
    closed = sum(row.status is Status.CLOSED for row in rows)
    words = {
        Entry.EMPTY: "",
        Entry.UNIT: material.options.signature_unit or "",
        Entry.TODAY: full_date(material.today),
        Entry.PERIOD: material.period.words if material.period else f"{material.today.year}年{material.today.month}月",
        Entry.PLAN: "、".join(plan.title for plan in material.plans),
        Entry.DOC_NUMBER: "、".join(filter(None, (plan.doc_number for plan in material.plans))),
        Entry.TASKS: str(len(rows)),
        Entry.CLOSED: str(closed),
        Entry.OVERDUE: str(sum(row.signal.mark is Mark.OVERDUE for row in rows)),
        Entry.RATE: share(closed, len(rows)) if rows else "",
        Entry.TYPED: typed,
    }
    return for_cell(words[entry])
