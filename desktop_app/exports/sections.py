"""The sections of a report, each made from the rows alone: what the record does not hold is said to be missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.domain.filters import lacks_evidence
from desktop_app.domain.ledger import PartRow, ProgressRow, Tally, TargetRow, TaskRow
from desktop_app.domain.numbers import in_digits
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Due, Light, Mark, Status
from desktop_app.exports.definitions import AHEAD_DAYS, closed_in, falls_due
from desktop_app.exports.figures import MARKS, NO_CHAPTER, NO_UNIT, by_chapter, by_unit
from desktop_app.exports.lateness import late_parts, late_since, owners_of
from desktop_app.exports.period import Period
from desktop_app.exports.report_model import Bar, Chart, Level, Paragraph, Pattern, Section, Series
from desktop_app.exports.table_model import RowKind, Table, TableColumn, TableRow
from desktop_app.exports.text import closing, full_date, numeral, share

MOST_OVERDUE = 40
"""So many overdue tasks are described one by one; more would bury the report, and all are in the annex."""

MOST_UNITS = 16
"""So many units have a bar; the others are added up in one."""

Entries = Mapping[int, Sequence[ProgressRow]]

_CHAPTER_HEADS = ("已销号", "待核", "正常", "临期\n滞后", "逾期", "不计")


def overall(rows: Sequence[TaskRow], today: dt.date, period: Period | None, entries: Entries) -> Section:
    """一、总体情况: what stands where, in words; `entries` are the progress entries of the period by task."""
    tally = Tally.of(rows)
    paragraphs = [
        f"{_extent(rows)}截至{full_date(today)}，{_stands(tally, rows)}{_mean(tally)}。{_lights(tally)}",
        _in_period(rows, period, entries),
        _evidence(rows, tally),
    ]
    return Section("总体情况", tuple(Paragraph(text) for text in paragraphs if text))


def _extent(rows: Sequence[TaskRow]) -> str:
    """How many tasks there are, in how many chapters, with how many units."""
    chapters = len({(row.plan_id, row.chapter) for row in rows if row.chapter})
    units = len({unit for row in rows for unit in row.owners})
    spread = f"，分布在{chapters}章" if chapters > 1 else ""
    return f"纳入台账的任务共{len(rows)}项{spread}，{f'涉及牵头（责任）单位{units}个' if units else '未写明牵头（责任）单位'}。"


def _stands(tally: Tally, rows: Sequence[TaskRow]) -> str:
    """已销号2项（占14.3%），推进中3项; of tasks that all stand alike that they do."""
    told = [(status, count) for status, count in _in_report_order(tally.statuses) if count]
    if len(told) == 1:
        return f"{'均' if tally.total > 1 else '该任务'}{_ALL[told[0][0]]}"
    return "，".join(
        f"{status.label}{count}项{closed_share(rows) if status is Status.CLOSED else ''}" for status, count in told
    )


_ALL = {
    Status.CLOSED: "已销号", Status.AWAITING_CHECK: "已完成待核", Status.IN_PROGRESS: "在推进中", Status.NOT_STARTED: "未启动",
    Status.SUSPENDED: "暂缓", Status.DROPPED: "不再适用",
}  # fmt: skip


def _all(count: int) -> str:
    """均, of several."""
    return "均" if count > 1 else ""


def _mean(tally: Tally) -> str:
    """The mean of those that count; tasks that no longer apply have none."""
    if tally.statuses[Status.DROPPED] == tally.total:
        return ""
    return f"，{'平均' if tally.total > 1 else ''}进度{tally.percent}%"


def closed_share(rows: Sequence[TaskRow]) -> str:
    """（占40.0%）, of all tasks."""
    closed = sum(row.status is Status.CLOSED for row in rows)
    return f"（占{share(closed, len(rows))}）"


def _in_report_order(counts: dict[Status, int]) -> list[tuple[Status, int]]:
    order = (Status.CLOSED, Status.AWAITING_CHECK, Status.IN_PROGRESS, Status.NOT_STARTED)
    return [(status, counts[status]) for status in (*order, Status.SUSPENDED, Status.DROPPED)]


def _lights(tally: Tally) -> str:
    counts = {light: sum(tally.marks[mark] for mark in Mark if mark.light is light) for light in Light}
    told = [(_LIGHTS[light], count) for light, count in counts.items() if count]
    if len(told) == 1:
        return f"按时限和序时进度，{_all(tally.total)}{'' if counts[Light.GREY] else '为'}{told[0][0]}。"
    return f"按时限和序时进度，{'，'.join(f'{words}{count}项' for words, count in told)}。"


_LIGHTS = {
    Light.RED: "红灯（逾期）", Light.AMBER: "黄灯（临期、滞后或延期中）", Light.GREEN: "绿灯", Light.GREY: "不计灯",
}  # fmt: skip


def _in_period(rows: Iterable[TaskRow], period: Period | None, entries: Entries) -> str:
    if period is None:
        return ""
    listed = list(rows)
    closed = sum(closed_in(row, period.first, period.last) for row in listed)
    told = sum(bool(entries.get(row.id)) for row in listed)
    if not closed and not told:
        return f"{period.words}，没有新销号的任务，也没有任务填报进展。"
    entered = f"填报进展的任务{told}项" if told else "没有任务填报进展"
    return f"{period.words}，{f'新销号{closed}项' if closed else '没有新销号的任务'}，{entered}。"


def _evidence(rows: Sequence[TaskRow], tally: Tally) -> str:
    """How many tasks that are said to be done can show it."""
    done = [row for row in rows if row.status in (Status.CLOSED, Status.AWAITING_CHECK)]
    every = "各项任务" if len(rows) > 1 else "该项任务"
    attached = f"{every}共附佐证材料{tally.evidence}份次。" if tally.evidence else f"{every}尚未附佐证材料。"
    if not done:
        return attached
    shown, lacking = sum(row.evidence > 0 for row in done), sum(map(lacks_evidence, done))
    counts = (("附有佐证材料", shown), ("已说明未附佐证的原因", len(done) - shown - lacking), ("尚缺佐证材料", lacking))
    told = [(words, count) for words, count in counts if count]
    if len(told) == 1:
        return f"{attached}已销号和待核的{len(done)}项任务{_all(len(done))}{told[0][0]}。"
    return f"{attached}已销号和待核的{len(done)}项任务中，{'，'.join(f'{count}项{words}' for words, count in told)}。"


def overdue(rows: Sequence[TaskRow], numbers: dict[int, int], today: dt.date) -> Section:
    """二、逾期任务及原因: the longest overdue first; `numbers` tells each task's number in the annex."""
    late = [row for row in rows if row.signal.mark is Mark.OVERDUE]
    late.sort(key=lambda row: late_since(row, today))
    if not late:
        return Section("逾期任务及原因", (Paragraph(f"截至{full_date(today)}，没有逾期任务。"),))
    blocks: list[Paragraph] = []
    order = "，按逾期时间由长到短列出" if len(late) > 1 else ""
    for at, row in enumerate(late[:MOST_OVERDUE], 1):
        blocks.append(Paragraph(f"（{numeral(at)}）{closing(row.title or row.text[:24])}", Level.SECOND, row.id))
        blocks.append(Paragraph(_why_late(row, numbers[row.id], today), task=row.id))
    if len(late) > MOST_OVERDUE:
        blocks.append(Paragraph(f"以上为逾期时间最长的{MOST_OVERDUE}项，其余{len(late) - MOST_OVERDUE}项见附件。"))
    return Section(
        "逾期任务及原因",
        (Paragraph(f"截至{full_date(today)}，逾期任务{len(late)}项{order}。"), *blocks),
    )


