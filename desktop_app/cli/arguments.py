"""Every command of the command line, its arguments and its help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.cli import values
from desktop_app.cli.report_arguments import add_output
from desktop_app.cli.usage import Parser
from desktop_app.domain.old_ledger import OFFERED, UNUSED

PROGRAM = "xiaohao"

_DESCRIPTION = """\
销号：把政策文件变成任务清单，逐项推进、逐项销号、留存佐证，导出台账和报告。
不带命令时打开窗口。任务用编号表示：12 是第12号任务，12.2 是它的第2个分段，12-15 是连续四项。"""

_EPILOG = """\
退出码：0 完成；1 核验发现损坏，或合并有冲突未定（未作更改）；2 用法有误或内容不可用，台账未作更改；3 程序内部出错，详情见台账 logs 文件夹。"""


def build_parser() -> Parser:
    """The whole command line; `command` is None when the window is asked for."""
    parser = Parser(prog=PROGRAM, description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"销号 {__version__}", help="显示版本号")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="把窗口绘成图片后退出（不带命令时可用）")
    _add_common(parser, workspace=None, today=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="命令", parser_class=Parser)
    _add_plans(commands)
    _add_tasks(commands)
    _add_work(commands)
    _add_output(commands)
    _add_exchange(commands)
    _add_record(commands)
    return parser


def _add_common(parser: argparse.ArgumentParser, **defaults: Any) -> None:
    """--workspace and --today, before the command as well as after it."""
    absent = argparse.SUPPRESS
    parser.add_argument(
        "--workspace",
        type=Path,
        metavar="DIR",
        default=defaults.get("workspace", absent),
        help="台账文件夹，默认为程序旁的 workspace 或“文档”中的“销号台账”",
    )
    parser.add_argument(
        "--today",
        type=values.day,
        metavar="DATE",
        default=defaults.get("today", absent),
        help="以这一天为今天，默认取系统日期",
    )


def _add(commands: Any, name: str, help_: str) -> Parser:
    """One command with what every command has."""
    command: Parser = commands.add_parser(name, help=help_, description=f"{help_}。")
    _add_common(command)
    command.add_argument("--json", action="store_true", help="输出一个 JSON 值，供程序读取")
    return command


def _add_plans(commands: Any) -> None:
    parse = _add(commands, "parse", "读取并解析文件，不入库")
    parse.add_argument("file", type=Path, metavar="FILE", help="规划、方案、工作要点，或已有的台账表格")
    _add_reading(parse)
    importing = _add(commands, "import", "读取文件并存入台账")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE", help="一个或多个文件")
    _add_reading(importing)
    corrections = _add(commands, "corrections", "把已存文件的核对更正导出为文件，可用 import --corrections 重放")
    corrections.add_argument("plan", type=int, metavar="PLAN", help="已存文件的编号，见 plans")
    corrections.add_argument("out", type=Path, metavar="OUT.json", help="更正文件写在哪里")
    _add(commands, "plans", "列出已存的文件")
    revise = _add(commands, "revise", "更新已存文件的版本，列出新增、变更、删除的任务，记录保留")
    revise.add_argument("plan", type=int, metavar="PLAN", help="已存文件的编号，见 plans")
    revise.add_argument("file", type=Path, metavar="FILE", help="新版本的文件")
    revise.add_argument("--dry-run", action="store_true", help="只比较，不作更改")
    revise.add_argument("--keep-ticks", action="store_true", help="文字有改动的已销号任务仍为已销号，默认改为待核")
    _add_reading(revise)
    rules = _add(commands, "rules", "列出适用于全文的条款，可套用到任务")
    rules.add_argument("plan", type=int, metavar="PLAN", help="已存文件的编号，见 plans")
    rules.add_argument("--apply", type=int, metavar="N", help="套用这一条款")
    units = _add(commands, "units", "列出单位，合并同一单位的不同名称")
    units.add_argument("--suggest", action="store_true", help="列出可能是同一单位的名称")
    units.add_argument("--merge", nargs="+", metavar="UNIT", help="把后面的单位并入第一个，写编号或名称")


def _add_reading(command: Parser) -> None:
    """How a file is to be read where it does not say so itself."""
    meanings = "、".join(column.label for column in OFFERED)
    command.add_argument(
        "--columns",
        type=values.columns,
        metavar="栏目=列,…",
        default=[],
        help=f"台账表格各列用作什么，如 任务=C,牵头单位=E；未写的按表头判断，下次同样的表头照此读取。栏目有：{meanings}、{UNUSED}",
    )
    command.add_argument(
        "--sheet", dest="sheets", action="append", metavar="NAME", default=[], help="只读这一工作表，可多次使用"
    )
    command.add_argument("--corrections", type=Path, metavar="FILE.json", help="先照这一更正文件改正再存入")


def _add_tasks(commands: Any) -> None:
    tasks = _add(commands, "tasks", "列出任务")
    tasks.add_argument("--plan", type=int, metavar="N", help="只看这一文件（编号见 plans）")
    tasks.add_argument("--unit", metavar="UNIT", help="只看这一单位，可只写名称的一部分")
    tasks.add_argument("--status", type=values.status, metavar="STATUS", help="只看这一状态，如 推进中 或 in_progress")
    tasks.add_argument("--light", type=values.light, metavar="LIGHT", help="只看这种灯，如 红灯 或 red")
    tasks.add_argument("--search", metavar="TEXT", default="", help="只看含有这些字词的任务，用空格隔开")
    show = _add(commands, "show", "显示一项任务的全部记录")
    _add_task(show)


def _add_work(commands: Any) -> None:
    tick = _add(commands, "tick", "销号")
    _add_task(tick, several=True)
    tick.add_argument("--date", type=values.day, metavar="DATE", help="销号日期，默认今天")
    tick.add_argument("--note", metavar="TEXT", default="", help="说明")
    tick.add_argument("--without-evidence", metavar="REASON", default="", help="没有佐证材料的理由")

    reopen = _add(commands, "reopen", "撤回销号，重新推进")
    _add_task(reopen, several=True)
    reopen.add_argument("--reason", metavar="TEXT", required=True, help="理由")

    status = _add(commands, "status", "改变状态")
    _add_task(status, several=True)
    status.add_argument("status", type=values.status, metavar="STATUS", help="状态，如 推进中 或 in_progress")

    progress = _add(commands, "progress", "填报进展")
    _add_task(progress)
    progress.add_argument("--text", metavar="TEXT", required=True, help="进展情况")
    progress.add_argument("--percent", type=values.percent, metavar="N", help="完成进度，0 至 100")
    progress.add_argument("--problems", metavar="TEXT", default="", help="存在问题")
    progress.add_argument("--next", dest="next_step", metavar="TEXT", default="", help="下步打算")
    progress.add_argument("--reporter", metavar="NAME", default="", help="填报人或填报单位")
    progress.add_argument("--date", type=values.day, metavar="DATE", help="日期，默认今天")

    extend = _add(commands, "extend", "办理延期")
    _add_task(extend)
    extend.add_argument("date", type=values.day, metavar="DATE", help="新的完成时限")
    extend.add_argument("--basis", metavar="TEXT", required=True, help="延期依据")

    reading = _add(commands, "reading", "填报指标的当前值")
    reading.add_argument("target", type=int, metavar="TARGET", help="指标编号，见 show")
    reading.add_argument("value", type=values.number, metavar="VALUE", help="当前值")
    reading.add_argument("--date", type=values.day, metavar="DATE", help="日期，默认今天")
    reading.add_argument("--note", metavar="TEXT", default="", help="说明")

    attach = _add(commands, "attach", "附上佐证材料")
    _add_task(attach, several=True)
    attach.add_argument(
        "--file", dest="files", type=Path, action="extend", nargs="+", metavar="FILE", required=True, help="材料文件"
    )


def _add_output(commands: Any) -> None:
    add_output(commands, _add)
    demo = _add(commands, "demo", "用自带样例演示全过程：导入、销号、佐证、导出")
    demo.add_argument("out", type=Path, metavar="OUTDIR", help="演示结果放在哪个文件夹")


def _add_exchange(commands: Any) -> None:
    handout = _add(commands, "handout", "向各单位下发填报表")
    handout.add_argument("out", type=Path, metavar="OUTDIR", help="填报表放在哪个文件夹")
    handout.add_argument(
        "--unit",
        dest="units",
        action="extend",
        nargs="+",
        metavar="UNIT",
        help="只下发给这些单位，可只写名称的一部分",
    )
    handout.add_argument("--plan", type=int, metavar="N", help="只下发这一文件的任务")
    handout.add_argument("--support", action="store_true", help="配合单位也下发，默认只下发给牵头和责任单位")
    handout.add_argument("--all", action="store_true", help="全部任务都下发，默认只下发未完成和有变化的")
    handout.add_argument("--due", type=values.day, metavar="DATE", help="返回时限")
    handout.add_argument("--contact", metavar="TEXT", default="", help="联系人和电话")
    handout.add_argument("--password", metavar="TEXT", default="", help="锁定单元格的密码，默认不设")
    merge = _add(commands, "merge", "合并各单位返回的填报表")
    merge.add_argument("files", type=Path, nargs="+", metavar="FILE", help="返回的填报表（.xlsx、.xls、.ods）")
    merge.add_argument("--dry-run", action="store_true", help="只说明会怎样合并，不作更改")
    merge.add_argument(
        "--prefer", choices=("ours", "theirs"), help="冲突和存疑的格一律按本地（ours）或按单位（theirs）"
    )


def _add_record(commands: Any) -> None:
    history = _add(commands, "history", "查看操作记录")
    history.add_argument("task", nargs="?", type=values.tasks, metavar="TASK", help="只看这一任务")
    _add(commands, "undo", "撤销上一步")
    _add(commands, "redo", "重做撤销的一步")
    _add(commands, "backup", "备份台账到台账文件夹的 backups 中")
    restore = _add(commands, "restore", "用一份备份恢复台账，恢复前先备份现有台账")
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="备份文件，或 backups 中的文件名")
    _add(commands, "verify", "核验台账、操作记录和佐证材料是否完好")


def _add_task(command: Parser, *, several: bool = False) -> None:
    """TASK, or TASK… where a command takes several."""
    if several:
        command.add_argument("tasks", type=values.tasks, nargs="+", metavar="TASK", help="任务编号，可写多个")
    else:
        command.add_argument("task", type=values.tasks, metavar="TASK", help="任务编号")
