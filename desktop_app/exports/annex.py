"""The ledger as the report's annex: what a reader of the report asks of each task; the wording is in the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.ledger import Tally, TaskRow
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Status
from desktop_app.exports.figures import NO_CHAPTER, by_chapter
from desktop_app.exports.report_model import Annex
from desktop_app.exports.table_model import RowKind, TableColumn, TableRow
from desktop_app.exports.text import closing, for_page
from desktop_app.exports.wording import latest_progress, part_standing, unit_names

COLUMNS = (
    TableColumn("序号", 26),
    TableColumn("任务", 126, centred=False),
    TableColumn("责任分工", 116, centred=False),
    TableColumn("完成时限", 55),
    TableColumn("状态\n进度", 43),
    TableColumn("亮灯", 69, light=True),
    TableColumn("最新进展和存在问题", 175, centred=False),
    TableColumn("佐证\n份数", 28),
)


WORDED = (
    TableColumn("序号", 30),
    TableColumn("任务", 80, centred=False),
    TableColumn("任务内容", 224, centred=False),
    TableColumn("责任分工", 88, centred=False),
    TableColumn("完成时限", 55),
    TableColumn("状态\n进度", 40),
    TableColumn("亮灯", 74, light=True),
    TableColumn("最新进展和存在问题", 117, centred=False),
    TableColumn("佐证\n份数", 30),
)


def ledger(title: str, rows: Sequence[TaskRow]) -> Annex:
    """The ledger behind a report."""
    return Annex(title, COLUMNS, tuple(annex_rows(rows)))


def full_ledger(title: str, rows: Sequence[TaskRow], note: str) -> Annex:
    """The ledger as a document of its own, with what each task asks for."""
    texts = iter([for_page(row.text) for row in rows])
    return Annex(title, WORDED, tuple(_worded(row, texts) for row in annex_rows(rows)), note=note, dense=True)


def _worded(row: TableRow, texts: Iterator[str]) -> TableRow:
    if row.kind is not RowKind.PLAIN:
        return row
    return TableRow((*row.cells[:2], next(texts), *row.cells[2:]), mark=row.mark)


def annex_rows(rows: Sequence[TaskRow]) -> Iterator[TableRow]:
    """The table's rows: each chapter's heading, its sections' where it has any, and the tasks under them."""
    number = 0
    several = len({row.plan_id for row in rows}) > 1
    for group in by_chapter(rows).values():
        yield TableRow((_heading(group, several),), RowKind.GROUP)
        section = ""
        for row in group:
            number += 1
            if row.section != section:
                section = row.section
                yield TableRow((for_page(section) or "（未分节）",), RowKind.GROUP)
            yield _task(row, number)


def _heading(group: Sequence[TaskRow], several: bool) -> str:
    tally = Tally.of(group)
    plan = f"《{group[0].plan_title}》" if several else ""
    chapter = for_page(group[0].chapter) or NO_CHAPTER
    closed = f"，已销号{tally.statuses[Status.CLOSED]}项" if tally.statuses[Status.CLOSED] else ""
    return f"{plan}{chapter}（{tally.total}项{closed}，{'平均' if tally.total > 1 else ''}进度{tally.percent}%）"


def _task(row: TaskRow, number: int) -> TableRow:
    due = f"{row.due.date.year}年\n{row.due.date.month}月{row.due.date.day}日" if row.due else "未定"
    percent = f"\n{row.percent}%" if row.status in (Status.IN_PROGRESS, Status.SUSPENDED) else ""
    title = for_page(row.title) or for_page(row.text)[:60]
    cells = (
        str(number), f"{for_page(row.number)}{title}", _units(row), due,
        f"{row.status.label}{percent}", row.signal.word, _standing(row), str(row.evidence),
    )  # fmt: skip
    return TableRow(cells, mark=row.signal.mark)


def _units(row: TaskRow) -> str:
    named = ((role.label[:2], for_page(unit_names(row, role))) for role in Role)
    return "\n".join(f"{label}：{units}" for label, units in named if units)


def _standing(row: TaskRow) -> str:
    lines = [f"分段{part.index}：{part_standing(part)}。" for part in row.parts]
    lines.append(for_page(latest_progress(row)))
    if row.latest and row.latest.problems:
        lines.append(f"存在问题：{for_page(closing(row.latest.problems))}。")
    return "\n".join(line for line in lines if line) or "尚未填报进展"
