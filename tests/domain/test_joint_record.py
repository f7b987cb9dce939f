"""A task that has several rows in an old ledger stands as all of them together say."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from desktop_app.domain.joint_record import together
from desktop_app.domain.old_ledger import Record
from desktop_app.domain.task import Status

CLOSED, CHECK, BEGUN = Status.CLOSED, Status.AWAITING_CHECK, Status.IN_PROGRESS
FRESH, HELD, DROPPED = Status.NOT_STARTED, Status.SUSPENDED, Status.DROPPED


@pytest.mark.parametrize(
    ("rows", "status", "percent"),
    [
        ([(CLOSED, 100), (BEGUN, 40)], BEGUN, 70),
        ([(CLOSED, None), (FRESH, None)], BEGUN, 50),
        ([(CLOSED, None), (BEGUN, None)], BEGUN, None),
        ([(CLOSED, 100), (CHECK, None)], CHECK, 100),
        ([(CLOSED, None), (CLOSED, None)], CLOSED, 100),
        ([(CLOSED, None), (None, None)], CLOSED, 100),
        ([(CLOSED, None), (DROPPED, None)], CLOSED, 100),
        ([(DROPPED, None), (DROPPED, None)], DROPPED, None),
        ([(BEGUN, 40), (BEGUN, None)], BEGUN, 40),
        ([(BEGUN, 40), (BEGUN, 81)], BEGUN, 61),
        ([(FRESH, None), (HELD, None)], FRESH, None),
        ([(None, 30), (None, None)], None, 30),
        ([(None, None), (None, None)], None, None),
    ],
)
def test_a_task_is_done_only_when_every_row_is(
    rows: list[tuple[Status | None, int | None]], status: Status | None, percent: int | None
) -> None:
    for each in permutations(rows):
        whole = together([Record(7, *standing) for standing in each])
        assert (whole.place, whole.status, whole.percent) == (7, status, percent)


def test_the_last_day_of_closing_and_the_first_due_date_count() -> None:
    rows = [
        Record(1, CLOSED, closed_on=dt.date(2021, 9, day), first_due=dt.date(2021, day, 1), no_evidence=reason)
        for day, reason in ((3, "口头"), (8, ""), (5, "口头"))
    ]
    whole = together(rows)
    assert (whole.closed_on, whole.first_due, whole.no_evidence) == (dt.date(2021, 9, 8), dt.date(2021, 3, 1), "口头")


def test_a_row_alone_is_what_it_says() -> None:
    alone = Record(1, BEGUN, 100, text="进展")
    assert together([alone]) is alone
