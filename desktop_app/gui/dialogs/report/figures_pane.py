"""数据: every number of the report with its definition and the tasks it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.import_review.pane_head import PaneHead
from desktop_app.gui.dialogs.report.two_line_list import TwoLineList
from desktop_app.gui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.exports.report_model import Figure


_MOST = 1000
"""So many tasks of a figure are listed: a longer list would be felt at every new draft."""


class FiguresPane(QWidget):
    """Figures above, the tasks of the chosen one below; a task leads to the main window."""

    task_requested = Signal(int)
    tasks_requested = Signal(object)
    """The ids of all tasks of the chosen figure, where they are too many to be listed here."""

    def __init__(self, theme: Theme, label_of: Callable[[int], str]) -> None:
        super().__init__()
        self._label_of = label_of
        self._figures: Sequence[Figure] = ()
        self._shown: list[Figure] = []
        self._tasks: tuple[int, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("按名称、章、单位或数值查找"))
        self.search.setClearButtonEnabled(True)
        self.list = TwoLineList(theme, self.tr("报告中的数据"))
        self.definition = QLabel()
        self.definition.setTextFormat(Qt.TextFormat.PlainText)
        self.definition.setWordWrap(True)
        self.definition.setMargin(10)
        self.tasks_head = PaneHead(theme, self.tr("对应任务"))
        self.tasks = TwoLineList(theme, self.tr("对应任务"))
        self._lay_out()
        self.search.textChanged.connect(lambda: self._show(self._matching()))
        self.list.selectionModel().currentChanged.connect(self._show_tasks)
        self.tasks.activated.connect(self._lead)
        self.tasks.clicked.connect(self._lead)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """The figures of the report; the chosen one stays chosen where it is still there."""
        name = self._shown[self.list.chosen].name if 0 <= self.list.chosen < len(self._shown) else ""
        self._figures = figures
        self._show(self._matching())
        at = next((row for row, figure in enumerate(self._shown) if figure.name == name), None)
        if at is not None:
            self.list.choose(at)

    def show_candidates(self, number: str, figures: Sequence[Figure]) -> None:
        """What a clicked number may count, the likeliest chosen."""
        self.search.blockSignals(True)
        self.search.setText(number)
        self.search.blockSignals(False)
        self._show(figures)

    def _lay_out(self) -> None:
        above, below = QWidget(), QWidget()
        parts: tuple[tuple[QWidget, tuple[QWidget, ...]], ...] = (
            (above, (self.search, self.list)),
            (below, (self.definition, self.tasks_head, self.tasks)),
        )
        for box, widgets in parts:
            inner = QVBoxLayout(box)
            inner.setContentsMargins(0, 6 if box is above else 0, 0, 0)
            inner.setSpacing(0)
            for widget in widgets:
                inner.addWidget(widget)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(above)
        splitter.addWidget(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def _matching(self) -> list[Figure]:
        word = self.search.text().strip()
        return [figure for figure in self._figures if not word or word in figure.name or word == figure.value]

    def _show(self, figures: Sequence[Figure]) -> None:
        self._shown = list(figures)
        self.list.items.clear()
        for figure in self._shown:
            self.list.add(figure.name, value=figure.value)
        if self._shown:
            self.list.choose(0)
        else:
            self.definition.setText(self.tr("没有这个数据。正文中的日期、目标值和读数来自各项任务的记录"))
            self._fill_tasks(())

    def _show_tasks(self) -> None:
        if 0 <= self.list.chosen < len(self._shown):
            figure = self._shown[self.list.chosen]
            self.definition.setText(self.tr("{0}：{1}。{2}。").format(figure.name, figure.value, figure.definition))
            self._fill_tasks(tuple(dict.fromkeys(figure.tasks)))

    def _fill_tasks(self, tasks: tuple[int, ...]) -> None:
        self._tasks = tasks
        self.tasks.items.clear()
        for task in tasks[:_MOST]:
            self.tasks.add(self._label_of(task))
        if len(tasks) > _MOST:
            self.tasks.add(self.tr("在主窗口列出全部 {0} 项").format(len(tasks)))
        self.tasks_head.set_note(self.tr("{0} 项").format(len(tasks)))

    def _lead(self) -> None:
        if 0 <= self.tasks.chosen < min(len(self._tasks), _MOST):
            self.task_requested.emit(self._tasks[self.tasks.chosen])
        elif self.tasks.chosen == _MOST:
            self.tasks_requested.emit(self._tasks)
