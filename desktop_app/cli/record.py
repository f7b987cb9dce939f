"""`history`, `undo`, `redo`, `backup`, `restore`, `verify`: what was done, taking it back, and whether all is whole."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer, of_changes
from desktop_app.cli.opening import opened, whole_task
from desktop_app.cli.table import table
from desktop_app.domain.ledger import HistoryRow
from desktop_app.services import backups, integrity
from desktop_app.services import history as service
from desktop_app.services.workspace import default_folder

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


def backup(arguments: Namespace) -> Answer:
    """Copy the ledger into the backups."""
    with opened(arguments) as workspace:
        made = backups.make_backup(workspace)
    return Answer(lambda: {"file": str(made)}, lambda: [f"已备份台账：{made}"])


def restore(arguments: Namespace) -> Answer:
    """Put a backup in place of the ledger, which is backed up before."""
    done = backups.restore(arguments.workspace or default_folder(), arguments.backup)

    def lines() -> Iterator[str]:
        yield f"台账已恢复为备份“{done.backup.name}”"
        if done.kept is not None:
            yield f"恢复前的台账保存在：{done.kept}"
        yield "已打开的窗口应关闭后重新打开；佐证材料是否齐全用 verify 核验"

    data = {"restored": str(done.backup), "kept": str(done.kept) if done.kept else None}
    return Answer(lambda: data, lines)


def _lines(rows: Sequence[HistoryRow]) -> Iterator[str]:
    if not rows:
        yield "还没有操作记录"
        return
    head = ("序号", "时间", "操作", "说明", "")
    cells = [
        (str(row.id), f"{row.at:%Y-%m-%d %H:%M}", row.label, row.detail, "已撤销" if row.undone else "") for row in rows
    ]
    yield from table(head, cells, (0, 0, 50, 50, 0))


COMMANDS = {
    "history": history,
    "undo": undo,
    "redo": redo,
    "backup": backup,
    "restore": restore,
    "verify": verify,
}
