"""Writes a report as a Word file: the same content as the PDF, in styles that carry the figures of GB/T 9704."""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from desktop_app.exports import docx_pages, docx_styles
from desktop_app.exports.docx_styles import ANNEX_TABLE, BODY_TABLE, DENSE_TABLE, TableStyles
from desktop_app.exports.docx_xml import paragraph, table
from desktop_app.exports.fonts import Face, GlyphTable, library
from desktop_app.exports.headline import break_title
from desktop_app.exports.page import HEIGHT, PITCH, TITLE_SIZE, WIDTH
from desktop_app.exports.report_model import Annex, Block, Chart, Level, ReportContent, Section
from desktop_app.exports.signature import places, set_width, unit_lines
from desktop_app.exports.table_model import Table, TableColumn, TableRow
from desktop_app.exports.text import for_page, full_date, numeral
from desktop_app.exports.whole_file import write_packed

Progress = Callable[[int, int], None]

_LEVELS = {Level.FIRST: docx_styles.FIRST, Level.SECOND: docx_styles.SECOND, Level.BODY: docx_styles.BODY}
_KEEP = "<w:keepNext/>"


def write_docx(path: Path, content: ReportContent, progress: Progress | None = None) -> int:
    """Write `content` to the Word file `path`; return the number of table rows in it. `progress` may raise Cancelled."""
    writer = _Writer(content, progress)
    writer.write()
    writer.save(path)
    return writer.rows


def count_rows(path: Path) -> int:
    """How many table rows the written file holds, 0 for a damaged one; reading them also checks the file's checksums."""
    try:
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
            return 0 if broken else archive.read("word/document.xml").count(b"<w:tr>")
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError):
        return 0


