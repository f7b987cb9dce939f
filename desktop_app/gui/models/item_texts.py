"""What a row of the outline says: in its cells, in tooltips and to a screen reader."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.plan import Role
from desktop_app.domain.task import Status
from desktop_app.gui.lights import Check
from desktop_app.gui.models import columns
from desktop_app.gui.models.columns import Column
from desktop_app.gui.models.items import Item, ItemKind
from desktop_app.gui.models.units import CUSTOMARY, UnitNames
from desktop_app.gui.words import say, say_day, tr

if TYPE_CHECKING:
    from desktop_app.domain.ledger import PartRow, Tally, TaskRow

CHECK_STATES = {
    Check.EMPTY: Qt.CheckState.Unchecked,
    Check.TICKED: Qt.CheckState.Checked,
    Check.PARTIAL: Qt.CheckState.PartiallyChecked,
}


def check_of(item: Item) -> Check:
    """What the tick box shows: ticked when closed, a bar when some of the tasks or parts below are."""
    if item.tally is not None:
        counted = item.tally.total - item.tally.statuses[Status.DROPPED]
        closed = item.tally.statuses[Status.CLOSED]
        if closed and closed >= counted:
            return Check.TICKED
        return Check.PARTIAL if closed else Check.EMPTY
    if item.closed:
        return Check.TICKED
    partly = any(child.closed for child in item.children)
    return Check.PARTIAL if partly else Check.EMPTY


def item_text(item: Item, column: Column, today: dt.date, units: UnitNames = CUSTOMARY) -> str:
    """What a cell shows; lights of a heading are painted, so its text is short."""
    if item.tally is not None:
        return _group_text(item, item.tally, column)
    if item.part is not None and item.row is not None:
        return _part_text(item.row, item.part, column, today, units)
    if item.row is not None:
        return columns.text(item.row, column, today, units)
    return {Column.NUMBER: item.number, Column.TITLE: item.title}.get(column, "")


def _group_text(item: Item, counted: Tally, column: Column) -> str:
    match column:
        case Column.NUMBER:
            return item.number
        case Column.TITLE:
            return item.title
        case Column.LEAD:
            return tr("{0} 项，销号 {1}").format(counted.total, counted.statuses[Status.CLOSED])
        case Column.PERCENT:
            return f"{counted.percent}%"
        case Column.EVIDENCE:
            return str(counted.evidence)
        case Column.LIGHT:
            return " ".join(tr("{0}{1}").format(say(mark.label), n) for mark, n in counted.marks.items() if n)
        case _:
            return ""


def _part_text(row: TaskRow, part: PartRow, column: Column, today: dt.date, units: UnitNames) -> str:
    match column:
        case Column.NUMBER:
            return tr("分段{0}").format(part.index)
        case Column.TITLE:
            return " ".join(part.text.split())[:120]
        case Column.LEAD:
            return units.join(part_owners(row, part.index))
        case Column.SUPPORT:
            return units.join(part_units(row, part.index, Role.SUPPORT))
        case Column.DUE:
            return say_day(part.due.date, today) if part.due else ""
        case Column.STATUS:
            return say(part.status.label)
        case Column.PERCENT:
            return f"{part.percent}%"
        case Column.LIGHT:
            return say(part.signal.word)
        case _:
            return ""


def part_units(row: TaskRow, part: int, role: Role) -> tuple[str, ...]:
    """The units of one part in one role."""
    return tuple(dict.fromkeys(a.name for a in row.assignments if a.part == part and a.role is role))


def part_owners(row: TaskRow, part: int) -> tuple[str, ...]:
    """Who answers for one part: its lead units, or the responsible ones where no lead is named."""
    return part_units(row, part, Role.LEAD) or part_units(row, part, Role.RESPONSIBLE)


def item_tip(item: Item, column: Column) -> str | None:
    """The full value where the cell shows a short one."""
    row = item.row
    if row is None:
        if item.tally is not None and column is Column.LIGHT:
            return _group_text(item, item.tally, column)
        return item.title if column is Column.TITLE else None
    match column:
        case Column.LEAD:
            return "\n".join(part_owners(row, item.part.index) if item.part else row.owners) or None
        case Column.SUPPORT:
            support = part_units(row, item.part.index, Role.SUPPORT) if item.part else row.units(Role.SUPPORT)
            return "\n".join(support) or None
        case Column.LIGHT:
            return say(item.part.signal.reason if item.part else row.signal.reason)
        case Column.TITLE:
            return item.part.text if item.part else columns.title_of(row)
        case Column.PERCENT:
            expected = item.part.expected if item.part else row.expected
            return tr("序时进度{0}%").format(expected) if expected is not None else None
        case Column.EVIDENCE:
            return "\n".join(row.evidence_names) or None
        case _:
            return None


def item_speech(item: Item, column: Column, today: dt.date, units: UnitNames = CUSTOMARY) -> str:
    """What a screen reader says of a cell."""
    said = item_text(item, column, today, units)
    if column is Column.NUMBER and item.kind is not ItemKind.CONTEXT:
        state = {Check.EMPTY: tr("未销号"), Check.TICKED: tr("已销号"), Check.PARTIAL: tr("部分销号")}
        return f"{said} {state[check_of(item)]}"
    return f"{columns.head(column)} {said}" if said else ""
