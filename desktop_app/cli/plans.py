"""`import`, `plans` and `corrections`: documents into the ledger, those that are there, and what was put right in them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened
from desktop_app.cli.reading import Read, column_lines, columns_json, corrected, read, recalled
from desktop_app.cli.table import table
from desktop_app.domain.errors import BadInput
from desktop_app.services import plans as service
from desktop_app.services import queries


def import_files(arguments: Namespace) -> Answer:
    """Read every file, then store them: one bad file among several and nothing is stored."""
    if arguments.corrections is not None and len(arguments.files) > 1:
        raise BadInput("更正文件只适用于一份文件，一次导入一份")
    files = [read(file, arguments) for file in arguments.files]
    with opened(arguments, create=True) as workspace:
        files = [corrected(recalled(workspace, found, arguments), arguments.corrections) for found in files]
        results = [(found, service.store_plan(workspace, found.plan, found.file, found.corrections)) for found in files]
    return Answer(
        lambda: [_result_json(found, result) for found, result in results],
        lambda: [line for found, result in results for line in _result_lines(found, result)],
    )


def corrections(arguments: Namespace) -> Answer:
    """Write what was put right in a stored plan to a file that can be replayed."""
    with opened(arguments) as workspace:
        path = service.export_corrections(workspace, arguments.plan, arguments.out)
    return Answer(lambda: {"file": str(path)}, lambda: [f"已导出核对更正：{path}"])


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


COMMANDS = {"import": import_files, "plans": plans, "corrections": corrections}
