"""合并单位: names that are probably one unit, and any others the officer knows to be one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.ledger import UnitRow
from desktop_app.domain.unit_names import UnitSuggestion
from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.dialogs.plain_table import PlainTable
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.theme import BODY_PX, Theme


class MergeUnitsDialog(QDialog):
    """Suggestions above, all units below; a chosen suggestion selects its two units. The kept name is chosen at the foot."""

    merge_chosen = Signal(int, object)
    """The unit to keep, and a list of those that go into it."""

    def __init__(
        self,
        theme: Theme,
        units: Sequence[UnitRow],
        suggestions: Sequence[UnitSuggestion],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("合并单位"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._units: Sequence[UnitRow] = ()
        self._suggestions: Sequence[UnitSuggestion] = ()
        self.suggested = PlainTable(theme, [self.tr("保留"), self.tr("并入"), self.tr("理由")], (0, 220, 200))
        self.all = PlainTable(
            theme, [self.tr("单位"), self.tr("任务"), self.tr("其他名称")], (260, 56, 0), several=True
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("查找单位"))
        self.search.setClearButtonEnabled(True)
        self.keep = QComboBox()
        self.foot = DialogFoot(theme, self.tr("合并"), self.tr("关闭"))
        self._lay_out()
        self._connect()
        self.set_units(units, suggestions)
        self.suggested.setFocus() if suggestions else self.search.setFocus()

    def set_units(self, units: Sequence[UnitRow], suggestions: Sequence[UnitSuggestion]) -> None:
        """Show the units as they are now."""
        self._units, self._suggestions = units, suggestions
        self.suggested.set_rows([[each.keep.name, each.other.name, each.reason] for each in suggestions])
        for part in (self.alike, self.suggested):
            part.setVisible(bool(suggestions))
        self.all.set_rows([[unit.name, str(unit.tasks), "、".join(unit.aliases)] for unit in units])
        self._filter()
        self._choose_suggested()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose_suggested()

    def _choose_suggested(self) -> None:
        """Select the two units of the current suggestion."""
        row = self.suggested.currentIndex().row()
        if not 0 <= row < len(self._suggestions):
            self.all.clearSelection()
            self._offer_names()
            return
        each = self._suggestions[row]
        self.search.clear()
        self._select([each.keep.id, each.other.id])
        self.keep.setCurrentText(each.keep.name)

    def _select(self, ids: Sequence[int]) -> None:
        selection = self.all.selectionModel()
        rows = [row for row, unit in enumerate(self._units) if unit.id in ids]
        flags = selection.SelectionFlag
        selection.clearSelection()
        for row in rows:
            selection.select(self.all.items.index(row, 0), flags.Select | flags.Rows)
        if rows:
            self.all.scrollTo(self.all.items.index(rows[0], 0))
        self._offer_names()

    def _chosen(self) -> list[UnitRow]:
        return [self._units[row] for row in self.all.chosen() if not self.all.isRowHidden(row)]

    def _offer_names(self) -> None:
        """The selected units to choose the kept name from: the one that most tasks use stands first."""
        chosen = sorted(self._chosen(), key=lambda unit: -unit.tasks)
        self.keep.clear()
        for unit in chosen:
            self.keep.addItem(unit.name, unit.id)
        self.keep.setEnabled(len(chosen) > 1)
        self.foot.primary.setEnabled(len(chosen) > 1)
        self.foot.note.setText(self.tr("已选 {0} 个单位").format(len(chosen)) if chosen else "")

    def _filter(self) -> None:
        word = self.search.text().strip()
        for row, unit in enumerate(self._units):
            self.all.setRowHidden(row, not any(word in name for name in (unit.name, *unit.aliases)))
        self._offer_names()

    def _merge(self) -> None:
        kept = self.keep.currentData()
        others = [unit.id for unit in self._chosen() if unit.id != kept]
        if kept is not None and others:
            self.merge_chosen.emit(kept, others)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.alike = self._head(self.tr("可能是同一单位"))
        layout.addWidget(self.alike)
        layout.addWidget(self.suggested, 2)
        layout.addWidget(self._head(self.tr("全部单位"), self.search))
        layout.addWidget(self.all, 3)
        layout.addWidget(self.foot)
        self.keep.setMinimumWidth(240)
        self.foot.row.insertWidget(1, QLabel(self.tr("保留名称")))
        self.foot.row.insertWidget(2, self.keep)
        open_at(self, 760, 600)

    def _head(self, words: str, field: QWidget | None = None) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 6, 16, 6)
        label = QLabel(words)
        label.setFont(self._theme.font(BODY_PX, QFont.Weight.Medium))
        row.addWidget(label, 1)
        if field is not None:
            field.setMaximumWidth(240)
            row.addWidget(field)
        return head

    def _connect(self) -> None:
        self.suggested.selectionModel().currentRowChanged.connect(self._choose_suggested)
        self.suggested.clicked.connect(self._choose_suggested)
        self.suggested.activated.connect(self._merge)
        self.all.selectionModel().selectionChanged.connect(self._offer_names)
        self.search.textChanged.connect(self._filter)
        self.foot.primary.clicked.connect(self._merge)
        self.foot.secondary.clicked.connect(self.reject)
