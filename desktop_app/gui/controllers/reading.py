"""From a source to a plan: read beside the window; the columns of a spreadsheet are shown before its rows become tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.errors import BadInput
from desktop_app.domain.old_ledger import LedgerSheet
from desktop_app.domain.plan import Plan
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.sources import Source
from desktop_app.gui.dialogs.ledger_columns import LedgerColumnsDialog
from desktop_app.gui.worker import Progress
from desktop_app.services import column_memory

if TYPE_CHECKING:
    from desktop_app.ingest.document import Document

Done = Callable[[Plan], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A spreadsheet whose columns are to be looked at first."""

    document: Document
    sheets: tuple[LedgerSheet, ...]


class PlanReader(QObject):
    """Reads one source; `done` gets the plan, `failed` the error, `left` is called when the officer turned back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def read(self, source: Source, done: Done, failed: Callable[[Exception], None], left: Callable[[], None]) -> None:
        """Start reading; exactly one of the three is called on the main thread."""
        title = self.tr("正在读取 {0}").format(source.path.name)

        def opened(found: Plan | Opened) -> None:
            if isinstance(found, Plan):
                done(found)
            else:
                self._ask_columns(found, done, failed, left)

        self._desk.worker.run(title, partial(open_beside, source), opened, failed)

    def _ask_columns(
        self, found: Opened, done: Done, failed: Callable[[Exception], None], left: Callable[[], None]
    ) -> None:
        from desktop_app.ingest.ledgers import account_for_rows, with_head

        workspace = self._desk.workspace
        sheets = [column_memory.recall(workspace, sheet) for sheet in found.sheets]
        dialog = LedgerColumnsDialog(
            self._desk.window.theme, found.document.source, sheets, account_for_rows, with_head, self._desk.window
        )

        def go_on(wanted: object) -> None:
            title = self.tr("正在读取 {0}").format(found.document.source)
            self._desk.worker.run(title, wanted, done, failed)  # type: ignore[arg-type]

        def take() -> None:
            chosen = dialog.chosen()
            if not chosen:
                go_on(partial(read_prose, found.document))
                return
            column_memory.remember(workspace, chosen)
            go_on(partial(read_rows, found.document, chosen))

        dialog.accepted.connect(take)
        dialog.rejected.connect(left)
        dialog.open()


def open_beside(source: Source, progress: Progress) -> Plan | Opened:
    """Open a source; runs in the worker. A document of prose is read at once."""
    from desktop_app.ingest import open_document, paste_document, plan_of
    from desktop_app.ingest.ledgers import ledger_sheets

    progress(0, 100)
    pasted, name = source.pasted, source.path.name
    document = open_document(source.path) if pasted is None else paste_document(pasted, name)
    sheets = ledger_sheets(document)
    if any(sheet.likely for sheet in sheets):
        return Opened(document, sheets)
    try:
        return plan_of(document, progress)
    except BadInput:
        # A list whose heads nobody knows: the officer does.
        if any(len(sheet.rows) > 1 for sheet in sheets):
            return Opened(document, sheets)
        raise


def read_rows(document: Document, sheets: Sequence[LedgerSheet], progress: Progress) -> Plan:
    """Make tasks of the rows; runs in the worker."""
    from desktop_app.ingest.ledgers import read_ledger

    return read_ledger(document, sheets, progress).plan


def read_prose(document: Document, progress: Progress) -> Plan:
    """Read a workbook as if it were text; runs in the worker."""
    from desktop_app.ingest import plan_of

    return plan_of(document, progress)
