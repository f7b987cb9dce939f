"""Reports: what they are drafted from, and the files they are written to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import BadInput, NotFound, Refused, StorageFailure
from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.domain.snapshot import TaskSnapshot, compare
from desktop_app.services import period_record, queries, report_words, settings, urging
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.material import Material, ReportOptions, Since
    from desktop_app.exports.report_model import ReportContent
    from desktop_app.exports.rewording import Wording
    from desktop_app.exports.templates import Template

Progress = Callable[[int, int], None]

SIGNATURE_UNIT, ADDRESSEE = "signature_unit", "addressee"
"""Settings of the workspace: who signs a report and to whom it goes. Unset, both are left for the hand."""


def templates() -> list[Template]:
    """The kinds of report, in the order they are offered."""
    from desktop_app.exports.templates import TEMPLATES

    return list(TEMPLATES.values())


def name_of(template: str) -> str:
    """How a message calls a report of this kind."""
    from desktop_app.exports.templates import find

    return find(template).name


def section_keys(template: str, names: Sequence[str]) -> tuple[str, ...]:
    """The keys of a template's sections by key or Chinese name.

    Raises:
        BadInput: no such template, or it has no such section.
    """
    from desktop_app.exports.templates import find

    known = find(template)
    keys = {word: key for key, words in known.sections.items() for word in (key, words)}
    for name in names:
        if name not in keys:
            offered = f"可用：{'、'.join(known.sections.values())}" if known.sections else "这一文种不分部分"
            raise BadInput(f"{known.name}没有“{name}”这一部分，{offered}")
    return tuple(keys[name] for name in names)


def draft(workspace: Workspace, options: ReportOptions) -> ReportContent:
    """The words and figures of a report, to be shown, printed or written.

    Raises:
        NotFound: no such plan.
        BadInput: no such template or unit, or a period of another form.
        Refused: there is nothing to report.
    """
    return draft_from(gather(workspace, options))


def draft_from(material: Material) -> ReportContent:
    """The same, from what was gathered before."""
    return draft_with_wordings(material)[0]


def draft_with_wordings(material: Material) -> tuple[ReportContent, tuple[Wording, ...]]:
    """The same, with every text of it that the officer can reword."""
    from desktop_app.exports.templates import worded

    return worded(material)


def gather(workspace: Workspace, options: ReportOptions) -> Material:
    """Everything a template may speak of, and the options with what the workspace remembers filled in."""
    from desktop_app.exports.material import Material
    from desktop_app.exports.templates import find

    template = find(options.template)
    options = _filled(workspace, options, template.key)
    plans, rows = chosen(workspace, options.plan)
    rows = _narrowed(rows, options)
    plans = _plans_of(rows, plans)
    material = Material(plans, rows, workspace.today, options)
    period, entries = material.period, {}
    if period is not None:
        entries = period_record.progress_between(workspace, period.first, period.last, options.plan)
    evidence = period_record.evidence_by_task(workspace, [row.id for row in rows])
    urged = urging.days(workspace, before=workspace.today)
    since = None if options.chapters or options.units or options.tasks else _since(workspace, options, rows)
    return Material(plans, rows, workspace.today, options, entries, evidence, urged, since)


def narrowed_to(workspace: Workspace, material: Material, unit: str) -> Material:
    """What was gathered of all units, as a letter to one of them wants it: many letters need not read the record again.

    Raises:
        Refused: the unit has no task in it.
    """
    options = replace(material.options, units=(unit,))
    options = replace(options, rewordings=report_words.kept(workspace, options))
    rows = _narrowed(list(material.rows), options)
    return replace(material, rows=rows, plans=_plans_of(rows, material.plans), options=options)


def _since(workspace: Workspace, options: ReportOptions, rows: list[TaskRow]) -> Since | None:
    """What changed since the last submission on the same plan; a damaged one is left to `verify`."""
    from desktop_app.exports.material import Since
    from desktop_app.services import submissions

    last = submissions.latest(workspace, options.plan)
    if last is None:
        return None
    try:
        changes = compare(submissions.snapshots(last), map(TaskSnapshot.of, rows))
    except StorageFailure:
        return None
    return Since(last.number, last.submitted_on, last.period, changes)


def _plans_of(rows: Sequence[TaskRow], plans: Sequence[PlanRow]) -> list[PlanRow]:
    """Those of the plans that these tasks are from: no other is named."""
    present = {row.plan_id for row in rows}
    return [plan for plan in plans if plan.id in present]


def chosen(workspace: Workspace, plan: int | None) -> tuple[list[PlanRow], list[TaskRow]]:
    """The plans that have tasks, and the tasks, of one plan or of all.

    Raises:
        NotFound: there is no such plan.
        Refused: there is no task.
    """
    plans = [row for row in queries.plans(workspace) if plan is None or row.id == plan]
    if plan is not None and not plans:
        raise NotFound(f"没有编号为{plan}的规划，先查看规划列表")
    rows = queries.tasks(workspace, TaskFilter(plan=plan))
    if not rows:
        raise Refused("没有可导出的任务，应先导入规划")
    return _plans_of(rows, plans), rows


def _filled(workspace: Workspace, options: ReportOptions, template: str) -> ReportOptions:
    """The signature and addressee of the workspace where the officer named none; a circular keeps its own readers."""
    unit, addressee = options.signature_unit, options.addressee
    if unit is None:
        unit = settings.get(workspace, SIGNATURE_UNIT)
    if addressee is None and template in ("progress", "targets"):
        addressee = settings.get(workspace, ADDRESSEE)
    options = replace(options, template=template, signature_unit=unit, addressee=addressee)
    return (
        options
        if options.rewordings is not None
        else replace(options, rewordings=report_words.kept(workspace, options))
    )


def _narrowed(rows: list[TaskRow], options: ReportOptions) -> list[TaskRow]:
    """The tasks of the chosen chapters and units.

    Raises:
        Refused: there is none.
    """
    kept = [row for row in rows if _in_chapters(row, options.chapters) and _of_units(row, options.units)]
    if options.tasks:
        picked = set(options.tasks)
        kept = [row for row in kept if row.id in picked]
    if not kept:
        raise Refused("所选章、单位范围内没有任务，应放宽范围")
    return kept


def _in_chapters(row: TaskRow, chapters: tuple[str, ...]) -> bool:
    return not chapters or any(wanted in row.chapter for wanted in chapters)


def _of_units(row: TaskRow, units: tuple[str, ...]) -> bool:
    named = [name for each in row.assignments for name in (each.name, each.printed)]
    return not units or any(wanted in name for wanted in units for name in named)


def write(path: Path, content: ReportContent, progress: Progress | None = None) -> tuple[int | None, tuple[str, ...]]:
    """Write the report to a .pdf or .docx file; the number of pages of a PDF, and the characters shown as □.

    Raises:
        BadInput: the file has another extension.
        StorageFailure: what was written does not hold what was to be written.
    """
    suffix = path.suffix.lower()
    if suffix == ".tmp":
        suffix = path.with_suffix("").suffix.lower()
    if suffix == ".pdf":
        return _write_pdf(path, content, progress)
    if suffix == ".docx":
        return _write_docx(path, content, progress)
    raise BadInput(f"报告文件“{path.name}”的扩展名应为 .pdf 或 .docx，应改名后重试")


def _write_pdf(path: Path, content: ReportContent, progress: Progress | None) -> tuple[int, tuple[str, ...]]:
    from desktop_app.exports.agreement import must_agree
    from desktop_app.exports.report import count_pages, print_report

    printed = print_report(path, content, progress)
    pages = count_pages(path)
    must_agree(pages, printed.pages, "页")
    return pages, printed.replaced


def _write_docx(path: Path, content: ReportContent, progress: Progress | None) -> tuple[None, tuple[str, ...]]:
    from desktop_app.exports.agreement import must_agree
    from desktop_app.exports.report_docx import count_rows, write_docx

    written = write_docx(path, content, progress)
    must_agree(count_rows(path), written, "行")
    return None, ()
