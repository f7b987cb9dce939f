"""催办: which unit was urged when, about which tasks. One letter a unit a day, however many files are made of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.domain.changes import Changes
from desktop_app.services.commands import Command, execute
from desktop_app.services.present_names import present_names
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Urging
from desktop_app.storage.recorder import RowUpdate

if TYPE_CHECKING:
    from desktop_app.exports.report_model import ReportContent


def record(workspace: Workspace, urged: Mapping[str, Collection[int]]) -> Changes:
    """Note as one step that these units were urged today about these tasks; a second letter on the same day takes the
    place of the first.
    """
    with execute(workspace, "urge") as command:
        for unit, tasks in urged.items():
            _note(command, unit, json.dumps(sorted(set(tasks))))
        about = {task for tasks in urged.values() for task in tasks}
        named = next(iter(urged)) if len(urged) == 1 else f"{len(urged)}个单位"
        command.describe(f"催办{named}", [f"{len(about)}项任务"], about)
        return command.result()


def _note(command: Command, unit: str, tasks: str) -> None:
    wanted = select(Urging.id, Urging.tasks).where(Urging.unit == unit, Urging.urged_on == command.today)
    there = command.connection.execute(wanted).first()
    if there is None:
        command.recorder.insert("urging", [{"unit": unit, "urged_on": command.today, "tasks": tasks}])
    elif there.tasks != tasks:
        command.recorder.update("urging", [RowUpdate(there.id, {"tasks": there.tasks}, {"tasks": tasks})])


def record_letter(workspace: Workspace, letter: ReportContent) -> Changes:
    """Note a letter that left: `urges` names its unit, `figures` its tasks."""
    return record(workspace, {letter.urges: {task for figure in letter.figures for task in figure.tasks}})


def days(workspace: Workspace, before: dt.date) -> dict[str, tuple[dt.date, ...]]:
    """By unit: the days before `before` on which it was urged, oldest first; letters to units that are one by now count as
    one a day.
    """
    wanted = select(Urging.unit, Urging.urged_on).where(Urging.urged_on < before).order_by(Urging.urged_on)
    found: dict[str, list[dt.date]] = {}
    with reading(workspace.engine) as connection:
        names = present_names(connection)
        for unit, day in connection.execute(wanted):
            found.setdefault(names.get(unit, unit), []).append(day)
    return {unit: tuple(dict.fromkeys(listed)) for unit, listed in found.items()}
