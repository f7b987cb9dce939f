"""The parts of a task that stays: matched by their wording, so that each keeps its own record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.domain.plan import Node, Plan, Span
from desktop_app.domain.plan import Part as NewPart
from desktop_app.domain.revision import Item, match
from desktop_app.domain.standing import FRESH, Standing
from desktop_app.domain.task import Status
from desktop_app.services.commands import Command
from desktop_app.services.revising.outline import standing_columns
from desktop_app.services.revising.stored import StoredPlan
from desktop_app.storage.models import (
    Deadline,
    EvidenceLink,
    Extension,
    Part,
    Progress,
    Reading,
    Target,
)
from desktop_app.storage.models import Node as NodeTable
from desktop_app.storage.recorder import RowUpdate

BEYOND = 10_000
"""Added to positions to make room: no task has as many parts."""


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A part as stored; `printed` is its stretch of the text, `recorded` whether anything was ever noted of it."""

    id: int
    position: int
    text: str
    span_start: int
    span_end: int
    standing: Standing
    printed: str
    recorded: bool


@dataclass(frozen=True, slots=True)
class MatchedParts:
    """The ids of the new version's parts in order, and what became of the stored ones."""

    ids: tuple[int, ...]
    twins: dict[int, StoredPart]
    changed: frozenset[int]
    kept: tuple[StoredPart, ...]
    removed: tuple[StoredPart, ...]

    @property
    def differ(self) -> bool:
        """Whether parts came, went or changed."""
        return len(self.twins) < len(self.ids) or bool(self.changed or self.kept or self.removed)


def read_parts(connection: Connection, stored: StoredPlan) -> dict[int, list[StoredPart]]:
    """The parts of a plan's tasks by task."""
    of_plan = select(NodeTable.id).where(NodeTable.plan_id == stored.id)
    recorded = _recorded(connection, of_plan)
    parts: dict[int, list[StoredPart]] = {}
    rows = connection.execute(select(Part.__table__).where(Part.node_id.in_(of_plan)).order_by(Part.position))
    for row in rows:
        standing = Standing(Status(row.status), row.percent, row.percent_before, row.closed_on, row.close_note)
        part = StoredPart(
            row.id,
            row.position,
            row.text,
            row.span_start,
            row.span_end,
            standing,
            # A part that an earlier version left out has no stretch in the text any more.
            stored.text_of(row.node_id)[row.span_start : row.span_end].strip() or row.text,
            row.id in recorded or standing != FRESH,
        )
        parts.setdefault(row.node_id, []).append(part)
    return parts


def _recorded(connection: Connection, of_plan: Any) -> set[int]:
    """The parts that progress, evidence, an extension or a reading speaks of."""
    wanted = [
        select(Progress.part_id).where(Progress.node_id.in_(of_plan)),
        select(EvidenceLink.part_id).where(EvidenceLink.node_id.in_(of_plan)),
        select(Deadline.part_id)
        .join(Extension, Extension.deadline_id == Deadline.id)
        .where(Deadline.node_id.in_(of_plan)),
        select(Target.part_id).join(Reading, Reading.target_id == Target.id).where(Target.node_id.in_(of_plan)),
    ]
    return {part for each in wanted for part in connection.scalars(each) if part is not None}


def match_parts(command: Command, stored: Sequence[StoredPart], plan: Plan, node: Node) -> MatchedParts:
    """Match the stored parts of a task with those of the new version; new ones are given ids."""
    olds = [Item(part.id, "", "", part.printed) for part in stored]
    news = [
        Item(str(place), "", "", plan.text[part.span.start : part.span.end].strip())
        for place, part in enumerate(node.parts)
    ]
    by_id = {part.id: part for part in stored}
    pairs = match(olds, news)
    twins = {int(pair.new.key): by_id[int(pair.old.key)] for pair in pairs if pair.old and pair.new}
    fresh = iter(command.recorder.reserve_ids("part", len(node.parts) - len(twins)))
    left = [by_id[int(pair.old.key)] for pair in pairs if pair.old and not pair.new]
    ids = [twins[place].id if place in twins else next(fresh) for place in range(len(node.parts))]
    return MatchedParts(
        ids=tuple(ids),
        twins={twins[place].id: twins[place] for place in twins},
        changed=frozenset(int(pair.old.key) for pair in pairs if pair.old and pair.changed),
        kept=tuple(part for part in left if part.recorded),
        removed=tuple(part for part in left if not part.recorded),
    )


@dataclass(slots=True)
class PartChanges:
    """What is to be written of all parts, gathered so that the table is written once."""

    inserts: list[list[object]] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    updates: list[RowUpdate] = field(default_factory=list)
    cleared: list[RowUpdate] = field(default_factory=list)
    deletes: list[int] = field(default_factory=list)

    def add(self, part_id: int, node_id: int, place: int, part: NewPart, standing: Standing) -> None:
        """A part that the old version had not."""
        words = (node_id, place, part.text, *part.span)
        self.inserts.append([*words, *standing_columns(standing).values()])
        self.ids.append(part_id)

    def change(self, old: StoredPart, place: int, text: str, span: Span, standing: Standing) -> None:
        """A part that stays, with its words in the new version and where it stands."""
        self._clear(old)
        before = {"position": old.position + BEYOND, "text": old.text, **_span(Span(old.span_start, old.span_end))}
        after = {"position": place, "text": text, **_span(span)}
        self.updates.append(
            RowUpdate(old.id, before | standing_columns(old.standing), after | standing_columns(standing))
        )

    def remove(self, old: StoredPart) -> None:
        """A part that nothing was noted of."""
        self._clear(old)
        self.deletes.append(old.id)

    def write(self, command: Command) -> None:
        """Write all but the removal: facts of removed parts are taken first."""
        recorder = command.recorder
        recorder.update("part", self.cleared)
        recorder.insert_many("part", _COLUMNS, self.inserts, self.ids)
        recorder.update("part", self.updates)

    def write_removal(self, command: Command) -> None:
        """Take the removed parts."""
        command.recorder.delete("part", self.deletes)

    def _clear(self, old: StoredPart) -> None:
        """No two parts of a task may share a position, not even for a moment."""
        self.cleared.append(RowUpdate(old.id, {"position": old.position}, {"position": old.position + BEYOND}))


_COLUMNS = ("node_id", "position", "text", "span_start", "span_end", *standing_columns(FRESH))


def _span(span: Span) -> dict[str, object]:
    return {"span_start": span.start, "span_end": span.end}
