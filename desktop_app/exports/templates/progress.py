"""进展情况报告: how a plan is being carried out, with the ledger as its annex."""

from __future__ import annotations

from desktop_app.exports import annex, definitions, sections, sections_period
from desktop_app.exports.figures import NO_CHAPTER, by_chapter, by_unit
from desktop_app.exports.material import Material
from desktop_app.exports.report_model import Annex, Figure, ReportContent, Section
from desktop_app.exports.text import full_date

SECTIONS = {
    "overall": "总体情况",
    "period": "本期工作进展",
    "overdue": "逾期任务及原因",
    "chapters": "各章进展",
    "units": "各单位进展",
    "targets": "指标完成情况",
    "ahead": "近期到期任务",
    "next": "下一步工作",
    "since": "与上次报送相比的变化",
}


def draft(material: Material) -> ReportContent:
    """The report on the material's tasks. Their standing is always that of today: the record keeps no older lights."""
    figures = _figures(material)
    return ReportContent(
        title=f"关于{material.subject}落实情况的报告",
        period=material.period_words,
        opening=_opening(material),
        sections=_sections(material),
        closing="特此报告。",
        signed_on=material.today,
        annexes=annexes(material, figures),
        figures=figures,
        cells=tuple(_cells(material)),
    )


def annexes(material: Material, figures: tuple[Figure, ...]) -> tuple[Annex, ...]:
    """The ledger and the definitions, as far as they are wanted."""
    options = material.options
    ledger = annex.ledger(f"{material.subject}任务台账", material.rows)
    where = definitions.IN_ANNEX if options.annex else definitions.IN_ORDER
    told = definitions.as_annex(figures, len(material.rows), where)
    return (*((ledger,) if options.annex else ()), *((told,) if options.definitions else ()))


def _sections(material: Material) -> tuple[Section, ...]:
    rows, numbers, today, period = material.rows, material.numbers, material.today, material.period
    wants = material.wants
    written = (
        sections.overall(rows, today, period, material.entries) if wants("overall") else None,
        sections_period.in_period(rows, numbers, period, material.entries) if period and wants("period") else None,
        sections.overdue(rows, numbers, today) if wants("overdue") else None,
        sections.chapters(rows) if wants("chapters") else None,
        sections.units(rows) if wants("units") else None,
        sections.targets(rows, numbers) if wants("targets") else None,
        sections.ahead(rows, numbers, today) if wants("ahead") else None,
        sections.next_steps(rows, today) if wants("next") else None,
        sections_period.since(material.since, numbers) if material.since and wants("since") else None,
    )
    return tuple(section for section in written if section is not None)


def _figures(material: Material) -> tuple[Figure, ...]:
    """The numbers that the report states: of what there is none it says so in words."""
    rows = material.rows
    everything = (
        *definitions.of_standing(rows),
        *definitions.of_scope(rows),
        *definitions.of_period(material),
        *definitions.of_evidence(rows),
        *definitions.of_targets(rows),
        *definitions.of_ahead(rows, material.today),
    )
    return tuple(figure for figure in everything if figure.value != "0")


def _cells(material: Material) -> list[Figure]:
    rows = material.rows
    chapters = [(chapter or NO_CHAPTER, group) for (_, chapter), group in by_chapter(rows).items()]
    return [*definitions.of_cells(chapters, rows), *definitions.of_cells(by_unit(rows).items(), rows)]


def _opening(material: Material) -> str:
    named, today = material.named, full_date(material.today)
    if material.period is None:
        return f"现将{named}截至{today}的落实情况报告如下{material.scope}。"
    return f"现将{named}{material.period.words}落实情况报告如下{material.scope}，数据截至{today}。"
