"""A workspace that holds the plan built by hand, and short names for its tasks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.domain.plan import Plan
from desktop_app.domain.refs import TaskRef
from desktop_app.services import plans, queries
from desktop_app.services.workspace import LEDGER, Workspace
from desktop_app.storage.models import RECORDED

Dump = dict[str, list[tuple[object, ...]]]


class Ledger(SimpleNamespace):
    """The stored plan's tasks by name; `platform` has two parts, `publicity` no date."""

    across: TaskRef
    hotline: TaskRef
    platform: TaskRef
    publicity: TaskRef
    budget: TaskRef


@pytest.fixture
def ledger(workspace: Workspace, plan: Plan, source: Path) -> Ledger:
    plans.store_plan(workspace, plan, source)
    refs = [TaskRef(row.id) for row in queries.tasks(workspace)]
    return Ledger(**dict(zip(("across", "hotline", "platform", "publicity", "budget"), refs, strict=True)))


@pytest.fixture
def dump(workspace: Workspace) -> Callable[[], Dump]:
    """All rows of the ledger, the history left out."""

    def read() -> Dump:
        with closing(sqlite3.connect(workspace.folder / LEDGER)) as connection:
            return {table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in RECORDED}

    return read


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "现场照片.jpg"
    path.write_bytes(b"\xff\xd8\xff a photo")
    return path
