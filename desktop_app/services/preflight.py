"""报送前检查: what a reader of the report would find wanting, said before it is sent; each remark leads to its tasks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.filters import lacks_evidence
from desktop_app.domain.ledger import ProgressRow, TaskRow
from desktop_app.domain.task import Mark, Status
from desktop_app.services import handout, period_record, reports
from desktop_app.services.scratch import scratch_folder
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.material import Material, ReportOptions
    from desktop_app.exports.report import PrintedReport
    from desktop_app.exports.report_model import ReportContent
    from desktop_app.exports.rewording import Wording

_OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")
_NOT_WORDS = re.compile(r"[\W\d_]+")

_SAME_FROM = 12
"""So many characters must agree before two texts are called the same: 正常推进 may be said by anyone."""

_NAMED_UNITS, _NAMED_TASKS = 6, 3


NEW_NUMBERS = "new_numbers"
"""The kind of the remark that must be answered with a yes before a report is frozen."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding. `kind` names the check; a remark that is `good` says that something was looked at and is in order.

    `tasks` are the ids it leads to, `detail` a second line in small type.
    """

    kind: str
    message: str
    tasks: tuple[int, ...] = ()
    detail: str = ""
    good: bool = False


def preflight(workspace: Workspace, options: ReportOptions) -> list[Remark]:
    """Look at what the report of `options` would say and how it would print: what wants care first, then what is good.

    Raises:
        As `reports.draft`.
    """
    from desktop_app.exports.report import print_report

    material = reports.gather(workspace, options)
    content, wordings = reports.draft_with_wordings(material)
    with scratch_folder() as folder:
        printed = print_report(folder / "检查.pdf", content)
    return look(workspace, material, content, wordings, printed)


def look(
    workspace: Workspace,
    material: Material,
    content: ReportContent,
    wordings: Sequence[Wording],
    printed: PrintedReport,
) -> list[Remark]:
    """The same of a report that was drafted and printed already."""
    before = _before(workspace, material)
    found = [
        *_progress(material),
        *_repeated(material, before),
        *_years(material),
        *_twins(material),
        *_targets(material),
        *_evidence(material),
        *_returns(workspace, material),
        *_reworded(wordings),
        *_numbers(_own_texts(content, wordings)),
        *_letter(content),
        *_faces(),
        *_pages(printed, material.rows),
        *_traced(content, wordings),
    ]
    return sorted(found, key=lambda remark: remark.good)


def _before(workspace: Workspace, material: Material) -> Mapping[int, ProgressRow]:
    """The newest entry of each task from before the period."""
    period = material.period
    return period_record.latest_before(workspace, period.first, material.options.plan) if period else {}


def _progress(material: Material) -> Iterator[Remark]:
    """Nothing entered, or late with no reason."""
    open_rows = [row for row in material.rows if row.status in _OPEN]
    silent = [row for row in open_rows if row.latest is None]
    if silent:
        yield _of(silent, "empty_progress", f"{len(silent)}项在办任务没有填报进展")
    if material.period:
        quiet = [row for row in open_rows if row.latest is not None and not material.entries.get(row.id)]
        if quiet:
            yield _of(quiet, "no_entry", f"{len(quiet)}项在办任务本期没有新进展")
    unexplained = [
        row for row in material.rows if row.signal.mark is Mark.OVERDUE and not (row.latest and row.latest.problems)
    ]
    if unexplained:
        yield _of(unexplained, "no_reason", f"{len(unexplained)}项逾期任务未写原因")


def _repeated(material: Material, before: Mapping[int, ProgressRow]) -> Iterator[Remark]:
    """The words of the last period once more."""
    same = [
        row
        for row in material.rows
        if (entries := material.entries.get(row.id)) and row.id in before
        and _words(entries[-1].text) and _words(entries[-1].text) == _words(before[row.id].text)
    ]  # fmt: skip
    if same:
        yield _of(same, "unchanged", f"{len(same)}段进展与上期相同")


def _years(material: Material) -> Iterator[Remark]:
    """Last year's year in this period's words."""
    last_year = str(material.today.year - 1)
    old = [row for row in material.rows if last_year in _YEAR.findall(" ".join(_texts(material, row)))]
    if old:
        yield _of(old, "last_year", f"{len(old)}段进展写有{last_year}年，核对年份")


def _texts(material: Material, row: TaskRow) -> list[str]:
    """What the report would say of a task's progress."""
    entries: Sequence[ProgressRow] = material.entries.get(row.id, ()) if material.period else ()
    spoken = entries or ((row.latest,) if row.latest and not material.period else ())
    return [text for entry in spoken for text in (entry.text, entry.problems, entry.next_step)]


def _twins(material: Material) -> Iterator[Remark]:
    """The same words from different units: one of them was copied."""
    by_words: dict[str, list[TaskRow]] = defaultdict(list)
    for row in material.rows:
        words = _words(row.latest.text) if row.latest else ""
        if len(words) >= _SAME_FROM:
            by_words[words].append(row)
    twins = [row for rows in by_words.values() if len({row.owners for row in rows}) > 1 for row in rows]
    if twins:
        yield _of(twins, "same_text", f"{len(twins)}项任务分属不同单位而进展文字相同")


def _words(text: str) -> str:
    return _NOT_WORDS.sub("", text)


