"""Which columns are shown in a pane of some width, and how wide.

Most widths are constants. 完成时限 is as wide as its dates, for half a date says nothing; 牵头单位 gives what it does
not need to the titles, and takes what the titles do not need.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from desktop_app.gui.models.columns import Column
from desktop_app.gui.panels.task_view.needs import Needs

TITLE_LEAST = 200
"""The task column never goes under this."""

FULL = {
    Column.NUMBER: 122,
    Column.LEAD: 104,
    Column.DUE: 70,
    Column.STATUS: 84,
    Column.PERCENT: 90,
    Column.LIGHT: 94,
    Column.EVIDENCE: 40,
    Column.CHAPTER: 160,
    Column.SUPPORT: 124,
}
SHORT = FULL | {Column.NUMBER: 106, Column.LEAD: 70, Column.DUE: 66, Column.PERCENT: 50, Column.LIGHT: 90}
"""Widths once the bar of 进度 has given way to its number."""

SHORT_STEP = 5
"""How far each level of the outline is set in then."""
DEEP_STEP = 8
"""How far each level is set in when there are four levels or more."""
FLAT_NUMBER = 92
"""编号 in the grid, where nothing is set in."""

NARROWEST = {Column.LEAD: 80, Column.DUE: 64}
"""What the head of a fitted column needs."""
WIDEST = {Column.LEAD: 220, Column.DUE: 130}

TREE_COLUMNS = frozenset(
    {Column.NUMBER, Column.TITLE, Column.LEAD, Column.DUE, Column.PERCENT, Column.LIGHT, Column.EVIDENCE}
)
GRID_COLUMNS = frozenset(Column)
ALWAYS = frozenset({Column.NUMBER, Column.TITLE})

_EXTRAS = (Column.SUPPORT, Column.CHAPTER, Column.STATUS)
"""What gives way first, before the title gets any narrower than it likes to be."""
_EXTRA_TITLE = 280


@dataclass(frozen=True, slots=True)
class Fit:
    """The columns to show and their widths; `bars`: whether 进度 has room for its bar."""

    shown: frozenset[Column]
    widths: dict[Column, int]
    bars: bool


def fit(
    room: int,
    wanted: Collection[Column],
    own: dict[Column, int] | None = None,
    needs: Needs = Needs(),  # noqa: B008  frozen
    flat: bool = False,
    scale: float = 1.0,
) -> Fit:
    """The columns of `wanted` that fit into `room` logical px.

    Gives way in this order: extra columns, 佐证, the bar of 进度, 牵头单位.
    `own` are widths the officer has set, `needs` the widths of the texts; `flat`: the grid;
    `scale`: how much larger than usual the type is.
    """
    shown = set(wanted) | ALWAYS
    scale = max(scale, 1.0)
    least = round(TITLE_LEAST * scale)
    widths = _widths(FULL, needs, flat, scale) | (own or {})
    for column in _EXTRAS:
        if _title(room, shown, widths) < (least + 20 if column is Column.STATUS else _EXTRA_TITLE):
            shown.discard(column)
    if _title(room, shown, widths) < least:
        shown.discard(Column.EVIDENCE)
    bars = _title(room, shown, widths) >= least
    if not bars:
        widths = _widths(SHORT, needs, flat, scale)
    if _title(room, shown, widths) < least:
        shown.discard(Column.LEAD)
    if Column.LEAD in shown and not (bars and own and Column.LEAD in own):
        spare = _title(room, shown, widths) - max(least, needs.title)
        missing = min(needs.lead, round(WIDEST[Column.LEAD] * scale)) - widths[Column.LEAD]
        widths[Column.LEAD] += max(min(spare, missing), 0)
    return Fit(frozenset(shown), widths, bars)


def _widths(base: dict[Column, int], needs: Needs, flat: bool, scale: float) -> dict[Column, int]:
    widths = {column: round(width * scale) for column, width in base.items()}
    if flat:
        widths[Column.NUMBER] = round(FLAT_NUMBER * scale)
    if needs.due:
        least, most = (round(limit[Column.DUE] * scale) for limit in (NARROWEST, WIDEST))
        widths[Column.DUE] = min(max(needs.due, least), most)
    if needs.lead:
        least = round(NARROWEST[Column.LEAD] * scale)
        widths[Column.LEAD] = min(max(needs.lead, least), widths[Column.LEAD])
    return widths


def _title(room: int, shown: Collection[Column], widths: dict[Column, int]) -> int:
    return room - sum(widths[column] for column in shown if column is not Column.TITLE)
