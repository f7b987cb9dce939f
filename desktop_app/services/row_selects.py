"""What queries read: one SELECT for each kind of row, whatever the number of tasks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import InstrumentedAttribute

from desktop_app.domain.plan import Kind
from desktop_app.storage.models import (
    Assignment,
    Deadline,
    EvidenceLink,
    Extension,
    Node,
    Part,
    Plan,
    Progress,
    Reading,
    Target,
    Unit,
)

Wanted = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which tasks are read: all, those of a plan, or those with these ids."""

    plan: int | None = None
    ids: tuple[int, ...] | None = None

    def __call__(self, column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
        """The condition on a column that holds a task's id."""
        if self.ids is not None:
            # One JSON parameter: the statement stays the same for any number of ids.
            given = func.json_each(json.dumps(self.ids)).table_valued("value")
            return column.in_(select(given.c.value))
        if self.plan is not None:
            return column.in_(select(Node.id).where(Node.plan_id == self.plan))
        return true()


def plans() -> Wanted:
    """Titles and days of issue."""
    return select(Plan.id, Plan.title, Plan.issued_on)


def nodes(scope: Scope) -> Wanted:
    """The tasks of the scope and the headings above them, headings first."""
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
    if scope.ids is not None:
        above = select(Node.id, Node.parent_id).where(scope(Node.id)).cte("above", recursive=True)
        above = above.union(select(Node.id, Node.parent_id).where(Node.id == above.c.parent_id))
        return wanted.where(Node.id.in_(select(above.c.id)))
    wanted = wanted.where(Node.kind != Kind.CONTEXT.value)
    return wanted if scope.plan is None else wanted.where(Node.plan_id == scope.plan)


def parts(scope: Scope) -> Wanted:
    """The parts, in order."""
    return (
        select(
            Part.node_id, Part.id, Part.position, Part.text, Part.span_start, Part.span_end, Part.status, Part.percent
        )
        .where(scope(Part.node_id))
        .order_by(Part.node_id, Part.position)
    )


def assignments(scope: Scope) -> Wanted:
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
        )
        .join(Unit, Unit.id == Assignment.unit_id)
        .where(scope(Assignment.node_id))
        .order_by(Assignment.position, Assignment.id)
    )


def deadlines(scope: Scope) -> Wanted:
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
        )
        .where(scope(Deadline.node_id))
        .order_by(Deadline.position, Deadline.id)
    )


def extensions(task: int) -> Wanted:
    """The basis of every extension of a task's dates, oldest first."""
    return (
        select(Extension.deadline_id, Extension.basis)
        .join(Deadline, Deadline.id == Extension.deadline_id)
        .where(Deadline.node_id == task)
        .order_by(Extension.id)
    )


def targets(scope: Scope) -> Wanted:
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
            Reading.id.label("reading_id"),
            Reading.day,
            Reading.value.label("reading_value"),
            Reading.note,
        )
        .outerjoin(Reading, Reading.target_id == Target.id)
        .where(scope(Target.node_id))
        .order_by(Target.position, Target.id, Reading.day, Reading.id)
    )


def evidence(scope: Scope) -> Wanted:
    """The attached files of each task by name, each file once, in the order they came."""
    return (
        select(EvidenceLink.node_id, EvidenceLink.name, func.min(EvidenceLink.id))
        .where(scope(EvidenceLink.node_id))
        .group_by(EvidenceLink.node_id, EvidenceLink.evidence_id)
        .order_by(func.min(EvidenceLink.id))
    )


def progress(scope: Scope) -> Wanted:
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
        )
        .where(scope(Progress.node_id))
        .order_by(Progress.day.desc(), Progress.id.desc())
    )


def latest_progress(scope: Scope) -> Wanted:
    """The newest progress entry of each task."""
    place = func.row_number().over(partition_by=Progress.node_id, order_by=(Progress.day.desc(), Progress.id.desc()))
    ranked = select(Progress.id, place.label("place")).where(scope(Progress.node_id)).subquery()
    return progress(scope).where(Progress.id.in_(select(ranked.c.id).where(ranked.c.place == 1)))
