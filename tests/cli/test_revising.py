"""A newer version, clauses of the whole plan, and units, from the command line."""

import pytest

CLAUSE = "以上任务均于2026年12月底前完成。"


@pytest.fixture
def newer(sample, tmp_path):
    """The sample with one task reworded and one left out."""
    text = sample.read_text(encoding="utf-8")
    lines = text.splitlines()
    left_out = next(line for line in lines if "推进应急指挥一张图" in line)
    text = text.replace(left_out + "\n", "").replace("推进政务信息系统上云", "推进政务信息系统集约上云")
    path = tmp_path / "新版.txt"
    path.write_text(text, encoding="utf-8")
    return path


def find(xiaohao, title):
    return next(row for row in xiaohao("tasks", "--json").data if row["title"] == title)


def test_a_newer_version_is_compared_applied_and_undone(filled, newer):
    plan = filled("plans", "--json").data[0]["id"]
    cloud, map_ = find(filled, "推进政务信息系统上云"), find(filled, "推进应急指挥一张图")
    filled("tick", cloud["id"], map_["id"])
    before = filled("tasks", "--json").data

    told = filled("revise", plan, newer, "--dry-run", "--json").data
    assert told["dry_run"] is True
    assert filled("tasks", "--json").data == before
    assert [each["task"] for each in told["gone"]] == [map_["id"]]
    assert [(each["task"], each["asks"]) for each in told["changed"]] == [(cloud["id"], True)]
    assert {"edit": "added", "text": "集约"} in told["changed"][0]["differences"]
    assert told["new"] == told["moved"] == []

    text = filled("revise", plan, newer).out
    for words in ("变更1项", "删除1项", "［增：集约］", "推进应急指挥一张图", "更新前的备份"):
        assert words in text
    assert find(filled, "推进政务信息系统集约上云")["status"] == "awaiting_check"
    assert filled("show", map_["id"], "--json").data["status"] == "dropped"
    assert filled("show", map_["id"], "--json").data["gone_on"] == "2026-09-28"
    assert filled("verify", "--json").data["whole"] is True

    filled("undo")
    assert filled("tasks", "--json").data == before
    assert filled("verify", "--json").data["whole"] is True


def test_ticks_stay_when_told_to(filled, newer):
    cloud = find(filled, "推进政务信息系统上云")
    filled("tick", cloud["id"])
    result = filled("revise", 1, newer, "--keep-ticks", "--json").data
    assert len(result["changed"]) == 1
    assert result["backup"].endswith("更新版本前.sqlite3")
    assert filled("show", cloud["id"], "--json").data["status"] == "closed"


def test_the_same_file_changes_nothing(filled, sample):
    assert "未作更改" in filled("revise", 1, sample).out
    assert len(filled("history", "--json").data) == 1


def test_a_plan_that_is_not_there_or_a_file_that_is_none_is_refused(filled, sample, tmp_path):
    assert "没有编号为9的规划" in filled("revise", 9, sample, code=2).err
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    assert filled("revise", 1, empty, code=2).err.count("\n") == 1


def test_units_are_listed_suggested_and_merged(filled):
    units = filled("units", "--json").data
    assert units[0].keys() == {"id", "name", "aliases", "tasks"}
    keep, other = units[0], units[1]
    filled("units", "--merge", keep["name"], other["id"])
    merged = filled("units", "--json").data
    assert other["name"] in next(unit for unit in merged if unit["id"] == keep["id"])["aliases"]
    assert isinstance(filled("units", "--suggest", "--json").data, list)
    filled("undo")
    assert filled("units", "--json").data == units
    assert "没有名称或编号为“某某局”的单位" in filled("units", "--merge", "某某局", keep["id"], code=2).err


def test_clauses_are_listed_and_a_wrong_number_is_refused(filled):
    rules = filled("rules", 1, "--json").data
    assert isinstance(rules, list)
    assert "没有编号为99的条款" in filled("rules", 1, "--apply", "99", code=2).err
