"""The tasks and parts a command is about: looked up, changed by the rules of `standing`, written back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from desktop_app.domain.errors import NotFound
from desktop_app.domain.plan import Kind
from desktop_app.domain.quotes import quoted
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.standing import Standing
from desktop_app.domain.task import Status
from desktop_app.storage.models import EvidenceLink, Node, Part
from desktop_app.storage.recorder import Recorder, RowUpdate

_IDS = func.json_each(bindparam("ids")).table_valued("value")
_NODES = select(
    Node.id,
    Node.kind,
    Node.number,
    Node.title,
    func.substr(Node.text, 1, 20),
    Node.status,
    Node.percent,
    Node.percent_before,
    Node.closed_on,
    Node.close_note,
    Node.no_evidence_reason,
    Node.updated_at,
).where(Node.id.in_(select(_IDS.c.value)))
_PARTS = (
    select(
        Part.node_id,
        Part.id,
        Part.position,
        Part.status,
        Part.percent,
        Part.percent_before,
        Part.closed_on,
        Part.close_note,
    )
    .where(Part.node_id.in_(select(_IDS.c.value)))
    .order_by(Part.node_id, Part.position)
)
_WITH_EVIDENCE = select(EvidenceLink.node_id).where(EvidenceLink.node_id.in_(select(_IDS.c.value))).distinct()

Rule = Callable[[Standing], Standing]


@dataclass(slots=True)
class PartState:
    """A part as found and as it is to be."""

    id: int
    index: int
    found: Standing
    standing: Standing


@dataclass(slots=True)
class TaskState:
    """A task as found and as it is to be."""

    id: int
    number: str
    name: str
    found: Standing
    found_reason: str
    found_updated_at: dt.datetime
    standing: Standing
    no_evidence_reason: str
    parts: list[PartState] = field(default_factory=list)

    def change(self, rule: Rule) -> None:
        """Apply a rule to the task itself."""
        self.standing = rule(self.standing)

    def change_parts(self, rule: Rule, indexes: Iterable[int] | None = None) -> None:
        """Apply a rule to the parts with these indexes, or to all that still apply."""
        wanted = None if indexes is None else set(indexes)
        for part in self.parts:
            chosen = part.standing.status is not Status.DROPPED if wanted is None else part.index in wanted
            if chosen:
                part.standing = rule(part.standing)

    @property
    def part_standings(self) -> list[Standing]:
        """How the parts are to stand."""
        return [part.standing for part in self.parts]

    @property
    def changed(self) -> bool:
        """Whether anything is to be written."""
        own = self.standing != self.found or self.no_evidence_reason != self.found_reason
        return own or any(part.standing != part.found for part in self.parts)


@dataclass(frozen=True, slots=True)
class Selected:
    """A task of the selection: `whole`, or only the parts with these indexes."""

    task: TaskState
    whole: bool
    indexes: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """How labels and messages name it."""
        listed = "" if self.whole else "分段" + "、".join(map(str, self.indexes))
        return self.task.name + listed

    def part_ids(self) -> list[int | None]:
        """What rows about the selection refer to: the task as a whole, or each of the chosen parts."""
        if self.whole:
            return [None]
        return [part.id for part in self.task.parts if part.index in self.indexes]


def select_tasks(connection: Connection, refs: Sequence[TaskRef]) -> list[Selected]:
    """Look the tasks up, in the order asked for, each once.

    Raises:
        NotFound: a number is not that of a task, or a task has no such part, or none was asked for.
    """
    if not refs:
        raise NotFound("未选择任务")
    ids = list(dict.fromkeys(ref.task for ref in refs))
    found = load_states(connection, ids)
    parts: dict[int, list[int] | None] = {}
    for ref in refs:
        state = found.get(ref.task)
        if state is None:
            raise NotFound(f"没有编号为{ref.task}的任务。用 tasks 命令或任务列表核对编号")
        if ref.part is None:
            parts[ref.task] = None
        else:
            _check_part(state, ref.part)
            listed = parts.setdefault(ref.task, [])
            if listed is not None and ref.part not in listed:
                listed.append(ref.part)
    return [Selected(found[id], (p := parts[id]) is None, tuple(sorted(p or ()))) for id in ids]


def load_states(connection: Connection, ids: Sequence[int]) -> dict[int, TaskState]:
    """The tasks among these ids, with their parts."""
    given = {"ids": json.dumps(list(ids))}
    states = {row[0]: _state(row) for row in connection.execute(_NODES, given) if row[1] == Kind.TASK}
    for row in connection.execute(_PARTS, given):
        if row[0] in states:
            standing = Standing(Status(row[3]), *row[4:8])
            states[row[0]].parts.append(PartState(row[1], row[2], standing, standing))
    return states


def _state(row: Sequence[Any]) -> TaskState:
    standing = Standing(Status(row[5]), *row[6:10])
    return TaskState(row[0], row[2], name_of(row[2], row[3], row[4]), standing, row[10], row[11], standing, row[10])


def name_of(number: str, title: str, text: str) -> str:
    """（二十八） names a task well enough; 1. or nothing does not, so the start of the title is added."""
    if number.startswith(("（", "(", "第")):
        return number
    return quoted(f"{number}{title or text}", len(number) + 16)


def _check_part(state: TaskState, index: int) -> None:
    if not state.parts:
        raise NotFound(f"任务{state.id}没有分段，编号写作 {state.id} 即可")
    if index not in {part.index for part in state.parts}:
        raise NotFound(f"任务{state.id}只有{len(state.parts)}个分段，没有第{index}个")


def without_evidence(connection: Connection, ids: Sequence[int]) -> set[int]:
    """Those of the tasks that have no evidence at all."""
    attached = {row[0] for row in connection.execute(_WITH_EVIDENCE, {"ids": json.dumps(list(ids))})}
    return set(ids) - attached


def write_states(recorder: Recorder, states: Iterable[TaskState], moment: dt.datetime) -> None:
    """Write what differs from what was found, and when."""
    listed = list(states)
    recorder.update(
        "part", [_part_update(part) for state in listed for part in state.parts if part.standing != part.found]
    )
    recorder.update("node", [_node_update(state, moment) for state in listed])


def _node_update(state: TaskState, moment: dt.datetime) -> RowUpdate:
    old = _columns(state.found) | {"no_evidence_reason": state.found_reason, "updated_at": state.found_updated_at}
    new = _columns(state.standing) | {"no_evidence_reason": state.no_evidence_reason, "updated_at": moment}
    return RowUpdate(state.id, old, new)


def _part_update(part: PartState) -> RowUpdate:
    return RowUpdate(part.id, _columns(part.found), _columns(part.standing))


def _columns(standing: Standing) -> dict[str, object]:
    return {
        "status": standing.status,
        "percent": standing.percent,
        "percent_before": standing.percent_before,
        "closed_on": standing.closed_on,
        "close_note": standing.close_note,
    }
