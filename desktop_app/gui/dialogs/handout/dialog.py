"""下发表格: which units are asked what, by when, and where the workbooks go; counted before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.ledger import PlanRow
from desktop_app.domain.returns import UnitAsk
from desktop_app.gui.dialogs.form import DialogFoot, ErrorLine, Paper, date_field, day_of
from desktop_app.gui.dialogs.handout.order import Order, Question
from desktop_app.gui.dialogs.handout.units import UnitChoice
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import tr

_DAYS = 7
"""Days that a unit has, unless the officer says otherwise."""


class HandoutDialog(QDialog):
    """Units at the left, terms at the right, the sums at the foot. It stays open until the workbooks are written."""

    question_changed = Signal(object)
    """The `Question` changed: the controller answers with `show_counting`, then with `show_units`."""
    ordered = Signal(object)
    """The `Order` that is to be written."""
    folder_wanted = Signal(object)
    """Another folder is wanted than this one: the controller asks, and fills `folder`."""

    def __init__(
        self, theme: Theme, plans: Sequence[PlanRow], today: dt.date, before: Order, parent: QWidget | None = None
    ) -> None:
        """`before`: the terms of the last time, which the fields begin with."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("下发表格"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._plans = theme, plans
        self._warned = False
        self.units = UnitChoice(theme)
        self.plans = QListWidget()
        self.owners = QCheckBox(self.tr("牵头、责任单位"))
        self.support = QCheckBox(self.tr("配合单位"))
        self.changed_only = QRadioButton(self.tr("只问未办结或有变化的"))
        self.everything = QRadioButton(self.tr("全部任务"))
        self.has_due = QCheckBox(self.tr("返回时限"))
        self.due = date_field(today + dt.timedelta(days=_DAYS), earliest=today)
        self.person, self.phone, self.note, self.password = (QLineEdit() for _ in range(4))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.folder = QLineEdit(str(before.folder))
        self.browse = QPushButton(self.tr("选择…"))
        self.browse.setAutoDefault(False)
        self.error = ErrorLine(theme)
        self.foot = DialogFoot(theme, self.tr("下发"), self.tr("取消"))
        self._fill(before)
        self._lay_out()
        self._connect()
        self.units.table.setFocus()

    def question(self) -> Question:
        """What decides who is asked what."""
        chosen = frozenset(item.data(Qt.ItemDataRole.UserRole) for item in self.plans.selectedItems())
        whole = len(self._plans) < 2 or len(chosen) == len(self._plans)
        return Question(
            None if whole else chosen,
            self.owners.isChecked(),
            self.support.isChecked(),
            self.everything.isChecked(),
        )

    def order(self) -> Order:
        """What is to be written."""
        return Order(
            self.question(),
            tuple(ask.unit for ask in self.units.chosen()),
            Path(self.folder.text().strip()),
            day_of(self.due) if self.has_due.isChecked() else None,
            self.person.text().strip(),
            self.phone.text().strip(),
            self.note.text().strip(),
            self.password.text(),
        )

    def show_counting(self) -> None:
        """The count is on its way: nothing is ordered before it is there."""
        self.foot.note.setText(self.tr("正在统计……"))
        self.foot.primary.setEnabled(False)

    def show_units(self, asks: Sequence[UnitAsk]) -> None:
        """Show what every unit would be asked."""
        self.units.show_units(asks)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written; everything typed stays."""
        self.error.say(sentence)

    def accept(self) -> None:
        """Order the workbooks when all is well, else say what is not."""
        if not self.isVisible() or not self.foot.primary.isEnabled():
            return
        if not self.folder.text().strip():
            self.error.say(self.tr("先选择存放填报表的文件夹"))
            self.folder.setFocus()
            return
        self.error.setVisible(False)
        self.ordered.emit(self.order())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        elif event.key() == Qt.Key.Key_Escape and self._warn_once():
            event.accept()
        elif not enter:
            super().keyPressEvent(event)

    def _warn_once(self) -> bool:
        """Whether Esc is held back: something was typed, and that it would be lost was not said yet."""
        fields = (self.person, self.phone, self.note, self.password, self.folder)
        if self._warned or not any(field.isModified() for field in fields):
            return False
        self._warned = True
        self.foot.note.setText(self.tr("所填内容尚未保存，再按一次 Esc 放弃"))
        return True

    def _fill(self, before: Order) -> None:
        self.owners.setChecked(before.question.owners or not before.question.support)
        self.support.setChecked(before.question.support)
        self.changed_only.setChecked(True)
        self.has_due.setChecked(True)
        self.person.setText(before.person)
        self.phone.setText(before.phone)
        self.note.setText(before.note)
        self.person.setPlaceholderText(self.tr("姓名"))
        self.phone.setPlaceholderText(self.tr("电话"))
        self.note.setPlaceholderText(self.tr("印在填报说明之后，可不填"))
        self.password.setPlaceholderText(self.tr("保护锁定的栏目，可不设，程序不保存"))
        self.plans.setSelectionMode(QListWidget.SelectionMode.MultiSelection)
        self.plans.setFrameShape(QFrame.Shape.StyledPanel)
        self.plans.setFixedHeight(min(len(self._plans), 3) * 24 + 6)
        self.plans.setAccessibleName(self.tr("规划"))
        self.plans.setProperty("tinted", True)
        wanted = before.question.plans
        for plan in self._plans:
            item = QListWidgetItem(plan.title)
            item.setData(Qt.ItemDataRole.UserRole, plan.id)
            item.setToolTip(plan.title)
            self.plans.addItem(item)
            item.setSelected(wanted is None or plan.id in wanted)

    def _ask_again(self) -> None:
        self.question_changed.emit(self.question())

    def _count(self) -> None:
        chosen = self.units.chosen()
        cells, last = sum(ask.cells for ask in chosen), sum(ask.last_cells for ask in chosen)
        words = self.tr("{0} 个单位，{1} 份，{2} 行，{3} 格").format(
            len(chosen), len(chosen), sum(ask.rows for ask in chosen), cells
        )
        if last:
            words += self.tr("；上次 {0} 格，{1}").format(last, _change(last - cells))
        left_out = sum(ask.left_out for ask in chosen)
        if left_out:
            words += self.tr("；{0} 行已办结或无变化，不问").format(left_out)
        words = words if chosen else self.tr("未选择单位")
        taken = sum(ask.is_several for ask in chosen)
        offered = sum(ask.is_several and bool(ask.rows) for ask in self.units.asks)
        if taken:
            words += self.tr("；其中 {0} 个不是单个单位，须自行转发").format(taken)
        elif offered:
            words += self.tr("；{0} 个不是单个单位，未选").format(offered)
        self.foot.note.setText(words)
        self.foot.primary.setEnabled(bool(chosen))

    def _connect(self) -> None:
        for box in (self.owners, self.support, self.everything):
            box.toggled.connect(self._ask_again)
        self.plans.itemSelectionChanged.connect(self._ask_again)
        self.has_due.toggled.connect(self.due.setEnabled)
        self.units.changed.connect(self._count)
        self.browse.clicked.connect(lambda: self.folder_wanted.emit(Path(self.folder.text().strip())))
        self.foot.primary.clicked.connect(self.accept)
        self.foot.secondary.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(1)
        across.setChildrenCollapsible(False)
        across.addWidget(self.units)
        across.addWidget(self._terms())
        across.setSizes([560, 380])
        across.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(across, 1)
        layout.addWidget(self.foot)
        open_at(self, 960, 620)

    def _terms(self) -> QWidget:
        form = QFormLayout()
        form.setContentsMargins(16, 10, 16, 10)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        if len(self._plans) > 1:
            form.addRow(self.tr("规划"), self.plans)
        form.addRow(self.tr("承担角色"), _column(self.owners, self.support))
        form.addRow(self.tr("问什么"), _column(self.changed_only, self.everything))
        form.addRow(self.has_due, self.due)
        form.addRow(self.tr("联系人"), _row(self.person, self.phone))
        form.addRow(self.tr("附言"), self.note)
        form.addRow(self.tr("密码"), self.password)
        form.addRow(self.tr("文件夹"), _row(self.folder, self.browse))
        kept = QLabel(self.tr("已有的文件不覆盖，同名时另存。下发为一步，可撤销；撤销不删除已生成的文件。"))
        kept.setWordWrap(True)
        form.addRow(kept)
        form.addRow(self.error)
        paper = Paper(self._theme)
        paper.setLayout(form)
        scroll = QScrollArea()
        scroll.setWidget(paper)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMinimumWidth(330)
        return scroll


def _change(less: int) -> str:
    if not less:
        return tr("与上次相同")
    return tr("少 {0} 格").format(less) if less > 0 else tr("多 {0} 格").format(-less)


def _column(*widgets: QWidget) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(4)
    for widget in widgets:
        made.addWidget(widget)
    return made


def _row(*widgets: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(8)
    for at, widget in enumerate(widgets):
        made.addWidget(widget, 0 if at and isinstance(widget, QPushButton) else 1)
    return made
