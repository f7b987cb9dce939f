"""Plans come in and go: reading a document, storing it with its original, taking it out again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Select, func, or_, select

from desktop_app.domain.changes import Changes
from desktop_app.domain.collecting import no_collection
from desktop_app.domain.errors import NotFound
from desktop_app.domain.plan import Kind, ParagraphUse, Plan
from desktop_app.services.commands import Command, execute
from desktop_app.services.ledger_records import write_records
from desktop_app.services.plan_rows import text_digest, write_plan
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.evidence_files import KeptFile
from desktop_app.storage.models import (
    Assignment,
    Correction,
    Deadline,
    EvidenceLink,
    Extension,
    GoneNode,
    Node,
    Part,
    PlanRule,
    Progress,
    Reading,
    Recurrence,
    Revision,
    Target,
)
from desktop_app.storage.models import Plan as PlanTable

ProgressCall = Callable[[int, int], None]
STAGES = 2
"""Reading and storing: what the progress of an import counts."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import made of a document; `doubts` are sentences the officer should look at."""

    plan_id: int
    title: str
    already_stored: bool
    coverage: dict[ParagraphUse, int]
    tasks: int
    nodes: int
    units: int
    deadlines: int
    targets: int
    doubts: tuple[str, ...]
    changes: Changes


def import_plan(workspace: Workspace, path: Path, progress: ProgressCall | None = None) -> ImportResult:
    """Read a document and store it; the same document again changes nothing.

    Raises:
        BadInput: the file is not a plan, empty, damaged or gone.
        Cancelled: `progress` raised it; nothing was stored.
    """
    from desktop_app.ingest import read_plan

    report = progress or (lambda _done, _total: None)
    report(0, STAGES)
    plan = read_plan(path)
    report(1, STAGES)
    return store_plan(workspace, plan, path, written=lambda: report(STAGES, STAGES))


def store_plan(
    workspace: Workspace,
    plan: Plan,
    source: Path,
    corrections: str = "",
    written: Callable[[], None] | None = None,
) -> ImportResult:
    """Store a plan that was read from `source`, and the file itself, in one transaction.

    `corrections` is the JSON of what the officer corrected before; it is kept with the plan. `written` is called before the commit and may raise to stop.
    """
    original = workspace.sources.keep(source)
    try:
        with no_collection(), execute(workspace, "import") as command:
            stored = _find_stored(command.connection, plan, original)
            plan_id = _store(command, workspace, plan, original, corrections) if stored is None else stored
            if written:
                written()
            changes = command.result() if stored is None else Changes(f"《{plan.title}》已在台账中")
    except BaseException:
        if original.added:
            workspace.sources.forget(original)
        raise
    if stored is not None and original.added:
        workspace.sources.forget(original)
    return _result(workspace, plan_id, stored is not None, changes)


def _find_stored(connection: Connection, plan: Plan, original: KeptFile) -> int | None:
    same = or_(PlanTable.source_digest == original.digest, PlanTable.text_digest == text_digest(plan.text))
    return connection.scalars(select(PlanTable.id).where(same).limit(1)).first()


def _store(command: Command, workspace: Workspace, plan: Plan, original: KeptFile, corrections: str) -> int:
    path = workspace.sources.path_of(original.digest, original.extension)
    plan_id = write_plan(command, plan, original, path.relative_to(workspace.folder).as_posix())
    keep_corrections(command, plan_id, corrections)
    kept = write_records(command, plan_id, plan.records)
    command.barrier = True
    command.plans.add(plan_id)
    tasks = command.connection.scalars(select(Node.id).where(Node.plan_id == plan_id, Node.kind == Kind.TASK)).all()
    known = f"其中{kept}项连同原台账的状态和进展" if kept else ""
    command.describe(f"导入《{plan.title}》", [plan.source, f"任务{len(tasks)}项", known], tasks)
    return plan_id


def keep_corrections(command: Command, plan_id: int, corrections: str) -> None:
    """Keep the officer's corrections of a plan with it; nothing when there are none."""
    if corrections:
        command.recorder.insert("correction", [{"plan_id": plan_id, "body": corrections, "made_at": command.moment}])


