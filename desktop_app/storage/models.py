"""The tables of a workspace, as SQLAlchemy models.

Days are ISO dates, moments are UTC. `position` is the place in printed order. Facts of a task that
stand in one of its parts carry `part_id`; a fact is stored once, so the facts of a task are its own
and those of its parts together. `doubt` says why a fact may be wrong. Rows are written through
`recorder.Recorder` alone. A column that a later schema added to a recorded table has a default: the
history does not know it for older rows.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    DefaultClause,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import DateTime, TypeDecorator

from desktop_app.domain.plan import DeadlineKind, Kind, Rhythm, Role, RuleScope
from desktop_app.domain.task import Status


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment: kept as UTC without a zone, handed out with one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Turn a moment into UTC."""
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Say that the stored moment is UTC."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


class Base(DeclarativeBase):
    """All tables; every constraint has a name, so that later migrations can speak of it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {dt.datetime: UtcDateTime}  # noqa: RUF012 - read once by SQLAlchemy


# Ids are never given out twice: history speaks of tasks by id after they are gone.
_LASTING_IDS = {"sqlite_autoincrement": True}


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _percent() -> CheckConstraint:
    return CheckConstraint("percent BETWEEN 0 AND 100", name="percent")


def _doubt() -> Mapped[str]:
    return mapped_column(server_default="")


def _of_a_part() -> Index:
    """Most facts belong to no part: they need no place in the index."""
    return Index(None, "part_id", sqlite_where=text("part_id IS NOT NULL"))


class Plan(Base):
    """One policy document. `paragraphs` and `doubts` are JSON: what the reader made of each paragraph."""

    __tablename__ = "plan"
    __table_args__ = (Index(None, "source_digest"), Index(None, "text_digest"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    doc_number: Mapped[str | None]
    issuer: Mapped[str | None]
    issued_on: Mapped[dt.date | None]
    text: Mapped[str]
    original: Mapped[str]
    text_digest: Mapped[str]
    source_name: Mapped[str]
    source_digest: Mapped[str]
    source_path: Mapped[str]
    paragraphs: Mapped[str]
    doubts: Mapped[str]
    imported_at: Mapped[dt.datetime]


class Node(Base):
    """A place in a plan's outline; a task when `kind` is task. `key` is its name in the reader's output."""

    __tablename__ = "node"
    __table_args__ = (
        UniqueConstraint("plan_id", "position"),
        Index(None, "parent_id"),
        _one_of("kind", Kind),
        _one_of("status", Status),
        _percent(),
        _LASTING_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("node.id"))
    position: Mapped[int]
    depth: Mapped[int]
    key: Mapped[str]
    number: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    kind: Mapped[str]
    span_start: Mapped[int]
    span_end: Mapped[int]
    body_start: Mapped[int]
    body_end: Mapped[int]
    status: Mapped[str]
    percent: Mapped[int]
    percent_before: Mapped[int | None]
    closed_on: Mapped[dt.date | None]
    close_note: Mapped[str]
    no_evidence_reason: Mapped[str]
    updated_at: Mapped[dt.datetime]


class Part(Base):
    """A stretch of a task that is ticked on its own; `position` counts from 1."""

    __tablename__ = "part"
    __table_args__ = (UniqueConstraint("node_id", "position"), _one_of("status", Status), _percent(), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    position: Mapped[int]
    text: Mapped[str]
    span_start: Mapped[int]
    span_end: Mapped[int]
    status: Mapped[str]
    percent: Mapped[int]
    percent_before: Mapped[int | None]
    closed_on: Mapped[dt.date | None]
    close_note: Mapped[str]


class Unit(Base):
    """A department or a group; `key` is its name without spaces, widths and traditional forms."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("key"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str]


class Alias(Base):
    """Another way a unit's name is printed."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("printed"), Index(None, "unit_id"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    printed: Mapped[str]


class Assignment(Base):
    """A unit and its role in a task or part."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index(None, "node_id"),
        _of_a_part(),
        _one_of("role", Role),
        _LASTING_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    position: Mapped[int]
    role: Mapped[str]
    printed: Mapped[str]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]
    rule: Mapped[str]
    doubt: Mapped[str] = _doubt()


class Deadline(Base):
    """A date; `first_date` is what the document says, whatever extensions did to `date`."""

    __tablename__ = "deadline"
    __table_args__ = (Index(None, "node_id"), _of_a_part(), _one_of("kind", DeadlineKind), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id"))
    position: Mapped[int]
    date: Mapped[dt.date]
    first_date: Mapped[dt.date]
    kind: Mapped[str]
    phrase: Mapped[str]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]
    rule: Mapped[str]
    doubt: Mapped[str] = _doubt()


