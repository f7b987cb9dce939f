"""How the rows of the left pane are painted: icon, name, count, and the red count of what is overdue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop_app.domain.task import Mark
from desktop_app.gui.icons import draw_icon
from desktop_app.gui.lights import draw_mark
from desktop_app.gui.models.plan_labels import plan_label
from desktop_app.gui.models.units import UnitNames
from desktop_app.gui.models.views import CountedView
from desktop_app.gui.theme import NOTE_PX, Theme

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 26
HEAD_HEIGHT = 37
SIDE = 12
_ARROW = 12


class EntryKind(Enum):
    """What a row of the left pane is."""

    VIEW = "view"
    HEAD = "head"
    PLAN = "plan"
    CHAPTER = "chapter"
    OWNER = "owner"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a head or note with its words, or a view with its counts."""

    kind: EntryKind
    words: str
    counted: CountedView | None = None
    children: tuple[Entry, ...] = ()
    beside: tuple[str, ...] = ()
    """Of a plan: the titles of all plans."""


class NavDelegate(QStyledItemDelegate):
    """Paints the rows of the left pane."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(40, HEAD_HEIGHT if entry.kind is EntryKind.HEAD else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        row = QRect(0, option.rect.y(), self._view.viewport().width(), option.rect.height())
        if entry.kind is EntryKind.HEAD:
            self._paint_head(painter, row, entry)
        elif entry.kind is EntryKind.NOTE:
            self._words(painter, row.adjusted(15, 0, -SIDE, 0), entry, "text3")
        else:
            self._paint_view(painter, row, entry, index)

    def _paint_head(self, painter: QPainter, row: QRect, entry: Entry) -> None:
        painter.fillRect(QRect(SIDE, row.y() + 5, row.width() - 2 * SIDE, 1), self._theme.color("line"))
        self._words(painter, row.adjusted(13, 10, -SIDE, 0), entry, "text3")

    def _paint_view(self, painter: QPainter, row: QRect, entry: Entry, index: Index) -> None:
        tokens = self._theme.tokens
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        selected = enabled and self._view.selectionModel().isSelected(index)
        if selected:
            painter.fillRect(row, QColor(tokens.tint))
            painter.fillRect(QRect(0, row.y(), 3, row.height()), QColor(tokens.accent))
        elif enabled and row.contains(self._view.viewport().mapFromGlobal(QCursor.pos())) and self._view.underMouse():
            painter.fillRect(row, QColor(tokens.hover))
        if self._view.hasFocus() and index == self._view.currentIndex() and self._view.property("keyboard"):
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(row.adjusted(4, 1, -3, -2))
        left = self._paint_lead(painter, row, entry, selected, enabled, index)
        right = self._paint_counts(painter, row, entry, selected, enabled)
        quiet = entry.kind is EntryKind.CHAPTER
        ink = self._ink("text2" if quiet else "text", selected, enabled)
        weight = QFont.Weight.Medium if selected else QFont.Weight.Normal
        self._words(painter, QRect(left, row.y(), right - left - 6, row.height()), entry, ink, weight)

    def _paint_lead(
        self, painter: QPainter, row: QRect, entry: Entry, selected: bool, enabled: bool, index: Index
    ) -> int:
        """The arrow and the icon; returns where the name begins."""
        if entry.kind is EntryKind.CHAPTER:
            return 34
        left = 15
        if entry.kind is EntryKind.PLAN:
            if entry.children:
                opened = self._view.isExpanded(index)
                place = QRect(9, row.y() + (row.height() - _ARROW) // 2, _ARROW, _ARROW)
                ink = self._ink("text2", selected, enabled)
                draw_icon(painter, "chevron_down" if opened else "chevron_right", place, self._colour(ink), 12)
            left = 29
        if entry.counted is not None and entry.counted.icon:
            ink = self._ink("accent" if selected else "text2", selected, enabled)
            place = QRect(left, row.y() + (row.height() - 16) // 2, 16, 16)
            draw_icon(painter, entry.counted.icon, place, self._colour(ink))
        return left + 24

    def _paint_counts(self, painter: QPainter, row: QRect, entry: Entry, selected: bool, enabled: bool) -> int:
        """The counts at the right; returns where they begin."""
        counted = entry.counted
        right = row.right() - SIDE + 1
        if counted is None:
            return right
        only_red = counted.overdue and counted.overdue == counted.count and entry.kind is EntryKind.VIEW
        if not only_red:
            right = self._figure(painter, row, right, str(counted.count), self._ink("text3", selected, enabled))
        if counted.overdue and entry.kind in (EntryKind.VIEW, EntryKind.OWNER):
            right -= 0 if only_red else 10
            ink = self._ink("red", selected, enabled)
            right = self._figure(painter, row, right, str(counted.overdue), ink, QFont.Weight.Medium) - 15
            draw_mark(painter, Mark.OVERDUE, right, row.y() + row.height() / 2, self._colour(ink), 11)
        return right

    def _figure(
        self,
        painter: QPainter,
        row: QRect,
        right: int,
        figure: str,
        ink: str,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> int:
        font = self._theme.font(NOTE_PX, weight)
        width = QFontMetrics(font).horizontalAdvance(figure)
        place = QRect(right - width, row.y(), width + 1, row.height())
        painter.setFont(font)
        painter.setPen(QColor(self._colour(ink)))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, figure)
        return right - width

    def _ink(self, token: str, selected: bool, enabled: bool) -> str:
        if not enabled:
            return "disabled"
        if selected and self._theme.tokens.name == "contrast":
            return "tint_text"
        return "text2" if selected and token == "text3" else token

    def _colour(self, token: str) -> str:
        colour: str = getattr(self._theme.tokens, token)
        return colour

    def _words(
        self, painter: QPainter, place: QRect, entry: Entry, ink: str, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        font = self._theme.font(NOTE_PX, weight)
        painter.setFont(font)
        painter.setPen(QColor(self._colour(ink)))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.cut(entry, font, place.width()))

    def cut(self, entry: Entry, font: QFont, width: int) -> str:
        """The words of a row in `width` px: a plan apart from other plans, a unit with both its ends."""
        metrics = QFontMetrics(font)
        words = entry.words
        if entry.beside:
            words = plan_label(words, entry.beside, lambda label: metrics.horizontalAdvance(label) <= width)
        by_ends = entry.kind is EntryKind.OWNER or len(entry.beside) > 1
        mode = Qt.TextElideMode.ElideMiddle if by_ends else Qt.TextElideMode.ElideRight
        return metrics.elidedText(words, mode, width)


def view_entry(counted: CountedView) -> Entry:
    """The row of a standing view."""
    return Entry(EntryKind.VIEW, counted.view.title, counted)


def owner_entry(counted: CountedView, units: UnitNames) -> Entry:
    """The row of a unit, by what it is called on screen."""
    return Entry(EntryKind.OWNER, units.short(counted.view.title), counted)


def plan_entries(plans: Sequence[CountedView]) -> list[Entry]:
    """The rows of all plans with their chapters; each knows the others, to be cut apart from them."""
    titles = tuple(plan.view.title for plan in plans)
    return [
        Entry(
            EntryKind.PLAN,
            plan.view.title,
            plan,
            tuple(Entry(EntryKind.CHAPTER, chapter.view.title, chapter) for chapter in plan.children),
            titles,
        )
        for plan in plans
    ]
