"""What was written when it is more than one file: a table of them, what could not be written, and the way to the folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.form import DialogFoot, ErrorLine
from desktop_app.gui.dialogs.plain_table import PlainTable
from desktop_app.gui.theme import BODY_PX, Theme
from desktop_app.gui.words import say


class FilesResultDialog(QDialog):
    """Enter on a file opens it; the button opens the folder they are in."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        message: str,
        files: Sequence[Path],
        failed: Sequence[str] = (),
        parent: QWidget | None = None,
        columns: tuple[Sequence[str], Sequence[int], Sequence[Sequence[str]]] = ((), (), ()),
    ) -> None:
        """`columns`: heads, widths and cells that stand beside the names of the files."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.files = list(files)
        heads, widths, cells = columns
        self.table = PlainTable(theme, [self.tr("文件"), *heads], (0, *widths))
        self.table.set_rows([[file.name, *(cells[at] if cells else ())] for at, file in enumerate(self.files)])
        self.table.setVisible(bool(self.files))
        self.message = QLabel(message)
        self.message.setFont(theme.font(BODY_PX, QFont.Weight.Medium))
        self.place = QLabel(str(self.files[0].parent) if self.files else "")
        self.error = ErrorLine(theme)
        for label in (self.message, self.place):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.foot = DialogFoot(theme, self.tr("打开所在文件夹"), self.tr("关闭"))
        self._lay_out()
        if failed:
            self.error.say(say("\n".join(failed)))
        self.foot.primary.setEnabled(bool(self.files))
        self.foot.primary.clicked.connect(self._open_folder)
        self.foot.secondary.clicked.connect(self.reject)
        self.table.activated.connect(lambda index: self._open(self.files[index.row()]))
        (self.foot.primary if self.files else self.foot.secondary).setFocus()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(16, 14, 16, 8)
        body.setSpacing(6)
        for widget in (self.message, self.place, self.error):
            body.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.foot)
        self.resize(640, 420 if len(self.files) > 4 else 280)

    def _open_folder(self) -> None:
        self._open(self.files[0].parent)
        self.accept()

    @staticmethod
    def _open(what: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(what)))
