"""Which item of the old version became which of the new one."""

import random
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.revision import Item, match, without_number

GOODS = (
    "政务服务",
    "数据平台",
    "老旧小区",
    "排水管网",
    "人才公寓",
    "营商环境",
    "乡村道路",
    "智慧停车",
    "养老服务",
    "应急指挥",
)


def item(key, wording, number="", title="", path="一"):
    return Item(key, number, title, wording, path)


def found(old, new):
    return {pair.new.key: pair.old.key for pair in match(old, new) if pair.old and pair.new}


def test_the_same_wording_is_found_wherever_it_stands():
    old = [item(1, "建设数据平台，接入三十个部门", "1."), item(2, "改造老旧小区二十个", "2.")]
    new = [item("a", "改造老旧小区二十个", "1.", path="二"), item("b", "建设数据平台， 接入三十个部门", "2.")]
    pairs = match(old, new)
    assert found(old, new) == {"a": 2, "b": 1}
    assert not any(pair.changed for pair in pairs)
    assert [pair.moved for pair in pairs] == [True, False]


def test_one_wording_several_times_finds_its_own_place():
    old = [item(1, "加强组织领导", path="一"), item(2, "加强组织领导", path="二")]
    new = [item("b", "加强组织领导", path="二"), item("a", "加强组织领导", path="一")]
    assert found(old, new) == {"a": 1, "b": 2}


def test_a_changed_wording_is_found_by_its_likeness():
    old = [item(1, "推动100个事项跨市通办，年底前完成", "1."), item(2, "完善政务服务热线，归并全部号码", "2.")]
    new = [
        item("a", "完善政务服务便民热线，归并全部号码", "1."),
        item("b", "推动200个高频事项跨市通办，年底前完成", "2."),
    ]
    assert found(old, new) == {"a": 2, "b": 1}
    assert all(pair.changed for pair in match(old, new))


def test_a_rewritten_task_is_found_by_its_title_in_its_place():
    old = [item(1, "完成立项和招标", "3.", "建设数据平台")]
    assert found(old, [item("a", "全面投入使用，接入各部门", "3.", "建设数据平台")]) == {"a": 1}


def test_a_number_alone_makes_no_pair():
    old = [item(1, "改造老旧小区", "3.", "城市更新")]
    pairs = match(old, [item("a", "接入政务数据", "3.", "数据平台")])
    assert [(pair.old, pair.new is None) for pair in pairs if pair.old] == [(old[0], True)]
    assert len(pairs) == 2


def test_nothing_to_match_with_is_all_new_or_all_gone():
    only = [item(1, "改造老旧小区")]
    assert [pair.old for pair in match([], only)] == [None]
    assert [pair.new for pair in match(only, [])] == [None]


@given(st.lists(st.sampled_from(GOODS), max_size=12), st.lists(st.sampled_from(GOODS), max_size=12))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_item_stands_in_exactly_one_pair(before, after):
    old = [item(place, f"推进{word}建设") for place, word in enumerate(before)]
    new = [item(str(place), f"推进{word}建设") for place, word in enumerate(after)]
    pairs = match(old, new)
    assert [pair.new.key for pair in pairs if pair.new] == [each.key for each in new]
    assert sorted(pair.old.key for pair in pairs if pair.old) == [each.key for each in old]
    common = sum(min(before.count(word), after.count(word)) for word in set(before))
    assert len(found(old, new)) >= common


def test_numbers_are_no_part_of_the_wording():
    assert without_number("（三）推进改革。", "（三）") == "推进改革。"
    assert without_number("3、推进改革。", "3.") == "推进改革。"
    assert without_number("第五条 推进改革。", "第五条") == "推进改革。"
    assert without_number("5G基站建设", "") == "5G基站建设"
    assert without_number("推进改革。", "3.") == "推进改革。"


def test_a_thousand_changed_tasks_are_matched_in_seconds():
    chance = random.Random(7)
    letters = "建设数据平台完善政务服务推进改革落实责任加强管理提升能力优化环境促进发展" * 3
    wordings = ["".join(chance.sample(letters, 90)) for _ in range(1000)]
    old = [item(place, wording, f"{place}.") for place, wording in enumerate(wordings)]
    changed = [wording[:40] + "新增内容" + wording[45:] for wording in wordings]
    chance.shuffle(changed)
    new = [item(str(place), wording, f"{place}.") for place, wording in enumerate(changed)]
    start = time.process_time()
    matched = found(old, new)
    assert time.process_time() - start < 5
    right = sum(wordings[old_key][:40] == changed[int(new_key)][:40] for new_key, old_key in matched.items())
    assert right > 990
