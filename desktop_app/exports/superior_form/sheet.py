"""One sheet of a workbook as XML: cells found, made and written in place."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from openpyxl.utils import column_index_from_string, get_column_letter

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")
MOST_ROWS, MOST_COLUMNS = 1000, 100
"""No blank form is larger; what lies beyond is left as it is."""

STANDARD_WIDTH, STANDARD_HEIGHT = 8.43, 15.0


def place_of(reference: str) -> tuple[int, int]:
    """C7 as row 7 and column 3, both from 1."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        return 0, 0
    return int(match[2]), column_index_from_string(match[1])


class Sheet:
    """The parts of a sheet that a form is made of; rows and columns count from 1."""

    def __init__(self, name: str, part: str, root: Any) -> None:
        self.name, self.part, self.root = name, part, root
        self.space = etree.QName(root).namespace
        self.data = root.find(self.tag("sheetData"))
        self._rows = dict(self._numbered())
        self._widths = [
            (int(each.get("min")), int(each.get("max")), _width(each))
            for each in root.findall(f"{self.tag('cols')}/{self.tag('col')}")
            if each.get("width")
        ]

    def _numbered(self) -> Iterator[tuple[int, Any]]:
        """The rows by number. Programs may leave out what follows from the order: here it is filled in."""
        number = 0
        for row in self.data.findall(self.tag("row")) if self.data is not None else ():
            number = int(row.get("r") or number + 1)
            row.set("r", str(number))
            column = 0
            for cell in row:
                column = place_of(cell.get("r") or "")[1] or column + 1
                cell.set("r", f"{get_column_letter(column)}{number}")
            yield number, row

    def tag(self, name: str) -> str:
        """A name in the namespace of the sheet."""
        return f"{{{self.space}}}{name}"

    def rows(self) -> Iterator[tuple[int, Any]]:
        """The rows that the sheet spells out, from above."""
        yield from sorted(self._rows.items())

    def cells(self, row: int) -> dict[int, Any]:
        """The cells of a row by column."""
        found = self._rows.get(row)
        return {} if found is None else {place_of(cell.get("r"))[1]: cell for cell in found}

    def row(self, number: int) -> Any:
        """The row of this number, made when the sheet does not spell it out."""
        row = self._rows.get(number)
        if row is None:
            row = etree.Element(self.tag("row"), r=str(number))
            self.data.insert(bisect.bisect(sorted(self._rows), number), row)
            self._rows[number] = row
        return row

    def cell(self, row: int, column: int) -> Any:
        """The cell at this place, made when the sheet does not spell it out."""
        element = self.row(row)
        places = [place_of(each.get("r"))[1] for each in element]
        if column in places:
            return element[places.index(column)]
        cell = etree.Element(self.tag("c"), r=f"{get_column_letter(column)}{row}")
        element.insert(bisect.bisect(places, column), cell)
        element.attrib.pop("spans", None)
        return cell

    def merges(self) -> list[tuple[int, int, int, int]]:
        """The merged areas: first row, first column, last row, last column."""
        return [
            _area(each.get("ref")) for each in self.root.findall(f"{self.tag('mergeCells')}/{self.tag('mergeCell')}")
        ]

    def set_merges(self, areas: Sequence[tuple[int, int, int, int]]) -> None:
        """Put these merged areas in place of those there are."""
        holder = self.root.find(self.tag("mergeCells"))
        if holder is None:
            return
        for each in list(holder):
            holder.remove(each)
        for top, left, bottom, right in areas:
            ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
            etree.SubElement(holder, self.tag("mergeCell"), ref=ref)
        holder.set("count", str(len(areas)))
        if not areas:
            self.root.remove(holder)

    def width(self, column: int) -> float:
        """The width of a column in characters."""
        for first, last, width in self._widths:
            if first <= column <= last:
                return width
        return self._standard("defaultColWidth", STANDARD_WIDTH)

    def row_height(self, row: int) -> float:
        """The height of a row in points."""
        element = self._rows.get(row)
        if element is not None and element.get("ht"):
            return float(element.get("ht"))
        return self._standard("defaultRowHeight", STANDARD_HEIGHT)

    def _standard(self, name: str, otherwise: float) -> float:
        form = self.root.find(self.tag("sheetFormatPr"))
        return float((form.get(name) if form is not None else None) or otherwise)

    def renumber(self, changed: dict[int, Any]) -> None:
        """Put these rows in place of all there are; each is given its number and its cells theirs."""
        self._rows = dict(sorted(changed.items()))
        for row in list(self.data):
            self.data.remove(row)
        for number, row in self._rows.items():
            row.set("r", str(number))
            for cell in row:
                cell.set("r", f"{get_column_letter(place_of(cell.get('r'))[1])}{number}")
            self.data.append(row)

    def clear(self, cell: Any) -> None:
        """Take out what a cell holds; its look stays."""
        for each in list(cell):
            cell.remove(each)
        cell.attrib.pop("t", None)

    def put_number(self, cell: Any, value: str) -> None:
        """Write a number."""
        self.clear(cell)
        etree.SubElement(cell, self.tag("v")).text = value

    def put_text(self, cell: Any, text: str) -> None:
        """Write a text that stays text whatever it begins with."""
        self.clear(cell)
        cell.set("t", "inlineStr")
        self._text(etree.SubElement(cell, self.tag("is")), text)

    def put_runs(self, cell: Any, item: Any, texts: Sequence[str]) -> None:
        """Write a text in runs: those of the shared string `item` with these words."""
        self.clear(cell)
        cell.set("t", "inlineStr")
        made = etree.SubElement(cell, self.tag("is"))
        runs = item.findall(self.tag("r"))
        if not runs:
            self._text(made, "".join(texts))
        for run, text in zip(runs, texts, strict=False):
            copied = etree.SubElement(made, self.tag("r"))
            looks = run.find(self.tag("rPr"))
            if looks is not None:
                copied.append(etree.fromstring(etree.tostring(looks)))
            self._text(copied, text)

    def _text(self, parent: Any, text: str) -> None:
        element = etree.SubElement(parent, self.tag("t"))
        element.text = text
        element.set(_SPACE, "preserve")


def _width(column: Any) -> float:
    return 0.0 if column.get("hidden") in ("1", "true") else float(column.get("width"))


def _area(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.partition(":")
    return (*place_of(first), *place_of(last or first))
