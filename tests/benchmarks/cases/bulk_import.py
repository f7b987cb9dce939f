"""Storing a parsed plan with its history, against inserting the same rows by SQLAlchemy core."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop_app.domain.plan import Plan
from tests.benchmarks.data import TODAY, make_plan

_META = sa.MetaData()
_NODE = sa.Table(
    "node",
    _META,
    sa.Column("id", sa.Integer, primary_key=True),
    *(sa.Column(name, sa.Text) for name in ("number", "title", "kind", "text", "parent")),
    *(sa.Column(name, sa.Integer) for name in ("position", "start", "stop")),
)
_ASSIGNMENT = sa.Table(
    "assignment", _META, sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("node", sa.Integer, index=True), sa.Column("role", sa.Text), sa.Column("unit", sa.Text),
)  # fmt: skip
_DEADLINE = sa.Table(
    "deadline", _META, sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("node", sa.Integer, index=True), sa.Column("date", sa.Text), sa.Column("phrase", sa.Text),
)  # fmt: skip


def prepare(folder: Path, size: int, side: str) -> tuple[Any, Plan]:
    """An empty store and a parsed plan."""
    plan = make_plan(size)
    if side == "ours":
        import desktop_app.services.plans  # noqa: F401
        from desktop_app.services.workspace import open_workspace

        return open_workspace(folder / "workspace", today=TODAY), plan
    engine = sa.create_engine(f"sqlite:///{folder / 'floor.sqlite3'}")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    _META.create_all(engine)
    return engine, plan


def floor(prepared: tuple[sa.Engine, Plan]) -> None:
    """One executemany a table, one commit."""
    engine, plan = prepared
    nodes = [
        {"number": n.number, "title": n.title, "kind": n.kind.value, "text": n.text, "parent": n.parent,
         "position": i, "start": n.span.start, "stop": n.span.end}
        for i, n in enumerate(plan.nodes)
    ]  # fmt: skip
    units = [{"node": i, "role": a.role.value, "unit": a.unit} for i, n in enumerate(plan.nodes) for a in n.assignments]
    dates = [
        {"node": i, "date": d.date.isoformat(), "phrase": d.phrase}
        for i, n in enumerate(plan.nodes)
        for d in n.deadlines
    ]
    with engine.begin() as connection:
        connection.execute(_NODE.insert(), nodes)
        connection.execute(_ASSIGNMENT.insert(), units)
        connection.execute(_DEADLINE.insert(), dates)


def ours(prepared: tuple[Any, Plan]) -> None:
    """One command: rows, units, history entry and chain."""
    from desktop_app.services import plans

    workspace, plan = prepared
    source = workspace.folder.parent / "plan.txt"
    source.write_text("规划", encoding="utf-8")
    plans.store_plan(workspace, plan, source)
