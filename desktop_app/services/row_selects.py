"""What queries read: one SELECT for each kind of row, whatever the number of tasks."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, func, select, true
from sqlalchemy.orm import InstrumentedAttribute

from desktop_app.domain.plan import Kind
from desktop_app.storage.models import (
    Assignment,
    Deadline,
    EvidenceLink,
    Extension,
    GoneNode,
    Node,
    Part,
    Plan,
    Progress,
    Reading,
    Recurrence,
    Revision,
    Target,
    Unit,
)

Wanted = Select[*tuple[Any, ...]]


class Reach(Enum):
    """How far a SELECT reaches; each has one statement, built once."""

    ALL = "all"
    PLAN = "plan"
    IDS = "ids"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which tasks are read: all, those of a plan, or those with these ids."""

    plan: int | None = None
    ids: Sequence[int] | None = None

    def fetch(self, connection: Connection, wanted: Callable[[Reach], Wanted]) -> Sequence[Any]:
        """The rows that one of the SELECTs below finds in this scope."""
        if self.ids is not None:
            return connection.execute(wanted(Reach.IDS), {"ids": json.dumps(list(self.ids))}).all()
        if self.plan is not None:
            return connection.execute(wanted(Reach.PLAN), {"plan": self.plan}).all()
        return connection.execute(wanted(Reach.ALL)).all()


def _within(reach: Reach, column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """The condition on a column that holds a task's id."""
    if reach is Reach.IDS:
        # One JSON parameter: the statement stays the same for any number of ids.
        return column.in_(select(func.json_each(bindparam("ids")).table_valued("value").c.value))
    if reach is Reach.PLAN:
        return column.in_(select(Node.id).where(Node.plan_id == bindparam("plan")))
    return true()


@cache
def plans() -> Wanted:
    """Titles and days of issue."""
    return select(Plan.id, Plan.title, Plan.issued_on)


@cache
def nodes(reach: Reach) -> Wanted:
    """The tasks and the headings above them, headings first."""
    wanted = select(
        Node.id,
        Node.plan_id,
        Node.parent_id,
        Node.position,
        Node.key,
        Node.number,
        Node.title,
        Node.text,
        Node.kind,
        Node.status,
        Node.percent,
        Node.closed_on,
        Node.no_evidence_reason,
        Node.updated_at,
    ).order_by(Node.plan_id, Node.position)
    if reach is Reach.IDS:
        above = select(Node.id, Node.parent_id).where(_within(reach, Node.id)).cte("above", recursive=True)
        above = above.union(select(Node.id, Node.parent_id).where(Node.id == above.c.parent_id))
        return wanted.where(Node.id.in_(select(above.c.id)))
    wanted = wanted.where(Node.kind != Kind.CONTEXT.value)
    return wanted.where(Node.plan_id == bindparam("plan")) if reach is Reach.PLAN else wanted


@cache
def parts(reach: Reach) -> Wanted:
    """The parts, in order."""
    return (
        select(
            Part.node_id, Part.id, Part.position, Part.text, Part.span_start, Part.span_end, Part.status, Part.percent
        )
        .where(_within(reach, Part.node_id))
        .order_by(Part.node_id, Part.position)
    )


@cache
def assignments(reach: Reach) -> Wanted:
    """The assignments with the names of their units, in printed order."""
    return (
        select(
            Assignment.node_id,
            Assignment.part_id,
            Assignment.unit_id,
            Assignment.role,
            Unit.name,
            Assignment.printed,
            Assignment.span_start,
            Assignment.span_end,
            Assignment.doubt,
        )
        .join(Unit, Unit.id == Assignment.unit_id)
        .where(_within(reach, Assignment.node_id))
        .order_by(Assignment.position, Assignment.id)
    )


@cache
def deadlines(reach: Reach) -> Wanted:
    """The dates, in printed order."""
    return (
        select(
            Deadline.node_id,
            Deadline.part_id,
            Deadline.id,
            Deadline.date,
            Deadline.first_date,
            Deadline.kind,
            Deadline.phrase,
            Deadline.span_start,
            Deadline.span_end,
            Deadline.doubt,
        )
        .where(_within(reach, Deadline.node_id))
        .order_by(Deadline.position, Deadline.id)
    )


@cache
def extensions(reach: Reach) -> Wanted:
    """The basis of every extension, oldest first."""
    return (
        select(Extension.deadline_id, Extension.basis)
        .join(Deadline, Deadline.id == Extension.deadline_id)
        .where(_within(reach, Deadline.node_id))
        .order_by(Extension.id)
    )


@cache
def targets(reach: Reach) -> Wanted:
    """The targets in printed order, once for each reading, oldest reading first; once when there is none."""
    return (
        select(
            Target.node_id,
            Target.part_id,
            Target.id,
            Target.phrase,
            Target.op,
            Target.value,
            Target.unit,
            Target.by_date,
            Target.span_start,
            Target.span_end,
            Target.baseline,
            Target.doubt,
            Reading.id.label("reading_id"),
            Reading.day,
            Reading.value.label("reading_value"),
            Reading.note,
        )
        .outerjoin(Reading, Reading.target_id == Target.id)
        .where(_within(reach, Target.node_id))
        .order_by(Target.position, Target.id, Reading.day, Reading.id)
    )


@cache
def recurrences(reach: Reach) -> Wanted:
    """How work comes round, in printed order."""
    return (
        select(Recurrence.node_id, Recurrence.part_id, Recurrence.rhythm, Recurrence.phrase)
        .where(_within(reach, Recurrence.node_id))
        .order_by(Recurrence.position, Recurrence.id)
    )


@cache
def gone(reach: Reach) -> Wanted:
    """The nodes that a newer version left out, and when."""
    return (
        select(GoneNode.node_id, Revision.revised_on)
        .join(Revision, Revision.id == GoneNode.revision_id)
        .where(_within(reach, GoneNode.node_id))
    )


@cache
def evidence(reach: Reach) -> Wanted:
    """The attached files of each task by name, each file once, in the order they came."""
    return (
        select(EvidenceLink.node_id, EvidenceLink.name, func.min(EvidenceLink.id))
        .where(_within(reach, EvidenceLink.node_id))
        .group_by(EvidenceLink.node_id, EvidenceLink.evidence_id)
        .order_by(func.min(EvidenceLink.id))
    )


@cache
def progress(reach: Reach) -> Wanted:
    """All progress entries, newest first."""
    return (
        select(
            Progress.node_id,
            Progress.part_id,
            Progress.id,
            Progress.day,
            Progress.text,
            Progress.percent,
            Progress.problems,
            Progress.next_step,
            Progress.reporter,
            Progress.expected_on,
            Progress.evidence,
        )
        .where(_within(reach, Progress.node_id))
        .order_by(Progress.day.desc(), Progress.id.desc())
    )


@cache
def latest_progress(reach: Reach) -> Wanted:
    """Of each task and part the newest entry with text and those without text since, newest first."""
    order = (Progress.day.desc(), Progress.id.desc())
    spoken = func.sum(case((Progress.text != "", 1), else_=0))
    since = spoken.over(partition_by=(Progress.node_id, Progress.part_id), order_by=order, rows=(None, -1))
    ranked = select(Progress.id, since.label("since")).where(_within(reach, Progress.node_id)).subquery()
    return progress(reach).where(Progress.id.in_(select(ranked.c.id).where(func.coalesce(ranked.c.since, 0) == 0)))
