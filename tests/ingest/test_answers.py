"""What units write into open cells, in all the ways they write it."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.handout import Field
from desktop_app.domain.task import Status
from desktop_app.ingest.answers import read_answer

REFERENCE = dt.date(2021, 10, 18)


def read(field, raw):
    return read_answer(field, raw, REFERENCE)


@pytest.mark.parametrize(
    ("raw", "percent"),
    [
        (80, 80), (0.8, 80), ("80%", 80), ("80％", 80), ("８０", 80), ("八成", 80), ("8成", 80), ("八成五", 85), ("六成半", 65),
        ("百分之八十", 80), ("百分之八十五", 85), ("约80%", 80), ("完成80%", 80), ("0.8", 80), (1, 100), (1.0, 100), ("1", 1),
        (0, 0), (0.29, 29), (52.5, 53), ("全部完成", 100), ("未开展", 0), ("100", 100), ("十成", 100),
    ],
)  # fmt: skip
def test_percents_are_read_as_people_write_them(raw, percent):
    answer = read(Field.PERCENT, raw)
    assert (answer.value, answer.refusal) == (percent, "")


@pytest.mark.parametrize("raw", [101, -1, "过半", "120%", "很多", True, dt.date(2021, 1, 1), float("nan"), "1/2"])
def test_what_is_no_percent_is_refused_with_a_reason(raw):
    answer = read(Field.PERCENT, raw)
    assert answer.value is None
    assert answer.refusal


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ("推进中", Status.IN_PROGRESS), ("正在推进", Status.IN_PROGRESS), ("有序推进", Status.IN_PROGRESS),
        ("基本完成", Status.IN_PROGRESS), ("未完成", Status.IN_PROGRESS), ("尚未完成", Status.IN_PROGRESS),
        ("已完成", Status.AWAITING_CHECK), ("完成", Status.AWAITING_CHECK), ("已办结", Status.AWAITING_CHECK),
        ("已销号", Status.AWAITING_CHECK), ("已完成待核", Status.AWAITING_CHECK), ("全部完成。", Status.AWAITING_CHECK),
        ("未开展", Status.NOT_STARTED), ("尚未启动", Status.NOT_STARTED), (" 未启动 ", Status.NOT_STARTED),
        ("暂缓", Status.SUSPENDED), ("暂停实施", Status.SUSPENDED), ("不再适用", Status.DROPPED), ("取消", Status.DROPPED),
    ],
)  # fmt: skip
def test_statuses_in_free_words_are_understood_and_said(raw, status):
    answer = read(Field.STATUS, raw)
    assert (answer.value, answer.refusal) == (status, "")
    assert raw.strip() == status.label or f"按“{status.label}”" in answer.note


@pytest.mark.parametrize("raw", ["ok", "是", "见附件", 3])
def test_words_that_are_no_status_are_refused(raw):
    answer = read(Field.STATUS, raw)
    assert answer.value is None
    assert "可填：未启动、推进中" in answer.refusal


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2026.3.5", dt.date(2026, 3, 5)), ("2026-03-05", dt.date(2026, 3, 5)), ("2026/3/5", dt.date(2026, 3, 5)),
        ("2026年3月5日", dt.date(2026, 3, 5)), ("20260305", dt.date(2026, 3, 5)), ("26.3.5", dt.date(2026, 3, 5)),
        ("3月5日", dt.date(2022, 3, 5)), ("11月20日前", dt.date(2021, 11, 20)), ("11.20", dt.date(2021, 11, 20)),
        ("12-31", dt.date(2021, 12, 31)), ("2021年11月", dt.date(2021, 11, 30)), ("2022年2月底前", dt.date(2022, 2, 28)),
        ("11月底", dt.date(2021, 11, 30)), ("年底前", dt.date(2021, 12, 31)), ("2022年底前完成", dt.date(2022, 12, 31)),
        (44561, dt.date(2021, 12, 31)), (44561.0, dt.date(2021, 12, 31)), ("44561", dt.date(2021, 12, 31)),
        (dt.datetime(2021, 12, 31), dt.date(2021, 12, 31)), (11.25, dt.date(2021, 11, 25)), (20211120, dt.date(2021, 11, 20)),
        ("2月29日", dt.date(2020, 2, 29)),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(raw, day):
    if raw == "2月29日":
        # Neither 2021 nor 2022 has one; 2020 does.
        assert read(Field.EXPECTED, raw).value == day
        return
    answer = read(Field.EXPECTED, raw)
    assert (answer.value, answer.refusal) == (day, "")


@pytest.mark.parametrize("raw", ["长期", "2月30日", "13月", "2021.13.1", 11.2, 3, "持续推进", True])
def test_what_is_no_day_is_refused_with_a_reason(raw):
    answer = read(Field.EXPECTED, raw)
    assert answer.value is None
    assert answer.refusal


def test_a_number_that_may_be_two_days_is_not_guessed():
    assert "可能是11月2日，也可能是11月20日" in read(Field.EXPECTED, 11.2).refusal


def test_a_number_that_may_be_two_percents_is_not_guessed():
    assert read(Field.PERCENT, 1.2).refusal == "“1.2”可能是1.2%，也可能是120%"
    assert "超出" in read(Field.PERCENT, -0.5).refusal


@pytest.mark.parametrize("raw", [None, "", "  ", "/", "—"])
def test_empty_cells_are_empty(raw):
    assert read(Field.PERCENT, raw) == read(Field.STATUS, raw) == read(Field.EXPECTED, raw)
    assert read(Field.PERCENT, raw).value is None


def test_words_keep_their_lines_and_lose_only_the_space_around_them():
    assert read(Field.TEXT, " 一、已办。 \r\n二、在办。\n").value == "一、已办。\n二、在办。"
    assert read(Field.TEXT, 12.0).value == "12"
    assert "错误值" in read(Field.TEXT, "#REF!").refusal
    assert read(Field.TEXT, None).value == ""
