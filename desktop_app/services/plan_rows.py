"""A plan as rows: what the reader found, in the form the tables want."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from desktop_app.domain.plan import Assignment, Deadline, Node, Part, Plan, Span, Target
from desktop_app.domain.task import Status
from desktop_app.services.commands import Command
from desktop_app.services.units import UnitBook
from desktop_app.storage.evidence_files import KeptFile

Row = dict[str, object]
Fact = Assignment | Deadline | Target


def text_digest(text: str) -> str:
    """The digest that tells whether two files hold the same document."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def write_plan(command: Command, plan: Plan, original: KeptFile, source_path: str) -> int:
    """Write a plan with all its nodes and facts; returns its id."""
    plan_id = command.recorder.insert("plan", [_plan_row(command, plan, original, source_path)])[0]
    nodes = plan.nodes
    ids = dict(zip((node.id for node in nodes), command.recorder.reserve_ids("node", len(nodes)), strict=True))
    depths = _depths(nodes)
    rows = [_node_row(command, plan_id, node, place, ids, depths) for place, node in enumerate(nodes)]
    command.recorder.insert_with_ids("node", rows, list(ids.values()))
    _write_facts(command, nodes, ids)
    return plan_id


def _plan_row(command: Command, plan: Plan, original: KeptFile, source_path: str) -> Row:
    return {
        "title": plan.title,
        "doc_number": plan.doc_number,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on,
        "text": plan.text,
        "original": plan.original,
        "text_digest": text_digest(plan.text),
        "source_name": plan.source,
        "source_digest": original.digest,
        "source_path": source_path,
        "paragraphs": _json([[p.index, *p.span, p.use.value, p.node] for p in plan.paragraphs]),
        "doubts": _json([[doubt.code, doubt.message, doubt.span] for doubt in plan.doubts]),
        "imported_at": command.moment,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _depths(nodes: Iterable[Node]) -> dict[str, int]:
    """How many headings stand above each node; parents come first."""
    depths: dict[str, int] = {}
    for node in nodes:
        depths[node.id] = depths[node.parent] + 1 if node.parent else 0
    return depths


def _node_row(
    command: Command, plan_id: int, node: Node, place: int, ids: dict[str, int], depths: dict[str, int]
) -> Row:
    return {
        "plan_id": plan_id,
        "parent_id": ids[node.parent] if node.parent else None,
        "position": place,
        "depth": depths[node.id],
        "key": node.id,
        "number": node.number,
        "title": node.title,
        "text": node.text,
        "kind": node.kind,
        "span_start": node.span.start,
        "span_end": node.span.end,
        "body_start": node.body.start,
        "body_end": node.body.end,
        **_NEW_STANDING,
        "no_evidence_reason": "",
        "updated_at": command.moment,
    }


_NEW_STANDING: Row = {
    "status": Status.NOT_STARTED,
    "percent": 0,
    "percent_before": None,
    "closed_on": None,
    "close_note": "",
}


def _write_facts(command: Command, nodes: Sequence[Node], ids: dict[str, int]) -> None:
    recorder = command.recorder
    names = [fact.unit for node in nodes for fact in _all_assignments(node)]
    units = UnitBook(command.connection).add(recorder, names)
    parts: list[Row] = []
    facts: dict[str, list[Row]] = {"assignment": [], "deadline": [], "target": []}
    part_ids = iter(recorder.reserve_ids("part", sum(len(node.parts) for node in nodes)))
    used: list[int] = []
    for node in nodes:
        own_parts = [next(part_ids) for _ in node.parts]
        used += own_parts
        parts += [_part_row(ids[node.id], place, node) for place in range(1, len(node.parts) + 1)]
        for table, rows in _fact_rows(node, ids[node.id], own_parts, units).items():
            facts[table] += rows
    recorder.insert_with_ids("part", parts, used)
    for table, rows in facts.items():
        recorder.insert(table, rows)


def _all_assignments(node: Node) -> list[Assignment]:
    return [*node.assignments, *(fact for part in node.parts for fact in part.assignments)]


def _part_row(node_id: int, place: int, node: Node) -> Row:
    part = node.parts[place - 1]
    spans = {"span_start": part.span.start, "span_end": part.span.end}
    return {"node_id": node_id, "position": place, "text": part.text, **spans, **_NEW_STANDING}


def _fact_rows(node: Node, node_id: int, part_ids: Sequence[int], units: dict[str, int]) -> dict[str, list[Row]]:
    """The rows of a node's facts: each fact once, with its part when it stands in one."""
    rows: dict[str, list[Row]] = {"assignment": [], "deadline": [], "target": []}
    owned: list[tuple[int | None, Fact]] = []
    for own_id, part in zip(part_ids, node.parts, strict=True):
        owned += [(own_id, fact) for fact in _facts(part)]
    in_parts = {_identity(fact) for _, fact in owned}
    whole = _facts(node)
    order = {_identity(fact): place for place, fact in reversed(list(enumerate(whole)))}
    owned += [(None, fact) for fact in whole if _identity(fact) not in in_parts]
    for part_id, fact in owned:
        place = {"node_id": node_id, "part_id": part_id, "position": order.get(_identity(fact), len(whole))}
        table, row = _fact_row(fact, units)
        rows[table].append(place | row | _span(fact.span) | {"rule": fact.rule})
    return rows


def _facts(of: Node | Part) -> list[Fact]:
    return [*of.assignments, *of.deadlines, *of.targets]


def _identity(fact: Fact) -> Hashable:
    """What makes two facts of a node the same one."""
    if isinstance(fact, Assignment):
        return (fact.role, fact.unit)
    if isinstance(fact, Deadline):
        return (fact.date, fact.kind)
    return (fact.phrase, fact.op, fact.value, fact.unit)


def _fact_row(fact: Fact, units: dict[str, int]) -> tuple[str, Row]:
    if isinstance(fact, Assignment):
        return "assignment", {"unit_id": units[fact.unit], "role": fact.role, "printed": fact.unit}
    if isinstance(fact, Deadline):
        dates: Row = {"date": fact.date, "first_date": fact.date}
        return "deadline", dates | {"kind": fact.kind, "phrase": fact.phrase}
    number: Row = {"phrase": fact.phrase, "op": fact.op, "value": fact.value, "unit": fact.unit}
    return "target", number | {"by_date": fact.by}


def _span(span: Span | None) -> Row:
    return {"span_start": span.start if span else None, "span_end": span.end if span else None}
