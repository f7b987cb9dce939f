"""The heads of the columns: sort by a click, choose values behind the funnel, choose columns by right click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.gui.icons import draw_icon
from desktop_app.gui.models.columns import FILTERED, RIGHT_ALIGNED, Column, head
from desktop_app.gui.panels.task_view.row_painter import PAD
from desktop_app.gui.theme import Theme

HEIGHT = 28
FUNNEL = 18


class TaskHeader(QHeaderView):
    """Paints itself; sorting is asked for, not done."""

    sort_requested = Signal(int)
    filter_requested = Signal(int, QPoint)

    def __init__(self, theme: Theme, sortable: bool, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._sortable = sortable
        self._hover = -1
        self._pressed_at: QPoint | None = None
        self.sorted_by: Column | None = None
        self.descending = False
        self.filtered: frozenset[Column] = frozenset()
        self.short_heads = False
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(40)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("列名"))

    @property
    def dragging(self) -> bool:
        """Whether the mouse is held down on the heads, as when a column is resized."""
        return self._pressed_at is not None

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSectionSize(), HEIGHT)

    def set_sorted(self, column: Column | None, descending: bool) -> None:
        """Show by which column the rows are sorted."""
        self.sorted_by, self.descending = column, descending
        self.viewport().update()

    def set_filtered(self, columns: frozenset[Column]) -> None:
        """Show which columns have a choice of values in force."""
        self.filtered = columns
        self.viewport().update()

    def funnel_rect(self, column: int) -> QRect:
        """Where the funnel of a column is."""
        right = self.sectionViewportPosition(column) + self.sectionSize(column)
        return QRect(right - FUNNEL - 3, 0, FUNNEL, HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if not rect.isValid():
            return
        column, tokens = Column(logical), self._theme.tokens
        marked = column in self.filtered
        hover = logical == self._hover and (self._sortable or column in FILTERED)
        ground = tokens.tint if marked else tokens.hover if hover else tokens.chrome
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line2))
        if rect.right() < self.viewport().width() - 1:
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(tokens.line))
        self._paint_words(painter, rect, column, marked)
        if column in FILTERED and (marked or hover):
            place = QRect(self.funnel_rect(logical).left() + 3, (HEIGHT - 12) // 2, 12, 12)
            draw_icon(
                painter,
                "filter",
                place,
                tokens.tint_text if marked and tokens.name == "contrast" else tokens.accent,
                12,
            )

    def _paint_words(self, painter: QPainter, rect: QRect, column: Column, marked: bool) -> None:
        tokens = self._theme.tokens
        font = self._theme.font()
        painter.setFont(font)
        painter.setPen(QColor(tokens.tint_text if marked else tokens.text2))
        align = Qt.AlignmentFlag.AlignRight if column in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
        place = rect.adjusted(PAD, 0, -PAD if align is Qt.AlignmentFlag.AlignRight else 0, -1)
        words = head(column)
        if self.short_heads and column is Column.DUE:
            words = self.tr("时限")
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, words)
        if column is self.sorted_by:
            width = painter.fontMetrics().horizontalAdvance(words)
            left = place.right() - width - 12 if column in RIGHT_ALIGNED else place.left() + width + 5
            self._paint_arrow(painter, left, rect.center().y())

    def _paint_arrow(self, painter: QPainter, left: int, middle: int) -> None:
        tip, foot = (2.5, -2.5) if self.descending else (-2.5, 2.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1.4))
        points = [QPointF(left, middle + foot), QPointF(left + 3.5, middle + tip), QPointF(left + 7, middle + foot)]
        painter.drawPolyline(QPolygonF(points))
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        pressed, self._pressed_at = self._pressed_at, None
        resizing = self.cursor().shape() is Qt.CursorShape.SplitHCursor
        if pressed is None or resizing or (pressed - point).manhattanLength() > 4:
            return
        column = self.logicalIndexAt(point)
        if column < 0:
            return
        if column in FILTERED and self.funnel_rect(column).contains(point):
            corner = QPoint(self.sectionViewportPosition(column), HEIGHT)
            self.filter_requested.emit(column, self.viewport().mapToGlobal(corner))
        elif self._sortable:
            self.sort_requested.emit(column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hover(-1)

    def _set_hover(self, column: int) -> None:
        if column != self._hover:
            self._hover = column
            self.viewport().update()
