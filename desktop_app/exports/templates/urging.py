"""催办函: what one unit still owes, and how often it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from desktop_app.domain.errors import BadInput, Refused
from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.task import BEHIND_POINTS, DUE_SOON_DAYS, Mark
from desktop_app.exports.definitions import AHEAD_DAYS, EXPECTED, falls_due
from desktop_app.exports.lateness import days_late, late_owners, open_owners
from desktop_app.exports.material import Material
from desktop_app.exports.report_model import Figure, Paragraph, ReportContent, Section
from desktop_app.exports.sections import two_lines
from desktop_app.exports.table_model import Table, TableColumn, TableRow
from desktop_app.exports.text import closing, for_page, full_date

_COLUMNS = (
    TableColumn("序号", 28),
    TableColumn("任务", 172, centred=False),
    TableColumn("完成时限", 60),
    TableColumn("进度", 36),
    TableColumn("亮灯", 76, light=True),
    TableColumn("最近\n进展", 58),
)


_NAMED_DAYS = 3
"""So many former letters are named by their days."""

_LATE, _AHEAD, _BEHIND = "逾期任务", f"{AHEAD_DAYS}日内到期任务", "进度滞后任务"
_DEFINED = {
    _LATE: "已过完成时限，尚未销号也未报告完成的任务",
    _AHEAD: f"自数据日期起{AHEAD_DAYS}日内到期，未启动或推进中的任务",
    _BEHIND: f"未列入前两类，进度低于序时进度{BEHIND_POINTS}个百分点以上的任务",
}
_LISTED = {
    _LATE: "下列{0}项任务已过完成时限。",
    _AHEAD: f"下列{{0}}项任务将于{AHEAD_DAYS}日内到期。",
    _BEHIND: "下列{0}项任务进度滞后。",
}
_RED = "逾期指已过完成时限、尚未销号也未报告完成。"
_AMBER = f"黄灯指{DUE_SOON_DAYS}日内到期、进度滞后或正在延期。{EXPECTED}。"


def owed(material: Material) -> tuple[str, list[TaskRow], list[TaskRow], list[TaskRow]]:
    """The unit, and of the tasks it answers for: the overdue, those soon due, those behind.

    Raises:
        BadInput: not exactly one unit is meant.
        Refused: it owes nothing.
    """
    unit = _unit(material)
    rows = [row for row in material.rows if unit in row.owners]
    late = sorted(
        (row for row in rows if row.signal.mark is Mark.OVERDUE and unit in late_owners(row)),
        key=lambda row: -days_late(row, material.today),
    )
    last = material.today + timedelta(days=AHEAD_DAYS)
    waiting = [row for row in rows if row.signal.mark is not Mark.OVERDUE and unit in open_owners(row)]
    ahead = [row for row in waiting if falls_due(row, material.today, last)]
    behind = [row for row in waiting if row.signal.word == "滞后" and row not in ahead]
    if not (late or ahead or behind):
        raise Refused(f"{unit}没有逾期、滞后或{AHEAD_DAYS}日内到期的任务，不需要催办")
    return unit, late, ahead, behind


def _unit(material: Material) -> str:
    named = {unit for row in material.rows for unit in row.owners}
    wanted = material.options.units
    if len(wanted) != 1:
        raise BadInput("催办函一次发给一个单位，应指明一个单位")
    found = sorted(name for name in named if name == wanted[0]) or sorted(name for name in named if wanted[0] in name)
    if len(found) > 1:
        raise BadInput(f"“{wanted[0]}”对应{len(found)}个单位：{'、'.join(found)}，应写全称")
    if not found:
        raise Refused(f"没有由“{wanted[0]}”牵头或负责的任务，不能催办")
    return found[0]


def draft(material: Material) -> ReportContent:
    """The letter to one unit."""
    unit, late, ahead, behind = owed(material)
    material = _of_their_plans(material, (*late, *ahead, *behind))
    groups = ((_LATE, late), (_AHEAD, ahead), (_BEHIND, behind))
    sections, number = [], 0
    for heading, rows in groups:
        if rows:
            sections.append(_section(heading, rows, number))
            number += len(rows)
    return ReportContent(
        title=f"关于催办{material.subject}有关任务的函",
        period=material.period_words,
        addressee=unit,
        opening=_opening(material, unit, late, ahead, behind),
        sections=(*sections, _asked(bool(late), bool(ahead or behind))),
        closing="特此函告。",
        signed_on=material.today,
        figures=_figures(groups),
        cells=(_mine(material, unit),),
        urges=unit,
    )


def _of_their_plans(material: Material, urged: Sequence[TaskRow]) -> Material:
    """The plans of these tasks alone, and what belongs to them: no other is cited, and none of its tasks counted."""
    cited = {row.plan_id for row in urged}
    rows = [row for row in material.rows if row.plan_id in cited]
    return replace(material, plans=[plan for plan in material.plans if plan.id in cited], rows=rows)


def _opening(
    material: Material, unit: str, late: Sequence[TaskRow], ahead: Sequence[TaskRow], behind: Sequence[TaskRow]
) -> str:
    mine = sum(unit in row.owners for row in material.rows)
    counts = (
        (len(late), "已逾期"),
        (len(ahead), f"将于{AHEAD_DAYS}日内到期"),
        (len(behind), "进度滞后"),
    )
    stands = "，".join(f"{count}项{words}" for count, words in counts if count)
    if len(late) == mine or len(ahead) == mine or len(behind) == mine:
        word = next(words for count, words in counts if count)
        stands = f"{'均' if mine > 1 else '该任务'}{word}"
    else:
        stands = f"其中{stands}"
    return (
        f"根据{material.named}，贵单位牵头（负责）任务{mine}项。截至{full_date(material.today)}，{stands}。"
        f"{_urged(material, unit)}现将有关任务函告如下。"
    )


def _urged(material: Material, unit: str) -> str:
    """Which letter this is, from the record."""
    days = material.urged.get(unit, ())
    if not days:
        return ""
    named = "、".join(full_date(day) for day in days[-_NAMED_DAYS:])
    before = f"此前已于{named}催办{len(days)}次"
    if len(days) > _NAMED_DAYS:
        before = f"此前已催办{len(days)}次（最近{_NAMED_DAYS}次为{named}）"
    return f"{before}，本次为第{len(days) + 1}次。"


def _section(heading: str, rows: Sequence[TaskRow], before: int) -> Section:
    lines = tuple(_line(number, row) for number, row in enumerate(rows, before + 1))
    problems = [
        Paragraph(f"第{number}项已填报的存在问题：{closing(for_page(row.latest.problems))}。", task=row.id)
        for number, row in enumerate(rows, before + 1)
        if row.latest and row.latest.problems
    ]
    return Section(heading, (Paragraph(_LISTED[heading].format(len(rows))), Table(_COLUMNS, lines), *problems))


def _line(number: int, row: TaskRow) -> TableRow:
    cells = (
        str(number), f"{row.number}{for_page(row.title) or for_page(row.text)[:60]}",
        two_lines(row.due.date) if row.due else "未定", f"{row.percent}%", row.signal.word,
        two_lines(row.latest.on) if row.latest else "尚未填报",
    )  # fmt: skip
    return TableRow(cells, mark=row.signal.mark)


def _asked(late: bool, amber: bool) -> Section:
    words = (
        "请对照上述任务逐项核实，填报进展、存在问题和下一步安排，并附佐证材料；已经完成的，请报送完成情况以便核验销号；"
        "确需延期的，请说明理由和依据，办理延期。",
        f"说明：{_RED if late else ''}{_AMBER if amber else ''}以上均以台账登记为准。",
    )
    return Section("有关要求", tuple(map(Paragraph, words)))


def _mine(material: Material, unit: str) -> Figure:
    """All that the unit answers for; the letter urges about the tasks of its figures alone."""
    tasks = tuple(row.id for row in material.rows if unit in row.owners)
    return Figure(
        "贵单位牵头（负责）任务",
        str(len(tasks)),
        "在规划中列为牵头单位，或未写明牵头单位而列为责任单位的任务",
        (),
        tasks,
    )


def _figures(groups: Sequence[tuple[str, Sequence[TaskRow]]]) -> tuple[Figure, ...]:
    figures, number = [], 0
    for heading, rows in groups:
        if not rows:
            continue
        numbers = tuple(range(number + 1, number + len(rows) + 1))
        figures.append(Figure(heading, str(len(rows)), _DEFINED[heading], numbers, tuple(row.id for row in rows)))
        number += len(rows)
    return tuple(figures)
