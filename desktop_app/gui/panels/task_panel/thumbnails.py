"""Small pictures of evidence files: the picture itself for images, a drawn sheet with its type for the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QImageReader, QPainter, QPen, QPixmap, QPolygonF

from desktop_app.domain.ledger import EvidenceRow
from desktop_app.gui.theme import Theme

FileSource = Callable[[int], Path | None]
"""Gives the stored file of an evidence id; None when it is missing."""

IMAGES = (".png", ".jpg", ".jpeg", ".bmp", ".gif")
_SHEETS = (".xlsx", ".xls", ".et", ".csv", ".ods")
_KEPT = 200


def suffix(name: str) -> str:
    """The type of a file, in small letters with its dot."""
    return Path(name).suffix.lower()


class Thumbnails:
    """Draws thumbnails; pictures are read once, scaled while reading, and kept by digest and size."""

    def __init__(self, theme: Theme) -> None:
        self.source: FileSource = lambda _: None
        self._theme = theme
        self._pictures: dict[tuple[str, int], QPixmap] = {}

    def picture(self, row: EvidenceRow, size: QSize, ratio: float) -> QPixmap | None:
        """The image file of `row` no larger than `size` logical px; None when it is no readable image."""
        if suffix(row.name) not in IMAGES:
            return None
        key = (row.digest, round(size.width() * ratio))
        if key not in self._pictures:
            if len(self._pictures) >= _KEPT:
                self._pictures.clear()
            self._pictures[key] = self._read(row, size * ratio)
        found = self._pictures[key]
        found.setDevicePixelRatio(ratio)
        return None if found.isNull() else found

    def paint(self, painter: QPainter, box: QRect, row: EvidenceRow) -> None:
        """Draw the thumbnail of `row` in `box`, with its type as a tag."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, self._theme.color("base"))
        picture = self.picture(row, box.size() * 2, painter.device().devicePixelRatio())
        if picture is not None:
            _draw_cropped(painter, box, picture)
        elif suffix(row.name) in _SHEETS:
            _draw_sheet(painter, QRectF(box), self._theme)
        else:
            _draw_page(painter, QRectF(box), self._theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._theme.color("line2"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        self._draw_tag(painter, box, suffix(row.name).lstrip(".").upper()[:5])
        painter.restore()

    def _read(self, row: EvidenceRow, size: QSize) -> QPixmap:
        path = self.source(row.id)
        if path is None:
            return QPixmap()
        reader = QImageReader(str(path))
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        whole = reader.size()
        if whole.isValid() and (whole.width() > size.width() or whole.height() > size.height()):
            reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
        image: QImage = reader.read()
        return QPixmap.fromImage(image)

    def _draw_tag(self, painter: QPainter, box: QRect, word: str) -> None:
        if not word:
            return
        font = QFont(self._theme.font(12))
        font.setPixelSize(10)
        metrics = QFontMetrics(font)
        tag = QRect(0, 0, metrics.horizontalAdvance(word) + 6, 13)
        tag.moveBottomRight(box.bottomRight())
        painter.fillRect(tag, self._theme.color("text2"))
        painter.setFont(font)
        painter.setPen(self._theme.color("base"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, word)


def _draw_cropped(painter: QPainter, box: QRect, picture: QPixmap) -> None:
    """Fill the box with the middle of the picture."""
    wanted = box.width() / box.height()
    size = picture.size()
    cut = QRectF(0, 0, size.width(), size.height())
    if size.width() / max(size.height(), 1) > wanted:
        cut.setWidth(size.height() * wanted)
        cut.moveLeft((size.width() - cut.width()) / 2)
    else:
        cut.setHeight(size.width() / wanted)
    painter.drawPixmap(QRectF(box), picture, cut)


def _draw_page(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Lines of text below a heading."""
    unit = box.height() / 14
    middle = box.center().x()
    painter.fillRect(
        QRectF(middle - box.width() * 0.18, box.top() + 2 * unit, box.width() * 0.36, unit * 0.7), theme.color("text2")
    )
    for line in range(5):
        width = box.width() * (0.6 if line < 4 else 0.4)
        top = box.top() + (4.5 + 1.6 * line) * unit
        painter.fillRect(QRectF(middle - box.width() * 0.3, top, width, max(unit * 0.35, 1)), theme.color("line2"))


def _draw_sheet(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A grid with a filled head."""
    grid = box.adjusted(box.width() * 0.1, box.height() * 0.14, -box.width() * 0.1, -box.height() * 0.2)
    painter.fillRect(QRectF(grid.left(), grid.top(), grid.width(), grid.height() / 5), theme.color("tint"))
    painter.setPen(QPen(theme.color("line2"), 1))
    for row in range(6):
        y = grid.top() + grid.height() * row / 5
        painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y))
    for column in range(5):
        x = grid.left() + grid.width() * column / 4
        painter.drawPolyline(QPolygonF([QPointF(x, grid.top()), QPointF(x, grid.bottom())]))
