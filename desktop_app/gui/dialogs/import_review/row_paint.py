"""How rows of the review's lists are painted: the ground of a cell, the ink on it, the head of the columns."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem

from desktop_app.gui.row_ground import paint_row_ground
from desktop_app.gui.theme import NOTE_PX, Theme


def paint_cell_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, first: bool) -> None:
    """The ground of one cell; the bar at the left belongs to the row, so cells behind the first hide theirs."""
    ground = QStyleOptionViewItem(option)
    painter.save()
    painter.setClipRect(option.rect)
    if not first:
        ground.rect = option.rect.adjusted(-4, 0, 0, 0)
    paint_row_ground(painter, ground, theme)
    painter.restore()


def row_ink(theme: Theme, option: QStyleOptionViewItem, token: str) -> QColor:
    """The colour of words in a row: on the ground of a selected row in high contrast all are the same."""
    chosen = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_Active
    inverse = theme.tokens.name == "contrast" and option.state & chosen == chosen
    return theme.color("tint_text" if inverse else token)


def style_head(head: QHeaderView, theme: Theme) -> None:
    """The head of a list on the chrome of the frame."""
    head.setProperty("head", "ruled")
    head.setFont(theme.font(NOTE_PX))