def _why_late(row: TaskRow, number: int, today: dt.date) -> str:
    # The light of a task in parts is that of a part: then the dates of its parts are told and none of its own.
    parts = "；".join(
        f"分段{part.index}{_whose_part(row, part)}{_due_words(part.due)}，{part.signal.word}，进度{part.percent}%"
        for part in late_parts(row)
        if part.due
    )
    own = f"，{_due_words(row.due)}，{row.signal.word}" if row.due and row.due.date < today and not parts else ""
    standing = f"{who(row)}{own}，进度{row.percent}%。{f'其中，{parts}。' if parts else ''}"
    return f"{standing}{closing(_reason(row))}（附件第{number}项）。"


def _due_words(due: Due) -> str:
    """时限2021年10月10日（原定2021年9月30日）."""
    return f"时限{full_date(due.date)}{f'（原定{full_date(due.first_date)}）' if due.extended else ''}"


def _whose_part(row: TaskRow, part: PartRow) -> str:
    """（市财政局）, where others answer for the task too."""
    units = owners_of(row, [part])
    return f"（{'、'.join(units)}）" if units and units != row.owners else ""


def who(row: TaskRow) -> str:
    """The role and the units that answer for the task."""
    if not row.owners:
        return "未写明牵头单位"
    role = Role.LEAD if row.units(Role.LEAD) else Role.RESPONSIBLE
    return f"{role.label}{units_in_short(row)}"


