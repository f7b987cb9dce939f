"""关于 and 快捷键: two small pages to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QIcon, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.gui.dialogs.form import DialogFoot
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.theme import TITLE_PX, Theme
from desktop_app.gui.words import tr

_ACCESS_KEY = re.compile(r"\(&\w\)|&")


class AboutDialog(QDialog):
    """Name, version, licence, and where the data is."""

    def __init__(self, theme: Theme, icon: QIcon, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("关于销号"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel()
        picture.setPixmap(icon.pixmap(48, 48))
        name = QLabel(self.tr("销号 {0}").format(__version__))
        name.setFont(theme.font(TITLE_PX, QFont.Weight.Bold))
        words = QLabel(
            self.tr(
                "规划任务逐项销号、留存佐证、生成台账和报告。\n"
                "本程序不联网，所有内容只保存在本机。\n"
                "按木兰宽松许可证第2版（Mulan PSL v2）发布，第三方组件及字体的许可见随附的 THIRD_PARTY_NOTICES.md。\n"
                "台账位置：{0}"
            ).format(folder)
        )
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(name)
        column.addWidget(words)
        column.addStretch(1)
        body = QHBoxLayout()
        body.setContentsMargins(20, 18, 20, 14)
        body.setSpacing(16)
        body.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(column, 1)
        _close_at_foot(self, theme, body)
        self.resize(460, 240)


class ShortcutsDialog(QDialog):
    """Every command that has keys, as the actions themselves say."""

    def __init__(self, theme: Theme, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        listed = [(_keys(action), _word(action)) for action in actions if action.shortcuts()]
        listed += [
            (self.tr("空格"), self.tr("选中的任务销号或退回")),
            ("Ctrl+V", self.tr("把剪贴板中的截图作为佐证")),
            ("Ctrl+Enter", self.tr("保存填写的内容")),
        ]
        for row, (keys, word) in enumerate(listed):
            label = QLabel(keys)
            label.setFont(theme.font(weight=QFont.Weight.Medium))
            grid.addWidget(label, row, 0)
            grid.addWidget(QLabel(word), row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(listed), 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        body = QVBoxLayout()
        body.addWidget(area)
        _close_at_foot(self, theme, body)
        open_at(self, 460, 460)


def _keys(action: QAction) -> str:
    """Both Enter keys of a keyboard have one name."""
    native = QKeySequence.SequenceFormat.NativeText
    return " / ".join(dict.fromkeys(keys.toString(native) for keys in action.shortcuts()))


def _word(action: QAction) -> str:
    """The command's word without its access key and dots."""
    return _ACCESS_KEY.sub("", action.iconText() or action.text()).rstrip("…")


def _close_at_foot(dialog: QDialog, theme: Theme, body: QHBoxLayout | QVBoxLayout) -> None:
    foot = DialogFoot(theme, tr("关闭"), "")
    foot.secondary.setVisible(False)
    foot.primary.setDefault(True)
    foot.primary.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(body, 1)
    column.addWidget(foot)
