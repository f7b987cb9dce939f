"""Small widgets the panel is made of; each follows the theme by itself and is refilled, never remade."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.task import Mark
from desktop_app.gui import icons, lights
from desktop_app.gui.theme import NOTE_PX, Theme
from desktop_app.gui.words import say

LIGHT_PX = lights.BOX
LINE_PX = 18
"""Height of a line of notes: a shape stands in the middle of it."""


class ThemedLabel(QLabel):
    """A label in one colour of the theme, in one size and weight; selectable text is the caller's choice."""

    def __init__(
        self,
        theme: Theme,
        colour: str = "text",
        px: int = NOTE_PX,
        weight: QFont.Weight = QFont.Weight.Normal,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._colour, self._px, self._weight = theme, colour, px, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._follow()
        theme.changed.connect(self._follow)

    def set_colour(self, colour: str) -> None:
        """Change the colour token."""
        if colour != self._colour:
            self._colour = colour
            self._follow()

    def _follow(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._colour))
        self.setPalette(palette)
        self.setFont(self._theme.font(self._px, self._weight))


class ElidedLabel(ThemedLabel):
    """One line that gives way to a narrow panel; the whole text is in its tooltip."""

    def __init__(
        self, theme: Theme, colour: str, px: int = NOTE_PX, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        super().__init__(theme, colour, px, weight)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_full_text(self, text: str) -> None:
        """Show `text`, cut at the end when there is no room."""
        self._full = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        cut = QFontMetrics(self.font()).elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        self.setText(cut)
        self.setToolTip(self._full if cut != self._full else "")


class Hairline(QWidget):
    """One pixel between two sections."""

    def __init__(self, theme: Theme, colour: str = "line") -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color(self._colour))


class LightShape(QWidget):
    """The painted shape of a light; its words stand beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark = Mark.UNCOUNTED
        self.setFixedSize(LIGHT_PX, LINE_PX)
        theme.changed.connect(self.update)

    def set_mark(self, mark: Mark) -> None:
        """Show the shape of `mark`."""
        self._mark = mark
        self.setAccessibleName(say(mark.label))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        lights.draw_mark(QPainter(self), self._mark, 0, self.height() / 2, self._theme.tokens.mark(self._mark))


class PercentBar(QWidget):
    """How much is done, with a tick where it should stand by now (序时进度)."""

    def __init__(self, theme: Theme, width: int = 58) -> None:
        super().__init__()
        self._theme = theme
        self._percent = 0
        self._expected: int | None = None
        self.setFixedSize(width, 12)
        theme.changed.connect(self.update)

    def set_values(self, percent: int, expected: int | None) -> None:
        """Show `percent`; `expected` is None where nothing can be expected."""
        self._percent, self._expected = percent, expected
        self.setToolTip("" if expected is None else self.tr("序时进度{0}%").format(expected))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        bar = QRectF(0, 3, self.width(), lights.BAR_HEIGHT)
        lights.draw_bar(QPainter(self), bar, self._percent, self._expected, self._theme.tokens)


class SectionHead(QWidget):
    """Name of a section, its count, and the one thing that can be done there."""

    def __init__(self, theme: Theme, title: str, action: str = "", icon: str = "") -> None:
        super().__init__()
        self.count = ThemedLabel(theme, "text3")
        self.link = link_button(theme, action, icon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        name = ThemedLabel(theme, "text", weight=QFont.Weight.Medium)
        name.setText(title)
        row.addWidget(name)
        row.addWidget(self.count)
        row.addStretch(1)
        if action:
            row.addWidget(self.link)
            # Its word ends where the text below it ends.
            self.link.setStyleSheet("QPushButton { padding: 0; }")
        self.setFixedHeight(28)

    def set_count(self, text: str) -> None:
        """Show how many there are, with their unit."""
        self.count.setText(text)


def link_button(theme: Theme, text: str, icon: str) -> QPushButton:
    """A flat button in the ink blue."""
    button = QPushButton(text)
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        button.setIcon(icons.icon(theme, icon))
        button.setIconSize(QSize(16, 16))
    return button


def action_button(theme: Theme, text: str, icon: str) -> QPushButton:
    """A framed button with an icon before its word."""
    button = QPushButton(text)
    button.setIcon(icons.icon(theme, icon))
    button.setIconSize(QSize(16, 16))
    return button


class TickBox(QAbstractButton):
    """The box that means 已销号 and nothing else; a click asks for the change, the answer comes by `setChecked`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(18, 20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(False)
        self._ticked = False
        theme.changed.connect(self.update)

    @property
    def ticked(self) -> bool:
        """Whether the box is ticked."""
        return self._ticked

    def set_ticked(self, ticked: bool) -> None:
        """Show the state the database has."""
        self._ticked = ticked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        check = lights.Check.TICKED if self._ticked else lights.Check.EMPTY
        lights.draw_tick_box(painter, QRectF(1, 3, lights.TICK_BOX, lights.TICK_BOX), check, self._theme.tokens)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), self._theme.tokens.focus_width))
            painter.drawRect(QRectF(1, 1, 16, 18))
