"""历次报送: what was sent, whether it is still as it was sent, and what has changed since or between two of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.snapshot import TaskChange, counted
from desktop_app.gui.dialogs.form import DialogFoot, ErrorLine
from desktop_app.gui.dialogs.import_review.pane_head import PaneHead
from desktop_app.gui.dialogs.plain_table import PlainTable
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.dialogs.submissions.rows import Submitted, cells_of
from desktop_app.gui.icons import icon
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say


class Compared(Protocol):
    """Two sides in words and what is different."""

    @property
    def earlier(self) -> str: ...
    @property
    def later(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def changes(self) -> Sequence[TaskChange]: ...


class SubmissionsWindow(QDialog):
    """The list above with the files of the current one; what changed below.

    One selected row is compared with now, two with each other.
    """

    file_requested = Signal(int, str)
    """A number and the name of one of its files: to be opened."""
    copy_requested = Signal(int)
    """A number: all its files are to be copied out."""
    compare_requested = Signal(int, object)
    """The earlier number, and the later one or None for now."""
    export_requested = Signal()
    print_requested = Signal()
    task_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(self.tr("历次报送"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._rows: Sequence[Submitted] = ()
        self._damage: Mapping[int, Sequence[str]] | None = None
        self._changes: Sequence[TaskChange] = ()
        heads = [
            self.tr("次"),
            self.tr("日期"),
            self.tr("标题"),
            self.tr("文种"),
            self.tr("报送期"),
            self.tr("任务"),
            self.tr("留存"),
        ]
        self.table = PlainTable(theme, heads, (44, 92, 0, 104, 112, 52, 96), several=True)
        self.table.setAccessibleName(self.tr("历次报送"))
        self.damage = ErrorLine(theme)
        self.files = QWidget()
        self.compare, self.copy = QPushButton(self.tr("与现在比较")), QPushButton(self.tr("另存…"))
        self.head = PaneHead(theme, self.tr("变化"))
        self.changes = PlainTable(theme, [self.tr("类别"), self.tr("任务"), self.tr("变化")], (96, 320, 0))
        self.changes.setAccessibleName(self.tr("变化"))
        self.foot = DialogFoot(theme, self.tr("导出…"), self.tr("关闭"))
        self.print_ = QPushButton(self.tr("打印…"))
        self._lay_out()
        self._connect()
        self._clear_changes()
        open_at(self, 1000, 620)

    def set_rows(self, rows: Sequence[Submitted], damage: Mapping[int, Sequence[str]] | None) -> None:
        """Show the submissions, newest first; `damage` is what is wrong by number, None while it is being looked for."""
        self._rows, self._damage = rows, damage
        self.table.set_rows([cells_of(row, damage) for row in rows])
        self.foot.note.setText(
            self.tr("共 {0} 次").format(len(rows)) if rows else self.tr("尚未报送，可在菜单“报送”中报送")
        )
        self._show_current()

    def show_damage(self, damage: Mapping[int, Sequence[str]]) -> None:
        """What is wrong by number, found by now: rows and selection stay."""
        self._damage = damage
        for at, row in enumerate(self._rows):
            self.table.items.item(at, _STATE).setText(cells_of(row, damage)[_STATE])
        self._show_current()

    def show_changes(self, found: Compared) -> None:
        """Show what is different between two."""
        self._changes = found.changes
        figures = "　".join(
            self.tr("{0} {1} 项").format(say(kind.label), n) for kind, n in counted(found.changes).items()
        )
        told = self.tr("{0} 与 {1}").format(say(found.earlier), say(found.later))
        self.head.set_note("　".join(filter(None, (told, figures or self.tr("没有变化"), say(found.note)))))
        self.changes.set_rows(
            [[say(each.kind.label), each.label, say("；".join(each.words))] for each in found.changes]
        )
        for button in (self.foot.primary, self.print_):
            button.setEnabled(True)

    def current(self) -> Submitted | None:
        """The current submission."""
        row = self.table.currentIndex().row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _show_current(self) -> None:
        chosen = [self._rows[row] for row in self.table.chosen()]
        self.compare.setEnabled(len(chosen) in (1, 2))
        self.compare.setText(self.tr("比较所选两次") if len(chosen) == 2 else self.tr("与现在比较"))
        current = self.current()
        self.copy.setEnabled(current is not None)
        wrong = (self._damage or {}).get(current.number, ()) if current else ()
        self.damage.setVisible(bool(wrong))
        if wrong:
            self.damage.say(say("；".join(wrong)))
        self._offer_files(current)

    def _offer_files(self, row: Submitted | None) -> None:
        layout = self.files.layout()
        while layout is not None and layout.count():
            item = layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        if row is None or layout is None:
            return
        for path in row.files:
            button = QToolButton()
            button.setText(path.name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(icon(self.theme, _ICONS.get(path.suffix, "document_text"), 16))
            button.setToolTip(self.tr("打开报送时的 {0}（只读）").format(path.name))
            button.clicked.connect(
                lambda _=False, number=row.number, name=path.name: self.file_requested.emit(number, name)
            )
            layout.addWidget(button)

    def _compare(self) -> None:
        numbers = sorted(self._rows[row].number for row in self.table.chosen())
        if len(numbers) in (1, 2):
            self.compare_requested.emit(numbers[0], numbers[1] if len(numbers) == 2 else None)

    def _clear_changes(self) -> None:
        self.head.set_note(self.tr("选中一次与现在比较，选中两次互相比较"))
        for button in (self.foot.primary, self.print_):
            button.setEnabled(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.files)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 6)
        bar.setSpacing(8)
        bar.addWidget(self.files)
        bar.addStretch(1)
        for button in (self.copy, self.compare):
            button.setAutoDefault(False)
            bar.addWidget(button)
        warned = QHBoxLayout()
        warned.setContentsMargins(14, 0, 12, 6)
        warned.addWidget(self.damage)
        above, below = QWidget(), QWidget()
        for pane, parts in ((above, (self.table, bar, warned)), (below, (self.head, self.changes))):
            column = QVBoxLayout(pane)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for part in parts:
                column.addLayout(part) if isinstance(part, QHBoxLayout) else column.addWidget(part)
        panes = QSplitter(Qt.Orientation.Vertical)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(above)
        panes.addWidget(below)
        panes.setSizes([260, 320])
        self.print_.setAutoDefault(False)
        self.foot.row.insertWidget(1, self.print_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(panes, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._show_current)
        self.table.activated.connect(self._open_report)
        self.compare.clicked.connect(self._compare)
        self.copy.clicked.connect(self._copy)
        self.changes.activated.connect(lambda index: self.task_requested.emit(self._changes[index.row()].id))
        self.foot.primary.clicked.connect(self.export_requested)
        self.print_.clicked.connect(self.print_requested)
        self.foot.secondary.clicked.connect(self.reject)

    def _open_report(self) -> None:
        row = self.current()
        report = next((path for path in row.files if path.suffix == ".pdf"), None) if row else None
        if row is not None and report is not None:
            self.file_requested.emit(row.number, report.name)

    def _copy(self) -> None:
        row = self.current()
        if row is not None:
            self.copy_requested.emit(row.number)


_STATE = 6
"""The column of whether the files are as they were sent."""
_ICONS = {".pdf": "document_pdf", ".docx": "document_text", ".xlsx": "document_table"}
