"""The 任务 tab: wording, targets, newest progress and evidence below one another in one scrolled column."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.filters import lacks_evidence
from desktop_app.domain.ledger import ProgressRow, TaskDetail
from desktop_app.gui.panels.task_panel.evidence_views import EvidenceModel, ThumbDelegate, ThumbView
from desktop_app.gui.panels.task_panel.parts import WordingSection
from desktop_app.gui.panels.task_panel.pieces import Hairline, SectionHead, ThemedLabel, link_button
from desktop_app.gui.panels.task_panel.progress import ProgressEntries
from desktop_app.gui.panels.task_panel.targets import TargetRows
from desktop_app.gui.panels.task_panel.thumbnails import Thumbnails
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import tr

NEWEST = 3
"""How many progress entries the 任务 tab shows; the rest are behind the 进展 tab."""


class TaskSections(QWidget):
    """All sections of one task; the ones with nothing to say are gone, but their link stays."""

    def __init__(self, theme: Theme, evidence: EvidenceModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme = theme
        self.wording_head = SectionHead(theme, tr("原文"), tr("在原文中查看"), "document_text")
        self.wording = WordingSection(theme)
        self.targets_head = SectionHead(theme, tr("指标"), tr("记录读数"), "add")
        self.targets = TargetRows(theme)
        self.progress_head = SectionHead(theme, tr("进展"), tr("填写进展"), "add")
        self.progress = ProgressEntries(theme, full=False)
        self.evidence_head = SectionHead(theme, tr("佐证"), tr("添加"), "attach")
        self.thumbs = ThumbView(evidence, ThumbDelegate(theme, thumbnails))
        self.no_evidence = ThemedLabel(theme, "text2", wrap=True)
        self.explain = link_button(theme, tr("注明无佐证的理由"), "add")
        self._targets_group = self._group(self.targets_head, self.targets)
        self._lay_out()

    def show_detail(self, detail: TaskDetail, today: dt.date) -> None:
        """Fill every section; the evidence model is filled by the panel."""
        row = detail.row
        self.wording_head.set_count(tr("{0} 个分段").format(len(row.parts)) if row.parts else "")
        self.wording.set_detail(detail, today)
        self._targets_group.setVisible(bool(row.targets))
        self.targets_head.set_count(tr("{0} 项").format(len(row.targets)))
        self.targets.set_targets(row.targets, today)
        newest = newest_first(detail)
        self.progress_head.set_count(tr("{0} 条").format(len(newest)) if newest else tr("尚无"))
        self.progress.set_entries(newest[:NEWEST], today, len(row.parts))
        self.evidence_head.set_count(tr("{0} 份").format(len(detail.evidence)) if detail.evidence else tr("尚无"))
        self.thumbs.setVisible(bool(detail.evidence))
        self.no_evidence.setText(tr("无佐证的理由：{0}").format(row.no_evidence_reason))
        self.no_evidence.setVisible(bool(row.no_evidence_reason) and not detail.evidence)
        self.explain.setVisible(lacks_evidence(row))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 12)
        column.setSpacing(0)
        column.addWidget(self.wording_head)
        column.addWidget(self.wording)
        column.addSpacing(8)
        column.addWidget(self._targets_group)
        column.addWidget(self._group(self.progress_head, self.progress))
        column.addWidget(self._group(self.evidence_head, self.thumbs, self.no_evidence, _left(self.explain)))
        column.addStretch(1)

    def _group(self, *widgets: QWidget) -> QWidget:
        """A hairline and what stands below it."""
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(Hairline(self._theme))
        column.addSpacing(4)
        for widget in widgets:
            column.addWidget(widget)
        return group


def _left(widget: QWidget) -> QWidget:
    """`widget` at the left edge, no wider than it is."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


def scrolled(content: QWidget) -> QScrollArea:
    """`content` in a scrolled column as wide as the panel, on the ground of the panel."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def newest_first(detail: TaskDetail) -> list[ProgressRow]:
    """The progress entries by day, the newest first."""
    return sorted(detail.progress, key=lambda entry: (entry.on, entry.id), reverse=True)
