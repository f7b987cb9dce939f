"""The left pane where there is little room: a column of icons; plans and units open as menus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QVBoxLayout, QWidget

from desktop_app.domain.task import Mark
from desktop_app.gui.icons import draw_icon
from desktop_app.gui.lights import draw_mark
from desktop_app.gui.models.views import CountedView
from desktop_app.gui.panels.nav_entry import Entry
from desktop_app.gui.theme import Theme

WIDTH = 40
_PLANS, _OWNERS = "plans", "owners"


class Rail(QWidget):
    """Icons with tooltips."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[tuple[_RailButton, tuple[str, ...]]] = []
        self._behind: dict[str, Sequence[Entry]] = {_PLANS: (), _OWNERS: ()}
        self._shown: tuple[tuple[str, ...], bool, bool] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(0)
        self.setAccessibleName(self.tr("导航"))

    def set_entries(self, standing: Sequence[Entry], plans: Sequence[Entry], owners: Sequence[Entry]) -> None:
        """Show the standing views as icons, plans and units each behind one; the icons stay where the views do."""
        shown = tuple(entry.counted.view.key for entry in standing if entry.counted), bool(plans), bool(owners)
        self._behind = {_PLANS: plans, _OWNERS: owners}
        if shown == self._shown:
            self._recount(standing)
            return
        self._shown = shown
        self._make(standing)

    def _recount(self, standing: Sequence[Entry]) -> None:
        """New counts on the same icons, so that the keyboard stays where it is."""
        for entry, (button, _) in zip(standing, self._buttons, strict=False):
            if entry.counted is not None:
                self._name(button, entry, entry.counted)
        for number, (button, _) in enumerate(self._buttons[len(standing) :]):
            behind = [entries for entries in self._behind.values() if entries][number]
            self._buttons[len(standing) + number] = (button, _keys(behind))

    def _make(self, standing: Sequence[Entry]) -> None:
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._buttons.clear()
        for view in standing:
            self._add_view(view)
        self._column.addWidget(_Line(self._theme))
        for name, icon_name, which in (
            (self.tr("规划"), "document_text", _PLANS),
            (self.tr("牵头单位"), "building_government", _OWNERS),
        ):
            if self._behind[which]:
                self._add_menu(name, icon_name, which)
        self._column.addStretch(1)

    def mark(self, key: str) -> None:
        """Show which view is chosen; a plan or unit marks the icon it is behind."""
        for button, keys in self._buttons:
            button.setChecked(any(key == own or key.startswith(f"chapter:{own[5:]}:") for own in keys))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("alt"))

    def _add_view(self, entry: Entry) -> None:
        counted = entry.counted
        if counted is None:
            return
        button = _RailButton(self._theme, counted.icon, bool(counted.overdue))
        self._name(button, entry, counted)
        button.clicked.connect(lambda _=False, view=counted.view: self.chosen.emit(view))
        self._column.addWidget(button)
        self._buttons.append((button, (counted.view.key,)))

    def _name(self, button: _RailButton, entry: Entry, counted: CountedView) -> None:
        button.set_alarmed(bool(counted.overdue))
        button.setToolTip(self.tr("{0} {1} 项").format(entry.words, counted.count))
        button.setAccessibleName(button.toolTip())

    def _add_menu(self, name: str, icon_name: str, which: str) -> None:
        button = _RailButton(self._theme, icon_name, False)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self._open(button, self._behind[which]))
        self._column.addWidget(button)
        self._buttons.append((button, _keys(self._behind[which])))

    def _open(self, button: QWidget, entries: Sequence[Entry]) -> None:
        menu = self.menu(entries)
        menu.exec(button.mapToGlobal(button.rect().topRight()))
        menu.deleteLater()

    def menu(self, entries: Sequence[Entry]) -> QMenu:
        """The views behind one icon."""
        menu = QMenu(self)
        for entry in entries:
            if entry.counted is not None:
                action = menu.addAction(f"{entry.words.replace('&', '&&')}　{entry.counted.count}")
                action.triggered.connect(lambda _=False, view=entry.counted.view: self.chosen.emit(view))
        return menu


def _keys(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(entry.counted.view.key for entry in entries if entry.counted)


class _RailButton(QAbstractButton):
    def __init__(self, theme: Theme, icon_name: str, alarmed: bool) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon_name
        self._alarmed = alarmed
        self.setCheckable(True)
        self.setFixedSize(QSize(WIDTH, 32))

    def set_alarmed(self, alarmed: bool) -> None:
        """Show that something behind the icon is past its date."""
        self._alarmed = alarmed
        self.update()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        on = self.isChecked() and self.isEnabled()
        if on:
            painter.fillRect(self.rect(), QColor(tokens.tint))
            painter.fillRect(QRect(0, 0, 3, self.height()), QColor(tokens.accent))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), QColor(tokens.hover))
        ink = tokens.text2 if self.isEnabled() else tokens.disabled
        if on:
            ink = tokens.tint_text if tokens.name == "contrast" else tokens.accent
        draw_icon(painter, self._icon, QRect(12, 8, 16, 16), ink)
        if self._alarmed and self.isEnabled():
            draw_mark(painter, Mark.OVERDUE, 27, 9, tokens.tint_text if on and tokens.dark else tokens.red, 8)
        if self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(4, 1, -3, -2))


class _Line(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(WIDTH, 11))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(8, 5, WIDTH - 16, 1), self._theme.color("line"))
