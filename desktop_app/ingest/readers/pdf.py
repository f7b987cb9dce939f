"""PDF with text: letters with their places become lines, columns, tables and paragraphs again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import FURNITURE, Block, Document, Paragraph, Table
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.pdf_columns import in_reading_order
from desktop_app.ingest.readers.pdf_furniture import find_furniture
from desktop_app.ingest.readers.pdf_page import Box, Letter, Line, read_page, rows_of
from desktop_app.ingest.readers.pdf_paragraphs import (
    Joiner,
    Margins,
    Placed,
    is_shown,
    margins_of,
    place_lines,
    text_of,
)
from desktop_app.ingest.readers.pdf_rules import read_rules
from desktop_app.ingest.readers.pdf_tables import Grid, fill, find_grids
from desktop_app.ingest.readers.sniffing import Format
from desktop_app.ingest.readers.tables_across_pages import joined

SECONDS = 18.0
_LEAST_LETTERS = 6
_MOST_UNREADABLE = 0.2
_MEASURED_LINES = 6
_WIDEST_MARGIN = 1.5


class PdfReader:
    """Reads the text of a PDF with pdfium; pictures are not recognised."""

    format = Format.PDF
    suffixes: tuple[str, ...] = (".pdf",)
    isolated = True

    def read(self, path: Path, data: bytes) -> Document:
        """Paragraphs and ruled tables in reading order; page numbers, running heads and feet as furniture.

        Raises:
            BadInput: locked by a password, damaged, too long, a scan, or with letters that have no names.
        """
        import pypdfium2

        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise BadInput(_refusal(path.name, error)) from None
        try:
            sheets = _read_sheets(path.name, pdf)
        except pypdfium2.PdfiumError:
            raise BadInput(_broken(path.name)) from None
        except limits.OutOfTime:
            raise BadInput(f"“{path.name}”内容过于复杂，未能在限定时间内读完，另存为 .docx 后导入") from None
        finally:
            pdf.close()
        _refuse_pictures(path.name, sheets)
        pictures = [str(number) for number, sheet in enumerate(sheets, 1) if sheet.is_picture]
        remarks = (f"第{'、'.join(pictures)}页没有文字，可能是图片，内容未读入",) if pictures else ()
        return Document(path.name, "pdf", tuple(_blocks(sheets)), remarks)


@dataclass(slots=True)
class _Sheet:
    """A page as read: its rows and its tables from the top."""

    box: Box
    rows: list[list[Line]]
    tables: list[tuple[Grid, Table]]
    askew: str
    letters: int
    unreadable: int
    furniture: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_picture(self) -> bool:
        return self.letters < _LEAST_LETTERS


def _refusal(name: str, error: Any) -> str:
    import pypdfium2.raw as pdfium

    if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return f"“{name}”已加密，输入密码打开并另存为不加密的 PDF 或 .docx 后导入"
    return _broken(name)


def _broken(name: str) -> str:
    return f"“{name}”已损坏，不是完整的 PDF，重新下载或另存为 .docx 后导入"


def _read_sheets(name: str, pdf: Any) -> list[_Sheet]:
    if len(pdf) > limits.MOST_PAGES:
        raise BadInput(f"“{name}”超过{limits.MOST_PAGES}页，未导入；拆分后重新导入")
    if len(pdf) == 0:
        raise BadInput(_broken(name))
    budget = limits.Budget(SECONDS)
    sheets: list[_Sheet] = []
    letters = 0
    for index in range(len(pdf)):
        budget.spend()
        page = pdf[index]
        try:
            sheets.append(_read_sheet(page))
        finally:
            page.close()
        letters += sheets[-1].letters
        if letters > limits.LARGEST_TEXT:
            raise BadInput(f"“{name}”文字过多，未导入；拆分后重新导入")
    return sheets


def _read_sheet(page: Any) -> _Sheet:
    read = read_page(page)
    free = read.letters
    tables: list[tuple[Grid, Table]] = []
    for grid in find_grids(read_rules(page, read.turn)) if free else []:
        inside = [letter for letter in free if grid.place(letter) is not None]
        if inside:
            tables.append((grid, Table(fill(grid, inside))))
            free = _without(free, inside)
    return _Sheet(read.box, rows_of(free), tables, read.askew, len(read.letters), read.unreadable)


def _without(letters: Sequence[Letter], gone: Sequence[Letter]) -> list[Letter]:
    ids = {id(letter) for letter in gone}
    return [letter for letter in letters if id(letter) not in ids]


def _refuse_pictures(name: str, sheets: Sequence[_Sheet]) -> None:
    pictures = sum(sheet.is_picture for sheet in sheets)
    if pictures * 2 > len(sheets) or all(sheet.is_picture for sheet in sheets):
        raise BadInput(f"“{name}”是扫描件或图片，没有可读的文字，用扫描软件识别为文字并另存为 .docx 后导入")
    letters = sum(sheet.letters for sheet in sheets)
    if sum(sheet.unreadable for sheet in sheets) > _MOST_UNREADABLE * letters:
        raise BadInput(f"“{name}”的字体没有文字编码，读出的是乱码，用原文件另存为 .docx 后导入")


def _blocks(sheets: Sequence[_Sheet]) -> list[Block]:
    found = find_furniture([(sheet.box, sheet.rows) for sheet in sheets])
    for sheet, furniture in zip(sheets, found, strict=True):
        sheet.furniture = furniture
    usual = _usual_margins(sheets)
    flow = [item for number, sheet in enumerate(sheets) for item in _flow(sheet, usual.get(number % 2))]
    return joined(_assembled(flow))


def _usual_margins(sheets: Sequence[_Sheet]) -> dict[int, Margins]:
    """The margins of even and of odd pages: bound paper has them mirrored."""
    found: dict[int, list[Margins]] = {0: [], 1: []}
    for number, sheet in enumerate(sheets):
        for column in in_reading_order(_body(sheet)):
            if column.wide and len(column.lines) >= _MEASURED_LINES:
                found[number % 2].append(margins_of(column.lines))
    for parity in (0, 1):
        found[parity] = found[parity] or found[1 - parity]
    return {
        parity: Margins(median(each.left for each in margins), median(each.right for each in margins))
        for parity, margins in found.items()
        if margins
    }


def _body(sheet: _Sheet) -> list[list[Line]]:
    return [row for index, row in enumerate(sheet.rows) if index not in sheet.furniture]


def _flow(sheet: _Sheet, usual: Margins | None) -> Iterator[Placed | Block]:
    """The lines, tables and furniture of a page in reading order."""
    rows = _body(sheet)
    everything = [line for row in rows for line in row]
    wide = usual or (margins_of(everything) if everything else None)
    if wide is not None and not is_shown(wide.right, everything):
        # A page of short lines does not show its right margin: it is hardly wider than the left one.
        wide = Margins(wide.left, max(wide.right, sheet.box.right - _WIDEST_MARGIN * (wide.left - sheet.box.left)))
    edges = [-float("inf"), *(grid.box.top for grid, _ in sheet.tables), float("inf")]
    for place, (above, below) in enumerate(pairwise(edges)):
        part = [row for row in rows if above <= row[0].base < below]
        for column in in_reading_order(part):
            yield from place_lines(column.lines, column.wide, wide if column.wide else None)
        if place < len(sheet.tables):
            yield sheet.tables[place][1]
    for index in sorted(sheet.furniture):
        yield Paragraph(" ".join(line.text for line in sheet.rows[index]), FURNITURE)
    if sheet.askew:
        yield Paragraph(sheet.askew, FURNITURE)


def _assembled(flow: Sequence[Placed | Block]) -> Iterator[Block]:
    """Blocks from the flow; furniture that stands inside a paragraph follows it."""
    joiner = Joiner([item for item in flow if isinstance(item, Placed)])
    run: list[Placed] = []
    aside: dict[int, list[Block]] = {}
    for item in [*flow, None]:
        if isinstance(item, Placed):
            run.append(item)
        elif isinstance(item, Paragraph):
            aside.setdefault(len(run), []).append(item)
        else:
            yield from _run_blocks(joiner, run, aside)
            run, aside = [], {}
            if item is not None:
                yield item


def _run_blocks(joiner: Joiner, run: Sequence[Placed], aside: dict[int, list[Block]]) -> Iterator[Block]:
    yield from aside.pop(0, [])
    done = 0
    for paragraph in joiner.paragraphs(run):
        yield Paragraph(text_of(paragraph))
        for place in range(done + 1, done + len(paragraph) + 1):
            yield from aside.pop(place, [])
        done += len(paragraph)
