from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput, Cancelled, NotFound, Refused, StorageFailure
from desktop_app.domain.refs import TaskRef
from desktop_app.services import evidence, history, integrity, plans, queries
from desktop_app.services.workspace import Workspace
from tests.services.conftest import Dump, Ledger


def test_an_attached_file_is_listed_and_can_be_opened(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    changes = evidence.attach(workspace, [ledger.hotline], [photo])
    assert changes.label == "附佐证“2.完善服务热线”1份"
    row = queries.detail(workspace, ledger.hotline.task).evidence[0]
    assert (row.name, row.size, row.added_on) == ("现场照片.jpg", 11, workspace.today)
    assert evidence.file_path(workspace, row.id).read_bytes() == photo.read_bytes()
    photo.unlink()
    assert evidence.file_path(workspace, row.id).is_file()


def test_one_file_serves_many_tasks(workspace: Workspace, ledger: Ledger, photo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "副本.jpg"
    copy.write_bytes(photo.read_bytes())
    evidence.attach(workspace, [ledger.hotline, ledger.budget], [photo])
    evidence.attach(workspace, [ledger.across], [copy])
    assert len(list(workspace.evidence.files())) == 1
    row = queries.detail(workspace, ledger.across.task).evidence[0]
    assert row.name == "副本.jpg"
    assert row.other_tasks == ("2.完善服务热线", "三、保障措施")


def test_an_attached_file_is_used_for_other_tasks_without_a_second_copy(
    workspace: Workspace, ledger: Ledger, photo: Path
) -> None:
    evidence.attach(workspace, [ledger.hotline], [photo])
    photo.unlink()
    link = queries.detail(workspace, ledger.hotline.task).evidence[0].link_id
    changes = evidence.use_for(workspace, [link], [ledger.budget, ledger.hotline])
    assert changes.tasks == {ledger.budget.task}
    row = queries.detail(workspace, ledger.budget.task).evidence[0]
    assert (row.name, row.other_tasks) == ("现场照片.jpg", ("2.完善服务热线",))
    assert len(list(workspace.evidence.files())) == 1
    with pytest.raises(Refused, match="已附在"):
        evidence.use_for(workspace, [link], [ledger.budget])
    history.undo(workspace)
    assert queries.task(workspace, ledger.budget.task).evidence == 0
    evidence.detach(workspace, [link])
    with pytest.raises(NotFound, match="已移除"):
        evidence.use_for(workspace, [link], [ledger.budget])


def test_the_same_file_is_attached_to_a_task_once(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    evidence.attach(workspace, [ledger.hotline], [photo, photo])
    assert queries.task(workspace, ledger.hotline.task).evidence == 1
    with pytest.raises(Refused, match="已附在"):
        evidence.attach(workspace, [ledger.hotline], [photo])
    assert evidence.attach(workspace, [ledger.hotline, ledger.budget], [photo]).tasks == {ledger.budget.task}


def test_evidence_of_a_part_counts_for_its_task(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    evidence.attach(workspace, [TaskRef(ledger.platform.task, 2), TaskRef(ledger.platform.task, 1)], [photo])
    detail = queries.detail(workspace, ledger.platform.task)
    assert [row.part for row in detail.evidence] == [1, 2]
    assert detail.row.evidence_names == ("现场照片.jpg",)


def test_attaching_is_all_or_nothing(
    workspace: Workspace, ledger: Ledger, photo: Path, tmp_path: Path, dump: Callable[[], Dump]
) -> None:
    before = dump()
    empty = tmp_path / "空.pdf"
    empty.write_bytes(b"")
    for bad in (empty, tmp_path / "gone.pdf", tmp_path):
        with pytest.raises(BadInput):
            evidence.attach(workspace, [ledger.hotline], [photo, bad])
    with pytest.raises(NotFound):
        evidence.attach(workspace, [ledger.hotline, TaskRef(99)], [photo])
    with pytest.raises(BadInput, match="未选择文件"):
        evidence.attach(workspace, [ledger.hotline], [])
    assert dump() == before
    assert list(workspace.evidence.files()) == []


def test_stopping_leaves_nothing(workspace: Workspace, ledger: Ledger, photo: Path, tmp_path: Path) -> None:
    large = tmp_path / "录像.mp4"
    large.write_bytes(b"x" * 3_000_000)
    seen: list[tuple[int, int]] = []

    def stop_in_the_second_file(done: int, total: int) -> None:
        seen.append((done, total))
        if done > 2_000_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        evidence.attach(workspace, [ledger.hotline], [photo, large], stop_in_the_second_file)
    assert seen[0] == (11, 3_000_011)
    assert list(workspace.evidence.files()) == []
    assert history.undo_label(workspace) is None


def test_undo_takes_the_attachment_away_and_redo_finds_the_file(
    workspace: Workspace, ledger: Ledger, photo: Path
) -> None:
    evidence.attach(workspace, [ledger.hotline], [photo])
    history.undo(workspace)
    assert queries.task(workspace, ledger.hotline.task).evidence == 0
    assert integrity.verify(workspace) == []
    history.redo(workspace)
    row = queries.detail(workspace, ledger.hotline.task).evidence[0]
    assert evidence.file_path(workspace, row.id).read_bytes() == photo.read_bytes()


def test_a_failed_attachment_does_not_take_the_file_of_an_undone_one(
    workspace: Workspace, ledger: Ledger, photo: Path, tmp_path: Path
) -> None:
    evidence.attach(workspace, [ledger.hotline], [photo])
    history.undo(workspace)
    with pytest.raises(BadInput):
        evidence.attach(workspace, [ledger.hotline], [photo, tmp_path / "gone"])
    history.redo(workspace)
    row = queries.detail(workspace, ledger.hotline.task).evidence[0]
    assert evidence.file_path(workspace, row.id).is_file()


def test_detaching_keeps_the_file_for_undo(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    evidence.attach(workspace, [ledger.hotline, ledger.budget], [photo])
    links = [queries.detail(workspace, ref.task).evidence[0].link_id for ref in (ledger.hotline, ledger.budget)]
    changes = evidence.detach(workspace, links)
    assert changes.tasks == {ledger.hotline.task, ledger.budget.task}
    assert changes.label == "移除佐证2项"
    history.undo(workspace)
    assert queries.task(workspace, ledger.budget.task).evidence == 1
    with pytest.raises(NotFound, match="已移除"):
        evidence.detach(workspace, [links[0], 99])


def test_a_file_that_is_gone_from_the_workspace_is_said(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    evidence.attach(workspace, [ledger.hotline], [photo])
    row = queries.detail(workspace, ledger.hotline.task).evidence[0]
    path = evidence.file_path(workspace, row.id)
    path.chmod(0o600)
    path.unlink()
    with pytest.raises(StorageFailure, match="不在台账文件夹中"):
        evidence.file_path(workspace, row.id)
    with pytest.raises(NotFound):
        evidence.file_path(workspace, 99)


def test_evidence_of_a_removed_plan_is_still_a_file_of_the_workspace(
    workspace: Workspace, ledger: Ledger, photo: Path
) -> None:
    evidence.attach(workspace, [ledger.hotline], [photo])
    plans.remove_plan(workspace, 1)
    assert integrity.verify(workspace) == []


def test_a_copy_that_leaves_is_whole_and_overwrites_nothing_that_is_open(
    workspace: Workspace, ledger: Ledger, photo: Path, tmp_path: Path
) -> None:
    evidence.attach(workspace, [ledger.hotline], [photo])
    place = tmp_path / "另存.jpg"
    assert evidence.save_copy(workspace, 1, place) == (place, "")
    place.write_bytes(b"edited")
    (tmp_path / "~$另存.jpg").touch()
    path, notice = evidence.save_copy(workspace, 1, place)
    assert place.read_bytes() == b"edited" and path.read_bytes() == photo.read_bytes()
    assert notice == "“另存.jpg”已被其他程序打开，已另存为“另存（2）.jpg”"
