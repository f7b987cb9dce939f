from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput, Cancelled, StorageFailure
from desktop_app.exports import atomic
from desktop_app.exports.atomic import replace_when_done


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_appears_whole_and_nothing_else_stays(tmp_path: Path) -> None:
    with replace_when_done(tmp_path / "台账.xlsx") as swap:
        swap.temporary.write_bytes(b"new")
        assert not (tmp_path / "台账.xlsx").exists()
    assert names(tmp_path) == ["台账.xlsx"]
    assert (tmp_path / "台账.xlsx").read_bytes() == b"new"
    assert not swap.moved and swap.notice == ""


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"old")
    with replace_when_done(target) as swap:
        swap.temporary.write_bytes(b"new")
    assert target.read_bytes() == b"new"
    assert swap.replaced and swap.notice == "原有的“台账.xlsx”已被替换"


@pytest.mark.parametrize("error", [Cancelled(), ValueError("fault")])
def test_cancelling_or_failing_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: Exception) -> None:
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(type(error)), replace_when_done(target) as swap:
        swap.temporary.write_bytes(b"half")
        raise error
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["台账.xlsx"]


@pytest.mark.parametrize("lock", ["~$台账.xlsx", ".~lock.台账.xlsx#"])
def test_a_file_open_elsewhere_is_left_alone_and_a_second_name_is_told(tmp_path: Path, lock: str) -> None:
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"old")
    (tmp_path / "台账（2）.xlsx").write_bytes(b"other")
    (tmp_path / lock).touch()
    with replace_when_done(target) as swap:
        swap.temporary.write_bytes(b"new")
    assert target.read_bytes() == b"old"
    assert swap.path.name == "台账（3）.xlsx" and swap.path.read_bytes() == b"new"
    assert swap.notice == "“台账.xlsx”已被其他程序打开，已另存为“台账（3）.xlsx”"


def test_a_folder_that_cannot_be_written_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tests may run as root, whom no folder refuses: the system's answer is given by hand.
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(atomic, "_claim", refuse)
    with pytest.raises(StorageFailure, match="不允许写入"), replace_when_done(tmp_path / "台账.xlsx"):
        pytest.fail("the work began")


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(StorageFailure, match="磁盘空间不足"), replace_when_done(tmp_path / "台账.xlsx"):
        raise OSError(28, "No space left on device")
    assert names(tmp_path) == []


def test_a_missing_folder_or_a_folder_as_target_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="不存在"), replace_when_done(tmp_path / "无" / "台账.xlsx"):
        pass
    with pytest.raises(BadInput, match="是文件夹"), replace_when_done(tmp_path):
        pass


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"kept")
    target.chmod(0o444)
    with replace_when_done(target) as swap:
        swap.temporary.write_bytes(b"new")
    assert swap.notice == "“台账.xlsx”是只读文件，已另存为“台账（2）.xlsx”"
    assert target.read_bytes() == b"kept"
