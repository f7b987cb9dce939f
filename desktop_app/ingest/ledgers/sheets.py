"""The sheets of an old ledger: which tables of a document may hold tasks, and what their columns are taken for."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.errors import BadInput
from desktop_app.domain.old_ledger import UNUSED, Column, LedgerSheet, Mapping
from desktop_app.ingest.columns import guess_columns
from desktop_app.ingest.document import Document, Paragraph, Table
from desktop_app.ingest.repair import STEPS, mend

_FORMATS = frozenset({"sheet", "xls", "csv", "clipboard"})
_LETTERS = [step for step in STEPS if step.code in {"invisible", "private", "radicals", "script"}]
_BY_LABEL = {column.label: column for column in Column}


def ledger_sheets(document: Document) -> tuple[LedgerSheet, ...]:
    """The tables of a spreadsheet, or of pasted cells, with their guessed columns; () for any other document."""
    if document.format not in _FORMATS or (document.format == "clipboard" and not _is_mostly_cells(document)):
        return ()
    found: list[LedgerSheet] = []
    above: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            above = [*(line for line in above if line.sheet == block.sheet), block]
            continue
        own = tuple(line.text for line in above if line.sheet == block.sheet and line.text.strip())
        found.append(_sheet(block, own))
        above = []
    return tuple(found)


def _is_mostly_cells(document: Document) -> bool:
    """Pasted prose may hold a table; pasted cells are nothing else."""
    lines = sum(isinstance(block, Paragraph) and bool(block.text.strip()) for block in document.blocks)
    rows = sum(len(block.rows) for block in document.blocks if isinstance(block, Table))
    return rows > lines


def _sheet(table: Table, above: tuple[str, ...]) -> LedgerSheet:
    table = Table(_readable(table.rows), table.sheet, table.places, table.columns)
    width = len(table.rows[0]) if table.rows else 0
    letters = tuple(letter(column) for column in table.columns or range(width))
    places = tuple(place + 1 for place in table.places or range(len(table.rows)))
    return LedgerSheet(table.sheet, above, table.rows, letters, places, guess_columns(table))


def _readable(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The cells in simplified letters, without what cannot be seen; they keep their places."""
    cells = [cell for row in rows for cell in row if cell]
    mended = mend("\n".join(cells), _LETTERS)[0].split("\n")
    if len(mended) != len(cells) or mended == cells:
        return rows
    given = iter(mended)
    return tuple(tuple(next(given) if cell else "" for cell in row) for row in rows)


def table_of(sheet: LedgerSheet) -> Table:
    """The rows of a sheet in the form that columns are guessed from and applied to."""
    return Table(sheet.rows)


def with_head(sheet: LedgerSheet, rows: int) -> LedgerSheet:
    """The sheet with its first `rows` rows as head, its columns guessed anew; as before where the new head says nothing."""
    guessed = guess_columns(table_of(sheet), rows)
    if Column.TITLE not in guessed.columns:
        guessed = guessed.holding(sheet.mapping.columns)
    return sheet.with_mapping(guessed)


def letter(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        name = chr(65 + place) + name
    return name


def choose_columns(sheet: LedgerSheet, choices: Sequence[tuple[str, str]]) -> LedgerSheet:
    """The sheet with the columns that the officer names: 任务=C, 牵头单位=E, 不用=G.

    The first choice of a column that names tasks makes all others unknown that were only guessed to be the same.

    Raises:
        BadInput: no such meaning, or the sheet has no such column.
    """
    mapping = sheet.mapping
    for meaning, named in choices:
        column = _meaning(meaning)
        mapping = mapping.taking(_place(sheet, named), column)
    return sheet.with_mapping(mapping)


def _meaning(words: str) -> Column | None:
    if words == UNUSED:
        return None
    if words not in _BY_LABEL:
        raise BadInput(f"没有名为“{words}”的栏目，可写：{'、'.join([*_BY_LABEL, UNUSED])}")
    return _BY_LABEL[words]


def _place(sheet: LedgerSheet, named: str) -> int:
    if named.upper() not in sheet.letters:
        where = f"工作表“{sheet.name}”" if sheet.name else "表格"
        raise BadInput(f"{where}没有 {named} 列，有内容的列为 {'、'.join(sheet.letters)}")
    return sheet.letters.index(named.upper())


def columns_as_text(mapping: Mapping) -> str:
    """The meanings of all columns in one line, for memory: number,title,,lead."""
    return ",".join(column.value if column else "" for column in mapping.columns)


def columns_from_text(mapping: Mapping, text: str) -> Mapping:
    """The mapping with remembered columns; unchanged when they are those of another table."""
    words = text.split(",")
    if len(words) != len(mapping.columns) or not {*words} <= {"", *Column}:
        return mapping
    return mapping.holding([Column(word) if word else None for word in words])
