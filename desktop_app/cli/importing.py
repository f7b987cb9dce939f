"""`import`: documents and old ledgers into the ledger."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened
from desktop_app.cli.reading import Read, column_lines, columns_json, corrected, read, recalled
from desktop_app.domain.errors import BadInput
from desktop_app.services import plans as service


def import_files(arguments: Namespace) -> Answer:
    """Read every file, then store them: one bad file among several and nothing is stored."""
    if arguments.corrections is not None and len(arguments.files) > 1:
        raise BadInput("更正文件只适用于一份文件，一次导入一份")
    files = [read(file, arguments) for file in arguments.files]
    for found in files:
        # What does not fit is refused before there is a workspace; a ledger is read again by remembered columns.
        corrected(found, arguments.corrections)
    with opened(arguments, create=True) as workspace:
        files = [corrected(recalled(workspace, found, arguments), arguments.corrections) for found in files]
        results = [(found, service.store_plan(workspace, found.plan, found.file, found.corrections)) for found in files]
    return Answer(
        lambda: [_result_json(found, result) for found, result in results],
        lambda: [line for found, result in results for line in _result_lines(found, result)],
    )


def _result_json(found: Read, result: service.ImportResult) -> as_json.Json:
    ledger = {"sheets": columns_json(found)} if found.sheets else {}
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
        **ledger,
    }


def _result_lines(found: Read, result: service.ImportResult) -> Iterator[str]:
    if result.already_stored:
        yield f"已存有同一文件，未作更改：{result.title}（编号 {result.plan_id}）"
        return
    yield f"已导入：{result.title}（编号 {result.plan_id}）"
    yield (
        f"  任务 {result.tasks} 项，单位 {result.units} 个，时限 {result.deadlines} 个，指标 {result.targets} 个；"
        f"读到 {sum(result.coverage.values())} 段："
        + "，".join(f"{use.label} {n}" for use, n in result.coverage.items())
    )
    yield from column_lines(found)
    for doubt in (*result.doubts, *result.changes.warnings):
        yield f"  存疑：{doubt}"


COMMANDS = {"import": import_files}
