"""What the window does about whole ledgers: `python -m tests.benchmarks.window --long`.

Each action runs once on 10,000 tasks, in the order an office would: nothing here is done within a tenth of a second, so
what counts is the longest time that the window answers nothing. `Long` knows how to begin each action and when it is over.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QDialog

from tests.benchmarks.window_watch import Cost, measure

D = TypeVar("D", bound=QDialog)
Step = tuple[str, Callable[[], None], Callable[[], bool] | None]


class Long:
    """The window, its workspace, and files that come from outside."""

    def __init__(self, window: Any, controllers: Any, folder: Path) -> None:
        self._window, self._controllers, self._folder = window, controllers, folder
        self._actions = window.actions_
        self._desk = controllers.desk

    def costs(self, only: str | None = None) -> Iterator[tuple[str, Cost]]:
        """Do one action after another; `only` measures those whose name holds it, and still does the others."""
        for name, action, until in self._steps():
            cost = measure(action, until)
            if only is None or only in name:
                yield name, cost

    def _steps(self) -> Iterator[Step]:
        yield from self._views()
        yield from self._plans()
        yield from self._rounds()
        yield from self._reports()
        yield from self._whole_ledger()

    def _views(self) -> Iterator[Step]:
        navigation, task_list = self._window.navigation, self._window.task_list
        yield "view overdue", partial(navigation.select, "overdue"), None
        yield "view all", partial(navigation.select, "all"), None
        yield "grid", partial(task_list.show_grid, True), None
        yield "tree", partial(task_list.show_grid, False), None
        yield "select all", task_list.select_all, None

    def _whole_ledger(self) -> Iterator[Step]:
        session = self._desk.session
        closed = partial(_all_closed, session)
        self._window.task_list.select_all()
        yield "tick all", self._actions.tick.trigger, closed
        yield "undo tick all", self._actions.undo.trigger, lambda: not closed()
        yield "redo tick all", self._actions.redo.trigger, closed
        yield "undo again", self._actions.undo.trigger, lambda: not closed()

    def _plans(self) -> Iterator[Step]:
        from desktop_app.gui.dialogs.merge_units import MergeUnitsDialog
        from desktop_app.gui.dialogs.plan_rules import PlanRulesDialog

        yield "rules", self._actions.plan_rules.trigger, lambda: self._closed(PlanRulesDialog)
        yield "units", self._actions.merge_units.trigger, lambda: self._closed(MergeUnitsDialog)
        session = self._desk.session
        yield "store import", self._import_half, lambda: len(session.plans) == 2 and not self._busy()
        self._window.navigation.select("plan:2")
        yield "remove plan", self._actions.remove_plan.trigger, lambda: len(session.plans) == 1
        yield "undo remove", self._actions.undo.trigger, lambda: len(session.plans) == 2
        yield "redo remove", self._actions.redo.trigger, lambda: len(session.plans) == 1
        self._window.navigation.select("all")

    def _import_half(self) -> None:
        """Store a plan as the review of an import does when it is accepted."""
        from desktop_app.gui.controllers.phrases import Phrases
        from desktop_app.gui.dialogs.import_review import ImportReviewDialog
        from tests.benchmarks.data import make_plan

        count = len(self._desk.session.rows) // 2
        file = self._folder / "second.txt"
        file.write_text("第二份", encoding="utf-8")
        review = ImportReviewDialog(self._window.theme, make_plan(count), (1, 1), Phrases(), self._window)
        self._controllers.plans._store(review, file)
        review.deleteLater()

    def _rounds(self) -> Iterator[Step]:
        from desktop_app.gui.dialogs.files_result import FilesResultDialog
        from desktop_app.gui.dialogs.handout.dialog import HandoutDialog
        from desktop_app.gui.dialogs.handout.named_files import NamedFilesDialog
        from desktop_app.gui.dialogs.handout.returns import ReturnsDialog
        from desktop_app.gui.dialogs.merge_review import MergeReviewDialog
        from tests.benchmarks.cases.merge import _fill_in

        handouts = self._controllers.handouts
        yield "hand out: ask", self._actions.hand_out.trigger, lambda: self._counted(HandoutDialog)
        dialog = self._found(HandoutDialog)
        assert dialog is not None
        out = self._folder / "out"
        dialog.folder.setText(str(out))
        yield "hand out: write", dialog.accept, lambda: self._closed(FilesResultDialog)
        yield "returns", self._actions.show_returns.trigger, lambda: self._found(ReturnsDialog) is not None
        listed = self._found(ReturnsDialog)
        assert listed is not None
        owed = list(listed._returns)
        listed.reject()
        letters = partial(handouts.write_letters, owed, self._folder / "letters")
        yield "letters", letters, lambda: self._closed(FilesResultDialog)
        yield "undo letters", self._actions.undo.trigger, lambda: not self._busy()
        back = self._folder / "back"
        back.mkdir()
        files = [_fill_in(path, back / path.name) for path in sorted(out.iterdir())]
        read = partial(self._controllers.merge.read, files)
        yield "merge: read", read, lambda: self._found(MergeReviewDialog) is not None
        review = self._found(MergeReviewDialog)
        assert review is not None
        review.receipt.want(())
        yield "merge: apply", partial(review.done, 1), lambda: "已合并" in self._said()
        yield "undo merge", self._actions.undo.trigger, lambda: "合并" in str(self._actions.redo.text())
        yield "redo merge", self._actions.redo.trigger, lambda: "合并" in str(self._actions.undo.text())
        yield (
            "named files",
            self._actions.match_evidence.trigger,
            lambda: self._closed(NamedFilesDialog) or bool(self._said()),
        )

    def _reports(self) -> Iterator[Step]:
        from desktop_app.gui.dialogs.evidence_pack import EvidencePackDialog
        from desktop_app.gui.dialogs.form_mapping import FormMappingDialog
        from desktop_app.gui.dialogs.submissions import SubmissionsWindow, SubmitDialog, SubmittedDialog

        reports = self._controllers.reports
        yield (
            "report",
            self._actions.export_report.trigger,
            lambda: reports.window is not None and not reports._worker.busy,
        )
        reports.close_window()
        yield "submit: ask", self._actions.submit_report.trigger, lambda: self._answered()
        asked = self._found(SubmitDialog)
        assert asked is not None
        options = asked.options()
        asked.reject()
        submit = partial(self._controllers.submissions.submit, options, "")
        yield "submit", submit, lambda: self._closed(SubmittedDialog)
        yield "submissions", self._actions.show_submissions.trigger, lambda: self._answered()
        window = self._found(SubmissionsWindow)
        assert window is not None
        compare = partial(window.compare_requested.emit, 1, None)
        yield "compare", compare, lambda: bool(window.foot.primary.isEnabled())
        copies = self._folder / "copies"
        copies.mkdir()
        copy = partial(self._controllers.submissions.copy_all, 1, copies)
        yield "copy all", copy, lambda: len(list(copies.iterdir())) >= 4 and not self._busy()
        from desktop_app.gui.dialogs.report.print_dialog import PrintDialog

        yield "print page", window.print_requested.emit, lambda: self._closed(PrintDialog)
        window.close()
        form = self._folder / "form.xlsx"
        _write_form(form)
        yield "form", partial(self._controllers.forms.open, form), lambda: self._closed(FormMappingDialog)
        pack = self._actions.pack_evidence.trigger
        yield "evidence pack", pack, lambda: self._answered() and self._closed(EvidencePackDialog)

    def _busy(self) -> bool:
        return bool(self._controllers.worker.busy)

    def _said(self) -> str:
        return str(self._window.status_line.saved.text())

    def _answered(self) -> bool:
        from desktop_app.gui.controllers.latest import LatestAnswer

        return all(not each.busy for each in self._desk.findChildren(LatestAnswer))

    def _counted(self, kind: type[D]) -> bool:
        """The dialog is there and has counted what it would do."""
        dialog: Any = self._found(kind)
        return dialog is not None and bool(dialog.foot.primary.isEnabled())

    def _found(self, kind: type[D]) -> D | None:
        return next(
            (each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None
        )

    def _closed(self, kind: type[D]) -> bool:
        """The dialog came; it is closed again."""
        dialog = self._found(kind)
        if dialog is not None:
            dialog.reject()
        return dialog is not None


def _all_closed(session: Any) -> bool:
    return all(row.status.value == "closed" for row in session.rows.values())


def _write_form(path: Path) -> None:
    """A blank from above with the usual heads."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["附件", "", "", "", ""], ["序号", "任务", "牵头单位", "完成时限", "进展情况"], *[[""] * 5] * 3):
        book.active.append(row)
    book.save(path)
    shutil.copy(path, path.with_suffix(".bak"))
