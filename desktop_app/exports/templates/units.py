"""单位清单: what each unit has to do, a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop_app.domain.errors import Refused
from desktop_app.domain.ledger import Tally, TaskRow
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Mark, Status
from desktop_app.exports.figures import NO_UNIT
from desktop_app.exports.material import Material
from desktop_app.exports.report_model import Figure, Paragraph, ReportContent, Section
from desktop_app.exports.sections import two_lines
from desktop_app.exports.table_model import Table, TableColumn, TableRow
from desktop_app.exports.text import for_page, full_date

_COLUMNS = (
    TableColumn("序号", 31),
    TableColumn("任务", 156, centred=False),
    TableColumn("分工", 34),
    TableColumn("完成时限", 56),
    TableColumn("状态\n进度", 46),
    TableColumn("亮灯", 78, light=True),
    TableColumn("佐证\n份数", 32),
)


_SHARED = "一项任务涉及多个单位的，在各单位名下分别列出；“序号”在各单位名下分别编排。"


def draft(material: Material) -> ReportContent:
    """One section a unit: those chosen, or all."""
    groups = _groups(material)
    named = [name for name in groups if name != NO_UNIT]
    if not named:
        raise Refused("所选范围内没有写明单位的任务，不能生成单位清单")
    today = full_date(material.today)
    opening = (
        f"根据{material.named}，按单位列出任务清单，涉及单位{len(named)}个，数据截至{today}。"
        f"{_SHARED if len(groups) > 1 else ''}"
        f"{f'未写明单位的任务{len(groups[NO_UNIT])}项，列于最后。' if NO_UNIT in groups else ''}"
    )
    sections = tuple(_section(name, rows, at > 0) for at, (name, rows) in enumerate(groups.items()))
    return ReportContent(
        f"{material.subject}单位任务清单", material.period_words, opening=opening, sections=sections,
        cells=tuple(_cells(groups)),
    )  # fmt: skip


def _cells(groups: Mapping[str, Sequence[TaskRow]]) -> Iterator[Figure]:
    """Of each unit: its tasks by role, those closed and those overdue."""
    named = [rows for name, rows in groups.items() if name != NO_UNIT]
    everyone = tuple(dict.fromkeys(row.id for rows in named for row in rows))
    yield Figure("涉及单位", str(len(named)), "任务中写明的牵头、配合、责任单位，不重复计", (), everyone)
    for name, rows in groups.items():
        counted = {
            "任务": ("在规划中列为牵头、配合或责任单位的任务", list(rows)),
            **{
                role.label[:2]: (f"列为{role.label}的任务", [row for row in rows if name in row.units(role)])
                for role in Role
            },
            "已销号": ("经核实完成并在台账中办理销号的任务", [row for row in rows if row.status is Status.CLOSED]),
            "逾期": (
                "已过完成时限，尚未销号也未报告完成的任务",
                [row for row in rows if row.signal.mark is Mark.OVERDUE],
            ),
        }
        for word, (definition, chosen) in counted.items():
            yield Figure(f"{name}：{word}", str(len(chosen)), definition, (), tuple(row.id for row in chosen))


def _groups(material: Material) -> dict[str, list[TaskRow]]:
    """The tasks of each unit in outline order, whatever its role; units in the order they are first named."""
    groups: dict[str, list[TaskRow]] = {}
    for row in material.rows:
        for name in row.units() or (NO_UNIT,):
            groups.setdefault(name, []).append(row)
    groups |= {NO_UNIT: groups.pop(NO_UNIT)} if NO_UNIT in groups else {}
    wanted = material.options.units
    return {name: rows for name, rows in groups.items() if not wanted or any(each in name for each in wanted)}


def _section(name: str, rows: Sequence[TaskRow], own_page: bool) -> Section:
    tally = Tally.of(rows)
    words = f"{_counted(name, rows)}{_standing(tally)}。"
    lines = tuple(_line(number, name, row) for number, row in enumerate(rows, 1))
    return Section(
        name if name != NO_UNIT else "未写明单位的任务", (Paragraph(words), Table(_COLUMNS, lines)), own_page
    )


_ALONE = {Role.LEAD: "牵头", Role.SUPPORT: "配合", Role.RESPONSIBLE: "负责"}


def _counted(name: str, rows: Sequence[TaskRow]) -> str:
    """共6项任务（牵头4项，配合2项）; 牵头任务4项."""
    roles = [(role, count) for role in Role if (count := _as(name, role, rows))]
    if len(roles) == 1 and roles[0][1] == len(rows):
        return f"{_ALONE[roles[0][0]]}任务{len(rows)}项"
    told = "，".join(f"{role.label[:2]}{count}项" for role, count in roles)
    return f"共{len(rows)}项任务{f'（{told}）' if told else ''}"


def _standing(tally: Tally) -> str:
    """What is closed, what is late and how far they are; nothing of what there is none of."""
    counts = (("已销号", tally.statuses[Status.CLOSED]), ("逾期", tally.marks[Mark.OVERDUE]))
    told = "".join(f"，{words}{count}项" for words, count in counts if count)
    if tally.statuses[Status.DROPPED] == tally.total:
        return f"{told}，不再适用"
    return f"{told}，{'平均' if tally.total > 1 else ''}进度{tally.percent}%"


def _as(name: str, role: Role, rows: Sequence[TaskRow]) -> int:
    return sum(name in row.units(role) for row in rows)


def _line(number: int, name: str, row: TaskRow) -> TableRow:
    roles = "\n".join(role.label[:2] for role in Role if name in row.units(role))
    percent = f"\n{row.percent}%" if row.status in (Status.IN_PROGRESS, Status.SUSPENDED) else ""
    cells = (
        str(number), f"{row.number}{for_page(row.title) or for_page(row.text)[:60]}", roles or "—",
        two_lines(row.due.date) if row.due else "未定", f"{row.status.label}{percent}", row.signal.word, str(row.evidence),
    )  # fmt: skip
    return TableRow(cells, mark=row.signal.mark)
