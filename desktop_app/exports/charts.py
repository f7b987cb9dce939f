"""Lying bars filled with patterns: a chart that says the same in black and white (look.md 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.exports.fonts import Face
from desktop_app.exports.page import ASCENT, MOST_EMPTY, Frame
from desktop_app.exports.report_model import Bar, Chart, Pattern
from desktop_app.exports.text import for_page
from desktop_app.exports.typeset import LineCache

_SIZE = 10.5
_ROW, _BAR = 17.0, 10.0
_CAPTION = 20.0
_SWATCH = 18.0
_LABEL_SHARE = 0.3
_NOTE = 46.0


_FEWEST = 4
"""So many bars at least stand together where a chart goes on on the next page."""


class ChartDrawer:
    """Draws one chart into a frame; one that goes on on the next page has its caption and legend there too."""

    def __init__(self, frame: Frame, chart: Chart) -> None:
        self._frame, self._chart = frame, chart
        self._writer = frame.writer
        self._cache = LineCache(self._writer.glyphs(Face.FANGSONG), _SIZE)
        self._bold = LineCache(self._writer.glyphs(Face.HEITI), _SIZE)
        self._most = max((sum(bar.values) for bar in chart.bars), default=0) or 1

    def height_wanted(self, room: float, empty: float) -> float:
        """The points to begin in where `room` is left: all of the chart, unless too much were left empty when it is moved
        on (`empty`).
        """
        whole = _height(len(self._chart.bars))
        if room >= whole or len(self._chart.bars) < 2 * _FEWEST or empty < self._frame.area.height * MOST_EMPTY:
            return whole
        return _height(_FEWEST)

    def draw(self) -> None:
        """Caption, legend and bars, in as many pieces as the pages ask for."""
        bars, begun = list(self._chart.bars), False
        while bars:
            fitting = max(int((self._frame.room - _height(0)) / _ROW + 0.01), 1)
            # The last piece is never a bar or two alone.
            here = len(bars) if fitting >= len(bars) else max(min(fitting, len(bars) - _FEWEST), 1)
            self._piece(bars[:here], f"{self._chart.caption}（续）" if begun else self._chart.caption)
            bars, begun = bars[here:], True
            if bars:
                self._frame.turn()

    def _piece(self, bars: Sequence[Bar], caption: str) -> None:
        area, top = self._frame.area, self._frame.y
        left = area.left + (area.width - self._bold.width(caption)) / 2
        self._writer.text(left, top - 4 - ASCENT * _SIZE, caption, Face.HEITI, _SIZE)
        self._legend(top - _CAPTION)
        for at, bar in enumerate(bars):
            self._bar(bar, top - _CAPTION - _ROW - at * _ROW)
        self._frame.y = top - _height(len(bars))

    def _legend(self, top: float) -> None:
        pieces = [(series, self._cache.width(series.name) + _SWATCH + 4 + 14) for series in self._chart.series]
        x = self._frame.area.left + (self._frame.area.width - sum(width for _, width in pieces) + 14) / 2
        for series, width in pieces:
            self._fill(series.pattern, x, top - _ROW + 4, _SWATCH, _BAR)
            self._writer.text(x + _SWATCH + 4, self._baseline(top), series.name, Face.FANGSONG, _SIZE)
            x += width

    def _bar(self, bar: Bar, top: float) -> None:
        area = self._frame.area
        room = area.width * _LABEL_SHARE
        label = self._shortened(for_page(bar.label), room)
        x = area.left + room - self._cache.width(label)
        self._writer.text(x, self._baseline(top), label, Face.FANGSONG, _SIZE)
        at, scale = area.left + room + 6, (area.width - room - 6 - _NOTE) / self._most
        for series, value in zip(self._chart.series, bar.values, strict=True):
            if value > 0:
                self._fill(series.pattern, at, top - _ROW + 4, value * scale, _BAR)
                at += value * scale
        self._writer.text(at + 5, self._baseline(top), bar.note, Face.FANGSONG, _SIZE)

    @staticmethod
    def _baseline(top: float) -> float:
        return top - (_ROW - _SIZE) / 2 - ASCENT * _SIZE

    def _shortened(self, text: str, room: float) -> str:
        if self._cache.width(text) <= room:
            return text
        while text and self._cache.width(text + "…") > room:
            text = text[:-1]
        return text + "…"

    def _fill(self, pattern: Pattern, x: float, y: float, width: float, height: float) -> None:
        strokes = " ".join(_strokes(pattern, x, y, width, height))
        box = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
        self._writer.literal(f"q {box} W n {strokes} Q q .5 w {box} S Q")


def _height(bars: int) -> float:
    """Points from the caption to the last of so many bars."""
    return _CAPTION + _ROW + bars * _ROW + 6


def _strokes(pattern: Pattern, x: float, y: float, width: float, height: float) -> Iterator[str]:
    """PDF operators that fill the clipped box."""
    if pattern is Pattern.SOLID:
        yield f"0 g {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"
    elif pattern is Pattern.UPRIGHT:
        yield ".5 w"
        yield from (_line(x + step, y, x + step, y + height) for step in _steps(width, 2.6))
    elif pattern is Pattern.DOTS:
        yield "1 J 1 w"
        for step in _steps(width, 3.2):
            shift = 1.6 if round(step / 3.2) % 2 else 0.0
            yield from (_line(x + step, y + up + shift, x + step, y + up + shift) for up in _steps(height, 3.2))
    elif pattern is Pattern.DIAGONAL:
        yield ".7 w"
        yield from (_line(x + step - height, y, x + step, y + height) for step in _steps(width + height, 4.0))
    elif pattern is Pattern.CROSS:
        yield f".78 g {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f 0 G .8 w"
        for step in _steps(width + height, 4.0):
            yield _line(x + step - height, y, x + step, y + height)
            yield _line(x + step - height, y + height, x + step, y)


def _steps(length: float, step: float) -> Iterator[float]:
    return (step / 2 + step * n for n in range(int(length / step) + 1))


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S"
