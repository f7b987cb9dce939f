"""The status bar: what is saved, what undo takes back, what is shown and selected."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from desktop_app.gui.theme import Theme


class StatusLine(QStatusBar):
    """Words apart by hairlines; left what happened, right what is shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizeGripEnabled(False)
        self.setFixedHeight(25)
        self.saved = _Words(theme)
        self.undo = _Words(theme)
        self.shown = _Words(theme)
        self.selected = _Words(theme)
        self.offline = _Words(theme, last=True)
        self.offline.setText(self.tr("离线"))
        self.offline.setToolTip(self.tr("本程序不联网，所有内容只保存在本机"))
        self.setContentsMargins(4, 0, 4, 0)
        for words in (self.saved, self.undo):
            self.addWidget(words)
        for words in (self.shown, self.selected, self.offline):
            self.addPermanentWidget(words)

    def set_status(
        self, saved: str | None, undo: str | None, shown: tuple[int, int] | None, selected: int | None
    ) -> None:
        """Change the words that are not None; the hint of a button gives way to what happened."""
        if saved:
            self.clearMessage()
        if saved is not None:
            self.saved.setText(saved)
        if undo is not None:
            self.undo.setText(self.tr("可撤销：{0}").format(undo) if undo else "")
        if shown is not None:
            self.shown.setText(self.tr("显示 {0} / {1} 项").format(*shown))
        if selected is not None:
            self.selected.setText(self.tr("已选 {0} 项").format(selected))


class _Words(QLabel):
    """A label with a hairline after it; gone while it is empty."""

    def __init__(self, theme: Theme, *, last: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._last = last
        self.setContentsMargins(6, 0, 4 if last else 10, 0)
        self.setVisible(last)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._last:
            painter = QPainter(self)
            painter.setPen(self._theme.color("line2"))
            painter.drawLine(self.width() - 1, 5, self.width() - 1, self.height() - 6)
