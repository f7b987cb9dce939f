"""The report as the window shows it: drafted, drawn to a file and looked at, in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.services import reports, scratch
from desktop_app.services.preflight import Remark, look
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions
    from desktop_app.exports.report_model import ReportContent
    from desktop_app.exports.rewording import Wording

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """A drafted report: what it says, the PDF it was drawn to, and what a reader would find wanting."""

    options: ReportOptions
    content: ReportContent
    wordings: Sequence[Wording]
    file: Path
    pages: int
    remarks: Sequence[Remark]


def preview(workspace: Workspace, options: ReportOptions, file: Path, progress: Progress | None = None) -> Preview:
    """Draft the report of `options` and draw it to `file`.

    Raises:
        As `reports.draft`; StorageFailure: `file` cannot be written; Cancelled: raised by `progress`.
    """
    from desktop_app.exports.report import print_report

    material = reports.gather(workspace, options)
    content, wordings = reports.draft_with_wordings(material)
    with scratch.in_words():
        printed = print_report(file, content, progress)
    remarks = look(workspace, material, content, wordings, printed)
    return Preview(material.options, content, wordings, file, printed.pages, remarks)
