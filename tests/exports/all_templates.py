"""Every template drafted from the invented ledger, with entries, files, former letters and a former submission."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.ledger import EvidenceRow, PlanRow, TaskRow
from desktop_app.domain.snapshot import TaskSnapshot, compare
from desktop_app.exports.material import Material, ReportOptions, Since
from desktop_app.exports.report_model import ReportContent
from desktop_app.exports.templates import TEMPLATES, draft

UNIT = "云江市政务服务数据管理局"
URGED = "市医保局"
KEYS = tuple(TEMPLATES)


def material(
    plans: Sequence[PlanRow], rows: Sequence[TaskRow], today: dt.date, template: str, **options: object
) -> Material:
    """The ledger as services deliver it for a report on October 2021."""
    chosen: dict[str, object] = {"template": template, "period": "2021-10", "signature_unit": UNIT, **options}
    if template == "urging":
        chosen.setdefault("units", (URGED,))
    return Material(
        plans,
        rows,
        today,
        ReportOptions(**chosen),  # type: ignore[arg-type]
        {row.id: (row.latest,) for row in rows if row.latest},
        {row.id: evidence(row) for row in rows if row.evidence_names},
        {URGED: (dt.date(2021, 9, 1), dt.date(2021, 9, 20))},
        since(rows),
    )


def content(
    plans: Sequence[PlanRow], rows: Sequence[TaskRow], today: dt.date, template: str, **options: object
) -> ReportContent:
    """The report of this template."""
    return draft(material(plans, rows, today, template, **options))


def evidence(row: TaskRow) -> tuple[EvidenceRow, ...]:
    """A file for each name of the row."""
    return tuple(
        EvidenceRow(
            n, row.id * 10 + n, name, hashlib.sha256(f"{row.id}{name}".encode()).hexdigest(), 123456 * (n + 1), dt.date(2021, 10, 8),
            other_tasks=("7",) if n else (),
        )
        for n, name in enumerate(row.evidence_names)
    )  # fmt: skip


def since(rows: Sequence[TaskRow]) -> Since:
    """The former submission: seven tasks stood lower, the last was not there."""
    before = [TaskSnapshot.of(replace(row, percent=max(row.percent - 10, 0))) for row in rows[:7]]
    before += [TaskSnapshot.of(row) for row in rows[7:-1]]
    return Since(2, dt.date(2021, 9, 25), "2021年9月", compare(before, map(TaskSnapshot.of, rows)))
