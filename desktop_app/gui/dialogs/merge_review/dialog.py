"""回收核对: workbooks left, their cells in the middle, the current one in full below; nothing is merged before all is settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.handout import Value
from desktop_app.domain.merging import Cell, Choice, Chosen, Decision, MergePlan, Outcome
from desktop_app.domain.returns import Owed
from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.dialogs.merge_review.books import BookList, entries_of
from desktop_app.gui.dialogs.merge_review.choices import Choices
from desktop_app.gui.dialogs.merge_review.detail import DetailPane, ReadOwn
from desktop_app.gui.dialogs.merge_review.head import BookHead
from desktop_app.gui.dialogs.merge_review.receipt_pane import ReceiptPane, ReceiptText
from desktop_app.gui.dialogs.merge_review.rows import Row, rows_of
from desktop_app.gui.dialogs.merge_review.switch import allowed
from desktop_app.gui.dialogs.merge_review.table import ReviewTable
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.local_files import files_in
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

START = (1366, 768)
_ROOM_FOR_RECEIPT, _ROOM_FOR_BAR = 1150, 1240
_LEFT_WIDE, _LEFT_NARROW, _RIGHT = 204, 156, 252
_DETAIL = 142
_PAUSE = 120
"""Milliseconds without a key before the receipt is drafted anew."""

Draft = Callable[[int, Decision], ReceiptText]


class MergeReviewDialog(QDialog):
    """1 to 4 choose, Tab and F8 go to the next open cell, Ctrl+Z takes a choice back, Ctrl+Enter merges."""

    more_files = Signal(list)
    """Further workbooks were dropped on the window."""

    def __init__(
        self,
        theme: Theme,
        plan: MergePlan,
        owed: Sequence[Owed],
        read: ReadOwn,
        draft: Draft,
        given: Mapping[int, Chosen] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.theme, self.plan = theme, plan
        self.choices = Choices(plan, given)
        self._owed, self._draft = owed, draft
        self._book = -1
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._only: Outcome | None = None
        self.books = BookList(theme)
        self.head = BookHead(theme)
        self.table = ReviewTable(theme, self.choices)
        self.detail = DetailPane(theme, read)
        self.receipt = ReceiptPane(theme)
        self.receipts = self.receipt.make_button()
        self.all_theirs = _button(self.tr("本表全部用单位"))
        self.all_ours = _button(self.tr("本表全部用本地"))
        self.foot = DialogFoot(theme, self.tr("合并"), self.tr("取消"))
        self.setWindowTitle(self._title())
        self._lay_out()
        self._connect()
        self._refresh()
        self._start()

    def show_book(self, book: int) -> None:
        """Show a workbook, all of its cells."""
        self._book, self._only = book, None
        self.head.show_book(self.plan.books[book])
        self.receipt.set_present(not self.plan.books[book].refusal)
        self._fill()
        self._refresh()

    def receipt_in_view(self) -> tuple[int, Decision] | None:
        """The workbook in view and what is chosen for it so far; None where it gets no receipt."""
        if self._book < 0 or self.plan.books[self._book].refusal:
            return None
        return self._book, self.choices.decision_of(self._book)

    def go_on(self, step: int = 1) -> None:
        """Go to the next open cell after the current one, or the one before; past the last of a workbook to the next."""
        waiting = self.choices.undecided
        if not waiting:
            self.table.more_open = False
            self.foot.primary.setFocus(Qt.FocusReason.TabFocusReason)
            return
        order = sorted(waiting, key=self._rank)
        here = self._here()
        after = [cell for cell in order if self._rank(cell) > here]
        before = [cell for cell in order if self._rank(cell) < here]
        target = (after or order)[0] if step > 0 else (before or order)[-1]
        self._go_to(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F8:
            self.go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_F6:
            self._next_pane()
        elif self.table.choose_by(event):
            self.table.setFocus()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.choices.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or (control and event.key() == Qt.Key.Key_Y):
            self.choices.redo()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control and self.foot.primary.isEnabled():
                self.accept()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.more_files.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _ROOM_FOR_RECEIPT
        self.receipt.setVisible(wide)
        self.receipts.setVisible(not wide)
        self._later.start()
        left = _LEFT_WIDE if wide else _LEFT_NARROW
        self._across.setSizes([left, self.width() - left - (_RIGHT if wide else 0), _RIGHT])
        detail = _DETAIL if self.height() > 600 else 118
        self._down.setSizes([self.height() - detail, detail])
        self._count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def _choose(self, cell: Cell, choice: Choice | None) -> None:
        if cell.outcome in (Outcome.SAME, Outcome.REFUSED):
            return
        if choice is Choice.OWN:
            self.detail.write_own()
        elif choice is None:
            self.choices.choose(cell, None)
        elif allowed(cell, choice):
            self.choices.choose(cell, Chosen(choice))
        else:
            self.foot.note.setText(self.tr("{0}只能有一个值，不能并存").format(say(cell.field.label)))

    def _write_own(self, cell: Cell, value: Value) -> None:
        self.choices.choose(cell, Chosen(Choice.OWN, value))

    def _choose_all(self, choice: Choice) -> None:
        self.choices.choose_all(self.choices.asking(self._book), choice)
        self.table.setFocus()

    def _filter(self, only: Outcome | None) -> None:
        self._only = only
        self._fill()

    def _fill(self) -> None:
        report = self.plan.books[self._book]
        day = report.handed_on
        self.table.show_rows(
            rows_of(self.plan, self._book, self._only) if not report.refusal else [],
            say(f"{day.month}月{day.day}日") if day else "",
        )

    def _refresh(self) -> None:
        """Choices changed: everything that speaks of them is said anew."""
        self.table.more_open = bool(self.choices.undecided)
        self.books.show_entries(entries_of(self.plan, self._owed, self.choices))
        self.table.rows.repaint()
        if self._book >= 0:
            self._count()
            self._show_cell(self.table.currentIndex().data(Qt.ItemDataRole.UserRole))
            self._later.start()
            asks = bool(self.choices.asking(self._book))
            self.all_theirs.setEnabled(asks)
            self.all_ours.setEnabled(asks)
        self._name_button()

    def _show_receipt(self) -> None:
        """The receipt follows when the officer pauses: drafting it is no reason to wait for a key."""
        if self._book >= 0 and self.receipt.isVisible():
            standing = self.receipt_in_view()
            self.receipt.show_receipt(self._draft(*standing) if standing is not None else None)

    def _count(self) -> None:
        if self._book < 0:
            return
        counts = self.plan.books[self._book].counts
        done = counts.needs_choice - self.choices.open_in(self._book)
        self.head.show_settled(done, counts.needs_choice, self.width() >= _ROOM_FOR_BAR)

    def _name_button(self) -> None:
        counts, left = self.plan.counts, len(self.choices.undecided)
        read = [book for book in self.plan.books if not book.refusal]
        button = self.foot.primary
        button.setEnabled(bool(read) and not left)
        if not read:
            button.setText(self.tr("合并（没有可合并的填报表）"))
        else:
            button.setText(self.tr("合并（尚有 {0} 格未定）").format(left) if left else self.tr("合并"))
        # It never gets narrower: 取消 would move to where the hand is.
        button.setMinimumWidth(max(button.minimumWidth(), button.sizeHint().width()))
        done = counts.needs_choice - left
        words = self.tr("{0} 份共读入 {1} 格，须核对 {2} 格，已定 {3} 格")
        self.foot.note.setText(words.format(len(read), counts.read, counts.needs_choice, done))

    def _show_cell(self, row: Row | None) -> None:
        cell = row.cell if row is not None else None
        chosen = self.choices.of(cell) if cell is not None else None
        held, told = (self.choices.held(cell), self.choices.told(cell)) if cell is not None else (None, "")
        self.detail.show_row(row, chosen, self._place(cell), held, told)

    def _place(self, cell: Cell | None) -> str:
        """冲突 3 / 4, among those of the workbook."""
        if cell is None or not cell.outcome.needs_choice:
            return ""
        alike = sorted(self.choices.asking(cell.book), key=self._rank)
        return self.tr("待核对 {0} / {1}").format([each.id for each in alike].index(cell.id) + 1, len(alike))

    def _rank(self, cell: Cell) -> tuple[int, int, int]:
        """The order in which cells are shown: doubtful ones of a workbook after the conflicts."""
        return cell.book, cell.outcome is Outcome.DOUBTFUL, cell.id

    def _here(self) -> tuple[int, int, int]:
        cell = self.table.cell()
        if cell is None or cell.book != self._book:
            return self._book, -1, -1
        # Cells that ask nothing stand after all that do.
        return self._rank(cell) if cell.outcome.needs_choice else (self._book, 2, 0)

    def _go_to(self, cell: Cell) -> None:
        if cell.book != self._book:
            self.books.choose(cell.book)
        if not self.table.go_to(cell):
            self.head.tabs.setCurrentIndex(0)
            self.table.go_to(cell)
        self.table.setFocus()

    def _take_up(self) -> None:
        """A workbook was clicked: the keys that choose work at once, from its first open cell."""
        first = min((cell for cell in self.choices.undecided if cell.book == self._book), key=self._rank, default=None)
        if first is not None:
            self.table.go_to(first)
        self.table.setFocus()

    def _next_pane(self) -> None:
        panes: list[QWidget] = [self.books, self.table, self.detail.own, self.foot.primary]
        focused = self.focusWidget()
        at = next((at for at, pane in enumerate(panes) if pane is focused), 0)
        order = [*panes[at + 1 :], *panes[: at + 1]]
        next((pane for pane in order if pane.isEnabled()), self.table).setFocus(Qt.FocusReason.TabFocusReason)

    def _title(self) -> str:
        labels = list(dict.fromkeys(book.batch_label for book in self.plan.books if book.batch_label))
        named = labels[0] if len(labels) == 1 else self.tr("{0} 个批次").format(len(labels))
        return self.tr("回收核对 - {0}").format(named) if labels else self.tr("回收核对")

    def _start(self) -> None:
        """Stand on the first open cell, else on the first workbook."""
        first = next(iter(sorted(self.choices.undecided, key=self._rank)), None)
        self.books.choose(first.book if first else 0)
        if first is not None:
            self._go_to(first)

    def _connect(self) -> None:
        self.choices.changed = self._refresh
        self._later.timeout.connect(self._show_receipt)
        self.books.book_chosen.connect(self.show_book)
        self.books.clicked.connect(self._take_up)
        self.head.tab_chosen.connect(self._filter)
        self.table.chosen.connect(self._choose)
        self.table.next_wanted.connect(self.go_on)
        self.table.cell_changed.connect(self._show_cell)
        self.detail.own_written.connect(self._write_own)
        self.detail.left.connect(self.table.setFocus)
        self.all_theirs.clicked.connect(lambda: self._choose_all(Choice.THEIRS))
        self.all_ours.clicked.connect(lambda: self._choose_all(Choice.OURS))
        self.foot.primary.clicked.connect(self.accept)
        self.foot.secondary.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._down, 1)
        self._down.addWidget(self.table)
        self._down.addWidget(self.detail)
        for widget in (self.books, middle, self.receipt):
            self._across.addWidget(widget)
        for splitter in (self._down, self._across):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._across.setStretchFactor(1, 1)
        self._down.setStretchFactor(0, 1)
        for at, button in enumerate((self.all_theirs, self.all_ours, self.receipts), 1):
            self.foot.row.insertWidget(at, button)
        self.foot.row.insertSpacing(4, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._across, 1)
        layout.addWidget(self.foot)
        self.setMinimumSize(760, 420)
        open_at(self, *START)


def _button(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    return made
