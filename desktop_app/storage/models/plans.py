"""Documents and their outline: plans, nodes and parts, the clauses that speak for many tasks, what the officer corrected,
and the versions that newer ones replaced.

The standing of a task (status, percent, closing) is in its node or part.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.plan import Kind, Role, RuleScope
from desktop_app.domain.task import Status
from desktop_app.storage.models.base import LASTING_IDS, Base, one_of, percent_in_range


class Plan(Base):
    """One policy document. `paragraphs` and `doubts` are JSON: what the reader made of each paragraph."""

    __tablename__ = "plan"
    __table_args__ = (Index(None, "source_digest"), Index(None, "text_digest"), LASTING_IDS)

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
        one_of("kind", Kind),
        one_of("status", Status),
        percent_in_range(),
        LASTING_IDS,
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
    __table_args__ = (
        UniqueConstraint("node_id", "position"),
        one_of("status", Status),
        percent_in_range(),
        LASTING_IDS,
    )

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


class PlanRule(Base):
    """A clause that speaks for many tasks; `units` is a JSON list, `applied_on` the day the officer applied it."""

    __tablename__ = "plan_rule"
    __table_args__ = (Index(None, "plan_id"), one_of("scope", RuleScope), one_of("role", Role), LASTING_IDS)

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
    __table_args__ = (Index(None, "plan_id"), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    body: Mapped[str]
    made_at: Mapped[dt.datetime]


class Revision(Base):
    """The version of a plan that a newer one replaced on `revised_on`; `summary` says what changed."""

    __tablename__ = "revision"
    __table_args__ = (Index(None, "plan_id"), LASTING_IDS)

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
    __table_args__ = (UniqueConstraint("node_id"), Index(None, "revision_id"), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
