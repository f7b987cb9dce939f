"""Where pages stand in the preview: one below another, or two side by side, at some size. No widget in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSizeF

GAP = 8
MARGIN = 12
SMALLEST, LARGEST = 0.1, 6.0
SCREEN = 96 / 72
"""Logical px a point at 100 %."""

Sizes = Sequence[tuple[float, float]]


class Fit(Enum):
    """How the size of pages follows the window."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Laid:
    """The place of every page in px, the size of the whole, and how large the pages are (1 = 100 %)."""

    pages: tuple[QRectF, ...]
    size: QSizeF
    zoom: float


def lay_out(sizes: Sizes, room: QSizeF, fit: Fit, zoom: float, across: int) -> Laid:
    """Put pages of `sizes` (points) into rows of `across`, turned ones into rows of their own, in the middle of the room."""
    if not sizes:
        return Laid((), QSizeF(0, 0), zoom)
    rows = _rows(sizes, across)
    if fit is not Fit.FREE:
        zoom = _fitting(rows, room, fit)
    scale = zoom * SCREEN
    widest = max(_width(row, scale) for row in rows) + 2 * MARGIN
    width = max(widest, room.width())
    places: list[QRectF] = []
    top = float(MARGIN)
    for row in rows:
        left = (width - _width(row, scale)) / 2
        for page_width, page_height in row:
            places.append(QRectF(round(left), round(top), round(page_width * scale), round(page_height * scale)))
            left += page_width * scale + GAP
        top += max(height for _, height in row) * scale + GAP
    return Laid(tuple(places), QSizeF(width, top - GAP + MARGIN), zoom)


def _rows(sizes: Sizes, across: int) -> list[Sizes]:
    rows: list[list[tuple[float, float]]] = []
    for size in sizes:
        if rows and len(rows[-1]) < across and not _turned(size) and not _turned(rows[-1][0]):
            rows[-1].append(size)
        else:
            rows.append([size])
    return list(rows)


def _turned(size: tuple[float, float]) -> bool:
    return size[0] > size[1]


def _fitting(rows: Sequence[Sizes], room: QSizeF, fit: Fit) -> float:
    # A turned page is fitted only when all are turned: beside upright ones it would make them small.
    upright = [row for row in rows if not _turned(row[0])] or list(rows)
    gaps = (max(map(len, upright)) - 1) * GAP + 2 * MARGIN
    zoom = (room.width() - gaps) / max(sum(width for width, _ in row) for row in upright)
    if fit is Fit.PAGE:
        zoom = min(zoom, (room.height() - 2 * MARGIN) / max(height for row in upright for _, height in row))
    return min(max(zoom / SCREEN, SMALLEST), LARGEST)


def _width(row: Sizes, scale: float) -> float:
    return sum(width for width, _ in row) * scale + (len(row) - 1) * GAP
