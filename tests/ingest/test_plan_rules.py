"""Clauses that speak for the whole plan are kept with it and copied to no task."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.plan import Plan, RuleScope

Read = Callable[[str], Plan]
HEAD = "云山县2024年工作方案\n一、总体要求\n"
TASKS = "二、任务\n1.建云。统一建设政务云。（县数据局负责）\n2.建网。改造政务网。"


def test_a_date_for_all_tasks_is_a_rule_and_no_deadline(read: Read) -> None:
    plan = read(f"{HEAD}坚持统筹推进。以上各项任务均须于2024年10月底前完成。\n{TASKS}")
    assert [(rule.scope, str(rule.date)) for rule in plan.rules] == [(RuleScope.DATE_EVERYWHERE, "2024-10-31")]
    assert all(node.deadlines == () for node in plan.nodes)
    assert plan.text[slice(*plan.rules[0].span)] == plan.rules[0].phrase


def test_units_for_all_tasks_are_a_rule_and_no_assignment(read: Read) -> None:
    plan = read(f"{HEAD}坚持统筹推进。各项任务责任单位均包括各乡镇人民政府、县经开区管委会，不再逐一列出。\n{TASKS}")
    assert [(rule.scope, rule.units) for rule in plan.rules] == [
        (RuleScope.UNITS_EVERYWHERE, ("各乡镇人民政府", "县经开区管委会"))
    ]
    assert [fact.unit for node in plan.nodes for fact in node.assignments] == ["县数据局"]


def test_the_first_unit_leads_is_applied_and_kept(read: Read) -> None:
    plan = read(
        "云山县方案\n一、任务\n1.建云。统一建设政务云。（县数据局、县财政局。第一个单位为牵头单位，下同）\n2.建网。改造政务网。（县发改局、县财政局）"
    )
    assert [rule.scope for rule in plan.rules] == [RuleScope.FIRST_IS_LEAD]
    assert [fact.role.value for node in plan.nodes for fact in node.assignments] == [
        "lead",
        "support",
        "lead",
        "support",
    ]


def test_work_named_inside_one_task_is_no_rule(read: Read) -> None:
    plan = read(
        "云山县2024年方案\n一、任务\n1.建云。迁移系统，关停机房，以上工作均须于6月底前完成。\n2.建网。改造政务网。"
    )
    assert plan.rules == ()
    assert [fact.date.month for fact in plan.nodes[1].deadlines] == [6]
