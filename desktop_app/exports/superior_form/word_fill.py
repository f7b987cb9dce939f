"""Filling a document from above: its table takes the tasks row by row; nothing but its text part changes."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.domain.superior_form import Meaning
from desktop_app.exports.superior_form.filling import TableFilling
from desktop_app.exports.superior_form.package import Package, to_bytes
from desktop_app.exports.superior_form.pieces import fitted, put_between
from desktop_app.exports.superior_form.values import words_of
from desktop_app.exports.superior_form.word import Line, WordForm, WordTable

Progress = Callable[[int, int], None]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ONCE = ("tblHeader", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
"""What may stand in a document only once, and the mark of a head that is repeated: copies of a row leave it out."""


def fill_document(
    package: Package, path: Path, fillings: Sequence[TableFilling | None], progress: Progress | None = None
) -> None:
    """Write the filled document to `path`. `fillings` go by table; None leaves a table alone."""
    form = WordForm(package)
    total = sum(len(filling.rows) for filling in fillings if filling)
    done = 0
    for table, filling in zip(form.tables, fillings, strict=True):
        if filling is None:
            continue
        writer = _TableWriter(form, table, filling)
        writer.fill_blanks()
        writer.clear_examples()
        for each in writer.fill_rows():
            done += each
            if progress:
                progress(done, total)
    package.save(path, {form.part: to_bytes(form.root)})


class _TableWriter:
    """One table on its way."""

    def __init__(self, form: WordForm, table: WordTable, filling: TableFilling) -> None:
        self.form, self.table, self.filling = form, table, filling
        self.columns = [n for n, meaning in enumerate(filling.mapping.columns) if meaning is not Meaning.EMPTY]

    def fill_blanks(self) -> None:
        """Write into the blanks, the last of a cell first: the places of those before stay."""
        for blank, value in sorted(self.filling.blanks, key=lambda each: -each[0].start):
            line = self.table.lines[blank.row]
            element = line.cells[blank.column] if line.in_table else line.element
            pieces = self.form.pieces(element)
            text = "".join(words for _, words in pieces)
            if not any(self._writable(piece) for piece, _ in pieces):
                self._write(element, value)
                continue
            value = fitted(value, text, blank.start, blank.end)
            self._spread(pieces, put_between([words for _, words in pieces], blank.start, blank.end, value))

    def clear_examples(self) -> None:
        """What an example says is no task's, in columns that take nothing too."""
        for row in self.filling.mapping.examples:
            for cell in self.table.lines[row].cells.values():
                self._write(cell, "")

    def _writable(self, piece: Any) -> bool:
        return piece is not None and piece.tag == self.form.tag("t")

    def _spread(self, pieces: Sequence[tuple[Any, str]], texts: Sequence[str]) -> None:
        """Put the texts back where they came from; a tab or break that is to hold words becomes text."""
        for (piece, before), text in zip(pieces, texts, strict=True):
            if piece is None or text == before:
                continue
            if not self._writable(piece):
                words = etree.Element(self.form.tag("t"))
                piece.getparent().replace(piece, words)
                piece = words
            piece.text = text
            piece.set(_SPACE, "preserve")

    def fill_rows(self) -> Iterator[int]:
        """Write the tasks; yields 1 for each row."""
        lines = self._room()
        for line, values in zip(lines, self.filling.rows, strict=False):
            for column in self.columns:
                cell, value = line.cells.get(column), values[column]
                if cell is None or value is None:
                    continue
                if column in line.continued or self._is_merged(cell):
                    self._part_cell(cell)
                if not self._numbers_itself(cell, self.filling.mapping.columns[column]):
                    self._write(cell, words_of(value))
            yield 1

    def _room(self) -> list[Line]:
        """As many rows as there are tasks: those it has, and copies of one from the middle."""
        if self.filling.places is not None:
            return [self.table.lines[place] for place in self.filling.places]
        first, have = self.filling.mapping.first, self.filling.mapping.rows
        # Nothing but a head: the new rows look like its last.
        lines = self.table.lines[first : first + have] or [self.table.lines[first - 1]]
        missing = len(self.filling.rows) - have
        at = min(1, len(lines) - 2) if len(lines) > 1 else 0
        sample = lines[at]
        made: list[Line] = []
        for _ in range(missing):
            row = self._copy(sample.element)
            (made[-1].element if made else sample.element).addnext(row)
            made.append(self.form.line(row))
        return made if not have else [*lines[: at + 1], *made, *lines[at + 1 :]]

    def _copy(self, row: Any) -> Any:
        made = copy.deepcopy(row)
        for element in list(made.iter(etree.Element)):
            if etree.QName(element).localname in _ONCE:
                element.getparent().remove(element)
                continue
            for name in [name for name in element.attrib if etree.QName(name).localname in ("paraId", "textId")]:
                del element.attrib[name]
        for cell in self.form.inside(made, "tc"):
            self._write(cell, "")
        return made

    def _is_merged(self, cell: Any) -> bool:
        return cell.find(f"{self.form.tag('tcPr')}/{self.form.tag('vMerge')}") is not None

    def _part_cell(self, cell: Any) -> None:
        """A cell merged down over several rows for tasks is one cell a row again."""
        merged = cell.find(f"{self.form.tag('tcPr')}/{self.form.tag('vMerge')}")
        merged.getparent().remove(merged)

    def _numbers_itself(self, cell: Any, meaning: Meaning) -> bool:
        return meaning is Meaning.ORDER and cell.find(f".//{self.form.tag('numPr')}") is not None

    def _write(self, element: Any, text: str) -> None:
        """Put `text` in place of what a cell or paragraph says, in the look its first words have."""
        tag = self.form.tag
        paragraphs = [element] if element.tag == tag("p") else list(element.iter(tag("p")))
        if not paragraphs:
            paragraphs = [etree.SubElement(element, tag("p"))]
        first, *others = paragraphs
        looks = self._looks(first)
        for paragraph in others:
            paragraph.getparent().remove(paragraph)
        for each in list(first):
            if each.tag != tag("pPr"):
                first.remove(each)
        if text:
            run = etree.SubElement(first, tag("r"))
            if looks is not None:
                run.append(looks)
            for number, line in enumerate(text.split("\n")):
                if number:
                    etree.SubElement(run, tag("br"))
                words = etree.SubElement(run, tag("t"))
                words.text = line
                words.set(_SPACE, "preserve")

    def _looks(self, paragraph: Any) -> Any:
        """How the first run is set, or how the end of the empty paragraph is."""
        tag = self.form.tag
        found = paragraph.find(f".//{tag('r')}/{tag('rPr')}")
        if found is None:
            found = paragraph.find(f"{tag('pPr')}/{tag('rPr')}")
        if found is None:
            return None
        looks = copy.deepcopy(found)
        for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"):
            for each in looks.findall(tag(name)):
                looks.remove(each)
        return looks