def units_in_short(row: TaskRow) -> str:
    """Who answers for the task; more than three are counted."""
    owners = row.owners
    return "、".join(owners) if len(owners) <= 3 else f"{owners[0]}等{len(owners)}个单位"


def _reason(row: TaskRow) -> str:
    if row.latest is None:
        return "尚未填报进展和逾期原因。"
    done = f"截至{full_date(row.latest.on)}的进展：{closing(row.latest.text)}。" if row.latest.text else ""
    why = f"存在问题：{closing(row.latest.problems)}。" if row.latest.problems else "尚未填报逾期原因。"
    step = f"下一步：{closing(row.latest.next_step)}。" if row.latest.next_step else ""
    return f"{done}{why}{step}"


def chapters(rows: Sequence[TaskRow]) -> Section:
    """三、各章进展: one line a chapter, counted by light."""
    lines: list[TableRow] = []
    plan = None
    several = len({row.plan_id for row in rows}) > 1
    for group in by_chapter(rows).values():
        if several and group[0].plan_id != plan:
            plan = group[0].plan_id
            lines.append(TableRow((f"《{group[0].plan_title}》",), RowKind.GROUP))
        lines.append(TableRow((group[0].chapter or NO_CHAPTER, *_counts(Tally.of(group)))))
    lines.append(TableRow(("合　　计", *_counts(Tally.of(rows))), RowKind.TOTAL))
    heads = (TableColumn("章", 215, centred=False), TableColumn("任务", 32))
    marks = tuple(TableColumn(head, 41 if head == "已销号" else 32) for head in _CHAPTER_HEADS)
    return Section("各章进展", (Table((*heads, *marks), tuple(lines)),))


def units(rows: Sequence[TaskRow]) -> Section:
    """各单位进展: a bar a unit, the largest first; tasks that name none come last and are no unit."""
    by_name = by_unit(rows)
    unnamed = by_name.pop(NO_UNIT, [])
    groups = list(by_name.items())
    bars = with_the_rest([_bar(name, Tally.of(group)) for name, group in groups])
    if unnamed:
        bars = (*bars, _bar(NO_UNIT, Tally.of(unnamed)))
    if not groups:
        return Section("各单位进展", (Paragraph("所列任务均未写明牵头（责任）单位。"),))
    if len(groups) == 1 and not unnamed:
        return Section("各单位进展", (Paragraph(f"所列任务{_all(len(rows))}由{groups[0][0]}牵头（负责）。"),))
    order = "，按任务数由多到少列出" if len(groups) > 1 else ""
    apart = f"，另有{len(unnamed)}项任务未写明单位" if unnamed else ""
    words = f"涉及牵头（责任）单位{len(groups)}个{order}{apart}。{shared_words(rows)}"
    return Section("各单位进展", (Paragraph(words), Chart("各单位任务进展（项）", "单位", SERIES, bars)))


