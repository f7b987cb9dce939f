"""`history`, `undo`, `redo`, `verify`: what was done, taking it back, and whether all is whole."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer, of_changes
from desktop_app.cli.opening import opened, whole_task
from desktop_app.cli.table import table
from desktop_app.domain.ledger import HistoryRow
from desktop_app.services import history as service
from desktop_app.services import integrity

_DAMAGED = 1


def history(arguments: Namespace) -> Answer:
    """What was done, newest first; of one task when it is named."""
    task = whole_task(arguments.task) if arguments.task else None
    with opened(arguments) as workspace:
        rows = service.entries(workspace, task=task)
    return Answer(lambda: [as_json.entry(row) for row in rows], lambda: _lines(rows))


def undo(arguments: Namespace) -> Answer:
    """Take the last step back."""
    with opened(arguments) as workspace:
        return of_changes(service.undo(workspace))


def redo(arguments: Namespace) -> Answer:
    """Do again what was taken back."""
    with opened(arguments) as workspace:
        return of_changes(service.redo(workspace))


def verify(arguments: Namespace) -> Answer:
    """Compare tables, history and files; exit code 1 when something is damaged."""
    with opened(arguments) as workspace:
        findings = integrity.verify(workspace)

    def lines() -> list[str]:
        if not findings:
            return ["核验完好：台账、操作记录和佐证材料一致"]
        return [*findings, f"发现 {len(findings)} 处问题"]

    return Answer(lambda: {"whole": not findings, "findings": findings}, lines, _DAMAGED if findings else 0)


def _lines(rows: Sequence[HistoryRow]) -> Iterator[str]:
    if not rows:
        yield "还没有操作记录"
        return
    head = ("序号", "时间", "操作", "说明", "")
    cells = [
        (str(row.id), f"{row.at:%Y-%m-%d %H:%M}", row.label, row.detail, "已撤销" if row.undone else "") for row in rows
    ]
    yield from table(head, cells, (0, 0, 50, 50, 0))


COMMANDS = {"history": history, "undo": undo, "redo": redo, "verify": verify}
