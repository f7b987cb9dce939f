"""The state of a task: status, percent, and the light that follows from them and the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.plan import DeadlineKind, Rhythm

DUE_SOON_DAYS = 15
"""A task due within this many days is 临期 (amber)."""

BEHIND_POINTS = 15
"""A task this many percentage points under its 序时进度 is 滞后 (amber)."""


class Status(StrEnum):
    """Where a task stands, as the officer says it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    AWAITING_CHECK = "awaiting_check"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The status as screens and reports print it."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.NOT_STARTED: "未启动",
    Status.IN_PROGRESS: "推进中",
    Status.AWAITING_CHECK: "已完成待核",
    Status.CLOSED: "已销号",
    Status.SUSPENDED: "暂缓",
    Status.DROPPED: "不再适用",
}


class Light(StrEnum):
    """红黄绿灯. Derived, never stored."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    GREY = "grey"

    @property
    def label(self) -> str:
        """The light as screens and reports print it."""
        return {"red": "红灯", "amber": "黄灯", "green": "绿灯", "grey": "不计灯"}[self.value]


class Mark(StrEnum):
    """The six groups a task is counted in: each has a shape of its own, so that colour is never alone."""

    OVERDUE = "overdue"
    CAUTION = "caution"
    NORMAL = "normal"
    TO_CHECK = "to_check"
    CLOSED = "closed"
    UNCOUNTED = "uncounted"

    @property
    def label(self) -> str:
        """The group as the strip of counts names it."""
        return _MARK_LABELS[self]

    @property
    def light(self) -> Light:
        """The light of the group."""
        return _MARK_LIGHTS[self]


_MARK_LABELS = {
    Mark.OVERDUE: "逾期",
    Mark.CAUTION: "临期与滞后",
    Mark.NORMAL: "正常",
    Mark.TO_CHECK: "待核",
    Mark.CLOSED: "已销号",
    Mark.UNCOUNTED: "不计灯",
}

_MARK_LIGHTS = {
    Mark.OVERDUE: Light.RED,
    Mark.CAUTION: Light.AMBER,
    Mark.NORMAL: Light.GREEN,
    Mark.TO_CHECK: Light.GREEN,
    Mark.CLOSED: Light.GREEN,
    Mark.UNCOUNTED: Light.GREY,
}


@dataclass(frozen=True, slots=True)
class Due:
    """The date a task is measured by; `first_date` differs from `date` once it was extended."""

    date: dt.date
    first_date: dt.date
    kind: DeadlineKind = DeadlineKind.FINAL

    @property
    def extended(self) -> bool:
        """True when an extension moved the date."""
        return self.date != self.first_date


@dataclass(frozen=True, slots=True)
class Signal:
    """A light with its words: `word` for a narrow column (逾期18天), `reason` as one sentence."""

    mark: Mark
    word: str
    reason: str

    @property
    def light(self) -> Light:
        """The light of the signal."""
        return self.mark.light


def choose_due(dues: Iterable[Due]) -> Due | None:
    """The date that counts: the earliest final one, else the last milestone, else none."""
    listed = list(dues)
    finals = [due for due in listed if due.kind is DeadlineKind.FINAL]
    if finals:
        return min(finals, key=lambda due: due.date)
    return max(listed, key=lambda due: due.date, default=None)


def expected_percent(start: dt.date | None, due: dt.date, today: dt.date) -> int | None:
    """序时进度: the share of the time from `start` to `due` that has gone by, 0 to 100; None without a start."""
    if start is None or due <= start:
        return None
    gone = (today - start).days / (due - start).days
    return round(100 * min(max(gone, 0.0), 1.0))


def judge(
    status: Status,
    percent: int,
    due: Due | None,
    today: dt.date,
    start: dt.date | None = None,
    recurrence: tuple[Rhythm, str] | None = None,
) -> Signal:
    """The light of a task or part on `today`.

    `recurrence` is how work without a date comes round, and the words that say so.

    Red: open and past its date. Amber: due within `DUE_SOON_DAYS`, or `BEHIND_POINTS` under 序时进度, or
    running on an extension. Green: in time, waiting to be checked, or closed. Grey: no date, suspended, dropped.
    """
    if status is Status.CLOSED:
        return Signal(Mark.CLOSED, "已销号", "已销号")
    if status is Status.AWAITING_CHECK:
        return Signal(Mark.TO_CHECK, "待核", "已完成，等待核验销号")
    if status is Status.SUSPENDED:
        return Signal(Mark.UNCOUNTED, "暂缓", "已暂缓，不计灯")
    if status is Status.DROPPED:
        return Signal(Mark.UNCOUNTED, "不再适用", "不再适用，不计灯")
    if due is None:
        return _judge_dateless(recurrence)
    return _judge_open(percent, due, today, start)


def _judge_dateless(recurrence: tuple[Rhythm, str] | None) -> Signal:
    if recurrence is None:
        return Signal(Mark.UNCOUNTED, "未定时限", "原文未写完成时限，不计灯")
    rhythm, phrase = recurrence
    return Signal(Mark.UNCOUNTED, rhythm.label, f"原文写“{phrase}”，不设完成时限，不计灯")


def _judge_open(percent: int, due: Due, today: dt.date, start: dt.date | None) -> Signal:
    day = format_day(due.date, today)
    left = (due.date - today).days
    if left < 0:
        tail = f"（已由{format_day(due.first_date, today)}延期）" if due.extended else "，未办延期"
        return Signal(Mark.OVERDUE, f"逾期{-left}天", f"{day}到期，已逾期{-left}天{tail}")
    expected = expected_percent(start, due.date, today)
    if left <= DUE_SOON_DAYS:
        word = f"剩{left}天" if left else "今日到期"
        progress = f"，进度{percent}%" + (f"，序时进度{expected}%" if expected is not None else "")
        return Signal(Mark.CAUTION, word, f"{day}到期，{word if left else '今天到期'}{progress}")
    if due.extended:
        return Signal(Mark.CAUTION, "延期中", f"已由{format_day(due.first_date, today)}延期至{day}，剩{left}天")
    if expected is not None and percent <= expected - BEHIND_POINTS:
        return Signal(Mark.CAUTION, "滞后", f"{day}到期，进度{percent}%，序时进度{expected}%")
    return Signal(Mark.NORMAL, "正常", f"{day}到期，剩{left}天")


def format_day(day: dt.date, today: dt.date) -> str:
    """10月31日, or 2022年3月1日 when it is not in the year of `today`."""
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"