def export_corrections(workspace: Workspace, plan_id: int, path: Path) -> Path:
    """Write the newest corrections of a plan to a file that can be replayed; returns where it is.

    Raises:
        NotFound: no such plan, or nothing was corrected in it.
        BadInput, StorageFailure: `path` cannot be written.
    """
    from desktop_app.exports.atomic import replace_when_done

    wanted = select(Correction.body).where(Correction.plan_id == plan_id).order_by(Correction.id.desc()).limit(1)
    with reading(workspace.engine) as connection:
        body = connection.scalar(wanted)
    if body is None:
        raise NotFound(f"编号为{plan_id}的规划没有核对更正记录")
    with replace_when_done(path) as swap:
        swap.temporary.write_text(body, encoding="utf-8", newline="\n")
    return swap.path


def remove_plan(workspace: Workspace, plan_id: int) -> Changes:
    """Take a plan out with all that was recorded of its tasks; undo brings everything back.

    The original and the evidence files stay in the workspace.

    Raises:
        NotFound: no such plan.
    """
    with execute(workspace, "remove_plan") as command:
        title = command.connection.scalar(select(PlanTable.title).where(PlanTable.id == plan_id))
        if title is None:
            raise NotFound(f"没有编号为{plan_id}的规划。用 plans 命令核对编号")
        nodes = select(Node.id).where(Node.plan_id == plan_id)
        tasks = command.connection.scalars(nodes.where(Node.kind == Kind.TASK)).all()
        for table, ids in (*_rows_of(nodes), *_rows_of_the_plan(plan_id)):
            command.recorder.delete(table, command.connection.scalars(ids).all())
        command.recorder.delete("plan", [plan_id])
        command.plans.add(plan_id)
        command.describe(f"移除《{title}》", [f"任务{len(tasks)}项"], tasks)
        return command.result()


def _rows_of(nodes: Select[int]) -> list[tuple[str, Select[int]]]:
    """All rows that hang on these nodes, children first, and the nodes themselves."""
    targets = select(Target.id).where(Target.node_id.in_(nodes))
    deadlines = select(Deadline.id).where(Deadline.node_id.in_(nodes))
    return [
        ("reading", select(Reading.id).where(Reading.target_id.in_(targets))),
        ("target", targets),
        ("extension", select(Extension.id).where(Extension.deadline_id.in_(deadlines))),
        ("deadline", deadlines),
        ("assignment", select(Assignment.id).where(Assignment.node_id.in_(nodes))),
        ("recurrence", select(Recurrence.id).where(Recurrence.node_id.in_(nodes))),
        ("gone_node", select(GoneNode.id).where(GoneNode.node_id.in_(nodes))),
        ("progress", select(Progress.id).where(Progress.node_id.in_(nodes))),
        ("evidence_link", select(EvidenceLink.id).where(EvidenceLink.node_id.in_(nodes))),
        ("part", select(Part.id).where(Part.node_id.in_(nodes))),
        ("node", nodes.order_by(Node.position)),
    ]


def _rows_of_the_plan(plan_id: int) -> list[tuple[str, Select[int]]]:
    """What hangs on the plan itself."""
    return [
        ("plan_rule", select(PlanRule.id).where(PlanRule.plan_id == plan_id)),
        ("correction", select(Correction.id).where(Correction.plan_id == plan_id)),
        ("revision", select(Revision.id).where(Revision.plan_id == plan_id)),
    ]


def _result(workspace: Workspace, plan_id: int, already_stored: bool, changes: Changes) -> ImportResult:
    """Count what is stored, so that the message tells what the ledger holds."""
    nodes = select(Node.id).where(Node.plan_id == plan_id)
    counts = [
        select(func.count()).select_from(nodes.where(Node.kind == Kind.TASK).subquery()),
        select(func.count()).select_from(nodes.subquery()),
        select(func.count(Assignment.unit_id.distinct())).where(Assignment.node_id.in_(nodes)),
        select(func.count(Deadline.id)).where(Deadline.node_id.in_(nodes)),
        select(func.count(Target.id)).where(Target.node_id.in_(nodes)),
    ]
    kept = select(PlanTable.title, PlanTable.paragraphs, PlanTable.doubts).where(PlanTable.id == plan_id)
    with reading(workspace.engine) as connection:
        title, paragraphs, doubts = connection.execute(kept).one()
        tasks, all_nodes, units, deadlines, targets = (connection.scalars(count).one() for count in counts)
    uses = Counter(use for _index, _start, _end, use, _node in json.loads(paragraphs))
    return ImportResult(
        plan_id=plan_id,
        title=title,
        already_stored=already_stored,
        coverage={use: uses[use] for use in ParagraphUse},
        tasks=tasks,
        nodes=all_nodes,
        units=units,
        deadlines=deadlines,
        targets=targets,
        doubts=tuple(message for _code, message, _span in json.loads(doubts)),
        changes=changes,
    )
