"""填写上级表格: which tasks, what goes into the blanks, and what each column takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from desktop_app.domain.superior_form import FormMapping, FormTable, TableMapping
from desktop_app.domain.task import Light
from desktop_app.gui.dialogs.form_mapping.blanks import BlankFields
from desktop_app.gui.dialogs.form_mapping.grid import FormGrid
from desktop_app.gui.dialogs.import_review.pane_head import PaneHead
from desktop_app.gui.dialogs.report.scope_button import ScopeButton
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.dialogs.scope_fields import ScopeFields, ScopeOffer
from desktop_app.gui.dialogs.side_form import SideFormDialog
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

_PATIENCE = 300
"""Milliseconds after a choice before it is looked up what would stay empty."""
_MOST_FIRST = 40
"""Tasks begin among the first rows of a form."""


class FormMappingDialog(SideFormDialog):
    """Tasks and blanks at the left, the form at the right; a tab for each sheet or table.

    Args:
        name: the file.
        tables: the blank as it was read.
        mapping: what was guessed or remembered.
        known: whether it was remembered.
        offer: plans and units to choose from.
        unit: who fills forms in, as the workspace remembers it.
    """

    first_changed = Signal(int, int)
    """The number of a table and the row, counted from 0, where its tasks are to begin."""
    foretelling_requested = Signal()
    """The choices rest: what would be left empty is to be said by `show_remarks`."""
    asks_place = True

    def __init__(
        self,
        theme: Theme,
        name: str,
        tables: Sequence[FormTable],
        mapping: FormMapping,
        known: bool,
        offer: ScopeOffer,
        unit: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", "", parent)
        self.setWindowTitle(self.tr("填写上级表格 - {0}").format(name))
        self._tables = list(mapping.tables)
        self.scope = ScopeFields(theme, offer, self, chapters=False)
        self.lights = ScopeButton(theme, self.tr("全部"), self.tr("{0} 种灯"))
        self.lights.set_values([(say(light.label), sum(row.light is light for row in offer.rows)) for light in Light])
        self.changed = QCheckBox(self.tr("只填本期有变化的任务"))
        self.unit = QLineEdit(unit)
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.first = QComboBox()
        self.head = PaneHead(theme, self.tr("各列填什么"))
        told = self.tr("按上次的对应") if known else self.tr("按表头推测，可更改")
        self.head.set_note(self.tr("{0}；深色行填任务，浅色格为空格").format(told))
        self.grids = [FormGrid(theme, table, each) for table, each in zip(tables, self._tables, strict=True)]
        self.blanks = [BlankFields(each.blanks, self) for each in self._tables]
        self.remarks = QLabel()
        self._rest = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._blank_rows = QFormLayout()
        self.foot.primary.setText(self.tr("填写…"))
        self.foot.primary.setDefault(True)
        self._fill_form()
        self._fill_side(tables)
        self._connect()
        self._show_table(self._likeliest())
        open_at(self, 1080, 620)
        self.scope.plan.setFocus()

    def mapping(self) -> FormMapping:
        """The choices of all tables."""
        return FormMapping(
            tuple(
                replace(table, columns=grid.meanings(), blanks=blanks.values())
                for table, grid, blanks in zip(self._tables, self.grids, self.blanks, strict=True)
            )
        )

    def chosen_lights(self) -> tuple[Light, ...]:
        """The lights that are wanted; none for all."""
        words = self.lights.chosen()
        return tuple(light for light in Light if say(light.label) in words)

    def set_table(self, number: int, mapping: TableMapping) -> None:
        """Show one table with other places; its blanks are asked for anew."""
        self._tables[number] = mapping
        self.grids[number].set_mapping(mapping)
        for field in self.blanks[number].fields:
            self._blank_rows.removeRow(field)
        self.blanks[number] = BlankFields(mapping.blanks, self)
        self.blanks[number].add_to(self._blank_rows)
        self._count()

    def show_remarks(self, sentences: Sequence[str]) -> None:
        """What would be left empty, or filled with units of another role."""
        self.remarks.setText("\n".join(map(say, sentences)))
        self.remarks.setVisible(bool(sentences))

    def problem(self) -> tuple[QWidget, str] | None:
        if not any(table.takes_tasks for table in self.mapping().tables):
            return self.stack, self.tr("没有一列填任务内容，在表格上方选定")
        if self.changed.isChecked() and self.scope.period.value() is None:
            return self.scope.period.kind, self.tr("只填有变化的任务须选定报送期")
        return None

    def _fill_form(self) -> None:
        self.scope.add_to(self.form)
        self.form.addRow(self.tr("亮灯"), self.lights)
        self.form.addRow("", self.changed)
        self.form.addRow(self.tr("填报单位"), self.unit)
        blanks = QWidget()
        self._blank_rows.setContentsMargins(0, 0, 0, 0)
        self._blank_rows.setHorizontalSpacing(14)
        self._blank_rows.setVerticalSpacing(6)
        blanks.setLayout(self._blank_rows)
        for fields in self.blanks:
            fields.add_to(self._blank_rows)
        if any(fields.fields for fields in self.blanks):
            self.form.addRow(QLabel(self.tr("表中空格")))
            self.form.addRow(blanks)

    def _fill_side(self, tables: Sequence[FormTable]) -> None:
        for table, grid in zip(tables, self.grids, strict=True):
            self.tabs.addTab(table.name.replace("&", "&&"))
            self.stack.addWidget(grid)
        self.tabs.setVisible(len(self.grids) > 1)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.first.setAccessibleName(self.tr("起始行"))
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 5, 12, 5)
        bar.addWidget(self.tabs, 1)
        bar.addStretch(0 if len(self.grids) > 1 else 1)
        bar.addWidget(self.first)
        self.side.addWidget(self.head)
        self.side.addLayout(bar)
        self.side.addWidget(self.stack, 1)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.remarks.setWordWrap(True)
        self.remarks.setContentsMargins(12, 6, 12, 6)
        self.remarks.setVisible(False)
        self.side.addWidget(self.remarks)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_table)
        self.first.activated.connect(lambda row: self.first_changed.emit(self.stack.currentIndex(), row))
        for grid in self.grids:
            grid.changed.connect(self._count)
        for changed in (self.scope.changed, self.lights.changed, self.changed.toggled):
            changed.connect(lambda *_: self._rest.start())
        self._rest.timeout.connect(self.foretelling_requested)

    def _likeliest(self) -> int:
        """The first table that takes tasks."""
        return next((at for at, table in enumerate(self._tables) if table.takes_tasks), 0)

    def _show_table(self, number: int) -> None:
        with QSignalBlocker(self.tabs), QSignalBlocker(self.first):
            self.tabs.setCurrentIndex(number)
            self.stack.setCurrentIndex(number)
            self.first.clear()
            table = self.grids[number].table
            rows = min(table.height, _MOST_FIRST)
            self.first.addItems([self.tr("从第 {0} 行起填").format(table.top + row + 1) for row in range(rows + 1)])
            self.first.setCurrentIndex(min(self._tables[number].first, rows))
        self._count()

    def _count(self) -> None:
        """Say what there is room for: rows beyond those of the form are added in its look."""
        self._rest.start()
        table = self._tables[self.stack.currentIndex()]
        if not any(each.takes_tasks for each in self.mapping().tables):
            self.foot.note.setText(self.tr("未认出表头，在表格上方选定各列"))
        elif table.listed:
            self.foot.note.setText(self.tr("表中列有 {0} 项任务，按名称对应，只填空着的格").format(len(table.listed)))
        else:
            self.foot.note.setText(self.tr("表中有 {0} 个空行，不够时按原样增加").format(table.rows))
