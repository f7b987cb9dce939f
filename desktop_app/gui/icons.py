"""Icons: Fluent drawings without a colour of their own, tinted when painted and sharp at every pixel ratio."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app import paths
from desktop_app.gui.theme import Theme

FOLDER = "icons"


class TintedIconEngine(QIconEngine):
    """Draws one Fluent icon in a colour of the theme, chosen by the state of the button."""

    def __init__(self, theme: Theme, name: str, grid: int, token: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._grid = grid
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatio()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = tinted(self._name, self._grid, round(min(size.width(), size.height()) * scale), self._colour(mode))
        made.setDevicePixelRatio(scale)
        return made

    def clone(self) -> QIconEngine:
        return TintedIconEngine(self._theme, self._name, self._grid, self._token)

    def _colour(self, mode: QIcon.Mode) -> str:
        token = "disabled" if mode is QIcon.Mode.Disabled else self._token
        colour: str = getattr(self._theme.tokens, token)
        return colour


def icon(theme: Theme, name: str, grid: int = 16, token: str = "accent") -> QIcon:
    """The Fluent icon `name`, such as "document_add", drawn on `grid` (12, 16 or 20), in the colour `token`."""
    return QIcon(TintedIconEngine(theme, name, grid, token))


def draw_icon(painter: QPainter, name: str, rect: QRect, colour: str, grid: int = 16) -> None:
    """Draw an icon straight into `rect`, as delegates do."""
    ratio = painter.device().devicePixelRatio()
    made = QPixmap(tinted(name, grid, round(rect.width() * ratio), colour))
    made.setDevicePixelRatio(ratio)
    painter.drawPixmap(QPoint(rect.x(), rect.y()), made)


def app_icon() -> QIcon:
    """The icon of the program."""
    return QIcon(str(paths.resources() / FOLDER / "xiaohao.png"))


_pixmaps: dict[tuple[str, int, int, str], QPixmap] = {}


def tinted(name: str, grid: int, pixels: int, colour: str) -> QPixmap:
    """A copy of the icon `pixels` wide (physical), in one colour."""
    key = (name, grid, pixels, colour)
    if key not in _pixmaps:
        _pixmaps[key] = _render(name, grid, pixels, colour)
    return QPixmap(_pixmaps[key])


def _render(name: str, grid: int, pixels: int, colour: str) -> QPixmap:
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _renderer(name, grid).render(painter, QRectF(0, 0, pixels, pixels))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(made.rect(), QColor(colour))
    painter.end()
    return made


@cache
def _renderer(name: str, grid: int) -> QSvgRenderer:
    path = paths.resources() / FOLDER / f"{name}_{grid}_regular.svg"
    renderer = QSvgRenderer(str(path))
    if not renderer.isValid():
        raise FileNotFoundError(path)
    return renderer
