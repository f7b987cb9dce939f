"""Which column of a ledger holds what: guessed from its head, shown to the officer, applied to its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.old_ledger import Aside, Column, Mapping
from desktop_app.ingest.column_heads import MOST_HEAD_ROWS, NUMBERED, find_heads, names_of
from desktop_app.ingest.column_words import LIKELY, read_head
from desktop_app.ingest.document import Table
from desktop_app.ingest.parsing.dates import read_note_date

_BY_CONTENT = 0.5
_SAMPLE = 30
_MOST = 0.6
_TOTAL = re.compile(r"(?:合|总|小|累|共)\s*计[：:]?")
_REMARK = re.compile(r"(?:注|备注|说明|填报说明|填表说明|填表人|填报人|审核人|联系电话)\s*[：:]")
_UNIT = re.compile(r"(?:局|委|办|部|厅|院|中心|政府|公司|街道|镇|乡|社|会|处|队|集团|单位|部门)(?:[（(][^）)]*[）)])?$")
_SEPARATED = re.compile(r"[、，,；;\s]+")
CHAPTER_ROW = "分组标题"
_PLANNED = re.compile("计划|时限|期限|要求|截止|节点|拟|应")
_DONE = re.compile("(?:完成|办结|整改)(?:时间|日期)")
_FILLED_DOWN = (Column.GROUP, Column.NUMBER, Column.TITLE)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A task as a ledger states it; `place` is the row of the table, `groups` the chapter rows above it.

    `levels` are what the columns that name chapters say of it, from the left.
    """

    place: int
    groups: tuple[str, ...]
    cells: dict[Column, str]
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """The tasks of a table, and every other row with the reason why it is none: read = rows + skipped + heads."""

    rows: tuple[LedgerRow, ...]
    skipped: tuple[tuple[int, str], ...]
    chapters: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """The skipped rows that name chapters, each with the chapters that hold from there on."""


def guess_columns(table: Table, head: int | None = None) -> Mapping:
    """The head of a table and what its columns hold, by the words of the head, then by what stands below.

    `head` says how many rows the head takes; it is found when left out.
    """
    start, stop = find_heads(table.rows) if head is None else (max(0, head - MOST_HEAD_ROWS), head)
    names = names_of(table.rows[start:stop], len(table.rows[0]) if table.rows else 0)
    columns, certainty = _by_head(names)
    _leave_out_counts(columns, certainty, table.rows[stop:])
    _by_content(columns, certainty, table.rows[stop:])
    _settle_titles(columns, certainty, table.rows[stop:])
    return Mapping(tuple(columns), tuple(certainty), names, tuple(range(stop)), stop)


def apply(mapping: Mapping, table: Table) -> Applied:
    """The rows of a table as tasks.

    A row with one filled cell names a chapter; totals, repeated heads and notes are skipped with the reason; an empty
    number, group or title is that of the row above when the row says something else.
    """
    rows: list[LedgerRow] = []
    skipped: list[tuple[int, str]] = []
    chapters: list[tuple[int, tuple[str, ...]]] = []
    groups: tuple[str, ...] = ()
    above: dict[Column, str] = {}
    levels: tuple[str, ...] = ()
    heads = {_bare(table.rows[place]) for place in mapping.heads}
    for place, row in enumerate(table.rows[mapping.first :], mapping.first):
        reason = _reason_to_skip(row, heads)
        if reason is None and (chapter := _chapter(row, mapping)):
            groups, above, levels, reason = _under(groups, chapter), {}, (), CHAPTER_ROW
            chapters.append((place, groups))
        cells = {} if reason else _cells(row, mapping, above)
        if reason is None and not (cells.get(Column.TITLE) or cells.get(Column.TEXT)):
            reason = Aside.NOTHING_ASKED
        if reason is not None:
            skipped.append((place, reason))
            continue
        above, levels = cells, _levels(row, mapping, levels)
        rows.append(LedgerRow(place, groups, cells, levels))
    return Applied(tuple(rows), tuple(skipped), tuple(chapters))


