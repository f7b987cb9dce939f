"""在原文中查看: the plan's text with the task in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.domain.plan import Span
from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.dialogs.source_marks import paint_on_paper, set_source_text, show_place, tint_place
from desktop_app.gui.theme import Theme


class SourceDialog(QDialog):
    """Stays open beside the window while the officer reads."""

    def __init__(
        self, theme: Theme, title: str, text: str, place: Span, has_file: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser()
        paint_on_paper(self.text)
        self.text.document().setDocumentMargin(18)
        set_source_text(self.text, theme, text)
        self.foot = DialogFoot(theme, self.tr("打开原文件"), self.tr("关闭"), self.tr("底色处为当前任务。"))
        self.foot.primary.setVisible(has_file)
        self.foot.secondary.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addWidget(self.foot)
        open_at(self, 640, 560)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self).activated.connect(self.reject)
        self._theme, self._place = theme, place
        self._tint()
        theme.changed.connect(self._tint)
        QTimer.singleShot(0, self, lambda: show_place(self.text, place))

    def _tint(self) -> None:
        tint_place(self.text, self._theme.color("tint"), self._place)
