"""The ledger's second sheet: figures by chapter and by unit. Values, not formulas: they are right when first opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import chain

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.ledger import Tally, TaskRow
from desktop_app.exports.cells import Style, Styles, put
from desktop_app.exports.columns import Look
from desktop_app.exports.figures import MARKS, NO_CHAPTER, by_chapter, by_unit
from desktop_app.exports.row_heights import height, lines_needed
from desktop_app.exports.text import for_cell, full_date

_HEADS = ("任务", *(mark.label for mark in MARKS), "平均进度", "佐证份数")
HEAD_ROW = 3
_FIRST_WIDTH, _WIDTH = 38.0, 10.5


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
    below = _table(sheet, styles, HEAD_ROW + 1, "按章统计", _chapters(rows), rows)
    below = _table(sheet, styles, below, "按牵头（责任）单位统计", by_unit(rows), rows)
    note = "注：一项任务有多个牵头（责任）单位的，在各单位名下分别计数；合计为任务总数，不重复计数。"
    _across(sheet, below, note, styles.subtitle, 20)
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"


def _chapters(rows: Sequence[TaskRow]) -> dict[str, list[TaskRow]]:
    """Rows by chapter; the plan's name goes first where there are several plans."""
    several = len({row.plan_id for row in rows}) > 1
    return {
        (f"{group[0].plan_title}　" if several else "") + (chapter or NO_CHAPTER): group
        for (_, chapter), group in by_chapter(rows).items()
    }


def _across(sheet: Worksheet, at: int, text: str, style: Style, points: float) -> None:
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


def _figures(sheet: Worksheet, at: int, name: str, tally: Tally, looks: Mapping[Look, Style]) -> None:
    put(sheet, at, 1, for_cell(name), looks[Look.TEXT])
    counts = (tally.total, *(tally.marks[mark] for mark in MARKS), tally.percent / 100, tally.evidence)
    for column, count in enumerate(counts, 2):
        put(sheet, at, column, count, looks[Look.PERCENT if column == len(counts) else Look.NUMBER])
    sheet.row_dimensions[at].height = height(lines_needed(name, _FIRST_WIDTH))
