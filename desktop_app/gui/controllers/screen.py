"""Keeps the window in step with the session: one refresh after every command, touching only what changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from desktop_app.domain.changes import Changes
from desktop_app.domain.collecting import no_collection
from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Light
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.folding import fold
from desktop_app.gui.controllers.leading import show_views
from desktop_app.gui.controllers.session import Contents, read_all
from desktop_app.gui.heap import settle_heap
from desktop_app.gui.models.views import View
from desktop_app.gui.panels.task_panel import TaskPanel
from desktop_app.gui.words import say
from desktop_app.services import evidence, history

A_MINUTE = 60_000
QUIET = 2_000
"""Milliseconds after which what was read is looked at and nothing is being done."""
SEARCH_PAUSE = 80
"""Milliseconds after the last key before the list is narrowed."""


class Screen(QObject):
    """Shows views, search results, the chosen task, and what undo and redo are called."""

    def __init__(self, desk: Desk, panel: TaskPanel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._panel = panel
        self._shown: list[int] = []
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE)
        self._pause.timeout.connect(self._search)
        self._day = desk.today
        self._clock = QTimer(self, interval=A_MINUTE)
        self._clock.timeout.connect(self._follow_day)
        self._clock.start()
        self._settling = QTimer(self, singleShot=True, interval=QUIET)
        self._settling.timeout.connect(settle_heap)
        panel.set_file_source(self._stored_file)
        self._connect()

    def show_all(self) -> None:
        """Show the whole workspace anew, as after opening it or when plans came or went."""
        session = self._desk.session
        self._window.show_empty(not session.plans)
        if not session.plans:
            self._window.first_start.set_location(str(session.workspace.folder))
        self._show_navigation()
        self._show_view()
        self._show_history()
        self._settling.start()

    def choose_first(self) -> None:
        """Stand on the first red task, one with evidence before others, else on the first of all."""
        rows = self._desk.session.shown()
        red = [row for row in rows if row.light is Light.RED]
        first = next((row for row in red if row.evidence), next(iter(red or rows), None))
        if first is not None:
            self._window.task_list.select(first.id)

    def refresh(self, changes: Changes) -> None:
        """Re-read and re-show what a command touched."""
        session = self._desk.session
        fresh = session.take(self._fetch(changes))
        if fresh is None:
            self.show_all()
        else:
            self._show_navigation()
            if [row.id for row in session.shown()] == self._shown:
                self._window.task_list.update_rows(fresh)
            else:
                self._show_rows()
            self._show_selection()
            self._show_history()
        self._say_saved(changes)

    def _fetch(self, changes: Changes) -> Contents | list[TaskRow]:
        session = self._desk.session
        if not session.touches_many(changes):
            return session.fetch(changes)
        fresh: Contents | list[TaskRow] = self._desk.wait(self.tr("正在读取台账"), lambda _: session.fetch(changes))
        return fresh

    def _show_navigation(self) -> None:
        self._window.task_list.set_units(self._desk.session.units)
        show_views(self._desk)

    def _connect(self) -> None:
        window, desk = self._window, self._desk
        desk.changed.connect(self.refresh)
        desk.opened.connect(self._reopened)
        window.navigation.view_chosen.connect(self._choose_view)
        window.search.textChanged.connect(lambda: self._pause.start())
        window.task_list.selection_changed.connect(self._show_selection)
        window.task_list.activated.connect(lambda _: self._enter_panel())
        window.task_list.shown_changed.connect(lambda shown, total: window.set_status(shown=(shown, total)))

    def _follow_day(self) -> None:
        """A window left open over midnight judges the lights anew."""
        if self._desk.today != self._day:
            self._day = self._desk.today
            session = self._desk.session
            session.take(self._desk.wait(self.tr("正在读取台账"), lambda _: read_all(session.workspace)))
            self.show_all()

    def _reopened(self) -> None:
        self._window.search.clear()
        self._pause.stop()
        self._mark_words([])
        self._panel.show_detail(None, self._desk.today)
        self.show_all()
        self._window.navigation.select("all")
        self._window.set_status(saved=self.tr("已打开 {0}").format(self._desk.workspace.folder.name))

    def _choose_view(self, view: View) -> None:
        self._desk.session.view = view
        self._show_view()

    def _enter_panel(self) -> None:
        self._window.actions_.toggle_panel.setChecked(True)
        self._panel.tabs.setFocus(Qt.FocusReason.TabFocusReason)

    def _search(self) -> None:
        self._desk.session.search = self._window.search.text().strip()
        self._mark_words(fold(self._desk.session.search).split())
        self._show_rows()

    def _mark_words(self, words: list[str]) -> None:
        self._panel.set_search(words)
        self._window.task_list.set_words(words)

    def _show_view(self) -> None:
        session = self._desk.session
        plan = next((plan for plan in session.plans if plan.id == session.plan_in_view()), None)
        whole = (
            plan is not None and session.view.filter.chapter is None and session.view.key in ("all", f"plan:{plan.id}")
        )
        if plan is not None and whole:
            title, subtitle = plan.title, self._subtitle(plan)
        else:
            title, subtitle = session.view.title, self.tr("{0} 份规划").format(len(session.plans))
        self._window.set_title(plan.title if plan else session.view.title)
        self._window.task_list.set_view(title, subtitle)
        self._show_rows()

    def _subtitle(self, plan: PlanRow) -> str:
        day = plan.issued_on
        issued = self.tr("{0}年{1}月{2}日印发").format(day.year, day.month, day.day) if day else ""
        return "　".join(part for part in (plan.doc_number or "", issued) if part)

    def _show_rows(self) -> None:
        session = self._desk.session
        with no_collection():
            rows = session.shown()
            self._shown = [row.id for row in rows]
            self._window.task_list.set_content(session.outline, rows, self._desk.today)
        self._show_selection()

    def _show_selection(self) -> None:
        session = self._desk.session
        tasks = list(dict.fromkeys(ref.task for ref in self._window.task_list.selected() if ref.task in session.rows))
        self._window.actions_.set_selection(len(tasks))
        self._window.set_status(selected=len(tasks))
        if len(tasks) > 1:
            self._panel.show_many([session.rows[task] for task in tasks])
        else:
            current = self._window.task_list.current()
            self._show_task(tasks[0] if tasks else current.task if isinstance(current, TaskRef) else None)

    def _show_task(self, task: int | None) -> None:
        detail = self._desk.session.detail(task) if task is not None else None
        self._panel.show_detail(detail, self._desk.today)

    def _show_history(self) -> None:
        undo, redo = history.undo_label(self._desk.workspace), history.redo_label(self._desk.workspace)
        undo, redo = undo and say(undo), redo and say(redo)
        self._window.actions_.set_history(undo, redo)
        self._window.set_status(undo=undo or "")

    def _say_saved(self, changes: Changes) -> None:
        if not changes.label:
            return
        saved = self.tr("已保存 {0}").format(f"{dt.datetime.now():%H:%M}")
        self._window.set_status(saved="　".join((saved, *map(say, changes.warnings))))

    def _stored_file(self, evidence_id: int) -> Path | None:
        try:
            return evidence.file_path(self._desk.workspace, evidence_id)
        except XiaohaoError:
            return None
