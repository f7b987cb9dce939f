"""What stands outside the history: no undo touches it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.models.base import LASTING_IDS, Base


class Submission(Base):
    """报送: what was reported, kept as files in a folder of its number; `manifest_digest` vouches for their list.

    What has left the house cannot be undone: it is no part of the history.
    """

    __tablename__ = "submission"
    __table_args__ = (LASTING_IDS,)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int | None]
    title: Mapped[str]
    period: Mapped[str]
    template: Mapped[str]
    submitted_on: Mapped[dt.date]
    tasks: Mapped[int]
    note: Mapped[str]
    manifest_digest: Mapped[str]


class Setting(Base):
    """A remembered choice of this workspace; settings are not part of the history."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
