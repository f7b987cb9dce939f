"""Any revision of any plan after any work: undo brings back exactly what was, verify finds nothing, no record is lost."""

from __future__ import annotations

import datetime as dt
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.services import evidence, history, integrity, plans, queries, revise, tasks
from desktop_app.services.workspace import LEDGER, Workspace, open_workspace
from desktop_app.storage.models import RECORDED
from tests.conftest import TODAY
from tests.versions import Chapter, Said, Wanted, make_plan, save

TEXTS = ("推进政务数据共享开放", "推动事项跨市通办", "改造老旧小区", "建设数据平台并接入部门", "做好宣传引导工作")
UNITS = ("", "市政数局", "市财政局")
DATES = (None, dt.date(2021, 9, 30), dt.date(2022, 6, 30))

said = st.builds(
    Said, st.sampled_from(TEXTS), st.sampled_from(UNITS), st.sampled_from(DATES), st.sampled_from((None, 60.0, 90.0))
)
wanted = st.builds(Wanted, st.sampled_from(TEXTS), st.lists(said, min_size=1, max_size=3).map(tuple))
chapters: st.SearchStrategy[list[Chapter]] = st.lists(
    st.tuples(st.sampled_from(("优化服务", "夯实底座", "强化保障")), st.lists(wanted, min_size=1, max_size=4)),
    min_size=1,
    max_size=3,
)
work = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 3), st.integers(0, 6)), max_size=10)


def dump(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(workspace.folder / LEDGER)) as connection:
        return {table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in RECORDED}


def do(workspace: Workspace, place: int, part: int, kind: int, photo: Path) -> None:
    """One piece of an officer's work; what cannot be done is refused."""
    rows = queries.tasks(workspace)
    row = rows[place % len(rows)]
    ref = TaskRef(row.id, part if 0 < part <= len(row.parts) else None)
    try:
        if kind == 0:
            tasks.tick(workspace, [ref])
        elif kind == 1:
            tasks.set_percent(workspace, [ref], 40)
        elif kind == 2:
            tasks.add_progress(workspace, ref, "已开工", 20)
        elif kind == 3:
            tasks.extend(workspace, ref, dt.date(2022, 12, 31), "会议纪要")
        elif kind == 4:
            evidence.attach(workspace, [ref], [photo])
        elif kind == 5 and row.targets:
            tasks.add_reading(workspace, row.targets[0].id, 55)
        else:
            tasks.set_status(workspace, [ref], Status.SUSPENDED)
    except XiaohaoError:
        pass


@given(chapters, work, chapters, work, chapters, st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_revision_can_be_undone_and_loses_nothing(
    first: list[Chapter],
    done: list[tuple[int, int, int]],
    second: list[Chapter],
    more: list[tuple[int, int, int]],
    third: list[Chapter],
    keep: bool,
) -> None:
    with tempfile.TemporaryDirectory() as name, open_workspace(Path(name) / "台账", TODAY) as workspace:
        folder = Path(name)
        photo = folder / "照片.jpg"
        photo.write_bytes(b"photo")
        plan = make_plan(first)
        plan_id = plans.store_plan(workspace, plan, save(plan, folder)).plan_id
        for version, works in ((second, done), (third, more)):
            for place, part, kind in works:
                do(workspace, place, part, kind, photo)
            _revise(workspace, plan_id, version, folder, keep)


def _revise(workspace: Workspace, plan_id: int, version: list[Chapter], folder: Path, keep: bool) -> None:
    plan = replace(make_plan(version), source="新版.txt")
    source = save(plan, folder)
    before, rows = dump(workspace), {row.id: row for row in queries.tasks(workspace)}
    result = revise.revise(workspace, plan_id, source, plan, keep_ticks=keep)
    assert integrity.verify(workspace) == []
    if result.identical:
        assert dump(workspace) == before
        return
    after, now = dump(workspace), {row.id: row for row in queries.tasks(workspace)}
    assert rows.keys() <= now.keys()
    assert [row.title for row in now.values() if row.gone_on is None] == [task.title for task in plan.tasks]
    for table in ("progress", "evidence_link"):
        assert {row[0] for row in before[table]} <= {row[0] for row in after[table]}
    for row in now.values():
        assert queries.detail(workspace, row.id).row == row
        if row.status is Status.CLOSED:
            assert row.closed_on is not None
    untouched = rows.keys() - result.changes.tasks
    assert all((now[id].status, now[id].percent) == (rows[id].status, rows[id].percent) for id in untouched)
    history.undo(workspace)
    assert dump(workspace) == before
    assert integrity.verify(workspace) == []
    history.redo(workspace)
    assert dump(workspace) == after
