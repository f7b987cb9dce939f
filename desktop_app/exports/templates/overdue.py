"""逾期通报: what is late, with whom, for how long, and why."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.task import Mark
from desktop_app.exports import annex, definitions, lateness, sections
from desktop_app.exports.figures import NO_UNIT, by_unit
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
from desktop_app.exports.table_model import RowKind, Table, TableColumn, TableRow
from desktop_app.exports.text import full_date, share

SECTIONS = {"overall": "总体情况", "units": "各单位逾期情况", "overdue": "逾期任务及原因"}

_OWNERS = "逾期任务的牵头单位，只有部分分段逾期的取逾期分段的单位，未写明牵头单位的取责任单位，不重复计"

_SPANS = (("30天以内", 30, Pattern.EMPTY), ("31至90天", 90, Pattern.DIAGONAL), ("90天以上", None, Pattern.CROSS))
_SERIES = tuple(Series(name, pattern) for name, _, pattern in _SPANS)


def draft(material: Material) -> ReportContent:
    """The circular on overdue tasks; the annex holds these alone."""
    late = [row for row in material.rows if row.signal.mark is Mark.OVERDUE]
    narrowed = material.only(late)
    numbers = narrowed.numbers
    figures = _figures(material, late)
    wants = material.wants
    written = (
        _overall(material, late) if wants("overall") else None,
        _units(narrowed) if late and wants("units") else None,
        sections.overdue(late, numbers, material.today) if late and wants("overdue") else None,
    )
    return ReportContent(
        title=f"关于{material.subject}逾期任务的通报",
        period=material.period_words,
        addressee="各有关单位",
        opening=f"现将{material.named}截至{full_date(material.today)}的逾期任务情况通报如下{material.scope}。",
        sections=tuple(section for section in written if section is not None),
        closing="特此通报。",
        signed_on=material.today,
        annexes=_annexes(material, late, figures),
        figures=figures,
        cells=tuple(definitions.of_cells(by_unit(late, lateness.late_owners).items(), late)),
    )


def _annexes(material: Material, late: Sequence[TaskRow], figures: tuple[Figure, ...]) -> tuple[Annex, ...]:
    if not late:
        return ()
    listed = annex.ledger(f"{material.subject}逾期任务清单", late)
    options = material.options
    where = definitions.IN_ANNEX if options.annex else "逾期任务按规划顺序编号"
    told = definitions.as_annex(figures, len(late), where)
    return (*((listed,) if options.annex else ()), *((told,) if options.definitions else ()))


def _overall(material: Material, late: Sequence[TaskRow]) -> Section:
    rows, today = material.rows, full_date(material.today)
    if not late:
        return Section("总体情况", (Paragraph(f"截至{today}，没有逾期任务。"),))
    units = len({unit for row in late for unit in lateness.late_owners(row)})
    spans = _by_span(late, material)
    told_spans = [(name, len(group)) for (name, _, _), group in zip(_SPANS, spans, strict=True) if group]
    counted = "，".join(f"逾期{name}{count}项" for name, count in told_spans)
    counted = (
        f"其中，{counted}" if len(told_spans) > 1 else f"逾期时间{'均' if len(late) > 1 else ''}在{told_spans[0][0]}"
    )
    told = sum(bool(row.latest and row.latest.problems) for row in late)
    silent = sum(row.latest is None for row in late)
    extended = sum(bool(row.due and row.due.extended) for row in late)
    words = (
        f"截至{today}，{_how_many(late, rows)}，{f'涉及牵头（责任）单位{units}个' if units else '未写明牵头（责任）单位'}。"
        f"{counted}。",
        _of_the_late(len(late), ((told, "已填报存在问题"), (silent, "尚未填报进展"), (extended, "办理过延期仍逾期"))),
    )
    return Section("总体情况", tuple(map(Paragraph, filter(None, words))))


def _how_many(late: Sequence[TaskRow], rows: Sequence[TaskRow]) -> str:
    if len(late) == len(rows):
        return f"所列{len(rows)}项任务{'均' if len(rows) > 1 else ''}已逾期"
    return f"{len(rows)}项任务中逾期{len(late)}项，占{share(len(late), len(rows))}"


def _of_the_late(total: int, counts: Sequence[tuple[int, str]]) -> str:
    """What is told of the overdue tasks; no word of what there is none of."""
    told = [(words, count) for count, words in counts if count]
    if len(told) == 1 and told[0][1] == total:
        return f"{'逾期任务均' if total > 1 else '该任务'}{told[0][0]}。"
    return f"逾期任务中，{'，'.join(f'{words}的{count}项' for words, count in told)}。" if told else ""


def _by_span(late: Sequence[TaskRow], material: Material) -> list[list[TaskRow]]:
    groups: list[list[TaskRow]] = [[] for _ in _SPANS]
    for row in late:
        days = lateness.days_late(row, material.today)
        at = next(n for n, (_, most, _) in enumerate(_SPANS) if most is None or days <= most)
        groups[at].append(row)
    return groups


def _units(material: Material) -> Section:
    """A bar and a row for each unit with overdue tasks."""
    groups = by_unit(material.rows, lateness.late_owners)
    bars, lines = [], []
    for name, group in groups.items():
        spans = [len(each) for each in _by_span(group, material)]
        bars.append(Bar(name, tuple(map(float, spans)), str(len(group))))
        longest = max(lateness.days_late(row, material.today) for row in group)
        silent = sum(not (row.latest and row.latest.problems) for row in group)
        urged = len(material.urged.get(name, ()))
        lines.append(TableRow((name, str(len(group)), f"{longest}天", str(silent), f"{urged}次" if urged else "—")))
    total = len(material.rows)
    lines.append(TableRow(("合　　计（任务数，不重复）", str(total), "—", "—", "—"), RowKind.TOTAL))
    columns = (
        TableColumn("牵头（责任）单位", 190, centred=False), TableColumn("逾期任务", 56), TableColumn("最长逾期", 62),
        TableColumn("未填报\n存在问题", 66), TableColumn("已催办", 52),
    )  # fmt: skip
    in_parts = any(row.parts and lateness.late_owners(row) != row.owners for row in material.rows)
    words = sections.shared_words(material.rows)
    words += "任务分段由不同单位负责的，只计入逾期分段的单位。" if in_parts else ""
    # Tasks that name nobody are no unit: they stand behind the rest.
    named = [bar for bar in bars if bar.label != NO_UNIT]
    nobody = [bar for bar in bars if bar.label == NO_UNIT]
    chart = Chart("各单位逾期任务（项）", "单位", _SERIES, (*sections.with_the_rest(named), *nobody))
    told = (Paragraph(words),) if words else ()
    return Section("各单位逾期情况", (*told, chart, Table(columns, tuple(lines))))


def _figures(material: Material, late: Sequence[TaskRow]) -> tuple[Figure, ...]:
    rows = material.rows
    units = len({unit for row in late for unit in lateness.late_owners(row)})
    rate = share(len(late), len(rows))
    everything = (
        _figure("逾期", late, late, "截至数据日期已过完成时限，尚未销号也未报告完成的任务；以现行时限计"),
        _figure("任务总数", late, late, "本通报范围内列入台账的任务；逾期占比以此为分母", str(len(rows))),
        *((_figure("逾期占比", late, late, "逾期任务数除以任务总数", rate),) if len(late) < len(rows) else ()),
        _figure("牵头（责任）单位数", late, late, _OWNERS, str(units)),
        *(
            _figure(f"逾期{name}", late, group, f"逾期{name}的任务，逾期天数自现行时限次日起算")
            for (name, _, _), group in zip(_SPANS, _by_span(late, material), strict=True)
        ),
        _figure(
            "已填报存在问题", late, [row for row in late if row.latest and row.latest.problems], "最近一次进展写有存在问题的逾期任务"
        ),
        _figure("尚未填报进展", late, [row for row in late if row.latest is None], "台账中没有任何进展记录的逾期任务"),
        _figure(
            "办理过延期", late, [row for row in late if row.due and row.due.extended], "时限经延期、按延期后的时限仍逾期的任务"
        ),
    )  # fmt: skip
    return tuple(figure for figure in everything if figure.value not in ("0", "0.0%") or figure.name == "逾期")


def _figure(name: str, late: Sequence[TaskRow], chosen: Sequence[TaskRow], definition: str, value: str = "") -> Figure:
    numbers = {row.id: number for number, row in enumerate(late, 1)}
    return Figure(
        name, value or str(len(chosen)), definition, tuple(numbers[row.id] for row in chosen),
        tuple(row.id for row in chosen),
    )  # fmt: skip
