"""The ledger's second sheet: figures by chapter and by unit. Values, not formulas: they are right when first opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.ledger import Tally, TaskRow
from desktop_app.domain.task import Mark
from desktop_app.exports.cells import Styles, put
from desktop_app.exports.columns import Look
from desktop_app.exports.row_heights import height, lines_needed
from desktop_app.exports.text import for_cell, full_date

MARKS = (Mark.CLOSED, Mark.TO_CHECK, Mark.NORMAL, Mark.CAUTION, Mark.OVERDUE, Mark.UNCOUNTED)
"""The order in which every table of figures counts: from done to undone."""

_HEADS = ("任务", *(mark.label for mark in MARKS), "平均进度", "佐证份数")
HEAD_ROW = 3
_FIRST_WIDTH, _WIDTH = 38.0, 10.5
NO_CHAPTER, NO_UNIT = "（未分章）", "（未写明单位）"


def by_chapter(rows: Iterable[TaskRow], with_plan: bool) -> dict[str, list[TaskRow]]:
    """Rows by the heading above them, in outline order; the plan's name goes first where there are several plans."""
    groups: dict[str, list[TaskRow]] = {}
    for row in rows:
        chapter = row.chapter or NO_CHAPTER
        groups.setdefault(f"{row.plan_title}　{chapter}" if with_plan else chapter, []).append(row)
    return groups


def by_unit(rows: Iterable[TaskRow]) -> dict[str, list[TaskRow]]:
    """Rows by the units that answer for them, most tasks first; a task of two units stands under both."""
    groups: dict[str, list[TaskRow]] = {}
    for row in rows:
        for unit in row.owners or (NO_UNIT,):
            groups.setdefault(unit, []).append(row)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def fill(sheet: Worksheet, styles: Styles, rows: Sequence[TaskRow], today: dt.date) -> None:
    """Draw both tables on `sheet` under one head, which is frozen and repeated in print."""
    sheet.column_dimensions["A"].width = _FIRST_WIDTH
    for number, _ in enumerate(_HEADS, 2):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTH
    _across(sheet, 1, "任务进展统计", styles.title, 34)
    _across(sheet, 2, f"截至{full_date(today)}，共{len(rows)}项任务", styles.subtitle, 20)
    for column, head in enumerate(("章、单位", *_HEADS), 1):
        put(sheet, HEAD_ROW, column, head, styles.head)
    sheet.row_dimensions[HEAD_ROW].height = 24
    with_plan = len({row.plan_id for row in rows}) > 1
    below = _table(sheet, styles, HEAD_ROW + 1, "按章统计", by_chapter(rows, with_plan), rows)
    below = _table(sheet, styles, below, "按牵头（责任）单位统计", by_unit(rows), rows)
    note = "注：一项任务有多个牵头（责任）单位的，在各单位名下分别计数；合计为任务总数，不重复计数。"
    _across(sheet, below, note, styles.subtitle, 20)
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"


def _across(sheet: Worksheet, at: int, text: str, style: StyleArray, points: float) -> None:
    """A line over all columns."""
    put(sheet, at, 1, text, style)
    sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(_HEADS) + 1)
    sheet.row_dimensions[at].height = points


def _table(
    sheet: Worksheet,
    styles: Styles,
    at: int,
    caption: str,
    groups: dict[str, list[TaskRow]],
    rows: Sequence[TaskRow],
) -> int:
    """Draw one table from row `at` on; return the row after it."""
    for column in range(1, len(_HEADS) + 2):
        put(sheet, at, column, caption if column == 1 else None, styles.sums[Look.TEXT])
    sheet.row_dimensions[at].height = 24
    body = ((name, Tally.of(group), styles.body) for name, group in groups.items())
    total = (("合计", Tally.of(rows), styles.sums),)
    for number, (name, tally, looks) in enumerate(chain(body, total), at + 1):
        _figures(sheet, number, name, tally, looks)
    return at + 2 + len(groups)


def _figures(sheet: Worksheet, at: int, name: str, tally: Tally, looks: Mapping[Look, StyleArray]) -> None:
    put(sheet, at, 1, for_cell(name), looks[Look.TEXT])
    counts = (tally.total, *(tally.marks[mark] for mark in MARKS), tally.percent / 100, tally.evidence)
    for column, count in enumerate(counts, 2):
        put(sheet, at, column, count, looks[Look.PERCENT if column == len(counts) else Look.NUMBER])
    sheet.row_dimensions[at].height = height(lines_needed(name, _FIRST_WIDTH))
