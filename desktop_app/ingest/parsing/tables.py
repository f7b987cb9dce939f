"""Tables of tasks: 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限, recognised by their head row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.plan import Assignment, Deadline, DeadlineKind, Recurrence, Role, Span, Target
from desktop_app.ingest.column_words import Column, read_head
from desktop_app.ingest.columns import guess_columns
from desktop_app.ingest.document import Table as Cells
from desktop_app.ingest.parsing.brackets import trimmed
from desktop_app.ingest.parsing.dates import read_note_date, read_note_dates
from desktop_app.ingest.parsing.headings import LONGEST_TITLE
from desktop_app.ingest.parsing.indicators import find_indicators
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.parsing.note_words import Said, assign
from desktop_app.ingest.parsing.rhythms import read_rhythm

ROLES = {Column.LEAD: Role.LEAD, Column.SUPPORT: Role.SUPPORT, Column.RESPONSIBLE: Role.RESPONSIBLE}
_WHO_OR_WHEN = frozenset({*ROLES, Column.DATE})
_WHAT = (Column.TITLE, Column.TEXT, Column.TARGET)
_HEAD_ROWS = 4
_HEADINGS_BETWEEN = 3
_FILLED = re.compile(r"[^\t]*[^\t\s][^\t]*")
_CHINESE = re.compile(r"[一二三四五六七八九十]{1,3}、?|[（(][一二三四五六七八九十]{1,3}[）)]")
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计(?:\t|$)")
_PERIOD = re.compile(
    r"(?:20\d\d年)?(?:第?[一二三四1-4]季度|\d{1,2}月份?|[上下]半年)(?:目标|任务|计划|进度|安排|节点)?|20\d\d年(?:目标|任务|计划)?"
)


class Cell(NamedTuple):
    """What a cell holds, its words, and where they are printed; `period` is the time that its column's head names."""

    column: Column | None
    words: str
    span: Span
    period: str = ""


class Group(NamedTuple):
    """The cell of a column 类别 that names the rows from here on; `line` is the index of its line."""

    line: int
    title: Span
    number: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A task as a table states it; ranges point into the text, `lines` are the lines that print it."""

    lines: tuple[int, ...]
    start: int
    end: int
    number: str
    title: Span
    body: tuple[Span, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Neighbouring rows; `columns` is None for a table that is not one of tasks.

    Among its rows stand lines that head those behind them: 一、政务服务. `indicators` are what a table of goals states.
    """

    lines: tuple[int, ...]
    spans: tuple[Span, ...]
    columns: tuple[Column | None, ...] | None
    heads: tuple[int, ...]
    others: tuple[int, ...]
    rows: tuple[TableRow | Line | Group, ...]
    indicators: tuple[Target, ...] = ()


def read_tables(lines: Sequence[Line]) -> list[Table]:
    """The tables among the lines, in order; a table goes on behind a heading between its rows."""
    tables: list[Table] = []
    for group in _neighbours(lines):
        last = tables[-1] if tables else None
        goes_on = last is not None and group[0].index - last.lines[-1] <= _HEADINGS_BETWEEN + 1
        columns = last.columns if goes_on and last is not None else None
        tables.append(_read_table(group, columns))
    return tables


