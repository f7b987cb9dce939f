"""A plan as rows: what the reader found, in the form the tables want."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

from desktop_app.domain.plan import Assignment, Deadline, Node, Part, Plan, PlanRule, Recurrence, Target
from desktop_app.domain.task import Status
from desktop_app.services.commands import Command
from desktop_app.services.units import UnitBook
from desktop_app.storage.evidence_files import KeptFile
from desktop_app.storage.recorder import to_raw

Values = list[object]
Fact = Assignment | Deadline | Target | Recurrence

_NODE = (
    "plan_id",
    "parent_id",
    "position",
    "depth",
    "key",
    "number",
    "title",
    "text",
    "kind",
    "span_start",
    "span_end",
    "body_start",
    "body_end",
    "no_evidence_reason",
    "updated_at",
)
_PART = ("node_id", "position", "text", "span_start", "span_end")
_STANDING = ("status", "percent", "percent_before", "closed_on", "close_note")
_NEW_STANDING = (Status.NOT_STARTED.value, 0, None, None, "")
_PLACE = ("node_id", "part_id", "position", "span_start", "span_end", "rule")
_FACTS = {
    "assignment": ("unit_id", "role", "printed", "doubt"),
    "deadline": ("date", "first_date", "kind", "phrase", "doubt"),
    "target": ("phrase", "op", "value", "unit", "by_date", "baseline", "doubt"),
    "recurrence": ("rhythm", "phrase"),
}
FACT_COLUMNS = {table: _PLACE + columns for table, columns in _FACTS.items()}


def text_digest(text: str) -> str:
    """The digest that tells whether two files hold the same document."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def write_plan(command: Command, plan: Plan, original: KeptFile, source_path: str) -> int:
    """Write a plan with all its nodes and facts; returns its id."""
    plan_id = command.recorder.insert("plan", [_plan_row(command, plan, original, source_path)])[0]
    nodes = plan.nodes
    ids = dict(zip((node.id for node in nodes), command.recorder.reserve_ids("node", len(nodes)), strict=True))
    depths = _depths(nodes)
    # Once for all rows: formatting a moment is the slow part of writing a row.
    stamp = to_raw(command.moment)
    rows = [_node_values(plan_id, node, place, ids, depths, stamp) for place, node in enumerate(nodes)]
    command.recorder.insert_many("node", _NODE + _STANDING, rows, list(ids.values()))
    _write_facts(command, nodes, ids)
    command.recorder.insert("plan_rule", [rule_row(plan_id, place, rule) for place, rule in enumerate(plan.rules)])
    return plan_id


def rule_row(plan_id: int, place: int, rule: PlanRule) -> dict[str, object]:
    """A clause of the whole plan, not applied yet."""
    return {
        "plan_id": plan_id,
        "position": place,
        "scope": rule.scope,
        "phrase": rule.phrase,
        "span_start": rule.span.start,
        "span_end": rule.span.end,
        "units": _json(rule.units),
        "role": rule.role,
        "date": rule.date,
        "rule": rule.rule,
        "applied_on": None,
    }


def _plan_row(command: Command, plan: Plan, original: KeptFile, source_path: str) -> dict[str, object]:
    return {**plan_words(plan, original, source_path), "imported_at": command.moment}


def plan_words(plan: Plan, original: KeptFile, source_path: str) -> dict[str, object]:
    """What a plan says and where it is kept: all columns but the time it came."""
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
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _depths(nodes: Iterable[Node]) -> dict[str, int]:
    """How many headings stand above each node; parents come first."""
    depths: dict[str, int] = {}
    for node in nodes:
        depths[node.id] = depths[node.parent] + 1 if node.parent else 0
    return depths


def _node_values(
    plan_id: int, node: Node, place: int, ids: dict[str, int], depths: dict[str, int], stamp: object
) -> Values:
    parent = ids[node.parent] if node.parent else None
    words = (node.id, node.number, node.title, node.text, node.kind.value)
    return [plan_id, parent, place, depths[node.id], *words, *node.span, *node.body, "", stamp, *_NEW_STANDING]


