"""What leaves the ledger: the workbook and the report, written whole, read back and counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.quotes import quoted
from desktop_app.services import reports, urging
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions
    from desktop_app.exports.report_model import ReportContent

Progress = Callable[[int, int], None]


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
    from desktop_app.exports.agreement import must_agree
    from desktop_app.exports.atomic import replace_when_done
    from desktop_app.exports.workbook import write_ledger

    plans, rows = reports.chosen(workspace, plan)
    title = f"{plans[0].title if len(plans) == 1 else f'{len(plans)}个规划'}任务台账"
    number = plans[0].doc_number or "" if len(plans) == 1 else ""
    with replace_when_done(out) as swap:
        written = write_ledger(swap.temporary, title, number, workspace.today, rows, progress)
        must_agree(written, len(rows), "行")
    message = _sentences(swap.notice, f"已导出台账{quoted(swap.path.name)}，共{written}项任务，另附统计表")
    return ExportResult(swap.path, written, None, message)


def export_report(
    workspace: Workspace,
    out: Path,
    plan: int | None = None,
    period: str | dt.date | None = None,
    progress: Progress | None = None,
    options: ReportOptions | None = None,
) -> ExportResult:
    """Write a report on one plan, or on all, to `out`: a PDF, or a Word file when that is its extension.

    `period` is as `exports.period.Period` reads it, any day of a month, or None for everything up to today; plan and
    period go before those of `options`. A letter that urges a unit is counted in the record.

    Raises:
        As `export_ledger`, and BadInput for a period of another form.
    """
    from dataclasses import replace

    from desktop_app.exports.material import ReportOptions

    spoken = f"{period:%Y-%m}" if isinstance(period, dt.date) else period
    wanted = options or ReportOptions()
    content = reports.draft(workspace, replace(wanted, plan=plan or wanted.plan, period=spoken or wanted.period))
    result = write_report(out, content, wanted.template, progress)
    if content.urges:
        urging.record_letter(workspace, content)
    return result


def write_report(out: Path, content: ReportContent, template: str, progress: Progress | None = None) -> ExportResult:
    """Write a drafted report to `out`, whole and read back; nothing is noted in the ledger.

    Raises:
        BadInput, StorageFailure: `out` cannot be written.
        Cancelled: raised by `progress`; nothing is left behind.
    """
    from desktop_app.exports.atomic import replace_when_done

    with replace_when_done(out) as swap:
        pages, replaced = reports.write(swap.temporary, content, progress)
    lost = f"没有字体能显示的字已用□代替：{'、'.join(replaced)}" if replaced else ""
    counted = f"，共{pages}页" if pages else ""
    annexed = f"，附件台账{content.items}项任务" if template == "progress" and content.items else ""
    written = f"已导出{reports.name_of(template)}{quoted(swap.path.name)}{counted}{annexed}"
    return ExportResult(swap.path, content.items, pages, _sentences(swap.notice, written, lost))


def export_calibration(out: Path) -> ExportResult:
    """Write a page with a ruler to the PDF `out`, front and back: does the printer keep its millimetres?

    Raises:
        BadInput, StorageFailure: `out` cannot be written.
    """
    from desktop_app.exports.agreement import must_agree
    from desktop_app.exports.atomic import replace_when_done
    from desktop_app.exports.calibration import write_calibration
    from desktop_app.exports.report import count_pages

    with replace_when_done(out) as swap:
        pages = write_calibration(swap.temporary)
        must_agree(count_pages(swap.temporary), pages, "页")
    return ExportResult(
        swap.path, 0, pages, _sentences(swap.notice, f"已导出打印校准页“{swap.path.name}”，共{pages}页")
    )


def _sentences(*parts: str) -> str:
    said: Sequence[str] = [part for part in parts if part]
    return "。".join(said) + "。"
