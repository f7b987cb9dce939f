"""Paints the cells of the review: values with what differs underlined, the chosen one framed, the switch of the choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.merging import Cell, Choice, Outcome
from desktop_app.domain.merging.compare import BOTH_CHANGED
from desktop_app.domain.merging.words import agree
from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.dialogs.merge_review.choices import Choices
from desktop_app.gui.dialogs.merge_review.rows import ROW_ROLE, Column, Row, in_cell, ours_words, theirs_words
from desktop_app.gui.dialogs.merge_review.switch import HEIGHT, paint_switch
from desktop_app.gui.dialogs.merge_review.words_paint import LINE, Look, Words, compared
from desktop_app.gui.icons import draw_icon
from desktop_app.gui.theme import BODY_PX, NOTE_PX, Theme
from desktop_app.gui.words import say, tr

PADDING = 8
ROW = 28
MOST_LINES = 4
"""Lines of a value in a row that asks for a choice; the rest is read below the table."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_VALUES = (Column.BASE, Column.THEIRS, Column.OURS)


def looks_of(cell: Cell, column: Column) -> Sequence[Look]:
    """The words of one of the three values, with what differs from what was handed out."""
    if column is Column.BASE:
        return (Look(in_cell(cell, cell.base)),)
    if column is Column.OURS:
        words = ours_words(cell)
        same = agree(cell.ours, cell.base)
        return (Look(words, note=True),) if same else _marked(cell, words, empty=not cell.words(cell.ours))
    words = theirs_words(cell)
    if cell.outcome is Outcome.REFUSED:
        return (Look(words, struck=True),)
    if agree(cell.theirs, cell.base):
        return (Look(words, note=True),)
    note = (Look(f"　{say(cell.note)}", note=True),) if cell.note else ()
    return (*_marked(cell, words, empty=False), *note)


def _marked(cell: Cell, words: str, empty: bool) -> Sequence[Look]:
    if empty or not cell.field.is_text:
        return (Look(words, differs=True),)
    return compared(cell.words(cell.base), words)


def reason_of(cell: Cell) -> str:
    """Why someone must choose, where the group does not say it."""
    return "" if cell.reason == BOTH_CHANGED or not cell.outcome.needs_choice else say(cell.reason)


