from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from desktop_app.domain.errors import NotFound
from desktop_app.domain.filters import TaskFilter
from desktop_app.domain.plan import Kind, Plan, Role
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Mark, Status
from desktop_app.services import evidence, queries, tasks
from desktop_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import Ledger


@contextmanager
def counted(workspace: Workspace) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(("SELECT", "WITH")):
            seen.append(statement)

    event.listen(workspace.engine, "before_cursor_execute", note)
    yield seen
    event.remove(workspace.engine, "before_cursor_execute", note)


def test_tasks_come_in_document_order_under_their_headings(workspace: Workspace, ledger: Ledger) -> None:
    rows = queries.tasks(workspace)
    assert [row.label for row in rows] == [
        "1.推进跨市通办",
        "2.完善服务热线",
        "3.建设数据平台",
        "4.加强宣传",
        "三、保障措施",
    ]
    assert [row.path for row in rows] == [
        "二、主要任务 / （一）优化政务服务",
        "二、主要任务 / （一）优化政务服务",
        "二、主要任务 / （二）夯实数据底座",
        "二、主要任务 / （二）夯实数据底座",
        "",
    ]
    assert [row.node for row in rows] == ["n4", "n5", "n7", "n8", "n9"]


def test_lights_follow_from_the_calendar(workspace: Workspace, ledger: Ledger) -> None:
    rows = queries.tasks(workspace)
    assert [row.signal.mark for row in rows] == [
        Mark.CAUTION,
        Mark.OVERDUE,
        Mark.OVERDUE,
        Mark.UNCOUNTED,
        Mark.UNCOUNTED,
    ]
    assert [row.expected for row in rows] == [64, 100, 100, None, None]
    with open_workspace(workspace.folder, dt.date(2021, 6, 7)) as earlier:
        assert queries.task(earlier, ledger.hotline.task).signal.mark is Mark.NORMAL


def test_a_task_with_parts_is_measured_by_its_earliest_open_part(workspace: Workspace, ledger: Ledger) -> None:
    row = queries.task(workspace, ledger.platform.task)
    assert row.signal.reason == "分段1：8月31日到期，已逾期48天，未办延期"
    assert [part.signal.word for part in row.parts] == ["逾期48天", "滞后"]
    tasks.tick(workspace, [TaskRef(row.id, 1)])
    row = queries.task(workspace, row.id)
    assert row.due is not None
    assert row.due.date == dt.date(2021, 11, 30)
    assert row.signal.reason.startswith("分段2：11月30日到期")


def test_facts_say_which_part_they_stand_in(workspace: Workspace, ledger: Ledger) -> None:
    detail = queries.detail(workspace, ledger.platform.task)
    row = detail.row
    assert [(a.role, a.name, a.part) for a in row.assignments] == [
        (Role.LEAD, "市发展改革局", 1),
        (Role.LEAD, "市政务服务数据管理局", 2),
        (Role.SUPPORT, "市财政局", 2),
    ]
    assert [deadline.part for deadline in detail.deadlines] == [1, 2]
    assert [target.part for target in row.targets] == [2]


def test_the_wording_is_the_printed_body_in_its_place(workspace: Workspace, ledger: Ledger, plan: Plan) -> None:
    for ref in (ledger.across, ledger.platform):
        detail = queries.detail(workspace, ref.task)
        assert plan.text[detail.offset : detail.offset + len(detail.wording)] == detail.wording
        assert detail.wording.endswith(("）", "〕"))
        for assignment in detail.row.assignments:
            assert assignment.span is not None
            assert plan.text[slice(*assignment.span)] == assignment.printed


def test_reading_all_tasks_takes_a_handful_of_selects(workspace: Workspace, ledger: Ledger) -> None:
    with counted(workspace) as seen:
        queries.tasks(workspace)
    assert len(seen) <= 10


def test_rows_read_by_id_are_the_rows_read_all_at_once(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    tasks.add_progress(workspace, ledger.hotline, "已开工", 30)
    evidence.attach(workspace, [ledger.platform], [photo])
    rows = queries.tasks(workspace)
    assert [queries.tasks(workspace, ids=[row.id])[0] for row in rows] == rows
    assert queries.tasks(workspace, ids=[rows[3].id, rows[0].id, 1, 99]) == [rows[0], rows[3]]
    assert queries.tasks(workspace, ids=[]) == []
    assert queries.tasks(workspace, TaskFilter(plan=1)) == rows
    assert queries.tasks(workspace, TaskFilter(plan=2)) == []


def test_tasks_are_filtered(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.hotline])
    assert [row.id for row in queries.tasks(workspace, TaskFilter(status=Status.CLOSED))] == [ledger.hotline.task]
    assert [row.id for row in queries.tasks(workspace, TaskFilter(missing_evidence=True))] == [ledger.hotline.task]
    found = queries.tasks(workspace, TaskFilter(unit="财政", role=Role.SUPPORT))
    assert [row.id for row in found] == [ledger.platform.task]


def test_plans_count_their_tasks(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.hotline])
    row = queries.plans(workspace)[0]
    assert (row.tasks, row.closed, row.source) == (5, 1, "清源区工作要点.txt")
    assert (row.doc_number, row.issuer, row.issued_on) == (
        "清府办函〔2021〕13号",
        "清源区人民政府办公室",
        dt.date(2021, 6, 6),
    )
    assert row.imported_at.utcoffset() == dt.timedelta(0)


def test_the_outline_holds_every_node(workspace: Workspace, ledger: Ledger) -> None:
    rows = queries.outline(workspace, plan=1)
    assert [(row.depth, row.kind) for row in rows] == [
        (0, Kind.CONTEXT),
        (0, Kind.CHAPTER),
        (1, Kind.SECTION),
        (2, Kind.TASK),
        (2, Kind.TASK),
        (1, Kind.SECTION),
        (2, Kind.TASK),
        (2, Kind.TASK),
        (0, Kind.TASK),
    ]
    assert rows[3].parent == rows[2].id
    assert queries.outline(workspace) == rows
    assert queries.outline(workspace, plan=2) == []


def test_a_heading_is_no_task(workspace: Workspace, ledger: Ledger) -> None:
    for number in (2, 99):
        with pytest.raises(NotFound, match=f"没有编号为{number}的任务"):
            queries.task(workspace, number)
        with pytest.raises(NotFound):
            queries.detail(workspace, number)
