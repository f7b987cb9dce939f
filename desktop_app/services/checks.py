"""What a value must be before it is stored, and the sentence when it is not."""

from __future__ import annotations

import datetime as dt
import math
import re

from desktop_app.domain.errors import BadInput

_DAY = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?", re.ASCII)


def read_day(text: str) -> dt.date:
    """A day as people type it: 2021-10-18, 2021/10/18, 2021.10.18 or 2021年10月18日.

    Raises:
        BadInput: the text is none of these, or there is no such day.
    """
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise BadInput(f"日期“{text}”无法识别，写成 2021-10-18 或 2021年10月18日")
    try:
        return dt.date(*map(int, match.groups()))
    except ValueError:
        raise BadInput(f"日期“{text}”不存在，核对月份和日数") from None


def not_blank(text: str, what: str) -> str:
    """The text without space around it.

    Raises:
        BadInput: nothing is left; `what` names the field.
    """
    text = text.strip()
    if not text:
        raise BadInput(f"{what}不能为空")
    return text


def valid_percent(percent: int) -> int:
    """The percent, when it is one.

    Raises:
        BadInput: not from 0 to 100.
    """
    if not 0 <= percent <= 100:
        raise BadInput(f"进度应在0到100之间，现为{percent}")
    return percent


def not_future(day: dt.date | None, today: dt.date, what: str) -> dt.date:
    """The day, today when none was given.

    Raises:
        BadInput: it is still to come; `what` names the field.
    """
    if day is not None and day > today:
        raise BadInput(f"{what}{day.isoformat()}晚于今天（{today.isoformat()}）")
    return day or today


def finite(value: float) -> float:
    """The number, when it is one.

    Raises:
        BadInput: infinite or not a number.
    """
    if not math.isfinite(value):
        raise BadInput("读数应为数字")
    return value
