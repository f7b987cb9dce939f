"""更新版本: a newer version of a stored plan. What is new comes in, what changed is shown, what is gone keeps its record."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from desktop_app.domain.changes import Changes
from desktop_app.domain.collecting import no_collection
from desktop_app.domain.differences import differences
from desktop_app.domain.errors import BadInput, NotFound
from desktop_app.domain.plan import Kind, Plan
from desktop_app.domain.revision import Change, RevisedTask
from desktop_app.services.commands import execute
from desktop_app.services.plan_rows import text_digest
from desktop_app.services.plans import keep_corrections
from desktop_app.services.revising.matching import Matching, Twin, match_outlines, printed
from desktop_app.services.revising.stored import StoredNode, StoredPlan, by_id, read_stored
from desktop_app.services.revising.writing import NewVersion, Writer
from desktop_app.services.workspace import LEDGER, Workspace
from desktop_app.storage.backup import back_up
from desktop_app.storage.database import reading
from desktop_app.storage.models import Plan as PlanTable

FEW = 0.2
"""With a smaller share of its tasks found again, the file is probably another plan."""


@dataclass(frozen=True, slots=True)
class RevisionResult:
    """What a newer version changes, or did change.

    `tasks` are those that are new, changed, gone or moved, in the order of the new version, gone ones last; `same`
    counts the others. `identical` means that both texts are one and nothing was done. `backup` is the copy made before.
    """

    plan_id: int
    title: str
    tasks: tuple[RevisedTask, ...]
    same: int
    identical: bool
    warnings: tuple[str, ...]
    changes: Changes
    backup: Path | None = None

    def count(self, change: Change) -> int:
        """How many tasks changed in this way."""
        return sum(task.change is change for task in self.tasks)

    @property
    def summary(self) -> str:
        """The counts in one line."""
        counted = [f"{change.label}{self.count(change)}项" for change in Change if self.count(change)]
        return "、".join([*counted, f"未变{self.same}项"])


def compare(workspace: Workspace, plan_id: int, plan: Plan) -> RevisionResult:
    """What `plan` would change as the newer version of a stored plan; nothing is stored.

    Raises:
        NotFound: no such plan.
    """
    with reading(workspace.engine) as connection:
        stored = read_stored(connection, plan_id)
    identical = stored.row.text_digest == text_digest(plan.text)
    return _unchanged(stored, plan) if identical else _result(stored, plan, match_outlines(stored, plan))


def revise(
    workspace: Workspace,
    plan_id: int,
    source: Path,
    plan: Plan | None = None,
    *,
    dry_run: bool = False,
    keep_ticks: bool | Collection[int] = False,
    corrections: str = "",
) -> RevisionResult:
    """Put a newer version in the place of a stored plan: one command, one undo, a backup before.

    Records stay with their tasks. A closed task whose wording changed waits to be checked again, unless `keep_ticks`
    is true or holds its id. A task that is gone is kept as 不再适用. `plan` is what was read from `source`; it is read
    now when left out. `corrections` is the JSON of what the officer corrected in it.

    Raises:
        NotFound: no such plan.
        BadInput: the file is not a plan, or holds no task.
        StorageFailure: the backup or the file could not be written; nothing was changed.
    """
    plan = plan or _read(source)
    if not plan.tasks:
        raise BadInput(f"“{source.name}”中没有读到任务，规划未作更改。核对是否选错文件")
    if dry_run or _is_identical(workspace, plan_id, plan):
        return compare(workspace, plan_id, plan)
    backup = back_up(workspace.folder / LEDGER, workspace.folder / "backups", "更新版本前")
    original = workspace.sources.keep(source)
    kept = workspace.sources.path_of(original.digest, original.extension).relative_to(workspace.folder)
    version = NewVersion(plan, original, kept.as_posix())
    try:
        with no_collection(), execute(workspace, "revise") as command:
            stored = read_stored(command.connection, plan_id)
            matching = match_outlines(stored, plan)
            result = _result(stored, plan, matching)
            keep = (lambda _task: keep_ticks) if isinstance(keep_ticks, bool) else frozenset(keep_ticks).__contains__
            touched = Writer(command, stored, version, matching).write(keep, _summary(result))
            keep_corrections(command, plan_id, corrections)
            command.plans.add(plan_id)
            command.warnings += result.warnings
            command.describe(f"更新《{plan.title}》版本", [plan.source, result.summary], touched)
            changes = command.result()
    except BaseException:
        if original.added:
            workspace.sources.forget(original)
        raise
    return RevisionResult(plan_id, result.title, result.tasks, result.same, False, result.warnings, changes, backup)


def _is_identical(workspace: Workspace, plan_id: int, plan: Plan) -> bool:
    with reading(workspace.engine) as connection:
        digest = connection.scalar(select(PlanTable.text_digest).where(PlanTable.id == plan_id))
    if digest is None:
        raise NotFound(f"没有编号为{plan_id}的规划。用 plans 命令核对编号")
    return digest == text_digest(plan.text)


def _read(source: Path) -> Plan:
    from desktop_app.ingest import read_plan

    plan: Plan = read_plan(source)
    return plan


def _result(stored: StoredPlan, plan: Plan, matching: Matching) -> RevisionResult:
    tasks = tuple(_revised(stored, plan, matching))
    twins = [twin for twin in matching.twins.values() if twin.new.kind is Kind.TASK]
    same = len(twins) - sum(task.change in (Change.CHANGED, Change.MOVED, Change.BACK) for task in tasks)
    changes = Changes(f"更新《{plan.title}》版本")
    return RevisionResult(stored.id, plan.title, tasks, same, False, tuple(_warnings(stored, twins, plan)), changes)


def _unchanged(stored: StoredPlan, plan: Plan) -> RevisionResult:
    changes = Changes(f"《{plan.title}》与台账中的版本相同，未作更改")
    return RevisionResult(stored.id, plan.title, (), len(plan.tasks), True, (), changes)


def _revised(stored: StoredPlan, plan: Plan, matching: Matching) -> list[RevisedTask]:
    """The tasks that are not the same, in the order of the new version, what is gone last."""
    old_places, new_places = _headings(stored), _new_headings(plan)
    revised = []
    for node in plan.tasks:
        twin = matching.twins.get(node.id)
        place = new_places[node.id]
        if twin is None:
            revised.append(RevisedTask(Change.NEW, None, node.number, node.title, place, "", printed(plan, node)))
        elif (change := _change_of(twin)) is not None:
            revised.append(_revised_twin(change, twin, old_places[twin.old.id], place, printed(plan, node)))
    for old in matching.kept:
        if old.gone is None and old.kind is Kind.TASK:
            status = old.standing.status
            words = (old.number, old.title, old_places[old.id], old.printed, "")
            revised.append(RevisedTask(Change.GONE, old.id, *words, old_number=old.number, status=status))
    return revised


def _change_of(twin: Twin) -> Change | None:
    if twin.old.gone is not None:
        return Change.BACK
    if twin.changed:
        return Change.CHANGED
    return Change.MOVED if twin.moved else None


def _revised_twin(change: Change, twin: Twin, was: str, now: str, after: str) -> RevisedTask:
    return RevisedTask(
        change,
        twin.old.id,
        twin.new.number,
        twin.new.title,
        now,
        twin.old.printed,
        after,
        differences(twin.old.printed, after) if twin.changed else (),
        twin.old.number,
        was if twin.moved else "",
        twin.old.standing.status,
    )


def _headings(stored: StoredPlan) -> dict[int, str]:
    every = by_id(stored.nodes)
    return {node.id: _joined(node, every) for node in stored.nodes}


def _joined(node: StoredNode, every: dict[int, StoredNode]) -> str:
    names = []
    at = every.get(node.parent) if node.parent is not None else None
    while at is not None:
        names.append(at.number + at.title)
        at = every.get(at.parent) if at.parent is not None else None
    return " / ".join(reversed(names))


def _new_headings(plan: Plan) -> dict[str, str]:
    paths: dict[str, str] = {}
    names: dict[str | None, str] = {None: ""}
    for node in plan.nodes:
        paths[node.id] = names[node.parent]
        names[node.id] = " / ".join(filter(None, [names[node.parent], node.number + node.title]))
    return paths


def _warnings(stored: StoredPlan, twins: list[Twin], plan: Plan) -> list[str]:
    live = sum(node.kind is Kind.TASK and node.gone is None for node in stored.nodes)
    found = sum(twin.old.gone is None for twin in twins)
    said = ["表中的状态、进度和进展未取用，任务的记录照旧"] if plan.records else []
    if live and found < FEW * live:
        said.append(f"原有{live}项任务中，新文件只有{found}项相同或相近。核对是否选错文件")
    return said


def _summary(result: RevisionResult) -> str:
    counts = {change.value: result.count(change) for change in Change} | {"same": result.same}
    return json.dumps(counts, separators=(",", ":"))
