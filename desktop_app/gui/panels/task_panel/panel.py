"""The right pane: shows one task, or sums up several, and says what the officer wants done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.ledger import TaskDetail, TaskRow
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.gui.focus_order import follow_layout
from desktop_app.gui.local_files import files_in
from desktop_app.gui.panels.task_panel.clipboard import pasted_files
from desktop_app.gui.panels.task_panel.evidence_tab import EvidenceTab
from desktop_app.gui.panels.task_panel.evidence_views import EvidenceModel
from desktop_app.gui.panels.task_panel.header import PanelHeader
from desktop_app.gui.panels.task_panel.history_tab import HistoryModel, HistoryView
from desktop_app.gui.panels.task_panel.pieces import ThemedLabel
from desktop_app.gui.panels.task_panel.progress_tab import ProgressTab
from desktop_app.gui.panels.task_panel.sections import TaskSections, newest_first, scrolled
from desktop_app.gui.panels.task_panel.selection import SelectionSummary
from desktop_app.gui.panels.task_panel.tabs import CountedTabs, TabRow
from desktop_app.gui.panels.task_panel.thumbnails import FileSource, Thumbnails
from desktop_app.gui.theme import Theme

LEAST_WIDTH = 280
"""The head drops its path and 延期 before the panel is this narrow."""

_TASK, _PROGRESS, _EVIDENCE, _HISTORY = range(4)


class TaskPanel(QWidget):
    """One task in four tabs. Its widgets are made once and refilled; it changes nothing itself."""

    tick_toggled = Signal(list, bool)
    status_chosen = Signal(list, object)
    percent_chosen = Signal(list, int)
    progress_requested = Signal(object)
    extend_requested = Signal(object)
    reading_requested = Signal(int)
    attach_requested = Signal(object)
    files_dropped = Signal(object, list)
    evidence_activated = Signal(int)
    evidence_removed = Signal(int)
    evidence_saved_as = Signal(int)
    evidence_shared = Signal(int)
    source_requested = Signal(object)
    no_evidence_explained = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail: TaskDetail | None = None
        self._many: list[TaskRef] = []
        self._thumbnails = Thumbnails(theme)
        self._evidence = EvidenceModel()
        self._history = HistoryModel()
        self.header = PanelHeader(theme)
        self.tabs = CountedTabs(theme, (self.tr("任务"), self.tr("进展"), self.tr("佐证"), self.tr("历史")))
        self.sections = TaskSections(theme, self._evidence, self._thumbnails)
        self.progress_tab = ProgressTab(theme)
        self.evidence_tab = EvidenceTab(theme, self._evidence, self._thumbnails)
        self.history_view = HistoryView(theme, self._history)
        self.summary = SelectionSummary(theme)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumWidth(LEAST_WIDTH)
        self.show_detail(None, dt.date.min)

    def set_file_source(self, source: FileSource) -> None:
        """Where thumbnails find the stored file of an evidence id."""
        self._thumbnails.source = source

    def set_copy_source(self, source: FileSource) -> None:
        """Where a file dragged out of the panel gets a copy of itself."""
        self._evidence.copy_of = source

    def set_search(self, words: Sequence[str]) -> None:
        """Mark the words of the search field in the wording."""
        self.sections.wording.set_search(words)

    def shown_task(self) -> int | None:
        """The id of the task that is shown; None for a selection or nothing."""
        return self._detail.row.id if self._detail is not None else None

    def show_detail(self, detail: TaskDetail | None, today: dt.date) -> None:
        """Show a task; the same task again keeps tab and scroll position. None shows the hint."""
        same = detail is not None and self.shown_task() == detail.row.id
        kept = [area.verticalScrollBar().value() for area in self._areas] if same else [0] * len(self._areas)
        self._detail, self._many = detail, []
        self._pages.setCurrentWidget(self._hint if detail is None else self._one)
        self.header.setVisible(detail is not None)
        self._tab_row.setVisible(detail is not None)
        if detail is None:
            return
        self.setUpdatesEnabled(False)
        self._fill(detail, today)
        follow_layout(self)
        for area, value in zip(self._areas, kept, strict=True):
            area.verticalScrollBar().setValue(value)
        self.setUpdatesEnabled(True)
        QTimer.singleShot(0, self, lambda: self._scroll(kept))

    def show_many(self, rows: Sequence[TaskRow]) -> None:
        """Sum up a selection of several tasks."""
        self._detail = None
        self._many = [TaskRef(row.id) for row in rows]
        self.header.setVisible(True)
        self._tab_row.setVisible(False)
        self.header.show_many(rows, self.tr("已选 {0} 项任务").format(len(rows)))
        self.summary.show_rows(rows)
        self._pages.setCurrentWidget(self._several)

    def refs(self) -> list[TaskRef]:
        """The tasks the head speaks about."""
        return [TaskRef(self._detail.row.id)] if self._detail is not None else list(self._many)

    def _fill(self, detail: TaskDetail, today: dt.date) -> None:
        self.header.show_task(detail.row)
        self._evidence.set_rows(detail.evidence, today)
        self._history.set_rows(detail.history, today)
        self.sections.show_detail(detail, today)
        self.progress_tab.show_entries(newest_first(detail), today, len(detail.row.parts))
        self.evidence_tab.refill(detail.evidence)
        for tab, count in (
            (_PROGRESS, len(detail.progress)),
            (_EVIDENCE, len(detail.evidence)),
            (_HISTORY, len(detail.history)),
        ):
            self.tabs.set_count(tab, count)

    def _scroll(self, values: Sequence[int]) -> None:
        for area, value in zip(self._areas, values, strict=True):
            area.verticalScrollBar().setValue(value)

    def _lay_out(self) -> None:
        self._one = QStackedWidget()
        self._areas: list[QScrollArea] = [scrolled(self.sections), scrolled(self.progress_tab)]
        for page in (*self._areas, self.evidence_tab, self.history_view):
            self._one.addWidget(page)
        self._hint = ThemedLabel(self._theme, "text3", wrap=True)
        self._hint.setText(self.tr("在列表中选择一项任务，此处显示原文、进展、佐证和历史。"))
        self._hint.setContentsMargins(14, 16, 14, 0)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._several = scrolled(self.summary)
        self._pages = QStackedWidget()
        for page in (self._hint, self._one, self._several):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._tab_row = TabRow(self._theme, self.tabs, indent=14)
        column.addWidget(self._tab_row)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._one.setCurrentIndex)
        head, sections, tab = self.header, self.sections, self.evidence_tab
        head.status_chosen.connect(lambda status: self.status_chosen.emit(self.refs(), Status(status)))
        head.percent_chosen.connect(lambda percent: self.percent_chosen.emit(self.refs(), percent))
        head.tick_clicked.connect(lambda on: self.tick_toggled.emit(self.refs(), on))
        head.extend_clicked.connect(lambda: self._about_task(self.extend_requested))
        sections.wording.tick_toggled.connect(self.tick_toggled)
        sections.wording.percent_chosen.connect(self.percent_chosen)
        sections.wording.extend_requested.connect(self.extend_requested)
        sections.wording.progress_requested.connect(self.progress_requested)
        sections.wording.attach_requested.connect(self.attach_requested)
        sections.wording_head.link.clicked.connect(lambda: self._about_task(self.source_requested))
        sections.targets_head.link.clicked.connect(self._ask_reading)
        sections.targets.reading_requested.connect(self.reading_requested)
        sections.progress_head.link.clicked.connect(lambda: self._about_task(self.progress_requested))
        sections.evidence_head.link.clicked.connect(lambda: self._about_task(self.attach_requested))
        sections.explain.clicked.connect(lambda: self._about_task(self.no_evidence_explained))
        sections.thumbs.activated.connect(lambda index: self.evidence_activated.emit(self._evidence.row(index).id))
        self.progress_tab.add.clicked.connect(lambda: self._about_task(self.progress_requested))
        tab.add_clicked.connect(lambda: self._about_task(self.attach_requested))
        tab.paste_clicked.connect(self.paste)
        tab.opened.connect(self.evidence_activated)
        tab.removed.connect(self.evidence_removed)
        tab.saved_as.connect(self.evidence_saved_as)
        tab.shared.connect(self.evidence_shared)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def paste(self) -> None:
        """Take a picture or copied files from the clipboard as evidence of the shown task."""
        if self._detail is None:
            return
        files = pasted_files()
        if files:
            self.files_dropped.emit(TaskRef(self._detail.row.id), files)
        else:
            self.tabs.setCurrentIndex(_EVIDENCE)
            self.evidence_tab.total.setText(self.tr("剪贴板中没有图片或文件"))

    def _about_task(self, signal: SignalInstance) -> None:
        if self._detail is not None:
            signal.emit(TaskRef(self._detail.row.id))

    def _ask_reading(self) -> None:
        if self._detail is not None and self._detail.row.targets:
            self.reading_requested.emit(self._detail.row.targets[0].id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._detail is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.evidence_tab.drop_area.set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.evidence_tab.drop_area.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.evidence_tab.drop_area.set_hot(False)
        files = files_in(event.mimeData())
        if files and self._detail is not None:
            event.acceptProposedAction()
            self.files_dropped.emit(TaskRef(self._detail.row.id), files)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("base"))
