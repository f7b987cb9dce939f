"""Tables of tasks: 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限, recognised by their head row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.plan import Assignment, Deadline, Recurrence, Role, Span
from desktop_app.ingest.parsing.brackets import trimmed
from desktop_app.ingest.parsing.dates import read_note_date
from desktop_app.ingest.parsing.headings import LONGEST_TITLE
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.note_words import Said, assign
from desktop_app.ingest.parsing.rhythms import read_rhythm

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("lead", re.compile(r"(?:牵头|主办|主责)(?:责任)?(?:单位|部门)|责任牵头(?:单位|部门)")),
    ("support", re.compile(r"(?:配合|协办|参与|协同|参加)(?:责任)?(?:单位|部门)")),
    ("responsible", re.compile(r"(?:责任|负责|落实|实施|承办|主要责任)(?:单位|部门|主体)")),
    ("date", re.compile(r"(?:完成|办结|整改)?(?:时限|时间|期限|节点|进度)")),
    ("number", re.compile(r"(?:序|编)号")),
    (
        "title",
        re.compile(
            r"(?:重点|工作|主要|具体|建设)?(?:任务|事项|项目|工作)(?:名称)?$|(?:重点|主要)工作任务|任务名称|目标任务|工作内容$"
        ),
    ),
    (
        "text",
        re.compile(
            r"(?:具体|工作|主要|任务|建设|重点|推进|落实|目标)?(?:措施|内容|要求|举措|任务|安排|目标)|任务分解|成果"
        ),
    ),
)
_ROLES = {"lead": Role.LEAD, "support": Role.SUPPORT, "responsible": Role.RESPONSIBLE}


@dataclass(frozen=True, slots=True)
class TableRow:
    """A task as a table states it; ranges point into the text."""

    line: int
    start: int
    end: int
    number: str
    title: Span
    body: tuple[Span, ...]
    cells: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Neighbouring rows; `columns` is None for a table that is not one of tasks."""

    lines: tuple[int, ...]
    spans: tuple[Span, ...]
    columns: tuple[str, ...] | None
    heads: tuple[int, ...]
    others: tuple[int, ...]
    rows: tuple[TableRow, ...]


def read_tables(lines: Sequence[Line]) -> list[Table]:
    """The tables among the lines, in order."""
    tables: list[Table] = []
    group: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.is_row and (not group or group[-1].index + 1 == line.index):
            group.append(line)
            continue
        if group:
            tables.append(_read_table(group))
        group = [line] if line is not None and line.is_row else []
    return tables


def row_facts(text: str, row: TableRow, year: int | None) -> Said:
    """The units, the date and the rhythm in the cells of a row."""
    assignments: list[Assignment] = []
    deadlines: list[Deadline] = []
    recurrences: list[Recurrence] = []
    for column, span in row.cells:
        if column in _ROLES:
            assignments += assign(_ROLES[column], text, span.start, span.end, "table.cell")
        elif column == "date":
            deadline, rhythm = read_note_date(text, *span, year), read_rhythm(text, *span)
            deadlines += [deadline] if deadline else []
            recurrences += [rhythm] if rhythm else []
    return Said(tuple(assignments), tuple(deadlines), tuple(recurrences))


def _read_table(lines: list[Line]) -> Table:
    spans = tuple(Span(line.start, line.end) for line in lines)
    indexes = tuple(line.index for line in lines)
    for place, line in enumerate(lines[:4]):
        columns = _columns(line.text)
        if columns is not None:
            heads = tuple(head.index for head in lines[: place + 1])
            rows, more = _rows(lines[place + 1 :], columns)
            return Table(indexes, spans, columns, heads, more, tuple(rows))
    return Table(indexes, spans, None, (), (), ())


def _columns(head: str) -> tuple[str, ...] | None:
    """What each column holds; None when the row is not the head of a table of tasks."""
    names = []
    for cell in head.split("\t"):
        bare = re.sub(r"\s", "", cell)
        name = next((name for name, pattern in _COLUMNS if len(bare) <= 14 and pattern.search(bare)), "")
        names.append(name)
    if "title" not in names and "text" in names:
        names[names.index("text")] = "title"
    says_who = any(name in _ROLES or name == "date" for name in names)
    return tuple(names) if "title" in names and says_who else None


def _rows(lines: Sequence[Line], columns: tuple[str, ...]) -> tuple[list[TableRow], tuple[int, ...]]:
    rows: list[TableRow] = []
    others: list[int] = []
    for line in lines:
        row = None if _columns(line.text) == columns else _row(line, columns)
        if row is None:
            others.append(line.index)
        else:
            rows.append(row)
    return rows, tuple(others)


def _row(line: Line, columns: tuple[str, ...]) -> TableRow | None:
    """A task, or None for a row that names a group or holds fewer cells than a task needs."""
    cells: list[tuple[str, Span]] = []
    at = line.start
    for place, cell in enumerate(line.text.split("\t")):
        start, end = trimmed(cell, 0, len(cell))
        column = columns[place] if place < len(columns) else ""
        if start < end:
            cells.append((column, Span(at + start, at + end)))
        at += len(cell) + 1
    held = dict(reversed(cells))
    title = held.get("title") or held.get("text")
    if title is None or len(cells) < 2:
        return None
    words = line.text[title.start - line.start : title.end - line.start]
    number = held.get("number")
    printed = line.text[number.start - line.start : number.end - line.start] if number else ""
    texts = [span for column, span in cells if column in ("text", "") and span != title and span != number]
    title, more = _short_title(words, title)
    return TableRow(line.index, line.start, line.end, printed, title, tuple(more + texts), tuple(cells))


def _short_title(words: str, span: Span) -> tuple[Span, list[Span]]:
    """推进云迁移。配合市级… in one cell: title and text."""
    stop = words.find("。")
    if 0 < stop <= LONGEST_TITLE:
        rest = [Span(span.start + stop + 1, span.end)] if stop + 1 < len(words) else []
        return Span(span.start, span.start + stop), rest
    if len(words) <= LONGEST_TITLE:
        return span, []
    return Span(span.start, span.start), [span]
