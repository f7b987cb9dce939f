"""The views of the left pane: a name and the filter behind it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.task import Mark
from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from desktop_app.domain.ledger import PlanRow, TaskRow


@dataclass(frozen=True, slots=True)
class View:
    """What the list shows. `key` is stable between starts: "overdue", "plan:3", "chapter:3:二、…", "owner:市公安局"."""

    key: str
    title: str
    filter: TaskFilter = field(default_factory=TaskFilter)


@dataclass(frozen=True, slots=True)
class CountedView:
    """A view and how many tasks it has; `overdue` of them are past their date. `children` are the chapters of a plan."""

    view: View
    icon: str
    count: int
    overdue: int = 0
    children: tuple[CountedView, ...] = ()


def standing_views(today: dt.date) -> tuple[tuple[View, str], ...]:
    """The views every workspace has, with their icons, in the order they are listed."""
    return (
        (View("all", tr("全部任务")), "text_bullet_list_square"),
        (View("overdue", tr("逾期"), TaskFilter(mark=Mark.OVERDUE)), "clock_alarm"),
        (View("month", tr("本月到期"), TaskFilter(month=today)), "calendar_clock"),
        (View("missing", tr("缺佐证"), TaskFilter(missing_evidence=True)), "document_question_mark"),
        (View("to_check", tr("待核"), TaskFilter(mark=Mark.TO_CHECK)), "clipboard_checkmark"),
        (View("closed", tr("已销号"), TaskFilter(mark=Mark.CLOSED)), "checkmark_circle"),
    )


def counted_standing(rows: Sequence[TaskRow], today: dt.date) -> tuple[CountedView, ...]:
    """The standing views with their counts; the number of 逾期 is shown as overdue."""
    marks = Counter(row.signal.mark for row in rows)
    return tuple(_counted(view, icon, rows, marks) for view, icon in standing_views(today))


def counted_picked(tasks: frozenset[int], rows: Sequence[TaskRow]) -> CountedView:
    """The view of tasks that a finding of a report led to."""
    return _counted(View("picked", tr("报告所指任务"), TaskFilter(tasks=tasks)), "document_text", rows, {})


def counted_plans(plans: Sequence[PlanRow], rows: Sequence[TaskRow]) -> tuple[CountedView, ...]:
    """A view for each plan, with one for each of its chapters below.

    Counted in one pass: to ask the filter of every chapter about every task would hold the window for each tick.
    """
    chapters: dict[int, Counter[str]] = {plan.id: Counter() for plan in plans}
    for row in rows:
        if row.plan_id in chapters:
            chapters[row.plan_id][row.chapter] += 1
    return tuple(
        CountedView(
            View(f"plan:{plan.id}", plan.title, TaskFilter(plan=plan.id)),
            "document_text",
            chapters[plan.id].total(),
            children=tuple(_counted_chapter(plan, name, count) for name, count in chapters[plan.id].items() if name),
        )
        for plan in plans
    )


def _counted_chapter(plan: PlanRow, chapter: str, count: int) -> CountedView:
    wanted = TaskFilter(plan=plan.id, chapter=chapter)
    return CountedView(View(f"chapter:{plan.id}:{chapter}", chapter, wanted), "", count)


def counted_owners(rows: Sequence[TaskRow]) -> tuple[CountedView, ...]:
    """A view for each unit that answers for tasks, the busiest first."""
    counts: dict[str, list[int]] = {}
    for row in rows:
        for owner in row.owners:
            count = counts.setdefault(owner, [0, 0])
            count[0] += 1
            count[1] += row.signal.mark is Mark.OVERDUE
    ordered = sorted(counts.items(), key=lambda item: -item[1][0])
    return tuple(
        CountedView(View(f"owner:{owner}", owner, TaskFilter(owner=owner)), "building_government", total, late)
        for owner, (total, late) in ordered
    )


def _counted(view: View, icon: str, rows: Sequence[TaskRow], marks: Mapping[Mark, int]) -> CountedView:
    """Views of all or of a mark are counted already: to ask their filter of every task would be lost time at each tick."""
    wanted = view.filter
    if wanted == TaskFilter():
        count = len(rows)
    elif wanted.mark is not None and wanted == TaskFilter(mark=wanted.mark):
        count = marks.get(wanted.mark, 0)
    else:
        count = sum(wanted.matches(row) for row in rows)
    return CountedView(view, icon, count, count if wanted.mark is Mark.OVERDUE else 0)
