from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.standing import Standing, advance, close, move_to, reopen, settle
from desktop_app.domain.task import Status

DAY = dt.date(2021, 10, 18)
NEW = Standing(Status.NOT_STARTED, 0)
HALF = Standing(Status.IN_PROGRESS, 50)
CLOSED = Standing(Status.CLOSED, 100, 50, DAY, "已验收")

standings = st.builds(
    Standing, st.sampled_from(Status), st.integers(0, 100), st.none() | st.integers(0, 100), st.none() | st.just(DAY)
)


def test_closing_remembers_the_percent() -> None:
    assert close(HALF, DAY, "已验收") == CLOSED


def test_reopening_gives_the_percent_back() -> None:
    assert reopen(CLOSED) == HALF


def test_what_is_said_to_be_done_can_be_sent_back() -> None:
    assert reopen(move_to(HALF, Status.AWAITING_CHECK, DAY)) == HALF


@pytest.mark.parametrize(
    ("percent", "status"), [(0, Status.NOT_STARTED), (1, Status.IN_PROGRESS), (100, Status.AWAITING_CHECK)]
)
def test_the_percent_of_new_work_says_where_it_stands(percent: int, status: Status) -> None:
    assert advance(NEW, percent) == Standing(status, percent, 0 if percent == 100 else None)


def test_work_that_falls_under_full_is_in_progress_again() -> None:
    assert advance(Standing(Status.AWAITING_CHECK, 100), 80) == Standing(Status.IN_PROGRESS, 80)


@pytest.mark.parametrize("status", [Status.SUSPENDED, Status.DROPPED])
def test_work_on_hold_stays_on_hold(status: Status) -> None:
    assert advance(Standing(status, 10), 30) == Standing(status, 30)


def test_setting_not_started_takes_the_percent_away() -> None:
    assert move_to(CLOSED, Status.NOT_STARTED, DAY) == NEW


def test_a_task_has_the_rounded_mean_of_its_parts() -> None:
    thirds = [Standing(Status.CLOSED, 100), NEW, Standing(Status.IN_PROGRESS, 25)]
    assert settle(NEW, thirds, DAY) == Standing(Status.IN_PROGRESS, 42)
    assert settle(NEW, [Standing(Status.IN_PROGRESS, 25), NEW], DAY).percent == 13


def test_a_part_that_no_longer_applies_does_not_count() -> None:
    assert settle(HALF, [CLOSED, Standing(Status.DROPPED, 0)], DAY).status is Status.CLOSED


def test_a_part_that_no_longer_applies_does_not_begin_its_task() -> None:
    assert settle(NEW, [Standing(Status.DROPPED, 0), NEW], DAY) == NEW


def test_a_task_waits_to_be_checked_when_all_its_parts_do() -> None:
    parts = [Standing(Status.AWAITING_CHECK, 100), CLOSED]
    assert settle(HALF, parts, DAY) == Standing(Status.AWAITING_CHECK, 100)


def test_a_suspended_task_stays_so_while_a_part_moves() -> None:
    held = Standing(Status.SUSPENDED, 0)
    assert settle(held, [HALF, NEW], DAY) == Standing(Status.SUSPENDED, 25)


@given(standings)
def test_closing_and_reopening_comes_back_to_the_percent(standing: Standing) -> None:
    if standing.status is not Status.CLOSED:
        assert reopen(close(standing, DAY, "")).percent == standing.percent


@given(standings, st.lists(standings, min_size=1), st.integers(0, 100))
def test_a_percent_is_always_one_and_closed_is_always_full(task: Standing, parts: list[Standing], percent: int) -> None:
    parts = [Standing(p.status, 100 if p.status is Status.CLOSED else p.percent) for p in parts]
    for result in (settle(task, parts, DAY), advance(task, percent), close(task, DAY, "")):
        assert 0 <= result.percent <= 100
        if result.status is Status.CLOSED and task.status is not Status.CLOSED:
            assert (result.percent, result.closed_on) == (100, DAY)
