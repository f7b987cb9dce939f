"""The light of a task: what an officer reads first, so every boundary is pinned."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.plan import DeadlineKind, Rhythm
from desktop_app.domain.task import Due, Light, Mark, Status, choose_due, expected_percent, format_day, judge

TODAY = dt.date(2021, 10, 18)
ISSUED = dt.date(2021, 6, 6)


def due(year: int, month: int, day: int, first: dt.date | None = None) -> Due:
    date = dt.date(year, month, day)
    return Due(date, first or date)


def test_an_open_task_past_its_date_is_red_and_says_by_how_many_days():
    signal = judge(Status.IN_PROGRESS, 87, due(2021, 9, 30), TODAY, ISSUED)
    assert signal.light is Light.RED
    assert signal.word == "逾期18天"
    assert signal.reason == "9月30日到期，已逾期18天，未办延期"


def test_on_the_day_itself_a_task_is_not_overdue():
    signal = judge(Status.IN_PROGRESS, 50, due(2021, 10, 18), TODAY, ISSUED)
    assert (signal.light, signal.word) == (Light.AMBER, "今日到期")


def test_the_day_after_it_is_overdue_by_one_day():
    assert judge(Status.IN_PROGRESS, 50, due(2021, 10, 17), TODAY).word == "逾期1天"


def test_a_task_due_in_13_days_is_amber_and_compares_with_the_time_gone_by():
    signal = judge(Status.IN_PROGRESS, 87, due(2021, 10, 31), TODAY, ISSUED)
    assert (signal.mark, signal.word) == (Mark.CAUTION, "剩13天")
    assert signal.reason == "10月31日到期，剩13天，进度87%，序时进度91%"


def test_due_soon_ends_after_fifteen_days():
    assert judge(Status.IN_PROGRESS, 99, due(2021, 11, 2), TODAY).word == "剩15天"
    assert judge(Status.IN_PROGRESS, 99, due(2021, 11, 3), TODAY).word == "正常"


def test_a_task_far_under_the_expected_progress_is_behind_schedule():
    assert judge(Status.IN_PROGRESS, 38, due(2021, 12, 31), TODAY, ISSUED).word == "滞后"
    assert judge(Status.IN_PROGRESS, 60, due(2021, 12, 31), TODAY, ISSUED).word == "正常"


def test_without_an_issue_date_nothing_is_called_behind():
    assert judge(Status.NOT_STARTED, 0, due(2021, 12, 31), TODAY).mark is Mark.NORMAL


def test_an_extended_task_in_time_is_amber_and_names_both_dates():
    signal = judge(Status.IN_PROGRESS, 75, due(2021, 11, 15, first=dt.date(2021, 9, 30)), TODAY, ISSUED)
    assert signal.word == "延期中"
    assert signal.reason == "已由9月30日延期至11月15日，剩28天"


def test_an_extended_task_past_its_new_date_is_red_and_does_not_say_it_was_never_extended():
    signal = judge(Status.IN_PROGRESS, 75, due(2021, 10, 8, first=dt.date(2021, 9, 30)), TODAY)
    assert signal.light is Light.RED
    assert "未办延期" not in signal.reason
    assert "9月30日" in signal.reason


@pytest.mark.parametrize(
    ("status", "light", "word"),
    [
        (Status.CLOSED, Light.GREEN, "已销号"),
        (Status.AWAITING_CHECK, Light.GREEN, "待核"),
        (Status.SUSPENDED, Light.GREY, "暂缓"),
        (Status.DROPPED, Light.GREY, "不再适用"),
    ],
)
def test_a_task_that_is_not_open_is_never_red(status, light, word):
    signal = judge(status, 0, due(2020, 1, 1), TODAY, ISSUED)
    assert (signal.light, signal.word) == (light, word)


def test_a_task_without_a_date_is_grey_and_says_why():
    signal = judge(Status.NOT_STARTED, 0, None, TODAY, ISSUED)
    assert (signal.light, signal.word) == (Light.GREY, "未定时限")


def test_final_dates_count_before_milestones_and_the_earliest_final_counts():
    milestone = Due(dt.date(2021, 3, 31), dt.date(2021, 3, 31), DeadlineKind.MILESTONE)
    assert choose_due([milestone, due(2021, 12, 31), due(2021, 10, 31)]) == due(2021, 10, 31)


def test_with_milestones_alone_the_last_one_counts():
    dues = [Due(dt.date(2021, m, 28), dt.date(2021, m, 28), DeadlineKind.MILESTONE) for m in (3, 6, 5)]
    assert choose_due(dues) == dues[1]
    assert choose_due([]) is None


@given(start=st.dates(), due_on=st.dates(), today=st.dates())
def test_expected_progress_is_a_percentage_or_unknown(start, due_on, today):
    percent = expected_percent(start, due_on, today)
    assert (percent is None) == (due_on <= start)
    if percent is not None:
        assert 0 <= percent <= 100


@given(status=st.sampled_from(Status), percent=st.integers(0, 100), date=st.dates(), today=st.dates())
def test_only_an_open_task_past_its_date_is_red(status, percent, date, today):
    signal = judge(status, percent, Due(date, date), today)
    opened = status in (Status.NOT_STARTED, Status.IN_PROGRESS)
    assert (signal.light is Light.RED) == (opened and date < today)


def test_a_day_is_printed_with_its_year_only_in_another_year():
    assert format_day(dt.date(2021, 9, 5), TODAY) == "9月5日"
    assert format_day(dt.date(2022, 3, 1), TODAY) == "2022年3月1日"


def test_work_without_an_end_is_grey_with_its_rhythm():
    signal = judge(Status.IN_PROGRESS, 40, None, TODAY, None, (Rhythm.QUARTERLY, "每季度通报"))
    assert (signal.light, signal.word) == (Light.GREY, "每季度")
    assert signal.reason == "原文写“每季度通报”，不设完成时限，不计灯"


def test_a_date_counts_even_when_work_comes_round():
    due = Due(dt.date(2020, 1, 1), dt.date(2020, 1, 1))
    assert judge(Status.IN_PROGRESS, 0, due, TODAY, None, (Rhythm.YEARLY, "每年")).light is Light.RED
