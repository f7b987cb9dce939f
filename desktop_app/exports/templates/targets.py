"""指标完成情况: every number a plan sets, what was read of it, when, and where that is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.errors import Refused
from desktop_app.domain.ledger import TargetRow, TaskRow
from desktop_app.exports import definitions
from desktop_app.exports.material import Material
from desktop_app.exports.report_model import (
    Annex,
    Bar,
    Chart,
    Figure,
    Paragraph,
    Pattern,
    ReportContent,
    Section,
    Series,
)
from desktop_app.exports.sections import aim_in_words, aim_of, amount_of, targets_in_words, two_lines, units_in_short
from desktop_app.exports.table_model import TableColumn, TableRow
from desktop_app.exports.text import closing, for_page, full_date

SECTIONS = {"overall": "总体情况", "reached": "已达到的指标", "missed": "未达到的指标", "unread": "尚无读数的指标"}

Found = tuple[int, TaskRow, TargetRow]
"""A target with its number in the annex and its task."""

_MOST_BARS = 20
_MOST_TOLD = 20
_COLUMNS = (
    TableColumn("序号", 30), TableColumn("任务", 98, centred=False), TableColumn("指标", 124, centred=False),
    TableColumn("基期值", 44), TableColumn("目标值", 56), TableColumn("达到\n时限", 50), TableColumn("最新\n读数", 52),
    TableColumn("读数日期", 52), TableColumn("读数来源\n和说明", 74, centred=False), TableColumn("结果", 44),
    TableColumn("牵头（责任）单位", 84, centred=False),
)  # fmt: skip


def draft(material: Material) -> ReportContent:
    """The report on targets; every statement names its number in the annex."""
    pairs = [(row, target) for row in material.rows for target in row.counted_targets]
    found = [(number, row, target) for number, (row, target) in enumerate(pairs, 1)]
    if not found:
        raise Refused("所选范围内没有量化指标")
    return ReportContent(
        title=f"关于{material.subject}指标完成情况的报告",
        period=material.period_words,
        opening=f"现将{material.named}截至{full_date(material.today)}的指标完成情况报告如下{material.scope}。",
        sections=tuple(_sections(material, found)),
        closing="特此报告。",
        signed_on=material.today,
        annexes=_annexes(material, found),
        figures=_figures(found),
    )


def _sections(material: Material, found: Sequence[Found]) -> list[Section]:
    wants = material.wants
    groups = {reached: [each for each in found if each[2].reached is reached] for reached in (True, False, None)}
    written = [_overall(material.rows, found)] if wants("overall") else []
    for key, reached, tell in (("reached", True, _read), ("missed", False, _read), ("unread", None, _unread)):
        if groups[reached] and wants(key):
            told = [Paragraph(tell(each), task=each[1].id) for each in groups[reached][:_MOST_TOLD]]
            rest = len(groups[reached]) - len(told)
            told += [Paragraph(f"其余{rest}项见附件。")] if rest else []
            written.append(Section(SECTIONS[key], tuple(told)))
    return written


def _overall(rows: Sequence[TaskRow], found: Sequence[Found]) -> Section:
    words = f"{targets_in_words(rows)}各项指标的目标值、读数、读数日期和来源见附件。"
    bars = tuple(_bars(found))
    read = sum(bool(target.readings) for _, _, target in found)
    return Section("总体情况", (Paragraph(words), *(_chart(bars, read) if bars else ())))


def _chart(bars: tuple[Bar, ...], read: int) -> Iterator[Paragraph | Chart]:
    """The chart, and before it which of the `read` targets it does not show."""
    beyond, others = max(len(bars) - _MOST_BARS, 0), read - len(bars)
    shown = f"，以下列出前{_MOST_BARS}项，其余{beyond}项见附件。" if beyond else "，列示如下。"
    apart = f"目标值为上限或定值的{others}项不按比例列示。" if others else ""
    if beyond or others:
        yield Paragraph(f"已有读数的指标{read}项，其中可按比例列示的{len(bars)}项{shown}{apart}")
    series = (Series("已完成", Pattern.SOLID), Series("尚差", Pattern.EMPTY))
    caption = "指标完成比例（最新读数占目标值的百分比，超过100的按100绘制）"
    yield Chart(caption, "指标", series, bars[:_MOST_BARS], "占目标值")


def _bars(found: Sequence[Found]) -> list[Bar]:
    """Only targets to grow to can be shown as a share."""
    bars = []
    for number, _, target in found:
        if target.readings and target.op == ">=" and target.value > 0:
            share = 100 * target.readings[-1].value / target.value
            done = round(min(max(share, 0.0), 100.0), 1)
            label = f"{number}. {for_page(target.name)}"
            bars.append(Bar(label, (done, round(100 - done, 1)), f"{share:.1f}%"))
    return bars


def _read(each: Found) -> str:
    number, _, target = each
    last = target.readings[-1]
    by = f"（{full_date(target.by)}前）" if target.by else ""
    source = f"，来源：{closing(for_page(last.note))}" if last.note else "，来源未注明"
    return (
        f"{closing(for_page(target.name))}：{aim_in_words(target)}{by}，{full_date(last.on)}读数"
        f"{amount_of(target, last.value)}{target.unit}{source}{_gap(target)}（附件第{number}项）。"
    )


def _gap(target: TargetRow) -> str:
    """How much is missing, where the target is not reached."""
    difference = abs(target.readings[-1].value - target.value)
    return "" if target.reached else f"，与目标值相差{amount_of(target, round(difference, 6))}{target.unit}"


def _unread(each: Found) -> str:
    number, row, target = each
    by = f"（{full_date(target.by)}前）" if target.by else ""
    return f"{closing(for_page(target.name))}：{aim_in_words(target)}{by}，{_whose(row)}（附件第{number}项）。"


def _whose(row: TaskRow) -> str:
    return f"{units_in_short(row)}负责" if row.owners else "未写明责任单位"


def _annexes(material: Material, found: Sequence[Found]) -> tuple[Annex, ...]:
    options = material.options
    listed = Annex(f"{material.subject}指标明细", _COLUMNS, tuple(map(_line, found)))
    where = definitions.IN_ANNEX if options.annex else "指标按规划顺序编号"
    told = definitions.as_annex(_figures(found), len(found), where)
    return (*((listed,) if options.annex else ()), *((told,) if options.definitions else ()))


def _line(each: Found) -> TableRow:
    number, row, target = each
    last = target.readings[-1] if target.readings else None
    result = {True: "已达到", False: "未达到", None: "无读数"}[target.reached]
    return TableRow((
        str(number), f"{row.number}{for_page(row.title) or for_page(row.text)[:30]}", for_page(target.name),
        "—" if target.baseline is None else f"{amount_of(target, target.baseline)}{target.unit}", aim_of(target),
        two_lines(target.by) if target.by else "—", f"{amount_of(target, last.value)}{target.unit}" if last else "—",
        two_lines(last.on) if last else "—", for_page(last.note) if last else "", result, units_in_short(row),
    ))  # fmt: skip


def _figures(found: Sequence[Found]) -> tuple[Figure, ...]:
    words = (
        (True, "已达到", "最近一次读数达到目标值的指标"),
        (False, "未达到", "最近一次读数未达到目标值的指标"),
        (None, "尚无读数", "台账中没有登记读数的指标"),
    )
    everyone = tuple(row.id for _, row, _ in found)
    total = Figure("量化指标", str(len(found)), definitions.TARGETS, tuple(n for n, _, _ in found), everyone)
    figures = [total]
    for reached, name, definition in words:
        chosen = [(number, row) for number, row, target in found if target.reached is reached]
        if not chosen:
            continue
        tasks = tuple(row.id for _, row in chosen)
        figures.append(Figure(name, str(len(chosen)), definition, tuple(n for n, _ in chosen), tasks))
    return tuple(figures)
