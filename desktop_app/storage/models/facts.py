"""What a task has to meet: dates and their extensions, targets and their readings, work that comes round."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.plan import DeadlineKind, Rhythm
from desktop_app.storage.models.base import LASTING_IDS, Base, doubt_column, index_of_parts, one_of


class Deadline(Base):
    """A date; `first_date` is what the document says, whatever extensions did to `date`."""

    __tablename__ = "deadline"
    __table_args__ = (Index(None, "node_id"), index_of_parts(), one_of("kind", DeadlineKind), LASTING_IDS)

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
    doubt: Mapped[str] = doubt_column()


class Extension(Base):
    """延期: on `day` the date went from `from_date` (none: there was no date) to `to_date`, and why."""

    __tablename__ = "extension"
    __table_args__ = (Index(None, "deadline_id"), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    deadline_id: Mapped[int] = mapped_column(ForeignKey("deadline.id"))
    from_date: Mapped[dt.date | None]
    to_date: Mapped[dt.date]
    basis: Mapped[str]
    day: Mapped[dt.date]


class Target(Base):
    """A number to reach."""

    __tablename__ = "target"
    __table_args__ = (Index(None, "node_id"), index_of_parts(), LASTING_IDS)

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
    doubt: Mapped[str] = doubt_column()
    baseline: Mapped[float | None]


class Reading(Base):
    """A value of a target on a day."""

    __tablename__ = "reading"
    __table_args__ = (Index(None, "target_id"), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("target.id"))
    day: Mapped[dt.date]
    value: Mapped[float]
    note: Mapped[str]


class Recurrence(Base):
    """Work that comes round or goes on: said as such, no date."""

    __tablename__ = "recurrence"
    __table_args__ = (Index(None, "node_id"), index_of_parts(), one_of("rhythm", Rhythm), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    node_id: Mapped[int] = mapped_column(ForeignKey("node.id"))
    part_id: Mapped[int | None] = mapped_column(ForeignKey("part.id"))
    position: Mapped[int]
    rhythm: Mapped[str]
    phrase: Mapped[str]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]
    rule: Mapped[str]
