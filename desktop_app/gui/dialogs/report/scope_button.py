"""Which chapters, or which units: a button that says how many and opens the list to tick them in."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from desktop_app.gui.icons import icon
from desktop_app.gui.panels.filter_popup import FilterPopup
from desktop_app.gui.theme import Theme


class ScopeButton(QPushButton):
    """Says `all_words` while everything is chosen, the one chosen value, or `some_words` with their number."""

    changed = Signal()

    def __init__(self, theme: Theme, all_words: str, some_words: str) -> None:
        super().__init__(all_words)
        self._theme = theme
        self._all_words, self._some_words = all_words, some_words
        self._values: list[tuple[str, int]] = []
        self._chosen: tuple[str, ...] = ()
        self.setAutoDefault(False)
        self.setStyleSheet("QPushButton { text-align: left; padding: 0 24px 0 7px; }")
        self.clicked.connect(self.ask)

    def set_values(self, values: Sequence[tuple[str, int]]) -> None:
        """Offer these, each with how many tasks it has; a chosen one that is gone is dropped."""
        self._values = list(values)
        self.choose(self._chosen)

    def choose(self, values: Collection[str]) -> None:
        """Choose these; none stands for all."""
        self._chosen = tuple(name for name, _ in self._values if name in values)
        if not self._chosen:
            words = self._all_words
        elif len(self._chosen) == 1:
            words = self.fontMetrics().elidedText(self._chosen[0], Qt.TextElideMode.ElideRight, 165)
        else:
            words = self._some_words.format(len(self._chosen))
        self.setText(words.replace("&", "&&"))
        self.setToolTip("\n".join(self._chosen))

    def chosen(self) -> tuple[str, ...]:
        """The chosen values; none for all."""
        return self._chosen

    def ask(self) -> FilterPopup:
        """Open the list."""
        popup = FilterPopup(self._theme, self._values, self._chosen or None, parent=self)
        popup.chosen.connect(self._take)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height())))
        return popup

    def _take(self, values: Collection[str] | None) -> None:
        self.choose(values or ())
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        drawn = icon(self._theme, "chevron_down", 12, "text2")
        drawn.paint(painter, self.width() - 20, (self.height() - 12) // 2, 12, 12)
