"""A plan as one JSON value, in the form of the gold annotations plus parts, coverage and warnings."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.plan import Assignment, Deadline, Node, Part, Plan, Target


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Plain values only: dates as YYYY-MM-DD, roles and kinds by their names."""
    return {
        "source": plan.source,
        "title": plan.title,
        "doc_number": plan.doc_number,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "nodes": [_node(node) for node in plan.nodes],
        "coverage": {use.value: count for use, count in plan.coverage().items()},
        "warnings": [doubt.message for doubt in plan.doubts],
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "parent": node.parent,
        "number": node.number,
        "title": node.title,
        "kind": node.kind.value,
        "text": node.text,
        **_facts(node),
        "parts": [{"text": part.text, **_facts(part)} for part in node.parts],
    }


def _facts(owner: Node | Part) -> dict[str, Any]:
    return {
        "assignments": [_assignment(fact) for fact in owner.assignments],
        "deadlines": [_deadline(fact) for fact in owner.deadlines],
        "targets": [_target(fact) for fact in owner.targets],
    }


def _assignment(fact: Assignment) -> dict[str, Any]:
    return {"role": fact.role.value, "unit": fact.unit}


def _deadline(fact: Deadline) -> dict[str, Any]:
    return {"date": fact.date.isoformat(), "kind": fact.kind.value, "phrase": fact.phrase}


def _target(fact: Target) -> dict[str, Any]:
    value = int(fact.value) if float(fact.value).is_integer() else fact.value
    by = fact.by.isoformat() if fact.by else None
    return {"phrase": fact.phrase, "op": fact.op, "value": value, "unit": fact.unit, "by": by}
