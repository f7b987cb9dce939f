"""What every table shares: the one collection of tables, how moments are kept, and the checks and columns that come again."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, Dialect, Index, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import DateTime, TypeDecorator


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


LASTING_IDS = {"sqlite_autoincrement": True}
"""Ids are never given out twice: history speaks of tasks by id after they are gone."""


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """A column holds one of these words."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def percent_in_range() -> CheckConstraint:
    """The column `percent` holds a percent."""
    return CheckConstraint("percent BETWEEN 0 AND 100", name="percent")


def doubt_column() -> Mapped[str]:
    """Why a fact may be wrong; empty when nothing speaks against it."""
    return mapped_column(server_default="")


def index_of_parts() -> Index:
    """The facts of a part. Most facts belong to no part: they need no place in the index."""
    return Index(None, "part_id", sqlite_where=text("part_id IS NOT NULL"))
