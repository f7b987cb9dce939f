"""Clauses that speak for a whole plan: listed with the tasks they would add to, applied only when the officer asks."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound, Refused
from desktop_app.domain.ledger import RuleRow
from desktop_app.domain.plan import DeadlineKind, Kind, Role, RuleScope, Span
from desktop_app.services.commands import Command, execute
from desktop_app.services.selection import load_states, write_states
from desktop_app.services.units import UnitBook, unit_key
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Assignment, Deadline, GoneNode, Node, Plan, PlanRule, Unit
from desktop_app.storage.recorder import RowUpdate

APPLIED = "plan_rule"
"""The rule of facts that a clause added."""

_BELOW, _ABOVE = ("以下", "下列", "下述", "后列"), ("以上", "上述", "前述")


def list_rules(workspace: Workspace, plan_id: int) -> list[RuleRow]:
    """The clauses of a plan in printed order, each with the tasks it would still add to.

    Raises:
        NotFound: no such plan.
    """
    with reading(workspace.engine) as connection:
        if connection.scalar(select(Plan.id).where(Plan.id == plan_id)) is None:
            raise NotFound(f"没有编号为{plan_id}的规划。用 plans 命令核对编号")
        rows = [_row(row) for row in connection.execute(_rules().where(PlanRule.plan_id == plan_id))]
        facts = _facts(connection, plan_id)
    return [replace(row, tasks=tuple(task.id for task in _spoken_for(row, facts))) for row in rows]


def apply_rule(workspace: Workspace, rule_id: int) -> Changes:
    """Give the tasks that a clause speaks for what it says: units, a date, or the lead to the first unit.

    Raises:
        NotFound: no such clause.
        Refused: every task has it already.
    """
    with execute(workspace, "apply_rule") as command:
        row = command.connection.execute(_rules().where(PlanRule.id == rule_id)).one_or_none()
        if row is None:
            raise NotFound(f"没有编号为{rule_id}的条款。用 rules 命令核对编号")
        rule = _row(row)
        tasks = _spoken_for(rule, _facts(command.connection, rule.plan_id))
        if not tasks:
            raise Refused(f"“{rule.phrase}”涉及的任务均已写明，无需套用")
        _APPLY[rule.scope](command, rule, tasks)
        applied = RowUpdate(rule.id, {"applied_on": rule.applied_on}, {"applied_on": command.today})
        command.recorder.update("plan_rule", [applied])
        states = load_states(command.connection, [task.id for task in tasks])
        write_states(command.recorder, states.values(), command.moment)
        command.plans.add(rule.plan_id)
        command.describe(f"套用条款“{rule.phrase[:20]}”", [f"任务{len(tasks)}项"], states)
        return command.result()


@dataclass(frozen=True, slots=True)
class _Task:
    """What a task says of units and dates already."""

    id: int
    start: int
    assignments: tuple[Any, ...]
    units: frozenset[str]
    dated: bool


def _rules() -> Any:
    return select(PlanRule.__table__).order_by(PlanRule.position, PlanRule.id)


def _row(row: Any) -> RuleRow:
    return RuleRow(
        id=row.id,
        plan_id=row.plan_id,
        scope=RuleScope(row.scope),
        phrase=row.phrase,
        span=Span(row.span_start, row.span_end),
        units=tuple(json.loads(row.units)),
        role=Role(row.role),
        date=row.date,
        applied_on=row.applied_on,
    )


def _facts(connection: Connection, plan_id: int) -> list[_Task]:
    """The tasks of the plan's present version."""
    gone = select(GoneNode.node_id)
    nodes = select(Node.id, Node.span_start).where(
        Node.plan_id == plan_id, Node.kind == Kind.TASK.value, Node.id.not_in(gone)
    )
    ids = select(nodes.subquery().c.id)
    assignments: dict[int, list[Any]] = {}
    columns = (Assignment.id, Assignment.node_id, Assignment.part_id, Assignment.role, Unit.key)
    wanted = select(*columns).join(Unit, Unit.id == Assignment.unit_id).where(Assignment.node_id.in_(ids))
    for row in connection.execute(wanted.order_by(Assignment.position, Assignment.id)):
        assignments.setdefault(row.node_id, []).append(row)
    dated = set(
        connection.scalars(
            select(Deadline.node_id).where(Deadline.node_id.in_(ids), Deadline.kind == DeadlineKind.FINAL.value)
        )
    )
    tasks = []
    for task_id, start in connection.execute(nodes.order_by(Node.position)):
        own = assignments.get(task_id, [])
        tasks.append(_Task(task_id, start, tuple(own), frozenset(row.key for row in own), task_id in dated))
    return tasks


