"""The outline of the plan under review as a tree of its nodes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.corrections import KIND_WORDS
from desktop_app.domain.plan import Deadline, DeadlineKind, Doubt, Node, Plan, Role
from desktop_app.gui.dialogs.import_review.doubt_rows import nodes_in_doubt
from desktop_app.gui.dialogs.import_review.intents import document_year
from desktop_app.gui.models.units import join_units
from desktop_app.gui.words import say, say_day

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NODE_ROLE = Qt.ItemDataRole.UserRole
DOUBTS_ROLE = Qt.ItemDataRole.UserRole + 1
_EXCERPT = 40


class Column(IntEnum):
    """The columns of the outline."""

    NUMBER = 0
    TITLE = 1
    KIND = 2
    UNITS = 3
    DATE = 4
    TARGETS = 5
    DOUBTS = 6


class OutlineModel(QAbstractItemModel):
    """Nodes by their place in the plan; a correction that moves nothing only tells which rows changed."""

    def __init__(self, plan: Plan, doubts: Sequence[Doubt], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = (
            self.tr("编号"),
            self.tr("标题"),
            self.tr("类别"),
            self.tr("牵头单位"),
            self.tr("时限"),
            self.tr("指标"),
            self.tr("疑点"),
        )
        self._take(plan, doubts)

    def set_plan(self, plan: Plan, doubts: Sequence[Doubt]) -> bool:
        """Show the corrected plan; returns whether rows came, went or moved."""
        before, counts = self._nodes, self._doubts
        if [(node.id, node.parent) for node in plan.nodes] != [(node.id, node.parent) for node in before]:
            self.beginResetModel()
            self._take(plan, doubts)
            self.endResetModel()
            return True
        self._take(plan, doubts)
        for place, node in enumerate(self._nodes):
            if node is not before[place] or counts.get(node.id) != self._doubts.get(node.id):
                first = self.at(place)
                self.dataChanged.emit(first, first.siblingAtColumn(Column.DOUBTS))
        return False

    def at(self, place: int) -> QModelIndex:
        """The index of the node at this place of the plan."""
        return self.createIndex(self._rows[place], 0, place)

    def find(self, id: str | None) -> QModelIndex:
        """The index of a node; an invalid one when there is none."""
        place = self._places.get(id) if id is not None else None
        return self.at(place) if place is not None else QModelIndex()

    def node(self, index: Index) -> Node | None:
        """The node of a row."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        below = self._below[parent.internalId() if parent.isValid() else -1]
        if 0 <= row < len(below) and 0 <= column < len(Column):
            return self.createIndex(row, column, below[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self._above[index.internalId()] if index.isValid() else -1
        return self.at(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._below[parent.internalId() if parent.isValid() else -1])

    def columnCount(self, parent: Index = _ROOT) -> int:
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cell(node, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(node, Column(index.column()))
        if role == NODE_ROLE:
            return node
        return self._doubts.get(node.id, 0) if role == DOUBTS_ROLE else None

    def _take(self, plan: Plan, doubts: Sequence[Doubt]) -> None:
        self._nodes = plan.nodes
        self._year = dt.date(document_year(plan) or 1, 1, 1)
        self._places = {node.id: place for place, node in enumerate(plan.nodes)}
        self._below: list[list[int]] = [[] for _ in range(len(plan.nodes) + 1)]
        self._above, self._rows = [], []
        for place, node in enumerate(plan.nodes):
            above = self._places[node.parent] if node.parent is not None else -1
            self._above.append(above)
            self._rows.append(len(self._below[above]))
            self._below[above].append(place)
        self._doubts = nodes_in_doubt(plan, doubts)

    def _cell(self, node: Node, column: Column) -> str:
        match column:
            case Column.NUMBER:
                return node.number
            case Column.TITLE:
                return node.title or node.text[:_EXCERPT]
            case Column.KIND:
                return say(KIND_WORDS[node.kind])
            case Column.UNITS:
                return join_units(leading(node))
            case Column.DATE:
                days = days_of(node)
                return say_day(days[-1], self._year) if days else ""
            case Column.TARGETS:
                return str(len(node.targets)) if node.targets else ""
        return str(self._doubts.get(node.id, "") or "")

    def _tip(self, node: Node, column: Column) -> str:
        if column is Column.UNITS:
            return "\n".join(f"{say(fact.role.label)}：{fact.unit}" for fact in node.assignments)
        if column is Column.DATE:
            return "\n".join(f"{fact.date.isoformat()}　{fact.phrase}" for fact in node.deadlines)
        if column is Column.TARGETS:
            return "\n".join(fact.phrase for fact in node.targets)
        return f"{node.number}{node.title}\n{node.text[:200]}".strip()


def leading(node: Node) -> list[str]:
    """The units that lead, else those that are responsible, each once."""
    leads = [fact.unit for fact in node.assignments if fact.role is Role.LEAD]
    responsible = [fact.unit for fact in node.assignments if fact.role is Role.RESPONSIBLE]
    return list(dict.fromkeys(leads or responsible))


def days_of(node: Node) -> list[dt.date]:
    """The days of a node, the one that counts last: the final ones behind the milestones."""
    return [*_days(node.deadlines, DeadlineKind.MILESTONE), *_days(node.deadlines, DeadlineKind.FINAL)]


def _days(deadlines: Iterable[Deadline], kind: DeadlineKind) -> list[dt.date]:
    return sorted({fact.date for fact in deadlines if fact.kind is kind})
