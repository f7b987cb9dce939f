"""Every command of the review, once: text, icon, key and tip; bar, menus and panes only arrange them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.domain.plan import Role
from desktop_app.gui.dialogs.import_review.intents import Choice
from desktop_app.gui.icons import icon
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say


class ReviewCommands(QObject):
    """One `QAction` a command; one digit a command, so that no input method stands in the way."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        make = self._new
        self.task = make(self.tr("任务"), "clipboard_checkmark", "1", self.tr("选中处作为任务"))
        self.heading = make(self.tr("标题"), "text_bullet_list_square", "2", self.tr("选中处作为标题"))
        self.background = make(self.tr("背景"), "document_text", "3", self.tr("选中处作为背景，不销号"))
        self.aside = make(self.tr("不导入"), "document_dismiss", "4", self.tr("选中处不进入台账"))
        self.unit = make(self.tr("单位"), "building_government", "5", self.tr("选中的文字作为单位，未选文字时另行填写"))
        self.deadline = make(self.tr("时限"), "calendar_clock", "6", self.tr("选中的文字作为时限"))
        self.target = make(self.tr("指标"), "data_bar_vertical", "7", self.tr("选中的文字作为指标"))
        self.split = make(self.tr("拆分"), "split_horizontal", "8", self.tr("在光标处拆成两条"))
        self.merge = make(self.tr("合并"), "merge", "9", self.tr("并入上一条"))
        self.promote = make(self.tr("升级"), None, "Alt+Left", self.tr("提高一级"))
        self.demote = make(self.tr("降级"), None, "Alt+Right", self.tr("归入上一个标题之下"))
        self.ends_here = make(self.tr("正文到此段为止"), None, "", self.tr("其后各段不再属于本条"))
        self.undo = make(self.tr("撤销"), "arrow_undo", "Ctrl+Z", self.tr("撤销上一步"))
        self.redo = make(self.tr("重做"), "arrow_redo", "Ctrl+Y", self.tr("重做撤销的一步"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.next_doubt = make(self.tr("下一处疑点"), None, "F8", self.tr("转到下一处待核疑点"))
        self.previous_doubt = make(self.tr("上一处疑点"), None, "Shift+F8", self.tr("转到上一处待核疑点"))
        self.find = make(self.tr("在原文中查找"), None, "Ctrl+F", self.tr("在原文中查找"))
        self.next_pane = make(self.tr("下一栏"), None, "F6", self.tr("转到下一栏"))
        self.editor = make(self.tr("本条"), None, "F4", self.tr("显示或隐藏本条的内容"))
        self.editor.setCheckable(True)
        self.store = make(self.tr("存入"), None, "Ctrl+Return", self.tr("存入台账"))
        self.choices = {
            Choice.TASK: self.task,
            Choice.HEADING: self.heading,
            Choice.BACKGROUND: self.background,
            Choice.ASIDE: self.aside,
        }
        self.roles = {
            Role.LEAD: make(self.tr("设为牵头单位"), None, "", ""),
            Role.SUPPORT: make(self.tr("设为配合单位"), None, "", ""),
            Role.RESPONSIBLE: make(self.tr("设为责任单位"), None, "", ""),
        }
        self.set_history(None, None)

    def groups(self) -> tuple[tuple[QAction, ...], ...]:
        """The commands of the bar."""
        return (
            (self.task, self.heading, self.background, self.aside),
            (self.split, self.merge),
            (self.unit, self.deadline, self.target),
            (self.undo, self.redo),
        )

    def set_history(self, undo: str | None, redo: str | None) -> None:
        """Name what 撤销 and 重做 would do; None switches the command off."""
        for action, word, label in ((self.undo, self.tr("撤销"), undo), (self.redo, self.tr("重做"), redo)):
            action.setEnabled(label is not None)
            action.setText(f"{word} {say(label)}" if label else word)
            action.setToolTip(action.text())

    def _new(self, text: str, icon_name: str | None, shortcut: str, tip: str) -> QAction:
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(self._theme, icon_name, 20))
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        hint = f"（{shortcut}）" if shortcut else ""
        action.setToolTip(f"{tip or text}{hint}")
        action.setIconText(f"{text} {shortcut}" if len(shortcut) == 1 else text)
        if shortcut:
            self._window.addAction(action)
        return action
