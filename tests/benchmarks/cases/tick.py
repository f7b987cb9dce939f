"""One tick after another, each its own commit with synchronous=FULL, against the same two writes in SQLAlchemy core."""

from __future__ import annotations

import datetime as dt
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from tests.benchmarks.data import TODAY, make_plan

TASKS = 10_000

_META = sa.MetaData()
_TASK = sa.Table(
    "task",
    _META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("title", sa.Text),
    sa.Column("text", sa.Text),
    sa.Column("status", sa.Text),
    sa.Column("percent", sa.Integer),
    sa.Column("closed_on", sa.Text),
)
_LOG = sa.Table(
    "log",
    _META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text),
    sa.Column("label", sa.Text),
    sa.Column("changes", sa.Text),
)


def prepare(folder: Path, size: int, side: str) -> tuple[Any, int]:
    """A store of 10,000 open tasks, and how many of them to tick."""
    return (_floor_store(folder), size) if side == "floor" else (_our_store(folder), size)


def _floor_store(folder: Path) -> sa.Engine:
    engine = sa.create_engine(f"sqlite:///{folder / 'floor.sqlite3'}")

    @sa.event.listens_for(engine, "connect")
    def _full(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    _META.create_all(engine)
    rows = [
        {"title": node.title, "text": node.text, "status": "in_progress", "percent": 0}
        for node in make_plan(TASKS).tasks
    ]
    with engine.begin() as connection:
        connection.execute(_TASK.insert(), rows)
    return engine


def _our_store(folder: Path) -> tuple[Any, list[int]]:
    from desktop_app.services import plans, queries
    from desktop_app.services.workspace import open_workspace

    workspace = open_workspace(folder / "workspace", today=TODAY)
    source = folder / "plan.txt"
    source.write_text("规划", encoding="utf-8")
    plans.store_plan(workspace, make_plan(TASKS), source)
    return workspace, [row.id for row in queries.tasks(workspace)]


def _median_of(work: Callable[[int], None], ids: list[int]) -> float:
    work(ids[0])
    times = []
    for task in ids[1:]:
        began = time.perf_counter()
        work(task)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def floor(prepared: tuple[sa.Engine, int]) -> float:
    """UPDATE, INSERT of a log row, COMMIT: the median of many, in seconds."""
    engine, ticks = prepared

    def tick(task: int) -> None:
        with engine.begin() as connection:
            connection.execute(
                _TASK.update().where(_TASK.c.id == task).values(status="closed", percent=100, closed_on="2021-10-18")
            )
            changes = json.dumps([["task", task, "in_progress", "closed"]])
            connection.execute(
                _LOG.insert().values(at=dt.datetime.now(dt.UTC).isoformat(), label="销号", changes=changes)
            )

    return _median_of(tick, list(range(1, ticks + 2)))


def ours(prepared: tuple[tuple[Any, list[int]], int]) -> float:
    """The tick command with its history entry, chain and inverse: the median of many, in seconds."""
    from desktop_app.domain.refs import TaskRef
    from desktop_app.services import tasks

    (workspace, ids), ticks = prepared
    return _median_of(lambda task: void(tasks.tick(workspace, [TaskRef(task)])), ids[: ticks + 1])


def void(_: object) -> None:
    """Drop a result."""
