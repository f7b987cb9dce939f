"""The stored outline of a plan as the comparison wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.domain.errors import NotFound
from desktop_app.domain.plan import Kind, Span
from desktop_app.domain.revision import without_number
from desktop_app.domain.standing import Standing
from desktop_app.domain.task import Status
from desktop_app.storage.models import GoneNode, Node, Plan, Revision


@dataclass(frozen=True, slots=True)
class StoredNode:
    """A node as stored; `printed` is its wording without the number, `gone` the row that marks it as left out."""

    id: int
    parent: int | None
    position: int
    depth: int
    key: str
    number: str
    title: str
    text: str
    kind: Kind
    span: Span
    body: Span
    standing: Standing
    updated_at: dt.datetime
    printed: str
    gone: int | None = None


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """The plan's own row, its nodes in order, and the earlier texts that nodes left out since then point into."""

    row: Any
    nodes: tuple[StoredNode, ...]
    texts: dict[int, str]

    @property
    def id(self) -> int:
        """The plan's id."""
        return int(self.row.id)

    def text_of(self, node_id: int) -> str:
        """The text that the spans of a node point into."""
        return self.texts.get(node_id, str(self.row.text))


def read_stored(connection: Connection, plan_id: int) -> StoredPlan:
    """Read a plan with its outline.

    Raises:
        NotFound: no such plan.
    """
    plan = connection.execute(select(Plan.__table__).where(Plan.id == plan_id)).one_or_none()
    if plan is None:
        raise NotFound(f"没有编号为{plan_id}的规划。用 plans 命令核对编号")
    wanted = select(GoneNode.node_id, GoneNode.id, GoneNode.revision_id).join(Node, Node.id == GoneNode.node_id)
    gone = {row[0]: (row[1], row[2]) for row in connection.execute(wanted.where(Node.plan_id == plan_id))}
    versions = {row[0]: row[1] for row in connection.execute(_old_texts(plan_id))} if gone else {}
    texts = {node: versions[revision] for node, (_, revision) in gone.items()}
    rows = connection.execute(select(Node.__table__).where(Node.plan_id == plan_id).order_by(Node.position))
    nodes = [_node(row, texts.get(row.id, plan.text), gone.get(row.id, (None,))[0]) for row in rows]
    return StoredPlan(plan, tuple(nodes), texts)


def _old_texts(plan_id: int) -> Any:
    return select(Revision.id, Revision.text).where(Revision.plan_id == plan_id)


def _node(row: Any, text: str, gone: int | None) -> StoredNode:
    status = Status(row.status)
    return StoredNode(
        id=row.id,
        parent=row.parent_id,
        position=row.position,
        depth=row.depth,
        key=row.key,
        number=row.number,
        title=row.title,
        text=row.text,
        kind=Kind(row.kind),
        span=Span(row.span_start, row.span_end),
        body=Span(row.body_start, row.body_end),
        standing=Standing(status, row.percent, row.percent_before, row.closed_on, row.close_note),
        updated_at=row.updated_at,
        printed=without_number(text[row.span_start : row.span_end], row.number),
        gone=gone,
    )


def by_id(nodes: Sequence[StoredNode]) -> dict[int, StoredNode]:
    """The nodes by their ids."""
    return {node.id: node for node in nodes}
