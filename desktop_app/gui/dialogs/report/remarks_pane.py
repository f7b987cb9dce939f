"""报送前检查: what wants care first, then what is in order; a row leads to its tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.gui.dialogs.import_review.pane_head import PaneHead
from desktop_app.gui.dialogs.report.two_line_list import CARE, GOOD, TwoLineList
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

_ABOUT_WORDS = ("laid_aside", "new_numbers")


class Remark(Protocol):
    """What the preflight found."""

    @property
    def kind(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def good(self) -> bool: ...
    @property
    def tasks(self) -> tuple[int, ...]: ...


class RemarksPane(QWidget):
    """The list and its count."""

    tasks_requested = Signal(object)
    """The ids of the tasks a remark is about."""
    wording_requested = Signal()
    """The remark is about the officer's own words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._remarks: Sequence[Remark] = ()
        self.head = PaneHead(theme, self.tr("报送前检查"))
        self.list = TwoLineList(theme, self.tr("报送前检查"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.list.activated.connect(self._lead)
        self.list.clicked.connect(self._lead)

    @property
    def cares(self) -> int:
        """How many remarks want care."""
        return sum(not remark.good for remark in self._remarks)

    def set_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these; the current row stays where it was."""
        row = self.list.chosen
        self._remarks = remarks
        self.list.items.clear()
        for remark in remarks:
            self.list.add(say(remark.message), say(remark.detail), shape=GOOD if remark.good else CARE)
        self.head.set_note(self.tr("提示 {0} 项").format(self.cares))
        if 0 <= row < len(remarks):
            self.list.choose(row)

    def _lead(self, index: QModelIndex) -> None:
        remark = self._remarks[index.row()]
        tasks = remark.tasks
        if remark.kind in _ABOUT_WORDS:
            self.wording_requested.emit()
        elif tasks:
            self.tasks_requested.emit(tasks)
