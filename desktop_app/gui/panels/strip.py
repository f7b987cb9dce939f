"""The strip of counts: one button a light that filters, the mean progress, and the ribbon under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.task import Mark
from desktop_app.gui.lights import BOX, draw_mark
from desktop_app.gui.theme import BODY_PX, FIGURE_PX, NOTE_PX, Theme
from desktop_app.gui.words import say

if TYPE_CHECKING:
    from desktop_app.domain.ledger import Tally

ORDER = (Mark.OVERDUE, Mark.CAUTION, Mark.NORMAL, Mark.TO_CHECK, Mark.CLOSED, Mark.UNCOUNTED)
RIBBON_ORDER = (Mark.CLOSED, Mark.TO_CHECK, Mark.NORMAL, Mark.CAUTION, Mark.OVERDUE, Mark.UNCOUNTED)
_GAP = 7
_MARK_GAP = 5
_SIDE = 12


class CountButton(QAbstractButton):
    """A count of the strip: shape, word and figure."""

    def __init__(self, theme: Theme, mark: Mark | None, word: str) -> None:
        super().__init__()
        self._theme = theme
        self.mark = mark
        self.word = word
        self.count: int | None = None
        """None while the ledger is being opened: nothing is known yet, which is not nothing."""
        self.compact = False
        self.worded = True
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show a count."""
        self.count = count
        said = self.tr("{0} {1} 项").format(self.word, count)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = 2 * self._side() + self._figure_width()
        if self.mark is not None:
            width += BOX + (_MARK_GAP if self._has_word() else 6)
        if self._has_word():
            width += QFontMetrics(self._theme.font(NOTE_PX)).horizontalAdvance(self.word) + (
                6 if self.compact else _GAP
            )
        return QSize(width, 28 if self.compact else 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        self._paint_ground(painter)
        ink = tokens.tint_text if self.isChecked() and tokens.name == "contrast" else ""
        left, middle = self._side(), self.height() / 2 + (0 if self.compact else 1)
        if self.mark is not None:
            draw_mark(painter, self.mark, left, middle, ink or tokens.mark(self.mark))
            left += BOX + (_MARK_GAP if self._has_word() else 6)
        if self._has_word():
            font = self._theme.font(NOTE_PX)
            painter.setFont(font)
            painter.setPen(QColor(ink or tokens.text2))
            width = QFontMetrics(font).horizontalAdvance(self.word)
            painter.drawText(QRect(left, 1, width + 2, self.height() - 1), Qt.AlignmentFlag.AlignVCenter, self.word)
            left += width + (6 if self.compact else _GAP)
        painter.setFont(self._figure_font())
        alarmed = self.mark is Mark.OVERDUE and self.count
        painter.setPen(QColor(ink or (tokens.red if alarmed else tokens.text)))
        painter.drawText(
            QRect(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self._figure()
        )

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        inner = self.rect().adjusted(0, 0, -1, 0)
        if self.isChecked() or self.isDown():
            painter.fillRect(inner, QColor(tokens.tint))
            painter.fillRect(QRect(0, self.height() - 2, inner.width(), 2), QColor(tokens.accent))
        elif self.underMouse():
            painter.fillRect(inner, QColor(tokens.hover))
        if not self.compact:
            painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), QColor(tokens.line))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), tokens.focus_width))
            painter.drawRect(inner.adjusted(1, 1, -1, -1))

    def _has_word(self) -> bool:
        return self.worded or self.mark is None

    def _side(self) -> int:
        return 6 if self.compact else _SIDE

    def _figure_font(self) -> QFont:
        if self.compact:
            return self._theme.font(BODY_PX, QFont.Weight.Medium)
        return self._theme.font(FIGURE_PX, QFont.Weight.Medium)

    def _figure(self) -> str:
        return "–" if self.count is None else str(self.count)

    def _figure_width(self) -> int:
        return QFontMetrics(self._figure_font()).horizontalAdvance(self._figure())


