"""`revise` and `rules`: a newer version of a stored document, and the clauses that speak for all of it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer, of_changes
from desktop_app.cli.opening import opened
from desktop_app.cli.table import table
from desktop_app.domain.differences import Edit, Piece
from desktop_app.domain.errors import NotFound
from desktop_app.domain.ledger import RuleRow
from desktop_app.domain.revision import Change, RevisedTask
from desktop_app.services import plan_rules
from desktop_app.services import revise as service

_MARKS = {Edit.SAME: "{}", Edit.REMOVED: "［删：{}］", Edit.ADDED: "［增：{}］"}


def revise(arguments: Namespace) -> Answer:
    """Compare a newer version with the stored one and, unless only asked to tell, put it in its place."""
    from desktop_app.cli.reading import corrected, read, recalled

    found = read(arguments.file, arguments)
    with opened(arguments) as workspace:
        found = corrected(recalled(workspace, found, arguments), arguments.corrections)
        result = service.revise(
            workspace,
            arguments.plan,
            arguments.file,
            found.plan,
            corrections=found.corrections,
            dry_run=arguments.dry_run,
            keep_ticks=arguments.keep_ticks,
        )
    return Answer(lambda: _json(result, arguments.dry_run), lambda: _lines(result, arguments.dry_run))


def rules(arguments: Namespace) -> Answer:
    """List the clauses of a plan, or apply one."""
    with opened(arguments) as workspace:
        rows = plan_rules.list_rules(workspace, arguments.plan)
        if arguments.apply is None:
            return Answer(lambda: [as_json.rule(row) for row in rows], lambda: _rule_lines(rows))
        if arguments.apply not in {row.id for row in rows}:
            raise NotFound(f"编号为{arguments.plan}的规划没有编号为{arguments.apply}的条款。用 rules 命令核对编号")
        return of_changes(plan_rules.apply_rule(workspace, arguments.apply))


def _json(result: service.RevisionResult, dry_run: bool) -> as_json.Json:
    groups = {change.value: [_task_json(task) for task in result.tasks if task.change is change] for change in Change}
    return {
        "plan": result.plan_id,
        "title": result.title,
        "identical": result.identical,
        "dry_run": dry_run,
        **groups,
        "same": result.same,
        "backup": result.backup.name if result.backup else None,
        "warnings": list(result.warnings),
    }


def _task_json(task: RevisedTask) -> as_json.Json:
    return {
        "task": task.task,
        "number": task.number,
        "title": task.title,
        "path": task.path,
        "old_number": task.old_number,
        "old_path": task.old_path,
        "before": task.before,
        "after": task.after,
        "differences": [{"edit": edit.value, "text": text} for edit, text in task.pieces],
        "status": task.status.value if task.status else None,
        "asks": task.asks,
    }


def _lines(result: service.RevisionResult, dry_run: bool) -> Iterator[str]:
    if result.identical:
        yield result.changes.label
        return
    yield f"{'比较' if dry_run else '已更新'}《{result.title}》：{result.summary}"
    for warning in result.warnings:
        yield f"注意：{warning}"
    for task in result.tasks:
        yield from _task_lines(task)
    if result.backup:
        yield f"更新前的备份：{result.backup.name}"


def _task_lines(task: RevisedTask) -> Iterator[str]:
    number = f"（任务 {task.task}）" if task.task else ""
    moved = f"，原在 {task.old_path}" if task.old_path else ""
    status = f"，{task.status.label}" if task.status else ""
    yield f"{task.change.label}  {task.number}{task.title}{number}{status}{moved}"
    if task.pieces:
        yield f"      {_marked(task.pieces)}"
    elif task.change is Change.NEW:
        yield f"      {task.after}"


def _marked(pieces: Sequence[Piece]) -> str:
    return "".join(_MARKS[edit].format(text) for edit, text in pieces)


def _rule_lines(rows: Sequence[RuleRow]) -> Iterator[str]:
    if not rows:
        yield "没有适用于全文的条款"
        return
    cells = [
        (
            str(row.id),
            row.phrase,
            "、".join(row.units) or (row.date.isoformat() if row.date else ""),
            str(len(row.tasks)),
            row.applied_on.isoformat() if row.applied_on else "",
        )
        for row in rows
    ]
    yield from table(("编号", "条款", "内容", "涉及任务", "套用日期"), cells, (0, 60, 40, 0, 0))


COMMANDS = {"revise": revise, "rules": rules}
