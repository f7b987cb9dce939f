"""A plan as one JSON value, in the form of the gold annotations plus parts, rules, doubts, coverage and warnings.

Every fact names the rule that found it and its place: `span` is [start, end) in the plan's repaired text.
"""

from __future__ import annotations

from typing import Any

from desktop_app.domain.plan import Assignment, Deadline, Doubt, Node, Part, Plan, PlanRule, Recurrence, Span, Target


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Plain values only: dates as YYYY-MM-DD, roles and kinds by their names."""
    return {
        "source": plan.source,
        "title": plan.title,
        "doc_number": plan.doc_number,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "nodes": [_node(node) for node in plan.nodes],
        "rules": [_rule(rule) for rule in plan.rules],
        "coverage": {use.value: count for use, count in plan.coverage().items()},
        "warnings": [doubt.message for doubt in plan.doubts],
        "doubts": [_doubt(doubt) for doubt in plan.doubts],
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "parent": node.parent,
        "number": node.number,
        "title": node.title,
        "kind": node.kind.value,
        "text": node.text,
        "span": _span(node.span),
        **_facts(node),
        "parts": [{"text": part.text, "span": _span(part.span), **_facts(part)} for part in node.parts],
    }


def _facts(owner: Node | Part) -> dict[str, Any]:
    return {
        "assignments": [_assignment(fact) for fact in owner.assignments],
        "deadlines": [_deadline(fact) for fact in owner.deadlines],
        "targets": [_target(fact) for fact in owner.targets],
        "recurrences": [_recurrence(fact) for fact in owner.recurrences],
    }


def _assignment(fact: Assignment) -> dict[str, Any]:
    return {"role": fact.role.value, "unit": fact.unit, **_found(fact)}


def _deadline(fact: Deadline) -> dict[str, Any]:
    return {"date": fact.date.isoformat(), "kind": fact.kind.value, "phrase": fact.phrase, **_found(fact)}


def _target(fact: Target) -> dict[str, Any]:
    by = fact.by.isoformat() if fact.by else None
    return {
        "phrase": fact.phrase,
        "op": fact.op,
        "value": _plain(fact.value),
        "unit": fact.unit,
        "by": by,
        "baseline": None if fact.baseline is None else _plain(fact.baseline),
        **_found(fact),
    }


def _recurrence(fact: Recurrence) -> dict[str, Any]:
    return {"rhythm": fact.rhythm.value, "phrase": fact.phrase, "rule": fact.rule, "span": _span(fact.span)}


def _rule(rule: PlanRule) -> dict[str, Any]:
    return {
        "scope": rule.scope.value,
        "phrase": rule.phrase,
        "units": list(rule.units),
        "role": rule.role.value,
        "date": rule.date.isoformat() if rule.date else None,
        "rule": rule.rule,
        "span": _span(rule.span),
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {"code": doubt.code, "message": doubt.message, "span": _span(doubt.span)}


def _found(fact: Assignment | Deadline | Target) -> dict[str, Any]:
    return {"rule": fact.rule, "span": _span(fact.span), "doubt": fact.doubt}


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _plain(value: float) -> float:
    """90.0 as 90: a whole number prints without a point."""
    return int(value) if float(value).is_integer() else value
