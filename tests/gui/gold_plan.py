"""A `Plan` made from a gold annotation, for dialogs that show what was read: no reader is needed for it."""

import datetime as dt
import json
from pathlib import Path

from desktop_app.domain.plan import (
    Assignment,
    Deadline,
    DeadlineKind,
    Doubt,
    Kind,
    Node,
    Paragraph,
    ParagraphUse,
    Plan,
    Role,
    Span,
    Target,
)

GOLD = Path(__file__).parents[1] / "data" / "gold"


def gold_plan(name: str = "002") -> Plan:
    """The plan of `NAME.gold.json`, its text put together from the nodes, one paragraph a node."""
    gold = json.loads((GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))
    text = gold["title"] + "\n"
    nodes, paragraphs = [], [Paragraph(0, Span(0, len(text)), ParagraphUse.HEADING)]
    for number, entry in enumerate(gold["nodes"], 1):
        start = len(text)
        head = f"{entry['number']}{entry['title']}"
        note = "".join(f"〔{a['unit']}〕" for a in entry["assignments"])
        note += "".join(f"〔{d['phrase']}〕" for d in entry["deadlines"])
        text += f"{head}。{entry['text']}{note}\n"
        body = Span(start + len(head) + 1, len(text) - 1)
        nodes.append(_node(entry, text, Span(start, len(text) - 1), body))
        use = {"task": ParagraphUse.TASK, "context": ParagraphUse.BACKGROUND}.get(entry["kind"], ParagraphUse.HEADING)
        paragraphs.append(Paragraph(number, Span(start, len(text)), use, entry["id"]))
    paragraphs.append(Paragraph(len(paragraphs), Span(len(text), len(text)), ParagraphUse.UNRECOGNISED))
    doubts = (
        Doubt("year", "“3月底前”“5月底前”未写年份，按文件年份2021年记", nodes[20].body),
        Doubt("unit", "新单位：供水总公司、供电局", nodes[24].body),
    )
    issued = dt.date.fromisoformat(gold["issued_on"]) if gold["issued_on"] else None
    return Plan(
        gold["source"], gold["title"], gold["doc_number"], gold["issuer"], issued, tuple(nodes), text, text,
        tuple(paragraphs), doubts,
    )  # fmt: skip


def _node(entry, text: str, span: Span, body: Span) -> Node:
    def find(phrase: str) -> Span | None:
        at = text.find(phrase, body.start)
        return Span(at, at + len(phrase)) if at >= 0 else None

    return Node(
        id=entry["id"],
        parent=entry["parent"],
        number=entry["number"],
        title=entry["title"],
        kind=Kind(entry["kind"]),
        text=entry["text"],
        span=span,
        body=body,
        assignments=tuple(Assignment(Role(a["role"]), a["unit"], find(a["unit"])) for a in entry["assignments"]),
        deadlines=tuple(
            Deadline(dt.date.fromisoformat(d["date"]), DeadlineKind(d["kind"]), d["phrase"], find(d["phrase"]))
            for d in entry["deadlines"]
        ),
        targets=tuple(
            Target(t["phrase"], t["op"], t["value"], t["unit"], None, find(t["phrase"])) for t in entry["targets"]
        ),
    )
