"""What the ledger holds, as frozen rows for screens, exports and the command line."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, case, func, select

from desktop_app.domain.collecting import no_collection
from desktop_app.domain.errors import NotFound
from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.ledger import DeadlineRow, EvidenceRow, OutlineRow, PlanRow, TaskDetail, TaskRow
from desktop_app.domain.plan import Kind
from desktop_app.domain.task import Status
from desktop_app.services import history, row_selects
from desktop_app.services.row_building import DEADLINE_KINDS, KINDS, progress_row, read_tasks, span_of
from desktop_app.services.row_selects import Scope
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Evidence, EvidenceLink, GoneNode, Node, Plan, PlanRule, Revision


def plans(workspace: Workspace) -> list[PlanRow]:
    """The stored plans in the order they came, with their counts."""
    closed = func.sum(case((Node.status == Status.CLOSED.value, 1), else_=0))
    counts = (
        select(Node.plan_id, func.count().label("tasks"), closed.label("closed"))
        .where(Node.kind == Kind.TASK.value)
        .group_by(Node.plan_id)
        .subquery()
    )
    wanted = (
        select(
            Plan.id,
            Plan.title,
            Plan.doc_number,
            Plan.issuer,
            Plan.issued_on,
            Plan.source_name,
            func.coalesce(counts.c.tasks, 0),
            func.coalesce(counts.c.closed, 0),
            Plan.imported_at,
            select(func.count() + 1).where(Revision.plan_id == Plan.id).scalar_subquery(),
            select(func.count()).where(PlanRule.plan_id == Plan.id).scalar_subquery(),
        )
        .outerjoin(counts, counts.c.plan_id == Plan.id)
        .order_by(Plan.id)
    )
    with reading(workspace.engine) as connection:
        return [PlanRow(*row) for row in connection.execute(wanted)]


def outline(workspace: Workspace, plan: int | None = None) -> list[OutlineRow]:
    """All nodes in document order, of one plan or of all."""
    wanted = select(
        Node.id, Node.plan_id, Node.parent_id, Node.depth, Node.number, Node.title, Node.kind, Node.text
    ).order_by(Node.plan_id, Node.position)
    if plan is not None:
        wanted = wanted.where(Node.plan_id == plan)
    with reading(workspace.engine) as connection:
        return [OutlineRow(*row[:6], kind=KINDS[row[6]], text=row[7]) for row in connection.execute(wanted)]


def tasks(workspace: Workspace, where: TaskFilter | None = None, ids: Sequence[int] | None = None) -> list[TaskRow]:
    """The tasks in document order that meet `where`; with `ids` only these are read, and ids of no task are left out."""
    scope = Scope(plan=where.plan if where else None, ids=ids)
    with no_collection(), reading(workspace.engine) as connection:
        rows = read_tasks(connection, scope, workspace.today)
    return rows if where is None else [row for row in rows if where.matches(row)]


def task(workspace: Workspace, task_id: int) -> TaskRow:
    """One task.

    Raises:
        NotFound: no task has this id.
    """
    with reading(workspace.engine) as connection:
        return _one_task(connection, workspace, task_id)


def detail(workspace: Workspace, task_id: int) -> TaskDetail:
    """Everything the record holds of one task; progress and history newest first.

    Raises:
        NotFound: no task has this id.
    """
    with reading(workspace.engine) as connection:
        row = _one_task(connection, workspace, task_id)
        indexes = {part.id: part.index for part in row.parts}
        wording, offset = _wording(connection, task_id)
        progress = Scope(ids=(task_id,)).fetch(connection, row_selects.progress)
        return TaskDetail(
            row=row,
            wording=wording,
            offset=offset,
            deadlines=_deadlines(connection, task_id, indexes),
            progress=tuple(progress_row(entry, indexes) for entry in progress),
            evidence=_evidence(connection, task_id, indexes),
            history=tuple(history.entries_in(connection, task_id)),
        )


def _one_task(connection: Connection, workspace: Workspace, task_id: int) -> TaskRow:
    rows = read_tasks(connection, Scope(ids=(task_id,)), workspace.today)
    if not rows:
        raise NotFound(f"没有编号为{task_id}的任务。用 tasks 命令或任务列表核对编号")
    return rows[0]


def _wording(connection: Connection, task_id: int) -> tuple[str, int]:
    """The printed body and where it begins in the plan's text; in the old text when a newer version left it out."""
    length = Node.body_end - Node.body_start
    printed_in = func.coalesce(Revision.text, Plan.text)
    wanted = (
        select(func.substr(printed_in, Node.body_start + 1, length), Node.body_start)
        .select_from(Node)
        .join(Plan, Plan.id == Node.plan_id)
        .outerjoin(GoneNode, GoneNode.node_id == Node.id)
        .outerjoin(Revision, Revision.id == GoneNode.revision_id)
        .where(Node.id == task_id)
    )
    wording, start = connection.execute(wanted).one()
    return wording, start


def _deadlines(connection: Connection, task_id: int, indexes: dict[int, int]) -> tuple[DeadlineRow, ...]:
    scope = Scope(ids=(task_id,))
    basis = {row.deadline_id: row.basis for row in scope.fetch(connection, row_selects.extensions)}
    return tuple(
        DeadlineRow(
            id=row.id,
            date=row.date,
            first_date=row.first_date,
            kind=DEADLINE_KINDS[row.kind],
            phrase=row.phrase,
            basis=basis.get(row.id, ""),
            part=indexes.get(row.part_id),
            span=span_of(row),
            doubt=row.doubt,
        )
        for row in scope.fetch(connection, row_selects.deadlines)
    )


def _evidence(connection: Connection, task_id: int, indexes: dict[int, int]) -> tuple[EvidenceRow, ...]:
    others = _other_tasks(connection, task_id)
    wanted = (
        select(
            Evidence.id,
            EvidenceLink.id.label("link_id"),
            EvidenceLink.name,
            Evidence.digest,
            Evidence.size,
            EvidenceLink.added_on,
            EvidenceLink.part_id,
        )
        .join(EvidenceLink, EvidenceLink.evidence_id == Evidence.id)
        .where(EvidenceLink.node_id == task_id)
        .order_by(EvidenceLink.id)
    )
    return tuple(
        EvidenceRow(*row[:6], part=indexes.get(row.part_id or 0), other_tasks=tuple(others.get(row.id, ())))
        for row in connection.execute(wanted)
    )


def _other_tasks(connection: Connection, task_id: int) -> dict[int, list[str]]:
    """By evidence file of this task: the labels of the other tasks it serves."""
    own = select(EvidenceLink.evidence_id).where(EvidenceLink.node_id == task_id)
    wanted = (
        select(EvidenceLink.evidence_id, Node.number, Node.title, func.substr(Node.text, 1, 20).label("start"))
        .join(Node, Node.id == EvidenceLink.node_id)
        .where(EvidenceLink.evidence_id.in_(own), Node.id != task_id)
        .distinct()
        .order_by(Node.plan_id, Node.position)
    )
    others: dict[int, list[str]] = {}
    for row in connection.execute(wanted):
        others.setdefault(row.evidence_id, []).append(f"{row.number}{row.title or row.start}")
    return others