def _spoken_for(rule: RuleRow, tasks: Sequence[_Task]) -> list[_Task]:
    """The tasks that the clause would add something to: below it, above it, or all, as its words say."""
    if any(word in rule.phrase for word in _BELOW):
        tasks = [task for task in tasks if task.start > rule.span.start]
    elif any(word in rule.phrase for word in _ABOVE):
        tasks = [task for task in tasks if task.start < rule.span.start]
    if rule.scope is RuleScope.DATE_EVERYWHERE:
        return [task for task in tasks if not task.dated and rule.date is not None]
    if rule.scope is RuleScope.UNITS_EVERYWHERE:
        wanted = {unit_key(unit) for unit in rule.units}
        return [task for task in tasks if wanted - task.units]
    return [task for task in tasks if _first_of_each(task)]


def _first_of_each(task: _Task) -> list[Any]:
    """The first unit of the task and of each part, where several are responsible and none leads."""
    groups: dict[int | None, list[Any]] = {}
    for row in task.assignments:
        groups.setdefault(row.part_id, []).append(row)
    return [
        rows[0] for rows in groups.values() if len(rows) > 1 and all(row.role == Role.RESPONSIBLE.value for row in rows)
    ]


def _add_units(command: Command, rule: RuleRow, tasks: Sequence[_Task]) -> None:
    ids = UnitBook(command.connection).add(command.recorder, rule.units)
    rows: list[dict[str, object]] = [
        {
            **_place(rule, task, len(task.assignments) + place),
            "unit_id": ids[unit],
            "role": rule.role,
            "printed": unit,
        }
        for task in tasks
        for place, unit in enumerate(rule.units)
        if unit_key(unit) not in task.units
    ]
    command.recorder.insert("assignment", rows)


def _add_date(command: Command, rule: RuleRow, tasks: Sequence[_Task]) -> None:
    rows: list[dict[str, object]] = [
        {
            **_place(rule, task, 0),
            "date": rule.date,
            "first_date": rule.date,
            "kind": DeadlineKind.FINAL,
            "phrase": rule.phrase,
        }
        for task in tasks
    ]
    command.recorder.insert("deadline", rows)


def _let_first_lead(command: Command, _rule: RuleRow, tasks: Sequence[_Task]) -> None:
    updates = [
        RowUpdate(row.id, {"role": row.role}, {"role": Role.LEAD}) for task in tasks for row in _first_of_each(task)
    ]
    command.recorder.update("assignment", updates)


def _place(rule: RuleRow, task: _Task, position: int) -> dict[str, object]:
    """A fact of the task as a whole that stands in the clause."""
    return {
        "node_id": task.id,
        "part_id": None,
        "position": position,
        "span_start": rule.span.start,
        "span_end": rule.span.end,
        "rule": APPLIED,
        "doubt": "",
    }


_APPLY: dict[RuleScope, Callable[[Command, RuleRow, Sequence[_Task]], None]] = {
    RuleScope.UNITS_EVERYWHERE: _add_units,
    RuleScope.DATE_EVERYWHERE: _add_date,
    RuleScope.FIRST_IS_LEAD: _let_first_lead,
}
