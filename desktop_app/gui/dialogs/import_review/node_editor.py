"""本条: the current entry's kind, number, title and facts, below the outline."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.corrections import NodeRef, SetNumber, SetTitle, is_heading
from desktop_app.domain.plan import Kind, Node, Plan
from desktop_app.gui.dialogs.import_review.fact_table import FactTable
from desktop_app.gui.dialogs.import_review.intents import Choice
from desktop_app.gui.dialogs.import_review.pane_head import PaneHead
from desktop_app.gui.theme import Theme

_CHOICES = (Choice.TASK, Choice.HEADING, Choice.BACKGROUND, Choice.ASIDE)


class NodeEditor(QWidget):
    """Fields that write when they are left or Enter is pressed; every change is a step of undo."""

    corrected = Signal(object)
    """A correction of number or title."""
    kind_chosen = Signal(object)
    """A `Choice` for the current entry."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._node: Node | None = None
        self.head = PaneHead(theme, self.tr("本条"))
        self.kind = QComboBox()
        for words in (self.tr("任务"), self.tr("标题"), self.tr("背景"), self.tr("不导入")):
            self.kind.addItem(words)
        self.number = QLineEdit()
        self.number.setFixedWidth(84)
        self.title = QLineEdit()
        self.facts = FactTable(theme)
        for field, name in (
            (self.kind, self.tr("类别")),
            (self.number, self.tr("编号")),
            (self.title, self.tr("标题")),
        ):
            field.setAccessibleName(name)
        self._lay_out()
        self.kind.activated.connect(lambda place: self.kind_chosen.emit(_CHOICES[place]))
        self.number.editingFinished.connect(self._write_number)
        self.title.editingFinished.connect(self._write_title)

    def add_buttons(self, buttons: list[QToolButton]) -> None:
        """Commands that add facts, at the right of the head."""
        for button in buttons:
            self.head.row.addWidget(button)

    def set_node(self, plan: Plan, node: Node | None) -> None:
        """Show an entry; what is being typed into another one is written first."""
        self._node = node
        for field in (self.kind, self.number, self.title):
            field.setEnabled(node is not None)
        self.number.setText(node.number if node else "")
        self.title.setText(node.title if node else "")
        self.title.setCursorPosition(0)
        self.title.setPlaceholderText(node.text[:40] if node else "")
        self.kind.setCurrentIndex(_place(node) if node else -1)
        self.facts.facts.set_node(plan, node)
        self.head.set_note(self._note(node))

    def edit_title(self) -> None:
        """Begin to type the title."""
        self.title.setFocus()
        self.title.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("base"))

    def _note(self, node: Node | None) -> str:
        if node is None:
            return self.tr("在大纲或原文中选择")
        return self.tr("{0} 个分段").format(len(node.parts)) if node.parts else ""

    def _write_number(self) -> None:
        if self._node is not None and self.number.text().strip() != self._node.number:
            self.corrected.emit(SetNumber(NodeRef.of(self._node), self.number.text()))

    def _write_title(self) -> None:
        if self._node is not None and self.title.text().strip() != self._node.title:
            self.corrected.emit(SetTitle(NodeRef.of(self._node), self.title.text()))

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setContentsMargins(12, 7, 10, 5)
        fields.setSpacing(6)
        for name, field, stretch in (
            (self.tr("类别"), self.kind, 0),
            (self.tr("编号"), self.number, 0),
            (self.tr("标题"), self.title, 1),
        ):
            label = QLabel(name)
            label.setBuddy(field)
            fields.addWidget(label)
            fields.addWidget(field, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(fields)
        column.addWidget(self.facts, 1)


def _place(node: Node) -> int:
    if is_heading(node):
        return 1
    return 0 if node.kind is Kind.TASK else 2
