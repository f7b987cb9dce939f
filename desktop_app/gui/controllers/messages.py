"""How the window speaks up: calm boxes in Chinese that do not stop the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.gui.words import tr


def warn(parent: QWidget | None, sentence: str, title: str = "") -> QMessageBox:
    """Say what could not be done and what to do about it."""
    return _box(parent, QMessageBox.Icon.Warning, title or tr("未能完成"), sentence)


def tell(parent: QWidget | None, title: str, sentence: str, more: str = "") -> QMessageBox:
    """Say what was found; `more` may be long and is folded away."""
    return _box(parent, QMessageBox.Icon.Information, title, sentence, more)


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, sentence: str, more: str = "") -> QMessageBox:
    box = QMessageBox(icon, title, sentence, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.addButton(tr("关闭"), QMessageBox.ButtonRole.AcceptRole)
    if more:
        box.setDetailedText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
