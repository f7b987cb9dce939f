"""The arguments of what leaves the ledger: exports, preflight, submissions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.cli import values
from desktop_app.cli.usage import Parser

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions

KINDS = ("ledger", "report", "evidence", "calibration")

_PERIOD = "报告所属期，如 2026-11、2026-Q4、2026-H2、2026 或 2026-03-01..2026-04-15，默认截至今天"
_TEMPLATE = "progress"
_FOR_REPORTS = {
    "--unit": "units",
    "--chapter": "chapters",
    "--period": "period",
    "--template": "template",
    "--title": "title",
    "--addressee": "addressee",
    "--opening": "opening",
    "--closing": "closing",
    "--signature": "signature",
    "--signed-on": "signed_on",
    "--without-annex": "without_annex",
    "--without-charts": "without_charts",
    "--section": "sections",
    "--as-drafted": "as_drafted",
}
"""The options of `_add_choice` that mean nothing to a ledger, and where the parser keeps them."""


Add = Callable[[Any, str, str], Parser]
"""Makes one command with what every command has: from all commands, its name and its help."""


def add_output(commands: Any, add: Add) -> None:
    """export, preflight, submit, submissions, fill."""
    export = add(
        commands, "export", "导出台账（.xlsx）、报告（.pdf、.docx）、佐证材料包（.zip 或文件夹）或校准页（.pdf）"
    )
    export.add_argument("what", choices=KINDS, metavar="|".join(KINDS), help="台账、报告、佐证材料包或校准页")
    export.add_argument("out", type=Path, metavar="OUT", help="导出到哪个文件")
    export.add_argument("--password", metavar="TEXT", default="", help="佐证材料包的密码（AES 加密）")
    _add_choice(export)
    preflight = add(commands, "preflight", "报送前检查：字体、缺字、空白和重复的进展、缺佐证等")
    _add_choice(preflight)
    submit = add(commands, "submit", "定稿报送：按报送时的样子留存 PDF、Word、台账和数据")
    submit.add_argument("--note", metavar="TEXT", default="", help="说明，如报送对象和方式")
    submit.add_argument("--numbers-checked", action="store_true", help="改写写入的台账以外的数字已核对，照此定稿")
    _add_choice(submit)
    submissions = add(commands, "submissions", "列出历次报送；写两个报送号则比较两次报送")
    submissions.add_argument("numbers", type=int, nargs="*", metavar="N", help="报送号")
    submissions.add_argument("--now", action="store_true", help="与当前台账比较")
    submissions.add_argument("--out", type=Path, metavar="FILE", help="把比较结果存为 .pdf 或 .docx")
    _add_fill(add(commands, "fill", "按台账填写上级下发的空表（.xlsx、.docx），格式不变，列的对应记住备用"))


def _add_fill(command: Parser) -> None:
    command.add_argument("form", type=Path, metavar="FORM", help="空表")
    command.add_argument("out", type=Path, metavar="OUT", help="填好的表存为哪个文件")
    command.add_argument("--plan", type=int, metavar="N", help="只填这一文件的任务")
    command.add_argument("--period", metavar="PERIOD", help=_PERIOD)
    command.add_argument(
        "--unit", dest="units", action="append", metavar="UNIT", default=[], help="只取这一单位，可写多次"
    )
    command.add_argument(
        "--light",
        dest="lights",
        type=values.light,
        action="append",
        metavar="LIGHT",
        default=[],
        help="只取这种灯，可写多次",
    )
    command.add_argument("--changed", action="store_true", help="只取报送期内有进展或销号的任务")
    command.add_argument("--signature", metavar="NAME", help="填报单位")
    command.add_argument(
        "--column", dest="columns", action="append", metavar="HEAD=CONTENT", default=[],
        help="指定一列填什么，如 完成情况=进展，可写多次",
    )  # fmt: skip
    command.add_argument("--dry-run", action="store_true", help="只列出各列和空格将填什么，不生成文件")


def _add_choice(command: Parser) -> None:
    """What a report is about and how it begins and ends."""
    command.add_argument("--plan", type=int, metavar="N", help="只导出这一文件的任务")
    command.add_argument("--period", metavar="PERIOD", help=_PERIOD)
    command.add_argument("--template", metavar="NAME", help="文种，如 逾期通报 或 overdue，默认进展情况报告")
    command.add_argument(
        "--unit", dest="units", action="append", metavar="UNIT", default=[], help="只取这一单位，可写多次"
    )
    command.add_argument(
        "--chapter", dest="chapters", action="append", metavar="C", default=[], help="只取这一章，可写多次"
    )
    command.add_argument("--title", metavar="TEXT", default="", help="标题")
    command.add_argument("--addressee", metavar="NAME", help="主送机关")
    command.add_argument("--opening", metavar="TEXT", default="", help="开头一段")
    command.add_argument("--closing", metavar="TEXT", default="", help="结束语")
    command.add_argument("--signature", metavar="NAME", help="落款单位")
    command.add_argument("--signed-on", type=values.day, metavar="DATE", help="成文日期，默认今天")
    command.add_argument("--without-annex", action="store_true", help="不附台账")
    command.add_argument("--without-charts", action="store_true", help="图表改列表格")
    command.add_argument(
        "--section", dest="sections", action="append", metavar="NAME", help="只写这一部分，如 总体情况，可写多次"
    )
    command.add_argument("--as-drafted", action="store_true", help="用起草文字，不用在窗口中改写的文字")


def _sections(arguments: Namespace) -> tuple[str, ...] | None:
    """The keys of the named sections; None for all.

    Raises:
        BadInput: the template has no such section.
    """
    from desktop_app.services import reports

    return reports.section_keys(arguments.template or _TEMPLATE, arguments.sections) if arguments.sections else None


def given_for_reports(arguments: Namespace) -> list[str]:
    """The options given that only what is written as a report has a use for."""
    return [option for option, name in _FOR_REPORTS.items() if getattr(arguments, name)]


def options_of(arguments: Namespace) -> ReportOptions:
    """The report that the arguments ask for."""
    from desktop_app.exports.material import ReportOptions

    return ReportOptions(
        template=arguments.template or _TEMPLATE,
        plan=arguments.plan,
        period=arguments.period,
        chapters=tuple(arguments.chapters),
        units=tuple(arguments.units),
        title=arguments.title,
        addressee=arguments.addressee,
        opening=arguments.opening,
        closing=arguments.closing,
        signature_unit=arguments.signature,
        signed_on=arguments.signed_on,
        annex=not arguments.without_annex,
        charts=not arguments.without_charts,
        sections=_sections(arguments),
        rewordings=() if arguments.as_drafted else None,
    )
