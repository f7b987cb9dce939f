"""How the window looks: colours, faces and row heights, followed from the system and kept in one object."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.gui.fonts import chinese_family, has_bold
from desktop_app.gui.stylesheet import style_sheet
from desktop_app.gui.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens


class Density(Enum):
    """How high a row of a list is, in logical px: constants, for faces differ."""

    COMPACT = 24
    STANDARD = 28
    ROOMY = 36


class Appearance(Enum):
    """Which colours are wanted; the value is what Qt, and through it the frame of the window, is asked for."""

    SYSTEM = Qt.ColorScheme.Unknown
    LIGHT = Qt.ColorScheme.Light
    DARK = Qt.ColorScheme.Dark


class FontSize(Enum):
    """By how much all type is scaled."""

    SMALL = 0.9
    STANDARD = 1.0
    LARGE = 1.15


NOTE_PX = 12
"""Menus, heads, notes, units, dates."""
BODY_PX = 13
"""Task titles, wording, progress."""
TITLE_PX = 16
"""Title of a plan or task."""
FIGURE_PX = 18
"""Figures in the strip."""
PAGE_PX = 20
"""Title of a page."""


class Theme(QObject):
    """The look of the program. Widgets read `tokens` and `font()` when they paint; `changed` tells them to again.

    Args:
        app: the application whose style, palette, face and style sheet are set.
        tokens: fixed colours; None follows the system.
        sheet: whether the style sheet is put on at once; else when `put_on_sheet` is called. On every widget that is
            put into another it costs a third, so a window is best made without.
    """

    changed = Signal()

    def __init__(self, app: QApplication, tokens: Tokens | None = None, *, sheet: bool = True) -> None:
        super().__init__(app)
        self._app = app
        self._fixed = tokens
        self._sheet_on = sheet
        self._fonts: dict[tuple[int, QFont.Weight], QFont] = {}
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()
        self.family = chinese_family()
        self.lacks_bold = not has_bold(self.family)
        self.appearance = Appearance.SYSTEM
        self.density = Density.STANDARD
        self.font_size = FontSize.STANDARD
        self.tokens = tokens or self._system_tokens()
        app.setStyle("Fusion")
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._access.contrastPreferenceChanged.connect(self._follow_system)
        self._apply()

    @property
    def row_height(self) -> int:
        """The height of a row of a list, in logical px."""
        return self.density.value

    def font(self, px: int = NOTE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The face at `px` logical pixels, scaled by the font setting. Do not change what is returned."""
        key = (px, weight)
        found = self._fonts.get(key)
        if found is None:
            found = QFont(self.family)
            found.setPixelSize(max(round(px * self.font_size.value), 10))
            found.setWeight(self._weight(weight))
            self._fonts[key] = found
        return found

    def color(self, name: str) -> QColor:
        """The token called `name`."""
        return QColor(getattr(self.tokens, name))

    def set_appearance(self, appearance: Appearance) -> None:
        """Take light or dark colours, or those of the system."""
        self.appearance = appearance
        self._hints.setColorScheme(appearance.value)
        self._follow_system()

    def set_density(self, density: Density) -> None:
        """Set the height of rows."""
        if density is self.density:
            return
        self.density = density
        self.changed.emit()

    def set_font_size(self, size: FontSize) -> None:
        """Scale all type."""
        if size is self.font_size:
            return
        self.font_size = size
        self._fonts.clear()
        self._apply()

    def set_tokens(self, tokens: Tokens | None) -> None:
        """Fix the colours, or follow the system again with None."""
        self._fixed = tokens
        self.tokens = tokens or self._system_tokens()
        self._apply()

    def put_on_sheet(self) -> None:
        """Put the style sheet on the application, and keep it in step from now on."""
        self._sheet_on = True
        self._app.setStyleSheet(style_sheet(self.tokens, (paths.resources() / "icons").as_posix()))

    def _weight(self, weight: QFont.Weight) -> QFont.Weight:
        """YaHei has no Medium: emphasis is Bold there. The bundled face has no Bold: `strong` makes up for it."""
        if weight is QFont.Weight.Bold and self.lacks_bold:
            return QFont.Weight.Medium
        if weight is QFont.Weight.Medium and self.family.startswith("Microsoft YaHei"):
            return QFont.Weight.Bold
        return weight

    def _system_tokens(self) -> Tokens:
        if self._access.contrastPreference() is Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        # A system that has no say in colours leaves its own answer as it was.
        wanted = self._hints.colorScheme() if self.appearance is Appearance.SYSTEM else self.appearance.value
        return DARK if wanted is Qt.ColorScheme.Dark else LIGHT

    def _follow_system(self) -> None:
        if self._fixed is None and self._system_tokens() is not self.tokens:
            self.tokens = self._system_tokens()
            self._apply()

    def _apply(self) -> None:
        self._app.setPalette(palette(self.tokens))
        self._app.setFont(self.font(NOTE_PX))
        if self._sheet_on:
            self.put_on_sheet()
        self.changed.emit()


def palette(tokens: Tokens) -> QPalette:
    """The palette Fusion draws by."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, tokens.chrome),
        (roles.WindowText, tokens.text),
        (roles.Base, tokens.base),
        (roles.AlternateBase, tokens.alt),
        (roles.Text, tokens.text),
        (roles.PlaceholderText, tokens.text3),
        (roles.Button, tokens.base),
        (roles.ButtonText, tokens.text),
        (roles.BrightText, tokens.on_accent),
        (roles.ToolTipBase, tokens.base),
        (roles.ToolTipText, tokens.text),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.on_accent),
        (roles.Accent, tokens.accent),
        (roles.Link, tokens.accent),
        (roles.LinkVisited, tokens.accent),
        (roles.Light, tokens.base),
        (roles.Midlight, tokens.line),
        (roles.Mid, tokens.line2),
        (roles.Dark, tokens.line2),
        (roles.Shadow, tokens.line2),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made
