"""Paints the rows of outline and grid: ground, tick box, texts, percent bar and lights, with no style in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop_app.domain.task import Light, Mark, Signal
from desktop_app.gui.icons import draw_icon
from desktop_app.gui.lights import BAR_HEIGHT, BOX, TICK_BOX, draw_bar, draw_mark, draw_tick_box
from desktop_app.gui.models.columns import RIGHT_ALIGNED, Column
from desktop_app.gui.models.excerpts import excerpt, hits
from desktop_app.gui.models.item_texts import check_of, item_text
from desktop_app.gui.models.items import Item, ItemKind
from desktop_app.gui.models.units import CUSTOMARY
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme
from desktop_app.gui.words import say

if TYPE_CHECKING:
    from desktop_app.domain.ledger import Tally

PAD = 8
BAR_WIDTH = 44
INDENT = 18
SIDE_BAR = 3
SPILL = 56
"""How far the count of a heading may reach into 完成时限, which headings leave empty."""
FOUND_HEIGHT = 40
"""A row while something is sought: the title, and where the words stand below it."""
_END, _MIDDLE = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
_UNITS = frozenset({Column.LEAD, Column.SUPPORT})
"""Names are cut in the middle: bodies differ at either end, and how many there are stands last."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LIGHT_MARKS = {
    Light.RED: (Mark.OVERDUE,),
    Light.AMBER: (Mark.CAUTION,),
    Light.GREEN: (Mark.NORMAL, Mark.TO_CHECK, Mark.CLOSED),
    Light.GREY: (Mark.UNCOUNTED,),
}
_CACHE_LIMIT = 20_000


@dataclass(slots=True)
class RowState:
    """How a row is to look."""

    selected: bool = False
    active: bool = True
    hover: bool = False
    drop: bool = False


