"""Tables of tasks whose cells were pulled apart: every cell on a line of its own, or a row on one line between blanks.

    序号 / 工作任务 / 牵头单位 / 完成时限 / 1 / 建设平台 / 市数据局 / 2024年6月底 / 2 / …
    序号 工作任务 牵头单位 完成时限        1 建设平台 市数据局 2024年6月底

Rows are told by their counting numbers; between them a line 一、基础设施 may head a group, in which they count on or begin
again. A cell may be missing: what holds units or a date is known by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.domain.plan import Span
from desktop_app.ingest.column_words import Column, read_head
from desktop_app.ingest.parsing.dates import read_note_date
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.marks import Style, read_mark
from desktop_app.ingest.parsing.rhythms import is_rhythm
from desktop_app.ingest.parsing.tables import ROLES, Cell, Group, Table, TableRow, make_row, names_tasks
from desktop_app.ingest.parsing.units import looks_like_unit, split_units

_LONGEST_HEAD = 10
_MOST_COLUMNS = 9
_LEAST_COLUMNS = 3
_LONGEST_DATE = 24
_LONGEST_GROUP = 40
_GROUPS = frozenset({Style.CHINESE, Style.CHINESE_BRACKETS, Style.PART, Style.CHAPTER, Style.NAMED})
_Printed = tuple[list[Line], list[tuple[str, Span]]]
"""The lines of a row and its cells as printed."""
_HEAD_BEGINS = frozenset("序编")
_BLANKS = re.compile(r"[ \u3000]+")


def find_flattened(lines: Sequence[Line]) -> list[Table]:
    """The pulled-apart tables among the lines, in order."""
    tables: list[Table] = []
    place = 0
    while place < len(lines):
        if lines[place].text[:1] not in _HEAD_BEGINS:
            place += 1
            continue
        table = _on_lines(lines, place) or _in_blanks(lines, place)
        if table is None:
            place += 1
            continue
        tables.append(table)
        place += len(table.lines)
    return tables


def _on_lines(lines: Sequence[Line], place: int) -> Table | None:
    """A head of 序号 and its neighbours, each a line, then rows that begin with 1, 2, 3."""
    if _column_of(lines[place].text) is not Column.NUMBER:
        return None
    columns: list[Column | None] = []
    for line in lines[place : place + _MOST_COLUMNS]:
        column = _column_of(line.text)
        if column is None or (column is Column.NUMBER and columns):
            break
        columns.append(column)
    first = place + len(columns)
    if len(columns) < _LEAST_COLUMNS or not names_tasks(columns):
        return None
    found = list(_rows_of(lines, first, len(columns)))
    rows = [
        row if isinstance(row, Line) else (row, [(line.text, Span(line.start, line.end)) for line in row])
        for row in found
    ]
    return _table(lines[place:first], rows, columns)


def _rows_of(lines: Sequence[Line], first: int, width: int) -> Iterator[list[Line] | Line]:
    """Lines from one counting number to the next, and headings between rows; the last row has at most a line a column."""
    place, count = first, 1
    while place < len(lines):
        if _heads_rows(lines, place, count):
            yield lines[place]
            place += 1
            count = _counted(lines, place) or count
            continue
        if _counted(lines, place) != count:
            return
        stop = place + 1
        while stop < len(lines) and stop - place < 2 * width and not _goes_on(lines, stop, count + 1):
            stop += 1
        stop = stop if _goes_on(lines, stop, count + 1) else min(place + width, len(lines))
        yield list(lines[place:stop])
        place, count = stop, count + 1


def _goes_on(lines: Sequence[Line], place: int, count: int) -> bool:
    """The next row begins here, or the heading above it."""
    return _counted(lines, place) == count or _heads_rows(lines, place, count)


def _heads_rows(lines: Sequence[Line], place: int, count: int) -> bool:
    """一、基础设施 with the number of the next row under it, which counts on or begins again."""
    if place + 1 >= len(lines) or _counted(lines, place + 1) not in (count, 1):
        return False
    mark = read_mark(lines[place].text)
    return mark is not None and mark.style in _GROUPS and len(lines[place].text) <= _LONGEST_GROUP


def _counted(lines: Sequence[Line], place: int) -> int | None:
    """The number that stands alone on a line."""
    words = lines[place].text.strip().rstrip(".．、") if place < len(lines) else ""
    return int(words) if words.isdecimal() and words.isascii() else None


def _in_blanks(lines: Sequence[Line], place: int) -> Table | None:
    """A head whose words stand between blanks, then lines that begin with 1, 2, 3."""
    heads = _BLANKS.split(lines[place].text)
    if not _LEAST_COLUMNS <= len(heads) <= _MOST_COLUMNS or lines[place].is_row:
        return None
    columns = [_column_of(head) for head in heads]
    if columns[0] is not Column.NUMBER or not names_tasks(columns):
        return None
    rows: list[_Printed | Line] = []
    for line in lines[place + 1 :]:
        cells = list(_blank_cells(line))
        if len(cells) < _LEAST_COLUMNS or cells[0][0] != str(len(rows) + 1):
            break
        rows.append(([line], cells))
    return _table(lines[place : place + 1], rows, columns)


def _blank_cells(line: Line) -> Iterator[tuple[str, Span]]:
    at = 0
    for gap in [*_BLANKS.finditer(line.text), None]:
        stop = gap.start() if gap else len(line.text)
        yield line.text[at:stop], Span(line.start + at, line.start + stop)
        at = gap.end() if gap else stop


def _column_of(words: str) -> Column | None:
    found = read_head(words) if len(words) <= _LONGEST_HEAD else None
    return found[0] if found else None


def _table(
    heads: Sequence[Line],
    rows: Sequence[_Printed | Line],
    columns: Sequence[Column | None],
) -> Table | None:
    """The table, when there are rows in it."""
    made: list[TableRow | Line | Group] = []
    taken = list(heads)
    for printed_row in rows:
        if isinstance(printed_row, Line):
            made.append(printed_row)
            taken.append(printed_row)
            continue
        lines, printed = printed_row
        cells = _by_place(printed, columns) if len(printed) == len(columns) else _by_words(printed, columns)
        row = make_row([line.index for line in lines], Span(lines[0].start, lines[-1].end), cells)
        if row is None:
            return None
        made.append(row)
        taken += lines
    if not made:
        return None
    indexes = tuple(line.index for line in taken)
    spans = tuple(Span(line.start, line.end) for line in taken)
    return Table(indexes, spans, tuple(columns), tuple(line.index for line in heads), (), tuple(made))


def _by_place(printed: Sequence[tuple[str, Span]], columns: Sequence[Column | None]) -> list[Cell]:
    return [Cell(column, words, span) for (words, span), column in zip(printed, columns, strict=True)]


def _by_words(printed: Sequence[tuple[str, Span]], columns: Sequence[Column | None]) -> list[Cell]:
    """With a cell missing or broken in two: the number, the name, then what is a list of units, a date, or text."""
    cells: list[Cell] = []
    named = [column for column in columns if column in ROLES]
    roles = iter(named)
    for place, (words, span) in enumerate(printed):
        column: Column | None
        if place < 2:
            column = (Column.NUMBER, Column.TITLE)[place]
        elif _is_units(words):
            column = next(roles, named[-1] if named else Column.SUPPORT)
        elif _is_time(words):
            column = Column.DATE
        else:
            column = Column.TEXT
        cells.append(Cell(column, words, span))
    unsure = len(named) > 1 and sum(cell.column in ROLES for cell in cells) == 1
    return [Cell(Column.RESPONSIBLE, *cell[1:]) if unsure and cell.column in ROLES else cell for cell in cells]


def _is_units(words: str) -> bool:
    names = [unit.name for unit in split_units(words, 0, len(words))]
    return bool(names) and all(looks_like_unit(name) for name in names)


def _is_time(words: str) -> bool:
    if len(words) > _LONGEST_DATE:
        return False
    return is_rhythm(words, 0, len(words)) or read_note_date(words, 0, len(words), 2000) is not None
