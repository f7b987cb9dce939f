"""The head of the preview: the sheet's own letter and words, below them what the column is taken for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView

from desktop_app.domain.old_ledger import OFFERED, UNUSED, Column
from desktop_app.gui.theme import NOTE_PX, Theme
from desktop_app.gui.words import say, tr

_NAME = 26
_CHOICE = 26
_GAP = 4
HEIGHT = _NAME + _CHOICE + _GAP


class MeaningHeader(QHeaderView):
    """A drop-down for every column; Tab goes from one to the next and brings it into view."""

    chosen = Signal(int, object)
    """The column, and what it is taken for now: a `Column`, or None for 不用."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self._table = table
        self.boxes: list[QComboBox] = []
        self.setSectionsClickable(False)
        self.setFixedHeight(HEIGHT)
        self.sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def set_columns(self, columns: Sequence[Column | None], names: Sequence[str]) -> None:
        """Show what the columns are taken for; `names` are the words of the head."""
        while len(self.boxes) > len(columns):
            box = self.boxes.pop()
            box.hide()
            box.deleteLater()
        while len(self.boxes) < len(columns):
            self.boxes.append(self._new_box(len(self.boxes)))
        for box, column, name in zip(self.boxes, columns, names, strict=True):
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(column.value if column in OFFERED else ""))
            box.setAccessibleName(tr("“{0}”列作为").format(name))
            box.blockSignals(False)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.color("chrome"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line2"))
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.color("line2"))
        painter.setFont(theme.font(NOTE_PX))
        painter.setPen(theme.color("text2"))
        place = QRect(rect.left() + 8, rect.top(), rect.width() - 10, _NAME)
        words = str(self.model().headerData(logical, self.orientation()) or "")
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self.boxes:
            self._bring(self.boxes.index(watched))
        return super().eventFilter(watched, event)

    def _bring(self, column: int) -> None:
        """Scroll sideways until the whole column can be seen."""
        bar = self._table.horizontalScrollBar()
        left, width = self.sectionPosition(column), self.sectionSize(column)
        if left < bar.value():
            bar.setValue(left)
        elif left + width > bar.value() + self.viewport().width():
            bar.setValue(left + width - self.viewport().width())

    def _new_box(self, column: int) -> QComboBox:
        box = _Quiet(self.viewport())
        for offered in OFFERED:
            box.addItem(say(offered.label), offered.value)
        box.addItem(say(UNUSED), "")
        box.currentIndexChanged.connect(lambda: self._choose(column))
        box.installEventFilter(self)
        box.show()
        return box

    def _choose(self, column: int) -> None:
        value = self.boxes[column].currentData()
        self.chosen.emit(column, Column(value) if value else None)

    def _place(self) -> None:
        for column, box in enumerate(self.boxes):
            left = self.sectionViewportPosition(column)
            box.setGeometry(left + _GAP, _NAME, self.sectionSize(column) - 2 * _GAP, _CHOICE)


class _Quiet(QComboBox):
    """A drop-down that the wheel does not change by accident."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(len(OFFERED) + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