def shared_words(rows: Iterable[TaskRow]) -> str:
    """How a task of several units is counted, where there is one."""
    several = any(len(row.owners) > 1 for row in rows)
    return "有多个牵头（责任）单位的任务，在各单位名下分别计数。" if several else ""


def with_the_rest(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """As many bars of units as a chart holds; those beyond are added up in a last one, so that none is left out."""
    rest = bars[MOST_UNITS:]
    if not rest:
        return tuple(bars)
    sums = tuple(sum(values) for values in zip(*(bar.values for bar in rest), strict=True))
    return (*bars[:MOST_UNITS], Bar(f"其余{len(rest)}个单位", sums, f"{sum(sums):g}"))


SERIES = (
    Series("已销号", Pattern.SOLID), Series("待核", Pattern.UPRIGHT), Series("正常", Pattern.DOTS),
    Series("临期滞后", Pattern.DIAGONAL), Series("逾期", Pattern.CROSS), Series("不计灯", Pattern.EMPTY),
)  # fmt: skip
"""The marks in the order of `MARKS`, with the patterns of look.md 4."""


def _bar(name: str, tally: Tally) -> Bar:
    return Bar(name, tuple(float(tally.marks[mark]) for mark in MARKS), str(tally.total))


def next_steps(rows: Sequence[TaskRow], today: dt.date) -> Section | None:
    """下一步工作: what the figures call for, for the officer to put in other words; None where nothing is left to do."""
    late = sum(row.signal.mark is Mark.OVERDUE for row in rows)
    soon = sum(falls_due(row, today, today + dt.timedelta(days=AHEAD_DAYS)) for row in rows)
    behind = sum(row.signal.word == "滞后" for row in rows)
    waiting = sum(row.status is Status.AWAITING_CHECK for row in rows)
    lacking = sum(map(lacks_evidence, rows))
    unread = sum(not target.readings for row in rows for target in row.counted_targets)
    wanted = (
        (late, f"对{late}项逾期任务{'逐项' if late > 1 else ''}核实原因，明确完成日期"),
        (soon, f"对{AHEAD_DAYS}日内到期的{soon}项任务提前调度"),
        (behind, f"对{behind}项进度滞后任务跟踪督促"),
        (waiting, f"对已报告完成的{waiting}项任务核验销号"),
        (lacking, f"补齐{lacking}项任务的佐证材料"),
        (unread, f"补报{unread}项指标的读数"),
    )
    steps = [words for count, words in wanted if count]
    if not steps and not any(row.status in (Status.NOT_STARTED, Status.IN_PROGRESS) for row in rows):
        return None
    if len(steps) > 1:
        steps = [f"{numeral(at)}是{words}" for at, words in enumerate(steps, 1)]
    dated = "按完成时限" if any(row.due for row in rows) else ""
    return Section("下一步工作", (Paragraph(f"{'；'.join(steps) or f'继续{dated}推进所列任务'}。"),))


def _counts(tally: Tally) -> tuple[str, ...]:
    return (str(tally.total), *(str(tally.marks[mark]) for mark in MARKS))


def targets(rows: Sequence[TaskRow], numbers: dict[int, int]) -> Section | None:
    """四、指标完成情况: every target with its latest reading; None where the plan sets no number."""
    found = [(row, target) for row in rows for target in row.counted_targets]
    if not found:
        return None
    words = f"{targets_in_words(rows)}“序号”为附件中的序号。"
    lines = tuple(TableRow((str(numbers[row.id]), *_target_cells(target))) for row, target in found)
    columns = (
        TableColumn("序号", 30), TableColumn("指标", 190, centred=False), TableColumn("目标值", 66),
        TableColumn("最新读数", 66), TableColumn("读数日期", 62), TableColumn("结果", 42),
    )  # fmt: skip
    return Section("指标完成情况", (Paragraph(words), Table(columns, lines)))


def targets_in_words(rows: Iterable[TaskRow]) -> str:
    """How many targets there are and what their last readings say; which are left out of the count."""
    listed = list(rows)
    reached = [target.reached for row in listed for target in row.counted_targets]
    counts = (("已达到", reached.count(True)), ("未达到", reached.count(False)), ("尚无读数", reached.count(None)))
    stands = [f"{words}{count}项" for words, count in counts if count]
    told = f"其中{'，'.join(stands)}" if len(stands) > 1 else _all(len(reached)) + stands[0].rstrip("0123456789项")
    dropped = sum(len(row.targets) for row in listed) - len(reached)
    apart = f"不再适用的任务和分段另有指标{dropped}项，不计在内。" if dropped else ""
    return f"共有量化指标{len(reached)}项，{told}。{apart}"


_SIGNS = {">=": "≥", "<=": "≤", "=": ""}


def aim_of(target: TargetRow) -> str:
    """≥290万."""
    return f"{_SIGNS.get(target.op, target.op)}{amount_of(target, target.value)}{target.unit}"


def _target_cells(target: TargetRow) -> tuple[str, ...]:
    aim = aim_of(target)
    if not target.readings:
        return (target.name, aim, "—", "—", "无读数")
    last = target.readings[-1]
    return (
        target.name, aim, f"{amount_of(target, last.value)}{target.unit}", two_lines(last.on),
        "已达到" if target.reached else "未达到",
    )  # fmt: skip


_ASKS = {">=": "不低于", "<=": "不高于"}


def aim_in_words(target: TargetRow) -> str:
    """目标值不低于290万, for a sentence."""
    return f"目标值{_ASKS.get(target.op, '为')}{amount_of(target, target.value)}{target.unit}"


def amount(value: float) -> str:
    """A number as people write it: 290万, 1.2亿, 500, 99.5."""
    for size, word in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size and round(value / size, 4) * size == value:
            return f"{in_digits(round(value / size, 4))}{word}"
    return in_digits(value)


def amount_of(target: TargetRow, value: float) -> str:
    """A value of the target, in 万 or 亿 only where the plan itself counts so: 10000兆 is not 1万兆."""
    return amount(value) if any(word in target.phrase for word in "万亿") else in_digits(value)


def two_lines(day: dt.date) -> str:
    """A date for a narrow column."""
    return f"{day.year}年\n{day.month}月{day.day}日"


def ahead(rows: Sequence[TaskRow], numbers: dict[int, int], today: dt.date) -> Section:
    """五、近期到期: open tasks due within 30 days, the nearest first."""
    last = today + dt.timedelta(days=AHEAD_DAYS)
    due = [row for row in rows if falls_due(row, today, last)]
    due.sort(key=lambda row: row.due.date if row.due else last)
    span = f"未来{AHEAD_DAYS}日内（至{full_date(last)}）"
    if not due:
        return Section("近期到期任务", (Paragraph(f"{span}没有到期的未完成任务。"),))
    lines = tuple(
        TableRow((str(numbers[row.id]), closing(row.title or row.text[:30]), units_in_short(row), two_lines(row.due.date),
                  f"{row.percent}%", row.signal.word), mark=row.signal.mark)
        for row in due if row.due
    )  # fmt: skip
    columns = (
        TableColumn("序号", 30), TableColumn("任务", 160, centred=False), TableColumn("牵头（责任）单位", 100, centred=False),
        TableColumn("完成时限", 62), TableColumn("进度", 36), TableColumn("亮灯", 66, light=True),
    )  # fmt: skip
    words = f"{span}到期的未完成任务{len(due)}项。“序号”为附件中的序号。"
    return Section("近期到期任务", (Paragraph(words), Table(columns, lines)))
