"""Numbers in the officer's own words: true when the record says the same of them, doubtful when it says it of another thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exports.claims import claims, unproven

DRAFTED = (
    "截至2021年10月18日，已完成5项、未启动12项，平均进度69%。红灯（逾期）5项，黄灯（临期、滞后）12项。"
    "3项附有佐证材料，2项尚缺佐证材料。已销号和待核分别为4项、6项。"
)
FIGURES = {"任务总数": "50", "已销号": "10", "平均进度": "69%", "逾期": "5"}


@pytest.mark.parametrize(
    "words",
    [
        "已完成12项、未启动5项",
        "未完成5项",
        "逾期12项",
        "红灯（逾期）12项",
        "黄灯（临期、滞后）5项，红灯（逾期）12项",
        "2项附有佐证材料，3项尚缺佐证材料",
        "待核和已销号分别为4项、6项",
        "已销号和待核分别为6项、4项",
        "截至2021年10月20日",
        "已完成十二项",
        "约三成",
        "百分之七十",
        "已完成１２项",
        "累计投入1,200万元",
        "已销号11项",
    ],
)
def test_a_number_of_another_thing_is_doubtful(words: str) -> None:
    assert unproven(words, DRAFTED, FIGURES)


@pytest.mark.parametrize(
    "words",
    [
        DRAFTED,
        "未启动12项、已完成5项",
        "总体来看，已完成5项，未启动12项，平均进度达到69%，进展顺利。",
        "红灯5项，黄灯12项",
        "已完成５项",
        "平均进度69.0%",
        "全区已销号10项",
        "一是抓逾期，二是抓进度，形成一个平台、一批成果。",
        "总体进展顺利。",
    ],
)
def test_what_the_record_says_may_be_said_in_other_words(words: str) -> None:
    assert unproven(words, DRAFTED, FIGURES) == ()


def test_names_with_numbers_count_nothing() -> None:
    assert unproven("市12345热线中心", "", {}, ("12345热线",)) == ()
    assert unproven("市12345热线中心", "", {}) == ("市12345热线中心",)


def test_a_comma_within_a_number_ends_no_clause() -> None:
    (claim,) = claims("建设基站1,200个")
    assert claim.value == "1200" and claim.quote == "建设基站1,200个"


@given(st.lists(st.integers(0, 99), min_size=2, max_size=6, unique=True), st.data())
def test_any_two_numbers_that_changed_places_are_noticed(numbers: list[int], data: st.DataObject) -> None:
    names = ("已销号", "待核验", "推进中", "未启动", "暂缓的", "不适用")
    one, other = data.draw(st.lists(st.sampled_from(range(len(numbers))), min_size=2, max_size=2, unique=True))
    swapped = list(numbers)
    swapped[one], swapped[other] = swapped[other], swapped[one]

    def told(values: list[int]) -> str:
        return "，".join(f"{name}{value}项" for name, value in zip(names, values, strict=False)) + "。"

    assert len(unproven(told(swapped), told(numbers), {})) >= 2
    assert unproven(told(numbers), told(numbers), {}) == ()
