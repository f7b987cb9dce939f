"""The documents that tasks came from: their text as read, and the file as it arrived.

A task that a newer version left out points into the version that had it last.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from desktop_app.domain.errors import NotFound
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import GoneNode, Node, Plan, Revision


def text_of_task(workspace: Workspace, task_id: int) -> str:
    """The repaired text that every span of a task points into.

    Raises:
        NotFound: no such task.
    """
    text = _of_version(workspace, task_id, Revision.text, Plan.text)
    if text is None:
        raise NotFound(f"没有编号为{task_id}的任务")
    return str(text)


def file_of_task(workspace: Workspace, task_id: int) -> Path | None:
    """The original file kept in the workspace; None when it is gone."""
    kept = _of_version(workspace, task_id, Revision.source_path, Plan.source_path)
    path = workspace.folder / str(kept) if kept else None
    return path if path is not None and path.is_file() else None


def _of_version(
    workspace: Workspace, task_id: int, former: InstrumentedAttribute[str], present: InstrumentedAttribute[str]
) -> Any:
    wanted = (
        select(func.coalesce(former, present))
        .select_from(Node)
        .join(Plan, Plan.id == Node.plan_id)
        .outerjoin(GoneNode, GoneNode.node_id == Node.id)
        .outerjoin(Revision, Revision.id == GoneNode.revision_id)
        .where(Node.id == task_id)
    )
    with reading(workspace.engine) as connection:
        return connection.scalar(wanted)
