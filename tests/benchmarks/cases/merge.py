"""A merge of 100 workbooks of 100 rows, planned and ready to be shown, against calamine reading the same files."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path
from typing import Any

from tests.benchmarks.data import TODAY, make_plan

_TOLD = "已完成阶段性工作，累计上线若干场景，其余按计划推进，正在与省级平台联调。"


def prepare(folder: Path, size: int, side: str) -> tuple[Any, list[Path]]:
    """A ledger of `size` times 100 tasks handed out to 40 units, and what came back: every row with a new percent and text."""
    from desktop_app.services import handout, plans, queries
    from desktop_app.services.commands import execute
    from desktop_app.services.workspace import open_workspace

    workspace = open_workspace(folder / "workspace", today=TODAY)
    source = folder / "plan.txt"
    source.write_text("规划", encoding="utf-8")
    plans.store_plan(workspace, _plan(size), source)
    rows = queries.tasks(workspace)
    with execute(workspace, "progress") as command:
        command.recorder.insert("progress", [_entry(row.id) for row in rows])
        command.describe("进展")
    handout.make_handouts(workspace, folder / "out")
    back = folder / "back"
    back.mkdir()
    files = [_fill_in(path, back / path.name) for path in sorted((folder / "out").iterdir())]
    if side == "ours":
        import desktop_app.ingest.returned
        import desktop_app.services.merge  # noqa: F401
    return workspace, files


def _plan(size: int) -> Any:
    """100 tasks for each of `size` units."""
    from dataclasses import replace

    from desktop_app.domain.plan import Assignment, Kind, Role

    plan = make_plan(size * 100)
    units = [f"市第{number}业务局" for number in range(size)]
    nodes, at = [], 0
    for node in plan.nodes:
        if node.kind is Kind.TASK:
            node = replace(node, assignments=(Assignment(Role.LEAD, units[at % size]),))
            at += 1
        nodes.append(node)
    return replace(plan, nodes=tuple(nodes))


def _entry(task: int) -> dict[str, object]:
    return {
        "node_id": task, "part_id": None, "day": TODAY, "text": f"第{task}项{_TOLD}", "percent": None,
        "problems": "接口尚未开放", "next_step": "月底前联调", "reporter": "",
    }  # fmt: skip


def _fill_in(handed: Path, returned: Path) -> Path:
    """What a clerk does to the file, done to its parts: each row's text and percent anew."""
    with zipfile.ZipFile(handed) as old, zipfile.ZipFile(returned, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(_escaped("已完成阶段"), _escaped("已全部完成阶段"))
                data = data.replace(b"<v>0.0</v>", b"<v>0.65</v>").replace(b"<v>0</v>", b"<v>0.65</v>")
            new.writestr(name, data)
    return returned


def _escaped(text: str) -> bytes:
    return "".join(f"&#{ord(letter)};" for letter in text).encode()


def floor(prepared: tuple[Any, list[Path]]) -> None:
    """Read every sheet of every file into Python values."""
    import python_calamine as calamine

    for path in prepared[1]:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())) as book:
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()


def ours(prepared: tuple[Any, list[Path]]) -> float:
    """Check, read, identify, understand and compare every cell, against the ledger as it is; in seconds."""
    from desktop_app.services import merge

    workspace, files = prepared
    began = time.perf_counter()
    plan = merge.prepare(workspace, files)
    seconds = time.perf_counter() - began
    rows = len(files) * 100
    assert (plan.counts.read, plan.counts.taken) == (rows * 7, rows * 2), plan.counts
    workspace.close()
    return seconds
