"""Filling a workbook from above: tasks go into its rows, further rows are made like those it has, the rest stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.domain.superior_form import Meaning
from desktop_app.exports.row_heights import HIGHEST, lines_needed
from desktop_app.exports.superior_form.filling import TableFilling
from desktop_app.exports.superior_form.package import Package, to_bytes
from desktop_app.exports.superior_form.pieces import fitted, put_between
from desktop_app.exports.superior_form.sheet import Sheet
from desktop_app.exports.superior_form.sheet_rows import insert_rows
from desktop_app.exports.superior_form.values import Percent, Value, words_of
from desktop_app.exports.superior_form.workbook import Workbook, pieces_of

Progress = Callable[[int, int], None]

_LINE = 1.4
"""Height of a line in its font size, in the most generous face seen."""
_PLAIN = 11.0
_FORMULA_LIKE = ("=", "+", "-", "@")


def fill_workbook(
    package: Package, path: Path, fillings: Sequence[TableFilling | None], progress: Progress | None = None
) -> None:
    """Write the filled workbook to `path`; None leaves a table alone. Of several tables on a sheet the lowest comes first:
    the places of those above stay.
    """
    book = Workbook(package)
    changed: dict[str, bytes] = {}
    total = sum(len(filling.rows) for filling in fillings if filling)
    done = 0
    for filling in sorted((each for each in fillings if each), key=lambda each: (each.sheet, -each.top)):
        writer = _SheetWriter(book, book.sheets[filling.sheet], filling)
        writer.fill_blanks()
        writer.clear_examples()
        changed |= writer.make_room()
        for each in writer.fill_rows():
            done += each
            if progress:
                progress(done, total)
    _recalculate(book)
    for sheet in book.sheets:
        changed[sheet.part] = to_bytes(sheet.root)
    changed[book.part] = to_bytes(book.root)
    if book.styles.changed:
        changed[book.styles_part] = to_bytes(book.styles.root)
    dropped = _without_chain(book, changed)
    package.save(path, changed, dropped)


class _SheetWriter:
    """One sheet on its way."""

    def __init__(self, book: Workbook, sheet: Sheet, filling: TableFilling) -> None:
        self.book, self.sheet, self.filling = book, sheet, filling
        self.top = filling.top + 1
        self.first = filling.mapping.first + self.top
        self.columns = [n for n, meaning in enumerate(filling.mapping.columns, 1) if meaning is not Meaning.EMPTY]
        self.epoch = _epoch(book)

    def fill_blanks(self) -> None:
        """Write into the blanks, the last of a cell first: the places of those before stay."""
        for blank, value in sorted(self.filling.blanks, key=lambda each: -each[0].start):
            cell = self.sheet.cell(blank.row + self.top, blank.column + 1)
            item = self.book.item(cell)
            pieces = pieces_of(item) if item is not None else [self.book.text(cell)]
            text = "".join(pieces)
            words = put_between(pieces, blank.start, blank.end, fitted(value, text, blank.start, blank.end))
            if item is not None and len(pieces) > 1:
                self.sheet.put_runs(cell, item, words)
            else:
                self.sheet.put_text(cell, "".join(words))
                self._keep_text(cell, "".join(words))

    def clear_examples(self) -> None:
        """What an example says is no task's, in columns that take nothing too; formulas stay."""
        for row in self.filling.mapping.examples:
            for cell in self.sheet.cells(row + self.top).values():
                if cell.find(self.sheet.tag("f")) is None:
                    self.sheet.clear(cell)

    def make_room(self) -> dict[str, bytes]:
        """As many rows as there are tasks; returns the parts that had to follow."""
        if self.filling.places is None and self.filling.mapping.rows:
            self._split_merges(self.filling.mapping.rows)
        have, want = self.filling.mapping.rows, len(self.filling.rows)
        if self.filling.places is not None or want <= have:
            return {}
        if not have:
            # Nothing but a head: the new rows look like its last.
            return insert_rows(self.book, self.sheet, self.first - 1, want, grows=False)
        # A row from the middle: the first and the last may carry the frame of the table.
        at = min(1, have - 2) if have > 1 else 0
        return insert_rows(self.book, self.sheet, self.first + at, want - have, grows=at >= have - 1)

    def _split_merges(self, have: int) -> None:
        """A cell merged down over several rows for tasks is one cell a row again."""
        last, kept = self.first + have - 1, []
        for top, left, bottom, right in self.sheet.merges():
            inside = self.first <= top < bottom <= last and any(left <= column <= right for column in self.columns)
            if inside:
                across = [(row, left, row, right) for row in range(top, bottom + 1)] if right > left else []
                kept += across
            else:
                kept.append((top, left, bottom, right))
        if len(kept) != len(self.sheet.merges()) or kept != self.sheet.merges():
            self.sheet.set_merges(kept)

    def fill_rows(self) -> Any:
        """Write the tasks; yields 1 for each row."""
        spans = {(top, left): right for top, left, _, right in self.sheet.merges()}
        for place, values in zip(self.filling.numbers, self.filling.rows, strict=True):
            number = place + self.top
            cells = self.sheet.cells(number)
            most = 0.0
            for column in self.columns:
                value = values[column - 1]
                if value is None:
                    continue
                cell = cells.get(column)
                if cell is None:
                    cell = self.sheet.cell(number, column)
                right = spans.get((number, column), column)
                width = sum(self.sheet.width(each) for each in range(column, right + 1))
                most = max(most, self._put(cell, column, value, width))
            if most > self.sheet.row_height(number):
                row = self.sheet.row(number)
                row.set("ht", f"{min(most, HIGHEST):g}")
                row.set("customHeight", "1")
            yield 1

    def _put(self, cell: Any, column: int, value: Value, width: float) -> float:
        """Write a value as its cell shows it; returns the height it needs in points."""
        style = int(cell.get("s") or 0)
        styles, sheet = self.book.styles, self.sheet
        as_number = not styles.keeps_text(style)
        if isinstance(value, Percent) and as_number and styles.shows_percent(style):
            sheet.put_number(cell, f"{value.value / 100:g}")
        elif isinstance(value, Percent) and as_number and self._head_says_percent(column):
            sheet.put_number(cell, str(value.value))
        elif isinstance(value, dt.date) and as_number and styles.shows_dates(style):
            sheet.put_number(cell, str((value - self.epoch).days))
        elif isinstance(value, int) and as_number and not styles.shows_dates(style):
            sheet.put_number(cell, str(value))
        elif value == "":
            sheet.clear(cell)
        else:
            return self._put_words(cell, style, words_of(value), width)
        return 0.0

    def _put_words(self, cell: Any, style: int, text: str, width: float) -> float:
        self.sheet.put_text(cell, text)
        size = self.book.styles.font_size(style)
        lines = lines_needed(text, max(width * _PLAIN / size, 2.0))
        wrapped = self.book.styles.variant(style, wrap=lines > 1, quoted=text.startswith(_FORMULA_LIKE))
        if wrapped != style:
            cell.set("s", str(wrapped))
        return lines * size * _LINE + 4 if lines > 1 else 0.0

    def _keep_text(self, cell: Any, text: str) -> None:
        if text.startswith(_FORMULA_LIKE):
            style = self.book.styles.variant(int(cell.get("s") or 0), wrap=False, quoted=True)
            cell.set("s", str(style))

    def _head_says_percent(self, column: int) -> bool:
        heads = self.filling.mapping.heads
        return column <= len(heads) and any(mark in heads[column - 1] for mark in "%％")


