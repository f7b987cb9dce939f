"""The tables that are written through the recorder alone."""

from __future__ import annotations

from sqlalchemy import DefaultClause, Table

from desktop_app.storage.models.base import Base
from desktop_app.storage.models.exchange import Batch, BatchItem, Returned, ReturnedCell, Urging
from desktop_app.storage.models.facts import Deadline, Extension, Reading, Recurrence, Target
from desktop_app.storage.models.plans import Correction, GoneNode, Node, Part, Plan, PlanRule, Revision
from desktop_app.storage.models.progress import Evidence, EvidenceLink, Progress
from desktop_app.storage.models.units import Alias, Assignment, Unit

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
