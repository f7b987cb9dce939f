"""Drafts a report from the ledger: plain official words with the ledger's own figures, and nothing it does not say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports import sections
from desktop_app.exports.period import Period
from desktop_app.exports.report_model import ReportContent
from desktop_app.exports.text import full_date

_NAMED_PLANS = 3
"""So many plans are named in the opening; more are counted."""


def draft_report(
    plans: Sequence[PlanRow],
    rows: Sequence[TaskRow],
    today: dt.date,
    period: str | None = None,
    signature_unit: str = "",
    addressee: str = "",
) -> ReportContent:
    """Draft the report on `rows`, the tasks of `plans` in outline order.

    `period` is "2026-11", "2026-Q4", "2026" or None for everything up to `today`. The standing of the tasks is
    always that of `today`: the record keeps no older lights.

    Raises:
        BadInput: `period` is none of these.
    """
    spoken = Period.parse(period) if period else None
    numbers = {row.id: number for number, row in enumerate(rows, 1)}
    written = (
        sections.overall(rows, today, spoken),
        sections.overdue(rows, numbers, today),
        sections.chapters(rows),
        sections.targets(rows, numbers),
        sections.ahead(rows, numbers, today),
    )
    return ReportContent(
        title=f"关于{_subject(plans)}落实情况的报告",
        period=spoken.words if spoken else f"截至{full_date(today)}",
        addressee=addressee,
        opening=_opening(plans, today, spoken),
        sections=tuple(section for section in written if section is not None),
        closing="特此报告。",
        signature_unit=signature_unit,
        signed_on=today,
        annex_title=f"{_subject(plans)}任务台账",
        annex=tuple(rows),
    )


def _subject(plans: Sequence[PlanRow]) -> str:
    return plans[0].title if len(plans) == 1 else f"{len(plans)}个规划"


def _opening(plans: Sequence[PlanRow], today: dt.date, period: Period | None) -> str:
    named = "".join(_named(plan) for plan in plans[:_NAMED_PLANS])
    if len(plans) > _NAMED_PLANS:
        named += f"等{len(plans)}个规划"
    if period is None:
        return f"现将{named}截至{full_date(today)}的落实情况报告如下。"
    return f"现将{named}{period.words}落实情况报告如下，数据截至{full_date(today)}。"


def _named(plan: PlanRow) -> str:
    number = f"（{plan.doc_number}）" if plan.doc_number else ""
    return f"《{plan.title}》{number}"
