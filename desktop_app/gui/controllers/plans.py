"""Plans come in by menu, by drop, by paste or as the sample; they are read beside the window and looked at before they are stored."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from desktop_app import paths
from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.plan import Plan, Span
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.controllers import messages
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.phrases import Phrases
from desktop_app.gui.controllers.reading import PlanReader
from desktop_app.gui.controllers.sources import Source, pasted_source, words_in
from desktop_app.gui.dialogs.import_review import ImportReviewDialog
from desktop_app.gui.dialogs.source_view import SourceDialog
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.gui.local_files import files_in
from desktop_app.gui.panels.task_panel import TaskPanel
from desktop_app.services import originals, plans


class PlanController(QObject):
    """Reads one file after another; each is shown, then stored or left."""

    def __init__(self, desk: Desk, panel: TaskPanel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._reader = PlanReader(desk)
        self._waiting: deque[Source] = deque()
        self._reading = False
        self._total = 0
        self.divert: Callable[[Sequence[Path]], list[Path]] = list
        """Takes files that are no plans, such as returned workbooks, and gives back the others."""
        actions = self._window.actions_
        actions.import_plan.triggered.connect(self.ask_files)
        actions.paste_plan.triggered.connect(self.paste)
        actions.open_sample.triggered.connect(self.import_sample)
        actions.remove_plan.triggered.connect(self.remove)
        actions.export_corrections.triggered.connect(self.ask_corrections)
        self._window.files_dropped.connect(self.import_files)
        panel.source_requested.connect(self.show_source)

    def ask_files(self) -> None:
        """Choose documents."""
        from desktop_app.ingest.readers import SUFFIXES

        kind = self.tr("规划文件"), SUFFIXES
        self._desk.files.ask_files(self._window, self.tr("导入规划"), Purpose.PLAN, [kind], self.import_files)

    def import_files(self, files: Sequence[Path]) -> None:
        """Read `files` one after another; what is no plan is taken care of elsewhere."""
        self._import([Source(path) for path in self.divert(files)])

    def paste(self) -> None:
        """Read what was copied: files as if they were dropped, else words or cells. A cell being edited keeps its keys."""
        if self._window.task_list.view().state() is QAbstractItemView.State.EditingState:
            return
        data = QGuiApplication.clipboard().mimeData()
        if files := files_in(data):
            self.import_files(files)
            return
        words = words_in(data)
        if not words.strip():
            self._window.set_status(saved=self.tr("剪贴板中没有文字，先复制正文或表格"))
            return
        name = self.tr("粘贴的表格") if "\t" in words else self.tr("粘贴的文字")
        self._import([pasted_source(words, name)])

    def import_sample(self) -> None:
        """Read the bundled plan of an invented district."""
        self.import_files(sorted((paths.resources() / "sample").glob("*.txt"))[:1])

    def remove(self) -> None:
        """Take the plan in view out of the ledger; 撤销 brings it back."""
        plan = self._desk.plan_at_hand()
        if plan is not None:
            self._desk.run(lambda workspace: plans.remove_plan(workspace, plan), self.tr("正在移除规划"))

    def ask_corrections(self) -> None:
        """Choose where the corrections of the plan in view are written."""
        plan = self._desk.plan_at_hand()
        if plan is None:
            return
        title = next(row.title for row in self._desk.session.plans if row.id == plan)
        self._desk.files.ask_place(
            self._window,
            self.tr("导出核对更正"),
            Purpose.CORRECTIONS,
            self.tr("{0}-更正.json").format(title),
            [(self.tr("更正文件"), (".json",))],
            lambda path: self.write_corrections(plan, path),
        )

    def write_corrections(self, plan: int, path: Path) -> None:
        """Write what was put right when the plan was imported."""
        try:
            written = plans.export_corrections(self._desk.workspace, plan, path)
        except XiaohaoError as error:
            self._desk.say(error)
            return
        self._window.set_status(saved=self.tr("已导出核对更正：{0}").format(written.name))

    def show_source(self, ref: TaskRef) -> None:
        """Show the task in the text of its plan."""
        detail = self._desk.session.detail(ref.task)
        if detail is None:
            return
        row = detail.row
        place = Span(detail.offset, detail.offset + len(detail.wording))
        text = originals.text_of_task(self._desk.workspace, row.id)
        file = originals.file_of_task(self._desk.workspace, row.id)
        dialog = SourceDialog(self._window.theme, row.plan_title, text, place, file is not None, self._window)
        if file is not None:
            dialog.foot.primary.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))))
        dialog.show()

    def _import(self, sources: Sequence[Source]) -> None:
        self._waiting.extend(sources)
        self._total = self._total + len(sources) if self._reading else len(sources)
        if not self._reading:
            self._read_next()

    def _read_next(self) -> None:
        self._reading = bool(self._waiting)
        if self._waiting:
            source = self._waiting.popleft()
            leave = partial(self._leave, source)
            self._reader.read(source, partial(self._preview, source), partial(self._failed, source), leave)

    def _leave(self, source: Source) -> None:
        source.leave()
        self._read_next()

    def _preview(self, source: Source, plan: Plan) -> None:
        place = (self._total - len(self._waiting), self._total)
        dialog = ImportReviewDialog(self._window.theme, plan, place, Phrases(), self._window, files=self._desk.files)
        dialog.finished.connect(lambda result: self._reviewed(source, dialog, result))
        dialog.open()

    def _reviewed(self, source: Source, dialog: ImportReviewDialog, result: int) -> None:
        try:
            if result == ImportReviewDialog.DialogCode.Accepted:
                self._store(dialog, source.path)
        finally:
            self._leave(source)

    def _failed(self, source: Source, error: Exception) -> None:
        try:
            self._desk.say(error)
        finally:
            self._leave(source)

    def _store(self, review: ImportReviewDialog, file: Path) -> None:
        workspace, plan, corrections = self._desk.workspace, review.plan, review.corrections_json()
        left = review.left_words()
        try:
            result: plans.ImportResult = self._desk.wait(
                self.tr("正在存入《{0}》").format(plan.title),
                lambda _: plans.store_plan(workspace, plan, file, corrections),
            )
        except XiaohaoError as error:
            self._desk.say(error)
            return
        self._desk.changed.emit(result.changes)
        if result.already_stored:
            sentence = self.tr("《{0}》已在台账中，未重复存入。").format(result.title)
            messages.tell(self._window, self.tr("已在台账中"), sentence)
        else:
            self._window.navigation.select("all" if len(self._desk.session.plans) == 1 else f"plan:{result.plan_id}")
            stored = self.tr("已存入：任务 {0} 项，单位 {1} 个，时限 {2} 个，指标 {3} 个").format(
                result.tasks, result.units, result.deadlines, result.targets
            )
            self._window.set_status(saved=stored + left)
