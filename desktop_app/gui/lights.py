"""Painted shapes: the six marks, the tick box and the percent bar. Paths, never glyphs: faces lack or vary them."""

from __future__ import annotations

from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF

from desktop_app.domain.task import Mark
from desktop_app.gui.tokens import Tokens

BOX = 12
"""The box a mark is drawn in, in logical px."""
TICK_BOX = 14
BAR_HEIGHT = 6


class Check(Enum):
    """What a tick box shows: it means 已销号 and nothing else."""

    EMPTY = 0
    TICKED = 1
    PARTIAL = 2


@cache
def mark_path(mark: Mark) -> QPainterPath:
    """The filled shape of `mark` in a box of 12 x 12, holes included."""
    makers = {
        Mark.OVERDUE: _triangle,
        Mark.CAUTION: _diamond,
        Mark.NORMAL: _disc,
        Mark.TO_CHECK: _half_disc,
        Mark.CLOSED: _ticked_disc,
        Mark.UNCOUNTED: _barred_square,
    }
    return makers[mark]()


def draw_mark(painter: QPainter, mark: Mark, left: float, middle: float, colour: str, size: float = BOX) -> None:
    """Draw `mark` with its box's left edge at `left` and its centre at height `middle`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, middle - size / 2)
    painter.scale(size / BOX, size / BOX)
    painter.fillPath(mark_path(mark), QColor(colour))
    painter.restore()


def draw_tick_box(
    painter: QPainter, box: QRectF, check: Check, tokens: Tokens, *, enabled: bool = True, inverse: bool = False
) -> None:
    """Draw the tick box of 14 x 14 px. `inverse`: on the ground of a selected row in high contrast."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent, inner, frame, ground = tokens.accent, tokens.on_accent, tokens.text3, tokens.base
    if inverse:
        accent, inner, frame, ground = tokens.tint_text, tokens.tint, tokens.tint_text, tokens.tint
    if not enabled:
        accent, frame, ground = tokens.disabled, tokens.line2, tokens.alt
    rim = box.adjusted(0.5, 0.5, -0.5, -0.5)
    filled = check is not Check.EMPTY
    painter.setPen(QPen(QColor(accent if filled else frame), 1.0))
    painter.setBrush(QColor(accent if filled else ground))
    painter.drawRoundedRect(rim, 2.5, 2.5)
    if filled:
        painter.setPen(_pen(inner, 1.7))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_sign(box, check))
    painter.restore()


def draw_bar(
    painter: QPainter, bar: QRectF, percent: int, expected: int | None, tokens: Tokens, *, inverse: bool = False
) -> None:
    """Draw a percent bar; `expected` (序时进度) is a tick across it, drawn only while there is one."""
    track, fill, tick = tokens.track, tokens.fill, tokens.text if tokens.name != "contrast" else tokens.accent
    if inverse:
        track, fill, tick = tokens.tint, tokens.tint_text, tokens.accent
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(bar, QColor(track))
    if percent > 0:
        done = QRectF(bar)
        done.setWidth(max(bar.width() * min(percent, 100) / 100, 1))
        painter.fillRect(done, QColor(fill))
    if track == (tokens.tint if inverse else tokens.base) or tokens.name == "contrast":
        painter.setPen(QPen(QColor(fill), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
    if expected is not None and 0 < expected < 100:
        x = round(bar.left() + bar.width() * expected / 100)
        painter.fillRect(QRectF(x - 0.5, bar.top() - 2, 1, bar.height() + 4).toRect(), QColor(tick))
    painter.restore()


def _pen(colour: str, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _sign(box: QRectF, check: Check) -> QPolygonF:
    """The tick or the bar inside the box."""
    unit = box.width() / TICK_BOX
    points = ((3.6, 7.3), (6.0, 9.7), (10.5, 4.8)) if check is Check.TICKED else ((4.2, 7.0), (9.8, 7.0))
    return QPolygonF([QPointF(box.x() + x * unit, box.y() + y * unit) for x, y in points])


def _triangle() -> QPainterPath:
    return _polygon((6.0, 0.9), (11.8, 10.9), (0.2, 10.9))


def _diamond() -> QPainterPath:
    return _polygon((6.0, 0.4), (11.6, 6.0), (6.0, 11.6), (0.4, 6.0))


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _disc(radius: float = 5.2) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(6, 6), radius, radius)
    return path


def _half_disc() -> QPainterPath:
    hole = QPainterPath(QPointF(6, 2.4))
    hole.arcTo(QRectF(2.4, 2.4, 7.2, 7.2), 90, -180)
    hole.closeSubpath()
    return _disc(5.4) - hole


def _ticked_disc() -> QPainterPath:
    line = QPainterPath(QPointF(3.5, 6.2))
    line.lineTo(5.3, 8.0)
    line.lineTo(8.6, 4.3)
    stroker = QPainterPathStroker(_pen("#000000", 1.5))
    return _disc(5.6) - stroker.createStroke(line)


def _barred_square() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(0.8, 0.8, 10.4, 10.4))
    hole = QPainterPath()
    hole.addRect(QRectF(2.2, 2.2, 7.6, 7.6))
    bar = QPainterPath()
    bar.addRect(QRectF(3.8, 5.2, 4.4, 1.6))
    return (path - hole) | bar
