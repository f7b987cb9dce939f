"""A round of the plan built by hand: handed out on 18 October, filled in by the bureau, with changes of the officer's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.handout import Field
from desktop_app.domain.refs import TaskRef
from desktop_app.services import handout, plans, queries, tasks
from desktop_app.services.workspace import open_workspace
from tests.conftest import TODAY
from tests.office.sheet import Sheet, fill
from tests.plan_by_hand import build_plan

BUREAU, HOTLINE = "市政务服务数据管理局", "市信访局"


@dataclass
class Round:
    """The workspace and the workbooks, as handed out and as they came back."""

    folder: Path
    out: dict[str, Path]
    back: dict[str, Path]
    across: TaskRef


def make_round(home: Path) -> Round:
    """Two workbooks came back: the bureau's with three conflicts and a row of its own, 信访局's without any."""
    plan = build_plan()
    source = home / plan.source
    source.write_text(plan.original, encoding="utf-8", newline="")
    folder = home / "台账"
    with open_workspace(folder, TODAY) as workspace:
        plans.store_plan(workspace, plan, source)
        across = TaskRef(queries.tasks(workspace)[0].id)
        tasks.add_progress(workspace, across, "已梳理50个事项。", 50, "无", "联调")
        made = handout.make_handouts(workspace, home / "out", due=TODAY + dt.timedelta(days=7))
        out = {file.unit: file.path for file in made.files}
        back = {BUREAU: _bureau(out[BUREAU], home), HOTLINE: _hotline(out[HOTLINE], home)}
        tasks.add_progress(workspace, across, "已梳理70个事项。", 70, "接口老化。", "联调")
    return Round(folder, out, back, across)


def _bureau(path: Path, home: Path) -> Path:
    sheet = Sheet(path)
    for at, value in (
        ((0, Field.PERCENT), "六成半"),
        ((0, Field.TEXT), "已梳理80个事项。"),
        ((0, Field.PROBLEMS), "接口未开放。"),
        ((0, Field.EVIDENCE), "事项清单"),
        ((1, Field.PERCENT), "过半"),
        ((2, "任务"), "自加的任务"),
        ((2, Field.TEXT), "自己在办。"),
    ):
        sheet.cell(*at).value = value
    return sheet.save(home / "政数局返回.xlsx")


def _hotline(path: Path, home: Path) -> Path:
    return fill(path, home / "信访局返回.xlsx", {(0, Field.TEXT): "已归并8条热线。"})
