"""A workbook that came from above, read as a form: its sheets as grids, and their XML for filling."""

from __future__ import annotations

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.domain.errors import BadInput
from desktop_app.domain.superior_form import FormCell, FormTable
from desktop_app.exports.superior_form.package import OFFICE, Package, damaged
from desktop_app.exports.superior_form.sheet import MOST_COLUMNS, MOST_ROWS, Sheet
from desktop_app.exports.superior_form.sheet_styles import SheetStyles

_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class Workbook:
    """The visible sheets of an .xlsx file.

    Raises:
        BadInput: it is damaged, or has no sheet that can be filled.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.part = next((part for kind, part in package.relations("").values() if kind == "officeDocument"), "")
        self.root = package.xml(self.part)
        self.related = package.relations(self.part)
        self.strings = self._strings()
        styles = self._related("styles")
        if styles is None:
            raise damaged(package.name)
        self.styles_part = styles
        self.styles = SheetStyles(package.xml(styles))
        self.hidden: list[str] = []
        self.sheets = self._sheets()
        if not self.sheets:
            raise BadInput(f"“{package.name}”中没有可填写的工作表，核对文件后重试")

    def _related(self, kind: str) -> str | None:
        return next((part for each, part in self.related.values() if each == kind), None)

    def _strings(self) -> list[Any]:
        part = self._related("sharedStrings")
        return list(self.package.xml(part)) if part and part in self.package else []

    def _sheets(self) -> list[Sheet]:
        space = etree.QName(self.root).namespace
        found = []
        for each in self.root.iter(f"{{{space}}}sheet"):
            kind, part = self.related.get(each.get(f"{{{OFFICE}}}id") or each.get(f"{{{_STRICT_OFFICE}}}id"), ("", ""))
            if kind != "worksheet":
                continue
            if each.get("state") in ("hidden", "veryHidden"):
                self.hidden.append(part)
            else:
                sheet = Sheet(each.get("name"), part, self.package.xml(part))
                if sheet.data is None:
                    raise damaged(self.package.name)
                found.append(sheet)
        return found

    def item(self, cell: Any) -> Any:
        """The rich text that a cell shows: its own, or the shared one; None for a number or nothing."""
        if cell.get("t") == "inlineStr":
            return next(iter(cell), None)
        if cell.get("t") != "s" or not len(cell):
            return None
        number = next((int(each.text) for each in cell if etree.QName(each).localname == "v" and each.text), -1)
        return self.strings[number] if 0 <= number < len(self.strings) else None

    def text(self, cell: Any) -> str:
        """What a cell says."""
        item = self.item(cell)
        if item is not None:
            return "".join(pieces_of(item))
        return next((each.text or "" for each in cell if etree.QName(each).localname == "v"), "")

    def table(self, sheet: Sheet) -> FormTable:
        """A sheet as a grid, from its first row to the last that holds or frames anything."""
        merges = [area for area in sheet.merges() if area[0] <= MOST_ROWS and area[1] <= MOST_COLUMNS]
        spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merges}
        covered = {
            (row, column)
            for top, left, bottom, right in merges
            for row in range(top, min(bottom, MOST_ROWS) + 1)
            for column in range(left, min(right, MOST_COLUMNS) + 1)
        } - spans.keys()
        found: dict[tuple[int, int], FormCell] = {}
        ruled = set()
        for number, _ in sheet.rows():
            if number > MOST_ROWS:
                break
            for column, cell in sheet.cells(number).items():
                if column > MOST_COLUMNS:
                    continue
                if self.styles.is_ruled(int(cell.get("s") or 0)):
                    ruled.add(number - 1)
                if (number, column) not in covered:
                    rows, columns = spans.get((number, column), (1, 1))
                    fixed = cell.find(sheet.tag("f")) is not None
                    found[number, column] = FormCell(number - 1, column - 1, self.text(cell), rows, columns, fixed)
        kept = {
            place: cell
            for place, cell in found.items()
            if cell.text or cell.fixed or cell.row in ruled or cell.columns > 1
        }
        height = max((cell.row + cell.rows for cell in kept.values()), default=0)
        width = max((cell.column + cell.columns for cell in kept.values()), default=0)
        widths = tuple(sheet.width(column) for column in range(1, width + 1))
        cells = tuple(found.get((row, column)) or FormCell(row - 1, column - 1) for row in range(1, height + 1)
                      for column in range(1, width + 1) if (row, column) not in covered)  # fmt: skip
        return FormTable(sheet.name, height, width, cells, widths, frozenset(ruled))


def pieces_of(item: Any) -> list[str]:
    """The texts of a rich text, run by run; readings above the line are left out."""
    space = f"{{{etree.QName(item).namespace}}}"
    runs = item.findall(f"{space}r")
    return ["".join(each.text or "" for each in run.findall(f"{space}t")) for run in runs or [item]]
