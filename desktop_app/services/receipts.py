"""Receipts of merged workbooks, drawn as small PDF files in the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import StorageFailure
from desktop_app.domain.merging import BookReport, Cell, Decision, MergePlan
from desktop_app.services import settings
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.report_model import ReportContent

SIGNATURE_UNIT = "signature_unit"
"""The setting that names who signs; unset, the line is left for the hand."""


def draft(workspace: Workspace, plan: MergePlan, book: int, decision: Decision) -> ReportContent:
    """What the receipt of one workbook would say, for a preview; cells nobody chose for yet count as taken over."""
    from desktop_app.exports.receipt import draft_receipt

    cells = [cell for cell in plan.cells if cell.book == book]
    unit = settings.get(workspace, SIGNATURE_UNIT)
    return draft_receipt(plan.books[book], cells, decision, workspace.today, unit)


def write_receipt(
    workspace: Workspace, book: BookReport, cells: Sequence[Cell], decision: Decision, path: Path
) -> Path:
    """Draw the receipt of one workbook; returns where it is.

    Raises:
        StorageFailure, BadInput: it cannot be written.
    """
    from desktop_app.exports.atomic import replace_when_done
    from desktop_app.exports.receipt import draft_receipt
    from desktop_app.exports.report import count_pages, print_report

    content = draft_receipt(book, cells, decision, workspace.today, settings.get(workspace, SIGNATURE_UNIT))
    with replace_when_done(path) as swap:
        printed = print_report(swap.temporary, content)
        if count_pages(swap.temporary) != printed.pages:
            raise StorageFailure(f"回执“{path.name}”核对不符，未保存")
    return swap.path
