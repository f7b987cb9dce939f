"""The rows of one workbook under review: groups by what asks for attention, a row for every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.handout import Value
from desktop_app.domain.merging import Cell, MergePlan, Outcome
from desktop_app.domain.merging.words import agree
from desktop_app.gui.dialogs.merge_review.choices import Choices
from desktop_app.gui.dialogs.merge_review.switch import name_of
from desktop_app.gui.words import say, tr

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `Row`."""

_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns of the review."""

    TASK, FIELD, BASE, THEIRS, OURS, CHOICE = range(6)


@dataclass(frozen=True, slots=True)
class Row:
    """A group with its `note`, a cell, or words about a row that is no cell (`cell` is None, `head` is not)."""

    cell: Cell | None = None
    outcome: Outcome | None = None
    head: str = ""
    note: str = ""
    words: str = ""
    number: str = ""
    title: str = ""


_ORDER = (Outcome.CONFLICT, Outcome.DOUBTFUL, Outcome.TAKEN, Outcome.REFUSED, Outcome.SAME)


def rows_of(plan: MergePlan, book: int, only: Outcome | None) -> list[Row]:
    """The rows of a workbook; `only` those of one outcome, None for all."""
    listed: list[Row] = []
    cells = [cell for cell in plan.cells if cell.book == book]
    for outcome in _ORDER:
        if only not in (None, outcome):
            continue
        wanted = plan.same_cells(book) if outcome is Outcome.SAME else [each for each in cells if _is_of(each, outcome)]
        if wanted:
            head, note = say(outcome.label), tr("{0} 格，{1}").format(len(wanted), _note(outcome))
            listed.append(Row(outcome=outcome, head=head, note=note))
            listed += [_row(plan, cell) for cell in wanted]
        if outcome is Outcome.REFUSED:
            listed += _outside(plan, book)
    return listed


def _is_of(cell: Cell, outcome: Outcome) -> bool:
    """Cells of rows that nobody handed out are shown by the row."""
    return cell.outcome is outcome and not (outcome is Outcome.REFUSED and cell.key is None)


def _row(plan: MergePlan, cell: Cell) -> Row:
    label = plan.labels.get(cell.key) if cell.key else None
    title = (label.title or label.wording) if label else cell.name
    return Row(cell, cell.outcome, number=label.number if label else "", title=title)


def _outside(plan: MergePlan, book: int) -> Iterator[Row]:
    """Rows that are no tasks of the handout, and tasks of it that are no rows."""
    report = plan.books[book]
    if report.unknown:
        cells = sum(row.cells for row in report.unknown)
        note = tr("{0} 行 {1} 格，不属于下发的任务，未采，需要时手工补录").format(len(report.unknown), cells)
        yield Row(head=tr("表外"), note=note)
        yield from (Row(words=row.words, number=tr("第{0}行").format(row.place)) for row in report.unknown)
    if report.missing:
        yield Row(head=tr("缺行"), note=tr("{0} 行已下发而表内没有，未作更改").format(len(report.missing)))
        yield from (Row(words=name) for name in report.missing)


def _note(outcome: Outcome) -> str:
    return {
        Outcome.CONFLICT: tr("两边都改过或两处不一致"),
        Outcome.DOUBTFUL: tr("须逐格确认"),
        Outcome.TAKEN: tr("仅单位改过"),
        Outcome.REFUSED: tr("说明原因"),
        Outcome.SAME: tr("单位未改，或与本地一致"),
    }[outcome]


class RowModel(QAbstractTableModel):
    """Rows that ask nothing of their own: choices are read from `choices` when a row is painted."""

    def __init__(self, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices = choices
        self.rows: Sequence[Row] = ()
        self._heads = (tr("任务"), tr("栏目"), tr("下发时"), tr("单位填报"), tr("本地现值"), tr("采用"))

    def show(self, rows: Sequence[Row], handed_on: str) -> None:
        """Show these rows; the head names the day of the handout."""
        self.beginResetModel()
        self.rows = rows
        base = tr("下发时 {0}").format(handed_on) if handed_on else tr("下发时")
        self._heads = (tr("任务"), tr("栏目"), base, tr("单位填报"), tr("本地现值"), tr("采用"))
        self.endResetModel()

    def repaint(self) -> None:
        """Choices changed."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, Column.CHOICE))

    def find(self, cell: Cell) -> QModelIndex:
        """The place of a cell; invalid when it is not shown."""
        for at, row in enumerate(self.rows):
            if row.cell is not None and row.cell.id == cell.id and cell.id >= 0:
                return self.index(at, Column.TASK)
        return QModelIndex()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self.rows[index.row()].head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(row, Column(index.column()))
        return None

    def _words(self, row: Row, column: Column) -> str:
        if row.cell is None:
            whole = f"{row.head}　{row.note}" if row.head else "　".join(filter(None, (row.number, row.words)))
            return whole if column is Column.TASK else ""
        cell = row.cell
        return {
            Column.TASK: f"{row.number}{row.title}",
            Column.FIELD: say(cell.field.label),
            Column.BASE: in_cell(cell, cell.base),
            Column.THEIRS: theirs_words(cell),
            Column.OURS: ours_words(cell),
            Column.CHOICE: self.choice_words(cell),
        }[column]

    def choice_words(self, cell: Cell) -> str:
        """What becomes of a cell, in words."""
        chosen, told = self.choices.of(cell), say(self.choices.told(cell))
        if chosen is not None:
            return "　".join(filter(None, (name_of(chosen.choice), told)))
        if told and cell.outcome is not Outcome.REFUSED:
            return told
        if cell.outcome is Outcome.TAKEN:
            return tr("采用单位")
        if cell.outcome is Outcome.SAME:
            return tr("相同")
        return say(cell.reason) if cell.outcome is Outcome.REFUSED else tr("未定")


def in_cell(cell: Cell, value: Value) -> str:
    """A value of a cell; an empty one says so."""
    return say(cell.words(value)) or tr("（空）")


def theirs_words(cell: Cell) -> str:
    """What the unit's column holds: what stood there when it is refused, else what it was read as."""
    if cell.outcome is Outcome.REFUSED:
        return cell.raw or tr("（空）")
    if agree(cell.theirs, cell.base):
        return tr("未改")
    return in_cell(cell, cell.theirs)


def ours_words(cell: Cell) -> str:
    """What the column of the ledger holds."""
    return tr("未改") if agree(cell.ours, cell.base) else in_cell(cell, cell.ours)
