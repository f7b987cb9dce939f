"""回收: returned workbooks are read beside the window, reviewed cell by cell, merged as one step; then receipts are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.handout import Answer, Field
from desktop_app.domain.merging import Chosen, Decision, MergePlan
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.receipts import ReceiptController
from desktop_app.gui.dialogs.files_result import FilesResultDialog
from desktop_app.gui.dialogs.merge_review import MergeReviewDialog, ReceiptText
from desktop_app.gui.dialogs.merge_review.choices import Key, carried
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.services import handout, merge, named_evidence, receipts, returned_files
from desktop_app.services.workspace import Workspace


class MergeController(QObject):
    """Takes workbooks from the menu, from a drop, or from what was dropped to be imported."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._left: dict[Key, Chosen] = {}
        """Choices of reviews that were closed: reading the same workbook again brings them back."""
        self._suffixes: tuple[str, ...] = ()
        """The forms of receipts that were wanted the last time."""
        self.receipts = ReceiptController(desk)
        self._window.actions_.merge_returned.triggered.connect(self.ask_files)

    def ask_files(self) -> None:
        """Choose returned workbooks."""
        kind = self.tr("填报表"), returned_files.SUFFIXES
        self._desk.files.ask_files(self._window, self.tr("回收填报表"), Purpose.RETURNED, [kind], self.read)

    def divert(self, files: Sequence[Path]) -> list[Path]:
        """Take the returned workbooks out of files that are to be imported, and review them; returns the others."""
        mine, others = returned_files.sort_out(files)
        if mine:
            self.read(mine)
        return others

    def read(self, files: Sequence[Path]) -> None:
        """Read workbooks beside the window, then show what merging them would do."""
        workspace = self._desk.workspace
        # Its first call writes a setting: that is for the main thread.
        handout.workspace_id(workspace)
        wanted = list(dict.fromkeys(files))
        title = self.tr("正在读取 {0} 份填报表").format(len(wanted))
        work = partial(merge.prepare, workspace, wanted)
        self._desk.worker.run(title, work, partial(self._review, wanted), self._desk.say)

    def _review(self, files: Sequence[Path], plan: MergePlan) -> None:
        workspace = self._desk.workspace
        labels = {book.batch_label for book in plan.books if not book.refusal}
        owed = [each for each in handout.owed(workspace) if each.label in labels]
        dialog = MergeReviewDialog(
            self._window.theme, plan, owed, self._read_own, partial(_draft, workspace, plan),
            carried(plan, self._left), self._window,
        )  # fmt: skip
        dialog.receipt.want(self._suffixes)
        self.receipts.attend(dialog)
        dialog.more_files.connect(lambda more: self._add(dialog, [*files, *more]))
        dialog.accepted.connect(lambda: self._merge(dialog))
        dialog.rejected.connect(lambda: self._leave(dialog))
        dialog.open()

    def _add(self, dialog: MergeReviewDialog, files: Sequence[Path]) -> None:
        """Read everything again with the further workbooks; the choices go along."""
        dialog.reject()
        self.read(files)

    def _leave(self, dialog: MergeReviewDialog) -> None:
        self._left.update(dialog.choices.by_key())
        self._suffixes = dialog.receipt.suffixes()
        if dialog.choices.given:
            self._window.set_status(saved=self.tr("回收核对已关闭，未合并；再次读取这些填报表时恢复已选"))

    def _read_own(self, field: Field, text: str) -> Answer:
        return merge.read_typed(self._desk.workspace, field, text)

    def _merge(self, dialog: MergeReviewDialog) -> None:
        workspace, plan, given = self._desk.workspace, dialog.plan, dict(dialog.choices.given)
        suffixes = self._suffixes = dialog.receipt.suffixes()
        self._left.update(dialog.choices.by_key())
        try:
            result, named = self._desk.wait(self.tr("正在合并"), lambda _: _apply(workspace, plan, given))
        except XiaohaoError as error:
            self._desk.say(error)
            return
        self._desk.changed.emit(result.changes)
        counts = plan.counts
        done = self.tr("已合并 {0} 份，读入 {1} 格，合并前已备份").format(
            sum(not book.refusal for book in plan.books), counts.read
        )
        if named:
            done += self.tr("；填报的佐证名称有 {0} 个待对应").format(named)
        self._window.set_status(saved=done)
        if suffixes:
            work = partial(_draw, workspace, plan, result.decision, suffixes)
            self._desk.worker.run(self.tr("正在生成回执"), work, self._show_receipts, self._desk.say)

    def _show_receipts(self, drawn: receipts.Receipts) -> None:
        message = self.tr("已生成回执 {0} 份").format(len(drawn.written))
        FilesResultDialog(
            self._window.theme, self.tr("回执"), message, drawn.written, drawn.failed, self._window
        ).open()


def _apply(workspace: Workspace, plan: MergePlan, given: Mapping[int, Chosen]) -> tuple[merge.MergeResult, int]:
    """Write the merge; returns besides how many files that units named are still to be found."""
    result = merge.apply(workspace, plan, given, receipts=())
    return result, len(named_evidence.wanted(workspace))


def _draw(
    workspace: Workspace, plan: MergePlan, decision: Decision, suffixes: Sequence[str], progress: receipts.Progress
) -> receipts.Receipts:
    return receipts.write_receipts(workspace, plan, decision, suffixes, progress)


def _draft(workspace: Workspace, plan: MergePlan, book: int, decision: Decision) -> ReceiptText:
    """The receipt in the terms of the window."""
    from desktop_app.exports.report_model import Paragraph
    from desktop_app.exports.table_model import Table

    content = receipts.draft(workspace, plan, book, decision)
    parts = []
    for section in content.sections:
        sentences = tuple(block.text for block in section.blocks if isinstance(block, Paragraph))
        tables = [block for block in section.blocks if isinstance(block, Table)]
        rows = tuple(row.cells for table in tables for row in table.rows)
        head = tuple(column.head for column in tables[0].columns) if tables else ()
        parts.append((section.heading, sentences, ((head, *rows) if rows else ())))
    return ReceiptText(
        content.title, content.addressee, content.opening, tuple(parts), content.closing, content.signature_unit,
        content.signed_on,
    )  # fmt: skip
