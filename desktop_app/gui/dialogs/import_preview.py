"""导入预览: what was read from a document, before anything is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.plan import Plan
from desktop_app.gui.dialogs.coverage import CoverageBar
from desktop_app.gui.dialogs.form import DialogFoot, Paper
from desktop_app.gui.dialogs.plan_outline import PlanOutline
from desktop_app.gui.row_ground import tint_selection
from desktop_app.gui.theme import BODY_PX, TITLE_PX, Theme


class ImportPreviewDialog(QDialog):
    """Title and document data, what became of every paragraph, the outline, and the doubts; then 存入 or 取消."""

    def __init__(
        self, theme: Theme, plan: Plan, queue: tuple[int, int] = (1, 1), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.plan = plan
        number, total = queue
        place = self.tr("（第 {0} 份，共 {1} 份）").format(number, total) if total > 1 else ""
        self.setWindowTitle(self.tr("导入预览{0} - {1}").format(place, plan.source))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.coverage = CoverageBar(theme, plan.coverage())
        self.outline = PlanOutline(theme, plan)
        self.doubts = _doubt_list(plan)
        tint_selection(self.doubts, theme)
        self.foot = DialogFoot(
            theme,
            self.tr("存入台账（{0} 项任务）").format(len(plan.tasks)),
            self.tr("取消"),
            self.tr("存入后原文件一并保存在台账文件夹中。"),
        )
        self.foot.primary.setDefault(True)
        self.foot.primary.clicked.connect(self.accept)
        self.foot.secondary.clicked.connect(self.reject)
        self._lay_out()
        self.resize(980, 640)
        self.foot.primary.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self.coverage)
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.setHandleWidth(1)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.outline)
        if self.plan.doubts:
            middle.addWidget(self._doubts_pane())
            middle.setSizes([420, 120])
        layout.addWidget(middle, 1)
        layout.addWidget(self.foot)

    def _head(self) -> QWidget:
        title = QLabel(self.plan.title or self.tr("未识别到标题"))
        title.setFont(self._theme.font(TITLE_PX, QFont.Weight.Bold))
        title.setWordWrap(True)
        facts = QLabel("　".join(_document_facts(self.plan)))
        facts.setWordWrap(True)
        pane = Paper(self._theme)
        head = QVBoxLayout(pane)
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(4)
        for label in (title, facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            head.addWidget(label)
        return pane

    def _doubts_pane(self) -> QWidget:
        pane = Paper(self._theme)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 4)
        head.setSpacing(8)
        name = QLabel(self.tr("疑点"))
        name.setFont(self._theme.font(weight=QFont.Weight.Medium))
        head.addWidget(name)
        head.addWidget(QLabel(self.tr("{0} 处，存入后可在任务中核对").format(len(self.plan.doubts))))
        head.addStretch(1)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        list_row = QHBoxLayout()
        list_row.setContentsMargins(12, 0, 12, 4)
        list_row.addWidget(self.doubts)
        column.addLayout(list_row, 1)
        self.doubts.setFont(self._theme.font(BODY_PX))
        self.doubts.currentRowChanged.connect(self._show_doubt)
        return pane

    def _show_doubt(self, row: int) -> None:
        span = self.plan.doubts[row].span if 0 <= row < len(self.plan.doubts) else None
        if span is not None:
            self.outline.choose_at(span.start)


def _document_facts(plan: Plan) -> Sequence[str]:
    issued = _long_date(plan.issued_on) if plan.issued_on else ""
    sources = (("文号", plan.doc_number), ("发文机关", plan.issuer), ("成文日期", issued))
    return [f"{name} {value or '未识别'}" for name, value in sources]


def _long_date(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _doubt_list(plan: Plan) -> QListWidget:
    made = QListWidget()
    made.setFrameShape(QListWidget.Shape.NoFrame)
    made.setWordWrap(True)
    for number, doubt in enumerate(plan.doubts, 1):
        made.addItem(f"{number}　{doubt.message}")
    return made
