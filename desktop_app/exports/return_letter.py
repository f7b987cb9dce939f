"""催办函 for a workbook that is owed: which batch, since when, until when; joined to the letter about overdue tasks if there is one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.returns import UnitReturn
from desktop_app.exports.report_model import Paragraph, ReportContent, Section
from desktop_app.exports.table_model import Table, TableColumn, TableRow
from desktop_app.exports.text import full_date

_COLUMNS = (
    TableColumn("批次", 120, centred=False),
    TableColumn("下发日期", 90),
    TableColumn("应交日期", 90),
    TableColumn("逾期", 60),
    TableColumn("任务行数", 60),
)


def draft_letter(
    unit: str,
    owed: Sequence[UnitReturn],
    today: dt.date,
    urged: Sequence[dt.date],
    overdue: ReportContent | None,
    signature_unit: str,
) -> ReportContent:
    """The letter to one unit; `overdue` is the letter about its tasks, `urged` the days it was urged on before."""
    section = Section(
        "未交的填报表", (Paragraph(_asked(owed)), Table(_COLUMNS, tuple(_line(each, today) for each in owed)))
    )
    if overdue is not None:
        return replace(overdue, sections=(section, *overdue.sections))
    return ReportContent(
        title="关于催交任务进展填报表的函",
        period=f"截至{full_date(today)}",
        addressee=unit,
        opening=_opening(owed, today, urged),
        sections=(section,),
        closing="特此函告。",
        signature_unit=signature_unit,
        signed_on=today,
        urges=unit,
    )


def _opening(owed: Sequence[UnitReturn], today: dt.date, urged: Sequence[dt.date]) -> str:
    late = max(each.days_late(today) for each in owed)
    stands = f"，{'最长' if len(owed) > 1 else ''}已逾期{late}天" if late else ""
    before = f"此前已催办{len(urged)}次，本次为第{len(urged) + 1}次。" if urged else ""
    return (
        f"截至{full_date(today)}，贵单位尚有{len(owed)}份任务进展填报表未交回{stands}。{before}现将有关情况函告如下。"
    )


def _asked(owed: Sequence[UnitReturn]) -> str:
    rows = sum(each.rows for each in owed)
    return f"以下{len(owed)}份共{rows}行，请尽快填报并以原文件返回；没有变化的行不必改动，原样返回即可。"


def _line(each: UnitReturn, today: dt.date) -> TableRow:
    late = each.days_late(today)
    return TableRow((
        each.label, full_date(each.handed_on), full_date(each.due_on) if each.due_on else "未定",
        f"{late}天" if late else "", str(each.rows),
    ))  # fmt: skip