class RowPainter:
    """Paints one cell or ground at a time; keeps elided texts and measures between paints."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.today = dt.date.min
        self.units = CUSTOMARY
        self.bars = True
        self.words: tuple[str, ...] = ()
        self.step = INDENT
        self._elided: dict[tuple[str, int, int, Qt.TextElideMode], str] = {}
        self._metrics: dict[int, QFontMetrics] = {}
        self._columns: dict[Column, Callable[[QPainter, QRect, Item, RowState], None]] = {
            Column.NUMBER: self._number,
            Column.TITLE: self._title,
            Column.PERCENT: self._percent,
            Column.LIGHT: self._light,
        }
        theme.changed.connect(self.forget)

    @property
    def row_height(self) -> int:
        """The height of a row: of two lines while something is sought."""
        return max(self.theme.row_height, FOUND_HEIGHT) if self.words else self.theme.row_height

    def forget(self) -> None:
        """Drop what was measured with other fonts."""
        self._elided.clear()
        self._metrics.clear()

    def ground(self, painter: QPainter, rect: QRect, item: Item, state: RowState) -> None:
        """Fill a whole row, with its hairline and the bar of a selected row."""
        tokens = self.theme.tokens
        painter.fillRect(rect, QColor(self._ground_colour(item, state)))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, QColor(tokens.line))
        if state.selected:
            bar = QRect(rect.left(), rect.top(), SIDE_BAR, rect.height() - 1)
            painter.fillRect(bar, QColor(tokens.accent if state.active else tokens.line2))
        framed = state.drop or (state.hover and tokens.name == "contrast" and not state.selected)
        if framed:
            painter.setPen(QPen(QColor(tokens.accent if state.drop else tokens.line), 2 if state.drop else 1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def cell(self, painter: QPainter, rect: QRect, item: Item, column: Column, state: RowState) -> None:
        """Paint a cell; for the number, `rect` begins after the indent."""
        self._columns.get(column, self._other(column))(painter, rect, item, state)

    def branch(self, painter: QPainter, left: int, row: QRect, opened: bool, state: RowState) -> None:
        """The arrow of a row with others below it."""
        place = QRect(left + PAD, row.top() + (row.height() - 12) // 2, 12, 12)
        draw_icon(painter, "chevron_down" if opened else "chevron_right", place, self._ink("text2", state), 12)

    def indent(self, item: Item) -> int:
        """How far from the left a row of the outline begins; the arrow has its place in the first 18 px."""
        depth = -1
        while item.parent is not None:
            depth, item = depth + 1, item.parent
        return INDENT + max(depth, 0) * self.step

    def focus(self, painter: QPainter, rect: QRect) -> None:
        """The frame of the cell that has the keyboard."""
        width = self.theme.tokens.focus_width
        painter.setPen(QPen(self.theme.color("accent"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width // 2
        painter.drawRect(rect.adjusted(half, half, -half - width % 2, -half - 1))

    @staticmethod
    def tick_rect(cell: QRect) -> QRect:
        """Where the tick box is in a number cell."""
        return QRect(cell.left() + PAD, cell.top() + (cell.height() - TICK_BOX) // 2, TICK_BOX, TICK_BOX)

    def _ground_colour(self, item: Item, state: RowState) -> str:
        tokens = self.theme.tokens
        if state.selected:
            return tokens.tint if state.active else tokens.stale_tint
        if state.hover:
            return tokens.hover
        return tokens.alt if item.is_group else tokens.base

    def _ink(self, token: str, state: RowState) -> str:
        """The colour of a token, or what is readable on the ground of a selected row."""
        tokens = self.theme.tokens
        if state.selected and token == "text3":
            token = "text2"
        if state.selected and state.active and tokens.name == "contrast":
            return tokens.tint_text
        colour: str = getattr(tokens, token)
        return colour

    def _number(self, painter: QPainter, rect: QRect, item: Item, state: RowState) -> None:
        inverse = state.selected and state.active and self.theme.tokens.name == "contrast"
        if item.kind is not ItemKind.CONTEXT:
            box = QRectF(self.tick_rect(rect))
            draw_tick_box(painter, box, check_of(item), self.theme.tokens, inverse=inverse)
        left = rect.left() + PAD + TICK_BOX + 5
        number = item_text(item, Column.NUMBER, self.today)
        # Never cut with an ellipsis: a closing bracket may lose its empty right half.
        place = QRect(left, rect.top(), rect.right() - left + 1, rect.height() - 1)
        painter.setFont(self._title_font(item))
        painter.setPen(QColor(self._title_ink(item, state)))
        painter.drawText(place, _LEFT, number)

    def _title(self, painter: QPainter, rect: QRect, item: Item, state: RowState) -> None:
        place = rect.adjusted(PAD, 0, -2, -1)
        title = item_text(item, Column.TITLE, self.today)
        font, ink = self._title_font(item), self._title_ink(item, state)
        if not self.words:
            self._text(painter, place, title, font, ink)
            return
        found = hits(title, self.words)
        second = "" if found or item.row is None or item.part is not None else excerpt(item.row, self.words)
        if second:
            middle = place.top() + place.height() // 2
            self._marked(
                painter,
                QRect(place.left(), middle, place.width(), 17),
                second,
                self.theme.font(NOTE_PX),
                "text3",
                state,
            )
            place = QRect(place.left(), middle - 19, place.width(), 19)
        self._marked(painter, place, title, font, "", state, ink)

    def _marked(
        self,
        painter: QPainter,
        place: QRect,
        words: str,
        font: QFont,
        token: str,
        state: RowState,
        ink: str = "",
    ) -> None:
        """A text with the sought words on accent ground."""
        shown = self.elided(words, font, place.width())
        painter.setFont(font)
        painter.setPen(QColor(ink or self._ink(token, state)))
        painter.drawText(place, _LEFT, shown)
        metrics = self.measure(font)
        height = metrics.height()
        painter.setPen(self.theme.color("on_accent"))
        for start, end in hits(shown, self.words):
            left = place.left() + metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[:end]) + place.left() - left
            ground = QRect(left, place.top() + (place.height() - height) // 2, width, height)
            painter.fillRect(ground, self.theme.color("accent"))
            painter.drawText(QRect(left, place.top(), width + 2, place.height()), _LEFT, shown[start:end])

    def _title_font(self, item: Item) -> QFont:
        weight = QFont.Weight.Medium if item.is_group else QFont.Weight.Normal
        return self.theme.font(BODY_PX, weight)

    def _title_ink(self, item: Item, state: RowState) -> str:
        quiet = item.kind is ItemKind.CONTEXT or (item.closed and not item.is_group)
        return self._ink("text3" if quiet else "text", state)

    def _other(self, column: Column) -> Callable[[QPainter, QRect, Item, RowState], None]:
        align = _RIGHT if column in RIGHT_ALIGNED else _LEFT

        def paint(painter: QPainter, rect: QRect, item: Item, state: RowState) -> None:
            words = item_text(item, column, self.today, self.units)
            if words:
                ink = self._ink("text3" if item.is_group and column is Column.LEAD else "text2", state)
                place = rect.adjusted(PAD, 0, -PAD if align is _RIGHT else -2, -1)
                if item.is_group and column is Column.LEAD:
                    place.setWidth(place.width() + SPILL)
                cut = _MIDDLE if column in _UNITS and not item.is_group else _END
                self._text(painter, place, words, self.theme.font(NOTE_PX), ink, align, cut)

        return paint

    def _percent(self, painter: QPainter, rect: QRect, item: Item, state: RowState) -> None:
        percent, expected = _progress(item)
        if percent is None:
            return
        left = rect.left() + PAD
        if self.bars:
            top = rect.top() + (rect.height() - 1 - BAR_HEIGHT) / 2
            bar = QRectF(left, round(top), BAR_WIDTH, BAR_HEIGHT)
            inverse = state.selected and state.active and self.theme.tokens.name == "contrast"
            draw_bar(painter, bar, percent, expected, self.theme.tokens, inverse=inverse)
            left += BAR_WIDTH + 6
        place = QRect(left, rect.top(), rect.right() - left + 1, rect.height() - 1)
        self._text(painter, place, f"{percent}%", self.theme.font(NOTE_PX), self._ink("text2", state))

    def _light(self, painter: QPainter, rect: QRect, item: Item, state: RowState) -> None:
        if item.tally is not None:
            self._light_counts(painter, rect, item.tally, state)
            return
        signal = _signal(item)
        if signal is None:
            return
        left, middle = rect.left() + PAD, rect.top() + (rect.height() - 1) / 2
        draw_mark(painter, signal.mark, left, middle, self._mark_ink(signal.mark, state, word=False))
        weight = QFont.Weight.Medium if signal.mark is Mark.OVERDUE else QFont.Weight.Normal
        place = QRect(left + BOX + 5, rect.top(), rect.right() - left - BOX - 5, rect.height() - 1)
        ink = self._mark_ink(signal.mark, state, word=True)
        self._text(painter, place, say(signal.word), self.theme.font(NOTE_PX, weight), ink)

    def _light_counts(self, painter: QPainter, rect: QRect, tally: Tally, state: RowState) -> None:
        left, middle = rect.left() + PAD, rect.top() + (rect.height() - 1) / 2
        for marks in _LIGHT_MARKS.values():
            count = sum(tally.marks[mark] for mark in marks)
            if not count:
                continue
            weight = QFont.Weight.Medium if marks[0] is Mark.OVERDUE else QFont.Weight.Normal
            font = self.theme.font(NOTE_PX, weight)
            width = self.measure(font).horizontalAdvance(str(count))
            if left + BOX + 1 + width > rect.right() + 1:
                break
            draw_mark(painter, marks[0], left, middle, self._mark_ink(marks[0], state, word=False), 11)
            place = QRect(left + BOX + 1, rect.top(), width + 2, rect.height() - 1)
            self._text(painter, place, str(count), font, self._mark_ink(marks[0], state, word=True))
            left += BOX + 1 + width + 6

    def _mark_ink(self, mark: Mark, state: RowState, *, word: bool) -> str:
        tokens = self.theme.tokens
        if state.selected and state.active and tokens.name == "contrast":
            return tokens.tint_text
        return tokens.mark_word(mark) if word else tokens.mark(mark)

    def _text(
        self,
        painter: QPainter,
        place: QRect,
        words: str,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = _LEFT,
        cut: Qt.TextElideMode = _END,
    ) -> None:
        if place.width() <= 4:
            return
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, align, self.elided(words, font, place.width(), cut))

    def elided(self, words: str, font: QFont, width: int, cut: Qt.TextElideMode = _END) -> str:
        """`words` cut to `width` with an ellipsis; remembered."""
        key = (words, width, font.pixelSize() * 1000 + font.weight(), cut)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _CACHE_LIMIT:
                self._elided.clear()
            found = self.measure(font).elidedText(words, cut, width)
            self._elided[key] = found
        return found

    def measure(self, font: QFont) -> QFontMetrics:
        """The metrics of a font; remembered."""
        key = font.pixelSize() * 1000 + font.weight()
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(font)
        return self._metrics[key]


def _progress(item: Item) -> tuple[int | None, int | None]:
    """Percent and 序时进度 of a row; the tick is left out where nothing is expected any more."""
    if item.tally is not None:
        return item.tally.percent, None
    source = item.part or item.row
    if source is None:
        return None, None
    return source.percent, None if item.closed else source.expected


def _signal(item: Item) -> Signal | None:
    source = item.part or item.row
    return source.signal if source else None
