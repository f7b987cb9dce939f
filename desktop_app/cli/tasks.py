"""`tasks` and `show`: what is to be done, as a list and one by one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened, whole_task
from desktop_app.cli.table import table
from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.ledger import PartRow, TargetRow, TaskDetail, TaskRow
from desktop_app.domain.numbers import in_digits
from desktop_app.domain.plan import Role
from desktop_app.services import queries


def tasks(arguments: Namespace) -> Answer:
    """List the tasks that meet every condition given."""
    where = TaskFilter(
        plan=arguments.plan,
        unit=arguments.unit,
        status=arguments.status,
        light=arguments.light,
        search=arguments.search,
    )
    with opened(arguments) as workspace:
        rows = queries.tasks(workspace, where)
    return Answer(lambda: [as_json.task(row) for row in rows], lambda: _list(rows))


def show(arguments: Namespace) -> Answer:
    """Everything on record about one task."""
    with opened(arguments) as workspace:
        detail = queries.detail(workspace, whole_task(arguments.task))
    return Answer(lambda: as_json.detail(detail), lambda: _detail(detail))


def _list(rows: Sequence[TaskRow]) -> Iterator[str]:
    if not rows:
        yield "没有符合条件的任务"
        return
    head = ("编号", "灯", "状态", "进度", "时限", "任务", "责任单位", "佐证")
    cells = [
        (
            str(row.id),
            f"{row.light.label} {row.signal.word}",
            row.status.label,
            f"{row.percent}%",
            str(row.due.date) if row.due else "",
            row.label,
            "、".join(row.owners),
            str(row.evidence),
        )
        for row in rows
    ]
    yield from table(head, cells, (0, 0, 0, 0, 0, 40, 30, 0))
    yield f"共 {len(rows)} 项"


def _detail(detail: TaskDetail) -> Iterator[str]:
    row = detail.row
    yield f"{row.id}  {row.label}"
    yield f"出处    {row.plan_title} / {row.path}"
    yield f"状态    {row.status.label}，进度 {row.percent}%" + (f"，序时进度 {row.expected}%" if row.expected else "")
    yield f"灯      {row.light.label}：{row.signal.reason}"
    for role in Role:
        units = row.units(role)
        if units:
            yield f"{role.label}  {'、'.join(units)}"
    for deadline in detail.deadlines:
        moved = f"，原为 {deadline.first_date}，依据：{deadline.basis}" if deadline.basis else ""
        yield f"时限    {deadline.date}（{deadline.phrase}{moved}）"
    for rhythm, phrase in row.recurrences:
        yield f"周期    {rhythm.label}（{phrase}）"
    yield f"原文    {detail.wording}"
    yield from _doubts(detail)
    yield from map(_part, row.parts)
    yield from map(_target, row.targets)
    yield from _entries(detail)


def _doubts(detail: TaskDetail) -> Iterator[str]:
    """What the officer should look at once more."""
    facts = [(each.printed, each.doubt) for each in detail.row.assignments]
    facts += [(each.phrase, each.doubt) for each in detail.deadlines]
    facts += [(each.phrase, each.doubt) for each in detail.row.targets]
    yield from (f"疑点    “{phrase}”：{doubt}" for phrase, doubt in facts if doubt)


def _entries(detail: TaskDetail) -> Iterator[str]:
    """What was entered since: progress, evidence, history."""
    for entry in detail.progress:
        share = f" {entry.percent}%" if entry.percent is not None else ""
        yield f"进展    {entry.on}{share} {entry.text}"
        for name, text in (("问题", entry.problems), ("下步", entry.next_step), ("填报", entry.reporter)):
            if text:
                yield f"        {name}：{text}"
    for file in detail.evidence:
        yield f"佐证    {file.name}（{file.size} 字节，{file.added_on} 附上，编号 {file.link_id}）"
    for step in detail.history:
        yield f"记录    {step.at:%Y-%m-%d %H:%M} {step.label}" + ("（已撤销）" if step.undone else "")


def _part(part: PartRow) -> str:
    due = f"，时限 {part.due.date}" if part.due else ""
    return f"分段 {part.index}  {part.status.label}，{part.percent}%{due}，{part.signal.light.label}：{part.text}"


def _target(target: TargetRow) -> str:
    readings = "，".join(f"{reading.on} 为 {in_digits(reading.value)}" for reading in target.readings) or "未填报"
    start = f"由 {in_digits(target.baseline)}{target.unit}，" if target.baseline is not None else ""
    return f"指标 {target.id}  {target.name}（{start}{target.op} {in_digits(target.value)}{target.unit}）：{readings}"


COMMANDS = {"tasks": tasks, "show": show}
