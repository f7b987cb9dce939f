"""定稿报送完成: what was kept, where it lies, and how to come back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.dialogs.submissions.rows import Submitted
from desktop_app.gui.theme import BODY_PX, Theme


class SubmittedDialog(QDialog):
    """Names the folder of the ledger, never that of a copy: whoever opens the report gets a read-only copy of it."""

    open_requested = Signal(str)
    """The name of the kept file that is to be opened."""
    history_requested = Signal()

    def __init__(self, theme: Theme, kept: Submitted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("定稿报送完成"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = kept.folder
        self._report = next((path.name for path in kept.files if path.suffix == ".pdf"), "")
        head = QLabel(self.tr("第 {0} 次报送：{1}").format(kept.number, kept.title))
        head.setFont(theme.font(BODY_PX, QFont.Weight.Medium))
        names = "、".join(path.name for path in kept.files)
        self.message = QLabel(self.tr("{0}，{1} 项任务。已留存 {2}。").format(kept.period, kept.tasks, names))
        self.place = QLabel(self.tr("留存位置：{0}").format(kept.folder))
        self.again = QLabel(self.tr("再次查看、另存或对比：“报送”菜单“历次报送”。"))
        body = QVBoxLayout()
        body.setContentsMargins(16, 14, 16, 14)
        body.setSpacing(6)
        for label in (head, self.message, self.place, self.again):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            body.addWidget(label)
        self._lay_out(theme, body)

    def _lay_out(self, theme: Theme, body: QVBoxLayout) -> None:
        self.foot = DialogFoot(theme, self.tr("打开报告"), self.tr("关闭"))
        self.history, self.folder = QPushButton(self.tr("历次报送")), QPushButton(self.tr("打开所在文件夹"))
        for place, button in enumerate((self.history, self.folder), 1):
            button.setAutoDefault(False)
            self.foot.row.insertWidget(place, button)
        self.foot.primary.setEnabled(bool(self._report))
        self.foot.primary.clicked.connect(self._open_report)
        self.history.clicked.connect(self._show_history)
        self.folder.clicked.connect(self._open_folder)
        self.foot.secondary.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self.foot)
        self.setMinimumWidth(520)
        self.foot.primary.setFocus()

    def _open_report(self) -> None:
        self.open_requested.emit(self._report)
        self.accept()

    def _show_history(self) -> None:
        self.accept()
        self.history_requested.emit()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        self.accept()