class CellDelegate(QStyledItemDelegate):
    """Paints everything itself. `current` is the row the keyboard is on."""

    def __init__(self, theme: Theme, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.choices = choices
        self.current = -1

    def height(self, row: Row, widths: Sequence[int]) -> int:
        """How high a row must be in columns of these widths."""
        if row.head or (row.cell is not None and not row.cell.outcome.needs_choice):
            return ROW
        if row.cell is None:
            words = Words(self.theme, (Look(row.words),), sum(widths[Column.FIELD :]) - 2 * PADDING, 3)
            return max(ROW, words.lines * LINE + 10)
        cell = row.cell
        lines = [self._words(looks_of(cell, each), widths[each], MOST_LINES).lines for each in _VALUES]
        title = self._words((Look(row.title),), widths[Column.TASK], 2).lines + 1
        reason = reason_of(cell)
        below = self._words((Look(reason, note=True),), widths[Column.CHOICE], 3).lines if reason else 0
        return max(max(*lines, title, 2) * LINE + 10, below * LINE + HEIGHT + 14 if below else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        if row.head:
            self._paint_head(painter, option.rect, row)
            return
        self._paint_ground(painter, option, index.column(), row)
        place = option.rect.adjusted(PADDING, 4, -PADDING, -6)
        column = Column(index.column())
        if row.cell is None:
            self._paint_outside(painter, place, row, column)
        elif column is Column.TASK:
            self._paint_task(painter, place, row)
        elif column is Column.FIELD:
            self._paint_plain(
                painter, place, say(row.cell.field.label), "text2", row.cell.outcome.needs_choice, NOTE_PX
            )
        elif column is Column.CHOICE:
            self._paint_choice(painter, option.rect, row.cell, index.row())
        else:
            self._paint_value(painter, place, row.cell, column)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, column: int, row: Row) -> None:
        rect, theme = option.rect, self.theme
        ground = theme.color("base")
        if option.state & QStyle.StateFlag.State_Selected:
            active = bool(option.state & QStyle.StateFlag.State_Active)
            ground = theme.color("hover" if active or theme.tokens.name == "contrast" else "stale_tint")
        chosen = row.cell is not None and self._is_chosen(row.cell, Column(column))
        strong = theme.tokens.name == "contrast"
        if chosen and not strong:
            ground = theme.color("tint")
        painter.fillRect(rect, ground)
        painter.setBackground(QBrush(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.color("line"))
        if chosen:
            painter.save()
            painter.setPen(QPen(theme.color("accent"), 3 if strong else 1))
            inset = 1 if strong else 0
            painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))
            painter.restore()
        if column == Column.TASK and option.state & QStyle.StateFlag.State_Selected:
            active = bool(option.state & QStyle.StateFlag.State_Active)
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, theme.color("accent" if active else "line2"))

    def _is_chosen(self, cell: Cell, column: Column) -> bool:
        """Whether the value in this column is the one that a choice took."""
        chosen = self.choices.of(cell)
        if chosen is None or column not in _VALUES:
            return False
        if chosen.choice is Choice.BOTH:
            return column in (Column.THEIRS, Column.OURS)
        return column is {Choice.THEIRS: Column.THEIRS, Choice.OURS: Column.OURS}.get(chosen.choice)

    def _paint_head(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme = self.theme
        painter.save()
        painter.fillRect(rect, theme.color("alt"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        left = rect.left() + PADDING + 4
        if row.outcome in (Outcome.CONFLICT, Outcome.DOUBTFUL):
            lights.draw_mark(painter, Mark.CAUTION, left, rect.center().y() + 0.5, theme.tokens.amber)
            left += 20
        painter.setFont(theme.font(BODY_PX, QFont.Weight.Medium))
        painter.setPen(theme.color("text"))
        place = QRect(left, rect.top(), rect.right() - left - PADDING, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.head)
        left += painter.fontMetrics().horizontalAdvance(row.head) + PADDING
        painter.setFont(theme.font())
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(left, rect.top(), place.right() - left, rect.height()), _LEFT, row.note)
        keys = tr("数字键 1-4 选择，F8 下一处")
        room = place.right() - left - painter.fontMetrics().horizontalAdvance(row.note + keys) - 24
        if row.outcome in (Outcome.CONFLICT, Outcome.DOUBTFUL) and room > 0:
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, keys)
        painter.restore()

    def _paint_task(self, painter: QPainter, place: QRect, row: Row) -> None:
        tall = row.cell is not None and row.cell.outcome.needs_choice
        if not tall:
            self._paint_plain(painter, place, f"{row.number}{row.title}", "text", False)
            return
        self._paint_plain(painter, place, row.number, "text", True)
        below = place.adjusted(0, LINE, 0, 0)
        most = max((place.height() + 2) // LINE - 1, 1)
        words = self._words((Look(row.title),), place.width() + 2 * PADDING, most)
        words.paint(painter, below, self.theme.color("text"), middle=False)

    def _paint_outside(self, painter: QPainter, place: QRect, row: Row, column: Column) -> None:
        if column is Column.TASK and row.number:
            self._paint_plain(painter, place, row.number, "text2", False)
        elif column is (Column.FIELD if row.number else Column.TASK):
            words = Words(self.theme, (Look(row.words),), place.width(), 3)
            words.paint(painter, place, self.theme.color("text"), middle=True)

    def _paint_plain(
        self, painter: QPainter, place: QRect, words: str, token: str, top: bool, px: int = BODY_PX
    ) -> None:
        painter.save()
        painter.setFont(self.theme.font(px))
        painter.setPen(self.theme.color(token))
        line = QRect(place.left(), place.top(), place.width(), LINE) if top else place.adjusted(0, -2, 0, 4)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _LEFT, shown)
        painter.restore()

    def _paint_value(self, painter: QPainter, place: QRect, cell: Cell, column: Column) -> None:
        tall = cell.outcome.needs_choice
        most = max((place.height() + 2) // LINE, 1) if tall else 1
        words = self._words(looks_of(cell, column), place.width() + 2 * PADDING, most)
        words.paint(painter, place, self.theme.color("text"), middle=not tall)

    def _paint_choice(self, painter: QPainter, rect: QRect, cell: Cell, at: int) -> None:
        chosen = self.choices.of(cell)
        place = rect.adjusted(PADDING, 4, -PADDING, -6)
        asks = cell.outcome.needs_choice
        if asks or chosen is not None or (cell.outcome is Outcome.TAKEN and at == self.current):
            taken = Choice.THEIRS if cell.outcome is Outcome.TAKEN else None
            middle = rect if asks else rect.adjusted(0, (rect.height() - HEIGHT) // 2 - 5, 0, 0)
            paint_switch(painter, middle, self.theme, cell, chosen.choice if chosen else taken)
            reason = say(self.choices.told(cell)) or reason_of(cell)
            if reason:
                below = place.adjusted(0, HEIGHT + 4, 0, 0)
                words = self._words((Look(reason, note=True),), rect.width(), max(below.height() // LINE, 1))
                words.paint(painter, below, self.theme.color("text2"), middle=False)
            return
        if cell.outcome is not Outcome.REFUSED and (said := self.choices.told(cell)):
            self._paint_plain(painter, place, say(said), "text2", False)
            return
        if cell.outcome is Outcome.TAKEN:
            mark = QRect(place.left(), rect.center().y() - 5, 12, 12)
            draw_icon(painter, "checkmark", mark, self.theme.tokens.text2, 12)
            self._paint_plain(painter, place.adjusted(16, 0, 0, 0), tr("采用单位"), "text2", False)
            return
        words_of = tr("相同") if cell.outcome is Outcome.SAME else say(cell.reason)
        self._paint_plain(painter, place, words_of, "text2", False)

    def _words(self, looks: Sequence[Look], width: int, most: int) -> Words:
        return Words(self.theme, looks, width - 2 * PADDING, most)
