"""The left list: workbooks that came back with what they still ask, and below the units that owe theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.merging import BookReport, MergePlan
from desktop_app.domain.returns import Owed
from desktop_app.domain.task import Mark
from desktop_app.gui import lights
from desktop_app.gui.dialogs.merge_review.choices import Choices
from desktop_app.gui.icons import draw_icon
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import tr

ENTRY_ROLE = Qt.ItemDataRole.UserRole
ROW = 28
_NARROW = 190


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list; `book` is the index of a workbook, None for a heading or a unit that owes."""

    name: str
    note: str = ""
    book: int | None = None
    mark: str = ""
    heading: bool = False


def entries_of(plan: MergePlan, owed: Sequence[Owed], choices: Choices) -> list[Entry]:
    """Read workbooks, refused ones, and the units that are still to come."""
    read = [(at, book) for at, book in enumerate(plan.books) if not book.refusal]
    refused = [(at, book) for at, book in enumerate(plan.books) if book.refusal]
    listed = [Entry(tr("已回 {0} 份").format(len(read)), heading=True)] if read else []
    listed += [_entry(at, book, choices) for at, book in read]
    if refused:
        listed.append(Entry(tr("未读入 {0} 份").format(len(refused)), heading=True))
        listed += [Entry(book.unit or book.name, tr("未读入"), at, "refused") for at, book in refused]
    back = {book.unit for _, book in read}
    missing = list(dict.fromkeys(each.unit for each in owed if each.unit not in back))
    if missing:
        listed.append(Entry(tr("未回 {0} 个单位").format(len(missing)), heading=True))
        listed += [Entry(unit, tr("未回")) for unit in missing]
    return listed


def _entry(at: int, book: BookReport, choices: Choices) -> Entry:
    left = choices.open_in(at)
    if left:
        word = tr("冲突 {0}") if not book.counts.doubtful else tr("未定 {0}")
        return Entry(book.unit or book.name, word.format(left), at, "open")
    return Entry(book.unit or book.name, tr("已定") if book.counts.needs_choice else tr("无冲突"), at, "done")


class BookList(QListView):
    """Chooses a workbook; units that owe are shown greyed."""

    book_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setObjectName("navigation")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("回收的填报表"))
        self.setProperty("quiet", True)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines; where the list is the same but for its notes, the place is kept."""
        names = [self.items.item(at).data(ENTRY_ROLE).name for at in range(self.items.rowCount())]
        if names != [entry.name for entry in entries]:
            self.items.clear()
            for _ in entries:
                self.items.appendRow(QStandardItem())
        for at, entry in enumerate(entries):
            item = self.items.item(at)
            if item.data(ENTRY_ROLE) != entry:
                item.setData(entry, ENTRY_ROLE)
                item.setText(f"{entry.name} {entry.note}".strip())
                item.setToolTip(item.text())
                item.setEditable(False)
                item.setEnabled(entry.book is not None)

    def choose(self, book: int) -> None:
        """Go to a workbook."""
        for at in range(self.items.rowCount()):
            if self.items.item(at).data(ENTRY_ROLE).book == book:
                self.setCurrentIndex(self.items.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose for the cell in the table; names of units do not begin with them."""
        if event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        entry: Entry | None = current.data(ENTRY_ROLE)
        if entry is not None and entry.book is not None:
            self.book_chosen.emit(entry.book)


class _EntryDelegate(QStyledItemDelegate):
    """Icon, unit, and at the right what it still asks."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        theme, rect = self._theme, option.rect
        painter.save()
        painter.fillRect(rect, theme.color("alt"))
        text2, text3, text = "text2", "text3", "text"
        if entry.heading:
            painter.setFont(theme.font())
            painter.setPen(theme.color(text2))
            painter.drawText(rect.adjusted(12, 4, -8, 0), Qt.AlignmentFlag.AlignVCenter, entry.name)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            active = bool(option.state & QStyle.StateFlag.State_Active)
            painter.fillRect(rect, theme.color("tint" if active else "stale_tint"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
            if active or theme.tokens.name != "contrast":
                text = text2 = text3 = "tint_text"
        elif option.state & QStyle.StateFlag.State_MouseOver and entry.book is not None:
            painter.fillRect(rect, theme.color("hover"))
        icon = "document_table" if entry.book is not None else "document_dismiss"
        token = "accent" if entry.book is not None else "text3"
        if text == "tint_text" and theme.tokens.name == "contrast":
            token = "tint_text"
        draw_icon(painter, icon, QRect(rect.left() + 12, rect.center().y() - 7, 16, 16), getattr(theme.tokens, token))
        left = self._paint_note(painter, rect, entry, text2 if entry.book is not None else text3)
        painter.setFont(theme.font(BODY_PX, QFont.Weight.Medium if entry.mark == "open" else QFont.Weight.Normal))
        painter.setPen(theme.color(text if entry.book is not None else text3))
        place = QRect(rect.left() + 34, rect.top(), left - rect.left() - 38, rect.height())
        name = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_note(self, painter: QPainter, rect: QRect, entry: Entry, token: str) -> int:
        """Returns where the note begins."""
        theme = self._theme
        painter.setFont(theme.font())
        narrow = rect.width() < _NARROW
        # In a narrow list the name needs the room: the shape and the number say it, the words are in the tooltip.
        note = (entry.note.rpartition(" ")[2] if entry.mark == "open" else "") if narrow else entry.note
        width = painter.fontMetrics().horizontalAdvance(note)
        left = rect.right() - 10 - width
        loud = entry.mark == "open" and (token != "tint_text" or theme.tokens.name != "contrast")
        painter.setPen(theme.color("amber_text" if loud else token))
        painter.drawText(QRect(left, rect.top(), width + 4, rect.height()), Qt.AlignmentFlag.AlignVCenter, note)
        left -= 18
        middle = rect.center().y() + 0.5
        if entry.mark == "open":
            lights.draw_mark(painter, Mark.CAUTION, left, middle, theme.tokens.amber)
        elif entry.mark == "refused":
            lights.draw_mark(painter, Mark.UNCOUNTED, left, middle, theme.tokens.grey)
        elif entry.mark == "done":
            draw_icon(painter, "checkmark", QRect(left, rect.center().y() - 5, 12, 12), theme.tokens.text2, 12)
        return left
