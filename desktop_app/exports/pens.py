"""Text as PDF operators: each character is looked up once a document, since a ledger has a million of them.

reportlab's own text object asks for the width and the subset of every run anew, two thirds of the time of a long table.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics

from desktop_app.exports.fonts import Face, FaceLibrary, GlyphTable

_KEPT_LENGTH = 16
"""Units, dates, statuses: texts that come again are kept as they were written."""


class _Stroke(NamedTuple):
    """How a character is written: in which subset of a face, as which byte (escaped), how wide (ems)."""

    subset: str
    byte: str
    width: float


class Pen(dict[str, _Stroke]):
    """Writes text in one face and its stand-ins into one document."""

    def __init__(self, face: Face, faces: FaceLibrary, canvas: Any) -> None:
        super().__init__()
        self.glyphs = GlyphTable(face, faces)
        self._canvas = canvas
        self._known: dict[str, list[tuple[str, str]]] = {}

    def __missing__(self, char: str) -> _Stroke:
        glyph = self.glyphs[char]
        find: Any = pdfmetrics.getFont
        font = find(glyph.face)
        ((subset, code),) = font.splitString(glyph.shown, self._canvas._doc)
        name = font.getSubsetInternalName(subset, self._canvas._doc)
        stroke = self[char] = _Stroke(name, self._canvas._escape(code), glyph.width)
        return stroke

    def runs(self, text: str) -> list[tuple[str, str]]:
        """`text` cut where the subset changes: (name of the subset, escaped bytes)."""
        known = self._known.get(text)
        if known is None:
            strokes = [self[char] for char in text]
            known = [
                (subset, "".join([stroke[1] for stroke in run])) for subset, run in groupby(strokes, itemgetter(0))
            ]
            if len(text) <= _KEPT_LENGTH:
                self._known[text] = known
        return known

    def spaced(self, text: str, size: float, spacing: float) -> list[tuple[float, str, str]]:
        """The same with how far each run begins from the start: readers disagree on the spacing at the end of a run."""
        at, runs = 0.0, []
        for subset, run in groupby((self[char] for char in text), itemgetter(0)):
            strokes = list(run)
            runs.append((at, subset, "".join([stroke.byte for stroke in strokes])))
            at += sum(stroke.width for stroke in strokes) * size + len(strokes) * spacing
        return runs


class TextPage:
    """The text of one page, as the operators of one text object."""

    def __init__(self) -> None:
        # The spacing outlives a text object: what a page has drawn before must not reach into this one.
        self._operators = ["BT", "0 Tc"]
        self._font = ("", 0.0)
        self._spacing = 0.0

    def line(self, pen: Pen, x: float, baseline: float, text: str, size: float, spacing: float) -> None:
        """Put one line; `spacing` points follow every character."""
        out = self._operators
        if spacing != self._spacing:
            out.append(f"{spacing:.4f} Tc")
            self._spacing = spacing
        if spacing:
            for at, subset, run in pen.spaced(text, size, spacing):
                self._set_font(subset, size)
                out.append(f"1 0 0 1 {x + at:.3f} {baseline:.3f} Tm ({run}) Tj")
            return
        out.append(f"1 0 0 1 {x:.2f} {baseline:.2f} Tm")
        for subset, run in pen.runs(text):
            self._set_font(subset, size)
            out.append(f"({run}) Tj")

    def _set_font(self, subset: str, size: float) -> None:
        if self._font != (subset, size):
            self._font = (subset, size)
            self._operators.append(f"{subset} {size:g} Tf")

    def operators(self) -> str:
        """All of it."""
        return "\n".join([*self._operators, "ET"])
