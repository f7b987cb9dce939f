"""指标: the last reading beside the goal, and a small trend."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.ledger import TargetRow
from desktop_app.gui.panels.task_panel.numbers import format_value, target_name
from desktop_app.gui.theme import NOTE_PX, Theme
from desktop_app.gui.words import say_day

_ROW = 24
_TREND_WIDTH, _TREND_HEIGHT = 56, 16
_ROOMY = 300
"""In a narrower row the trend gives way to the name."""


class TargetRows(QWidget):
    """One row a target; a click or the Enter key asks for a reading of it."""

    reading_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_TargetButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_targets(self, targets: Sequence[TargetRow], today: dt.date) -> None:
        """Show `targets`; rows are made once and kept."""
        while len(self._rows) < len(targets):
            row = _TargetButton(self._theme)
            row.clicked.connect(self._ask)
            self._rows.append(row)
            self._column.addWidget(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(targets))
            if index < len(targets):
                row.set_target(targets[index], today)
        widest = max((row.figures_width() for row in self._rows[: len(targets)]), default=0)
        for row in self._rows:
            row.figures_room = widest

    def _ask(self) -> None:
        row = self.sender()
        if isinstance(row, _TargetButton) and row.target is not None:
            self.reading_requested.emit(row.target.id)


class _TargetButton(QAbstractButton):
    """A row painted as name, reading / goal, trend and date."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._day = ""
        self.figures_room = 0
        self.target: TargetRow | None = None
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def set_target(self, target: TargetRow, today: dt.date) -> None:
        """Show `target` as it stands on `today`."""
        self.target = target
        last = target.readings[-1] if target.readings else None
        self._day = say_day(last.on, today) if last else self.tr("无读数")
        goal = self.tr("目标{0}").format(format_value(target.value, target.unit))
        if target.by is not None:
            goal += self.tr("（{0}前）").format(say_day(target.by, today))
        reading = self.tr("，最近读数{0}").format(format_value(last.value, target.unit)) if last else ""
        self.setToolTip(f"{target.name}\n{goal}{reading}")
        self.setAccessibleName(f"{target.name}，{goal}{reading}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), self._theme.color("hover"))
        width = self.width()
        day_width = QFontMetrics(self._theme.font(NOTE_PX)).horizontalAdvance("12月31日") + 2
        day = QRect(width - day_width, 0, day_width, _ROW)
        self._text(painter, day, self._day, "text3", align=Qt.AlignmentFlag.AlignRight)
        wide = _TREND_WIDTH if width >= _ROOMY else _TREND_WIDTH * 2 // 3
        trend = QRectF(day.left() - wide - 8, (_ROW - _TREND_HEIGHT) / 2, wide, _TREND_HEIGHT)
        self._paint_trend(painter, trend)
        right = int(trend.left()) - 8
        name = QRect(0, 0, max(min(int(width * 0.45), right - self.figures_room - 12), 48), _ROW)
        self._text(painter, name, target_name(self.target.name), "text")
        self._paint_figures(painter, QRect(name.right() + 7, 0, right - name.right() - 7, _ROW))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), self._theme.tokens.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _words(self) -> tuple[str, str]:
        assert self.target is not None
        goal = format_value(self.target.value, self.target.unit)
        last = format_value(self.target.readings[-1].value) if self.target.readings else "－"
        return last, f" / {goal}"

    def figures_width(self) -> int:
        """The room reading and goal take side by side, in logical px."""
        last, goal = self._words()
        bold = QFontMetrics(self._theme.font(NOTE_PX, QFont.Weight.Medium))
        return bold.horizontalAdvance(last) + QFontMetrics(self._theme.font(NOTE_PX)).horizontalAdvance(goal)

    def _paint_figures(self, painter: QPainter, rect: QRect) -> None:
        last, goal = self._words()
        self._text(painter, rect, last, "text", QFont.Weight.Medium)
        used = QFontMetrics(self._theme.font(NOTE_PX, QFont.Weight.Medium)).horizontalAdvance(last)
        self._text(painter, rect.adjusted(used, 0, 0, 0), goal, "text2")

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        colour: str,
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = self._theme.font(NOTE_PX, weight)
        painter.setFont(font)
        painter.setPen(self._theme.color(colour))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, cut)

    def _paint_trend(self, painter: QPainter, box: QRectF) -> None:
        assert self.target is not None
        readings = self.target.readings
        if not readings:
            return
        values = [reading.value for reading in readings]
        low, high = min(*values, self.target.value, 0), max(*values, self.target.value)
        spread = (high - low) or 1.0
        first, last = readings[0].on.toordinal(), readings[-1].on.toordinal()
        days = (last - first) or 1

        def height(value: float) -> float:
            return box.bottom() - 2 - (box.height() - 4) * (value - low) / spread

        goal = height(self.target.value)
        painter.setPen(QPen(self._theme.color("text3"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left(), goal), QPointF(box.right(), goal))
        points = [
            QPointF(
                box.left() + 2 + (box.width() - 5) * ((r.on.toordinal() - first) / days if last > first else 1),
                height(r.value),
            )
            for r in readings
        ]
        painter.setPen(QPen(self._theme.color("accent"), 1.4))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(points[-1], 2.5, 2.5)
