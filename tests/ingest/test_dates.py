from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.plan import DeadlineKind
from desktop_app.ingest.parsing.dates import find_deadlines, read_day, read_note_date

YEAR = 2024


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2024年6月30日前完成排查。", ["2024-06-30"]),
        ("8月底前完成，10月末前上线。", ["2024-08-31", "2024-10-31"]),
        ("2025年2月底前建成。", ["2025-02-28"]),
        ("6月份完成推广。", ["2024-06-30"]),
        ("2024年10月前建成。", ["2024-10-31"]),
        ("2024年底前完成改造；2025年年底前全面实现。", ["2024-12-31", "2025-12-31"]),
        ("年底前完成。", ["2024-12-31"]),
        ("到2025年，体系基本健全。", ["2025-12-31"]),
        ("2025年，基本建成数字政府。", ["2025-12-31"]),
        ("2024年实现80%以上事项可办。", ["2024-12-31"]),
        ("第三季度末前完成招标。", ["2024-09-30"]),
        ("2025年上半年完成验收。", ["2025-06-30"]),
        ("到“十四五”末，覆盖率达到100%。", ["2025-12-31"]),
        ("2024年9月底前完成A，12月底前完成B。", ["2024-09-30", "2024-12-31"]),
        ("（2024年3月1日—5月31日）开展排查。", ["2024-05-31"]),
        ("2025年上半年盘活存量用地。", ["2025-06-30"]),
        ("2024年秋季学期前完成更换。", ["2024-08-31"]),
        ("2026年6月底前完成2015年以来档案数字化。", ["2026-06-30"]),
        ("到2025年底，经营主体突破38万户，较上年增长10%。", ["2025-12-31"]),
        ("2025年4月1日至6月30日，开展专项整治。", ["2025-06-30"]),
        ("5月中旬完成自查，6月上旬完成整改。", ["2024-05-20", "2024-06-10"]),
        ("2024.7.15前形成清单。", ["2024-07-15"]),
        ("6月、9月、12月底前分批公布。", ["2024-06-30", "2024-09-30", "2024-12-31"]),
        ("二〇二四年十一月底前清零。", ["2024-11-30"]),
        ("三季度前总结经验，四季度在全镇推开。", ["2024-09-30", "2024-12-31"]),
        ("明年1月底前形成打算，今年下半年完成试点。", ["2025-01-31", "2024-12-31"]),
        ("2024—2026年每年举办培训。", ["2026-12-31"]),
        ("2025年年中达到一半，2028年投入运行。", ["2025-06-30", "2028-12-31"]),
        ("到2030年累计改造180公里。", ["2030-12-31"]),
        ("2024年完成60%，2025年全部完成。", ["2024-12-31", "2025-12-31"]),
        ("2025年，治理率达到80%。", ["2025-12-31"]),
        ("2024年改造400个，2025年500个，2026年规上企业全覆盖。", ["2024-12-31", "2025-12-31", "2026-12-31"]),
        ("实行按季通报、年底考核。", []),
        ("2025年汛期前完成清淤，主汛期前完成排查。", ["2025-05-31", "2025-05-31"]),
        ("5年内引进人才100名。", []),
        ("2024年规上企业达到30家，2025年达到45家。", ["2024-12-31", "2025-12-31"]),
        ("10月底前出台《管理办法》。", ["2024-10-31"]),
    ],
)
def test_dates_to_be_kept_are_read(words: str, days: list[str]) -> None:
    found = find_deadlines(words, 0, len(words), YEAR)
    assert [fact.date.isoformat() for fact in found] == days
    assert all(fact.kind is DeadlineKind.MILESTONE and words[slice(*fact.span)] == fact.phrase for fact in found)


@pytest.mark.parametrize(
    "words",
    [
        "2021年印发的方案继续有效。",
        "围绕2024年工作重点，深入推进。",
        "2020年至2025年规划期内。",
        "截至2024年底，全县已建成5个中心。",
        "每月25日前报送。",
        "每年12月底前报送总结。",
        "2024年前三季度运行平稳。",
        "2024年3月印发的方案继续有效。",
        "截至2024年累计建成5个中心。",
        "2025年7月1日起实行分类通行。",
        "较2024年增长5%。",
        "为建党100周年献礼。",
        "自2024年以来，成效明显。",
        "打造15分钟便民服务圈。",
    ],
)
def test_other_years_are_no_deadlines(words: str) -> None:
    assert find_deadlines(words, 0, len(words), YEAR) == []


def test_a_later_year_takes_over_for_the_months_behind_it() -> None:
    words = "2025年3月底前启动，6月底前完成。"
    assert [fact.date for fact in find_deadlines(words, 0, len(words), YEAR)] == [
        dt.date(2025, 3, 31),
        dt.date(2025, 6, 30),
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021年12月底前完成", "2021-12-31"),
        ("2021年5月底", "2021-05-31"),
        ("2024年6月30日", "2024-06-30"),
        ("2024.6.30", "2024-06-30"),
        ("2024年", "2024-12-31"),
        ("2024年1月—10月", "2024-10-31"),
        ("11月", "2024-11-30"),
        ("2024年底前，并长期坚持", "2024-12-31"),
        ("持续推进", None),
        ("全年", "2024-12-31"),
        ("每年12月底前", None),
        ("长期", None),
    ],
)
def test_the_date_of_a_note_is_final(words: str, day: str | None) -> None:
    fact = read_note_date(words, 0, len(words), YEAR)
    assert (fact.date.isoformat() if fact else None) == day
    assert fact is None or fact.kind is DeadlineKind.FINAL


def test_a_month_without_any_year_says_nothing() -> None:
    assert find_deadlines("8月底前完成。", 0, 7, None) == []


@pytest.mark.parametrize(
    "words",
    [
        "2024年4月19日",
        "二〇二四年四月十九日",
        "2024-04-19",
        "２０２４年４月１９日".translate({ord(c): str(i) for i, c in enumerate("０１２３４５６７８９")}),
    ],
)
def test_a_date_line_is_read_in_every_script(words: str) -> None:
    assert read_day(words) == dt.date(2024, 4, 19)


def test_an_impossible_day_is_none() -> None:
    assert read_day("2024年2月30日") is None
