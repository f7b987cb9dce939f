"""Makes the stored workspace of the newest schema: python -m tests.storage.make_workspace"""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from desktop_app import paths
from desktop_app.domain.handout import Field
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.services import evidence, handout, merge, plans, queries, tasks
from desktop_app.services.workspace import Workspace, open_workspace
from desktop_app.storage.schema import revisions
from tests.office.sheet import fill as fill_in
from tests.plan_by_hand import build_full_plan

TARGET = Path(__file__).parent.parent / "data" / "databases" / revisions(paths.migrations())[-1]


def fill(workspace: Workspace, outside: Path) -> None:
    """One of everything a ledger can hold; the last command sets a status."""
    plan = build_full_plan()
    source, photo = outside / plan.source, outside / "照片.jpg"
    source.write_text(plan.original, encoding="utf-8", newline="")
    photo.write_bytes(b"\xff\xd8\xff a photo")
    plans.store_plan(workspace, plan, source, corrections='{"corrections": []}')
    refs = [TaskRef(row.id) for row in queries.tasks(workspace)]
    evidence.attach(workspace, refs[:1], [photo])
    tasks.tick(workspace, refs[:1], note="已验收")
    tasks.extend(workspace, refs[1], dt.date(2022, 3, 31), "区政府常务会议纪要")
    tasks.add_progress(workspace, refs[1], "已完成方案", 40, "经费未落实", "申请经费", "张三")
    tasks.tick(workspace, [TaskRef(refs[2].task, 1)], without_evidence="涉密")
    tasks.add_reading(workspace, 1, 88)
    handed = handout.make_handouts(workspace, outside / "out", units=["市政务服务数据管理局"])
    back = fill_in(handed.files[0].path, outside / "back.xlsx", {(0, Field.TEXT): "已接入20个部门。"})
    merge.apply(workspace, merge.prepare(workspace, [back]))
    tasks.set_status(workspace, refs[4:], Status.SUSPENDED)


def main() -> None:
    """Write the workspace anew."""
    with tempfile.TemporaryDirectory() as name:
        outside = Path(name)
        with open_workspace(outside / "workspace", dt.date(2021, 10, 18)) as workspace:
            fill(workspace, outside)
        with closing(sqlite3.connect(outside / "workspace" / "ledger.sqlite3")) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("VACUUM")
        shutil.rmtree(TARGET, ignore_errors=True)
        shutil.copytree(outside / "workspace", TARGET, ignore=shutil.ignore_patterns("backups", "exports"))


if __name__ == "__main__":
    main()