def _write_facts(command: Command, nodes: Sequence[Node], ids: dict[str, int]) -> None:
    recorder = command.recorder
    units = UnitBook(command.connection).add(recorder, units_in(nodes))
    with_parts = [node for node in nodes if node.parts]
    parts = [
        [ids[node.id], place, part.text, *part.span, *_NEW_STANDING]
        for node in with_parts
        for place, part in enumerate(node.parts, 1)
    ]
    part_ids = recorder.reserve_ids("part", len(parts))
    recorder.insert_many("part", _PART + _STANDING, parts, part_ids)
    facts: dict[str, list[Values]] = {table: [] for table in _FACTS}
    given = iter(part_ids)
    for node in nodes:
        for table, values in fact_values(node, ids[node.id], [next(given) for _ in node.parts], units):
            facts[table].append(values)
    for table, rows in facts.items():
        recorder.insert_many(table, FACT_COLUMNS[table], rows, recorder.reserve_ids(table, len(rows)))


def fact_values(
    node: Node, node_id: int, part_ids: Sequence[int], units: dict[str, int]
) -> Iterator[tuple[str, Values]]:
    """The facts of a node, each once: its table, and its values for the columns in `FACT_COLUMNS`."""
    for part_id, place, fact in _placed(node, part_ids):
        table, values = _fact_values(fact, units)
        yield table, [node_id, part_id, place, *(fact.span or (None, None)), fact.rule, *values]


def units_in(nodes: Iterable[Node]) -> list[str]:
    """The printed names of all units that the nodes and their parts name."""
    return [fact.unit for node in nodes for fact in _all_assignments(node)]


def _all_assignments(node: Node) -> list[Assignment]:
    return [*node.assignments, *(fact for part in node.parts for fact in part.assignments)]


def _placed(node: Node, part_ids: Sequence[int]) -> Iterable[tuple[int | None, int, Fact]]:
    """The facts of a node, each once: with its part when it stands in one, and with its place in printed order."""
    whole = _facts(node)
    if not part_ids:
        return [(None, place, fact) for place, fact in enumerate(whole)]
    owned = [(own, fact) for own, part in zip(part_ids, node.parts, strict=True) for fact in _facts(part)]
    in_parts = {_identity(fact) for _, fact in owned}
    order = {_identity(fact): place for place, fact in reversed(list(enumerate(whole)))}
    loose = [(None, fact) for fact in whole if _identity(fact) not in in_parts]
    return [(own, order.get(_identity(fact), len(whole)), fact) for own, fact in (*owned, *loose)]


def _facts(of: Node | Part) -> list[Fact]:
    return [*of.assignments, *of.deadlines, *of.targets, *of.recurrences]


def _identity(fact: Fact) -> Hashable:
    """What makes two facts of a node the same one."""
    if isinstance(fact, Assignment):
        return (fact.role, fact.unit)
    if isinstance(fact, Deadline):
        return (fact.date, fact.kind)
    if isinstance(fact, Recurrence):
        return (fact.rhythm, fact.phrase)
    return (fact.phrase, fact.op, fact.value, fact.unit)


def _fact_values(fact: Fact, units: dict[str, int]) -> tuple[str, Values]:
    """The table of a fact and its values for the columns in `_FACTS`."""
    if isinstance(fact, Assignment):
        return "assignment", [units[fact.unit], fact.role.value, fact.unit, fact.doubt]
    if isinstance(fact, Deadline):
        return "deadline", [fact.date, fact.date, fact.kind.value, fact.phrase, fact.doubt]
    if isinstance(fact, Recurrence):
        return "recurrence", [fact.rhythm.value, fact.phrase]
    return "target", [fact.phrase, fact.op, fact.value, fact.unit, fact.by, fact.baseline, fact.doubt]