def _neighbours(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.is_row and (not group or group[-1].index + 1 == line.index):
            group.append(line)
            continue
        if group:
            yield group
        group = [line] if line.is_row else []
    if group:
        yield group


def row_facts(text: str, row: TableRow, year: int | None) -> Said:
    """The units, the date and the rhythm in the cells of a row."""
    assignments: list[Assignment] = []
    deadlines: list[Deadline] = []
    recurrences: list[Recurrence] = []
    for cell in row.cells:
        if cell.column in ROLES:
            assignments += assign(ROLES[cell.column], text, *cell.span, "table.cell")
        elif cell.column is Column.DATE:
            deadlines += read_note_dates(text, *cell.span, year)
            rhythm = read_rhythm(text, *cell.span)
            recurrences += [rhythm] if rhythm else []
        elif cell.period and (due := read_note_date(cell.period, 0, len(cell.period), year)):
            deadlines.append(Deadline(due.date, DeadlineKind.MILESTONE, cell.period, cell.span, "table.period"))
    return Said(tuple(assignments), tuple(deadlines), tuple(recurrences))


def names_tasks(columns: Iterable[Column | None]) -> bool:
    """True for the head of a table of tasks: it says what, and who or when."""
    named = set(columns)
    return not named.isdisjoint(_WHAT) and not named.isdisjoint(_WHO_OR_WHEN)


def make_row(lines: Sequence[int], place: Span, cells: Sequence[Cell]) -> TableRow | None:
    """A task, or None for a row that names a group or holds fewer cells than a task needs."""
    filled = [cell for cell in cells if cell.words]
    held = {cell.column: cell for cell in reversed(filled)}
    what = next((held[column] for column in _WHAT if column in held), None)
    if what is None or len(filled) < 2:
        return None
    number = held.get(Column.NUMBER)
    title, more = _short_title(what)
    texts = [cell.span for cell in filled if cell.column in (*_WHAT, None) and cell not in (what, number)]
    printed = number.words if number else ""
    return TableRow(tuple(lines), place.start, place.end, printed, title, (*more, *texts), tuple(filled))


def _read_table(lines: list[Line], before: tuple[Column | None, ...] | None) -> Table:
    """`before` are the columns of a table that these rows may go on with when they have no head of their own."""
    spans = tuple(Span(line.start, line.end) for line in lines)
    indexes = tuple(line.index for line in lines)
    indicators = find_indicators(lines)
    if indicators:
        return Table(indexes, spans, None, (), (), (), indicators)
    columns, first, periods = _head(lines)
    if columns is None and before is not None and _go_on(lines, before):
        columns = before
    if columns is None:
        return Table(indexes, spans, None, (), (), ())
    rows, more = _rows(lines[first:], columns, periods)
    return Table(indexes, spans, columns, indexes[:first], more, tuple(rows))


def _go_on(lines: Sequence[Line], columns: Sequence[Column | None]) -> bool:
    """Rows as wide as the columns above them; empty cells at the end of a numbered row may have been dropped."""
    rows = [line.text.split("\t") for line in lines]
    numbered = columns[0] is Column.NUMBER
    return all(
        len(row) == len(columns) or (numbered and len(row) < len(columns) and row[0].strip().isdecimal())
        for row in rows
    )


def _head(lines: Sequence[Line]) -> tuple[tuple[Column | None, ...] | None, int, Mapping[int, str]]:
    """What the columns hold, how many rows the head takes, and which columns stand for a time: 一季度, 二季度.

    None for a table that is not one of tasks.
    """
    rows = [tuple(cell.strip() for cell in line.text.split("\t")) for line in lines]
    width = max(len(row) for row in rows)
    mapping = guess_columns(Cells(tuple(row + ("",) * (width - len(row)) for row in rows)))
    if not mapping.heads or mapping.first > _HEAD_ROWS or not names_tasks(mapping.columns):
        return None, 0, {}
    periods = {place: name for place, name in enumerate(mapping.names) if _PERIOD.fullmatch(name)}
    return mapping.columns, mapping.first, periods if len(periods) > 1 else {}


def _rows(
    lines: Sequence[Line], columns: tuple[Column | None, ...], periods: Mapping[int, str]
) -> tuple[list[TableRow | Line | Group], tuple[int, ...]]:
    rows: list[TableRow | Line | Group] = []
    others: list[int] = []
    groups = _groups(lines, columns)
    for line in lines:
        heading = _heading(line) or _numbered_heading(line)
        row = None if heading or _repeats_head(line.text) or _is_total(line.text) else _row(line, columns, periods)
        if heading is not None:
            rows.append(heading)
        elif row is not None:
            rows += [*groups.get(line.index, ()), row]
        else:
            others.append(line.index)
    return rows, tuple(others)


def _groups(lines: Sequence[Line], columns: tuple[Column | None, ...]) -> dict[int, list[Group]]:
    """Where a column 类别 begins to say something new; a column that never says the same twice groups nothing."""
    if Column.GROUP not in columns or Column.TITLE not in columns:
        return {}
    place = columns.index(Column.GROUP)
    named: dict[int, list[Group]] = {}
    last, filled = "", 0
    for line in lines:
        cells = line.text.split("\t")
        words = cells[place].strip() if place < len(cells) else ""
        filled += bool("".join(cells).strip())
        if words and words != last:
            start = line.start + sum(len(cell) + 1 for cell in cells[:place]) + cells[place].index(words)
            named[line.index] = [Group(line.index, Span(start, start + len(words)))]
            last = words
    return named if len(named) < filled else {}


def _heading(line: Line) -> Line | None:
    """一、政务服务 in one cell across the table heads the rows behind it."""
    words = line.text.strip("\t ")
    mark = None if "\t" in words else read_mark(words)
    if mark is None or mark.end >= len(words):
        return None
    start = line.start + line.text.index(words)
    return Line(line.index, start, start + len(words), words)


def _numbered_heading(line: Line) -> Group | None:
    """一 | 经济发展 and nothing else heads the rows behind it."""
    filled = list(_FILLED.finditer(line.text))
    if len(filled) != 2 or not _CHINESE.fullmatch(filled[0][0].strip()):
        return None
    start, end = trimmed(line.text, *filled[1].span())
    return Group(line.index, Span(line.start + start, line.start + end), filled[0][0].strip())


def _is_total(row: str) -> bool:
    return _TOTAL.match(row.strip()) is not None


def _repeats_head(row: str) -> bool:
    """The head printed again on another page."""
    found = [read_head(cell) for cell in row.split("\t")]
    return all(found) and names_tasks(head[0] for head in found if head)


def _row(line: Line, columns: tuple[Column | None, ...], periods: Mapping[int, str]) -> TableRow | None:
    cells: list[Cell] = []
    at = line.start
    for place, cell in enumerate(line.text.split("\t")):
        start, end = trimmed(cell, 0, len(cell))
        column = columns[place] if place < len(columns) else None
        cells.append(Cell(column, cell[start:end], Span(at + start, at + end), periods.get(place, "")))
        at += len(cell) + 1
    return make_row([line.index], Span(line.start, line.end), cells)


def _short_title(what: Cell) -> tuple[Span, list[Span]]:
    """推进云迁移。配合市级… in one cell: title and text."""
    span, stop = what.span, what.words.find("。")
    if 0 < stop <= LONGEST_TITLE:
        rest = [Span(span.start + stop + 1, span.end)] if stop + 1 < len(what.words) else []
        return Span(span.start, span.start + stop), rest
    if len(what.words) <= LONGEST_TITLE:
        return span, []
    return Span(span.start, span.start), [span]
