"""What was done: reported progress, and the files that prove it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.models.base import LASTING_IDS, Base, index_of_parts


class Progress(Base):
    """进展情况: append-only. `evidence` names material that a unit says it has; `expected_on` is when it means to be done."""

    __tablename__ = "progress"
    __table_args__ = (
        Index(None, "node_id"),
        index_of_parts(),
        CheckConstraint("percent IS NULL OR percent BETWEEN 0 AND 100", name="percent"),
        LASTING_IDS,
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
    __table_args__ = (UniqueConstraint("digest"), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str]
    extension: Mapped[str]
    size: Mapped[int]


class EvidenceLink(Base):
    """A file attached to a task or part under the name it had."""

    __tablename__ = "evidence_link"
    __table_args__ = (Index(None, "evidence_id"), Index(None, "node_id"), index_of_parts(), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"))
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id"))
    name: Mapped[str]
    added_on: Mapped[dt.date]
