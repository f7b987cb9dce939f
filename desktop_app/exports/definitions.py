"""数据口径: what every counted number of a report means, and which tasks make it up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from desktop_app.domain.filters import lacks_evidence
from desktop_app.domain.ledger import Tally, TaskRow
from desktop_app.domain.task import BEHIND_POINTS, DUE_SOON_DAYS, Mark, Status
from desktop_app.exports.material import Material
from desktop_app.exports.report_model import DEFINITIONS, Annex, Figure
from desktop_app.exports.table_model import TableColumn, TableRow
from desktop_app.exports.text import full_date, share

AHEAD_DAYS = 30
"""近期: due within so many days."""

_MOST_RANGES = 60

IN_ANNEX, IN_LEDGER, IN_ORDER = "附件序号", "台账序号", "任务按规划顺序编号"
"""What the numbers of tasks are: those of the annex, of the ledger that is the document itself, or of no table in it."""

_STATUSES = {
    Status.CLOSED: "经核实完成并在台账中办理销号的任务",
    Status.AWAITING_CHECK: "责任单位报告完成、尚未核验销号的任务",
    Status.IN_PROGRESS: "已启动、尚未完成的任务",
    Status.NOT_STARTED: "台账中尚未登记启动的任务",
    Status.SUSPENDED: "在台账中登记暂缓的任务，不计灯",
    Status.DROPPED: "在台账中登记不再适用的任务，不计灯，不计入平均进度",
}

_MARKS = {
    Mark.OVERDUE: "已过完成时限，尚未销号也未报告完成（红灯）",
    Mark.CAUTION: f"{DUE_SOON_DAYS}日内到期，或进度低于序时进度{BEHIND_POINTS}个百分点以上，或正在延期中（黄灯）",
    Mark.UNCOUNTED: "未定完成时限、暂缓或不再适用，不计灯",
}
_GREEN = (Mark.NORMAL, Mark.TO_CHECK, Mark.CLOSED)
_IN_CELLS = {
    **_MARKS,
    Mark.CLOSED: "已销号的任务",
    Mark.TO_CHECK: "责任单位报告完成、尚未核验销号",
    Mark.NORMAL: "未逾期、不临期、不滞后的在办任务",
}

MEAN = "各项任务登记进度的算术平均值，四舍五入取整，不再适用的不计"
TARGETS = "规划中写有目标值的指标，一个目标值计一项，不再适用的任务和分段的指标不计"
EXPECTED = "序时进度：从成文之日到完成时限，已过时间所占的百分比"


def of_standing(rows: Sequence[TaskRow]) -> list[Figure]:
    """Total, statuses, lights, mean progress."""
    tally = Tally.of(rows)
    numbered = list(enumerate(rows, 1))
    figures = [_figure("任务总数", numbered, "本报告范围内列入台账的任务，一个条目计一项，分段不另计")]
    for status, words in _STATUSES.items():
        chosen = [(number, row) for number, row in numbered if row.status is status]
        figures += [_figure(status.label, chosen, words)] if chosen else []
    for mark, words in _MARKS.items():
        chosen = [(number, row) for number, row in numbered if row.signal.mark is mark]
        figures += [_figure(mark.label, chosen, words)] if chosen else []
    behind = [(number, row) for number, row in numbered if row.signal.word == "滞后"]
    figures += [_figure("进度滞后", behind, f"尚未临期，进度低于序时进度{BEHIND_POINTS}个百分点以上")] if behind else []
    green = [(number, row) for number, row in numbered if row.signal.mark in _GREEN]
    figures += [_figure("绿灯", green, "进度正常、已完成待核和已销号的任务")] if green else []
    kept = [(number, row) for number, row in numbered if row.status is not Status.DROPPED]
    closed = [(number, row) for number, row in numbered if row.status is Status.CLOSED]
    rate = share(len(closed), len(rows))
    figures += [_figure("已销号占比", closed, "已销号任务数除以任务总数", rate)] if 0 < len(closed) < len(rows) else []
    return [*figures, _figure("平均进度", kept, MEAN, f"{tally.percent}%")] if kept else figures


def of_scope(rows: Sequence[TaskRow]) -> list[Figure]:
    """How many chapters the tasks stand in, and how many units answer for them."""
    numbered = list(enumerate(rows, 1))
    in_chapters = [(number, row) for number, row in numbered if row.chapter]
    owned = [(number, row) for number, row in numbered if row.owners]
    chapters = len({(row.plan_id, row.chapter) for _, row in in_chapters})
    units = len({unit for _, row in owned for unit in row.owners})
    figures = (
        [_figure("章数", in_chapters, "所列任务分布的章，按规划原文分章计", str(chapters))] if chapters > 1 else []
    )
    return [
        *figures,
        _figure("牵头（责任）单位数", owned, "任务的牵头单位，未写明牵头单位的取责任单位，不重复计", str(units)),
    ]


def of_cells(groups: Iterable[tuple[str, Sequence[TaskRow]]], rows: Sequence[TaskRow]) -> list[Figure]:
    """The counts of a table or chart of groups by light: each number, with the tasks it counts.

    Two plans may have chapters of one name: groups are told by their turn, not by their names.
    """
    numbers = {row.id: number for number, row in enumerate(rows, 1)}
    cells = []
    for name, group in groups:
        numbered = [(numbers[row.id], row) for row in group]
        cells.append(_figure(f"{name}：任务", numbered, "所列任务"))
        for mark, words in _IN_CELLS.items():
            chosen = [(number, row) for number, row in numbered if row.signal.mark is mark]
            cells += [_figure(f"{name}：{mark.label}", chosen, words)] if chosen else []
    return cells


def of_period(material: Material) -> list[Figure]:
    """What was closed and entered within the period; none without a period."""
    period = material.period
    if period is None:
        return []
    numbered = list(enumerate(material.rows, 1))
    closed = [(n, row) for n, row in numbered if closed_in(row, period.first, period.last)]
    told = [(n, row) for n, row in numbered if material.entries.get(row.id)]
    return [
        _figure("本期新销号", closed, f"销号日期在{period.words}之内，现仍为已销号的任务"),
        _figure("本期填报进展", told, f"填报日期在{period.words}之内至少有一条进展的任务"),
    ]


def of_evidence(rows: Sequence[TaskRow]) -> list[Figure]:
    """What is shown and what is not."""
    numbered = list(enumerate(rows, 1))
    having = [(n, row) for n, row in numbered if row.evidence]
    lacking = [(n, row) for n, row in numbered if lacks_evidence(row)]
    files = sum(row.evidence for row in rows)
    return [
        _figure("佐证材料份次", having, "一份材料附于多项任务的，在各项任务中分别计数", str(files)),
        *_proven(numbered),
        _figure("尚缺佐证", lacking, "已销号或待核，既未附佐证材料也未说明原因的任务"),
    ]


def _proven(numbered: Sequence[tuple[int, TaskRow]]) -> Iterator[Figure]:
    """Of the tasks said to be done: all, those with evidence, those with a reason for having none."""
    done = [(n, row) for n, row in numbered if row.status in (Status.CLOSED, Status.AWAITING_CHECK)]
    if done:
        shown = [(n, row) for n, row in done if row.evidence]
        told = [(n, row) for n, row in done if not row.evidence and not lacks_evidence(row)]
        yield _figure("已销号和待核", done, "状态为已销号或已完成待核的任务")
        yield _figure("已销号和待核中附有佐证", shown, "已销号或待核，附有佐证材料的任务")
        if told:
            yield _figure("已说明未附佐证的原因", told, "已销号或待核，未附佐证材料但在台账中写明原因的任务")


def of_ahead(rows: Sequence[TaskRow], today: dt.date) -> list[Figure]:
    """What falls due soon."""
    last = today + dt.timedelta(days=AHEAD_DAYS)
    chosen = [(n, row) for n, row in enumerate(rows, 1) if falls_due(row, today, last)]
    return [_figure("近期到期", chosen, f"{full_date(today)}至{full_date(last)}到期，未启动或推进中的任务")]


def of_targets(rows: Sequence[TaskRow]) -> list[Figure]:
    """Targets by what their last reading says: numbers count targets, tasks are those they belong to."""
    words = (
        (True, "已达到的指标", "最近一次读数达到目标值"),
        (False, "未达到的指标", "最近一次读数未达到目标值"),
        (None, "尚无读数的指标", "台账中没有登记读数"),
    )
    found = [(n, row, target) for n, row in enumerate(rows, 1) for target in row.counted_targets]
    if not found:
        return []
    everyone = {n: row for n, row, _ in found}
    figures = [_figure("量化指标", everyone.items(), TARGETS, str(len(found)))]
    for reached, name, definition in words:
        chosen = [(n, row) for n, row, target in found if target.reached is reached]
        if chosen:
            figures.append(_figure(name, dict(chosen).items(), definition, str(len(chosen))))
    return figures


def closed_in(row: TaskRow, first: dt.date, last: dt.date) -> bool:
    """Whether the task was closed within these days and still is."""
    return row.status is Status.CLOSED and row.closed_on is not None and first <= row.closed_on <= last


def falls_due(row: TaskRow, first: dt.date, last: dt.date) -> bool:
    """Whether open work falls due within these days."""
    is_open = row.status in (Status.NOT_STARTED, Status.IN_PROGRESS)
    return is_open and row.due is not None and first <= row.due.date <= last


def _figure(name: str, chosen: Iterable[tuple[int, TaskRow]], definition: str, value: str = "") -> Figure:
    listed = list(chosen)
    numbers, tasks = tuple(n for n, _ in listed), tuple(row.id for _, row in listed)
    return Figure(name, value or str(len(listed)), definition, numbers, tasks)


def as_annex(figures: Sequence[Figure], total: int, where: str = IN_ANNEX) -> Annex:
    """The table of definitions; `total` is the number of rows in the annex it refers to by `where`."""
    columns = (
        TableColumn("数据", 80),
        TableColumn("数值", 44),
        TableColumn("口径", 190, centred=False),
        TableColumn(f"对应任务\n（{where}）", 128, centred=False),
    )
    rows = tuple(
        TableRow((each.name, each.value, f"{each.definition}。", numbers_in_words(each.numbers, total, where)))
        for each in figures
    )
    note = f"{EXPECTED}。" if any("序时进度" in each.definition for each in figures) else ""
    return Annex(DEFINITIONS, columns, rows, wide=False, note=note, numbered=False)


def numbers_in_words(numbers: Sequence[int], total: int, where: str = IN_ANNEX) -> str:
    """1—3、7, or 全部; a list nobody could follow is left to the ledger's own columns."""
    if not numbers:
        return "无"
    if len(numbers) == total:
        return "全部"
    starts = [numbers[0], *(b for a, b in pairwise(numbers) if b != a + 1)]
    ends = [*(a for a, b in pairwise(numbers) if b != a + 1), numbers[-1]]
    if len(starts) > _MOST_RANGES:
        return "见附件相应栏" if where == IN_ANNEX else "任务较多，从略"
    return "、".join(str(a) if a == b else f"{a}—{b}" for a, b in zip(starts, ends, strict=True))
