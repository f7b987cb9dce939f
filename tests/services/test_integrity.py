from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import Cancelled
from desktop_app.services import evidence, history, integrity, tasks
from desktop_app.services.workspace import LEDGER, Workspace
from tests.services.conftest import Ledger

Tamper = Callable[[str], None]


@pytest.fixture
def tamper(workspace: Workspace) -> Tamper:
    """Change the database behind the program's back."""

    def run(sql: str) -> None:
        with closing(sqlite3.connect(workspace.folder / LEDGER)) as connection, connection:
            connection.execute(sql)

    return run


@pytest.fixture
def busy(workspace: Workspace, ledger: Ledger, photo: Path) -> Ledger:
    """A ledger in which something of everything happened."""
    evidence.attach(workspace, [ledger.hotline], [photo])
    tasks.tick(workspace, [ledger.hotline])
    tasks.add_progress(workspace, ledger.across, "已开工", 40)
    tasks.add_reading(workspace, 1, 5)
    tasks.tick(workspace, [ledger.budget])
    history.undo(workspace)
    return ledger


def test_a_whole_ledger_has_no_findings(workspace: Workspace, busy: Ledger) -> None:
    assert integrity.verify(workspace) == []


def test_the_check_says_how_far_it_has_come(workspace: Workspace, busy: Ledger) -> None:
    said: list[tuple[int, int]] = []
    integrity.verify(workspace, lambda done, total: said.append((done, total)))
    (total,) = {total for _, total in said}
    assert [done for done, _ in said] == list(range(total))


def test_the_check_can_be_stopped_wherever_it_is(workspace: Workspace, busy: Ledger) -> None:
    steps: list[int] = []
    integrity.verify(workspace, lambda done, total: steps.append(done))

    def stop_at(last: int) -> Callable[[int, int], None]:
        def stop(done: int, total: int) -> None:
            if done == last:
                raise Cancelled

        return stop

    for last in steps:
        with pytest.raises(Cancelled):
            integrity.verify(workspace, stop_at(last))
    assert integrity.verify(workspace) == []


def test_an_empty_workspace_is_whole(workspace: Workspace) -> None:
    assert integrity.verify(workspace) == []


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        (
            "UPDATE node SET status = 'closed' WHERE id = 8",
            "任务“4.加强宣传”的状态与历史记录不符：应为“未启动”，现为“已销号”",
        ),
        ("UPDATE part SET percent = 7 WHERE id = 2", "任务“3.建设数据平台”的分段2的进度与历史记录不符"),
        ("UPDATE plan SET title = '另一份'", "《清源区数字政府建设2021年工作要点》的标题与历史记录不符"),
        ("UPDATE unit SET name = '甲局' WHERE id = 3", "单位“市信访局”的名称与历史记录不符"),
        ("DELETE FROM progress", "任务“1.推进跨市通办”的进展缺失，历史记录中应有"),
        ("DELETE FROM reading", "任务“1.推进跨市通办”的读数缺失"),
        (
            "UPDATE deadline SET date = '2022-01-01' WHERE node_id = 5",
            "任务“2.完善服务热线”的完成时限“2021年9月底前完成”的日期与历史记录不符：应为“2021-09-30”，现为“2022-01-01”",
        ),
        (
            "INSERT INTO progress (node_id, day, text, problems, next_step, reporter) VALUES (8, '2021-10-01', '假', '', '', '')",
            "任务“4.加强宣传”的进展不在历史记录中，未经程序写入",
        ),
        ("UPDATE history SET label = '销号' WHERE id = 3", "历史记录第3条（销号）被改动"),
        ("UPDATE history_subject SET node_id = 9 WHERE history_id = 3", "历史记录第3条（销号“2.完善服务热线”）被改动"),
        ("UPDATE history SET prev_hash = 'x' WHERE id = 3", "与前一条不衔接"),
        ("DELETE FROM history WHERE id = 5", "历史记录缺少1条（第6条之前）"),
        ("DELETE FROM history WHERE id = 7", "历史记录末尾缺少1条"),
        ("UPDATE history SET changes = 'broken' WHERE id = 3", "历史记录的内容已损坏"),
        ("UPDATE history SET changes = CAST('broken' AS BLOB) WHERE id = 3", "历史记录的内容已损坏"),
        ("UPDATE history SET changes = x'789c00' WHERE id = 3", "历史记录的内容已损坏"),
        ("UPDATE assignment SET unit_id = 99 WHERE id = 1", "数据库中有1行指向不存在的内容"),
    ],
)
def test_damage_is_named(workspace: Workspace, busy: Ledger, tamper: Tamper, sql: str, finding: str) -> None:
    tamper(sql)
    findings = integrity.verify(workspace)
    assert any(finding in found for found in findings), findings


def test_one_changed_row_is_one_finding(workspace: Workspace, busy: Ledger, tamper: Tamper) -> None:
    tamper("UPDATE node SET percent = 99 WHERE id = 8")
    assert integrity.verify(workspace) == ["任务“4.加强宣传”的进度与历史记录不符：应为“0”，现为“99”"]


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        (lambda path: path.unlink(), "任务“2.完善服务热线”的佐证“现场照片.jpg”缺失"),
        (lambda path: path.write_bytes(b""), "任务“2.完善服务热线”的佐证“现场照片.jpg”已成空文件（0字节）"),
        (lambda path: path.write_bytes(b"other photo"), "任务“2.完善服务热线”的佐证“现场照片.jpg”内容被改动"),
    ],
)
def test_a_damaged_evidence_file_is_named(
    workspace: Workspace, busy: Ledger, damage: Callable[[Path], object], finding: str
) -> None:
    path = next(workspace.evidence.files())
    path.chmod(0o600)
    damage(path)
    assert integrity.verify(workspace) == [finding]


def test_a_file_nobody_attached_is_named(workspace: Workspace, busy: Ledger) -> None:
    (workspace.folder / "evidence" / "ab").mkdir()
    (workspace.folder / "evidence" / "ab" / "cd.pdf").write_text("x")
    assert integrity.verify(workspace) == ["“evidence/ab/cd.pdf”不属于任何任务或规划，未经程序存入，可移走"]


def test_a_changed_original_is_named(workspace: Workspace, busy: Ledger) -> None:
    path = next(workspace.sources.files())
    path.chmod(0o600)
    path.write_text("changed")
    assert integrity.verify(workspace) == ["《清源区数字政府建设2021年工作要点》的原件“清源区工作要点.txt”内容被改动"]


def test_broken_pages_of_the_database_are_found(workspace: Workspace, busy: Ledger) -> None:
    workspace.close()
    path = workspace.folder / LEDGER
    content = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_node_parent_id'").fetchone()[0]
    content[(page - 1) * 4096 : page * 4096] = b"\x0a" + b"\xee" * 4095
    path.write_bytes(bytes(content))
    findings = integrity.verify(workspace)
    assert findings
    assert all("损坏" in finding for finding in findings)
