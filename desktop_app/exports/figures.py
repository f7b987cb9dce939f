"""How tasks are grouped and in which order they are counted, in the workbook and in the report alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.task import Mark

MARKS = (Mark.CLOSED, Mark.TO_CHECK, Mark.NORMAL, Mark.CAUTION, Mark.OVERDUE, Mark.UNCOUNTED)
"""The order in which every table of figures counts: from done to undone."""

NO_CHAPTER, NO_UNIT = "（未分章）", "（未写明单位）"


def by_chapter(rows: Iterable[TaskRow]) -> dict[tuple[int, str], list[TaskRow]]:
    """Rows by plan and chapter, in outline order."""
    groups: dict[tuple[int, str], list[TaskRow]] = {}
    for row in rows:
        groups.setdefault((row.plan_id, row.chapter), []).append(row)
    return groups


def by_unit(
    rows: Iterable[TaskRow], owners: Callable[[TaskRow], tuple[str, ...]] = attrgetter("owners")
) -> dict[str, list[TaskRow]]:
    """Rows by the units that answer for them, most tasks first; a task of two units stands under both."""
    groups: dict[str, list[TaskRow]] = {}
    for row in rows:
        for unit in owners(row) or (NO_UNIT,):
            groups.setdefault(unit, []).append(row)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))
