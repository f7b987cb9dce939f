"""The four-part switch 单位, 本地, 并存, 另填: where its parts are and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop_app.domain.merging import Cell, Choice
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

PARTS = (Choice.THEIRS, Choice.OURS, Choice.BOTH, Choice.OWN)
"""In the order of the keys 1 to 4."""
HEIGHT = 22
PART = 60
"""The most a part is wide, in px; the column decides how wide it is."""
_BESIDE = 13
"""What of the column is not the switch."""


def name_of(choice: Choice) -> str:
    """What the part says: the value of the unit is called as the column is that shows it."""
    return QCoreApplication.translate("MergeSwitch", "单位") if choice is Choice.THEIRS else say(choice.label)


def least_width(theme: Theme) -> int:
    """How wide the column must be for the words of the switch."""
    measure = QFontMetrics(theme.font())
    return (max(measure.horizontalAdvance(name_of(choice)) for choice in PARTS) + 8) * len(PARTS) + _BESIDE


def allowed(cell: Cell, choice: Choice) -> bool:
    """Whether a cell can be settled so: a status, percent or day is only one."""
    return choice is not Choice.BOTH or cell.field.is_text


def parts_of(cell: QRect) -> Sequence[QRect]:
    """The four parts, within the cell of the column; they share a hairline."""
    width = min(PART, (cell.width() - _BESIDE) // len(PARTS))
    first = QRect(cell.left() + 8, cell.top() + 5, width, HEIGHT)
    return [first.translated(number * (width - 1), 0) for number in range(len(PARTS))]


def part_at(cell: QRect, point: QPoint) -> Choice | None:
    """The part under the mouse."""
    hit = (choice for choice, part in zip(PARTS, parts_of(cell), strict=True) if part.contains(point))
    return next(hit, None)


def paint_switch(painter: QPainter, place: QRect, theme: Theme, cell: Cell, chosen: Choice | None) -> None:
    """Paint the switch; the chosen part is filled, one that makes no sense is greyed."""
    painter.save()
    painter.setFont(theme.font())
    for choice, part in zip(PARTS, parts_of(place), strict=True):
        on, fits = choice is chosen, allowed(cell, choice)
        painter.setPen(theme.color("accent" if on else "line2"))
        painter.setBrush(theme.color("accent" if on else "base" if fits else "alt"))
        painter.drawRect(part.adjusted(0, 0, -1, -1))
        painter.setPen(theme.color("on_accent" if on else "text" if fits else "disabled"))
        painter.drawText(part, Qt.AlignmentFlag.AlignCenter, name_of(choice))
    painter.restore()
