"""Remembered choices of a workspace, such as how the columns of a spreadsheet were mapped. No part of the history."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading, writing
from desktop_app.storage.models import Setting


def get(workspace: Workspace, key: str, default: str = "") -> str:
    """The value kept under `key`; `default` when there is none."""
    with reading(workspace.engine) as connection:
        value = connection.scalar(select(Setting.value).where(Setting.key == key))
    return default if value is None else value


def put(workspace: Workspace, key: str, value: str) -> None:
    """Keep a value under `key`, in place of the one before; an empty one is forgotten."""
    with writing(workspace.engine) as connection:
        if value:
            statement = insert(Setting).values(key=key, value=value)
            connection.execute(statement.on_conflict_do_update(index_elements=[Setting.key], set_={"value": value}))
        else:
            connection.execute(delete(Setting).where(Setting.key == key))
