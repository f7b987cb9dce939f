"""The head of the list: title, document number and date, outline or grid, the strip and its ribbon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.gui.icons import draw_icon
from desktop_app.gui.models.units import short_title
from desktop_app.gui.panels.strip import Ribbon, Strip
from desktop_app.gui.strong import draw_strong
from desktop_app.gui.theme import BODY_PX, NOTE_PX, TITLE_PX, Theme

if TYPE_CHECKING:
    from desktop_app.domain.ledger import Tally

FULL_HEIGHT = 93
LINE_HEIGHT = 36
PAD = 14


class ListHeader(QWidget):
    """Says what the list shows and how it stands."""

    grid_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._one_line = False
        self.title = ""
        self.subtitle = ""
        self.strip = Strip(theme, self)
        self.ribbon = Ribbon(theme, self)
        self.switch = ModeSwitch(theme, self)
        self.switch.grid_chosen.connect(self.grid_chosen)
        self.set_one_line(False)
        theme.changed.connect(self._arrange)

    def set_view(self, title: str, subtitle: str) -> None:
        """Name what is shown; a title without room is cut, and whole in the tooltip."""
        self.title, self.subtitle = title, subtitle
        self.setToolTip(f"{title}\n{subtitle}".strip())
        self.setAccessibleName(f"{title} {subtitle}".strip())
        self._arrange()

    def set_tally(self, tally: Tally) -> None:
        """Show the counts of the view."""
        self.strip.set_tally(tally)
        self.ribbon.set_tally(tally)
        self._arrange()

    def set_one_line(self, one_line: bool) -> None:
        """Put title and counts on one line."""
        self._one_line = one_line
        self.setFixedHeight(LINE_HEIGHT if one_line else FULL_HEIGHT)
        self.strip.set_compact(one_line)
        self.ribbon.setVisible(not one_line)
        self.switch.setVisible(not one_line)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.base))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(tokens.line2))
        place = self._title_place()
        font = self._title_font()
        metrics = QFontMetrics(font)
        painter.setPen(QColor(tokens.text))
        title = short_title(self.title) if self._one_line else self.title
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, place.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        draw_strong(painter, self._theme, self._title_px(), place, flags, words)
        left = place.left() + metrics.horizontalAdvance(words) + 13
        if self.subtitle and not self._one_line and left < place.right() - 40:
            painter.setFont(self._theme.font(NOTE_PX))
            painter.setPen(QColor(tokens.text3))
            rest = QRect(left, place.top() + 2, place.right() - left, place.height())
            words = painter.fontMetrics().elidedText(self.subtitle, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _title_font(self) -> QFont:
        return self._theme.font(self._title_px(), QFont.Weight.Bold)

    def _title_px(self) -> int:
        return BODY_PX if self._one_line else TITLE_PX

    def _title_place(self) -> QRect:
        if not self._one_line:
            return QRect(PAD, 8, self.switch.x() - PAD - 8, 30)
        return QRect(PAD, 0, self.strip.x() - PAD - 4, LINE_HEIGHT - 1)

    def _arrange(self) -> None:
        if self._one_line:
            needed = self.strip.least_width() + self.strip.mean_width()
            title = QFontMetrics(self._title_font()).horizontalAdvance(short_title(self.title))
            left = min(max(self.width() - 10 - needed, 100), PAD + title + 14)
            self.strip.setGeometry(left, 3, self.width() - left - 10, 29)
        else:
            width = self.switch.sizeHint().width()
            self.switch.setGeometry(self.width() - width - PAD, 10, width, 24)
            self.strip.setGeometry(PAD - 12, 41, self.width() - 2 * PAD + 12, 36)
            self.ribbon.setGeometry(PAD, 79, self.width() - 2 * PAD, 5)
        self.update()


class ModeSwitch(QWidget):
    """大纲 or 表格."""

    grid_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = _ModeButton(theme, self.tr("大纲"), "text_bullet_list_square")
        self.grid = _ModeButton(theme, self.tr("表格"), "table")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.tree, self.grid):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            row.addWidget(button)
        self.tree.setChecked(True)
        self.tree.clicked.connect(lambda: self.grid_chosen.emit(False))
        self.grid.clicked.connect(lambda: self.grid_chosen.emit(True))

    def set_grid(self, grid: bool) -> None:
        """Show which one is on, saying nothing."""
        (self.grid if grid else self.tree).setChecked(True)


class _ModeButton(QAbstractButton):
    def __init__(self, theme: Theme, word: str, icon_name: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon_name
        self.setText(word)
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._theme.font()).horizontalAdvance(self.text()) + 38, 24)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        on = self.isChecked()
        if on or self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.tint if on else tokens.hover))
        ink = tokens.tint_text if on and tokens.name == "contrast" else tokens.accent if on else tokens.text2
        draw_icon(painter, self._icon, QRect(8, 4, 16, 16), ink)
        painter.setFont(self._theme.font())
        painter.setPen(QColor(tokens.tint_text if on else tokens.text2))
        painter.drawText(self.rect().adjusted(29, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), tokens.focus_width))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
