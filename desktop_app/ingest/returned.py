"""Reads a returned handout, whatever was done to it: its identity, its columns by mark or head, and its rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from operator import itemgetter
from pathlib import Path

from desktop_app.domain.handout import (
    COLUMN_MARK,
    FIELDS,
    HIDDEN_SHEET,
    KEY_COLUMN,
    KEY_HEAD,
    MARK,
    NUMBER_COLUMN,
    TITLE_COLUMN,
    WORDING_COLUMN,
    Field,
    Identity,
    Raw,
    ReturnedBook,
    ReturnedRow,
    raw_words,
)
from desktop_app.ingest.column_words import Column, read_head
from desktop_app.ingest.grids import Grid, look_inside, read_grids, texts_of
from desktop_app.ingest.readers import limits

LARGEST_FILE = 20 * limits.MB
_HEADS_LOOKED_AT = 40
_FEWEST_HEADS = 3
_COPIES = ("docProps/custom.xml", "meta.xml", "xl/workbook.xml")
_COPY = re.compile(rf"{MARK}\|(?:[^<>\"&]|&(?!quot;)\w+;|&#\w+;)+")
_UNIT = re.compile(r"填报单位\s*[:：]\s*(\S+)")
_BATCH = re.compile(r"批次\s*[:：]\s*(\S+)")

_OWN_HEADS = {field.label: field.value for field in FIELDS} | {
    KEY_HEAD: KEY_COLUMN,
    "编号": NUMBER_COLUMN,
    "任务": TITLE_COLUMN,
    "任务内容": WORDING_COLUMN,
    "预计完成时间": Field.EXPECTED.value,
    "预计完成日期": Field.EXPECTED.value,
    "佐证材料名称": Field.EVIDENCE.value,
    "完成时限": "due",
    "序号": "order",
}
_BY_WORDS = {
    Column.STATUS: Field.STATUS.value,
    Column.PERCENT: Field.PERCENT.value,
    Column.PROGRESS: Field.TEXT.value,
    Column.PROBLEMS: Field.PROBLEMS.value,
    Column.NEXT_STEP: Field.NEXT_STEP.value,
    Column.EVIDENCE: Field.EVIDENCE.value,
    Column.TITLE: TITLE_COLUMN,
    Column.TEXT: WORDING_COLUMN,
}


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the columns are: the index of each known one, and the first row below the head."""

    columns: Mapping[str, int]
    below: int
    extra: tuple[str, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for field in FIELDS if field.value in self.columns)


def is_handout(path: Path) -> bool:
    """Whether the workbook carries the mark of a handout, or heads and lines that only a handout has.

    Raises:
        BadInput: as `read_returned`.
    """
    book = read_returned(path)
    marked = any(":" in row.key for row in book.rows)
    return bool(book.identity or marked or (book.said_unit and book.said_batch and book.fields))


def read_returned(path: Path) -> ReturnedBook:
    """Read a workbook that a unit sent back.

    Raises:
        BadInput: missing, no workbook, damaged, locked or too big. What it says is not judged here.
    """
    data = limits.load(path, LARGEST_FILE)
    return read_returned_bytes(path.name, data)


def read_returned_bytes(name: str, data: bytes) -> ReturnedBook:
    """The same for a file already in memory."""
    digest = hashlib.sha256(data).hexdigest()
    # The copy in the properties spares reading the hidden sheet, which is a third of the work.
    identity = _copied_identity(look_inside(name, data, _COPIES))
    grids = read_grids(name, data, (lambda sheet: not sheet.startswith(HIDDEN_SHEET)) if identity else None)
    hidden = None if identity else next((grid for grid in grids if _is_hidden_sheet(grid)), None)
    sheets = [(grid, head) for grid in grids if grid is not hidden and (head := _find_head(grid)) is not None]
    if not sheets:
        return ReturnedBook(name, digest, None, "", "", (), (), ())
    grid, head = max(sheets, key=lambda pair: (len(pair[1].fields), pair[0].visible, len(pair[0].rows)))
    above = texts_of(grid.rows[: head.below])
    remarks = [f"自加的栏目“{extra}”未读入" for extra in head.extra]
    remarks += [f"工作表“{other.name}”未读入" for other, _ in sheets if other is not grid and other.visible]
    return ReturnedBook(
        name,
        digest,
        identity or _hidden_identity(hidden),
        _said(_UNIT, above),
        _said(_BATCH, above),
        head.fields,
        tuple(_rows(grid, head)),
        _base(hidden),
        tuple(remarks),
    )


def _is_hidden_sheet(grid: Grid) -> bool:
    first = grid.rows[0][0] if grid.rows and grid.rows[0] else ""
    return grid.name.startswith(HIDDEN_SHEET) or (isinstance(first, str) and first.startswith(f"{MARK}|"))


def with_base(book: ReturnedBook, path: Path) -> ReturnedBook:
    """The book with what its hidden sheet says was handed out: for a batch that the ledger has no record of.

    Raises:
        BadInput: the file is gone or was changed meanwhile.
    """
    if book.base:
        return book
    data = limits.load(path, LARGEST_FILE)
    look_inside(path.name, data)
    hidden = read_grids(path.name, data, lambda sheet: sheet.startswith(HIDDEN_SHEET))
    return replace(book, base=_base(hidden[0] if hidden else None))


def _base(hidden: Grid | None) -> tuple[tuple[Raw, ...], ...]:
    return tuple(tuple(row) for row in hidden.rows[2:]) if hidden else ()


