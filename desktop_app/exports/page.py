"""The page of GB/T 9704-2012: its measures, and a writer that puts text, rules and page numbers on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.pdfgen import canvas

from desktop_app.exports.fonts import Face, FaceLibrary, GlyphTable
from desktop_app.exports.pens import Pen, TextPage
from desktop_app.exports.report_model import Numbering

MM = 72 / 25.4
"""Points in a millimetre."""

PAPER_WIDTH, PAPER_HEIGHT = 210 * MM, 297 * MM
TOP, LEFT = 37 * MM, 28 * MM
"""天头 and 订口 (5.2.1)."""

WIDTH, HEIGHT = 156 * MM, 225 * MM
"""版心, the type area (5.2.1)."""

LINES, CHARACTERS = 22, 28
"""A full page of text (5.2.3)."""

LEADING = HEIGHT / LINES
PITCH = WIDTH / CHARACTERS
BODY_SIZE, TITLE_SIZE, NUMBER_SIZE = 16.0, 22.0, 14.0
"""3号, 2号, 4号 in points."""

ASCENT = 0.86
"""How far a Chinese character's box rises above its baseline (ems; the faces differ by 0.03)."""

MOST_EMPTY = 1 / 3
"""The share of a page that may stay empty so that a table or chart is not cut in two."""

_NUMBER_BELOW = 7 * MM
"""The dashes of the page number stand this far under the type area (7.5)."""

_DASH_HEIGHT = 0.36
"""How far a dash stands above the baseline (ems)."""


@dataclass(frozen=True, slots=True)
class Area:
    """A type area in points from the paper's lower left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top - self.height


PORTRAIT = Area(LEFT, PAPER_HEIGHT - TOP, WIDTH, HEIGHT)

LANDSCAPE = Area(PAPER_HEIGHT - TOP - HEIGHT, PAPER_WIDTH - LEFT, HEIGHT, WIDTH)
"""The same paper turned clockwise for a wide table: the binding edge, and with it the table's head, is above."""


class PageWriter:
    """Draws pages one after another into a PDF file. Sizes and places are in points."""

    def __init__(
        self, path: Path, title: str, subject: str, faces: FaceLibrary, numbering: Numbering = Numbering.OUTER
    ) -> None:
        make: Any = canvas.Canvas
        # invariant: the same ledger on the same day gives the same file.
        self._path = path
        self._canvas = make(None, pagesize=(PAPER_WIDTH, PAPER_HEIGHT), pageCompression=1, invariant=1, lang="zh-CN")
        for set_field, value in (("Title", title), ("Subject", subject), ("Author", "销号"), ("Creator", "销号")):
            getattr(self._canvas, f"set{set_field}")(value)
        self.pages = 0
        self._numbering = numbering
        self._pens = {face: Pen(face, faces, self._canvas) for face in Face}
        self._area: Area | None = None
        self._shapes: list[str] = []
        self._rules: list[tuple[float, float, float, float]] = []
        self._text = TextPage()

    def glyphs(self, face: Face) -> GlyphTable:
        """The glyphs used for text set in `face`."""
        return self._pens[face].glyphs

    @property
    def replaced(self) -> tuple[str, ...]:
        """The characters that no face has and that were printed as □."""
        return tuple(sorted(set().union(*(pen.glyphs.replaced for pen in self._pens.values()))))

    def begin(self, area: Area) -> None:
        """Start a page, ending the one before."""
        self.end()
        self.pages += 1
        self._area = area
        landscape = area is LANDSCAPE
        self._canvas.setPageSize((PAPER_HEIGHT, PAPER_WIDTH) if landscape else (PAPER_WIDTH, PAPER_HEIGHT))
        self._text = TextPage()

    def text(self, x: float, baseline: float, text: str, face: Face, size: float, spacing: float = 0.0) -> None:
        """Put one line of text; characters that `face` lacks come from others."""
        self._text.line(self._pens[face], x, baseline, text, size, spacing)

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a hairline."""
        self._rules.append((x1, y1, x2, y2))

    def shape(self, operators: str, x: float, y: float, size: float) -> None:
        """Draw a shape given as PDF operators in a unit square, its lower left corner at (x, y)."""
        self._shapes.append(f"q {size:.2f} 0 0 {size:.2f} {x:.2f} {y:.2f} cm {operators} Q")

    def literal(self, operators: str) -> None:
        """Draw PDF operators as they are, in the page's own points."""
        self._shapes.append(operators)

    def bookmark(self, title: str, level: int) -> None:
        """Add an entry to the document's outline that leads to this page."""
        key = f"b{self.pages}-{title}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level)

    def end(self) -> None:
        """Finish the page: text, rules, shapes, page number."""
        if self._area is None:
            return
        self._canvas.addLiteral(self._text.operators())
        if self._rules:
            self._canvas.setLineWidth(0.5)
            self._canvas.setLineCap(2)
            self._canvas.lines(self._rules)
        for shape in self._shapes:
            self._canvas.addLiteral(shape)
        self._number()
        self._canvas.showPage()
        self._area, self._rules, self._shapes = None, [], []

    def close(self) -> None:
        """Finish the last page and write the file."""
        self.end()
        # save() of the canvas leaves its file open where the disk is full.
        self._path.write_bytes(self._canvas.getpdfdata())

    def _number(self) -> None:
        """— 1 —: outside the type area, one character in from the right on odd pages, from the left on even ones, or centred.

        On a turned page it stays where the paper's other pages have it (8).
        """
        glyphs = self.glyphs(Face.SONGTI)
        words = f"— {self.pages} —"
        width = glyphs.width(words) * NUMBER_SIZE
        odd = self.pages % 2 == 1
        x = LEFT + WIDTH - NUMBER_SIZE - width if odd else LEFT + NUMBER_SIZE
        if self._numbering is Numbering.CENTRED:
            x = LEFT + (WIDTH - width) / 2
        baseline = PAPER_HEIGHT - TOP - HEIGHT - _NUMBER_BELOW - _DASH_HEIGHT * NUMBER_SIZE
        self._canvas.saveState()
        if self._area is LANDSCAPE:
            self._canvas.translate(0, PAPER_WIDTH)
            self._canvas.rotate(-90)
        number = TextPage()
        number.line(self._pens[Face.SONGTI], x, baseline, words, NUMBER_SIZE, 0.0)
        self._canvas.addLiteral(number.operators())
        self._canvas.restoreState()


class Frame:
    """The place on the current page where things go next: `y` is the upper edge of the free room."""

    def __init__(self, writer: PageWriter, area: Area) -> None:
        self.writer, self.area = writer, area
        self.y = area.top

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self.writer.begin(self.area)
        self.y = self.area.top

    @property
    def room(self) -> float:
        """What is left of the type area below `y`."""
        return self.y - self.area.bottom