def _by_head(names: Sequence[str]) -> tuple[list[Column | None], list[float]]:
    found = [read_head(name) for name in names]
    columns: list[Column | None] = []
    for place, head in enumerate(found):
        rivals = [other for other in found if other and head and other[0] is head[0]]
        best = head is not None and head[1] == max(other[1] for other in rivals)
        # Two columns of one kind: the surer one has it; of two titles both stay until their contents are seen.
        taken = head is not None and head[0] not in _SEVERAL and head[0] in columns[:place]
        columns.append(head[0] if head is not None and best and not taken else None)
    _prefer_printed_number(columns, names)
    _tell_planned_from_done(columns, found, names)
    return columns, [head[1] if head and column else 0.0 for head, column in zip(found, columns, strict=True)]


_SEVERAL = (Column.TITLE, Column.GROUP)


def _prefer_printed_number(columns: list[Column | None], names: Sequence[str]) -> None:
    """Of 序号 and 编号 the second is the task's own number, the first only counts rows."""
    if Column.NUMBER not in columns:
        return
    first = columns.index(Column.NUMBER)
    bare = ["".join(name.split()) for name in names]
    own = next((place for place, name in enumerate(bare) if name.endswith("编号")), None)
    if own is not None and own != first and columns[own] is None and bare[first].startswith("序"):
        columns[first], columns[own] = None, Column.NUMBER


def _tell_planned_from_done(
    columns: list[Column | None], found: Sequence[tuple[Column, float] | None], names: Sequence[str]
) -> None:
    """完成时间 beside 计划完成时间 or 完成时限 is the day on which it was done."""
    dates = [place for place, head in enumerate(found) if head and head[0] is Column.DATE]
    planned = [place for place in dates if _PLANNED.search(names[place])]
    done = [place for place in dates if _DONE.fullmatch("".join(names[place].split()))]
    if planned and done and Column.DONE_ON not in columns:
        for place in dates:
            columns[place] = None
        columns[planned[0]], columns[done[0]] = Column.DATE, Column.DONE_ON


def _leave_out_counts(columns: list[Column | None], certainty: list[float], rows: Sequence[Sequence[str]]) -> None:
    """任务 over numbers counts tasks: that table is a summary, its column no title."""
    for place, column in enumerate(columns):
        values = [row[place] for row in rows if row[place]]
        if column in (Column.TITLE, Column.TEXT) and values and sum(map(_is_count, values)) >= _MOST * len(values):
            columns[place], certainty[place] = None, 0.0


def _is_count(value: str) -> bool:
    return re.fullmatch(r"[\d.,，]+[%％项个件]?", value) is not None


def _by_content(columns: list[Column | None], certainty: list[float], rows: Sequence[Sequence[str]]) -> None:
    """Columns without a name that anybody knows: numbers, dates and units are told by themselves."""
    for place, column in enumerate(columns):
        values = [row[place] for row in rows[:_SAMPLE] if row[place]]
        if column is not None or len(values) < 2:
            continue
        for kind, holds in ((Column.NUMBER, _is_number), (Column.DATE, _is_date), (Column.RESPONSIBLE, _is_unit)):
            if kind not in columns and sum(map(holds, values)) >= _MOST * len(values):
                columns[place], certainty[place] = kind, _BY_CONTENT
                break


def _is_number(value: str) -> bool:
    return NUMBERED.fullmatch(value) is not None


def _is_date(value: str) -> bool:
    return len(value) < 30 and read_note_date(value, 0, len(value), 2000) is not None


def _is_unit(value: str) -> bool:
    names = [name for name in _SEPARATED.split(value) if name]
    return len(value) < 120 and bool(names) and sum(bool(_UNIT.search(name)) for name in names) >= _MOST * len(names)


