"""The stretch of time a report speaks of: a month, a quarter, a half year, a year, any days, or up to today."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from desktop_app.domain.errors import BadInput
from desktop_app.exports.text import full_date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})|-[Qq]([1-4])|-[Hh]([12]))?", re.ASCII)
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})\s*(?:\.\.|至|~|/)\s*(\d{4}-\d{2}-\d{2})", re.ASCII)
_HALVES = {1: "上半年", 2: "下半年"}


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; `words` is how a report names it."""

    words: str
    first: dt.date
    last: dt.date

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read 2026-11, 2026-Q4, 2026-H2, 2026 or 2026-03-01..2026-04-15.

        Raises:
            BadInput: the text is none of these.
        """
        span = _SPAN.fullmatch(text.strip())
        if span:
            return cls._of_days(text, *span.groups())
        match = _FORM.fullmatch(text.strip())
        month = int(match[2]) if match and match[2] else 0
        if match is None or month > 12 or (match[2] and not month) or not 1 <= int(match[1]) < dt.MAXYEAR:
            raise _refused(text)
        year = int(match[1])
        if match[2]:
            return cls(f"{year}年{month}月", dt.date(year, month, 1), _month_end(year, month))
        if match[3]:
            end = int(match[3]) * 3
            return cls(f"{year}年第{match[3]}季度", dt.date(year, end - 2, 1), _month_end(year, end))
        if match[4]:
            end = int(match[4]) * 6
            return cls(f"{year}年{_HALVES[int(match[4])]}", dt.date(year, end - 5, 1), _month_end(year, end))
        return cls(f"{year}年", dt.date(year, 1, 1), dt.date(year, 12, 31))

    @classmethod
    def _of_days(cls, text: str, first: str, last: str) -> Period:
        try:
            days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        except ValueError:
            raise _refused(text) from None
        if days[0] > days[1]:
            raise BadInput(f"报送期“{text}”的起始日晚于截止日，应调换")
        return cls(f"{full_date(days[0])}至{full_date(days[1])}", *days)

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


def _refused(text: str) -> BadInput:
    return BadInput(
        f"报送期“{text}”无法识别，应写为 2026-11（月）、2026-Q4（季度）、2026-H2（半年）、2026（年）"
        "或 2026-03-01..2026-04-15（起止日）"
    )


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
