"""Pages of a written PDF as pictures and as words under a point: what a preview and a printer show is the file itself."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_NUMBER = re.compile(r"[\d,.]*\d%?")
_NEAR = 40
"""So many characters on each side of a number tell what it counts."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of pixels from above, four bytes each (blue, green, red, unused); `stride` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Spot:
    """A number on a page, the words around it, and its box in points from the page's upper left corner."""

    number: str
    before: str
    after: str
    box: tuple[float, float, float, float]


class PdfPages:
    """An open PDF, held in memory so that its file stays free. One thread at a time may use it."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._data = data
        self._pdf = pypdfium2.PdfDocument(data)
        self.sizes: list[tuple[float, float]] = [self._pdf.get_page_size(at) for at in range(len(self._pdf))]
        self._texts: dict[int, Any] = {}

    @classmethod
    def read(cls, path: Path) -> PdfPages:
        """The pages of a file."""
        return cls(path.read_bytes())

    def again(self) -> PdfPages:
        """The same pages for a second use, such as printing, that may outlive the first."""
        return PdfPages(self._data)

    def __len__(self) -> int:
        return len(self.sizes)

    def close(self) -> None:
        """Give the memory back."""
        for text in self._texts.values():
            text.close()
        self._texts.clear()
        self._pdf.close()

    def height(self, at: int, scale: float) -> int:
        """How many rows of pixels a page has at `scale` pixels a point."""
        return math.ceil(self.sizes[at][1] * scale)

    def picture(self, at: int, scale: float, rows: tuple[int, int] | None = None) -> Picture:
        """Page number `at` (from 0) at `scale` pixels a point; `rows` are the first and the end of those to draw."""
        first, end = rows or (0, self.height(at, scale))
        # Crops are rounded up to pixels: half a pixel less hits the row that is meant.
        below = max(self.height(at, scale) - end - 0.5, 0.0) / scale
        crop = (0.0, below, 0.0, max(first - 0.5, 0.0) / scale)
        page = self._pdf[at]
        try:
            bitmap = page.render(scale=scale, crop=crop, may_draw_forms=False, prefer_bgrx=True)
            picture = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            return picture
        finally:
            page.close()

    def spot(self, at: int, x: float, y: float) -> Spot | None:
        """The number at a point of a page, in points from its upper left corner; None where there is none."""
        text = self._text(at)
        index = text.get_index(x, self.sizes[at][1] - y, 4.0, 4.0)
        if index is None:
            return None
        first = max(index - _NEAR, 0)
        near = text.get_text_range(first, min(2 * _NEAR, text.count_chars() - first), errors="replace")
        for found in _NUMBER.finditer(near):
            if found.start() <= index - first < found.end():
                box = self._box(at, first + found.start(), first + found.end())
                return Spot(found[0], _flowing(near[: found.start()]), _flowing(near[found.end() :]), box)
        return None

    def _text(self, at: int) -> Any:
        if at not in self._texts:
            self._texts[at] = self._pdf[at].get_textpage()
        return self._texts[at]

    def _box(self, at: int, first: int, last: int) -> tuple[float, float, float, float]:
        boxes = [self._texts[at].get_charbox(index, loose=True) for index in range(first, last)]
        height = self.sizes[at][1]
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        return left, height - max(box[3] for box in boxes), right, height - min(box[1] for box in boxes)


def _flowing(text: str) -> str:
    """Words without the breaks of lines."""
    return "".join(text.split())
