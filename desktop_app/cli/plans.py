"""`import` and `plans`: documents into the ledger, and those that are there."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened
from desktop_app.cli.table import table
from desktop_app.ingest import read_plan
from desktop_app.services import plans as service
from desktop_app.services import queries


def import_files(arguments: Namespace) -> Answer:
    """Read every file, then store them: one bad file among several and nothing is stored."""
    read = [(read_plan(file), file) for file in arguments.files]
    with opened(arguments, create=True) as workspace:
        results = [service.store_plan(workspace, plan, file) for plan, file in read]
    return Answer(
        lambda: [_result_json(result) for result in results],
        lambda: [line for result in results for line in _result_lines(result)],
    )


def plans(arguments: Namespace) -> Answer:
    """List the stored plans."""
    with opened(arguments) as workspace:
        rows = queries.plans(workspace)
    head = ("编号", "标题", "文号", "成文日期", "任务", "已销号")

    def lines() -> Iterator[str]:
        if not rows:
            yield "台账中还没有文件，用 import 导入"
            return
        cells = [
            (str(row.id), row.title, row.doc_number or "", str(row.issued_on or ""), str(row.tasks), str(row.closed))
            for row in rows
        ]
        yield from table(head, cells, (0, 56, 30, 0, 0, 0))

    return Answer(lambda: [as_json.plan(row) for row in rows], lines)


def _result_json(result: service.ImportResult) -> as_json.Json:
    return {
        "plan": result.plan_id,
        "title": result.title,
        "already_stored": result.already_stored,
        "coverage": {use.value: count for use, count in result.coverage.items()},
        "tasks": result.tasks,
        "nodes": result.nodes,
        "units": result.units,
        "deadlines": result.deadlines,
        "targets": result.targets,
        "warnings": [*result.doubts, *result.changes.warnings],
    }


def _result_lines(result: service.ImportResult) -> Iterator[str]:
    if result.already_stored:
        yield f"已存有同一文件，未作更改：{result.title}（编号 {result.plan_id}）"
        return
    yield f"已导入：{result.title}（编号 {result.plan_id}）"
    yield (
        f"  任务 {result.tasks} 项，单位 {result.units} 个，时限 {result.deadlines} 个，指标 {result.targets} 个；"
        f"读到 {sum(result.coverage.values())} 段："
        + "，".join(f"{use.label} {n}" for use, n in result.coverage.items())
    )
    for doubt in (*result.doubts, *result.changes.warnings):
        yield f"  存疑：{doubt}"


COMMANDS = {"import": import_files, "plans": plans}
