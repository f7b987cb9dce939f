"""更新版本: what a newer version brings, changes and leaves out, before it takes the place of the stored one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.differences import Edit, Piece
from desktop_app.domain.revision import Change, RevisedTask
from desktop_app.gui.dialogs.difference_view import DifferenceView, Framed
from desktop_app.gui.dialogs.form import DialogFoot, ErrorLine, Paper
from desktop_app.gui.dialogs.revised_rows import (
    KEEP_ROLE,
    NAME,
    ORDER,
    PLACE,
    RECORD,
    STATUS,
    SWITCH,
    TASK_ROLE,
    RevisedModel,
    SwitchDelegate,
)
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.theme import BODY_PX, TITLE_PX, Theme
from desktop_app.gui.words import say, tr

_CHOOSING = frozenset({Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Space, Qt.Key.Key_F8})


class _Tree(QTreeView):
    """Leaves the keys that choose to the dialog: a view would look for rows that begin with the digit."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ReviseReviewDialog(QDialog):
    """Groups of tasks above, both wordings of the current one below. 1 and 2 choose, F8 goes on to the next choice."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        source: str,
        tasks: Sequence[RevisedTask],
        same: int,
        warnings: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(self.tr("更新版本 - {0}").format(source))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = RevisedModel(theme, tasks)
        self.tree = _Tree()
        self.before, self.after = DifferenceView(theme), DifferenceView(theme)
        self.warning = ErrorLine(theme)
        self.keep_all = QPushButton(self.tr("全部保留销号"))
        self.keep_all.setAutoDefault(False)
        self.counts = QLabel(_counts(tasks, same))
        note = self.tr("更新为一步，可整体撤销；更新前自动备份")
        self.foot = DialogFoot(theme, self.tr("应用"), self.tr("取消"), note)
        self._lay_out(title)
        self._connect()
        for warning in warnings:
            self.warning.say(say(warning))
        self._start()

    def kept(self) -> frozenset[int]:
        """The closed tasks that stay closed though their wording changed."""
        return self.model.kept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.tree.currentIndex()
        if key in (Qt.Key.Key_1, Qt.Key.Key_2):
            self.model.keep(current, key == Qt.Key.Key_2)
        elif key == Qt.Key.Key_Space:
            self.model.keep(current, not current.siblingAtColumn(RECORD).data(KEEP_ROLE))
        elif key == Qt.Key.Key_F8:
            self._next_choice()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _next_choice(self) -> None:
        rows = [index.siblingAtColumn(NAME) for index in self.model.asking()]
        if rows:
            current = self.tree.currentIndex().siblingAtColumn(NAME)
            place = rows.index(current) + 1 if current in rows else 0
            self.tree.setCurrentIndex(rows[place % len(rows)])

    def _keep_all(self) -> None:
        rows = self.model.asking()
        wanted = not all(index.data(KEEP_ROLE) for index in rows)
        for index in rows:
            self.model.keep(index, wanted)

    def _name_keep_all(self) -> None:
        every = all(index.data(KEEP_ROLE) for index in self.model.asking())
        self.keep_all.setText(self.tr("全部改为待核") if every else self.tr("全部保留销号"))

    def _show_current(self, current: QModelIndex) -> None:
        task: RevisedTask | None = current.siblingAtColumn(NAME).data(TASK_ROLE)
        pieces = _pieces(task) if task is not None else ()
        self.before.show_side(pieces if task is None or task.before else (), Edit.REMOVED)
        self.after.show_side(pieces if task is None or task.after else (), Edit.ADDED)

    def _lay_out(self, title: str) -> None:
        head = QLabel(title)
        head.setFont(self.theme.font(TITLE_PX, QFont.Weight.Bold))
        for label in (head, self.counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        top = Paper(self.theme)
        rows = QVBoxLayout(top)
        rows.setContentsMargins(16, 12, 16, 10)
        rows.setSpacing(4)
        for widget in (head, self.counts, self.warning):
            rows.addWidget(widget)
        self._arrange_tree()
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.setHandleWidth(1)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.tree)
        middle.addWidget(self._wordings())
        middle.setSizes([420, 220])
        self.foot.row.insertWidget(1, self.keep_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(middle, 1)
        layout.addWidget(self.foot)
        open_at(self, 1080, 700)

    def _wordings(self) -> QWidget:
        pane = QWidget()
        columns = QHBoxLayout(pane)
        columns.setContentsMargins(16, 8, 16, 10)
        columns.setSpacing(12)
        for words, view in ((self.tr("原版本"), self.before), (self.tr("新版本"), self.after)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(QLabel(words))
            column.addWidget(Framed(self.theme, view), 1)
            view.setAccessibleName(words)
            columns.addLayout(column, 1)
        return pane

    def _arrange_tree(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setUniformRowHeights(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(12)
        tree.setFont(self.theme.font(BODY_PX))
        tree.setAccessibleName(self.tr("变更清单"))
        tree.setItemDelegate(SwitchDelegate(self.theme, tree))
        tree.setProperty("tinted", True)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column, width in ((NAME, 400), (PLACE, 280), (STATUS, 84), (RECORD, 2 * SWITCH + 20)):
            tree.setColumnWidth(column, width)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setProperty("head", "framed")
        for row in range(self.model.rowCount()):
            tree.setFirstColumnSpanned(row, QModelIndex(), True)
        tree.expandAll()

    def _connect(self) -> None:
        self.tree.selectionModel().currentChanged.connect(self._show_current)
        self.model.dataChanged.connect(self._name_keep_all)
        self.keep_all.clicked.connect(self._keep_all)
        self.foot.primary.clicked.connect(self.accept)
        self.foot.secondary.clicked.connect(self.reject)

    def _start(self) -> None:
        """Stand on the first task."""
        asking = self.model.asking()
        self.keep_all.setVisible(bool(asking))
        first = asking[0] if asking else self.model.index(0, 0, self.model.index(0, 0))
        self.tree.setCurrentIndex(first.siblingAtColumn(NAME))
        self.tree.setFocus()


def _counts(tasks: Sequence[RevisedTask], same: int) -> str:
    counted = [(change, sum(task.change is change for task in tasks)) for change in ORDER]
    words = [tr("{0} {1} 项").format(say(change.label), number) for change, number in counted if number]
    return "　".join([*words, tr("未变 {0} 项").format(same)])


def _pieces(task: RevisedTask) -> tuple[Piece, ...]:
    """What to show of a task: its differences, or its one wording where nothing differs."""
    if task.pieces:
        return task.pieces
    edit = {Change.NEW: Edit.ADDED, Change.GONE: Edit.REMOVED}.get(task.change, Edit.SAME)
    return (Piece(edit, task.after or task.before),)
