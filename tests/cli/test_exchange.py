"""Handing out and merging from the command line: counts that add up, and an exit code that says whether to look."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.handout import Field
from tests.office.sheet import fill


@pytest.fixture
def handed(filled, tmp_path: Path) -> Path:
    """The workbook of the unit with the most tasks."""
    made = filled("handout", tmp_path / "下发", "--contact", "张三 8123", "--due", "2026-10-15", "--json").data
    return Path(max(made["files"], key=lambda file: file["rows"])["path"])


def test_handout_tells_what_each_unit_was_asked(filled, tmp_path):
    told = filled("handout", tmp_path / "下发").out
    assert "已下发2026年9月批次" in told
    assert "格（本月累计" in told
    assert filled("handout", tmp_path / "另发", "--unit", "没有的单位", code=2).err.startswith("没有名称含")


def test_a_handout_to_what_is_no_single_unit_is_written_with_a_warning(filled, tmp_path):
    made = filled("handout", tmp_path / "下发", "--support", "--json").data["files"]
    several = [file["unit"] for file in made if file["several"]]
    assert several
    assert all(Path(file["path"]).is_file() for file in made)
    told = filled("handout", tmp_path / "另发", "--support").out
    assert [line for line in told.splitlines() if line.startswith("注意：")] == [
        f"注意：“{unit}”不是单个单位，填报表须自行转发，或用 --unit 只下发给具体单位" for unit in several
    ]


def test_merge_reads_counts_writes_and_can_be_undone(filled, handed, tmp_path):
    back = fill(handed, tmp_path / "back.xlsx", {(0, Field.TEXT): "已上线。", (0, Field.PERCENT): "过半"})
    tried = filled("merge", back, "--dry-run", "--json").data
    assert tried["applied"] is False
    told = filled("merge", back, "--json").data
    assert told["applied"] is True
    assert told["cells"] == tried["cells"]
    counts = told["counts"]
    assert counts["read"] == sum(counts[name] for name in ("taken", "same", "conflict", "doubtful", "refused"))
    assert (counts["taken"], counts["refused"]) == (1, 1)
    task = next(cell["task"] for cell in told["cells"] if cell["outcome"] == "taken")
    assert filled("show", task, "--json").data["progress"][0]["text"] == "已上线。"
    assert Path(told["receipts"][0]).is_file()
    assert "已合并" in filled("merge", back).out
    assert filled("undo").out.startswith("撤销：合并")
    assert filled("verify", "--json").data["whole"]


def test_a_dry_run_tells_what_each_half_of_a_state_becomes(filled, handed, tmp_path):
    back = fill(handed, tmp_path / "back.xlsx", {(0, Field.STATUS): "已完成", (0, Field.PERCENT): 90})
    assert "尚有 2 格需要选择" in filled("merge", back, code=1).out
    told = filled("merge", back, "--dry-run", "--prefer", "theirs").out
    assert "状态填“已完成”，进度填90%，两者不符，按本地，采用该单位填报的进度“90%”，此栏定为“推进中”" in told


def test_a_conflict_stops_the_merge_with_exit_code_1(filled, handed, tmp_path):
    back = fill(handed, tmp_path / "back.xlsx", {(0, Field.PERCENT): 0.6})
    task = filled("merge", back, "--dry-run", "--json").data["cells"][0]["task"]
    filled("progress", task, "--text", "本级更新", "--percent", 30)
    stopped = filled("merge", back, code=1)
    assert "尚有 1 格需要选择，未作任何更改" in stopped.out
    assert "下发时 0%，单位 60%，本地 30%" in stopped.out
    assert filled("show", task, "--json").data["percent"] == 30
    assert filled("merge", back, "--dry-run", "--prefer", "theirs", "--json").data["applied"] is False
    filled("merge", back, "--prefer", "theirs")
    assert filled("show", task, "--json").data["percent"] == 60


def test_a_file_that_is_no_workbook_is_bad_input(filled, tmp_path):
    (tmp_path / "说明.txt").write_text("不是表格")
    ended = filled("merge", tmp_path / "说明.txt", code=2)
    assert "不是电子表格" in ended.err
