"""The open workspace as the window holds it: every row once in memory, re-read by id after a command."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.changes import Changes
from desktop_app.domain.filters import TaskFilter, searchable
from desktop_app.domain.ledger import OutlineRow, PlanRow, TaskDetail, TaskRow
from desktop_app.gui.controllers.folding import fold
from desktop_app.gui.models.units import UnitNames
from desktop_app.gui.models.views import View
from desktop_app.services import queries
from desktop_app.services.workspace import Workspace

MANY = 200
"""Rows that are read in a tenth of a second on a slow machine."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a workspace holds, in document order."""

    plans: list[PlanRow]
    outline: list[OutlineRow]
    rows: list[TaskRow]


def read_all(workspace: Workspace) -> Contents:
    """Read everything; any thread may."""
    return Contents(queries.plans(workspace), queries.outline(workspace), queries.tasks(workspace))


class Session:
    """Rows of all plans in document order, and which of them are shown.

    The database is asked for everything once, when the workspace is opened; after that only for what a command touched.
    """

    def __init__(self, workspace: Workspace, contents: Contents | None = None) -> None:
        """`contents` are those of the workspace, where they were read before."""
        self.workspace = workspace
        self.view = View("all", "")
        self.search = ""
        self.picked: frozenset[int] = frozenset()
        """Tasks that a finding of a report led to; they have a view of their own as long as there are some."""
        self.plans: list[PlanRow] = []
        self.outline: list[OutlineRow] = []
        self.rows: dict[int, TaskRow] = {}
        self._texts: dict[int, str] = {}
        self.take(contents or read_all(workspace))

    def touches_many(self, changes: Changes) -> bool:
        """Whether reading what `changes` touched takes long enough to be seen."""
        return self._is_all(changes) or len(changes.tasks) > MANY

    def fetch(self, changes: Changes) -> Contents | list[TaskRow]:
        """Read what `changes` touched, all when plans came or went; any thread may, nothing is shown differently yet."""
        if self._is_all(changes):
            return read_all(self.workspace)
        return queries.tasks(self.workspace, ids=sorted(changes.tasks)) if changes.tasks else []

    def take(self, fresh: Contents | list[TaskRow]) -> list[TaskRow] | None:
        """Hold what was read from now on, and return the rows; None when it is all."""
        if isinstance(fresh, Contents):
            self.plans, self.outline = fresh.plans, fresh.outline
            self.rows = {row.id: row for row in fresh.rows}
            self._texts.clear()
            self._name_units()
            return None
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

    def _is_all(self, changes: Changes) -> bool:
        return bool(changes.plans) or not changes.tasks <= self.rows.keys()

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
