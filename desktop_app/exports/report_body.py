"""The pages of a report before its annexes: title, addressee, text on the grid, tables, charts, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.exports.charts import ChartDrawer
from desktop_app.exports.fonts import Face
from desktop_app.exports.headline import break_title
from desktop_app.exports.page import (
    ASCENT,
    BODY_SIZE,
    LEADING,
    PITCH,
    PORTRAIT,
    TITLE_SIZE,
    WIDTH,
    Area,
    Frame,
    PageWriter,
)  # fmt: skip
from desktop_app.exports.report_model import Chart, Level, ReportContent, Section
from desktop_app.exports.signature import places, set_width, unit_lines
from desktop_app.exports.table_model import Table, TableRow
from desktop_app.exports.tables import TableDrawer, TableStyle
from desktop_app.exports.text import for_page, full_date, numeral
from desktop_app.exports.typeset import Line, set_paragraph

_FACES = {Level.FIRST: Face.HEITI, Level.SECOND: Face.KAITI, Level.BODY: Face.FANGSONG}
TITLE_LEADING = 1.25 * LEADING
_BODY_TABLE = TableStyle()

_LEAD_IN = 2
"""So many lines before a table, a chart or the signature stay with it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the grid. `keep` holds it on the page of the next one; `heading` goes into the document's outline."""

    line: Line | None
    face: Face = Face.FANGSONG
    keep: bool = False
    heading: str = ""


_BLANK = _Row(None, keep=True)


