"""The pages of the real PDF: drawn when they are seen, kept while they are near."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop_app.gui.dialogs.report.page_layout import LARGEST, SCREEN, SMALLEST, Fit, Laid, lay_out
from desktop_app.gui.theme import BODY_PX, Theme

if TYPE_CHECKING:
    from desktop_app.exports.pdf_pages import PdfPages, Spot

_KEPT = 10
"""So many drawn pages are kept: an A4 page at 100 % takes 4 MB."""

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_POINTS_A_MM = 72 / 25.4
_TYPE_AREA = {False: QRectF(28, 37, 156, 225), True: QRectF(35, 28, 225, 156)}
"""The type area in millimetres from the upper left corner, of an upright and of a turned page (GB/T 9704 5.2.1)."""


class PageView(QAbstractScrollArea):
    """Scrolls and sizes pages; says which page is at the top, how large it is, and which number is pointed at or clicked.

    Only a number of which `leads` is true can be clicked.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    spot_clicked = Signal(object)
    spot_entered = Signal(object)
    """The number under the pointer; None when there is none any more."""

    def __init__(self, theme: Theme, leads: Callable[[Spot], bool]) -> None:
        super().__init__()
        self._leads = leads
        self._under: tuple[int, Spot] | None = None
        self._under_leads = False
        self._theme = theme
        self._pages: PdfPages | None = None
        self._laid = Laid((), QSizeF(), 1.0)
        self._fit, self._zoom, self._across = Fit.PAGE, 1.0, 2
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._mark: tuple[int, QRectF] | None = None
        self._type_area = False
        self._words = ""
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("报告各页"))
        self.verticalScrollBar().valueChanged.connect(self._note_page)
        theme.changed.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages) if self._pages is not None else 0

    @property
    def current(self) -> int:
        """The number of the page at the top, from 0."""
        return self._current

    @property
    def zoom(self) -> float:
        """How large the pages are; 1 shows them as large as the paper on a screen of 96 dots an inch."""
        return self._laid.zoom

    @property
    def fit(self) -> Fit:
        """How the size follows the window."""
        return self._fit

    def set_pages(self, pages: PdfPages | None, words: str = "") -> None:
        """Show these pages at the place that was shown before; `words` stand there when there are none."""
        self._pages, self._words = pages, words
        self._drawn.clear()
        self._mark = None
        self._point_at(None)
        self._arrange()

    def set_fit(self, fit: Fit) -> None:
        """Let the size follow the window."""
        self._fit = fit
        self._arrange(self._current)

    def set_zoom(self, zoom: float) -> None:
        """Choose a size."""
        self._fit, self._zoom = Fit.FREE, min(max(zoom, SMALLEST), LARGEST)
        self._arrange(self._current)

    def step_zoom(self, up: bool) -> None:
        """The next size up or down."""
        near = self._laid.zoom
        larger = [step for step in _STEPS if step > near * 1.01]
        smaller = [step for step in _STEPS if step < near * 0.99]
        self.set_zoom(larger[0] if up and larger else smaller[-1] if smaller and not up else near)

    def set_across(self, across: int) -> None:
        """One page beside another, or one alone."""
        self._across = across
        self._arrange(self._current)

    def show_type_area(self, shown: bool) -> None:
        """Draw the type area's frame on every page, on the screen only."""
        self._type_area = shown
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self._laid.pages:
            page = min(max(page, 0), len(self._laid.pages) - 1)
            self.verticalScrollBar().setValue(round(self._laid.pages[page].top()) - 4)
            self._set_current(page)

    def step_page(self, on: bool) -> None:
        """The first page of the next row, or of the one before."""
        tops = [place.top() for place in self._laid.pages]
        if tops:
            here = tops[self._current]
            other = [top for top in tops if (top > here if on else top < here)]
            self.go_to(tops.index((min if on else max)(other)) if other else self._current)

    def mark(self, page: int, box: tuple[float, float, float, float]) -> None:
        """Frame a place on a page, in points from its upper left corner."""
        self._mark = (page, QRectF(QPointF(*box[:2]), QPointF(*box[2:])))
        self.viewport().update()

    def place_of(self, page: int, x: float, y: float) -> QPoint:
        """A point of a page in px of the viewport."""
        scale = self._laid.zoom * SCREEN
        at = self._laid.pages[page].topLeft() + QPointF(x * scale, y * scale) - self._offset()
        return at.toPoint()

    def _arrange(self, keep: int | None = None) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        room = QSizeF(self.viewport().size())
        sizes = self._pages.sizes if self._pages is not None else []
        self._laid = lay_out(sizes, room, self._fit, self._zoom, min(self._across, max(len(sizes), 1)))
        for scroll, whole, seen in (
            (bar, self._laid.size.height(), room.height()),
            (self.horizontalScrollBar(), self._laid.size.width(), room.width()),
        ):
            scroll.setPageStep(round(seen))
            scroll.setSingleStep(40)
            scroll.setRange(0, max(round(whole - seen), 0))
        if keep is None:
            bar.setValue(round(share * bar.maximum()))
        else:
            self.go_to(keep)
        self._note_page()
        self.zoom_changed.emit(self._laid.zoom)
        self.viewport().update()

    def _note_page(self) -> None:
        """The page that fills most of the upper half is the current one."""
        line = self.verticalScrollBar().value() + self.viewport().height() / 3
        tops = [place.top() for place in self._laid.pages]
        top = max((top for top in tops if top <= line), default=None)
        if top is not None and (self._current >= len(tops) or tops[self._current] != top):
            self._set_current(tops.index(top))
        self.viewport().update()

    def _set_current(self, page: int) -> None:
        self._current = page
        self.page_changed.emit(page)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._current if self._laid.pages else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(
            self.viewport().rect(), self._theme.color("line2" if not self._theme.tokens.dark else "chrome")
        )
        if not self._laid.pages:
            painter.setFont(self._theme.font(BODY_PX))
            painter.setPen(self._theme.color("text"))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        offset = self._offset()
        seen = QRectF(self.viewport().rect())
        for page, place in enumerate(self._laid.pages):
            here = place.translated(-offset)
            if here.intersects(seen):
                self._paint_page(painter, page, here)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), self._theme.tokens.focus_width))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, page: int, place: QRectF) -> None:
        painter.fillRect(place, Qt.GlobalColor.white)
        image = self._image(page)
        if image is not None:
            painter.drawImage(place.topLeft(), image)
        painter.setPen(self._theme.color("text3"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        scale = self._laid.zoom * SCREEN
        if self._type_area:
            turned = place.width() > place.height()
            area = _scaled(_TYPE_AREA[turned], scale * _POINTS_A_MM).translated(place.topLeft())
            painter.setPen(QPen(self._theme.color("accent"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(area)
        if self._mark is not None and self._mark[0] == page:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(_scaled(self._mark[1], scale).translated(place.topLeft()).adjusted(-2, -1, 2, 1))

    def _image(self, page: int) -> QImage | None:
        ratio = self.devicePixelRatioF()
        key = (page, round(self._laid.pages[page].width() * ratio))
        if key in self._drawn:
            self._drawn.move_to_end(key)
            return self._drawn[key]
        if self._pages is None:
            return None
        drawn = self._pages.picture(page, key[1] / self._pages.sizes[page][0])
        image = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
        image.setDevicePixelRatio(ratio)
        self._drawn[key] = image
        while len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        return image

    def _spot(self, point: QPointF) -> tuple[int, Spot] | None:
        at = point + self._offset()
        for page, place in enumerate(self._laid.pages):
            if place.contains(at) and self._pages is not None:
                scale = self._laid.zoom * SCREEN
                spot = self._pages.spot(page, (at.x() - place.x()) / scale, (at.y() - place.y()) / scale)
                return (page, spot) if spot else None
        return None

    def _point_at(self, found: tuple[int, Spot] | None) -> None:
        """Note the number under the pointer; whether it leads anywhere is asked once, not at every move."""
        if found == self._under:
            return
        self._under = found
        self._under_leads = found is not None and self._leads(found[1])
        shape = Qt.CursorShape.PointingHandCursor if self._under_leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.spot_entered.emit(found[1] if found is not None and self._under_leads else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._spot(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._point_at(self._spot(event.position()))
        if self._under is not None and self._under_leads:
            page, spot = self._under
            self.mark(page, spot.box)
            self.spot_clicked.emit(spot)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(event.angleDelta().y() > 0)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        if key in (keys.Key_PageDown, keys.Key_PageUp):
            self.step_page(key == keys.Key_PageDown)
        elif key in (keys.Key_Home, keys.Key_End):
            self.go_to(0 if key == keys.Key_Home else self.count - 1)
        elif key in (keys.Key_Plus, keys.Key_Equal, keys.Key_Minus):
            self.step_zoom(key != keys.Key_Minus)
        else:
            super().keyPressEvent(event)


def _scaled(box: QRectF, scale: float) -> QRectF:
    return QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)
