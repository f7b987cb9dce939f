"""Material that units named in their returns: listed until a file answers it, attached in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput
from desktop_app.domain.handout import Field
from desktop_app.domain.named_files import Found
from desktop_app.domain.refs import TaskRef
from desktop_app.services import handout, history, integrity, merge, named_evidence, queries
from desktop_app.services.workspace import Workspace
from tests.office.sheet import fill

BUREAU = "市政务服务数据管理局"


@pytest.fixture
def returned(workspace: Workspace, ledger, tmp_path: Path) -> None:
    """The bureau named material for a task and for a part of another."""
    path = handout.make_handouts(workspace, tmp_path / "out", units=[BUREAU]).files[0].path
    cells = {(0, Field.EVIDENCE): "现场照片、事项清单.xlsx", (1, Field.EVIDENCE): "验收报告"}
    merge.apply(workspace, merge.prepare(workspace, [fill(path, tmp_path / "back.xlsx", cells)]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "材料" / "下级"
    made.mkdir(parents=True)
    for name in ("现场照片1.jpg", "现场照片2.jpg", "平台验收报告.pdf", "~$事项清单.xlsx"):
        (made / name).write_bytes(name.encode())
    return made.parent


def test_names_are_found_in_a_folder_and_attached_as_one_step(workspace: Workspace, ledger, returned, folder, dump):
    names = named_evidence.wanted(workspace)
    part = TaskRef(ledger.platform.task, 2)
    assert [(each.ref, each.name, each.unit) for each in names] == [
        (ledger.across, "现场照片", BUREAU), (ledger.across, "事项清单.xlsx", BUREAU), (part, "验收报告", BUREAU),
    ]  # fmt: skip
    answers = named_evidence.match(names, named_evidence.files_in(folder))
    assert [(found, len(files)) for found, files in answers] == [(Found.EQUAL, 2), (Found.NONE, 0), (Found.NEAR, 1)]
    before = dump()
    pairs = [(each.ref, file) for each, (_, files) in zip(names, answers, strict=True) for file in files]
    named_evidence.attach(workspace, pairs)
    evidence = queries.detail(workspace, ledger.across.task).evidence
    assert {each.name for each in evidence} == {"现场照片1.jpg", "现场照片2.jpg"}
    assert [(each.name, each.part) for each in queries.detail(workspace, part.task).evidence] == [
        ("平台验收报告.pdf", 2)
    ]
    assert integrity.verify(workspace) == []
    history.undo(workspace)
    assert dump() == before


def test_what_is_attached_is_no_longer_asked_for(workspace: Workspace, ledger, returned, folder):
    first = folder / "下级" / "现场照片1.jpg"
    named_evidence.attach(workspace, [(ledger.across, first)])
    assert [each.name for each in named_evidence.wanted(workspace)] == ["事项清单.xlsx", "验收报告"]


def test_a_folder_that_is_gone_is_said(workspace: Workspace, tmp_path: Path):
    with pytest.raises(BadInput, match="重新选择"):
        named_evidence.files_in(tmp_path / "没有")
