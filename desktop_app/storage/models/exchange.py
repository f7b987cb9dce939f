"""Out to the units and home again: workbooks handed out, workbooks merged, letters of urging."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.plan import Role
from desktop_app.storage.models.base import LASTING_IDS, Base, one_of


class Batch(Base):
    """下发: workbooks given to units on one day. `code` is what they carry; it is never given twice, in no workspace."""

    __tablename__ = "batch"
    __table_args__ = (UniqueConstraint("code"), LASTING_IDS)

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
    __table_args__ = (Index(None, "batch_id"), Index(None, "node_id"), one_of("role", Role), LASTING_IDS)

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
    __table_args__ = (Index(None, "batch_id"), Index(None, "digest"), LASTING_IDS)

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
    __table_args__ = (Index(None, "returned_id"), LASTING_IDS)

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
    __table_args__ = (Index(None, "unit"), LASTING_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit: Mapped[str]
    urged_on: Mapped[dt.date]
    tasks: Mapped[str]
