"""`parse`: what is read from a file, with nothing stored."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from desktop_app.cli.answer import Answer
from desktop_app.cli.reading import Read, column_lines, columns_json, corrected, read
from desktop_app.cli.table import cut
from desktop_app.domain.plan import Kind, Node
from desktop_app.ingest.as_json import plan_to_json

_WIDE = 96


def parse(arguments: Namespace) -> Answer:
    """Read the file and show its outline."""
    found = corrected(read(arguments.file, arguments), arguments.corrections)
    return Answer(lambda: _json(found), lambda: _lines(found))


def _json(found: Read) -> dict[str, Any]:
    said = plan_to_json(found.plan)
    return {**said, "sheets": columns_json(found)} if found.sheets else said


def _lines(found: Read) -> Iterator[str]:
    plan = found.plan
    yield plan.title
    yield from column_lines(found)
    issued = plan.issued_on.isoformat() if plan.issued_on else None
    yield "  ".join(filter(None, [plan.doc_number, plan.issuer, issued]))
    yield ""
    depths: dict[str, int] = {}
    for node in plan.nodes:
        depths[node.id] = depths[node.parent] + 1 if node.parent else 0
        yield cut(f"{'  ' * depths[node.id]}{_node(node)}", _WIDE)
    yield ""
    counted = "，".join(f"{use.label} {count} 段" for use, count in plan.coverage().items())
    yield f"任务 {len(plan.tasks)} 项；{counted}"
    for doubt in plan.doubts:
        yield f"存疑：{doubt.message}"


def _node(node: Node) -> str:
    name = f"{node.number}{node.title or node.text}"
    if node.kind is not Kind.TASK:
        return name
    units = "、".join(each.unit for each in node.assignments)
    dates = "、".join(each.date.isoformat() for each in node.deadlines)
    return "  ".join(filter(None, [f"□ {cut(name, 48)}", units and f"［{units}］", dates]))


COMMANDS = {"parse": parse}