def _hidden_identity(hidden: Grid | None) -> Identity | None:
    found = (Identity.parse(text) for text in texts_of(hidden.rows[:1] if hidden else ()))
    return next((identity for identity in found if identity), None)


def _copied_identity(text: str) -> Identity | None:
    """From the copy in the workbook's properties or names."""
    match = _COPY.search(text)
    return Identity.parse(unescape(match[0])) if match else None


def _said(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((match[1] for text in texts if (match := pattern.search(text))), "")


def _find_head(grid: Grid) -> _Head | None:
    """The columns by the hidden marks above the head, completed by the words of the head; None when it is no handout."""
    rows = grid.rows[:_HEADS_LOOKED_AT]
    for place, row in enumerate(rows):
        marks = {cell.removeprefix(COLUMN_MARK): at for at, cell in _marks(row)}
        if len(marks) >= _FEWEST_HEADS:
            return _with_words(marks, rows, place + 1)
    heads = [(_by_words(row), place) for place, row in enumerate(rows)]
    best, place = max(heads, key=lambda pair: len(pair[0]), default=({}, 0))
    fields = {field.value for field in FIELDS} & best.keys()
    if len(best) < _FEWEST_HEADS or not fields:
        return None
    return _Head(best, place + 1, _extra(rows[place], best))


def _marks(row: Sequence[Raw]) -> list[tuple[int, str]]:
    return [(at, cell) for at, cell in enumerate(row) if isinstance(cell, str) and cell.startswith(COLUMN_MARK)]


def _with_words(marks: dict[str, int], rows: Sequence[Sequence[Raw]], place: int) -> _Head:
    """The row of the head follows that of the marks, unless it was deleted."""
    head = rows[place] if place < len(rows) else []
    below = place + 1 if sum(cell in _OWN_HEADS for cell in head) >= _FEWEST_HEADS else place
    columns = marks
    if any(field.value not in marks for field in FIELDS):
        taken = set(marks.values())
        columns = {**{name: at for name, at in _by_words(head).items() if at not in taken}, **marks}
    return _Head(columns, below, _extra(head, columns) if below > place else ())


def _by_words(row: Sequence[Raw]) -> dict[str, int]:
    """The columns that a row names: in our words, then in those of other offices."""
    texts = {at: "".join(cell.split()) for at, cell in enumerate(row) if isinstance(cell, str) and cell.strip()}
    found: dict[str, int] = {}
    for at, text in texts.items():
        if name := _OWN_HEADS.get(text):
            found.setdefault(name, at)
    for at, text in texts.items():
        read = read_head(text) if at not in found.values() else None
        if read and (name := _BY_WORDS.get(read[0])):
            found.setdefault(name, at)
    return found


_KNOWN_EXTRA = frozenset(
    {"序号", "完成时限", "章", "节", "规划", "牵头单位", "配合单位", "责任单位", "角色", "亮灯", "承担角色"}
)


def _extra(head: Sequence[Raw], columns: Mapping[str, int]) -> tuple[str, ...]:
    """Heads of columns that a unit added."""
    taken = set(columns.values())
    texts = [cell.strip() for at, cell in enumerate(head) if at not in taken and isinstance(cell, str)]
    return tuple(text for text in texts if text and text not in _KNOWN_EXTRA)


def _rows(grid: Grid, head: _Head) -> list[ReturnedRow]:
    fill = _merged_down(grid, head)
    columns = head.columns
    fields = head.fields
    answers = _getter([columns[field.value] for field in fields])
    at_names = [columns.get(name, -1) for name in (KEY_COLUMN, NUMBER_COLUMN, TITLE_COLUMN, WORDING_COLUMN)]
    nothing: frozenset[Field] = frozenset()
    merged_fields = {columns[field.value]: field for field in fields}
    rows = []
    for place in range(head.below, len(grid.rows)):
        row = grid.rows[place]
        filled = fill.get(place)
        merged = nothing
        if filled:
            row = list(row)
            for column, value in filled.items():
                row[column] = value
            merged = frozenset(merged_fields[column] for column in filled if column in merged_fields)
        raw = answers(row)
        names = [row[at] if at >= 0 else "" for at in at_names]
        if not any(names) and all(value is None or value == "" for value in raw):
            continue
        mark, number, title, wording = [name if type(name) is str else raw_words(name) for name in names]
        if raw[0] in _OWN_HEADS or title in _OWN_HEADS:
            # The head repeated on a later page.
            continue
        rows.append(ReturnedRow(grid.top + place + 1, mark, number, title, wording, raw, merged))
    return rows


def _getter(places: Sequence[int]) -> Callable[[Sequence[Raw]], tuple[Raw, ...]]:
    """What takes these cells out of a row."""
    if len(places) == 1:
        return lambda row: (row[places[0]],)
    return itemgetter(*places)


def _merged_down(grid: Grid, head: _Head) -> dict[int, dict[int, Raw]]:
    """By row and column: the value that a cell merged over several rows has in each of them."""
    wanted = {at for name, at in head.columns.items() if name != KEY_COLUMN}
    fill: dict[int, dict[int, Raw]] = {}
    for first, last, left, _right in grid.merged:
        if last <= first or first < head.below or left not in wanted or first >= len(grid.rows):
            continue
        for place in range(first, min(last + 1, len(grid.rows))):
            fill.setdefault(place, {})[left] = grid.rows[first][left]
    return fill
