"""Ruling lines of a PDF page: the horizontal and vertical strokes that tables are drawn with."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from desktop_app.ingest.readers.pdf_page import Box, Turn

MOST_OBJECTS = 20_000
MOST_RULES = 3000
"""More strokes than a page of tables has: a drawing or a map."""
_THIN = 3.0
_SHORTEST = 4.0
_NEAR = 2.5
_DEEPEST = 3
_MOST_SEGMENTS = 5000


class Rule(NamedTuple):
    """A stroke: `at` is its place across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The strokes of a page, those of one line merged."""

    across: list[Rule]
    down: list[Rule]


Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_rules(page: Any, turn: Turn) -> Rules:
    """The strokes of a pypdfium2 page, upright; none for a page that has too many."""
    import pypdfium2.raw as pdfium

    across: list[Rule] = []
    down: list[Rule] = []
    top = pdfium.FPDFPage_CountObjects(page.raw), lambda index: pdfium.FPDFPage_GetObject(page.raw, index)
    for box in _strokes(pdfium, *top, turn, _PLAIN, 0):
        if box.right - box.left >= _SHORTEST and box.bottom - box.top <= _THIN:
            across.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
        elif box.bottom - box.top >= _SHORTEST and box.right - box.left <= _THIN:
            down.append(Rule((box.left + box.right) / 2, box.top, box.bottom))
        if len(across) + len(down) > MOST_RULES:
            return Rules([], [])
    return Rules(_merged(across), _merged(down))


def _strokes(pdfium: Any, count: int, get: Any, turn: Turn, outer: Matrix, depth: int) -> Iterator[Box]:
    for index in range(min(count, MOST_OBJECTS)):
        thing = get(index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _sides(pdfium, thing, turn, _times(_matrix(pdfium, thing), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            held = pdfium.FPDFFormObj_CountObjects(thing)
            inner = _times(_matrix(pdfium, thing), outer)

            def get_held(place: int, form: Any = thing) -> Any:
                return pdfium.FPDFFormObj_GetObject(form, place)

            yield from _strokes(pdfium, held, get_held, turn, inner, depth + 1)


def _matrix(pdfium: Any, thing: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, found):
        return _PLAIN
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _sides(pdfium: Any, path: Any, turn: Turn, matrix: Matrix) -> Iterator[Box]:
    """The straight sides of a path: of what is stroked every side, of what is filled only a thin bar as a whole."""
    corners = list(_corners(pdfium, path, turn, matrix))
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroked)
    if stroked.value:
        for (before, _), (point, draws) in pairwise(corners):
            if draws:
                yield Box(
                    min(before[0], point[0]),
                    min(before[1], point[1]),
                    max(before[0], point[0]),
                    max(before[1], point[1]),
                )
    elif fill.value and corners:
        for part in _parts(corners):
            xs, ys = [point[0] for point in part], [point[1] for point in part]
            yield Box(min(xs), min(ys), max(xs), max(ys))


def _parts(corners: Sequence[tuple[tuple[float, float], bool]]) -> Iterator[list[tuple[float, float]]]:
    """The closed figures of a path; many bars are often drawn as one."""
    part: list[tuple[float, float]] = []
    for point, draws in corners:
        if not draws and part:
            yield part
            part = []
        part.append(point)
    yield part


def _corners(pdfium: Any, path: Any, turn: Turn, matrix: Matrix) -> Iterator[tuple[tuple[float, float], bool]]:
    """The points of a path, each with whether a straight line leads to it from the one before."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    begun: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        point = turn.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or begun is None:
            begun = point
        yield point, kind == pdfium.FPDF_SEGMENT_LINETO
        if pdfium.FPDFPathSegment_GetClose(segment) and point != begun:
            yield begun, True


def _merged(rules: list[Rule]) -> list[Rule]:
    """Strokes that lie on one line and touch, as one."""
    merged: list[Rule] = []
    for _, level in groupby(_levelled(rules), key=lambda rule: rule.at):
        for rule in sorted(level, key=lambda rule: rule.start):
            if merged and merged[-1].at == rule.at and rule.start <= merged[-1].end + _NEAR:
                merged[-1] = merged[-1]._replace(end=max(merged[-1].end, rule.end))
            else:
                merged.append(rule)
    return merged


def _levelled(rules: list[Rule]) -> Iterator[Rule]:
    """The same strokes, those at almost the same place moved to one place."""
    at: float | None = None
    for rule in sorted(rules):
        at = rule.at if at is None or rule.at - at > _NEAR else at
        yield rule._replace(at=at)
