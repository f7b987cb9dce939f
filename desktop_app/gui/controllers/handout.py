"""下发 and 交回情况: asks whom and what, writes the workbooks, says who owes, writes the letters that urge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Cancelled, XiaohaoError
from desktop_app.domain.plan import Role
from desktop_app.domain.returns import UnitReturn
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.latest import LatestAnswer
from desktop_app.gui.controllers.merge import MergeController
from desktop_app.gui.dialogs.files_result import FilesResultDialog
from desktop_app.gui.dialogs.handout.dialog import HandoutDialog
from desktop_app.gui.dialogs.handout.order import Order, Question
from desktop_app.gui.dialogs.handout.returns import ReturnsDialog
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.gui.words import say
from desktop_app.gui.worker import Progress
from desktop_app.services import handout, return_letters, urging
from desktop_app.services.asking import OWNERS, Asking
from desktop_app.services.workspace import Workspace

_FOLDER = "下发"


class HandoutController(QObject):
    """What goes out to the units; what comes back is the merge controller's."""

    def __init__(self, desk: Desk, merge: MergeController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._merge = merge
        self._counter = LatestAnswer(desk)
        desk.leaving.connect(self._counter.stop)
        self._window.closing.connect(self._counter.stop)
        actions = self._window.actions_
        actions.hand_out.triggered.connect(self.ask)
        actions.show_returns.triggered.connect(self.show_returns)

    def ask(self) -> None:
        """Show who would be asked what."""
        workspace = self._desk.workspace
        terms = handout.remembered(workspace)
        plan = self._desk.session.plan_in_view()
        question = Question(frozenset({plan}) if plan is not None else None, terms.owners, terms.support)
        folder = Path(terms.folder) if terms.folder else workspace.folder / "exports" / _FOLDER
        before = Order(question, (), folder, None, terms.person, terms.phone, terms.note)
        dialog = HandoutDialog(self._window.theme, self._desk.session.plans, self._desk.today, before, self._window)
        # The first count reads the ledger, those after it ask what was read.
        asking = cache(partial(Asking, workspace))
        dialog.question_changed.connect(lambda asked: self._count(dialog, asking, asked))
        dialog.finished.connect(self._counter.forget)
        dialog.ordered.connect(lambda order: self._hand_out(dialog, order))
        dialog.folder_wanted.connect(lambda folder: self._ask_folder(dialog, folder))
        dialog.open()
        self._count(dialog, asking, dialog.question())

    def show_returns(self) -> None:
        """List what was handed out and what came back."""
        workspace = self._desk.workspace
        listed = handout.returns(workspace)
        if not listed:
            self._window.set_status(saved=self.tr("尚未下发过填报表"))
            return
        urged = urging.days(workspace, before=self._desk.today + dt.timedelta(days=1))
        months = handout.asked_per_month(workspace)
        dialog = ReturnsDialog(self._window.theme, listed, months, urged, self._desk.today, self._window)
        dialog.urge_wanted.connect(self._ask_letters)
        dialog.merge_wanted.connect(dialog.accept)
        dialog.merge_wanted.connect(self._merge.ask_files)
        dialog.open()

    def _count(self, dialog: HandoutDialog, asking: Callable[[], Asking], question: Question) -> None:
        """Count beside the window: reading a large ledger takes a second or two."""
        roles = _roles(question)
        if not roles:
            self._counter.forget()
            dialog.show_units([])
            return
        dialog.show_counting()
        self._counter.ask(
            self.tr("正在统计填报表"),
            lambda _: asking().outlook(question.plans, roles, question.everything),
            dialog.show_units,
            dialog.refuse,
        )

    def _hand_out(self, dialog: HandoutDialog, order: Order) -> None:
        """Write the workbooks and wait for them: the record and the files stand or fall together."""
        work = partial(_make, self._desk.workspace, order)
        try:
            result: handout.HandoutResult = self._desk.wait(self.tr("正在生成填报表"), work, may_stop=True)
        except Cancelled:
            dialog.refuse(self.tr("已取消，没有下发"))
            return
        except XiaohaoError as error:
            dialog.refuse(say(str(error)))
            return
        self._remember(order)
        dialog.done(HandoutDialog.DialogCode.Accepted)
        self._desk.changed.emit(result.changes)
        self._show_result(result)

    def _ask_folder(self, dialog: HandoutDialog, folder: Path) -> None:
        title = self.tr("存放填报表的文件夹")
        self._desk.files.ask_folder(dialog, title, folder, lambda chosen: dialog.folder.setText(str(chosen)))

    def _remember(self, order: Order) -> None:
        self._desk.files.remember(Purpose.RETURNED, order.folder)
        own = self._desk.workspace.folder / "exports" / _FOLDER
        # The workspace may be carried elsewhere: its own folder is not written down.
        folder = "" if order.folder == own else str(order.folder)
        question = order.question
        terms = handout.Remembered(order.person, order.phone, order.note, folder, question.owners, question.support)
        handout.remember(self._desk.workspace, terms)

    def _show_result(self, result: handout.HandoutResult) -> None:
        rows, cells = sum(file.rows for file in result.files), sum(file.cells for file in result.files)
        message = self.tr("已下发{0}：{1} 份，{2} 行，{3} 格").format(result.label, len(result.files), rows, cells)
        self._window.set_status(saved=message)
        heads = (self.tr("行"), self.tr("格"), self.tr("本月累计"))
        table = [(str(file.rows), str(file.cells), str(file.asked_this_month)) for file in result.files]
        FilesResultDialog(
            self._window.theme, self.tr("下发完成"), message, [file.path for file in result.files],
            [file.notice for file in result.files if file.notice], self._window, (heads, (50, 60, 76), table),
        ).open()  # fmt: skip

    def _ask_letters(self, owed: Sequence[UnitReturn]) -> None:
        """Ask where the letters are to lie and in which form."""
        title = self.tr("存放催办函的文件夹")
        self._desk.files.ask_folder(
            self._window, title, Purpose.LETTERS, lambda folder: self.write_letters(owed, folder)
        )

    def write_letters(self, owed: Sequence[UnitReturn], folder: Path) -> None:
        """Write a letter to each unit as Word, which can be sealed and changed, and count it as urging."""
        work = partial(_write, self._desk.workspace, owed, folder)
        self._desk.worker.run(self.tr("正在生成催办函"), work, self._show_letters, self._desk.say)

    def _show_letters(self, written: list[tuple[return_letters.Letter, Path]]) -> None:
        changes = return_letters.record(self._desk.workspace, [letter for letter, _ in written])
        self._desk.changed.emit(changes)
        message = self.tr("已生成催办函 {0} 份，催办已登记").format(len(written))
        self._window.set_status(saved=message)
        title = self.tr("催办函")
        FilesResultDialog(self._window.theme, title, message, [path for _, path in written], (), self._window).open()


def _roles(question: Question) -> tuple[Role, ...]:
    return (*(OWNERS if question.owners else ()), *((Role.SUPPORT,) if question.support else ()))


def _make(workspace: Workspace, order: Order, progress: Progress) -> handout.HandoutResult:
    question = order.question
    return handout.make_handouts(
        workspace,
        order.folder,
        units=order.units,
        plan=question.plans,
        roles=_roles(question),
        everything=question.everything,
        due=order.due,
        contact=order.contact,
        password=order.password,
        progress=progress,
        note=order.note,
    )


def _write(
    workspace: Workspace, owed: Sequence[UnitReturn], folder: Path, progress: Progress
) -> list[tuple[return_letters.Letter, Path]]:
    progress(0, 1)
    letters = return_letters.draft_letters(workspace, owed)
    return return_letters.write_letters(letters, folder, ".docx", progress)
