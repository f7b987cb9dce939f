"""The tables of a workspace, as SQLAlchemy models.

Days are ISO dates, moments are UTC. `position` is the place in printed order. Facts of a task that
stand in one of its parts carry `part_id`; a fact is stored once, so the facts of a task are its own
and those of its parts together. `doubt` says why a fact may be wrong. Rows are written through
`recorder.Recorder` alone. A column that a later schema added to a recorded table has a default: the
history does not know it for older rows.
"""

from __future__ import annotations

from desktop_app.storage.models.base import Base
from desktop_app.storage.models.exchange import Batch, BatchItem, Returned, ReturnedCell, Urging
from desktop_app.storage.models.facts import Deadline, Extension, Reading, Recurrence, Target
from desktop_app.storage.models.history import History, HistorySubject
from desktop_app.storage.models.plans import Correction, GoneNode, Node, Part, Plan, PlanRule, Revision
from desktop_app.storage.models.progress import Evidence, EvidenceLink, Progress
from desktop_app.storage.models.recorded import RECORDED, values_when_unsaid
from desktop_app.storage.models.units import Alias, Assignment, Unit
from desktop_app.storage.models.unrecorded import Setting, Submission

__all__ = [
    "RECORDED",
    "Alias",
    "Assignment",
    "Base",
    "Batch",
    "BatchItem",
    "Correction",
    "Deadline",
    "Evidence",
    "EvidenceLink",
    "Extension",
    "GoneNode",
    "History",
    "HistorySubject",
    "Node",
    "Part",
    "Plan",
    "PlanRule",
    "Progress",
    "Reading",
    "Recurrence",
    "Returned",
    "ReturnedCell",
    "Revision",
    "Setting",
    "Submission",
    "Target",
    "Unit",
    "Urging",
    "values_when_unsaid",
]
