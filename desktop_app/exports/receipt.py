"""回执: what became of a unit's workbook, on a page or two: the counts, what was not taken and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from desktop_app.domain.merging import BookReport, Cell, Decision, Outcome
from desktop_app.exports.report_model import Numbering, Paragraph, ReportContent, Section
from desktop_app.exports.table_model import Table, TableColumn, TableRow
from desktop_app.exports.text import full_date

_LONGEST = 80
"""Letters of an answer that the receipt repeats; the unit has the rest."""

_COLUMNS = (
    TableColumn("任务", 130, centred=False),
    TableColumn("栏目", 56),
    TableColumn("填报内容", 128, centred=False),
    TableColumn("未采用的原因", 128, centred=False),
)
_MOST_NAMED = 40


def draft_receipt(
    book: BookReport,
    cells: Sequence[Cell],
    decision: Decision,
    reasons: Mapping[int, str],
    today: dt.date,
    signature_unit: str = "",
    follows: Sequence[str] = (),
) -> ReportContent:
    """The receipt for one workbook; `cells` are its cells but those that were the same, `reasons` say by the id of a
    cell why it was not taken, `follows` what its answers change besides.
    """
    sections = (_not_taken(cells, reasons), _following(follows), _missing(book))
    return ReportContent(
        title="回执",
        period=book.batch_label or full_date(today),
        addressee=book.unit,
        opening=_opening(book, cells, decision, reasons),
        sections=tuple(section for section in sections if section is not None),
        closing="特此回执。",
        signature_unit=signature_unit,
        signed_on=today,
        numbering=Numbering.CENTRED,
    )


def _opening(book: BookReport, cells: Sequence[Cell], decision: Decision, reasons: Mapping[int, str]) -> str:
    """The counts; they add up to the cells that were read, and what was not taken is what the table lists."""
    counts = book.counts
    batch = f"{book.batch_label}的" if book.batch_label else ""
    asking = [cell for cell in cells if cell.outcome.needs_choice]
    settled = [cell for cell in asking if cell.id in decision.settled]
    stands = sum(cell.id not in reasons for cell in settled)
    direct = sum(cell.outcome is Outcome.TAKEN and cell.id not in reasons for cell in cells)
    chosen = f"，经核对采用{stands}格" if settled else ""
    waiting = f"，待核对{len(asking) - len(settled)}格" if len(settled) < len(asking) else ""
    return (
        f"你单位{batch}任务进展填报表（{book.rows}行，{counts.read}格）已收到并核对完毕。其中，直接采用{direct}格，"
        f"与现有内容一致{counts.same}格{chosen}{waiting}，未采用{len(reasons)}格。"
    )


def _not_taken(cells: Sequence[Cell], reasons: Mapping[int, str]) -> Section | None:
    rows = tuple(
        TableRow((_short(cell.name), cell.field.label, _short(cell.raw) or "（空）", _short(reasons[cell.id])))
        for cell in cells
        if cell.id in reasons
    )
    return Section("未采用的内容", (Table(_COLUMNS, rows),)) if rows else None


def _following(follows: Sequence[str]) -> Section | None:
    """What was set besides the cell that the unit filled in."""
    if not follows:
        return None
    return Section("随填报改动的内容", tuple(Paragraph(f"{_short(each)}。") for each in follows))


def _missing(book: BookReport) -> Section | None:
    if not book.missing:
        return None
    named = "；".join(_short(name) for name in book.missing[:_MOST_NAMED])
    more = f"等{len(book.missing)}行" if len(book.missing) > _MOST_NAMED else ""
    return Section("表内未见的任务", (Paragraph(f"下发的以下任务不在返回的表内，未作更改：{named}{more}。"),))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