class Body:
    """The pages before the annexes."""

    def __init__(self, writer: PageWriter, content: ReportContent) -> None:
        self._writer, self._content = writer, content
        self._frame = Frame(writer, PORTRAIT)

    def draw(self) -> None:
        """Draw all of it, from a new page on."""
        self._frame.turn()
        self._writer.bookmark(for_page(self._content.title), 0)
        self._title(PORTRAIT)
        last = self._opening()
        several = len(self._content.sections) > 1
        for number, section in enumerate(self._content.sections, 1):
            self._rows(last)
            last = self._section(f"{numeral(number)}、" if several else "", section)
        self._rows([*(last if self._content.closing else _held(last)), *self._ending()])

    def _title(self, area: Area) -> None:
        lines = draw_title(self._frame, self._content.title)
        # One blank line under the title; the text goes on at a line of the grid.
        used = -(-lines * TITLE_LEADING // LEADING) + 1
        self._frame.y = area.top - used * LEADING

    def _opening(self) -> list[_Row]:
        addressee = for_page(self._content.addressee).rstrip("：:")
        rows = self._paragraph(f"{addressee}：", Face.FANGSONG, indent=0) if addressee else []
        return rows + self._paragraphs(self._content.opening_paragraphs)

    def _section(self, number: str, section: Section) -> list[_Row]:
        """Draw a section but for the lines after its last table or chart, which are returned."""
        if section.own_page:
            self._frame.turn()
        pending = self._heading(f"{number}{section.heading}", Level.FIRST)
        for block in section.blocks:
            if isinstance(block, Table):
                self._table(pending, block)
                pending = []
            elif isinstance(block, Chart):
                self._chart(pending, block)
                pending = []
            elif block.level is Level.BODY:
                pending += self._paragraph(block.text)
            else:
                pending += self._heading(block.text, block.level)
        return pending

    def _heading(self, text: str, level: Level) -> list[_Row]:
        rows = self._paragraph(text, _FACES[level])
        named = for_page(text) if level is Level.FIRST else ""
        return [_Row(row.line, row.face, True, named if at == 0 else "") for at, row in enumerate(rows)]

    def _paragraphs(self, texts: Sequence[str]) -> list[_Row]:
        return [row for text in texts for row in self._paragraph(text)]

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
        self._room_for(lead_in, drawer.height_wanted(rows, *self._left(lead_in)))
        drawer.draw(rows)
        self._to_grid()

    def _chart(self, lead_in: Sequence[_Row], chart: Chart) -> None:
        """A chart after the lines before it: text that ends a page is whole, a heading goes with what it heads."""
        drawer = ChartDrawer(self._frame, chart)
        room, empty = self._left(lead_in)
        if lead_in and not lead_in[-1].keep:
            self._rows(lead_in)
            lead_in, empty = (), room
        self._room_for(lead_in, drawer.height_wanted(room, empty))
        drawer.draw()
        self._to_grid()

    def _left(self, lead_in: Sequence[_Row]) -> tuple[float, float]:
        """The room on this page under the lines before a table or chart, and what stays empty when it is moved on."""
        room = self._frame.room - len(lead_in) * LEADING
        return room, room + min(len(lead_in), _LEAD_IN) * LEADING

    def _room_for(self, lead_in: Sequence[_Row], height: float) -> None:
        """Draw the lines before a table or chart, and see that `height` points are left below them."""
        self._rows(_held(lead_in), height)
        if self._frame.room + 0.01 < height:
            self._frame.turn()

    def _to_grid(self) -> None:
        """Go on at the next line of the grid."""
        lines = -(-(PORTRAIT.top - self._frame.y + 8) // LEADING)
        self._frame.y = PORTRAIT.top - lines * LEADING

    def _ending(self) -> list[_Row]:
        """Closing words, note of the annexes, signature one line below, on a page with the last words (7.3.5.2, 7.3.5.5)."""
        content = self._content
        closing = _held(self._paragraphs(content.closing_paragraphs))
        note = [_Row(row.line, row.face, True) for row in self._note()]
        rows = [*closing, *([_BLANK, *note] if note else [])]
        return [*rows, _BLANK, *self._signature()] if content.signed_on else rows

    def _note(self) -> list[_Row]:
        """附件：…, numbered when there are several, run-over under the first character of a name (7.3.4)."""
        glyphs = self._writer.glyphs(Face.FANGSONG)
        named = [annex for label, annex in self._content.named_annexes if label]
        rows = []
        for at, annex in enumerate(named, 1):
            number = f"{at}." if len(named) > 1 else ""
            indent, lead = (2, "附件：") if at == 1 else (5, "")
            hanging = 5 + self._width(number) / PITCH
            text = f"{lead}{number}{for_page(annex.title)}"
            lines = set_paragraph(text, glyphs, BODY_SIZE, WIDTH, PITCH, indent, hanging)
            rows += [_Row(line) for line in lines]
        return rows

    def _signature(self) -> list[_Row]:
        """The unit two characters from the right, the date two right of the unit's first; a longer date the other way
        round (7.3.5.2). Without a unit its line is left for the hand.
        """
        signed_on = self._content.signed_on
        unit, date = for_page(self._content.signature_unit), full_date(signed_on) if signed_on else ""
        lines = unit_lines(unit, self._writer.glyphs(Face.FANGSONG))
        unit_start, date_start = places(max(map(self._width, lines)), self._width(date))
        starts = [(line, unit_start) for line in lines] + [(date, date_start)]
        return [_Row(Line(text, start, PITCH - BODY_SIZE), keep=text != date) for text, start in starts]

    def _width(self, text: str) -> float:
        return set_width(text, self._writer.glyphs(Face.FANGSONG).width(text))


def _held(rows: Sequence[_Row]) -> list[_Row]:
    """Lines before a table or the signature: the last of them stay with it."""
    last = len(rows) - _LEAD_IN
    return [_Row(row.line, row.face, row.keep or at >= last, row.heading) for at, row in enumerate(rows)]


def _kept(rows: Sequence[_Row], at: int) -> int:
    """How many lines from `at` on must share a page."""
    count = 1
    while at + count < len(rows) and rows[at + count - 1].keep:
        count += 1
    return count


def _clean(row: TableRow) -> TableRow:
    cells = tuple("\n".join(map(for_page, cell.split("\n"))) for cell in row.cells)
    return TableRow(cells, row.kind, row.mark)


def draw_title(frame: Frame, title: str) -> int:
    """Draw a centred title in 2号 小标宋 at the top of the free room; return its number of lines."""
    glyphs = frame.writer.glyphs(Face.XIAOBIAOSONG)
    lines = break_title(for_page(title), glyphs, frame.area.width / TITLE_SIZE)
    for number, line in enumerate(lines):
        x = frame.area.left + (frame.area.width - glyphs.width(line) * TITLE_SIZE) / 2
        baseline = frame.y - number * TITLE_LEADING - ASCENT * TITLE_SIZE
        frame.writer.text(x, baseline, line, Face.XIAOBIAOSONG, TITLE_SIZE)
    return len(lines)
