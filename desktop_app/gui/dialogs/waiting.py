"""What is being waited for: a bar that runs or counts, and a button where the work can be stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

_WHOLE = 1000
"""Progress is shown in thousandths: bytes of large files do not fit the bar's integers."""


class WaitingDialog(QDialog):
    """Shields all windows until it is deleted: no key and no click closes it, they can only ask the work to stop."""

    stop_wanted = Signal()

    def __init__(self, words: str, may_stop: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("正在处理"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(360)
        self.label = QLabel(words)
        self.label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self.tr("取消"))
        self.stop.setVisible(may_stop)
        self.stop.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.addWidget(self.label)
        layout.addWidget(self.bar)
        layout.addLayout(foot)

    def count(self, done: int, total: int) -> None:
        """Show how much is done."""
        if total > 0:
            self.bar.setMaximum(_WHOLE)
            self.bar.setValue(min(done * _WHOLE // total, _WHOLE))

    def reject(self) -> None:
        if self.stop.isVisible() and self.stop.isEnabled():
            self.stop.setEnabled(False)
            self.label.setText(self.tr("正在取消……"))
            self.stop_wanted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()