class _Writer:
    """A Word document being written."""

    def __init__(self, content: ReportContent, progress: Progress | None) -> None:
        self._content, self._progress = content, progress
        self._document: Any = Document()
        self._body = self._document.element.body
        self._total = sum(len(annex.rows) for annex in content.annexes)
        self._done = 0
        self.rows = 0

    def write(self) -> None:
        """The body, then the annexes, each in a section of its own."""
        content = self._content
        docx_styles.make_styles(self._document)
        docx_styles.name_alternatives(self._document)
        first_wide = not content.has_body and content.annexes[0].wide
        docx_pages.set_up(self._document, content.numbering, first_wide)
        if content.has_body:
            self._write_body()
        for at, (label, annex) in enumerate(content.named_annexes):
            if content.has_body or at:
                docx_pages.add_section(self._document, content.numbering, annex.wide)
            self._annex(label, annex)
        if self._progress:
            self._progress(self._total, self._total)

    def save(self, path: Path) -> None:
        """Write the file, with what it says about itself."""
        content = self._content
        about = self._document.core_properties
        about.title, about.subject, about.author, about.comments = for_page(content.title), content.period, "销号", ""
        about.language = "zh-CN"
        day = content.signed_on or dt.date.today()
        about.created = about.modified = dt.datetime.combine(day, dt.time())
        write_packed(path, self._document.save)

    def _add(self, text: str, style: str, properties: str = "") -> None:
        self._append(parse_xml(paragraph(text, style, properties)))

    def _append(self, element: Any) -> None:
        self._body.insert(len(self._body) - 1, element)  # the last child is the section's page

    def _blank(self, keep: bool = False) -> None:
        self._add("", docx_styles.BLANK, _KEEP if keep else "")

    def _title(self, title: str, width: float) -> None:
        lines = break_title(for_page(title), GlyphTable(Face.XIAOBIAOSONG, library()), width / TITLE_SIZE)
        self._add("\n".join(lines), docx_styles.TITLE)

    def _write_body(self) -> None:
        content = self._content
        self._title(content.title, WIDTH)
        self._blank()
        addressee = for_page(content.addressee).rstrip("：:")
        if addressee:
            self._add(f"{addressee}：", docx_styles.ADDRESSEE)
        for words in content.opening_paragraphs:
            self._add(words, docx_styles.BODY)
        several = len(content.sections) > 1
        for number, section in enumerate(content.sections, 1):
            signed_below = number == len(content.sections) and content.signed_on is not None and not content.closing
            self._section(f"{numeral(number)}、" if several else "", section, signed_below)
        self._ending()

    def _section(self, number: str, section: Section, signed_below: bool) -> None:
        page = "<w:pageBreakBefore/>" if section.own_page else ""
        self._add(f"{number}{section.heading}", docx_styles.FIRST, page)
        for at, block in enumerate(section.blocks):
            following = section.blocks[at + 1] if at + 1 < len(section.blocks) else None
            self._block(block, signed_below if following is None else isinstance(following, Table | Chart))

    def _block(self, block: Block, keep: bool) -> None:
        if isinstance(block, Chart):
            block = block.as_table
        if isinstance(block, Table):
            if block.caption:
                self._add(block.caption, docx_styles.CAPTION, _KEEP)
            self._table(block.columns, block.rows, BODY_TABLE, WIDTH)
            self._add("", docx_styles.SMALL)
        else:
            self._add(block.text, _LEVELS[block.level], _KEEP if keep else "")

    def _ending(self) -> None:
        """Closing words, note of the annexes and signature stay together (7.3.5.5)."""
        content = self._content
        signed = content.signed_on is not None
        for at, words in enumerate(content.closing_paragraphs, 1):
            last = at == len(content.closing_paragraphs)
            self._add(words, docx_styles.BODY, _KEEP if signed and last else "")
        named = [annex for label, annex in content.named_annexes if label]
        if named:
            self._blank(signed)
        for at, annex in enumerate(named, 1):
            self._note(at, len(named), for_page(annex.title), signed)
        if content.signed_on:
            self._blank(keep=True)
            self._signature(for_page(content.signature_unit), full_date(content.signed_on))

    def _note(self, at: int, of: int, title: str, keep: bool) -> None:
        """附件：1.…, its run-over under the first character of the name (7.3.4)."""
        lead = ("附件：" if at == 1 else "") + (f"{at}." if of > 1 else "")
        hanging = (3 if at == 1 else 0) + (1 if of > 1 else 0)
        left = 5 + (1 if of > 1 else 0)
        indent = f'<w:ind w:left="{_twips(left * PITCH)}" w:hanging="{_twips(hanging * PITCH)}"/>'
        self._add(lead + title, docx_styles.NOTE, (_KEEP if keep else "") + indent)

    def _signature(self, unit: str, date: str) -> None:
        glyphs = GlyphTable(Face.FANGSONG, library())
        lines = unit_lines(unit, glyphs)
        widest = max(set_width(line, glyphs.width(line)) for line in lines)
        unit_start, date_start = places(widest, set_width(date, glyphs.width(date)))
        for words, start, keep in ("\n".join(lines), unit_start, _KEEP), (date, date_start, ""):
            self._add(words, docx_styles.SIGNATURE, f'{keep}<w:ind w:left="{_twips(start)}"/>')

    def _annex(self, label: str, annex: Annex) -> None:
        width = HEIGHT if annex.wide else WIDTH
        if label:
            self._add(label, docx_styles.ANNEX)
            self._blank()
        self._title(annex.title, width)
        if annex.note:
            self._add(annex.note, docx_styles.SMALL)
        self._table(annex.columns, annex.rows, DENSE_TABLE if annex.dense else ANNEX_TABLE, width, told=True)
        self._add("", docx_styles.SMALL)

    def _table(
        self,
        columns: Sequence[TableColumn],
        rows: Sequence[TableRow],
        styles: TableStyles,
        width: float,
        told: bool = False,
    ) -> None:
        made: Any = None
        for piece, number in table(columns, rows, styles, width):
            element = parse_xml(piece)
            if made is None:
                made = element
                self._append(made)
            else:
                made.extend(list(element))
            if told and self._progress:
                self._progress(self._done + number - 1, self._total)
        self.rows += len(rows) + 1
        self._done += len(rows) if told else 0


def _twips(points: float) -> int:
    return round(20 * points)
