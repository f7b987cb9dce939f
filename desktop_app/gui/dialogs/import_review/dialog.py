"""导入核对: source at the left, outline at the right, doubts below; what is wrong is put right before it is stored."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.corrections import Correction, from_json, owner_at, source_digest, to_json
from desktop_app.domain.errors import BadInput
from desktop_app.domain.plan import Doubt, Plan, Span
from desktop_app.gui.dialogs.coverage import CoverageBar
from desktop_app.gui.dialogs.form import DialogFoot, ErrorLine
from desktop_app.gui.dialogs.import_review.commands import ReviewCommands
from desktop_app.gui.dialogs.import_review.document_line import DocumentLine
from desktop_app.gui.dialogs.import_review.doubt_rows import DoubtList, mended
from desktop_app.gui.dialogs.import_review.doubts_pane import DoubtsPane
from desktop_app.gui.dialogs.import_review.finding import Finder
from desktop_app.gui.dialogs.import_review.handling import Handling
from desktop_app.gui.dialogs.import_review.in_step import InStep
from desktop_app.gui.dialogs.import_review.intents import PhraseReader
from desktop_app.gui.dialogs.import_review.marks import SourceMarks
from desktop_app.gui.dialogs.import_review.node_editor import NodeEditor
from desktop_app.gui.dialogs.import_review.outline_model import OutlineModel
from desktop_app.gui.dialogs.import_review.outline_view import OutlineView
from desktop_app.gui.dialogs.import_review.pane_head import Legend, PaneHead
from desktop_app.gui.dialogs.import_review.source_text import SourceText
from desktop_app.gui.dialogs.import_review.summary import DoubtTally, outline_words
from desktop_app.gui.dialogs.import_review.workbench import Workbench
from desktop_app.gui.search_field import SearchField
from desktop_app.gui.theme import Theme
from desktop_app.gui.tool_bar import ToolBar

_NARROW = 1200
_LOW = 620
_DOUBTS = 141
_LOW_DOUBTS = 113
"""Heights of the list of doubts: head, names of columns, and three rows or two."""
_MOST = 8 * 1024 * 1024
"""A file of corrections is never larger than this, in bytes."""


class ImportReviewDialog(QDialog):
    """Accepted, `plan` is what shall be stored and `corrections` what was put right.

    Args:
        queue: which of how many files this is.
        reader: reads dates and numbers in selected words; without one they are typed.
    """

    def __init__(
        self,
        theme: Theme,
        plan: Plan,
        queue: tuple[int, int] = (1, 1),
        reader: PhraseReader | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bench = Workbench(plan, self)
        self._doubts = DoubtList(plan)
        self._low = False
        self.setWindowTitle(self._title(plan, queue))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.commands = ReviewCommands(theme, self)
        self._make_panes(theme, plan)
        self.handling = Handling(theme, self.bench, self.source, self.outline, reader, self)
        self.finder = Finder(self.search, self.source, plan.text)
        self.in_step = InStep(self.bench, self.source, self.outline)
        self._lay_out()
        self._connect_panes()
        self._connect_commands()
        self._refresh()
        room = self.screen().availableSize()
        # The title bar of the system stands above the window.
        self.resize(min(1440, room.width()), min(860, room.height() - 32))
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
        if not self.corrections:
            return ""
        return json.dumps(to_json(self.bench.bench.parsed, self.corrections), ensure_ascii=False, indent=1)

    def left_words(self) -> str:
        """What is told behind the counts of what was stored: corrections made, doubts left."""
        made = self.tr("，更正 {0} 处").format(len(self.corrections)) if self.corrections else ""
        waiting = len(self._doubts.open)
        return made + (self.tr("，疑点 {0} 处未核").format(waiting) if waiting else "")

    def accept(self) -> None:
        """Store: what is still being typed counts."""
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.set_worded(self.width() >= _NARROW, 40 if self.width() >= _NARROW else 36)
        self._fit_height()

    def export_corrections(self, path: Path) -> None:
        """Write the corrections to a file, beside it first, so that an older one is never left half written."""
        beside = path.with_name(f"{path.name}.part")
        try:
            beside.write_text(self.corrections_json(), encoding="utf-8", newline="\n")
            beside.replace(path)
        except OSError as error:
            self._refuse(self.tr("更正未能导出：{0}").format(error.strerror or error))
            return
        self._say(self.tr("已导出 {0} 处更正：{1}").format(len(self.corrections), path.name))

    def load_corrections(self, path: Path) -> None:
        """Do the corrections of a file on what is shown; those that do not fit are told."""
        try:
            if path.stat().st_size > _MOST:
                raise BadInput(self.tr("更正文件过大，未载入"))
            data = json.loads(path.read_text(encoding="utf-8-sig"))
            steps = from_json(data)
            if data.get("source_digest") != source_digest(self.bench.bench.parsed):
                raise BadInput(self.tr("更正文件属于另一份文件“{0}”，未载入").format(data.get("source", "")))
        except (OSError, ValueError, RecursionError) as error:
            self._refuse(self.tr("更正文件无法读取：{0}").format(getattr(error, "strerror", None) or path.name))
            return
        except BadInput as error:
            self._refuse(str(error))
            return
        unfit = self.bench.do_all(steps)
        done = self.tr("已载入 {0} 处更正").format(len(steps) - len(unfit))
        if unfit:
            self._tell_unfit(done, unfit)
        else:
            self._say(done)

    def _title(self, plan: Plan, queue: tuple[int, int]) -> str:
        number, total = queue
        place = self.tr("（第{0}份，共{1}份）").format(number, total) if total > 1 else ""
        return self.tr("导入核对{0} - {1}").format(place, plan.source)

    def _make_panes(self, theme: Theme, plan: Plan) -> None:
        self.search = SearchField(theme)
        self.search.setPlaceholderText(self.tr("在原文中查找"))
        self.bar = ToolBar(theme, self.commands.groups(), self.search)
        # The words give way before the window does.
        self.bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document = DocumentLine(theme)
        self.coverage = CoverageBar(theme, plan.coverage())
        self.tally = DoubtTally(theme)
        self.marks = SourceMarks(plan, self._doubts.open)
        self.source = SourceText(theme, self.marks)
        self.model = OutlineModel(plan, self._doubts.open, self)
        self.outline = OutlineView(theme, self.model)
        self.outline_head = PaneHead(theme, self.tr("大纲"))
        self.editor = NodeEditor(theme)
        self.doubts = DoubtsPane(theme, self._doubts, plan)
        self.foot = DialogFoot(theme, "", self.tr("取消"))
        self.error = ErrorLine(theme)
        self.export = QPushButton(self.tr("导出更正…"))
        self.load = QPushButton(self.tr("载入更正…"))

    def _lay_out(self) -> None:
        self.upper = QSplitter(Qt.Orientation.Horizontal)
        self.upper.addWidget(_stack(self._source_head(), self.source))
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.addWidget(_stack(self.outline_head, self.outline))
        self.right.addWidget(self.editor)
        self.upper.addWidget(self.right)
        self.whole = QSplitter(Qt.Orientation.Vertical)
        self.whole.addWidget(self.upper)
        self.whole.addWidget(self.doubts)
        for splitter, sizes in ((self.upper, (637, 729)), (self.right, (270, 190)), (self.whole, (430, _DOUBTS))):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        self.whole.setStretchFactor(0, 1)
        self.right.setStretchFactor(0, 1)
        self.whole.setStretchFactor(1, 0)
        self.right.setStretchFactor(1, 0)
        counts = QHBoxLayout()
        counts.setSpacing(0)
        counts.addWidget(self.coverage, 1)
        counts.addWidget(self.tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.document)
        column.addLayout(counts)
        column.addWidget(self.whole, 1)
        column.addWidget(self._filled_foot())
        for widget, least in ((self.source, 60), (self.outline, 60), (self.editor, 90), (self.doubts, 60)):
            widget.setMinimumHeight(least)

    def _source_head(self) -> PaneHead:
        head = PaneHead(self._theme, self.tr("原文"))
        head.row.addWidget(Legend(self._theme))
        return head

    def _filled_foot(self) -> DialogFoot:
        self.foot.note.setWordWrap(True)
        self.foot.row.insertWidget(1, self.error, 1)
        for place, button in enumerate((self.load, self.export), 2):
            button.setAutoDefault(False)
            self.foot.row.insertWidget(place, button)
        return self.foot

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
        self.export.clicked.connect(self._ask_export)
        self.load.clicked.connect(self._ask_load)

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
        commands.editor.setChecked(True)
        commands.editor.toggled.connect(self._show_editor)
        self.editor.add_buttons([_tool(action) for action in (commands.promote, commands.demote)])

    def _refresh(self) -> None:
        """Everything that shows the plan, after each step."""
        plan = self.plan
        self._doubts.update(plan)
        self.marks = self.marks.replaced(plan, self._doubts.open)
        self.outline.refresh(self.model.set_plan(plan, self._doubts.open))
        self.source.set_marks(self.marks)
        self.document.set_plan(plan)
        self.coverage.set_counts(plan.coverage())
        self.tally.set_counts(
            len(self._doubts.rows), self._doubts.looked_at, mended([r.doubt for r in self._doubts.rows])
        )
        self.outline_head.set_note(outline_words(plan))
        self.doubts.show_doubts(plan)
        self.commands.set_history(self.bench.bench.undo_label, self.bench.bench.redo_label)
        self.foot.primary.setText(self.tr("存入台账（{0} 项任务）").format(len(plan.tasks)))
        self.export.setEnabled(bool(self.corrections))
        self._say(self._standing())
        self._show_chosen(self.bench.current)

    def _standing(self) -> str:
        waiting = len(self._doubts.open)
        if waiting:
            return self.tr("核对结果随规划保存。尚有 {0} 处疑点未核，存入后仍可处理。").format(waiting)
        return self.tr("核对结果随规划保存，存入前可撤销。")

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
        if self.height() < _LOW:
            self.commands.editor.setChecked(False)
        if self.doubts.walk(step) is None:
            self._say(self.tr("没有待核的疑点"))

    def _next_pane(self) -> None:
        panes = [pane for pane in (self.source, self.outline, self.editor.facts, self.doubts.table) if pane.isVisible()]
        place = next((i for i, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(place + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_editor(self, shown: bool) -> None:
        self.editor.setVisible(shown)
        self._fit_height()

    def _fit_height(self) -> None:
        """On a low screen the entry and the doubts take turns."""
        low = self.height() < _LOW
        if low != self._low:
            self._low = low
            self.commands.editor.setChecked(not low or not self._doubts.open)
            self.whole.setSizes([1000, _LOW_DOUBTS if low else _DOUBTS])
        self.doubts.setVisible(not low or not self.commands.editor.isChecked())

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

    def _ask_export(self) -> None:
        dialog = QFileDialog(self, self.tr("导出更正"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("更正文件 (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{Path(self.plan.source).stem}-更正.json")
        dialog.fileSelected.connect(lambda name: self.export_corrections(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_load(self) -> None:
        dialog = QFileDialog(self, self.tr("载入更正"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("更正文件 (*.json)"), self.tr("全部文件 (*)")])
        dialog.fileSelected.connect(lambda name: self.load_corrections(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_unfit(self, done: str, unfit: list[tuple[Correction, str]]) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("载入更正"), "", QMessageBox.StandardButton.NoButton, self)
        box.setText(self.tr("{0}，{1} 处与本文件不符，未载入。").format(done, len(unfit)))
        box.setDetailedText("\n".join(f"{step.label}：{reason}" for step, reason in unfit))
        box.addButton(self.tr("关闭"), QMessageBox.ButtonRole.AcceptRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _say(self, words: str) -> None:
        self.error.setVisible(False)
        self.foot.note.setVisible(True)
        self.foot.note.setText(words)

    def _refuse(self, sentence: str) -> None:
        self.foot.note.setVisible(False)
        self.error.say(sentence)
        self.document.set_plan(self.plan)
        self.editor.set_node(self.plan, self.bench.current_node())


def _stack(head: QWidget, body: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    return box


def _tool(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
