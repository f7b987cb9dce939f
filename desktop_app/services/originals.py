"""The documents that plans came from: their text as read, and the file as it arrived."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from desktop_app.domain.errors import NotFound
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import GoneNode, Node, Plan, Revision


def text_of(workspace: Workspace, plan_id: int) -> str:
    """The repaired text of a plan: what every span of its tasks points into.

    Raises:
        NotFound: no such plan.
    """
    with reading(workspace.engine) as connection:
        text = connection.scalar(select(Plan.text).where(Plan.id == plan_id))
    if text is None:
        raise NotFound(f"没有编号为{plan_id}的规划")
    return text


def file_of(workspace: Workspace, plan_id: int) -> Path | None:
    """The original file kept in the workspace; None when it is gone."""
    with reading(workspace.engine) as connection:
        kept = connection.scalar(select(Plan.source_path).where(Plan.id == plan_id))
    path = workspace.folder / kept if kept else None
    return path if path is not None and path.is_file() else None


def text_of_task(workspace: Workspace, task_id: int) -> str:
    """The text that the spans of a task point into: that of the version that had it last.

    Raises:
        NotFound: no such task.
    """
    wanted = (
        select(func.coalesce(Revision.text, Plan.text))
        .select_from(Node)
        .join(Plan, Plan.id == Node.plan_id)
        .outerjoin(GoneNode, GoneNode.node_id == Node.id)
        .outerjoin(Revision, Revision.id == GoneNode.revision_id)
        .where(Node.id == task_id)
    )
    with reading(workspace.engine) as connection:
        text = connection.scalar(wanted)
    if text is None:
        raise NotFound(f"没有编号为{task_id}的任务")
    return str(text)
