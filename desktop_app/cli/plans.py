"""`plans` and `corrections`: the documents that are stored, and what was put right in them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened
from desktop_app.cli.table import table
from desktop_app.services import plans as service
from desktop_app.services import queries


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


COMMANDS = {"plans": plans, "corrections": corrections}
