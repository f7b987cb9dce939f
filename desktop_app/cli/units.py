"""`units`: the units of a ledger, those that are probably one, and making them one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer, of_changes
from desktop_app.cli.opening import opened
from desktop_app.cli.table import table
from desktop_app.domain.errors import BadInput, NotFound
from desktop_app.domain.ledger import UnitRow
from desktop_app.domain.unit_names import UnitSuggestion
from desktop_app.services import units as service


def units(arguments: Namespace) -> Answer:
    """List the units, suggest which are one, or merge some."""
    if arguments.suggest and arguments.merge:
        raise BadInput("--suggest 和 --merge 一次只用一个")
    with opened(arguments) as workspace:
        if arguments.merge:
            keep, *others = _named(arguments.merge, service.list_units(workspace))
            return of_changes(service.merge(workspace, keep, others))
        if arguments.suggest:
            found = service.suggestions(workspace)
            return Answer(lambda: [_suggestion_json(each) for each in found], lambda: _suggestion_lines(found))
        rows = service.list_units(workspace)
    return Answer(lambda: [as_json.unit(row) for row in rows], lambda: _lines(rows))


def _named(wanted: Sequence[str], rows: Sequence[UnitRow]) -> list[int]:
    """The ids of units that were named by number, by name or by another name."""
    by_name = {name: row.id for row in rows for name in (*row.aliases, row.name)} | {
        str(row.id): row.id for row in rows
    }
    for name in wanted:
        if name not in by_name:
            raise NotFound(f"没有名称或编号为“{name}”的单位。用 units 命令核对")
    return [by_name[name] for name in wanted]


def _suggestion_json(each: UnitSuggestion) -> as_json.Json:
    return {"keep": as_json.unit(each.keep), "other": as_json.unit(each.other), "reason": each.reason}


def _suggestion_lines(found: Sequence[UnitSuggestion]) -> Iterator[str]:
    if not found:
        yield "没有可能是同一单位的名称"
        return
    cells = [(str(each.keep.id), each.keep.name, str(each.other.id), each.other.name, each.reason) for each in found]
    yield from table(("编号", "保留", "编号", "并入", "理由"), cells, (0, 40, 0, 40, 0))
    yield "合并写作：units --merge 保留的编号 并入的编号"


def _lines(rows: Sequence[UnitRow]) -> Iterator[str]:
    if not rows:
        yield "台账中还没有单位"
        return
    cells = [(str(row.id), row.name, str(row.tasks), "、".join(row.aliases)) for row in rows]
    yield from table(("编号", "单位", "任务", "其他名称"), cells, (0, 40, 0, 60))


COMMANDS = {"units": units}