def _targets(material: Material) -> Iterator[Remark]:
    unread = [row for row in material.rows if any(not target.readings for target in row.counted_targets)]
    unproven = [
        row for row in material.rows if not row.evidence and any(target.reached for target in row.counted_targets)
    ]
    if unread:
        count = sum(not target.readings for row in unread for target in row.counted_targets)
        yield _of(unread, "no_reading", f"{count}项指标没有读数")
    if unproven:
        count = sum(bool(target.reached) for row in unproven for target in row.counted_targets)
        yield _of(unproven, "target_evidence", f"{count}项已达到的指标无佐证")


def _evidence(material: Material) -> Iterator[Remark]:
    lacking = [row for row in material.rows if lacks_evidence(row)]
    if lacking:
        yield _of(lacking, "no_evidence", f"{len(lacking)}项已销号或待核任务无佐证")
    else:
        yield Remark("no_evidence", "已销号和待核任务均有佐证或说明", good=True)


def _returns(workspace: Workspace, material: Material) -> Iterator[Remark]:
    """Units that still hold a workbook with tasks of the report: these are reported as they were known before."""
    reported = {row.id for row in material.rows}
    units = list(dict.fromkeys(each.unit for each in handout.owed(workspace, reported)))
    if units:
        detail = f"{'、'.join(units[:_NAMED_UNITS])}{'等' if len(units) > _NAMED_UNITS else ''}，数据截至本地现值"
        yield Remark("not_returned", f"{len(units)}个单位未回表", detail=detail)


def _letter(content: ReportContent) -> Iterator[Remark]:
    """What is left blank for the hand."""
    if content.signed_on and not content.signature_unit:
        yield Remark("no_signature", "未填落款单位", detail="落款处留空，待手写或盖章单位填写")
    if content.signed_on and not content.addressee:
        yield Remark("no_addressee", "未填主送机关", detail="不印主送机关一行")


def _faces() -> Iterator[Remark]:
    """Which faces of the standard are the machine's own."""
    from desktop_app.exports.fonts import standing_in

    replaced = standing_in()
    if not replaced:
        yield Remark("faces", "仿宋、楷体、黑体、小标宋已找到", detail="全部嵌入 PDF", good=True)
        return
    named = "、".join(replaced)
    detail = "；".join(f"{face}改用{name}" for face, name in replaced.items())
    yield Remark("faces", f"{named}未安装", detail=f"{detail}，全部嵌入 PDF")


def _reworded(wordings: Sequence[Wording]) -> Iterator[Remark]:
    """The officer's own words that the record has overtaken."""
    aside = [each for each in wordings if each.laid_aside is not None]
    if aside:
        detail = "台账变化涉及已改写的文字，现按起草文字印出，应重新核对"
        yield Remark("laid_aside", f"{len(aside)}处改写未套用", _tasks(aside), detail)


def _numbers(texts: Sequence[Wording]) -> Iterator[Remark]:
    """Numbers of the officer's own that the record does not bear out: new ones, and those said of another thing."""
    doubtful = [each for each in texts if each.unproven]
    if doubtful:
        detail = f"{named_numbers(texts)}，台账不能印证，核对依据后方可定稿"
        yield Remark(NEW_NUMBERS, f"{len(doubtful)}处文字的数字与台账对不上", _tasks(doubtful), detail)


def own_numbers(content: ReportContent, wordings: Sequence[Wording]) -> tuple[str, ...]:
    """Clauses whose numbers stand in the report because the officer wrote them, not because the record counts so."""
    return tuple(dict.fromkeys(clause for each in _own_texts(content, wordings) for clause in each.unproven))


def _own_texts(content: ReportContent, wordings: Sequence[Wording]) -> tuple[Wording, ...]:
    """All that the officer may have written."""
    from desktop_app.exports.rewording import beside

    return (*wordings, *beside(content))


def named_numbers(texts: Iterable[Wording]) -> str:
    """“已完成12项”、“未启动5项”."""
    return "、".join(dict.fromkeys(f"“{clause}”" for each in texts for clause in each.unproven))


def _tasks(wordings: Sequence[Wording]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.task for each in wordings if each.task is not None))


def _pages(printed: PrintedReport, rows: Iterable[TaskRow]) -> Iterator[Remark]:
    """What the faces could not print."""
    if printed.replaced:
        holding = [row for row in rows if any(char in _all_text(row) for char in printed.replaced)]
        yield _of(holding, "glyphs", f"缺字{len(printed.replaced)}个：{'、'.join(printed.replaced)}，印为□")
    else:
        yield Remark("glyphs", "缺字0个", detail=f"共{printed.pages}页", good=True)
    yield Remark("page", "版心156×225毫米", detail="每页22行，每行28字", good=True)


def _all_text(row: TaskRow) -> str:
    entry = (row.latest.text, row.latest.problems, row.latest.next_step) if row.latest else ()
    return "".join(
        (row.number, row.title, row.text, row.chapter, row.section, *row.units(), *row.evidence_names, *entry)
    )


def _traced(content: ReportContent, wordings: Sequence[Wording]) -> Iterator[Remark]:
    """In order only while the officer's own words bring no number of which the record knows nothing."""
    if content.figures and not own_numbers(content, wordings):
        detail = f"{len(content.figures)}个统计数均列出口径和对应任务"
        yield Remark("traced", "数字均可追溯", detail=detail, good=True)


def _of(rows: Sequence[TaskRow], kind: str, message: str) -> Remark:
    """A remark about tasks, the first of which are named: a number like （二） alone is that of one in every chapter."""
    labels = "、".join(row.label for row in rows[:_NAMED_TASKS]) + ("等" if len(rows) > _NAMED_TASKS else "")
    return Remark(kind, message, tuple(row.id for row in rows), labels)
