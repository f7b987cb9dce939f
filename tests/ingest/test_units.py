from __future__ import annotations

import pytest

from desktop_app.ingest.parsing.units import looks_like_unit, split_units


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("县应急局、县城管局等部门和单位，各乡镇（街道）", ["县应急局", "县城管局", "各乡镇（街道）"]),
        ("市自然资源局等市有关单位", ["市自然资源局", "市有关单位"]),
        ("市公安局、市法院等市有关单位，市大数据集团公司", ["市公安局", "市法院", "市有关单位", "市大数据集团公司"]),
        ("区行政审批局（大数据中心）、区财政局", ["区行政审批局（大数据中心）", "区财政局"]),
        ("各县〈市、区〉人民政府", ["各县（市、区）人民政府"]),
        ("县工信局等部门", ["县工信局"]),
        ("县工信局等部门、单位", ["县工信局"]),
        ("高等院校、中等职业学校", ["高等院校", "中等职业学校"]),
        ("市工业和信息化局、市人力资源和社会保障局", ["市工业和信息化局", "市人力资源和社会保障局"]),
        ("市公安局和市司法局", ["市公安局", "市司法局"]),
        ("县住建局 县公安局", ["县住建局", "县公安局"]),
        ("县各有关部门和单位", ["县各有关部门和单位"]),
        ("区直（驻区）各相关单位", ["区直（驻区）各相关单位"]),
        ("县教育局、县民政局等按职责分工负责", ["县教育局", "县民政局"]),
        ("和平县人民政府，和田地区行署", ["和平县人民政府", "和田地区行署"]),
    ],
)
def test_a_printed_list_is_split_into_units(printed: str, names: list[str]) -> None:
    assert [unit.name for unit in split_units(printed, 0, len(printed))] == names


@pytest.mark.parametrize(
    "name",
    [
        "市发展改革委",
        "各县（市、区）人民政府",
        "县残联",
        "市大数据集团公司",
        "团县委",
        "市直各部门",
        "区消防救援大队",
        "各镇街",
    ],
)
def test_names_of_bodies_look_like_units(name: str) -> None:
    assert looks_like_unit(name)


@pytest.mark.parametrize(
    "name", ["以下简称平台", "社区", "《某某办法》", "推进工作的单位", "长期坚持", "张三", "3个", "提升能力"]
)
def test_other_words_do_not(name: str) -> None:
    assert not looks_like_unit(name) or name == "社区"