class Extension(Base):
    """延期: on `day` the date went from `from_date` (none: there was no date) to `to_date`, and why."""

    __tablename__ = "extension"
    __table_args__ = (Index(None, "deadline_id"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    deadline_id: Mapped[int] = mapped_column(ForeignKey("deadline.id"))
    from_date: Mapped[dt.date | None]
    to_date: Mapped[dt.date]
    basis: Mapped[str]
    day: Mapped[dt.date]


class Target(Base):
    """A number to reach."""

    __tablename__ = "target"
    __table_args__ = (Index(None, "node_id"), _of_a_part(), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id"))
    position: Mapped[int]
    phrase: Mapped[str]
    op: Mapped[str]
    value: Mapped[float]
    unit: Mapped[str]
    by_date: Mapped[dt.date | None]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]
    rule: Mapped[str]
    doubt: Mapped[str] = _doubt()
    baseline: Mapped[float | None]


class Reading(Base):
    """A value of a target on a day."""

    __tablename__ = "reading"
    __table_args__ = (Index(None, "target_id"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("target.id"))
    day: Mapped[dt.date]
    value: Mapped[float]
    note: Mapped[str]


class Progress(Base):
    """进展情况: append-only. `evidence` names material that a unit says it has; `expected_on` is when it means to be done."""

    __tablename__ = "progress"
    __table_args__ = (
        Index(None, "node_id"),
        _of_a_part(),
        CheckConstraint("percent IS NULL OR percent BETWEEN 0 AND 100", name="percent"),
        _LASTING_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id"))
    day: Mapped[dt.date]
    text: Mapped[str]
    percent: Mapped[int | None]
    problems: Mapped[str]
    next_step: Mapped[str]
    reporter: Mapped[str]
    expected_on: Mapped[dt.date | None]
    evidence: Mapped[str] = mapped_column(server_default="")


class Evidence(Base):
    """A file kept by the SHA-256 of its content; `extension` includes the dot."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("digest"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str]
    extension: Mapped[str]
    size: Mapped[int]


class EvidenceLink(Base):
    """A file attached to a task or part under the name it had."""

    __tablename__ = "evidence_link"
    __table_args__ = (Index(None, "evidence_id"), Index(None, "node_id"), _of_a_part(), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"))
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id"))
    name: Mapped[str]
    added_on: Mapped[dt.date]


class Recurrence(Base):
    """Work that comes round or goes on: said as such, no date."""

    __tablename__ = "recurrence"
    __table_args__ = (Index(None, "node_id"), _of_a_part(), _one_of("rhythm", Rhythm), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id"))
    position: Mapped[int]
    rhythm: Mapped[str]
    phrase: Mapped[str]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]
    rule: Mapped[str]


class PlanRule(Base):
    """A clause that speaks for many tasks; `units` is a JSON list, `applied_on` the day the officer applied it."""

    __tablename__ = "plan_rule"
    __table_args__ = (Index(None, "plan_id"), _one_of("scope", RuleScope), _one_of("role", Role), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    position: Mapped[int]
    scope: Mapped[str]
    phrase: Mapped[str]
    span_start: Mapped[int]
    span_end: Mapped[int]
    units: Mapped[str]
    role: Mapped[str]
    date: Mapped[dt.date | None]
    rule: Mapped[str]
    applied_on: Mapped[dt.date | None]


class Correction(Base):
    """What the officer corrected in the review before the plan was stored: JSON that can be replayed."""

    __tablename__ = "correction"
    __table_args__ = (Index(None, "plan_id"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    body: Mapped[str]
    made_at: Mapped[dt.datetime]


class Revision(Base):
    """The version of a plan that a newer one replaced on `revised_on`; `summary` says what changed."""

    __tablename__ = "revision"
    __table_args__ = (Index(None, "plan_id"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    revised_on: Mapped[dt.date]
    title: Mapped[str]
    doc_number: Mapped[str | None]
    issued_on: Mapped[dt.date | None]
    text: Mapped[str]
    original: Mapped[str]
    source_name: Mapped[str]
    source_digest: Mapped[str]
    source_path: Mapped[str]
    summary: Mapped[str]


class GoneNode(Base):
    """A node that a newer version left out: it is kept with its record, and its spans point into the old text."""

    __tablename__ = "gone_node"
    __table_args__ = (UniqueConstraint("node_id"), Index(None, "revision_id"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))


class Batch(Base):
    """下发: workbooks given to units on one day. `code` is what they carry; it is never given twice, in no workspace."""

    __tablename__ = "batch"
    __table_args__ = (UniqueConstraint("code"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    label: Mapped[str]
    handed_on: Mapped[dt.date]
    due_on: Mapped[dt.date | None]
    contact: Mapped[str]


class BatchItem(Base):
    """A row given to a unit; `base` is the JSON list of what its open cells held. The task and the unit may be gone by
    now: they are named, not referred to.
    """

    __tablename__ = "batch_item"
    __table_args__ = (Index(None, "batch_id"), Index(None, "node_id"), _one_of("role", Role), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"))
    unit: Mapped[str]
    node_id: Mapped[int]
    part_id: Mapped[int | None]
    role: Mapped[str]
    base: Mapped[str]


class Returned(Base):
    """A workbook that came back and was merged; `batch_id` is empty when the record of its batch is gone. The counts are
    of cells, and `read_cells` is their sum: `settled_cells` are those that someone chose for.
    """

    __tablename__ = "returned"
    __table_args__ = (Index(None, "batch_id"), Index(None, "digest"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"))
    unit: Mapped[str]
    file_name: Mapped[str]
    digest: Mapped[str]
    merged_on: Mapped[dt.date]
    rows: Mapped[int]
    read_cells: Mapped[int]
    taken_cells: Mapped[int]
    same_cells: Mapped[int]
    settled_cells: Mapped[int]
    refused_cells: Mapped[int]
    receipt: Mapped[str]


class ReturnedCell(Base):
    """A cell of a returned workbook that said something new: what stood there, what it was read as, what became of it."""

    __tablename__ = "returned_cell"
    __table_args__ = (Index(None, "returned_id"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    returned_id: Mapped[int] = mapped_column(ForeignKey("returned.id"))
    node_id: Mapped[int | None]
    part_id: Mapped[int | None]
    place: Mapped[int]
    field: Mapped[str]
    raw: Mapped[str]
    value: Mapped[str | None]
    outcome: Mapped[str]
    choice: Mapped[str]
    reason: Mapped[str]


class Urging(Base):
    """催办: a letter to a unit; `tasks` is the JSON list of the tasks in it, which may be gone by now."""

    __tablename__ = "urging"
    __table_args__ = (Index(None, "unit"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit: Mapped[str]
    urged_on: Mapped[dt.date]
    tasks: Mapped[str]


class Submission(Base):
    """报送: what was reported, kept as files in a folder of its number; `manifest_digest` vouches for their list.

    What has left the house cannot be undone: it is no part of the history.
    """

    __tablename__ = "submission"
    __table_args__ = (_LASTING_IDS,)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int | None]
    title: Mapped[str]
    period: Mapped[str]
    template: Mapped[str]
    submitted_on: Mapped[dt.date]
    tasks: Mapped[int]
    note: Mapped[str]
    manifest_digest: Mapped[str]


class History(Base):
    """One command. `changes` is what `recorder.pack` makes of its row changes; `root_id` is the first command of a chain of
    undo and redo, `undoes_id` the entry this one takes back; `hash` covers the row and `prev_hash`.
    """

    __tablename__ = "history"
    __table_args__ = (Index(None, "root_id"), _LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime]
    command: Mapped[str]
    label: Mapped[str]
    detail: Mapped[str]
    barrier: Mapped[bool]
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("history.id"))
    root_id: Mapped[int | None] = mapped_column(ForeignKey("history.id"))
    changes: Mapped[bytes]
    prev_hash: Mapped[str]
    hash: Mapped[str]


class HistorySubject(Base):
    """Which tasks an entry is about; a task may be gone by now."""

    __tablename__ = "history_subject"
    __table_args__ = (Index(None, "node_id"),)

    history_id: Mapped[int] = mapped_column(ForeignKey("history.id"), primary_key=True)
    node_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Setting(Base):
    """A remembered choice of this workspace; settings are not part of the history."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


RECORDED: dict[str, Table] = {
    model.__tablename__: Base.metadata.tables[model.__tablename__]
    for model in (
        Plan,
        Node,
        Part,
        Unit,
        Alias,
        Assignment,
        Deadline,
        Extension,
        Target,
        Reading,
        Progress,
        Evidence,
        EvidenceLink,
        Recurrence,
        PlanRule,
        Correction,
        Revision,
        GoneNode,
        Batch,
        BatchItem,
        Returned,
        ReturnedCell,
        Urging,
    )
}
"""The tables whose every change is in the history, parents before children."""


def values_when_unsaid(table: str) -> dict[str, str | None]:
    """What the columns of a recorded table hold where an older schema wrote the row and the history says nothing."""
    columns = (column for column in RECORDED[table].columns if column.name != "id")
    return {column.name: _default(column.server_default) for column in columns}


def _default(clause: object) -> str | None:
    return str(clause.arg) if isinstance(clause, DefaultClause) else None
