"""A produced PDF read back with other libraries: pdfplumber for places, pypdfium2 for the text."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2

MM = 72 / 25.4
TOLERANCE = 0.8
"""Millimetres."""


def _right_edge(page: Any) -> float:
    """How far the text of a page reaches to the right, by PDFium: pdfplumber leaves out the character spacing where the
    subset of a face changes within a line.
    """
    return max(page.get_charbox(n)[2] for n in range(page.count_chars()))


def mm(points: float) -> float:
    return points / MM


class Pdf:
    """A drawn report, read back: lines of characters by page."""

    def __init__(self, path: Path) -> None:
        with pdfplumber.open(path) as opened:
            self.sizes = [(page.width, page.height) for page in opened.pages]
            self.chars: list[list[dict[str, Any]]] = [page.chars for page in opened.pages]
            self.rules: list[list[dict[str, Any]]] = [page.lines for page in opened.pages]
            self.metadata = opened.metadata
            self.language = opened.doc.catalog.get("Lang")
        document = pypdfium2.PdfDocument(path)
        self.texts = [document[n].get_textpage().get_text_range() for n in range(len(document))]
        self.right_edges = [_right_edge(document[n].get_textpage()) for n in range(len(document))]
        document.close()

    @property
    def portrait(self) -> list[int]:
        return [n for n, (width, height) in enumerate(self.sizes) if height > width]

    @property
    def body(self) -> list[int]:
        """The pages before the first turned one."""
        return [n for n in self.portrait if n < min(self.landscape, default=len(self.sizes))]

    @property
    def landscape(self) -> list[int]:
        return [n for n, (width, height) in enumerate(self.sizes) if width > height]

    def lines(self, page: int, size: float = 16.0) -> list[list[dict[str, Any]]]:
        """The lines of that size on a page, from above; characters from the left."""
        rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for char in self.chars[page]:
            if abs(char["size"] - size) < 0.1 and char["upright"]:
                # Faces differ by half a point in their descent: the baseline tells the line.
                rows[round(char["matrix"][5])].append(char)
        return [sorted(rows[y], key=lambda char: char["x0"]) for y in sorted(rows, reverse=True)]

    def words(self, page: int, size: float = 16.0) -> list[str]:
        return ["".join(char["text"] for char in line) for line in self.lines(page, size)]
