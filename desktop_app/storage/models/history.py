"""The commands that made the record what it is."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.models.base import LASTING_IDS, Base


class History(Base):
    """One command. `changes` is what `recorder.pack` makes of its row changes; `root_id` is the first command of a chain of
    undo and redo, `undoes_id` the entry this one takes back; `hash` covers the row and `prev_hash`.
    """

    __tablename__ = "history"
    __table_args__ = (Index(None, "root_id"), LASTING_IDS)

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
