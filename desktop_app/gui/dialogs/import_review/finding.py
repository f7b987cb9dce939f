"""Finding words in the source: as they are typed the next hit is shown, Enter goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.plan import Span
from desktop_app.gui.dialogs.import_review.source_text import SourceText


class Finder(QObject):
    """Seeks from the cursor on and stops at the first hit: a long text is not searched whole."""

    def __init__(self, field: QLineEdit, source: SourceText, text: str) -> None:
        super().__init__(field)
        self._field = field
        self._source = source
        self._text = text
        self.hit: Span | None = None
        field.textEdited.connect(lambda: self._seek(self._from(), forward=True))
        field.textChanged.connect(self._cleared)
        field.returnPressed.connect(lambda: self._seek(self._from() + 1, forward=True))
        back = QShortcut(QKeySequence("Shift+Return"), field)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(lambda: self._seek(self._from(), forward=False))

    def _from(self) -> int:
        return self.hit.start if self.hit else self._source.position()

    def _cleared(self, words: str) -> None:
        if not words:
            self._show(None)

    def _seek(self, start: int, *, forward: bool) -> None:
        words = self._field.text()
        if not words:
            return
        if forward:
            place = self._text.find(words, start)
            place = place if place >= 0 else self._text.find(words, 0, start + len(words))
        else:
            place = self._text.rfind(words, 0, start)
            place = place if place >= 0 else self._text.rfind(words)
        self._show(Span(place, place + len(words)) if place >= 0 else None)

    def _show(self, hit: Span | None) -> None:
        self.hit = hit
        self._field.setProperty("wrong", bool(self._field.text()) and hit is None)
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)
        self._source.set_found(hit)
        if hit is not None:
            self._source.put_cursor(hit.start, told=True)
            self._source.bring(hit.start)
