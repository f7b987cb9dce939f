"""Work that comes round or goes on is said as such and gets no day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.domain.plan import Node, Rhythm

Item = Callable[[str], Node]


@pytest.mark.parametrize(
    ("words", "rhythms"),
    [
        ("每月5日前报送进展。", [Rhythm.MONTHLY]),
        ("每季度评选一次优秀案例。", [Rhythm.QUARTERLY]),
        ("每半年开展一次检查，每年修订目录。", [Rhythm.HALF_YEARLY, Rhythm.YEARLY]),
        ("实行月调度、季通报制度。", [Rhythm.MONTHLY, Rhythm.QUARTERLY]),
        (
            "实行周调度、月通报、季点评、半年总结。",
            [Rhythm.WEEKLY, Rhythm.MONTHLY, Rhythm.QUARTERLY, Rhythm.HALF_YEARLY],
        ),
        ("每日通报进度，每周召开一次例会。", [Rhythm.DAILY, Rhythm.WEEKLY]),
        ("每半月会商一次，每旬报送数据。", [Rhythm.HALF_MONTHLY, Rhythm.TEN_DAYS]),
        ("完善机制。责任单位：县数据局；完成时限：每周五前", [Rhythm.WEEKLY]),
        ("落实三审三校，长期坚持。", [Rhythm.OPEN_ENDED]),
        ("完善机制。（县数据局负责，长期坚持）", [Rhythm.OPEN_ENDED]),
        ("完善机制。责任单位：县数据局；完成时限：持续推进", [Rhythm.OPEN_ENDED]),
        ("完善机制。责任单位：县数据局；完成时限：每年3月底前", [Rhythm.YEARLY]),
    ],
)
def test_what_comes_round_is_said_as_such(read_item: Item, words: str, rhythms: list[Rhythm]) -> None:
    node = read_item(f"健全制度。{words}")
    assert [fact.rhythm for fact in node.recurrences] == rhythms
    assert node.deadlines == ()


@pytest.mark.parametrize(
    "words",
    [
        "持续推进“一网通办”改革。",
        "长期以来形成的做法。",
        "较上年每月的用量下降。",
        "12月调度一次。",
        "每日处理污水5000吨。",
        "上周通报的问题。",
    ],
)
def test_a_verb_that_goes_on_says_no_time(read_item: Item, words: str) -> None:
    assert read_item(f"健全制度。{words}").recurrences == ()


def test_a_note_may_name_a_day_and_go_on(read_item: Item) -> None:
    node = read_item("健全制度。完善机制。责任单位：县数据局；完成时限：2024年底前，并长期坚持")
    assert [fact.date.isoformat() for fact in node.deadlines] == ["2024-12-31"]
    assert [fact.phrase for fact in node.recurrences] == ["长期坚持"]
