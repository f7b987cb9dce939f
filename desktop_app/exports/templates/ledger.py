"""任务台账: every task with its wording, on turned paper."""

from __future__ import annotations

from desktop_app.exports import annex, definitions
from desktop_app.exports.figures import NO_CHAPTER, by_chapter
from desktop_app.exports.material import Material
from desktop_app.exports.report_model import ReportContent
from desktop_app.exports.text import full_date
from desktop_app.exports.wording import LEGEND


def draft(material: Material) -> ReportContent:
    """The ledger as a document of its own."""
    rows = material.rows
    title = f"{material.subject}任务{'清单' if material.options.tasks else '台账'}"
    figures = tuple(definitions.of_standing(rows))
    note = f"截至{full_date(material.today)}，共{len(rows)}项任务{material.scope}。亮灯：{LEGEND}"
    told = definitions.as_annex(figures, len(rows), definitions.IN_LEDGER)
    return ReportContent(
        title=title,
        period=material.period_words,
        annexes=(annex.full_ledger(title, rows, note), *((told,) if material.options.definitions else ())),
        figures=figures,
        cells=tuple(
            definitions.of_cells([(name or NO_CHAPTER, group) for (_, name), group in by_chapter(rows).items()], rows)
        ),
    )