def _epoch(book: Workbook) -> dt.date:
    """The day that the workbook counts as 0."""
    properties = book.root.find(f"{{{etree.QName(book.root).namespace}}}workbookPr")
    old = properties is not None and properties.get("date1904") in ("1", "true")
    return dt.date(1904, 1, 1) if old else dt.date(1899, 12, 30)


def _recalculate(book: Workbook) -> None:
    """Results of formulas are no longer true: whoever opens the file computes them."""
    space = f"{{{etree.QName(book.root).namespace}}}"
    for sheet in book.sheets:
        for cell in sheet.data.iter(sheet.tag("c")):
            result = cell.find(sheet.tag("v"))
            if cell.find(sheet.tag("f")) is not None and result is not None:
                cell.remove(result)
                cell.attrib.pop("t", None)
    calc = book.root.find(f"{space}calcPr")
    if calc is None:
        calc = etree.Element(f"{space}calcPr")
        before = [
            each
            for each in book.root
            if etree.QName(each).localname
            in ("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
                "functionGroups", "externalReferences", "definedNames")
        ]  # fmt: skip
        before[-1].addnext(calc)
    calc.set("fullCalcOnLoad", "1")


def _without_chain(book: Workbook, changed: dict[str, bytes]) -> tuple[str, ...]:
    """The order of computing names cells that have moved; programs make it anew."""
    package = book.package
    part = next((part for kind, part in book.related.values() if kind == "calcChain"), None)
    if part is None:
        return ()
    folder, _, name = book.part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels"
    relations, types = package.xml(listed), package.xml("[Content_Types].xml")
    for each in list(relations):
        if each.get("Type", "").endswith("/calcChain"):
            relations.remove(each)
    for each in list(types):
        if each.get("PartName") == f"/{part}":
            types.remove(each)
    changed[listed], changed["[Content_Types].xml"] = to_bytes(relations), to_bytes(types)
    return (part,) if part in package else ()
