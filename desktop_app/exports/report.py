"""Draws a report on the page of GB/T 9704-2012: title, body on a grid of 22 lines, signature, the ledger as annex."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.exports.annex import COLUMNS, annex_rows
from desktop_app.exports.fonts import Face, library
from desktop_app.exports.headline import break_title
from desktop_app.exports.page import (
    ASCENT,
    BODY_SIZE,
    LANDSCAPE,
    LEADING,
    PITCH,
    PORTRAIT,
    TITLE_SIZE,
    WIDTH,
    Area,
    Frame,
    PageWriter,
)  # fmt: skip
from desktop_app.exports.report_model import Level, Paragraph, ReportContent
from desktop_app.exports.table_model import Table, TableRow
from desktop_app.exports.tables import TableDrawer, TableStyle
from desktop_app.exports.text import for_page, full_date, numeral
from desktop_app.exports.typeset import Line, set_paragraph

Progress = Callable[[int, int], None]

_FACES = {Level.FIRST: Face.HEITI, Level.SECOND: Face.KAITI, Level.BODY: Face.FANGSONG}
_TITLE_LEADING = 1.25 * LEADING
_ANNEX_STYLE = TableStyle(size=10.0, leading=13.0, padding_x=3.0, padding_y=3.5)
_BODY_TABLE = TableStyle()

_LEAD_IN = 4
"""So many lines before a table stay with it."""

_PAGE = re.compile(rb"/Type /Page\b")

_DRAWING = threading.Lock()
"""reportlab's faces may serve only one document at a time."""


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """What was drawn: the number of pages, and the characters no face has (printed as □)."""

    pages: int
    replaced: tuple[str, ...]


def write_report(path: Path, content: ReportContent, progress: Progress | None = None) -> int:
    """Draw `content` into the PDF file `path`; return the number of pages."""
    return print_report(path, content, progress).pages


def print_report(path: Path, content: ReportContent, progress: Progress | None = None) -> PrintedReport:
    """Draw `content` into the PDF file `path`. `progress` is told of the tasks in the annex; it may raise Cancelled.

    Raises:
        StorageFailure: no face file can be read.
    """
    with _DRAWING:
        writer = PageWriter(path, for_page(content.title), content.period, library())
        _Body(writer, content).draw()
        _draw_annex(writer, content, progress)
        writer.close()
        return PrintedReport(writer.pages, writer.replaced)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the grid. `keep` holds it on the page of the next one; `heading` goes into the document's outline."""

    line: Line | None
    face: Face = Face.FANGSONG
    keep: bool = False
    heading: str = ""


_BLANK = _Row(None, keep=True)


