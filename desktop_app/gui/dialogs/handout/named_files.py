"""对应佐证: names that units wrote, the files of a folder that answer them, and what is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.named_files import Found, NamedFile
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.dialogs.form import DialogFoot, ErrorLine
from desktop_app.gui.dialogs.plain_table import PlainTable
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

Answer = tuple[Found, tuple[Path, ...]]


class NamedFilesDialog(QDialog):
    """Selected rows are attached; a row without a file takes one by hand. Ctrl+C copies the list."""

    folder_wanted = Signal()
    files_wanted = Signal(int)
    """A file is pointed out for the name in this row: the controller asks and answers with `take_file`."""
    folder_chosen = Signal(object)
    """The folder in which files are to be looked for: the controller answers with `show_answers`."""
    attach_wanted = Signal(list)
    """Pairs of `TaskRef` and path."""

    def __init__(self, theme: Theme, names: Sequence[NamedFile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("对应佐证"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText(self.tr("存放佐证材料的文件夹"))
        self.browse, self.by_hand = _button(self.tr("选择文件夹…")), _button(self.tr("指定文件…"))
        heads = [self.tr("任务"), self.tr("单位"), self.tr("填报的名称"), self.tr("文件"), self.tr("对应")]
        self.table = PlainTable(theme, heads, (210, 130, 190, 0, 84), several=True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.table.setAccessibleName(self.tr("佐证名称"))
        self.error = ErrorLine(theme)
        self.foot = DialogFoot(theme, self.tr("附上"), self.tr("关闭"))
        self._names: Sequence[NamedFile] = ()
        self._answers: list[Answer] = []
        self._lay_out()
        self._connect()
        self.show_names(names)

    def show_names(self, names: Sequence[NamedFile]) -> None:
        """Show these names, none of them answered yet."""
        self._names = names
        self.show_answers([(Found.NONE, ())] * len(names))

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show the files that were found; those of equal name are chosen."""
        self.error.setVisible(False)
        self._answers = list(answers)
        self.table.set_rows([self._cells(at) for at in range(len(self._names))])
        self.table.clearSelection()
        for at, (found, _) in enumerate(self._answers):
            if found is Found.EQUAL:
                self._select(at)
        self._count()

    def chosen(self) -> list[tuple[TaskRef, Path]]:
        """What is to be attached where."""
        return [(self._names[at].ref, file) for at in self.table.chosen() for file in self._answers[at][1]]

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the folder."""
        self.error.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            lines = ["\t".join(self._cells(at)) for at in range(len(self._names))]
            QGuiApplication.clipboard().setText("\n".join(lines))
            self.foot.note.setText(self.tr("已复制 {0} 行").format(len(lines)))
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def take_file(self, at: int, files: Sequence[Path]) -> None:
        """Answer one name with these files."""
        self._answers[at] = (Found.NEAR, tuple(files))
        for column, words in enumerate(self._cells(at)):
            self.table.items.item(at, column).setText(words)
        self._select(at)
        self._count()

    def _cells(self, at: int) -> list[str]:
        each, (found, files) = self._names[at], self._answers[at]
        return [each.task, each.unit, each.name, "、".join(file.name for file in files), say(found.label)]

    def _select(self, at: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(self.table.items.index(at, 0), flags.Select | flags.Rows)

    def _count(self) -> None:
        missing = sum(not files for _, files in self._answers)
        chosen = self.chosen()
        words = self.tr("填报名称 {0} 个，找到 {1} 个，待补 {2} 个；将附上 {3} 个文件")
        self.foot.note.setText(words.format(len(self._names), len(self._names) - missing, missing, len(chosen)))
        self.foot.primary.setEnabled(bool(chosen))
        self.by_hand.setEnabled(self.table.currentIndex().isValid())

    def look_in(self, folder: Path) -> None:
        """Look for files in this folder."""
        self.folder.setText(str(folder))
        self.folder_chosen.emit(folder)

    def _connect(self) -> None:
        self.browse.clicked.connect(self.folder_wanted)
        self.by_hand.clicked.connect(lambda: self.files_wanted.emit(self.table.currentIndex().row()))
        self.table.selectionModel().selectionChanged.connect(self._count)
        self.foot.primary.clicked.connect(lambda: self.attach_wanted.emit(self.chosen()))
        self.foot.secondary.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("文件夹")))
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        wrong = QHBoxLayout()
        wrong.setContentsMargins(16, 0, 16, 6)
        wrong.addWidget(self.error)
        self.foot.row.insertWidget(1, self.by_hand)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addLayout(wrong)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.foot)
        open_at(self, 900, 520)


def _button(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    return made
