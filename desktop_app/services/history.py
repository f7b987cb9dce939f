"""Undo, redo and the list of what was done. Undoing is itself a command: nothing is ever erased from the history."""

from __future__ import annotations

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import Refused
from desktop_app.domain.ledger import HistoryRow
from desktop_app.services.commands import Command, execute
from desktop_app.services.workspace import Workspace
from desktop_app.storage import journal
from desktop_app.storage.database import reading
from desktop_app.storage.models import History, HistorySubject


def undo(workspace: Workspace) -> Changes:
    """Take the newest standing command back.

    Raises:
        Refused: nothing was done since the last import.
    """
    with execute(workspace, journal.UNDO) as command:
        step = journal.next_undo(command.connection)
        if step is None:
            raise Refused("没有可撤销的操作：撤销不越过最近一次导入，导错的规划用“移除规划”移除")
        _take_back(command, step, "撤销")
        return command.result()


def redo(workspace: Workspace) -> Changes:
    """Do again what undo took back last.

    Raises:
        Refused: nothing was undone, or another command came after it.
    """
    with execute(workspace, journal.REDO) as command:
        step = journal.next_redo(command.connection)
        if step is None:
            raise Refused("没有可重做的操作")
        _take_back(command, step, "重做")
        return command.result()


def _take_back(command: Command, step: journal.Step, verb: str) -> None:
    changes = journal.changes_of(command.connection, step.id)
    command.recorder.take_back(changes)
    command.undoes = step
    command.plans.update(id for change in changes if change.table == "plan" for id in change.ids)
    subjects = journal.subjects_of(command.connection, step.id)
    command.describe(f"{verb}：{step.label}", [step.detail], subjects)


def undo_label(workspace: Workspace) -> str | None:
    """The command that undo would take back, as menus name it; None when there is none."""
    with reading(workspace.engine) as connection:
        step = journal.next_undo(connection)
    return step.label if step else None


def redo_label(workspace: Workspace) -> str | None:
    """The command that redo would do again; None when there is none."""
    with reading(workspace.engine) as connection:
        step = journal.next_redo(connection)
    return step.label if step else None


def entries(workspace: Workspace, task: int | None = None, limit: int | None = None) -> list[HistoryRow]:
    """What was done, newest first, to one task or to all; `limit` gives the newest ones."""
    with reading(workspace.engine) as connection:
        return entries_in(connection, task, limit)


def entries_in(connection: Connection, task: int | None = None, limit: int | None = None) -> list[HistoryRow]:
    """The same within a reading that is under way."""
    later = aliased(History)
    newest_of_chain = select(func.max(later.id)).where(later.root_id == History.id).scalar_subquery()
    last = aliased(History)
    wanted = (
        select(History.id, History.at, History.command, History.label, History.detail, last.command)
        .outerjoin(last, last.id == newest_of_chain)
        .order_by(History.id.desc())
        .limit(limit)
    )
    if task is not None:
        subject = select(HistorySubject.history_id).where(HistorySubject.node_id == task)
        wanted = wanted.where(History.id.in_(subject))
    return [
        HistoryRow(row[0], row[1], row[2], row[3], row[4], undone=row[5] == journal.UNDO)
        for row in connection.execute(wanted)
    ]
