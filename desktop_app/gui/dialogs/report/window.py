"""The report window: draws what it is given and says what the officer wants; drafting and writing are not its work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QProgressBar, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.dialogs.report.choices import WIDTH, ChoicesPane
from desktop_app.gui.dialogs.report.figures_pane import FiguresPane
from desktop_app.gui.dialogs.report.page_view import PageView
from desktop_app.gui.dialogs.report.remarks_pane import Remark, RemarksPane
from desktop_app.gui.dialogs.report.view_bar import ViewBar
from desktop_app.gui.dialogs.report.wording_pane import WordingPane
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.icons import app_icon, icon
from desktop_app.gui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions
    from desktop_app.exports.pdf_pages import PdfPages, Spot
    from desktop_app.exports.report_model import Figure, ReportContent
    from desktop_app.exports.rewording import Wording

_RIGHT = 272
_NARROW, _TIGHT = 1200, 900
_MOST_NAMED = 12
"""So many tasks of a remark are offered by name, below the way to all of them: more would fill a small screen."""


class ReportWindow(QWidget):
    """A window of its own beside the main one, so that both can be looked at."""

    export_requested = Signal(str)
    """The extension of the file: pdf or docx."""
    print_requested = Signal()
    calibration_requested = Signal()
    submit_requested = Signal(object)
    """The `ReportOptions` that the preview shows."""
    task_requested = Signal(int)
    tasks_requested = Signal(object)
    """The ids of all tasks of a finding, which are to be listed."""
    cancel_requested = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, today: dt.date, label_of: Callable[[int], str]) -> None:
        super().__init__()
        self._theme, self._label_of = theme, label_of
        self._room: tuple[bool, bool] | None = None
        self._said = ""
        self.options: ReportOptions | None = None
        self.content: ReportContent | None = None
        self.setWindowIcon(app_icon())
        self.setMinimumSize(640, 400)
        self.choices = ChoicesPane(theme, today)
        self.view = PageView(theme, lambda spot: any(self._found(spot)))
        self.bar = ViewBar(theme, self.view)
        self.remarks = RemarksPane(theme)
        self.figures = FiguresPane(theme, label_of)
        self.wording = WordingPane(theme)
        self._make_foot(theme)
        self._lay_out()
        self._connect()
        self.set_title("")
        open_at(self, 1366, 768)
        self.view.setFocus()

    def set_title(self, title: str) -> None:
        """Name the report in the title bar."""
        self.setWindowTitle(" - ".join(part for part in (self.tr("报告"), title) if part))

    def show_report(
        self,
        options: ReportOptions,
        content: ReportContent,
        wordings: Sequence[Wording],
        remarks: Sequence[Remark],
        pages: PdfPages,
    ) -> None:
        """Show a drafted report: its pages, what wants care, its figures and its texts."""
        self.options, self.content = options, content
        self.set_title(f"{content.period} {content.title}".strip())
        self.view.set_pages(pages)
        self.bar.set_count(len(pages))
        self.remarks.set_remarks(remarks)
        self.figures.set_figures((*content.figures, *content.cells))
        self.wording.set_wordings(wordings)
        self.bar.remarks.setText(self.tr("检查 {0}").format(self.remarks.cares))
        self.say(self.tr("共 {0} 页。红头、文号、印章不由本程序生成。").format(len(pages)))
        self._enable(True)

    def show_failure(self, sentence: str) -> None:
        """There is no such report, and why."""
        self.options = self.content = None
        self.set_title("")
        self.view.set_pages(None, sentence)
        self.bar.set_count(0)
        self.remarks.set_remarks(())
        self.figures.set_figures(())
        self.wording.set_wordings(())
        self.say("")
        self._enable(False)

    def show_busy(self, busy: bool) -> None:
        """Say that the report is being drafted anew; what is shown stays until it is."""
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.progress.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """How far drafting is."""
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)

    def say(self, words: str) -> None:
        """Words at the foot."""
        self._said = words
        self._note(words)

    def _note(self, words: str) -> None:
        self.foot.note.setText(words)
        self.foot.note.setToolTip(words)

    def _make_foot(self, theme: Theme) -> None:
        self.foot = DialogFoot(theme, self.tr("导出 PDF…"), self.tr("导出 Word…"))
        self.foot.note.setMinimumWidth(40)
        self.pdf, self.word = self.foot.primary, self.foot.secondary
        self.print_ = QPushButton(self.tr("打印…"))
        self.submit = QPushButton(self.tr("定稿报送…"))
        self.stop = QPushButton(self.tr("停止"))
        self.stop.setVisible(False)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(90)
        self.progress.setVisible(False)
        self.progress.setAccessibleName(self.tr("起草进度"))
        for button, name in (
            (self.print_, "print"), (self.word, "document_text"), (self.pdf, "document_pdf"), (self.submit, "send"),
        ):  # fmt: skip
            primary = button is self.pdf
            button.setIcon(icon(theme, name, 16, "on_accent" if primary else "accent"))
        for place, widget in enumerate((self.progress, self.stop, self.print_), 1):
            self.foot.row.insertWidget(place, widget)
        self.foot.row.addWidget(self.submit)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumWidth(220)
        self.tabs.addTab(self.remarks, self.tr("检查"))
        self.tabs.addTab(self.figures, self.tr("数据"))
        self.tabs.addTab(self.wording, self.tr("文字"))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        middle.setMinimumWidth(300)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for pane in (self.choices, middle, self.tabs):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        for place in (0, 2):
            self.panes.setStretchFactor(place, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.panes, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.pdf.clicked.connect(lambda: self.export_requested.emit("pdf"))
        self.word.clicked.connect(lambda: self.export_requested.emit("docx"))
        self.print_.clicked.connect(self.print_requested)
        self.submit.clicked.connect(self._submit)
        self.stop.clicked.connect(self.cancel_requested)
        self.remarks.tasks_requested.connect(self._lead)
        self.remarks.wording_requested.connect(lambda: self.tabs.setCurrentWidget(self.wording))
        self.figures.task_requested.connect(self.task_requested)
        self.figures.tasks_requested.connect(self.tasks_requested)
        self.view.spot_clicked.connect(self._trace)
        self.view.spot_entered.connect(self._tell)
        self.bar.choices.toggled.connect(self._show_choices)
        self.bar.remarks.toggled.connect(self._show_remarks)
        for keys, act in (("Ctrl+P", self.print_.click), ("Ctrl+S", self.pdf.click), ("Ctrl+W", self.close)):
            QShortcut(QKeySequence(keys), self, act)
        QShortcut(QKeySequence("F5"), self, self.choices.changed.emit)
        self.print_.setToolTip(self.tr("打印（Ctrl+P）"))
        self.pdf.setToolTip(self.tr("导出 PDF（Ctrl+S）"))
        self.word.setToolTip(self.tr("导出可编辑的 Word 文件"))

    def _show_choices(self, shown: bool) -> None:
        """Where there is little room the two panes take turns."""
        self.choices.setVisible(shown)
        if shown and self.width() < _NARROW:
            self.bar.remarks.setChecked(False)

    def _show_remarks(self, shown: bool) -> None:
        self.tabs.setVisible(shown)
        if shown and self.width() < _NARROW:
            self.bar.choices.setChecked(False)

    def _enable(self, enabled: bool) -> None:
        for button in (self.pdf, self.word, self.print_, self.submit):
            button.setEnabled(enabled)

    def _submit(self) -> None:
        if self.options is not None:
            self.submit_requested.emit(self.options)

    def _lead(self, tasks: Sequence[int]) -> None:
        """To the one task of a remark; of several to all, or to one of the first."""
        if len(tasks) == 1:
            self.task_requested.emit(tasks[0])
            return
        menu = QMenu(self)
        whole = menu.addAction(self.tr("在主窗口列出全部 {0} 项").format(len(tasks)))
        whole.triggered.connect(lambda: self.tasks_requested.emit(tuple(tasks)))
        menu.addSeparator()
        for task in tasks[:_MOST_NAMED]:
            self._offer(menu, task)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._menu_place())

    def _offer(self, menu: QMenu, task: int) -> None:
        menu.addAction(self._label_of(task).replace("&", "&&")).triggered.connect(
            lambda: self.task_requested.emit(task)
        )

    def _menu_place(self) -> QPoint:
        """At the row that was chosen, however it was chosen."""
        rows = self.remarks.list
        rect = rows.visualRect(rows.currentIndex())
        at = rows.viewport().mapToGlobal(rect.bottomLeft())
        return at if rect.isValid() else QCursor.pos()

    def _found(self, spot: Spot) -> tuple[int | None, Sequence[Figure]]:
        """What a number on a page leads to: the task it refers to, or the figures it may be."""
        from desktop_app.exports.tracing import figures_for, referred_task

        if self.content is None:
            return None, ()
        task = referred_task(spot, self.content)
        return (task, ()) if task is not None else (None, figures_for(spot, self.content))

    def _tell(self, spot: Spot | None) -> None:
        """At the foot: what a click on the number under the pointer does."""
        task, figures = self._found(spot) if spot is not None else (None, ())
        if task is not None:
            self._note(self.tr("点击转到任务：{0}").format(self._label_of(task)))
        elif figures:
            self._note(self.tr("点击查看“{0}”的口径和对应任务").format(figures[0].name))
        else:
            self._note(self._said)

    def _trace(self, spot: Spot) -> None:
        """A clicked number leads to its task, or to its definition and tasks beside the pages."""
        task, figures = self._found(spot)
        if task is not None:
            self.task_requested.emit(task)
            return
        self.figures.show_candidates(spot.number, figures)
        self.tabs.setCurrentWidget(self.figures)
        self.bar.remarks.setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the right pane gives way first, then the left one; the bar brings them back."""
        super().resizeEvent(event)
        both, left = self.width() >= _NARROW, self.width() >= _TIGHT
        if (both, left) != self._room:
            self._room = (both, left)
            self.bar.remarks.setChecked(both)
            self.bar.choices.setChecked(left)
            self.tabs.setVisible(both)
            self.choices.setVisible(left)
            self.panes.setSizes([WIDTH, self.width() - WIDTH - (_RIGHT if both else 0), _RIGHT])

    def closeEvent(self, event: QCloseEvent) -> None:
        self.wording.commit()
        self.closing.emit()
        super().closeEvent(event)
