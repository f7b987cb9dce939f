"""Rows put into a sheet: what lies below moves, and everything that names a cell follows."""

from __future__ import annotations

import copy
import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter

from desktop_app.exports.superior_form.package import Package, to_bytes
from desktop_app.exports.superior_form.references import Insertion
from desktop_app.exports.superior_form.sheet import Sheet, place_of
from desktop_app.exports.superior_form.workbook import Workbook

_AREAS = ("ref", "sqref", "activeCell", "topLeftCell")
_FORMULAS = ("f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula")
_DRAWN = ("drawing", "comments", "table", "threadedComment")
_VML_ROW = re.compile(rb"(<(?:\w+:)?Row>\s*)(\d+)(\s*<)")
_VML_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)([\d,\s]+)(<)")


def insert_rows(book: Workbook, sheet: Sheet, sample: int, count: int, grows: bool) -> dict[str, bytes]:
    """Put `count` copies of row `sample` below it; returns the other parts that had to follow.

    `grows` is as `Insertion` explains it.
    """
    insertion = Insertion(sheet.name, sample, count, grows)
    for each in book.sheets:
        _spell_out_shared(each)
    changed = _follow_elsewhere(book, sheet, insertion)
    _follow_in_sheet(sheet, insertion)
    rows = {insertion.row(number): row for number, row in sheet.rows()}
    origin = rows.get(sample)
    for number in range(sample + 1, sample + count + 1):
        if origin is not None:
            rows[number] = _copy(sheet, origin, sample, number)
    sheet.renumber(rows)
    _copy_merges(sheet, insertion)
    return changed


def _copy(sheet: Sheet, origin: Any, sample: int, number: int) -> Any:
    row = copy.deepcopy(origin)
    for cell in row:
        formula = cell.find(sheet.tag("f"))
        words = formula.text if formula is not None else None
        sheet.clear(cell)
        if words:
            column = get_column_letter(place_of(cell.get("r"))[1])
            moved = Translator(f"={words}", f"{column}{sample}").translate_formula(f"{column}{number}")
            etree.SubElement(cell, sheet.tag("f")).text = moved[1:]
    return row


def _copy_merges(sheet: Sheet, insertion: Insertion) -> None:
    """Cells merged across in the sample row are merged in its copies."""
    areas, sample = sheet.merges(), insertion.below
    new = range(sample + 1, sample + insertion.count + 1)
    across = [(left, right) for top, left, bottom, right in areas if top == bottom == sample]
    sheet.set_merges([*areas, *((row, left, row, right) for row in new for left, right in across)])


def _spell_out_shared(sheet: Sheet) -> None:
    """A formula that others share by its place is written out in each: places are about to change."""
    origins: dict[str, tuple[str, str]] = {}
    for cell in sheet.data.iter(sheet.tag("c")):
        formula = cell.find(sheet.tag("f"))
        if formula is None or formula.get("t") != "shared":
            continue
        index, here = formula.get("si"), cell.get("r")
        if formula.text:
            origins[index] = (formula.text, here)
        elif index in origins:
            words, origin = origins[index]
            formula.text = Translator(f"={words}", origin).translate_formula(here)[1:]
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, None)


def _follow_in_sheet(sheet: Sheet, insertion: Insertion) -> None:
    _follow(sheet.root, insertion, own=True, areas=True)
    for each in sheet.root.iter(sheet.tag("brk")):
        if each.getparent().tag == sheet.tag("rowBreaks"):
            each.set("id", str(insertion.row(int(each.get("id")))))


def _follow(root: Any, insertion: Insertion, *, own: bool, areas: bool) -> bool:
    """Move what names cells in attributes and formulas; says whether anything did."""
    moved = False
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if areas:
            for attribute in _AREAS:
                value = element.get(attribute)
                if value:
                    element.set(attribute, insertion.area(value, spreads=attribute == "sqref"))
                    moved = moved or element.get(attribute) != value
        if element.text and name in _FORMULAS:
            words = insertion.formula(element.text, own)
        elif element.text and name == "sqref":
            words = insertion.area(element.text, spreads=True)
        else:
            continue
        moved, element.text = moved or words != element.text, words
    return moved


def _follow_elsewhere(book: Workbook, sheet: Sheet, insertion: Insertion) -> dict[str, bytes]:
    """Names, other sheets, pictures, comments, charts."""
    for name in book.root.iter(f"{{{etree.QName(book.root).namespace}}}definedName"):
        if name.text:
            name.text = insertion.formula(name.text, own=False)
    for other in book.sheets:
        if other is not sheet:
            _follow(other.root, insertion, own=False, areas=False)
    package, changed = book.package, {}
    for part in book.hidden:
        root = package.xml(part)
        if _follow(root, insertion, own=False, areas=False):
            changed[part] = to_bytes(root)
    for kind, part in package.relations(sheet.part).values():
        if kind == "vmlDrawing" and part in package:
            changed[part] = _vml_anchors(package.read(part), insertion)
        elif kind in _DRAWN and part in package:
            changed[part] = _anchors(package, part, insertion)
    for part in package.parts():
        if part.rpartition("/")[0].endswith("charts") and part.endswith(".xml"):
            root = package.xml(part)
            if _follow(root, insertion, own=False, areas=False):
                changed[part] = to_bytes(root)
    return changed


def _anchors(package: Package, part: str, insertion: Insertion) -> bytes:
    """Pictures, tables and comments stay with their rows. Drawings count rows from 0."""
    root = package.xml(part)
    _follow(root, insertion, own=True, areas=True)
    for element in root.iter(etree.Element):
        above = element.getparent()
        if above is None or etree.QName(element).localname != "row":
            continue
        if etree.QName(above).localname in ("from", "to"):
            element.text = str(insertion.row(int(element.text) + 1) - 1)
    return to_bytes(root)


def _vml_anchors(data: bytes, insertion: Insertion) -> bytes:
    """The frames of comments. Office writes them in a dialect that is not always XML: only the places are touched."""

    def row(found: re.Match[bytes]) -> bytes:
        return found[1] + str(insertion.row(int(found[2]) + 1) - 1).encode() + found[3]

    def anchor(found: re.Match[bytes]) -> bytes:
        numbers = [int(each) for each in re.findall(rb"\d+", found[2])]
        if len(numbers) == 8:
            for place in (2, 6):
                numbers[place] = insertion.row(numbers[place] + 1) - 1
        return found[1] + ", ".join(map(str, numbers)).encode() + found[3]

    return _VML_ANCHOR.sub(anchor, _VML_ROW.sub(row, data))
