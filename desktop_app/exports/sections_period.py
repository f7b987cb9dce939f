"""The sections about a stretch of time: what was entered in the period, and what changed since the last submission."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from desktop_app.domain.ledger import ProgressRow, TaskRow
from desktop_app.exports.definitions import closed_in
from desktop_app.exports.figures import NO_CHAPTER, by_chapter
from desktop_app.exports.material import Since
from desktop_app.exports.period import Period
from desktop_app.exports.report_model import Level, Paragraph, Section
from desktop_app.exports.sections import Entries, who
from desktop_app.exports.table_model import Table, TableColumn, TableRow
from desktop_app.exports.text import closing, full_date, numeral

MOST_TOLD = 30
"""So many tasks are described one by one; all are in the annex."""

_CHAPTER_NUMBER = re.compile(r"^(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十百]+、)\s*")


def in_period(rows: Sequence[TaskRow], numbers: dict[int, int], period: Period, entries: Entries) -> Section:
    """本期工作进展: what was entered within the period, chapter by chapter, in the words it was entered in."""
    told = [row for row in rows if entries.get(row.id)]
    closed = [row for row in rows if closed_in(row, period.first, period.last)]
    blocks = [Paragraph(_counted(period, len(told), len(closed)))]
    if closed:
        named = "；".join(f"{_name(row)}（附件第{numbers[row.id]}项）" for row in closed[:MOST_TOLD])
        more = f"等{len(closed)}项" if len(closed) > MOST_TOLD else ""
        blocks.append(Paragraph(f"本期销号的任务：{named}{more}。"))
    for number, group in enumerate(by_chapter(told[:MOST_TOLD]).values(), 1):
        blocks.append(Paragraph(f"（{numeral(number)}）{_heading_words(group[0].chapter)}", Level.SECOND))
        blocks += [Paragraph(_told(row, numbers[row.id], entries[row.id], period), task=row.id) for row in group]
    if len(told) > MOST_TOLD:
        blocks.append(Paragraph(f"以上为前{MOST_TOLD}项，其余{len(told) - MOST_TOLD}项见附件。"))
    return Section("本期工作进展", tuple(blocks))


def _counted(period: Period, told: int, closed: int) -> str:
    if not told and not closed:
        return f"{period.words}，没有任务填报进展，也没有任务销号。"
    counts = f"{told}项任务填报进展" if told else "没有任务填报进展"
    return f"{period.words}，{counts}，{f'{closed}项' if closed else '没有'}任务销号。"


def _heading_words(chapter: str) -> str:
    """A chapter's name without its own number: the report counts anew."""
    return _CHAPTER_NUMBER.sub("", chapter) or NO_CHAPTER


def _told(row: TaskRow, number: int, entries: Sequence[ProgressRow], period: Period) -> str:
    texts = [f"{_day(entry.on, period)}，{closing(entry.text)}" for entry in entries if entry.text]
    last = entries[-1]
    problems = f"存在问题：{closing(last.problems)}。" if last.problems else ""
    step = f"下一步：{closing(last.next_step)}。" if last.next_step else ""
    said = f"{'；'.join(texts)}。" if texts else ""
    owners = f"，{who(row)}" if row.owners else ""
    return f"{_name(row)}（附件第{number}项{owners}，进度{row.percent}%）。{said}{problems}{step}"


def _name(row: TaskRow) -> str:
    return closing(row.title or row.text[:24])


def _day(day: dt.date, period: Period) -> str:
    one_year = period.first.year == period.last.year
    return f"{day.month}月{day.day}日" if one_year else full_date(day)


def since(last: Since, numbers: dict[int, int]) -> Section:
    """与上次报送相比的变化: what a superior asks first of the second report."""
    spoken = "" if last.period.startswith("截至") else f"，报送期为{last.period}"
    told = f"与第{last.number}次报送（{full_date(last.submitted_on)}{spoken}）相比"
    changes = last.changes
    if not changes:
        return Section(
            "与上次报送相比的变化", (Paragraph(f"{told}，各项任务的状态、进度、时限、进展和佐证没有变化。"),)
        )
    lines = tuple(
        TableRow((str(numbers.get(each.id, "—")), each.label, "；".join(each.words) + "。")) for each in changes
    )
    columns = (
        TableColumn("序号", 30), TableColumn("任务", 150, centred=False), TableColumn("变化", 230, centred=False),
    )  # fmt: skip
    words = f"{told}，有{len(changes)}项任务发生变化。“序号”为附件中的序号。"
    return Section("与上次报送相比的变化", (Paragraph(words), Table(columns, lines)), own_page=True)
