"""Draws a report on the page of GB/T 9704-2012: title, body on a grid of 22 lines, signature, tables as annexes."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.exports.fonts import Face, library
from desktop_app.exports.page import ASCENT, BODY_SIZE, LANDSCAPE, LEADING, PORTRAIT, Frame, PageWriter
from desktop_app.exports.report_body import TITLE_LEADING, Body, draw_title
from desktop_app.exports.report_model import Annex, ReportContent
from desktop_app.exports.table_model import TableRow
from desktop_app.exports.tables import TableDrawer, TableStyle
from desktop_app.exports.text import for_page
from desktop_app.exports.typeset import LineCache

Progress = Callable[[int, int], None]

_ANNEX_STYLE = TableStyle(size=10.0, leading=13.0, padding_x=3.0, padding_y=3.5)
_DENSE_STYLE = TableStyle(size=9.0, leading=11.5, padding_x=2.5, padding_y=3.0)
_NOTE_SIZE, _NOTE_LEADING = 10.5, 15.0

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
    """Draw `content` into the PDF file `path`. `progress` is told of the rows of annexes; it may raise Cancelled.

    Raises:
        StorageFailure: no face file can be read.
    """
    with _DRAWING:
        writer = PageWriter(path, for_page(content.title), content.period, library(), content.numbering)
        if content.has_body:
            Body(writer, content).draw()
        done, total = 0, sum(len(annex.rows) for annex in content.annexes)
        for label, annex in content.named_annexes:
            rows = _told(annex.rows, done, total, progress)
            _draw_annex(writer, label, annex, rows)
            done += len(annex.rows)
        if progress:
            progress(total, total)
        writer.close()
        return PrintedReport(writer.pages, writer.replaced)


def _draw_annex(writer: PageWriter, label: str, annex: Annex, rows: Iterator[TableRow]) -> None:
    """附件 on line 1, the title on line 3, then the table (7.3.7), on the paper turned for a wide table (8)."""
    frame = Frame(writer, LANDSCAPE if annex.wide else PORTRAIT)
    frame.turn()
    title = for_page(annex.title)
    writer.bookmark(f"{label}：{title}" if label else title, 0)
    if label:
        writer.text(frame.area.left, frame.y - ASCENT * BODY_SIZE, label, Face.HEITI, BODY_SIZE)
        frame.y -= 2 * LEADING
    frame.y -= draw_title(frame, annex.title) * TITLE_LEADING + 0.35 * LEADING
    _draw_note(frame, for_page(annex.note))
    TableDrawer(frame, annex.columns, _DENSE_STYLE if annex.dense else _ANNEX_STYLE).draw(rows)


def _draw_note(frame: Frame, note: str) -> None:
    if not note:
        return
    for line in LineCache(frame.writer.glyphs(Face.FANGSONG), _NOTE_SIZE).lines(note, frame.area.width):
        frame.writer.text(frame.area.left, frame.y - ASCENT * _NOTE_SIZE, line, Face.FANGSONG, _NOTE_SIZE)
        frame.y -= _NOTE_LEADING
    frame.y -= 4


def _told(rows: Sequence[TableRow], before: int, total: int, progress: Progress | None) -> Iterator[TableRow]:
    """`rows`, telling `progress` now and then how many were drawn."""
    for done, row in enumerate(rows, before):
        if progress and done % 100 == 0:
            progress(done, total)
        yield row


def count_pages(path: Path) -> int:
    """How many pages the written PDF holds; 0 for a file that does not end as a PDF must."""
    data = path.read_bytes()
    return len(_PAGE.findall(data)) if data.rstrip().endswith(b"%%EOF") else 0
