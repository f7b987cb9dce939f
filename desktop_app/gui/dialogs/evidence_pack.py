"""佐证打包: which evidence, as a zip or a folder, with a password or without; what is lacking is said before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QWidget

from desktop_app.domain.ledger import TaskRow
from desktop_app.gui.dialogs.import_review.pane_head import PaneHead
from desktop_app.gui.dialogs.plain_table import PlainTable
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.dialogs.scope_fields import ScopeFields, ScopeOffer
from desktop_app.gui.dialogs.side_form import SideFormDialog
from desktop_app.gui.models.columns import title_of
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say

_PATIENCE = 150
"""Milliseconds after a choice before the pack is counted."""


class Preview(Protocol):
    """What a pack would hold."""

    @property
    def tasks(self) -> int: ...
    @property
    def files(self) -> int: ...
    @property
    def size(self) -> int: ...
    @property
    def lacking(self) -> Sequence[TaskRow]: ...


class EvidencePackDialog(SideFormDialog):
    """Fields left, the tasks without evidence right; `scope_changed` asks for a new count."""

    scope_changed = Signal()
    task_requested = Signal(int)
    asks_place = True

    def __init__(self, theme: Theme, offer: ScopeOffer, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "", parent)
        self.setWindowTitle(self.tr("佐证打包"))
        self._files = 0
        self._lacking: Sequence[TaskRow] = ()
        self.scope = ScopeFields(theme, offer, self)
        self.scope.period.setToolTip(self.tr("选定报送期的，只收该期附上的佐证"))
        self.zip, self.folder = QRadioButton(self.tr("压缩包")), QRadioButton(self.tr("文件夹"))
        self.zip.setChecked(True)
        self.password, self.again = _secret(self.tr("不设可留空")), _secret("")
        self.head = PaneHead(theme, self.tr("没有佐证的任务"))
        self.table = PlainTable(
            theme, [self.tr("章"), self.tr("编号"), self.tr("任务"), self.tr("状态")], (120, 72, 0, 76)
        )
        self.table.setAccessibleName(self.tr("没有佐证的任务"))
        self.foot.primary.setText(self.tr("打包…"))
        self.foot.primary.setDefault(True)
        self._fill_form()
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_PATIENCE)
        self._connect()
        open_at(self, 880, 470)
        self.scope.plan.setFocus()

    def show_counting(self) -> None:
        """The count is on its way: nothing is packed before it is there."""
        self.foot.note.setText(self.tr("正在统计……"))
        self.foot.primary.setEnabled(False)

    def show_preview(self, preview: Preview) -> None:
        """Say what the pack would hold, and which tasks have nothing to give."""
        self._files, self._lacking = preview.files, preview.lacking
        self.head.set_note(self.tr("{0} 项").format(len(preview.lacking)))
        self.table.set_rows(
            [[row.chapter, row.number, title_of(row), say(row.status.label)] for row in preview.lacking]
        )
        self.foot.note.setText(
            self.tr("{0} 项任务，{1} 份佐证，{2}").format(preview.tasks, preview.files, _size(preview.size))
        )
        self.foot.primary.setEnabled(preview.files > 0)

    def show_failure(self, sentence: str) -> None:
        """There is nothing to pack, and why."""
        self._files, self._lacking = 0, ()
        self.head.set_note("")
        self.table.set_rows([])
        self.foot.note.setText(sentence)
        self.foot.primary.setEnabled(False)

    def as_zip(self) -> bool:
        """Whether a zip is wanted."""
        return self.zip.isChecked()

    def secret(self) -> str:
        """The password; "" for none."""
        return self.password.text() if self.as_zip() else ""

    def accept(self) -> None:
        if self.foot.primary.isEnabled():
            super().accept()

    def problem(self) -> tuple[QWidget, str] | None:
        if not self._files:
            return self.scope.plan, self.tr("所选范围没有佐证，放宽范围")
        if self.secret() != (self.again.text() if self.as_zip() else ""):
            return self.again, self.tr("两次输入的密码不同，重新输入")
        return None

    def _fill_form(self) -> None:
        self.scope.add_to(self.form)
        kinds = QWidget()
        row = QHBoxLayout(kinds)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.zip, self.folder):
            row.addWidget(button)
        row.addStretch(1)
        self.form.addRow(self.tr("形式"), kinds)
        self.form.addRow(self.tr("密码"), self.password)
        self.form.addRow(self.tr("再输一次"), self.again)
        self.side.addWidget(self.head)
        self.side.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.scope.changed.connect(self._count.start)
        self._count.timeout.connect(self.scope_changed)
        self.zip.toggled.connect(self._show_kind)
        self.table.activated.connect(lambda index: self.task_requested.emit(self._lacking[index.row()].id))

    def _show_kind(self) -> None:
        for field in (self.password, self.again):
            field.setEnabled(self.as_zip())
            field.setToolTip("" if self.as_zip() else self.tr("文件夹不能加密码"))


def _secret(hint: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(hint)
    return field


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB" if count >= 1024 * 1024 else f"{max(count // 1024, 1 if count else 0)} KB"
