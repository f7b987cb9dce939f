"""The receipt of one workbook under review leaves the window: as a file, or on paper."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.errors import XiaohaoError
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.report_output import ReportOutput
from desktop_app.gui.dialogs.merge_review import MergeReviewDialog
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.services import receipts


class ReceiptController(QObject):
    """Draws the receipt as it stands, with what is chosen so far; merging draws those of all workbooks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.output = ReportOutput(desk)

    def attend(self, dialog: MergeReviewDialog) -> None:
        """Save and print from the pane of a review."""
        dialog.receipt.save_wanted.connect(lambda: self._ask_place(dialog))
        dialog.receipt.print_wanted.connect(lambda: self._print(dialog))

    def _ask_place(self, dialog: MergeReviewDialog) -> None:
        standing = dialog.receipt_in_view()
        if standing is None:
            return
        unit = dialog.plan.books[standing[0]].unit
        self._desk.files.ask_place(
            dialog,
            self.tr("回执另存为"),
            Purpose.EXPORT,
            self.tr("{0}_回执.pdf").format(unit),
            [(self.tr("PDF 文件"), (".pdf",)), (self.tr("Word 文件"), (".docx",))],
            lambda path: self._save(dialog, path),
        )

    def _save(self, dialog: MergeReviewDialog, path: Path) -> None:
        written = self._draw(dialog, path)
        if written is not None:
            dialog.foot.note.setText(self.tr("已另存为 {0}").format(written.name))

    def _print(self, dialog: MergeReviewDialog) -> None:
        from desktop_app.exports.pdf_pages import PdfPages

        with tempfile.TemporaryDirectory(prefix="xiaohao-") as folder:
            page = self._draw(dialog, Path(folder) / "回执.pdf")
            if page is not None:
                self.output.ask_pages(dialog, self.tr("打印回执"), PdfPages.read(page))

    def _draw(self, dialog: MergeReviewDialog, path: Path) -> Path | None:
        """Draw beside the window; a failure is said."""
        standing = dialog.receipt_in_view()
        if standing is None:
            return None
        workspace, plan = self._desk.workspace, dialog.plan
        try:
            written: Path = self._desk.wait(
                self.tr("正在生成回执"), lambda _: receipts.write_receipt(workspace, plan, *standing, path)
            )
        except XiaohaoError as error:
            self._desk.say(error)
            return None
        return written
