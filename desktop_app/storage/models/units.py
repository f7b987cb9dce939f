"""Departments and groups, the names that they are printed with, and what they have to do with tasks."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.plan import Role
from desktop_app.storage.models.base import LASTING_IDS, Base, doubt_column, index_of_parts, one_of


class Unit(Base):
    """A department or a group; `key` is its name without spaces, widths and traditional forms."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("key"), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str]


class Alias(Base):
    """Another way a unit's name is printed."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("printed"), Index(None, "unit_id"), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    printed: Mapped[str]


class Assignment(Base):
    """A unit and its role in a task or part."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index(None, "node_id"),
        index_of_parts(),
        one_of("role", Role),
        LASTING_IDS,
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
    doubt: Mapped[str] = doubt_column()
