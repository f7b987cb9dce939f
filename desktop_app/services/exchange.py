"""What leaves the ledger: the workbook and the report, written whole, read back and counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from desktop_app.domain.errors import NotFound, Refused, StorageFailure
from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.services import queries
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Setting

Progress = Callable[[int, int], None]

SIGNATURE_UNIT, ADDRESSEE = "signature_unit", "addressee"
"""Settings of the workspace: who signs a report and to whom it goes. Unset, both are left for the hand."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A written file. `path` differs from the one asked for when that was open elsewhere; `message` then says so.

    `rows` is the number of tasks in it, `pages` that of a PDF.
    """

    path: Path
    rows: int
    pages: int | None
    message: str


def export_ledger(
    workspace: Workspace, out: Path, plan: int | None = None, progress: Progress | None = None
) -> ExportResult:
    """Write the tasks of one plan, or of all, to the workbook `out`.

    Raises:
        NotFound: there is no such plan.
        Refused: there is no task to write.
        BadInput, StorageFailure: `out` cannot be written.
        Cancelled: raised by `progress`; nothing is left behind.
    """
    from desktop_app.exports.atomic import replace_when_done
    from desktop_app.exports.workbook import write_ledger

    plans, rows = _gather(workspace, plan)
    title = f"{plans[0].title if len(plans) == 1 else f'{len(plans)}个规划'}任务台账"
    number = plans[0].doc_number or "" if len(plans) == 1 else ""
    with replace_when_done(out) as swap:
        written = write_ledger(swap.temporary, title, number, workspace.today, rows, progress)
        _must_agree(written, len(rows), "行")
    message = _sentences(swap.notice, f"已导出台账“{swap.path.name}”，共{written}项任务，另附统计表")
    return ExportResult(swap.path, written, None, message)


def export_report(
    workspace: Workspace,
    out: Path,
    plan: int | None = None,
    period: str | dt.date | None = None,
    progress: Progress | None = None,
) -> ExportResult:
    """Write the report on one plan, or on all, to the PDF `out`.

    `period` is "2026-11", "2026-Q4", "2026", any day of a month, or None for everything up to today.

    Raises:
        As `export_ledger`, and BadInput for a period of another form.
    """
    from desktop_app.exports.atomic import replace_when_done
    from desktop_app.exports.content import draft_report
    from desktop_app.exports.report import count_pages, print_report

    plans, rows = _gather(workspace, plan)
    spoken = f"{period:%Y-%m}" if isinstance(period, dt.date) else period
    unit, addressee = _setting(workspace, SIGNATURE_UNIT), _setting(workspace, ADDRESSEE)
    content = draft_report(plans, rows, workspace.today, spoken, unit, addressee)
    with replace_when_done(out) as swap:
        printed = print_report(swap.temporary, content, progress)
        pages = count_pages(swap.temporary)
        _must_agree(pages, printed.pages, "页")
    lost = f"没有字体能显示的字已用□代替：{'、'.join(printed.replaced)}" if printed.replaced else ""
    written = f"已导出报告“{swap.path.name}”，共{pages}页，附件台账{len(rows)}项任务"
    return ExportResult(swap.path, len(rows), pages, _sentences(swap.notice, written, lost))


def _gather(workspace: Workspace, plan: int | None) -> tuple[list[PlanRow], list[TaskRow]]:
    """The plans that have tasks, and the tasks."""
    plans = [row for row in queries.plans(workspace) if plan is None or row.id == plan]
    if plan is not None and not plans:
        raise NotFound(f"没有编号为{plan}的规划，先查看规划列表")
    rows = queries.tasks(workspace, TaskFilter(plan=plan))
    if not rows:
        raise Refused("没有可导出的任务，应先导入规划")
    present = {row.plan_id for row in rows}
    return [row for row in plans if row.id in present], rows


def _setting(workspace: Workspace, key: str) -> str:
    with reading(workspace.engine) as connection:
        return connection.scalar(select(Setting.value).where(Setting.key == key)) or ""


def _must_agree(written: int, wanted: int, what: str) -> None:
    """Promise 5: a file that does not hold what was to be written is never swapped in."""
    if written != wanted:
        raise StorageFailure(f"导出文件核对不符：应有{wanted}{what}，实有{written}{what}，未保存，应换一个位置再试")


def _sentences(*parts: str) -> str:
    said: Sequence[str] = [part for part in parts if part]
    return "。".join(said) + "。"
