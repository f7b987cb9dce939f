"""The window: menus, tool bar, three panes, status bar. Shows what it is given and says what the officer wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui.actions import Actions
from desktop_app.gui.icons import app_icon
from desktop_app.gui.local_files import files_in
from desktop_app.gui.menus import fill_menu_bar, fill_task_menu, tool_groups
from desktop_app.gui.panels.navigation import NavigationPane
from desktop_app.gui.panels.status_line import StatusLine
from desktop_app.gui.panels.task_list import TaskListPane
from desktop_app.gui.responsive import Layout, layout_for
from desktop_app.gui.search_field import SearchField
from desktop_app.gui.theme import Theme
from desktop_app.gui.tool_bar import ToolBar
from desktop_app.gui.window_memory import WindowMemory

if TYPE_CHECKING:
    from desktop_app.gui.panels.first_start import FirstStartPage

START_SIZE = QSize(1366, 740)
SMALLEST_SIZE = QSize(640, 400)


class MainWindow(QMainWindow):
    """The frame around navigation, list and panel.

    Args:
        theme: the look.
        panel: the right pane (TaskPanel); any widget will do until `set_panel`.
        settings: where sizes are remembered; None remembers nothing.
    """

    files_dropped = Signal(list)
    """Paths dropped on the window itself: plans to import."""
    closing = Signal()

    def __init__(self, theme: Theme, panel: QWidget | None = None, settings: QSettings | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.panel = panel or QWidget()
        self._memory = WindowMemory(settings)
        self._layout: Layout | None = None
        self._panel_wanted = True
        self.actions_ = Actions(theme, self)
        self.navigation = NavigationPane(theme)
        self.task_list = TaskListPane(theme)
        self.search = SearchField(theme)
        self._first_start: FirstStartPage | None = None
        self.status_line = StatusLine(theme)
        self._arrange()
        self._connect()
        self.set_title("")
        self.resize(START_SIZE)
        self._memory.restore(self)

    def set_title(self, title: str) -> None:
        """Name the plan or view in the title bar."""
        self.setWindowTitle(f"{title} - {self.tr('销号')}" if title else self.tr("销号"))

    def set_status(
        self,
        saved: str | None = None,
        undo: str | None = None,
        shown: tuple[int, int] | None = None,
        selected: int | None = None,
    ) -> None:
        """Change what the status bar says; what is None stays as it is.

        Args:
            saved: such as "已保存 09:42".
            undo: the name of what undo takes back, "" for nothing.
            shown: how many tasks are shown, of how many.
            selected: how many tasks are selected.
        """
        self.status_line.set_status(saved, undo, shown, selected)

    def show_empty(self, empty: bool) -> None:
        """Show the first-start page instead of list and panel."""
        before = self.is_empty()
        self._middle.setCurrentWidget(self.first_start if empty else self._work)
        if empty:
            self.first_start.ways[0].setFocus()
        elif before:
            self.task_list.view().setFocus()
        self.navigation.set_usable(not empty)
        self.search.setEnabled(not empty)
        self.actions_.set_has_plans(not empty)

    @property
    def panel_wanted(self) -> bool:
        """Whether the panel is shown where there is room for it."""
        if self._layout is not None and not self._layout.panel:
            return self._panel_wanted
        return self.actions_.toggle_panel.isChecked()

    def is_empty(self) -> bool:
        """Whether the first-start page is shown."""
        return self._middle.currentWidget() is not self._work

    @property
    def first_start(self) -> FirstStartPage:
        """The page of an empty workspace; made when it is first asked for, which most starts never do."""
        if self._first_start is None:
            from desktop_app.gui.panels.first_start import FirstStartPage

            self._first_start = FirstStartPage(self.theme, self.actions_)
            self._middle.addWidget(self._first_start)
        return self._first_start

    def set_panel(self, panel: QWidget) -> None:
        """Put the right pane in its place, as when it was made only after the first paint."""
        sizes = self._work.sizes()
        self._work.replaceWidget(1, panel)
        self.panel.deleteLater()
        self.panel = panel
        self._work.setSizes(sizes)
        self._show_panel(self.actions_.toggle_panel.isChecked())

    def _arrange(self) -> None:
        self.setWindowIcon(app_icon())
        self.setMinimumSize(SMALLEST_SIZE)
        self.setAcceptDrops(True)
        fill_menu_bar(self.menuBar(), self.actions_)
        self.tool_bar = ToolBar(self.theme, tool_groups(self.actions_), self.search)
        self._work = _splitter(self.task_list, self.panel)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._work)
        self._outer = _splitter(self.navigation, self._middle)
        self._outer.setStretchFactor(0, 0)
        self._outer.setStretchFactor(1, 1)
        self._work.setStretchFactor(0, 1)
        self._work.setStretchFactor(1, 0)
        self.setCentralWidget(_column(self.tool_bar, self._outer))
        self.task_list.view().setFocus()
        self.setStatusBar(self.status_line)

    def _connect(self) -> None:
        a = self.actions_
        a.quit.triggered.connect(self.close)
        self.task_list.addAction(a.paste_plan)
        a.find.triggered.connect(self._focus_search)
        self.search.left.connect(self.task_list.take_focus)
        a.toggle_panel.toggled.connect(self._show_panel)
        self._outer.splitterMoved.connect(self._note_panes)
        self._work.splitterMoved.connect(self._note_panes)
        self._connect_list(a)
        for appearance, action in a.appearance_actions.items():
            action.triggered.connect(lambda _=False, chosen=appearance: self.theme.set_appearance(chosen))
        for density, action in a.density_actions.items():
            action.triggered.connect(lambda _=False, chosen=density: self.theme.set_density(chosen))
        for size, action in a.font_size_actions.items():
            action.triggered.connect(lambda _=False, chosen=size: self.theme.set_font_size(chosen))

    def _connect_list(self, a: Actions) -> None:
        tasks = self.task_list
        a.copy_cells.triggered.connect(tasks.copy)
        a.select_all.triggered.connect(tasks.select_all)
        a.show_tree.triggered.connect(lambda: tasks.show_grid(False))
        a.show_grid.triggered.connect(lambda: tasks.show_grid(True))
        a.show_context.toggled.connect(tasks.show_context)
        a.expand_all.triggered.connect(tasks.folding.expand_all)
        a.collapse_all.triggered.connect(tasks.folding.collapse_all)
        tasks.grid_chosen.connect(lambda grid: (a.show_grid if grid else a.show_tree).setChecked(True))
        tasks.menu_requested.connect(self._open_task_menu)
        a.show_tree.setChecked(True)

    def _open_task_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        fill_task_menu(menu, self.actions_)
        menu.exec(point)
        menu.deleteLater()

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_panel(self, shown: bool) -> None:
        """Where there is no room for both, the panel takes the place of the list."""
        alone = self._layout is not None and not self._layout.panel
        self.panel.setVisible(shown)
        self.task_list.setVisible(not (shown and alone))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings the keyboard back to the list from wherever nothing else wants it."""
        if event.key() == Qt.Key.Key_Escape and not self.is_empty() and self.task_list.isVisible():
            self.task_list.take_focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = layout_for(self.width())
        if layout is not self._layout:
            self._apply_layout(layout)

    def _apply_layout(self, layout: Layout) -> None:
        before, self._layout = self._layout, layout
        self.tool_bar.set_worded(layout.words, 36 if layout.one_line else 40)
        self.search.set_wide(layout.words)
        self.navigation.set_rail(layout.rail)
        self.navigation.list_chapters(layout.chapters)
        self.task_list.set_one_line(layout.one_line)
        self._make_room(before, layout)
        middle = self.width() - layout.left
        self._outer.setSizes(self._memory.panes(layout, "outer") or [layout.left, middle])
        self._work.setSizes(self._memory.panes(layout, "work") or [middle - layout.right, layout.right])

    def _make_room(self, before: Layout | None, layout: Layout) -> None:
        """Without a place of its own the panel is away until F4; with one it is as the officer left it."""
        toggle = self.actions_.toggle_panel
        if not layout.panel and (before is None or before.panel):
            self._panel_wanted = toggle.isChecked()
            toggle.setChecked(False)
        elif layout.panel and before is not None and not before.panel:
            toggle.setChecked(self._panel_wanted)
        self._show_panel(toggle.isChecked())

    def _note_panes(self) -> None:
        if self._layout is not None:
            self._memory.note_panes(self._layout, "outer", self._outer.sizes())
            self._memory.note_panes(self._layout, "work", self._work.sizes())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.store(self)
        self.closing.emit()
        super().closeEvent(event)


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return made


def _splitter(left: QWidget, right: QWidget) -> QSplitter:
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    made.addWidget(left)
    made.addWidget(right)
    return made
