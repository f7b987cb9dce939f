"""The middle pane: title, counts that filter, and the tasks as an outline or as a grid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Mark
from desktop_app.gui.models.clipboard import as_cells
from desktop_app.gui.models.columns import Column
from desktop_app.gui.models.items import Item, tally_of
from desktop_app.gui.models.shown_rows import ShownRows
from desktop_app.gui.models.task_grid import TaskGridModel
from desktop_app.gui.models.task_tree import TaskTreeModel
from desktop_app.gui.models.units import CUSTOMARY, UnitNames
from desktop_app.gui.panels.filter_bar import FilterBar
from desktop_app.gui.panels.list_header import ListHeader
from desktop_app.gui.panels.task_view import TaskView
from desktop_app.gui.panels.task_view.folding import Folding
from desktop_app.gui.panels.task_view.needs import WidestTexts
from desktop_app.gui.panels.task_view.selection import refs_of
from desktop_app.gui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.domain.ledger import OutlineRow, TaskRow
    from desktop_app.gui.panels.filter_popup import FilterPopup


class TaskListPane(QWidget):
    """Shows rows and says what the officer wants done with them; changes nothing itself.

    The pane filters by mark (the strip) and by column heads on its own, so that the strip keeps the counts
    of the whole view: give it the rows of the view and search, whatever `mark_chosen` said.
    """

    selection_changed = Signal()
    tick_toggled = Signal(list, bool)
    status_chosen = Signal(list, object)
    percent_chosen = Signal(list, int)
    files_dropped = Signal(object, list)
    mark_chosen = Signal(object)
    activated = Signal(object)
    shown_changed = Signal(int, int)
    """How many tasks are shown after the filters of the pane, and how many it was given."""
    menu_requested = Signal(QPoint)
    grid_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outline: Sequence[OutlineRow] = ()
        self._rows = ShownRows()
        self._today = dt.date.min
        self._show_context = False
        self._texts = (WidestTexts(), False)
        self._units = CUSTOMARY
        self._words: tuple[str, ...] = ()
        self._stale: set[TaskView] = set()
        self._told: tuple[list[TaskRef], TaskRef | None] = ([], None)
        self._filling = False
        self.header = ListHeader(theme)
        self.filters = FilterBar(theme)
        self.tree_model = TaskTreeModel(self)
        self.grid_model = TaskGridModel(self)
        self.tree = TaskView(theme, self.tree_model)
        self._grid: TaskView | None = None
        self._grid_columns = ""
        self.folding = Folding(self.tree, self.tree_model)
        self._arrange()
        self._connect()

    def set_view(self, title: str, subtitle: str = "") -> None:
        """Name what is shown."""
        self.header.set_view(title, subtitle)

    def set_content(self, outline: Sequence[OutlineRow], rows: Sequence[TaskRow], today: dt.date) -> None:
        """Show `rows` under the headings of `outline`; selection and folding stay where the ids do."""
        self._outline = outline
        self._rows.set_rows(rows)
        self._today = today
        self.header.set_tally(tally_of(rows))
        deep = len({row.plan_id for row in rows}) > 1 or any(row.section and len(row.number) > 3 for row in rows)
        self._texts = (WidestTexts.of(rows, today, self._units), deep)
        for view in self._views():
            view.painter.today = today
            view.columns.set_texts(*self._texts)
        self._fill()

    def set_units(self, units: UnitNames) -> None:
        """Say what units are called, before their rows are shown."""
        self._units = self.tree_model.units = self.grid_model.units = units
        for view in self._views():
            view.painter.units = units

    def update_rows(self, rows: Sequence[TaskRow]) -> None:
        """Show new values of rows that are already shown; a row that no longer fits the filter stays for now."""
        known = self._rows.update(rows)
        self.header.set_tally(tally_of(self._rows.all))
        if self.tree not in self._stale:
            self.tree_model.update_rows(known)
        if self._grid is not None and self._grid not in self._stale:
            self.grid_model.update_rows(known)

    def selected(self) -> list[TaskRef]:
        """The selected tasks and parts, in the order shown; a heading stands for the tasks under it."""
        return list(refs_of(self.view().selected_items()))

    def current(self) -> TaskRef | None:
        """The task or part the panel should show."""
        item = self.view().current_item()
        return item.ref if item else None

    def select(self, task_id: int) -> None:
        """Make a task current and bring it into view; the filters of the pane give way to it."""
        ref = TaskRef(task_id)
        if not self.view().select_ref(ref) and task_id in self._rows:
            self.clear_filters()
            self.view().select_ref(ref)

    def view(self) -> TaskView:
        """The outline or the grid, whichever is shown."""
        return self._grid if self._grid is not None and self._stack.currentWidget() is self._grid else self.tree

    def take_focus(self) -> None:
        """Give the keyboard to the list, on its first row where none is current."""
        # No focus proxy: Tab would then skip the counts above the list.
        view = self.view()
        if not view.currentIndex().isValid() and view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def grid(self) -> TaskView:
        """The grid; made when it is first shown."""
        if self._grid is None:
            self._grid = TaskView(self._theme, self.grid_model)
            self._grid.painter.today = self._today
            self._grid.painter.units = self._units
            self._grid.set_words(self._words)
            self._grid.columns.restore(self._grid_columns)
            self._grid.columns.set_texts(*self._texts)
            self._grid.heads.sort_requested.connect(self._sort)
            self._grid.heads.set_filtered(self._rows.filter.columns)
            self._stack.addWidget(self._grid)
            self._stale.add(self._grid)
            self._connect_view(self._grid)
        return self._grid

    def column_states(self) -> tuple[str, str]:
        """The columns chosen in outline and grid, for the settings."""
        return self.tree.columns.state(), self._grid.columns.state() if self._grid else self._grid_columns

    def restore_columns(self, tree: str, grid: str) -> None:
        """Take up what `column_states` gave."""
        self.tree.columns.restore(tree)
        self._grid_columns = grid
        if self._grid is not None:
            self._grid.columns.restore(grid)

    def shown(self) -> list[TaskRow]:
        """The rows that pass the filters of the pane."""
        return list(self._rows.shown)

    def show_grid(self, grid: bool) -> None:
        """Show the grid, or the outline; the selection goes along."""
        before, after = self.view(), self.grid if grid else self.tree
        self.header.switch.set_grid(grid)
        if before is after:
            return
        refs, current = self.selected(), self.current()
        self._filling = True
        had_focus = before.hasFocus()
        self._stack.setCurrentWidget(after)
        if after in self._stale:
            self._refresh(after)
        after.clearSelection()
        after.select_refs([TaskRef(ref.task) for ref in refs] if grid else refs, current)
        self._filling = False
        if had_focus:
            after.setFocus()
        self.grid_chosen.emit(grid)
        self._tell()

    def show_context(self, shown: bool) -> None:
        """Show items of the plan that ask nothing to be ticked."""
        self._show_context = shown
        self._fill()

    def set_words(self, words: Sequence[str]) -> None:
        """Mark the words that are sought, in titles and in a second line of each row."""
        self._words = tuple(words)
        for view in self._views():
            view.set_words(self._words)

    def set_one_line(self, one_line: bool) -> None:
        """Put title and counts on one line of 36 px."""
        self.header.set_one_line(one_line)

    def choose_mark(self, mark: Mark | None) -> None:
        """Show only one light, or all with None."""
        self.header.strip.choose(mark)
        if mark is not self._rows.mark:
            self._rows.mark = mark
            self._fill()
            self.mark_chosen.emit(mark)

    def choose_values(self, column: Column, values: frozenset[str] | None) -> None:
        """Show only rows with one of `values` in a column; None shows all."""
        self._rows.filter = self._rows.filter.choosing(column, values)
        self._fill()

    def clear_filters(self) -> None:
        """Show every row of the view."""
        before = self._rows.mark
        self._rows.clear()
        self.header.strip.choose(None)
        self._fill()
        if before is not None:
            self.mark_chosen.emit(None)

    def copy(self) -> None:
        """Put the selected rows on the clipboard as cells of the shown columns."""
        items = self.view().selected_items()
        wanted = {ref.task for ref in refs_of(items)}
        rows = [item.row for item in self._in_order() if item.row is not None and item.row.id in wanted]
        QGuiApplication.clipboard().setText(as_cells(rows, self.view().columns.shown()))

    def select_all(self) -> None:
        """Select every row."""
        self.view().selectAll()

    def open_filter(self, column: int, point: QPoint) -> FilterPopup:
        """Ask which values of a column to show."""
        from desktop_app.gui.panels.filter_popup import FilterPopup

        chosen = Column(column)
        values = self._rows.filter.values(chosen)
        popup = FilterPopup(self._theme, self._rows.counted(chosen), values, self._units, self)
        popup.chosen.connect(lambda values: self.choose_values(chosen, values))
        popup.open_at(point)
        return popup

    def _arrange(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.filters, self._stack):
            column.addWidget(widget)
        self.setMinimumWidth(280)

    def _connect(self) -> None:
        self.header.strip.mark_chosen.connect(self.choose_mark)
        self.header.grid_chosen.connect(self.show_grid)
        self.filters.cleared.connect(self.clear_filters)
        self.filters.removed.connect(lambda column: self.choose_values(column, None))
        self._connect_view(self.tree)

    def _connect_view(self, view: TaskView) -> None:
        view.rows_selected.connect(self._tell)
        view.tick_toggled.connect(self.tick_toggled)
        view.files_dropped.connect(self.files_dropped)
        view.opened.connect(self.activated)
        view.menu_requested.connect(self.menu_requested)
        view.heads.filter_requested.connect(self.open_filter)
        view.cells.percent_chosen.connect(self._percent_chosen)
        view.cells.status_chosen.connect(self._status_chosen)

    def _views(self) -> tuple[TaskView, ...]:
        return (self.tree,) if self._grid is None else (self.tree, self._grid)

    def _fill(self) -> None:
        """Filter anew; only the view on screen is filled, the other when it is shown."""
        self._rows.narrow()
        self.filters.show_filter(self._rows.filter, self._units)
        self._stale = set(self._views())
        for view in self._views():
            view.heads.set_filtered(self._rows.filter.columns)
        view = self.view()
        refs, current = self.selected(), self.current()
        offset = view.verticalScrollBar().value()
        self._filling = True
        self._refresh(view)
        view.select_refs(refs, current)
        view.verticalScrollBar().setValue(offset)
        self._filling = False
        self.shown_changed.emit(len(self._rows.shown), len(self._rows.all))
        self._tell()

    def _refresh(self, view: TaskView) -> None:
        self._stale.discard(view)
        view.empty_words = self.tr("没有符合条件的任务")
        if view is self._grid:
            self.grid_model.set_content(self._rows.shown, self._today)
            return
        context = self._show_context and not self._rows.narrowed
        with self.folding.kept():
            self.tree_model.set_content(self._outline, self._rows.shown, self._today, context)

    def _sort(self, column: int) -> None:
        """A first click sorts upward, a second downward, a third restores the order of the document."""
        model, order = self.grid_model, Qt.SortOrder
        if model.sort_column != column:
            model.sort(column, order.AscendingOrder)
        elif model.sort_order is order.AscendingOrder:
            model.sort(column, order.DescendingOrder)
        else:
            model.sort(-1)
        self.grid.heads.set_sorted(model.sort_column, model.sort_order is order.DescendingOrder)

    def _in_order(self) -> Sequence[Item]:
        if self.view() is self._grid:
            return self.grid_model.items()
        rows = {row.id: row for root in [self.tree_model.item(self.tree.rootIndex())] for row in root.tasks()}
        by_id = {item.row.id: item for item in self.tree_model.items() if item.row and not item.part}
        return [by_id[number] for number in rows]

    def _tell(self) -> None:
        if self._filling:
            return
        now = (self.selected(), self.current())
        if now != self._told:
            self._told = now
            self.selection_changed.emit()

    def _several(self, ref: TaskRef) -> list[TaskRef]:
        """An edit in a row that is selected with others is meant for all of them."""
        chosen = self.selected()
        return chosen if ref in chosen else [ref]

    def _percent_chosen(self, ref: TaskRef, percent: int) -> None:
        self.percent_chosen.emit(self._several(ref), percent)

    def _status_chosen(self, ref: TaskRef, status: object) -> None:
        self.status_chosen.emit(self._several(ref), status)
