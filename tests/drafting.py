"""The progress report on rows made by hand, without a workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports.material import Material, ReportOptions
from desktop_app.exports.report_model import ReportContent
from desktop_app.exports.templates import draft


def draft_report(
    plans: Sequence[PlanRow],
    rows: Sequence[TaskRow],
    today: dt.date,
    period: str | None = None,
    signature_unit: str = "",
    addressee: str = "",
) -> ReportContent:
    """Draft the progress report on `rows`, the tasks of `plans` in outline order; of the record only the newest entries.

    `period` is as `Period.parse` reads it, or None for everything up to `today`.

    Raises:
        BadInput: `period` is of another form.
    """
    options = ReportOptions(period=period, addressee=addressee, signature_unit=signature_unit)
    material = Material(plans, rows, today, options)
    spoken = material.period
    entries = {row.id: (row.latest,) for row in rows if spoken and row.latest and row.latest.on in spoken}
    return draft(Material(plans, rows, today, options, entries))
