"""The plan built by hand with the ranges a reader gives: bodies on lines of their own, and facts where they stand."""

from dataclasses import replace

from desktop_app.domain.plan import Assignment, Node, Plan, Span
from tests.plan_by_hand import build_plan


def whole_plan() -> Plan:
    plan = build_plan()
    heads = {"n1": (1, 2), "n9": (10, 11)}
    nodes = []
    for node in plan.nodes:
        if node.id in heads:
            first, last = (plan.paragraphs[index].span for index in heads[node.id])
            node = replace(node, span=Span(first.start, last.end), body=last)
        parts = tuple(replace(part, assignments=_placed(plan, part.assignments, part.span)) for part in node.parts)
        assignments = tuple(fact for part in parts for fact in part.assignments)
        nodes.append(replace(node, parts=parts, assignments=assignments or _placed(plan, node.assignments, node.span)))
    return replace(plan, nodes=tuple[Node, ...](nodes))


def _placed(plan: Plan, facts: tuple[Assignment, ...], within: Span) -> tuple[Assignment, ...]:
    starts = [plan.text.index(fact.unit, within.start) for fact in facts]
    return tuple(
        replace(fact, span=Span(start, start + len(fact.unit))) for fact, start in zip(facts, starts, strict=True)
    )
