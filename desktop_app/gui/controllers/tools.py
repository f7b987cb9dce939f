"""校验, 快捷键, 关于 and the language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction

from desktop_app.gui.controllers import messages
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.dialogs.about import AboutDialog, ShortcutsDialog
from desktop_app.gui.icons import app_icon
from desktop_app.gui.words import say
from desktop_app.services import integrity

LANGUAGE_KEY = "window/language"


class ToolController(QObject):
    """Small commands that change nothing in the ledger."""

    def __init__(self, desk: Desk, settings: QSettings | None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._settings = settings
        actions = self._window.actions_
        actions.verify.triggered.connect(self.verify)
        actions.about.triggered.connect(self.show_about)
        actions.shortcuts_help.triggered.connect(self.show_shortcuts)
        for code, action in (("zh_CN", actions.language_zh), ("en", actions.language_en)):
            action.triggered.connect(lambda _=False, chosen=code: self._choose_language(chosen))
        chosen = settings.value(LANGUAGE_KEY) if settings is not None else None
        (actions.language_en if chosen == "en" else actions.language_zh).setChecked(True)

    def verify(self) -> None:
        """Check the ledger beside the window: it may read every evidence file."""
        work = partial(integrity.verify, self._desk.workspace)
        self._desk.worker.run(self.tr("正在校验台账"), work, self._show_findings, self._desk.say)

    def show_about(self) -> None:
        """Say what this is."""
        AboutDialog(self._window.theme, app_icon(), str(self._desk.workspace.folder), self._window).open()

    def show_shortcuts(self) -> None:
        """List every command that has keys."""
        ShortcutsDialog(self._window.theme, self._window.actions_.findChildren(QAction), self._window).open()

    def _show_findings(self, findings: list[str]) -> None:
        if not findings:
            messages.tell(self._window, self.tr("校验台账"), self.tr("台账完整：历史记录、数据与佐证文件一致。"))
            return
        sentence = self.tr("发现 {0} 处问题，可从 backups 文件夹中的备份恢复。").format(len(findings))
        messages.tell(self._window, self.tr("校验台账"), sentence, "\n".join(map(say, findings)))

    def _choose_language(self, code: str) -> None:
        if self._settings is not None:
            self._settings.setValue(LANGUAGE_KEY, code)
        self._window.set_status(saved=self.tr("界面语言在重新启动后生效"))