def _settle_titles(columns: list[Column | None], certainty: list[float], rows: Sequence[Sequence[str]]) -> None:
    """One title: of several the first that repeats is the group; without one the measures, or the problems, are it."""
    titles = [place for place, column in enumerate(columns) if column is Column.TITLE]
    if len(titles) > 1 and Column.GROUP not in columns and _repeats(rows, titles[0]):
        columns[titles.pop(0)] = Column.GROUP
    for place in titles[1:]:
        columns[place] = None if Column.TEXT in columns else Column.TEXT
        certainty[place] = min(certainty[place], LIKELY) if columns[place] else 0.0
    if Column.TITLE in columns:
        return
    if {Column.PROBLEMS, Column.TEXT} <= set(columns) and columns.index(Column.PROBLEMS) < columns.index(Column.TEXT):
        # 问题 | 整改措施: the finding names the task, the measures are what is asked.
        columns[columns.index(Column.PROBLEMS)] = Column.TITLE
        return
    for kind in (Column.TEXT, Column.PROBLEMS, Column.TARGET):
        if kind in columns:
            columns[columns.index(kind)] = Column.TITLE
            return


def _repeats(rows: Sequence[Sequence[str]], column: int) -> bool:
    values = [row[column] for row in rows if any(row)]
    filled = [value for value in values if value]
    return bool(filled) and (len(set(filled)) < 0.8 * len(filled) or len(filled) < 0.8 * len(values))


def _reason_to_skip(row: Sequence[str], heads: set[tuple[str, ...]]) -> str | None:
    filled = [cell for cell in row if cell]
    if not filled:
        return Aside.EMPTY
    if _bare(row) in heads:
        return Aside.REPEATED_HEAD
    if any(_TOTAL.fullmatch(cell) for cell in filled[:2]):
        return Aside.TOTAL
    return Aside.REMARK if _REMARK.match(filled[0]) and len(filled) <= 2 else None


def _bare(row: Sequence[str]) -> tuple[str, ...]:
    return tuple("".join(cell.split()) for cell in row)


def _chapter(row: Sequence[str], mapping: Mapping) -> str | None:
    """一、政务服务 across the whole width; also 一 | 政务服务 with nothing else."""
    filled = [(place, cell) for place, cell in enumerate(row) if cell]
    if len(filled) == 1 and not _is_number(filled[0][1]):
        place, words = filled[0]
        leads = place == 0 or mapping.columns[place] in (Column.NUMBER, Column.GROUP, Column.TITLE)
        return words if leads and (len(words) <= 60) and place <= 1 else None
    if len(filled) == 2 and mapping.columns[filled[0][0]] is Column.NUMBER and not filled[0][1].isascii():
        return f"{filled[0][1].rstrip('、')}、{filled[1][1]}" if _is_number(filled[0][1]) else None
    return None


def _under(groups: tuple[str, ...], chapter: str) -> tuple[str, ...]:
    """（一）… stands under 一、…; everything else replaces it."""
    nested = re.match(r"[（(][一二三四五六七八九十]+[)）]", chapter) is not None
    chapters = [group for group in groups if not re.match(r"[（(][一二三四五六七八九十]+[)）]", group)]
    return (*chapters, chapter) if nested else (chapter,)


def _levels(row: Sequence[str], mapping: Mapping, above: tuple[str, ...]) -> tuple[str, ...]:
    """The chapters that a row names in columns; an empty one is that of the row above, until a wider one changes."""
    said = [cell for column, cell in zip(mapping.columns, row, strict=False) if column is Column.GROUP]
    levels: list[str] = []
    for depth, words in enumerate(said):
        holds = depth < len(above) and levels == list(above[:depth])
        levels.append(words or (above[depth] if holds else ""))
    return tuple(levels)


def _cells(row: Sequence[str], mapping: Mapping, above: dict[Column, str]) -> dict[Column, str]:
    cells = {column: cell for column, cell in zip(mapping.columns, row, strict=False) if column and cell}
    says = any(column not in _FILLED_DOWN for column in cells)
    begins = bool(cells.keys() & {Column.NUMBER, Column.TITLE})
    for column in _FILLED_DOWN:
        missing = column in above and column not in cells
        # A new number or title begins something new: what stands above it no longer holds.
        if missing and says and (column is Column.GROUP or not begins):
            cells[column] = above[column]
    return cells
