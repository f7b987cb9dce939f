"""A document that came from above, read as a form: each table with the lines around it as a grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.domain.errors import BadInput
from desktop_app.domain.superior_form import FormCell, FormTable
from desktop_app.exports.superior_form.package import Package

_MOST_ROWS, _MOST_COLUMNS = 1000, 60
_TWIPS = 120.0
"""Twentieths of a point to a character of width: only for drawing."""


@dataclass(slots=True)
class Line:
    """A row of the grid: a row of the table with its cells by column, or a paragraph of its own."""

    element: Any
    cells: dict[int, Any] = field(default_factory=dict)
    spans: dict[int, int] = field(default_factory=dict)
    continued: frozenset[int] = frozenset()

    @property
    def in_table(self) -> bool:
        """Whether it is a row of the table."""
        return bool(self.cells)


@dataclass(slots=True)
class WordTable:
    """A table and the lines before it; those after the last table belong to it too."""

    element: Any
    widths: tuple[float, ...]
    lines: list[Line]


class WordForm:
    """The tables of a .docx file.

    Raises:
        BadInput: it is damaged, or has no table.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.part = next((part for kind, part in package.relations("").values() if kind == "officeDocument"), "")
        self.root = package.xml(self.part)
        self.space = etree.QName(self.root).namespace
        self.tables = self._tables()
        if not self.tables:
            raise BadInput(f"“{package.name}”中没有表格，不能按表填写，核对文件后重试")

    def tag(self, name: str) -> str:
        """A name in the namespace of the document."""
        return f"{{{self.space}}}{name}"

    def _tables(self) -> list[WordTable]:
        found: list[WordTable] = []
        waiting: list[Line] = []
        for block in self._blocks(self.root.find(self.tag("body"))):
            if block.tag == self.tag("tbl"):
                table = self._table(block)
                table.lines[:0] = waiting
                found, waiting = [*found, table], []
            elif self.text(block).strip():
                waiting.append(Line(block))
        if found:
            found[-1].lines += waiting
        return found

    def _blocks(self, parent: Any) -> Iterator[Any]:
        """Paragraphs and tables in order, those inside content controls too."""
        for each in parent if parent is not None else ():
            if each.tag in (self.tag("p"), self.tag("tbl")):
                yield each
            elif each.tag == self.tag("sdt"):
                yield from self._blocks(each.find(self.tag("sdtContent")))

    def _table(self, element: Any) -> WordTable:
        widths = tuple(
            float(each.get(self.tag("w")) or 0) / _TWIPS
            for each in element.findall(f"{self.tag('tblGrid')}/{self.tag('gridCol')}")
        )
        lines = [self.line(row) for row in self.inside(element, "tr")][:_MOST_ROWS]
        width = max((column + span for line in lines for column, span in line.spans.items()), default=1)
        padded = (widths + (widths[-1] if widths else 10.0,) * width)[: min(width, _MOST_COLUMNS)]
        return WordTable(element, padded, lines)

    def inside(self, element: Any, name: str) -> Iterator[Any]:
        """The rows of a table or the cells of a row, those inside content controls too."""
        for each in element:
            if each.tag == self.tag(name):
                yield each
            elif each.tag == self.tag("sdt"):
                yield from self.inside(each.find(self.tag("sdtContent")), name)

    def line(self, row: Any) -> Line:
        """A row of a table with its cells by grid column."""
        line, continued = Line(row), set()
        column = self._number(row.find(f"{self.tag('trPr')}/{self.tag('gridBefore')}"), 0)
        for cell in self.inside(row, "tc"):
            properties = cell.find(self.tag("tcPr"))
            span = self._number(properties.find(self.tag("gridSpan")) if properties is not None else None, 1)
            line.cells[column], line.spans[column] = cell, span
            merged = properties.find(self.tag("vMerge")) if properties is not None else None
            if merged is not None and merged.get(self.tag("val")) != "restart":
                continued.add(column)
            column += max(span, 1)
        line.continued = frozenset(continued)
        return line

    def _number(self, element: Any, standard: int) -> int:
        value = element.get(self.tag("val")) if element is not None else None
        return int(value) if value and value.isdigit() else standard

    def pieces(self, element: Any) -> list[tuple[Any, str]]:
        """The text of a paragraph or cell in pieces: text elements, tabs, breaks and ends of paragraphs.

        Only pieces with an element of text can be written to; those of others have None where it would be.
        """
        made: list[tuple[Any, str]] = []
        paragraphs = [element] if element.tag == self.tag("p") else list(element.iter(self.tag("p")))
        for number, paragraph in enumerate(paragraphs):
            if number:
                made.append((None, "\n"))
            for each in paragraph.iter(self.tag("t"), self.tag("tab"), self.tag("br")):
                if each.tag == self.tag("t"):
                    made.append((each, each.text or ""))
                elif each.getparent().tag == self.tag("r"):
                    made.append((each, "\t" if each.tag == self.tag("tab") else "\n"))
        return made

    def text(self, element: Any) -> str:
        """What a paragraph or cell says."""
        return "".join(text for _, text in self.pieces(element))

    def table(self, number: int) -> FormTable:
        """A table with its lines as a grid; a line of its own takes the whole width."""
        table = self.tables[number]
        width = len(table.widths)
        cells: list[FormCell] = []
        for row, line in enumerate(table.lines):
            if not line.in_table:
                cells.append(FormCell(row, 0, self.text(line.element), 1, width))
            for column, cell in line.cells.items():
                if column < width and column not in line.continued:
                    down = self._down(table.lines, row, column)
                    cells.append(FormCell(row, column, self.text(cell), down, min(line.spans[column], width - column)))
        ruled = frozenset(row for row, line in enumerate(table.lines) if line.in_table)
        return FormTable(f"表{number + 1}", len(table.lines), width, tuple(cells), table.widths, ruled)

    @staticmethod
    def _down(lines: list[Line], row: int, column: int) -> int:
        rows = 1
        while row + rows < len(lines) and column in lines[row + rows].continued:
            rows += 1
        return rows
