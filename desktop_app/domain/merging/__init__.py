"""Three-way merge of what units returned: base (as handed out), theirs, ours; pure, no file and no database."""

from __future__ import annotations

from desktop_app.domain.merging.after import AfterMerge
from desktop_app.domain.merging.decide import Decision, Write, decide, settle
from desktop_app.domain.merging.model import (
    BookReport,
    Cell,
    Choice,
    Chosen,
    Counts,
    KnownBatch,
    Ledger,
    MergePlan,
    Outcome,
    UnknownRow,
)
from desktop_app.domain.merging.plan import plan_merge
from desktop_app.domain.merging.words import keep_both

__all__ = [
    "AfterMerge",
    "BookReport",
    "Cell",
    "Choice",
    "Chosen",
    "Counts",
    "Decision",
    "KnownBatch",
    "Ledger",
    "MergePlan",
    "Outcome",
    "UnknownRow",
    "Write",
    "decide",
    "keep_both",
    "plan_merge",
    "settle",
]
