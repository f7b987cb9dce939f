"""The stretch of time a report speaks of: a month, a quarter, a year, or up to today."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from desktop_app.domain.errors import BadInput

_FORM = re.compile(r"(\d{4})(?:-(\d{2})|-[Qq]([1-4]))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; `words` is how a report names it."""

    words: str
    first: dt.date
    last: dt.date

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read 2026-11, 2026-Q4 or 2026.

        Raises:
            BadInput: the text is none of these.
        """
        match = _FORM.fullmatch(text.strip())
        month = int(match[2]) if match and match[2] else 0
        if match is None or month > 12 or (match[2] and not month) or not 1 <= int(match[1]) < dt.MAXYEAR:
            raise BadInput(f"报送期“{text}”无法识别，应写为 2026-11（月）、2026-Q4（季度）或 2026（年）")
        year = int(match[1])
        if match[2]:
            return cls(f"{year}年{month}月", dt.date(year, month, 1), _month_end(year, month))
        if match[3]:
            end = int(match[3]) * 3
            return cls(f"{year}年第{match[3]}季度", dt.date(year, end - 2, 1), _month_end(year, end))
        return cls(f"{year}年", dt.date(year, 1, 1), dt.date(year, 12, 31))

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
