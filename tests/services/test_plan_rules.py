"""Clauses of the whole plan are applied when asked for, to the tasks they speak for, and undo takes them back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import NotFound, Refused
from desktop_app.domain.plan import Assignment, Kind, Node, Plan, PlanRule, Role, RuleScope, Span
from desktop_app.services import history, integrity, plan_rules, plans, queries
from desktop_app.services.workspace import Workspace
from tests.plan_by_hand import build_full_plan
from tests.services.conftest import Dump

COUNTIES, DATE, FIRST = range(3)


@pytest.fixture
def full(workspace: Workspace, source: Path) -> int:
    return plans.store_plan(workspace, build_full_plan(), source).plan_id


def test_clauses_are_listed_with_the_tasks_they_would_add_to(workspace: Workspace, full: int) -> None:
    rules = plan_rules.list_rules(workspace, full)
    assert [rule.scope for rule in rules] == [
        RuleScope.UNITS_EVERYWHERE,
        RuleScope.DATE_EVERYWHERE,
        RuleScope.FIRST_IS_LEAD,
    ]
    assert rules[COUNTIES].units == ("各县（市、区）人民政府",)
    assert rules[COUNTIES].tasks == (5, 7, 8, 9)
    assert rules[DATE].tasks == (8, 9)
    assert rules[FIRST].tasks == ()
    assert [rule.applied_on for rule in rules] == [None] * 3


def test_units_are_added_where_they_are_not_named(workspace: Workspace, full: int, dump: Callable[[], Dump]) -> None:
    before = dump()
    rule = plan_rules.list_rules(workspace, full)[COUNTIES]
    changes = plan_rules.apply_rule(workspace, rule.id)
    assert changes.tasks == {5, 7, 8, 9}
    assert all("各县（市、区）人民政府" in row.units() for row in queries.tasks(workspace))
    assert queries.task(workspace, 4).units().count("各县（市、区）人民政府") == 1
    after = plan_rules.list_rules(workspace, full)[COUNTIES]
    assert (after.applied_on, after.tasks) == (workspace.today, ())
    assert integrity.verify(workspace) == []
    history.undo(workspace)
    assert dump() == before


def test_a_date_goes_to_the_tasks_that_have_none(workspace: Workspace, full: int) -> None:
    plan_rules.apply_rule(workspace, plan_rules.list_rules(workspace, full)[DATE].id)
    dues = [row.due.date if row.due else None for row in queries.tasks(workspace)]
    assert dues[3:] == [dt.date(2022, 6, 30)] * 2
    assert dues[0] == dt.date(2021, 12, 31)


def test_a_clause_that_adds_nothing_is_refused(workspace: Workspace, full: int) -> None:
    rule = plan_rules.list_rules(workspace, full)[COUNTIES]
    plan_rules.apply_rule(workspace, rule.id)
    with pytest.raises(Refused, match="无需套用"):
        plan_rules.apply_rule(workspace, rule.id)


def test_the_first_of_several_responsible_units_leads(workspace: Workspace, tmp_path: Path) -> None:
    rows = [_task(1, "甲局", "乙局"), _task(2, "丙局"), _task(3, "丁局", "戊局", role=Role.LEAD)]
    rule = PlanRule(RuleScope.FIRST_IS_LEAD, "第一个单位为牵头单位，下同", Span(0, 1))
    plan_id = _store(workspace, tmp_path, rows, rule)
    (listed,) = plan_rules.list_rules(workspace, plan_id)
    assert listed.tasks == (1,)
    plan_rules.apply_rule(workspace, listed.id)
    assert [[(a.name, a.role.value) for a in row.assignments] for row in queries.tasks(workspace)] == [
        [("甲局", "lead"), ("乙局", "responsible")],
        [("丙局", "responsible")],
        [("丁局", "lead"), ("戊局", "lead")],
    ]


@pytest.mark.parametrize(
    ("phrase", "tasks"),
    [("以下任务责任单位均包括各县", (2, 3)), ("以上任务责任单位均包括各县", (1,)), ("各项任务均包括各县", (1, 2, 3))],
)
def test_a_clause_speaks_for_what_stands_below_or_above_it(
    workspace: Workspace, tmp_path: Path, phrase: str, tasks: tuple[int, ...]
) -> None:
    rows = [_task(1), _task(2), _task(3)]
    rule = PlanRule(RuleScope.UNITS_EVERYWHERE, phrase, Span(15, 18), ("各县",))
    plan_id = _store(workspace, tmp_path, rows, rule)
    assert plan_rules.list_rules(workspace, plan_id)[0].tasks == tasks


def test_what_is_not_there_is_said(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="规划"):
        plan_rules.list_rules(workspace, 5)
    with pytest.raises(NotFound, match="条款"):
        plan_rules.apply_rule(workspace, 5)


def _task(number: int, *units: str, role: Role = Role.RESPONSIBLE) -> Node:
    span = Span(number * 10, number * 10 + 9)
    facts = tuple(Assignment(role, unit) for unit in units)
    return Node(f"n{number}", None, f"{number}.", f"任务{number}", Kind.TASK, "做", span, span, facts)


def _store(workspace: Workspace, folder: Path, nodes: list[Node], rule: PlanRule) -> int:
    text = "文" * 60
    plan = Plan("规划.txt", "规划", None, None, None, tuple(nodes), text, text, rules=(rule,))
    (folder / plan.source).write_text(text, encoding="utf-8")
    return plans.store_plan(workspace, plan, folder / plan.source).plan_id
