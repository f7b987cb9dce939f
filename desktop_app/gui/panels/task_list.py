"""The middle pane: title, counts that filter, and the tasks as an outline or as a grid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.ledger import OutlineRow, TaskRow
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.theme import Theme


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

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_view(self, title: str, subtitle: str = "") -> None:
        """Name what is shown."""

    def set_content(self, outline: Sequence[OutlineRow], rows: Sequence[TaskRow], today: dt.date) -> None:
        """Show `rows` under the headings of `outline`; selection and folding stay where the ids do."""

    def update_rows(self, rows: Sequence[TaskRow]) -> None:
        """Show new values of rows that are already shown."""

    def selected(self) -> list[TaskRef]:
        """The selected tasks and parts, in the order shown; a heading stands for the tasks under it."""
        return []

    def current(self) -> TaskRef | None:
        """The task or part the panel should show."""
        return None

    def select(self, task_id: int) -> None:
        """Make a task current and bring it into view."""

    def set_one_line(self, one_line: bool) -> None:
        """Put title and counts on one line of 36 px."""
