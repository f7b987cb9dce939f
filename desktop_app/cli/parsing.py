"""`parse`: what is read from a file, with nothing stored."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from desktop_app.cli.answer import Answer
from desktop_app.cli.table import cut
from desktop_app.domain.plan import Kind, Node, Plan
from desktop_app.ingest import read_plan
from desktop_app.ingest.as_json import plan_to_json

_WIDE = 96


def parse(arguments: Namespace) -> Answer:
    """Read the file and show its outline."""
    plan = read_plan(arguments.file)
    return Answer(lambda: plan_to_json(plan), lambda: _lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    yield plan.title
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
