"""Word documents: paragraphs and tables in order, automatic numbers restored, merged cells kept in their columns."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import FURNITURE, Block, Document, Paragraph, Table
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.sniffing import Format

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 12
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class DocxReader:
    """Reads .docx with python-docx; the parts are walked in the order they are printed."""

    format = Format.DOCX
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx", ".doc", ".wps")
    isolated = False

    def read(self, path: Path, data: bytes) -> Document:
        """The body's paragraphs and tables; deleted text and field codes are left out, page heads and feet are furniture.

        Raises:
            BadInput: the package is damaged, or expands beyond the limits.
        """
        _check(path, data)
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError  # type: ignore[import-untyped]

        from desktop_app.ingest.readers.docx_numbering import Numbering
        from desktop_app.ingest.readers.docx_styles import Styles

        try:
            word = docx.Document(io.BytesIO(data))
            numbering, styles = Numbering.of(word), Styles(word.styles.element)
            blocks = (*_blocks(word.element.body, styles, numbering, 0), *_heads_and_feet(word))
        except (OpcError, LxmlError, *limits.PACKAGE_ERRORS):
            raise BadInput(_damaged(path.name)) from None
        return Document(path.name, "docx", blocks)


def _check(path: Path, data: bytes) -> None:
    """Refuse a package that is damaged, locked, or would fill memory, before anything in it is unpacked."""
    try:
        limits.check_package(path.name, data)
        locked = any(entry.flag_bits & 0x1 for entry in limits.entries_of(data))
    except zipfile.BadZipFile:
        raise BadInput(_damaged(path.name)) from None
    if locked:
        raise BadInput(f"“{path.name}”{Format.ENCRYPTED.refusal}")


def _damaged(name: str) -> str:
    return f"“{name}”已损坏，用 Word 或 WPS 打开并另存为 .docx 后重新导入"


def _blocks(parent: Any, styles: Any, numbering: Any, depth: int) -> Iterator[Block]:
    """Paragraphs and tables in order, also those inside content controls."""
    for child in parent.iterchildren():
        if child.tag == f"{_W}p":
            text = numbering.label(child) + _text_of(child)
            yield Paragraph(text, styles.name_of(child))
        elif child.tag == f"{_W}tbl" and depth < _DEEPEST:
            yield Table(tuple(_rows(child, numbering)))
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo") and depth < _DEEPEST:
            yield from _blocks(child, styles, numbering, depth + 1)


def _heads_and_feet(word: Any) -> Iterator[Block]:
    """What is printed at the edges of the pages; a mark of secrecy often stands only there."""
    for relation in word.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")) and not relation.is_external:
            for paragraph in relation.target_part.element.iter(f"{_W}p"):
                if text := _text_of(paragraph).strip():
                    yield Paragraph(text, FURNITURE)


def _text_of(element: Any) -> str:
    """The visible text of a paragraph: runs, links, inserted text, text boxes; not deletions or field codes."""
    pieces: list[str] = []
    for child in element.iterchildren():
        if child.tag in _SKIPPED or child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{_W}tab":
            pieces.append(" ")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        else:
            pieces.append(_text_of(child))
    return "".join(pieces)


def _rows(table: Any, numbering: Any) -> Iterator[tuple[str, ...]]:
    """Rows of cell texts in their grid columns.

    A cell merged across columns prints once, its other columns are empty; one merged down repeats its text, so
    that every row says all that holds for it.
    """
    above: dict[int, str] = {}
    for row in table.iterchildren(f"{_W}tr"):
        cells: list[str] = [""] * _count(row, "trPr/gridBefore")
        for cell in row.iter(f"{_W}tc"):
            if _row_of(cell) is not row:
                continue
            place = len(cells)
            text = _cell_text(cell, numbering)
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merged is not None and merged.get(f"{_W}val") != "restart":
                text = above.get(place, text)
            above[place] = text
            cells += [text] + [""] * (max(_count(cell, "tcPr/gridSpan"), 1) - 1)
        yield tuple(cells)


def _row_of(cell: Any) -> Any:
    parent = cell.getparent()
    while parent is not None and parent.tag != f"{_W}tr":
        parent = parent.getparent()
    return parent


def _count(element: Any, path: str) -> int:
    found = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    value = found.get(f"{_W}val") if found is not None else None
    return min(int(value), 200) if value is not None and str(value).isdigit() else 0


def _cell_text(cell: Any, numbering: Any) -> str:
    """The paragraphs of a cell on one line; a table inside it too."""
    texts = [(numbering.label(paragraph) + _text_of(paragraph)).strip() for paragraph in cell.iter(f"{_W}p")]
    return " ".join(" ".join(text.split()) for text in texts if text)
