"""导入核对: source at the left, outline at the right, doubts below; what is wrong is put right before it is stored."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from desktop_app.domain.corrections import Correction, Dismiss, owner_at
from desktop_app.domain.plan import Doubt, Plan, Span
from desktop_app.gui.dialogs.import_review.corrections_file import CorrectionsFile
from desktop_app.gui.dialogs.import_review.doubt_rows import mended
from desktop_app.gui.dialogs.import_review.finding import Finder
from desktop_app.gui.dialogs.import_review.handling import Handling
from desktop_app.gui.dialogs.import_review.in_step import InStep
from desktop_app.gui.dialogs.import_review.intents import PhraseReader
from desktop_app.gui.dialogs.import_review.summary import outline_words
from desktop_app.gui.dialogs.import_review.window import LOW, ReviewWindow
from desktop_app.gui.dialogs.import_review.workbench import Workbench
from desktop_app.gui.file_dialogs import FileDialogs
from desktop_app.gui.theme import Theme


class ImportReviewDialog(ReviewWindow):
    """Accepted, `plan` is what shall be stored and `corrections` what was put right.

    Args:
        queue: which of how many files this is.
        reader: reads dates and numbers in selected words; without one they are typed.
        verb: what the button that goes on says, with {0} for the number of tasks; 存入台账 when left out.
        files: asks for the files of corrections.
    """

    def __init__(
        self,
        theme: Theme,
        plan: Plan,
        queue: tuple[int, int] = (1, 1),
        reader: PhraseReader | None = None,
        parent: QWidget | None = None,
        verb: str = "",
        files: FileDialogs | None = None,
    ) -> None:
        super().__init__(theme, plan, parent)
        self._compares = bool(verb)
        self._verb = verb or self.tr("存入台账（{0} 项任务）")
        number, total = queue
        place = self.tr("（第{0}份，共{1}份）").format(number, total) if total > 1 else ""
        self.setWindowTitle(self.tr("导入核对{0} - {1}").format(place, plan.source))
        self.bench = Workbench(plan, self)
        self.file = CorrectionsFile(self.bench, files or FileDialogs(), self)
        self.handling = Handling(theme, self.bench, self.source, self.outline, reader, self)
        self.finder = Finder(self.search, self.source, plan.text)
        self.in_step = InStep(self.bench, self.source, self.outline)
        self._connect_panes()
        self._connect_commands()
        self._refresh()
        if plan.nodes:
            self.bench.choose(plan.nodes[0].id)
        self.source.setFocus()

    @property
    def plan(self) -> Plan:
        """The plan as corrected."""
        return self.bench.plan

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections that hold."""
        return self.bench.bench.corrections

    def corrections_json(self) -> str:
        """The corrections as the text of a file; empty when there are none."""
        return self.file.text()

    def left_words(self) -> str:
        """What is told behind the counts of what was stored: corrections made, doubts left."""
        corrected = sum(not isinstance(each, Dismiss) for each in self.corrections)
        made = self.tr("，更正 {0} 处").format(corrected) if corrected else ""
        waiting = len(self.doubt_list.open)
        return made + (self.tr("，疑点 {0} 处未核").format(waiting) if waiting else "")

    def accept(self) -> None:
        """Store; what is still being typed counts, and keeps the window open when it is refused."""
        self.say(self._standing())
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if not self.error.isVisible():
            super().accept()

    def reject(self) -> None:
        """Leave without storing; corrections made so far are asked for, since they cannot be brought back."""
        if not self.corrections:
            super().reject()
            return
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("取消导入"), "", QMessageBox.StandardButton.NoButton, self)
        box.setText(self.tr("已作的 {0} 处更正不会保留。").format(len(self.corrections)))
        leave = box.addButton(self.tr("放弃更正"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("继续核对"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        leave.clicked.connect(lambda: super(ImportReviewDialog, self).reject())
        box.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and self.corrections:
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the pane that has the keys; it never stores."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    def _connect_panes(self) -> None:
        bench = self.bench
        bench.changed.connect(self._refresh)
        bench.chosen.connect(self._show_chosen)
        bench.refused.connect(self._refuse)
        self.source.cursor_at.connect(bench.choose_at)
        self.source.menu_requested.connect(self._source_menu)
        self.outline.node_chosen.connect(self._look_at_node)
        self.outline.editing_asked.connect(self._edit_title)
        self.outline.menu_requested.connect(self._outline_menu)
        self.editor.corrected.connect(bench.do)
        self.editor.kind_chosen.connect(self.handling.make_current)
        self.editor.facts.looked_at.connect(lambda fact: self._show_place(fact.span))
        self.editor.facts.change_asked.connect(self.handling.change_fact)
        self.editor.facts.remove_asked.connect(self.handling.remove_fact)
        self.document.corrected.connect(bench.do)
        doubts = self.doubts
        doubts.looked_at.connect(self._look_at_doubt)
        doubts.confirmed.connect(self.handling.confirm)
        doubts.changed.connect(self.handling.change_doubtful)
        doubts.removed.connect(self.handling.remove_doubtful)
        doubts.taken.connect(self.handling.take_in)
        doubts.left_out.connect(self.handling.leave_out)
        doubts.applied.connect(self.handling.apply_rule)
        self.foot.primary.clicked.connect(self.accept)
        self.foot.secondary.clicked.connect(self.reject)
        self.export.clicked.connect(self.file.ask_export)
        self.load.clicked.connect(self.file.ask_load)
        self.file.said.connect(self.say)
        self.file.refused.connect(self._refuse)

    def _connect_commands(self) -> None:
        commands, handling = self.commands, self.handling
        for choice, action in commands.choices.items():
            action.triggered.connect(lambda _=False, choice=choice: handling.make(choice))
        for role, action in commands.roles.items():
            action.triggered.connect(lambda _=False, role=role: handling.add_unit(role))
        for action, step in (
            (commands.unit, handling.add_unit),
            (commands.deadline, handling.add_deadline),
            (commands.target, handling.add_target),
            (commands.split, handling.split),
            (commands.merge, handling.merge),
            (commands.ends_here, handling.end_here),
            (commands.undo, self.bench.undo),
            (commands.redo, self.bench.redo),
            (commands.store, self.accept),
            (commands.next_pane, self._next_pane),
            (commands.find, self.search.setFocus),
        ):
            action.triggered.connect(lambda _=False, step=step: step())
        commands.promote.triggered.connect(lambda: handling.change_level(-1))
        commands.demote.triggered.connect(lambda: handling.change_level(1))
        commands.next_doubt.triggered.connect(lambda: self._walk(1))
        commands.previous_doubt.triggered.connect(lambda: self._walk(-1))

    def _refresh(self) -> None:
        """Everything that shows the plan, after each step."""
        plan = self.plan
        self.doubt_list.update(plan)
        self.marks = self.marks.replaced(plan, self.doubt_list.open)
        self.outline.refresh(self.model.set_plan(plan, self.doubt_list.open))
        self.source.set_marks(self.marks)
        self.document.set_plan(plan)
        self.coverage.set_counts(plan.coverage())
        self.tally.set_counts(
            len(self.doubt_list.rows), self.doubt_list.looked_at, mended([r.doubt for r in self.doubt_list.rows])
        )
        self.outline_head.set_note(outline_words(plan))
        self.doubts.show_doubts(plan)
        self.commands.set_history(self.bench.bench.undo_label, self.bench.bench.redo_label)
        self.foot.primary.setText(self._verb.format(len(plan.tasks)))
        self.export.setEnabled(bool(self.corrections))
        self.say(self._standing())
        self._show_chosen(self.bench.current)

    def _standing(self) -> str:
        waiting = len(self.doubt_list.open)
        known = self.tr("表中的状态、进度和进展一并存入。") if self.plan.records and not self._compares else ""
        if waiting:
            return known + self.tr("核对结果随规划保存。尚有 {0} 处疑点未核，存入后仍可处理。").format(waiting)
        return known + self.tr("核对结果随规划保存，存入前可撤销。")

    def _show_chosen(self, id: str | None) -> None:
        node = self.bench.node(id)
        self.source.set_node(node)
        self.outline.show_node(id, scroll=not self.outline.hasFocus() and not self.source.hasFocus())
        self.editor.set_node(self.plan, node)
        if node is not None and self.source.hasFocus():
            self._keep_row_in_view(id)

    def _keep_row_in_view(self, id: str | None) -> None:
        """Show the row without letting the source jump after it: the officer is reading there."""
        self.outline.verticalScrollBar().blockSignals(True)
        index = self.model.find(id)
        if index.isValid():
            self.outline.scrollTo(index)
        self.outline.verticalScrollBar().blockSignals(False)
        self.outline.viewport().update()

    def _look_at_node(self, id: str) -> None:
        self.bench.choose(id)
        node = self.bench.node(id)
        if node is not None:
            self.source.set_frame(None)
            with self.in_step.apart():
                self.source.put_cursor(node.span.start)
                self.source.bring(node.span.start)

    def _look_at_doubt(self, doubt: Doubt) -> None:
        if doubt.span is None:
            self.source.set_frame(None)
            return
        owner = owner_at(self.plan, doubt.span.start)
        self.bench.choose(owner.id if owner is not None else None)
        self._show_place(doubt.span)

    def _show_place(self, span: Span | None) -> None:
        """Frame words of the source and bring them into view."""
        self.source.set_frame(span)
        if span is not None:
            self.source.put_cursor(span.start)
            self.source.bring(span.start)

    def _edit_title(self) -> None:
        self.commands.editor.setChecked(True)
        self.editor.edit_title()

    def _walk(self, step: int) -> None:
        if self.height() < LOW:
            self.commands.editor.setChecked(False)
        if self.doubts.walk(step) is None:
            self.say(self.tr("没有待核的疑点"))

    def _next_pane(self) -> None:
        panes = [pane for pane in (self.source, self.outline, self.editor.facts, self.doubts.table) if pane.isVisible()]
        place = next((i for i, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(place + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _source_menu(self, place: QPoint) -> None:
        commands = self.commands
        menu = QMenu(self)
        if self.source.selection() is not None:
            menu.addActions([*commands.roles.values(), commands.deadline, commands.target])
            menu.addSeparator()
        menu.addActions(list(commands.choices.values()))
        menu.addSeparator()
        menu.addActions([commands.split, commands.merge, commands.ends_here])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _outline_menu(self, place: QPoint) -> None:
        commands = self.commands
        menu = QMenu(self)
        menu.addActions(list(commands.choices.values()))
        menu.addSeparator()
        menu.addActions([commands.promote, commands.demote, commands.merge])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _refuse(self, sentence: str) -> None:
        self.foot.note.setVisible(False)
        self.error.say(sentence)
        self.document.set_plan(self.plan)
        self.editor.set_node(self.plan, self.bench.current_node())
