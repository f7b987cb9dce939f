"""The panes of the review and where they stand; what they do is not told here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.plan import Plan
from desktop_app.gui.dialogs.coverage import CoverageBar
from desktop_app.gui.dialogs.form import DialogFoot, ErrorLine
from desktop_app.gui.dialogs.import_review.commands import ReviewCommands
from desktop_app.gui.dialogs.import_review.document_line import DocumentLine
from desktop_app.gui.dialogs.import_review.doubt_rows import DoubtList
from desktop_app.gui.dialogs.import_review.doubts_pane import DoubtsPane
from desktop_app.gui.dialogs.import_review.marks import SourceMarks
from desktop_app.gui.dialogs.import_review.node_editor import NodeEditor
from desktop_app.gui.dialogs.import_review.outline_model import OutlineModel
from desktop_app.gui.dialogs.import_review.outline_view import OutlineView
from desktop_app.gui.dialogs.import_review.pane_head import Legend, PaneHead
from desktop_app.gui.dialogs.import_review.source_text import SourceText
from desktop_app.gui.dialogs.import_review.summary import DoubtTally
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.search_field import SearchField
from desktop_app.gui.theme import Theme
from desktop_app.gui.tool_bar import ToolBar

_NARROW = 1200
LOW = 620
_DOUBTS = 141
_LOW_DOUBTS = 113
"""Heights of the list of doubts: head, names of columns, and three rows or two."""


class ReviewWindow(QDialog):
    """Source left, outline and the current entry right, doubts below."""

    def __init__(self, theme: Theme, plan: Plan, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._low = False
        self.doubt_list = DoubtList(plan)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.commands = ReviewCommands(theme, self)
        self._make_panes(theme, plan)
        self._lay_out()
        self.commands.editor.setChecked(True)
        self.commands.editor.toggled.connect(self._show_editor)
        # The title bar of the system stands above the window.
        open_at(self, 1440, 860)

    def say(self, words: str) -> None:
        """Words at the foot."""
        self.error.setVisible(False)
        self.foot.note.setVisible(True)
        self.foot.note.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.set_worded(self.width() >= _NARROW, 40 if self.width() >= _NARROW else 36)
        self._fit_height()

    def _make_panes(self, theme: Theme, plan: Plan) -> None:
        self.search = SearchField(theme)
        self.search.setPlaceholderText(self.tr("在原文中查找"))
        self.bar = ToolBar(theme, self.commands.groups(), self.search)
        # The words give way before the window does.
        self.bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document = DocumentLine(theme)
        self.coverage = CoverageBar(theme, plan.coverage())
        self.tally = DoubtTally(theme)
        self.marks = SourceMarks(plan, self.doubt_list.open)
        self.source = SourceText(theme, self.marks)
        self.model = OutlineModel(plan, self.doubt_list.open, self)
        self.outline = OutlineView(theme, self.model)
        self.outline_head = PaneHead(theme, self.tr("大纲"))
        self.editor = NodeEditor(theme)
        self.editor.add_buttons([_tool(action) for action in (self.commands.promote, self.commands.demote)])
        self.doubts = DoubtsPane(theme, self.doubt_list, plan)
        self.foot = DialogFoot(theme, "", self.tr("取消"))
        self.error = ErrorLine(theme)
        self.export = QPushButton(self.tr("导出更正…"))
        self.load = QPushButton(self.tr("载入更正…"))

    def _lay_out(self) -> None:
        self.upper = QSplitter(Qt.Orientation.Horizontal)
        self.upper.addWidget(_stack(self._source_head(), self.source))
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.addWidget(_stack(self.outline_head, self.outline))
        self.right.addWidget(self.editor)
        self.upper.addWidget(self.right)
        self.whole = QSplitter(Qt.Orientation.Vertical)
        self.whole.addWidget(self.upper)
        self.whole.addWidget(self.doubts)
        for splitter, sizes in ((self.upper, (637, 729)), (self.right, (270, 190)), (self.whole, (430, _DOUBTS))):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        self.whole.setStretchFactor(0, 1)
        self.right.setStretchFactor(0, 1)
        self.whole.setStretchFactor(1, 0)
        self.right.setStretchFactor(1, 0)
        counts = QHBoxLayout()
        counts.setSpacing(0)
        counts.addWidget(self.coverage, 1)
        counts.addWidget(self.tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.document)
        column.addLayout(counts)
        column.addWidget(self.whole, 1)
        column.addWidget(self._filled_foot())
        for widget, least in ((self.source, 60), (self.outline, 60), (self.editor, 90), (self.doubts, 60)):
            widget.setMinimumHeight(least)

    def _source_head(self) -> PaneHead:
        head = PaneHead(self._theme, self.tr("原文"))
        head.row.addWidget(Legend(self._theme))
        return head

    def _filled_foot(self) -> DialogFoot:
        self.foot.note.setWordWrap(True)
        self.foot.row.insertWidget(1, self.error, 1)
        for place, button in enumerate((self.load, self.export), 2):
            button.setAutoDefault(False)
            self.foot.row.insertWidget(place, button)
        return self.foot

    def _show_editor(self, shown: bool) -> None:
        self.editor.setVisible(shown)
        self._fit_height()

    def _fit_height(self) -> None:
        """On a low screen the entry and the doubts take turns."""
        low = self.height() < LOW
        if low != self._low:
            self._low = low
            self.commands.editor.setChecked(not low or not self.doubt_list.open)
            self.whole.setSizes([1000, _LOW_DOUBTS if low else _DOUBTS])
        self.doubts.setVisible(not low or not self.commands.editor.isChecked())


def _stack(head: QWidget, body: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    return box


def _tool(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