class _Body:
    """The pages before the annex."""

    def __init__(self, writer: PageWriter, content: ReportContent) -> None:
        self._writer, self._content = writer, content
        self._frame = Frame(writer, PORTRAIT)

    def draw(self) -> None:
        self._frame.turn()
        self._writer.bookmark(for_page(self._content.title), 0)
        self._title(PORTRAIT)
        self._rows(self._opening())
        for number, section in enumerate(self._content.sections, 1):
            self._section(numeral(number), section.heading, section.blocks)
        self._rows(self._ending())

    def _title(self, area: Area) -> None:
        lines = _draw_title(self._frame, self._content.title)
        # One blank line under the title; the text goes on at a line of the grid.
        used = -(-lines * _TITLE_LEADING // LEADING) + 1
        self._frame.y = area.top - used * LEADING

    def _opening(self) -> list[_Row]:
        addressee = for_page(self._content.addressee).rstrip("：:")
        rows = self._paragraph(f"{addressee}：", Face.FANGSONG, indent=0) if addressee else []
        return rows + self._paragraph(self._content.opening)

    def _section(self, number: str, heading: str, blocks: Sequence[Paragraph | Table]) -> None:
        pending = self._heading(f"{number}、{heading}", Level.FIRST)
        for block in blocks:
            if isinstance(block, Table):
                self._table(pending, block)
                pending = []
            elif block.level is Level.BODY:
                pending += self._paragraph(block.text)
            else:
                pending += self._heading(block.text, block.level)
        self._rows(pending)

    def _heading(self, text: str, level: Level) -> list[_Row]:
        rows = self._paragraph(text, _FACES[level])
        named = for_page(text) if level is Level.FIRST else ""
        return [_Row(row.line, row.face, True, named if at == 0 else "") for at, row in enumerate(rows)]

    def _paragraph(self, text: str, face: Face = Face.FANGSONG, indent: int = 2) -> list[_Row]:
        lines = set_paragraph(for_page(text), self._writer.glyphs(face), BODY_SIZE, WIDTH, PITCH, indent)
        return [_Row(line, face) for line in lines]

    def _rows(self, rows: Sequence[_Row], below: float = 0.0) -> None:
        """Put lines on the grid; lines that are kept together, and `below` points after the last, go to one page."""
        for at, row in enumerate(rows):
            tail = _kept(rows, at)
            needed = tail * LEADING + (below if at + tail >= len(rows) else 0.0)
            if self._frame.room + 0.01 < min(needed, PORTRAIT.height):
                self._frame.turn()
            if row.heading:
                self._writer.bookmark(row.heading, 1)
            if row.line is not None:
                x, baseline = PORTRAIT.left + row.line.start, self._frame.y - ASCENT * BODY_SIZE
                self._writer.text(x, baseline, row.line.text, row.face, BODY_SIZE, row.line.spacing)
            self._frame.y -= LEADING

    def _table(self, lead_in: Sequence[_Row], table: Table) -> None:
        """A table with the lines before it: its head and first rows stay with the last of them."""
        drawer = TableDrawer(self._frame, table.columns, _BODY_TABLE)
        rows = [_clean(row) for row in table.rows]
        kept = [
            _Row(row.line, row.face, row.keep or at >= len(lead_in) - _LEAD_IN, row.heading)
            for at, row in enumerate(lead_in)
        ]
        self._rows(kept, drawer.height_wanted(rows))
        drawer.draw(rows)
        lines = -(-(PORTRAIT.top - self._frame.y + 8) // LEADING)
        self._frame.y = PORTRAIT.top - lines * LEADING

    def _ending(self) -> list[_Row]:
        """Closing words, note of the annex, signature: the signature stands on a page with the closing words (7.3.5.5)."""
        closing = [_Row(row.line, row.face, True) for row in self._paragraph(self._content.closing)]
        note = [_Row(row.line, row.face, True) for row in self._note()]
        return [*closing, _BLANK, *note, _BLANK, _BLANK, *self._signature()]

    def _note(self) -> list[_Row]:
        """附件：…, its run-over under the first character of the name (7.3.4)."""
        glyphs = self._writer.glyphs(Face.FANGSONG)
        text = f"附件：{for_page(self._content.annex_title)}"
        return [_Row(line) for line in set_paragraph(text, glyphs, BODY_SIZE, WIDTH, PITCH, indent=2, hanging=5)]

    def _signature(self) -> list[_Row]:
        """The unit two characters from the right, the date two right of the unit's first; a longer date the other way
        round (7.3.5.2). Without a unit its line is left for the hand.
        """
        unit, date = for_page(self._content.signature_unit), full_date(self._content.signed_on)
        spacing, right = PITCH - BODY_SIZE, WIDTH - 2 * PITCH
        unit_width, date_width = self._width(unit), self._width(date)
        if unit and unit_width >= date_width:
            unit_start = right - unit_width
            date_start = min(unit_start + 2 * PITCH, WIDTH - date_width)
        else:
            date_start = right - date_width
            unit_start = date_start - 2 * PITCH
        return [_Row(Line(unit, max(unit_start, 0.0), spacing), keep=True), _Row(Line(date, date_start, spacing))]

    def _width(self, text: str) -> float:
        return self._writer.glyphs(Face.FANGSONG).width(text) * BODY_SIZE + len(text) * (PITCH - BODY_SIZE)


def _kept(rows: Sequence[_Row], at: int) -> int:
    """How many lines from `at` on must share a page."""
    count = 1
    while at + count < len(rows) and rows[at + count - 1].keep:
        count += 1
    return count


def _clean(row: TableRow) -> TableRow:
    cells = tuple("\n".join(map(for_page, cell.split("\n"))) for cell in row.cells)
    return TableRow(cells, row.kind, row.mark)


def _draw_title(frame: Frame, title: str) -> int:
    """Draw a centred title in 2号 小标宋 at the top of the free room; return its number of lines."""
    glyphs = frame.writer.glyphs(Face.XIAOBIAOSONG)
    lines = break_title(for_page(title), glyphs, frame.area.width / TITLE_SIZE)
    for number, line in enumerate(lines):
        x = frame.area.left + (frame.area.width - glyphs.width(line) * TITLE_SIZE) / 2
        baseline = frame.y - number * _TITLE_LEADING - ASCENT * TITLE_SIZE
        frame.writer.text(x, baseline, line, Face.XIAOBIAOSONG, TITLE_SIZE)
    return len(lines)


def _draw_annex(writer: PageWriter, content: ReportContent, progress: Progress | None) -> None:
    """附件 on line 1, the title on line 3, then the ledger (7.3.7), on the paper turned for a wide table (8)."""
    frame = Frame(writer, LANDSCAPE)
    frame.turn()
    writer.bookmark(f"附件：{for_page(content.annex_title)}", 0)
    writer.text(LANDSCAPE.left, frame.y - ASCENT * BODY_SIZE, "附件", Face.HEITI, BODY_SIZE)
    frame.y -= 2 * LEADING
    frame.y -= _draw_title(frame, content.annex_title) * _TITLE_LEADING + 0.35 * LEADING
    rows = annex_rows(content.annex)
    TableDrawer(frame, COLUMNS, _ANNEX_STYLE).draw(_told(rows, len(content.annex), progress))


def _told(rows: Iterator[TableRow], total: int, progress: Progress | None) -> Iterator[TableRow]:
    """`rows`, telling `progress` now and then how many were drawn."""
    for done, row in enumerate(rows):
        if progress and done % 100 == 0:
            progress(min(done, total), total)
        yield row
    if progress:
        progress(total, total)


def count_pages(path: Path) -> int:
    """How many pages the written PDF holds; 0 for a file that does not end as a PDF must."""
    data = path.read_bytes()
    return len(_PAGE.findall(data)) if data.rstrip().endswith(b"%%EOF") else 0
