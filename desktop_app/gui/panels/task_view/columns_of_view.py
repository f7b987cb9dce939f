"""The columns of one view: chosen by the officer, dropped by width, resized by hand, remembered."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTreeView

from desktop_app.gui.models.columns import Column, head
from desktop_app.gui.panels.task_view.header import TaskHeader
from desktop_app.gui.panels.task_view.needs import Needs, WidestTexts
from desktop_app.gui.panels.task_view.row_painter import INDENT, PAD, RowPainter
from desktop_app.gui.panels.task_view.widths import ALWAYS, DEEP_STEP, GRID_COLUMNS, SHORT_STEP, TREE_COLUMNS, fit
from desktop_app.gui.theme import BODY_PX, NOTE_PX

_LEAST = 40
_AIR = 5
"""Between the end of a text and the next column."""


class ColumnsOfView(QObject):
    """Keeps the head in step with the width of the view."""

    def __init__(self, view: QTreeView, heads: TaskHeader, painter: RowPainter) -> None:
        super().__init__(view)
        self._view = view
        self._heads = heads
        self._painter = painter
        self._own: dict[Column, int] = {}
        self._texts = WidestTexts()
        self._deep = False
        self._fitting = False
        self._flat = not view.rootIsDecorated()
        self.wanted = set(GRID_COLUMNS if self._flat else TREE_COLUMNS)
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        heads.sectionResized.connect(self._resized)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._choose)
        view.viewport().installEventFilter(self)

    def visible(self) -> list[tuple[Column, int, int]]:
        """Column, left edge and width of each shown column, left to right."""
        heads = self._heads
        return [
            (column, heads.sectionViewportPosition(column), heads.sectionSize(column))
            for column in Column
            if not heads.isSectionHidden(column)
        ]

    def shown(self) -> list[Column]:
        """The shown columns, left to right."""
        return [column for column in Column if not self._heads.isSectionHidden(column)]

    def beside(self, column: Column, step: int) -> Column:
        """The shown column `step` to the right, or the last one there is."""
        shown = self.shown()
        place = shown.index(column) + step if column in shown else 0
        return shown[min(max(place, 0), len(shown) - 1)]

    def set_texts(self, texts: WidestTexts, deep: bool) -> None:
        """Make room for these texts, and for the numbers of an outline with many levels."""
        if (texts, deep) != (self._texts, self._deep):
            self._texts, self._deep = texts, deep
            self.fit()

    def fit(self) -> None:
        """Show the columns that have room."""
        room = self._view.viewport().width()
        fitted = fit(room, self.wanted, self._own, self._needs(), self._flat, self._painter.theme.font_size.value)
        self._fitting = True
        for column in Column:
            self._heads.setSectionHidden(column, column not in fitted.shown)
        for column, width in fitted.widths.items():
            if column in fitted.shown:
                self._heads.resizeSection(column, width)
        self._fitting = False
        self._painter.bars = fitted.bars
        self._painter.step = SHORT_STEP if not fitted.bars else DEEP_STEP if self._deep else INDENT
        self._heads.short_heads = not fitted.bars
        self._view.viewport().update()

    def _needs(self) -> Needs:
        title, note = (self._painter.measure(self._painter.theme.font(px)) for px in (BODY_PX, NOTE_PX))
        return self._texts.measured(title.horizontalAdvance, note.horizontalAdvance, PAD + _AIR)

    def set_wanted(self, column: Column, wanted: bool) -> None:
        """Show or hide a column by choice."""
        (self.wanted.add if wanted else self.wanted.discard)(column)
        self.fit()

    def state(self) -> str:
        """What the officer chose, as text for the settings."""
        return json.dumps({"shown": sorted(self.wanted), "widths": {str(int(c)): w for c, w in self._own.items()}})

    def restore(self, text: str) -> None:
        """Take up what `state` gave; anything unreadable is ignored, the usual columns are shown."""
        try:
            stored = json.loads(text)
            self.wanted = {Column(number) for number in stored["shown"]} | ALWAYS
            self._own = {Column(int(number)): max(int(width), _LEAST) for number, width in stored["widths"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def _resized(self, column: int, _before: int, after: int) -> None:
        if not self._fitting and self._heads.dragging and column != Column.TITLE:
            self._own[Column(column)] = after

    def _choose(self, point: QPoint) -> None:
        menu = self.menu()
        menu.exec(self._heads.mapToGlobal(point))
        menu.deleteLater()

    def menu(self) -> QMenu:
        """The choice of columns."""
        menu = QMenu(self._heads)
        for column in Column:
            action = menu.addAction(head(column))
            action.setCheckable(True)
            action.setChecked(column in self.wanted)
            action.setEnabled(column not in ALWAYS)
            action.toggled.connect(lambda on, chosen=column: self.set_wanted(chosen, on))
        menu.addSeparator()
        menu.addAction(self.tr("恢复默认列宽")).triggered.connect(self._reset)
        return menu

    def _reset(self) -> None:
        self._own.clear()
        self.fit()
