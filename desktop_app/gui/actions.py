"""Every command of the window, once: text, icon, shortcut and status tip; menus and bars only arrange them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from desktop_app.domain.task import Status
from desktop_app.gui.icons import icon
from desktop_app.gui.theme import Appearance, Density, FontSize, Theme
from desktop_app.gui.words import say, tr


class Actions(QObject):
    """One `QAction` a command. Controllers connect `triggered`; the window lays them out."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_file()
        self._make_edit()
        self._make_view()
        self._make_task()
        self._make_tools()
        self._make_rounds()
        self._make_submissions()
        self.set_history(None, None)
        self.set_selection(0)

    def set_history(self, undo: str | None, redo: str | None) -> None:
        """Name what 撤销 and 重做 would take back or do again; None switches the command off."""
        for action, word, label in ((self.undo, self.tr("撤销"), undo), (self.redo, self.tr("重做"), redo)):
            action.setEnabled(label is not None)
            action.setText(f"{word} {label.replace('&', '&&')}" if label else word)
            action.setToolTip(action.text())

    def set_selection(self, count: int) -> None:
        """Enable the commands that need `count` tasks: one or more, or exactly one."""
        why = self.tr("先在列表中选择任务")
        for action in (self.tick, self.reopen, self.attach, self.print_selected, *self.status_actions.values()):
            _enable(action, count > 0, why)
        for action in (self.add_progress, self.extend, self.add_reading):
            _enable(action, count == 1, self.tr("先在列表中选择一项任务") if count else why)

    def set_has_plans(self, present: bool) -> None:
        """Enable the commands that need a stored plan."""
        of_plans = (
            self.remove_plan,
            self.revise_plan,
            self.plan_rules,
            self.export_corrections,
            self.merge_units,
            *self._of_rounds(),
        )
        for action in (self.export_ledger, self.export_report, *self.report_actions.values(), self.find, *of_plans):
            _enable(action, present, self.tr("尚无规划"))

    def _make_file(self) -> None:
        self.import_plan = self._new(
            self.tr("导入规划(&I)…"),
            "document_add",
            "Ctrl+O",
            self.tr("读入一份规划、方案或工作要点"),
            word=self.tr("导入"),
        )
        self.paste_plan = self._new(
            self.tr("从剪贴板导入(&V)"), None, "Ctrl+V", self.tr("读入复制的文字或表格，核对后存入")
        )
        # The panel takes pictures by the same key, fields take words: here it counts in the list and the first page.
        self.paste_plan.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.export_ledger = self._new(
            self.tr("导出台账(&E)…"), "document_table", "Ctrl+E", self.tr("生成 Excel 台账"), word=self.tr("台账")
        )
        self.export_report = self._new(
            self.tr("报告(&R)…"), "document_pdf", "Ctrl+R", self.tr("起草、预览、打印、导出报告"), word=self.tr("报告")
        )
        self._make_reports()
        self.open_workspace = self._new(
            self.tr("打开台账文件夹(&O)…"), "folder_open", "Ctrl+Shift+O", self.tr("打开本机或移动盘上的台账")
        )
        self.open_sample = self._new(
            self.tr("打开示例(&S)"), "notepad", None, self.tr("打开一份虚构的台账，可随意操作")
        )
        self.quit = self._new(self.tr("退出(&X)"), None, "Ctrl+Q", self.tr("关闭程序"))

    def _make_reports(self) -> None:
        self.report_actions = {
            key: self._new(words, None, None, self.tr("起草并预览"))
            for key, words in (
                ("progress", self.tr("进展情况报告(&P)…")), ("ledger", self.tr("任务台账(&L)…")),
                ("overdue", self.tr("逾期通报(&O)…")), ("units", self.tr("单位清单(&U)…")), ("urging", self.tr("催办函(&D)…")),
                ("targets", self.tr("指标完成情况(&T)…")), ("evidence", self.tr("佐证材料目录(&E)…")),
            )
        }  # fmt: skip
        self.print_selected = self._new(
            self.tr("打印选中任务(&S)…"), "print", None, self.tr("把选中的任务印成任务清单"), grid=16
        )
        self.print_calibration = self._new(
            self.tr("打印校准页(&C)…"), None, None, self.tr("打印一页标尺，核对打印机是否按实际大小打印")
        )

    def _make_edit(self) -> None:
        self.undo = self._new(self.tr("撤销"), "arrow_undo", "Ctrl+Z", self.tr("撤销上一步"), word=self.tr("撤销"))
        self.redo = self._new(self.tr("重做"), "arrow_redo", "Ctrl+Y", self.tr("重做撤销的一步"), word=self.tr("重做"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.copy_cells = self._new(self.tr("复制(&C)"), "copy", "Ctrl+C", self.tr("把选中的行作为表格复制"), grid=16)
        self.select_all = self._new(self.tr("全选(&A)"), None, "Ctrl+A", self.tr("选中列表中的全部任务"))
        self.find = self._new(self.tr("查找(&F)"), "search", "Ctrl+F", self.tr("按名称、单位、进展、佐证查找"), grid=16)

    def _make_view(self) -> None:
        self.show_tree = self._choice(self.tr("大纲(&T)"), "Ctrl+1", self.tr("按章节显示任务"))
        self.show_grid = self._choice(self.tr("表格(&G)"), "Ctrl+2", self.tr("逐行显示任务，可排序、筛选"))
        self._exclusive(self.show_tree, self.show_grid)
        self.show_context = self._choice(self.tr("显示背景条目(&B)"), None, self.tr("在大纲中显示不需销号的条目"))
        self.expand_all = self._new(self.tr("全部展开(&X)"), None, "Ctrl+Shift+Right", self.tr("展开大纲的全部章节"))
        self.collapse_all = self._new(self.tr("全部折叠(&C)"), None, "Ctrl+Shift+Left", self.tr("折叠大纲的全部章节"))
        self.toggle_panel = self._choice(self.tr("详情栏(&D)"), "F4", self.tr("显示或隐藏右侧的任务详情"), checked=True)
        self.density_compact = self._choice(self.tr("紧凑(&C)"), None, self.tr("行高24"))
        self.density_standard = self._choice(self.tr("标准(&S)"), None, self.tr("行高28"), checked=True)
        self.density_roomy = self._choice(self.tr("宽松(&R)"), None, self.tr("行高36"))
        self.density_actions = {
            Density.COMPACT: self.density_compact,
            Density.STANDARD: self.density_standard,
            Density.ROOMY: self.density_roomy,
        }
        self._exclusive(*self.density_actions.values())
        self.font_size_small = self._choice(self.tr("小(&S)"), None, self.tr("字号为标准的90%"))
        self.font_size_standard = self._choice(self.tr("标准(&M)"), None, self.tr("标准字号"), checked=True)
        self.font_size_large = self._choice(self.tr("大(&L)"), None, self.tr("字号为标准的115%"))
        self.font_size_actions = {
            FontSize.SMALL: self.font_size_small,
            FontSize.STANDARD: self.font_size_standard,
            FontSize.LARGE: self.font_size_large,
        }
        self._exclusive(*self.font_size_actions.values())
        self.appearance_actions = {
            Appearance.SYSTEM: self._choice(self.tr("随系统(&S)"), None, self.tr("深浅随系统设置"), checked=True),
            Appearance.LIGHT: self._choice(self.tr("浅色(&L)"), None, self.tr("浅色界面")),
            Appearance.DARK: self._choice(self.tr("深色(&D)"), None, self.tr("深色界面")),
        }
        self._exclusive(*self.appearance_actions.values())
        self.language_zh = self._choice("简体中文", None, self.tr("界面用简体中文，重新启动后生效"), checked=True)
        self.language_en = self._choice("English", None, self.tr("界面用英文，重新启动后生效"))
        self._exclusive(self.language_zh, self.language_en)

    def _make_task(self) -> None:
        self.remove_plan = self._new(self.tr("移除规划(&R)"), None, None, self.tr("从台账中移除当前规划，可撤销"))
        self.revise_plan = self._new(
            self.tr("更新版本(&U)…"), None, None, self.tr("读入当前规划的新版本，核对新增、变更、删除的任务，记录保留")
        )
        self.plan_rules = self._new(
            self.tr("通用条款(&C)…"), None, None, self.tr("查看适用于全文的条款，套用到有关任务")
        )
        self.export_corrections = self._new(
            self.tr("导出核对更正(&X)…"), None, None, self.tr("把导入当前规划时的更正存为文件，可在核对时载入")
        )
        self.tick = self._new(
            self.tr("销号(&T)"), "checkmark_circle", "Ctrl+Enter", self.tr("选中的任务销号"), word=self.tr("销号")
        )
        self.tick.setShortcuts([QKeySequence("Ctrl+Enter"), QKeySequence("Ctrl+Return")])
        self.reopen = self._new(self.tr("退回重办(&B)…"), None, None, self.tr("撤销选中任务的销号，须写明原因"))
        self.add_progress = self._new(
            self.tr("填写进展(&P)…"), "note_edit", "Ctrl+P", self.tr("填写当前任务的进展"), word=self.tr("进展")
        )
        self.attach = self._new(
            self.tr("添加佐证(&A)…"),
            "attach",
            "Ctrl+Shift+A",
            self.tr("为选中的任务添加佐证材料"),
            word=self.tr("佐证"),
        )
        self.extend = self._new(
            self.tr("延期(&D)…"),
            "calendar_edit",
            None,
            self.tr("更改当前任务的完成时限，须写明依据"),
            word=self.tr("延期"),
        )
        self.add_reading = self._new(self.tr("记录读数(&N)…"), None, None, self.tr("记录当前任务一项指标的读数"))
        self.status_actions = {status: self._status(at, say(status.label)) for at, status in enumerate(Status, 1)}
        self.set_status_not_started = self.status_actions[Status.NOT_STARTED]
        self.set_status_in_progress = self.status_actions[Status.IN_PROGRESS]
        self.set_status_awaiting_check = self.status_actions[Status.AWAITING_CHECK]
        self.set_status_closed = self.status_actions[Status.CLOSED]
        self.set_status_suspended = self.status_actions[Status.SUSPENDED]
        self.set_status_dropped = self.status_actions[Status.DROPPED]

    def _make_tools(self) -> None:
        self.verify = self._new(
            self.tr("校验台账(&V)"), "shield_checkmark", None, self.tr("核对历史记录与佐证文件是否完整"), grid=16
        )
        self.merge_units = self._new(self.tr("合并单位(&M)…"), None, None, self.tr("把同一单位的不同名称合为一个"))
        self.change_location = self._new(self.tr("更改台账位置(&L)…"), None, None, self.tr("把台账放到另一个文件夹"))
        self.shortcuts_help = self._new(self.tr("快捷键(&K)"), None, "F1", self.tr("列出全部快捷键"))
        self.about = self._new(self.tr("关于销号(&A)"), None, None, self.tr("版本、许可与第三方声明"))

    def _of_rounds(self) -> tuple[QAction, ...]:
        return self.hand_out, self.merge_returned, self.show_returns, self.match_evidence

    def _make_rounds(self) -> None:
        self.hand_out = self._new(
            self.tr("下发表格(&H)…"), "document_arrow_right", None, self.tr("为每个单位生成一份填报表"), grid=16
        )
        self.merge_returned = self._new(
            self.tr("回收表格(&M)…"),
            "mail_inbox_arrow_down",
            None,
            self.tr("读入单位交回的填报表，逐格核对后合并"),
            grid=16,
        )
        self.show_returns = self._new(
            self.tr("交回情况(&R)…"), None, None, self.tr("各单位何时下发、何时应交、是否交回，可催办")
        )
        self.match_evidence = self._new(
            self.tr("对应佐证(&E)…"), None, None, self.tr("按单位填报的佐证名称，在文件夹中找到文件并附上")
        )

    def _make_submissions(self) -> None:
        self.submit_report = self._new(
            self.tr("报送(&S)…"), "send", None, self.tr("检查后定稿，按报送时的样子留存"), grid=16
        )
        self.show_submissions = self._new(
            self.tr("历次报送(&H)…"), None, None, self.tr("打开、比较、另存历次报送的文件")
        )
        self.pack_evidence = self._new(
            self.tr("佐证打包(&E)…"), None, None, self.tr("按任务整理佐证，附卷内目录和校验值")
        )
        self.fill_form = self._new(
            self.tr("填写上级表格(&F)…"), "document_table", None, self.tr("按台账填写上级下发的空表，格式不变"), grid=16
        )

    def _new(
        self, text: str, icon_name: str | None, shortcut: str | None, tip: str, *, word: str = "", grid: int = 20
    ) -> QAction:
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(self._theme, icon_name, grid))
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.setStatusTip(tip)
        action.setIconText(word or text)
        hint = (
            tr("（{0}）").format(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)) if shortcut else ""
        )
        action.setProperty("tip", f"{tip or text}{hint}")
        action.setToolTip(f"{tip or text}{hint}")
        return action

    def _status(self, number: int, label: str) -> QAction:
        text, tip = self.tr("{0}(&{1})").format(label, number), self.tr("选中的任务改为“{0}”").format(label)
        return self._new(text, None, None, tip)

    def _choice(self, text: str, shortcut: str | None, tip: str, *, checked: bool = False) -> QAction:
        action = self._new(text, None, shortcut, tip)
        action.setCheckable(True)
        action.setChecked(checked)
        return action

    def _exclusive(self, *actions: QAction) -> None:
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)


def _enable(action: QAction, enabled: bool, why_not: str) -> None:
    """Switch a command on or off; a command that is off says why in its tooltip."""
    action.setEnabled(enabled)
    action.setToolTip(action.property("tip") if enabled else why_not)
