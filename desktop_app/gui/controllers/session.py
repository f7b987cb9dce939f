"""The open workspace as the window holds it: every row once in memory, re-read by id after a command."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from desktop_app.domain.changes import Changes
from desktop_app.domain.filters import TaskFilter, searchable
from desktop_app.domain.ledger import OutlineRow, PlanRow, TaskDetail, TaskRow
from desktop_app.gui.controllers.folding import fold
from desktop_app.gui.models.units import UnitNames
from desktop_app.gui.models.views import View
from desktop_app.services import queries
from desktop_app.services.workspace import Workspace


class Session:
    """Rows of all plans in document order, and which of them are shown.

    The database is asked for everything once, when the workspace is opened; after that only for what a command touched.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.view = View("all", "")
        self.search = ""
        self.plans: list[PlanRow] = []
        self.outline: list[OutlineRow] = []
        self.rows: dict[int, TaskRow] = {}
        self._texts: dict[int, str] = {}
        self.load()

    def load(self) -> None:
        """Read everything anew."""
        self.plans = queries.plans(self.workspace)
        self.outline = queries.outline(self.workspace)
        self.rows = {row.id: row for row in queries.tasks(self.workspace)}
        self._texts.clear()
        self._name_units()

    def reload(self, changes: Changes) -> list[TaskRow] | None:
        """Re-read what `changes` touched and return those rows; None when plans came or went and all was read."""
        if changes.plans or not changes.tasks <= self.rows.keys():
            self.load()
            return None
        fresh = queries.tasks(self.workspace, ids=sorted(changes.tasks)) if changes.tasks else []
        for row in fresh:
            self.rows[row.id] = row
            self._texts.pop(row.id, None)
        if not _unit_names(fresh) <= self._unit_names:
            self._name_units()
        return fresh

    def detail(self, task: int) -> TaskDetail | None:
        """The whole record of one task; None when it is not in the workspace any more."""
        return queries.detail(self.workspace, task) if task in self.rows else None

    def shown(self) -> list[TaskRow]:
        """The rows of the present view that hold every word of the search field."""
        wanted: TaskFilter = dataclasses.replace(self.view.filter, search="")
        words = fold(self.search).split()
        found = [row for row in self.rows.values() if wanted.matches(row)]
        return [row for row in found if self._holds(row, words)] if words else found

    def plan_in_view(self) -> int | None:
        """The plan the present view is about: its own, or the only one there is."""
        if self.view.filter.plan is not None:
            return self.view.filter.plan
        return self.plans[0].id if len(self.plans) == 1 else None

    def _name_units(self) -> None:
        self._unit_names = _unit_names(self.rows.values())
        self.units = UnitNames(self._unit_names)

    def _holds(self, row: TaskRow, words: list[str]) -> bool:
        text = self._texts.get(row.id)
        if text is None:
            text = self._texts[row.id] = fold(searchable(row))
        return all(word in text for word in words)


def _unit_names(rows: Iterable[TaskRow]) -> set[str]:
    return {assignment.name for row in rows for assignment in row.assignments}
