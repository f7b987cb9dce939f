"""Tables of tasks: 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限, recognised by their head row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.plan import Assignment, Deadline, Recurrence, Role, Span
from desktop_app.ingest.column_words import Column, read_head
from desktop_app.ingest.parsing.brackets import trimmed
from desktop_app.ingest.parsing.dates import read_note_date
from desktop_app.ingest.parsing.headings import LONGEST_TITLE
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.note_words import Said, assign
from desktop_app.ingest.parsing.rhythms import read_rhythm

ROLES = {Column.LEAD: Role.LEAD, Column.SUPPORT: Role.SUPPORT, Column.RESPONSIBLE: Role.RESPONSIBLE}
_WHO_OR_WHEN = frozenset({*ROLES, Column.DATE})
_WHAT = (Column.TITLE, Column.TEXT, Column.TARGET)
_HEAD_ROWS = 4


class Cell(NamedTuple):
    """What a cell holds, its words, and where they are printed."""

    column: Column | None
    words: str
    span: Span


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
    """Neighbouring rows; `columns` is None for a table that is not one of tasks."""

    lines: tuple[int, ...]
    spans: tuple[Span, ...]
    columns: tuple[Column | None, ...] | None
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
    for cell in row.cells:
        if cell.column in ROLES:
            assignments += assign(ROLES[cell.column], text, *cell.span, "table.cell")
        elif cell.column is Column.DATE:
            deadline, rhythm = read_note_date(text, *cell.span, year), read_rhythm(text, *cell.span)
            deadlines += [deadline] if deadline else []
            recurrences += [rhythm] if rhythm else []
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


def _read_table(lines: list[Line]) -> Table:
    spans = tuple(Span(line.start, line.end) for line in lines)
    indexes = tuple(line.index for line in lines)
    for place, line in enumerate(lines[:_HEAD_ROWS]):
        columns = _columns(line.text)
        if columns is not None:
            heads = tuple(head.index for head in lines[: place + 1])
            rows, more = _rows(lines[place + 1 :], columns)
            return Table(indexes, spans, columns, heads, more, tuple(rows))
    return Table(indexes, spans, None, (), (), ())


def _columns(head: str) -> tuple[Column | None, ...] | None:
    """What each column holds; None when the row is not the head of a table of tasks."""
    found = (read_head(cell) for cell in head.split("\t"))
    columns = tuple(named[0] if named else None for named in found)
    return columns if names_tasks(columns) else None


def _rows(lines: Sequence[Line], columns: tuple[Column | None, ...]) -> tuple[list[TableRow], tuple[int, ...]]:
    rows: list[TableRow] = []
    others: list[int] = []
    for line in lines:
        row = None if _columns(line.text) == columns else _row(line, columns)
        if row is None:
            others.append(line.index)
        else:
            rows.append(row)
    return rows, tuple(others)


def _row(line: Line, columns: tuple[Column | None, ...]) -> TableRow | None:
    cells: list[Cell] = []
    at = line.start
    for place, cell in enumerate(line.text.split("\t")):
        start, end = trimmed(cell, 0, len(cell))
        column = columns[place] if place < len(columns) else None
        cells.append(Cell(column, cell[start:end], Span(at + start, at + end)))
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
