"""Units by name: one row a unit, with the other ways its name is printed; two that are one are merged when the officer says so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import BadInput, NotFound
from desktop_app.domain.ledger import UnitRow
from desktop_app.domain.plan import Kind
from desktop_app.domain.unit_names import UnitSuggestion, suggest
from desktop_app.services.commands import Command, execute
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Alias, Assignment, Node, Unit
from desktop_app.storage.recorder import Recorder, RowUpdate


def unit_key(name: str) -> str:
    """The name without spaces, in half-width forms and simplified letters: the same for two ways to print it."""
    key = "".join(unicodedata.normalize("NFKC", name).split())
    return key if _is_simplified(key) else _simplified(key)


def _is_simplified(text: str) -> bool:
    # GB 2312 holds simplified letters only: most names need no converter, which takes long to load.
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _simplified(text: str) -> str:
    from opencc import OpenCC

    converted: str = OpenCC("t2s").convert(text)
    return converted


def list_units(workspace: Workspace) -> list[UnitRow]:
    """All units in the order they were met, with their other names and the number of tasks they take part in."""
    with reading(workspace.engine) as connection:
        return _units(connection)


def suggestions(workspace: Workspace) -> list[UnitSuggestion]:
    """Pairs of units that are probably one, each with the reason; nothing is changed."""
    return suggest(list_units(workspace))


def merge(workspace: Workspace, keep: int, others: Sequence[int]) -> Changes:
    """Make units one: the assignments of `others` go to `keep`, their names become other names of it.

    Raises:
        BadInput: nothing to merge, or a unit with itself.
        NotFound: no such unit.
    """
    if not others or keep in others:
        raise BadInput("选择两个以上不同的单位再合并")
    with execute(workspace, "merge_units") as command:
        units = {unit.id: unit for unit in _units(command.connection)}
        for unit_id in (keep, *others):
            if unit_id not in units:
                raise NotFound(f"没有编号为{unit_id}的单位。用 units 命令核对编号")
        gone = list(dict.fromkeys(others))
        tasks = _move_assignments(command, keep, gone)
        _move_names(command, keep, [units[unit_id] for unit_id in gone])
        command.recorder.delete("unit", gone)
        names = "、".join(f"“{units[unit_id].name}”" for unit_id in gone)
        command.describe(f"合并单位到“{units[keep].name}”", [names], tasks)
        return command.result()


def _units(connection: Connection) -> list[UnitRow]:
    aliases: dict[int, list[str]] = {}
    for row in connection.execute(select(Alias.unit_id, Alias.printed).order_by(Alias.id)):
        aliases.setdefault(row.unit_id, []).append(row.printed)
    tasks = func.count(Assignment.node_id.distinct())
    wanted = select(Unit.id, Unit.name, tasks).outerjoin(Assignment, Assignment.unit_id == Unit.id)
    rows = connection.execute(wanted.group_by(Unit.id).order_by(Unit.id))
    return [UnitRow(row[0], row[1], tuple(aliases.get(row[0], ())), row[2]) for row in rows]


def _move_assignments(command: Command, keep: int, others: Sequence[int]) -> set[int]:
    """Returns the tasks that have them."""
    columns = (Assignment.id, Assignment.unit_id, Assignment.node_id)
    rows = command.connection.execute(select(*columns).where(Assignment.unit_id.in_(others))).all()
    updates = [RowUpdate(row.id, {"unit_id": row.unit_id}, {"unit_id": keep}) for row in rows]
    command.recorder.update("assignment", updates)
    nodes = {row.node_id for row in rows}
    wanted = select(Node.id).where(Node.id.in_(nodes), Node.kind == Kind.TASK.value)
    return set(command.connection.scalars(wanted))


def _move_names(command: Command, keep: int, others: Sequence[UnitRow]) -> None:
    wanted = select(Alias.id, Alias.unit_id).where(Alias.unit_id.in_([unit.id for unit in others]))
    moved = [
        RowUpdate(row.id, {"unit_id": row.unit_id}, {"unit_id": keep}) for row in command.connection.execute(wanted)
    ]
    command.recorder.update("alias", moved)
    command.recorder.insert("alias", [{"unit_id": keep, "printed": unit.name} for unit in others])


class UnitBook:
    """The units of a workspace while a plan is stored: new names and forms are added as they are met."""

    def __init__(self, connection: Connection) -> None:
        self._units = {row.key: (row.id, row.name) for row in connection.execute(select(Unit.id, Unit.key, Unit.name))}
        names = dict(self._units.values())
        self._aliases: set[str] = set()
        for row in connection.execute(select(Alias.unit_id, Alias.printed)):
            self._aliases.add(row.printed)
            # A name that was merged into another unit stands for that unit from then on.
            self._units.setdefault(unit_key(row.printed), (row.unit_id, names[row.unit_id]))

    def add(self, recorder: Recorder, printed_names: Iterable[str]) -> dict[str, int]:
        """Make sure every name has a unit; returns the unit of each."""
        keys = {printed: unit_key(printed) for printed in dict.fromkeys(printed_names)}
        missing: dict[str, str] = {}
        for printed, key in keys.items():
            if key not in self._units:
                missing.setdefault(key, printed)
        rows = [{"name": printed, "key": key} for key, printed in missing.items()]
        for row, unit_id in zip(rows, recorder.insert("unit", rows), strict=True):
            self._units[row["key"]] = (unit_id, row["name"])
        self._add_aliases(recorder, keys)
        return {printed: self._units[key][0] for printed, key in keys.items()}

    def _add_aliases(self, recorder: Recorder, keys: dict[str, str]) -> None:
        new = [
            {"unit_id": self._units[key][0], "printed": printed}
            for printed, key in keys.items()
            if printed != self._units[key][1] and printed not in self._aliases
        ]
        recorder.insert("alias", new)
        self._aliases.update(str(row["printed"]) for row in new)