class Strip(QWidget):
    """The counts of a view. A click shows only that light; a second click shows all again."""

    mark_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._percent: int | None = None
        self._compact = False
        self.chosen: Mark | None = None
        self.buttons: dict[Mark | None, CountButton] = {None: CountButton(theme, None, self.tr("全部"))}
        self.buttons |= {mark: CountButton(theme, mark, say(mark.label)) for mark in ORDER}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for mark, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(lambda _=False, chosen=mark: self._clicked(chosen))
        row.addStretch(1)
        self.choose(None)
        theme.changed.connect(self._refit)

    def set_tally(self, tally: Tally) -> None:
        """Show the counts of a view."""
        self.buttons[None].set_count(tally.total)
        for mark in ORDER:
            self.buttons[mark].set_count(tally.marks[mark])
        self._percent = tally.percent
        self._refit()

    def choose(self, mark: Mark | None) -> None:
        """Mark a count as the one that filters, saying nothing; 全部 carries no mark of its own."""
        self.chosen = mark
        for key, button in self.buttons.items():
            button.setChecked(key is mark and mark is not None)

    def set_compact(self, compact: bool) -> None:
        """Be as low as one line, without words."""
        self._compact = compact
        self._refit()

    def least_width(self) -> int:
        """The width without words and without the mean."""
        return sum(button.sizeHint().width() for button in self.buttons.values())

    def mean_width(self) -> int:
        """The width of the mean with its word."""
        word, figure, big = self._mean()
        words = QFontMetrics(self._theme.font(NOTE_PX)).horizontalAdvance(word)
        return words + QFontMetrics(big).horizontalAdvance(figure) + 22

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        _, figure, big = self._mean()
        if not figure:
            return
        figure_width = QFontMetrics(big).horizontalAdvance(figure)
        right = self.buttons[Mark.UNCOUNTED].geometry().right()
        if right + figure_width + 14 > self.width():
            return
        painter = QPainter(self)
        painter.setFont(big)
        painter.setPen(self._theme.color("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        words = QFontMetrics(self._theme.font(NOTE_PX))
        room = self.width() - right - figure_width - 22
        fitting = [word for word in self._mean_words() if words.horizontalAdvance(word) <= room]
        if fitting:
            painter.setFont(self._theme.font(NOTE_PX))
            painter.setPen(self._theme.color("text2"))
            place = self.rect().adjusted(0, 1, -figure_width - _GAP, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, fitting[0])

    def _mean(self) -> tuple[str, str, QFont]:
        big = self._theme.font(BODY_PX if self._compact else FIGURE_PX, QFont.Weight.Medium)
        return self._mean_words()[0], "" if self._percent is None else f"{self._percent}%", big

    def _mean_words(self) -> list[str]:
        """What the mean is called, the longest first."""
        short = self.tr("平均")
        return [short] if self._compact else [self.tr("平均进度"), short]

    def _clicked(self, mark: Mark | None) -> None:
        self.choose(None if mark is self.chosen else mark)
        self.mark_chosen.emit(self.chosen)

    def _refit(self) -> None:
        for worded in (True, False):
            for button in self.buttons.values():
                button.compact = self._compact
                button.worded = worded and not self._compact
                button.updateGeometry()
                button.update()
            if sum(button.sizeHint().width() for button in self.buttons.values()) <= self.width():
                break
        said = self.tr("平均进度 {0}%").format(self._percent)
        self.setAccessibleName(self.tr("各灯项数"))
        self.setAccessibleDescription(said)
        self.update()


class Ribbon(QWidget):
    """The shares of the lights as one thin band."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: dict[Mark, int] = {}
        self.setFixedHeight(5)

    def set_tally(self, tally: Tally) -> None:
        """Show the shares of a view."""
        self._marks = tally.marks
        said = self.tr("，").join(f"{say(mark.label)} {tally.marks[mark]}" for mark in RIBBON_ORDER)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total = sum(self._marks.values())
        if not total:
            painter.fillRect(self.rect(), self._theme.color("track"))
            return
        done = 0
        for mark in RIBBON_ORDER:
            count = self._marks[mark]
            if count:
                left = round(self.width() * done / total)
                done += count
                right = round(self.width() * done / total)
                gap = 0 if done == total else 1
                painter.fillRect(QRect(left, 0, max(right - left - gap, 1), self.height()), self._colour(mark))

    def _colour(self, mark: Mark) -> QColor:
        tokens = self._theme.tokens
        if mark is Mark.UNCOUNTED:
            return QColor(tokens.line2)
        share = {Mark.TO_CHECK: 0.75, Mark.NORMAL: 0.45}.get(mark, 1.0)
        over, under = QColor(tokens.mark(mark)), QColor(tokens.base)
        return QColor(
            round(under.red() + (over.red() - under.red()) * share),
            round(under.green() + (over.green() - under.green()) * share),
            round(under.blue() + (over.blue() - under.blue()) * share),
        )
