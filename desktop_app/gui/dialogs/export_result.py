"""导出完成: what was written, where it is, and a way to open it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import say


class ExportResultDialog(QDialog):
    """Says how much was written; opening is left to the system's programs."""

    def __init__(self, theme: Theme, path: Path, message: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导出完成"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.path = path
        head = QLabel(path.name)
        head.setFont(theme.font(BODY_PX, QFont.Weight.Medium))
        self.place = QLabel(str(path.parent))
        self.message = QLabel(say(message))
        body = QVBoxLayout()
        body.setContentsMargins(16, 14, 16, 14)
        body.setSpacing(6)
        for label in (head, self.message, self.place):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            body.addWidget(label)
        foot = DialogFoot(theme, self.tr("打开"), self.tr("关闭"))
        self.folder = QPushButton(self.tr("打开所在文件夹"))
        self.folder.setAutoDefault(False)
        foot.row.insertWidget(1, self.folder)
        self.open_file = foot.primary
        foot.primary.clicked.connect(lambda: self._open(self.path))
        self.folder.clicked.connect(lambda: self._open(self.path.parent))
        foot.secondary.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(foot)
        self.setMinimumWidth(460)
        foot.primary.setFocus()

    def _open(self, what: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(what)))
        self.accept()
