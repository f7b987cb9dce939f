"""How official prose prints a point in time, and which day it means.

    2024年6月30日  6月底前  10月中旬  三季度末  上半年  年底  到“十四五”末  2025.7.15  二〇二五年十一月

A month without a day means its last day, 上旬 the 10th, 中旬 the 20th, a year without a month 31 December;
汛期前 is the end of May, the floods being reckoned from 1 June; 国庆前 is 30 September, 2025年春节前 the day before it.
Whether a moment is a deadline is for `dates` to say, by the words around it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.ingest.parsing.numbers import chinese_number

_TO = r"\s*[—–\-~～至到]+\s*"
_YEAR = (
    rf"(?:(?:20\d\d\s*年?{_TO})?(?<!\d)(?P<y>20\d\d|二[〇○零][一二三四五][〇○零一二三四五六七八九])\s*年"
    r"|(?P<near>[今明本后]年度?|本年度))"
)
_MONTH = rf"(?:(?<!\d)\d{{1,2}}\s*月?{_TO})?(?<!\d)(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月份?"
_DAY = rf"(?P<d>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])\s*[日号]?(?:(?<=[日号])|(?={_TO}\d{{1,2}}[日号]))(?:{_TO}(?P<d2>3[01]|[12]\d|0?[1-9])[日号])?"
_ASIDE = r"(?:（(?:含|含当日|当日|[星周礼][期拜]?[一二三四五六日天])）)?"
_MOMENT = re.compile(
    rf"(?:{_YEAR}\s*)?(?:"
    rf"(?P<dotted>(?<!\d)(?P<dy>20\d\d)[.\-/](?P<dm>1[0-2]|0?[1-9])(?:[.\-/](?P<dd>3[01]|[12]\d|0?[1-9]))?(?![\d.%]))"
    rf"|{_MONTH}(?:{_DAY}(?:[上下]午)?(?:\d{{1,2}}(?:[时点]整?|[：:]\d\d))?{_ASIDE}|(?P<part>上中旬|中下旬|[上中下]旬|月?[底末初]|中(?=[前，。；、）]|完成)))?"
    r"|(?:(?<!\d)[1-4一二三四]" + _TO + r")?(?<!\d)第?(?P<q>[一二三四1-4])季度(?:末|底|内|初)?"
    r"|(?P<h>[上下])半年(?:底|末|内)?"
    r"|(?P<t>[春秋])季学期(?:开学)?"
    r"|“?(?P<p>十[三四五六]五)”?(?:规划)?(?:(?:时期|期)?末|期间|时期)"
    r"|(?P<flood>主?汛期|入汛|汛)(?=(?:来临|到来)?之?前)(?:来临|到来)?"
    r"|(?P<feast>国庆节?|元旦节?|春节|“?五一”?(?:国际)?(?:劳动节)?)(?=之?前)"
    r"|(?P<ye>年底|年末|年内|年?中(?=[前，。；、）达]|完成|建成|实现|基本))"
    r"|(?(y)(?P<yt>底|末|内)|(?(near)(?P<nt>底|末|内)|(?!)))"
    r"|(?(y)|(?!))"
    r")(?P<before>(?:之|以|底)?前(?![期列沿端述后几半两一二三四五六七八九十\d]))?"
)
# Where a moment may begin: a cheap look before the grammar is tried.
_BEGINS = re.compile(
    r"[0-9一二三四五六七八九十今明本后年上下第春秋“主汛入国元](?:"
    r"(?<=[0-9])[0-9]{0,3}\s*[年月季./—–\-~～至到]|(?<=[今明本后])年|(?<![0-9一二三四五六七八九十两几]年)(?<=年)[底末内中]|(?<=[上下])半年|(?<=[春秋])季学"
    r"|(?<=[一二三四五六七八九十])(?:[一二]?月|季|[〇○零]|[三四五六]五|\s*[—–\-~～至到]+\s*[一二三四]季)|(?<=第)[一二三四1-4]季|(?<=[主入])汛|(?<=国)庆|(?<=五)一|(?<=汛)(?:期|前|[来到][临来])|(?<=元)旦|(?<=春)节|(?<=“)十[三四五六]五)"
)
_DAYS_OF_PARTS = {"上": 10, "初": 10, "中": 15, "中旬": 20, "上中旬": 20, "中下旬": 0}
_FIVE_YEARS = {"十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
# The day before a feast; that of the spring festival goes by the moon.
_EVES = {"国": ("day", 9, 30), "元": ("new_year", 12, 31), "春": ("spring", 2, 0)}
_SPRING_FESTIVALS = {
    2019: (2, 5), 2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17),
    2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3), 2031: (1, 23), 2032: (2, 11), 2033: (1, 31), 2034: (2, 19),
    2035: (2, 8),
}  # fmt: skip
_NEAR = {"明": 1, "后": 2}


class Moment(NamedTuple):
    """A printed point in time in `[start, end)`.

    `grain` is day, month, quarter, half, term, flood, year or period; `year` the printed year; `later` how many years after
    the document's own year (今年 0, 明年 1; None when it prints no such word); `closed` says that it prints an end (底, 末, 内), `before` that it prints 前.
    """

    start: int
    end: int
    grain: str
    year: int | None
    later: int | None
    month: int
    day: int
    closed: bool
    before: bool

    def on(self, year: int | None) -> dt.date | None:
        """The day it means when `year` is the one in force; None when there is none."""
        named = self.year is not None or self.later is not None
        year = self.year if self.year is not None else year
        if year is None:
            return None
        year += self.later or 0
        if self.grain == "spring":
            # Without a year it may be the next one as well.
            feast = _SPRING_FESTIVALS.get(year) if named else None
            return dt.date(year, *feast) - dt.timedelta(days=1) if feast else None
        if self.grain == "new_year" and named:
            year -= 1
        try:
            return dt.date(year, self.month, self.day) if self.day else month_end(year, self.month)
        except ValueError:
            return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def find_moments(text: str, start: int, end: int) -> Iterator[Moment]:
    """Every point in time of a text, in order."""
    at = start
    while (begin := _BEGINS.search(text, at, end)) is not None:
        match = _MOMENT.match(text, begin.start(), end)
        at = match.end() if match else begin.start() + 1
        if match is None:
            continue
        grain, month, day = _grain(match)
        words = match[0]
        yield Moment(
            match.start(),
            match.end(),
            grain,
            _printed_year(match),
            _NEAR.get(match["near"][0], 0) if match["near"] else None,
            month,
            day,
            closed=match["ye"] is not None or any(letter in words for letter in "底末内"),
            before=match["before"] is not None,
        )


def _printed_year(match: re.Match[str]) -> int | None:
    if match["p"]:
        return _FIVE_YEARS[match["p"]]
    printed = match["dy"] or match["y"]
    return _value(printed) if printed else None


def _grain(match: re.Match[str]) -> tuple[str, int, int]:
    """What kind of moment it is, and its month and day; day 0 is the last of the month."""
    if match["dotted"]:
        return ("day", int(match["dm"]), int(match["dd"])) if match["dd"] else ("dotted_month", int(match["dm"]), 0)
    if match["m"]:
        month = _value(match["m"])
        if match["d"]:
            return "day", month, _value(match["d2"] or match["d"])
        part = (match["part"] or "").lstrip("月")
        return "month", month, _DAYS_OF_PARTS.get(part, _DAYS_OF_PARTS.get(part[:1], 0))
    if match["q"]:
        return "quarter", _value(match["q"]) * 3, 0
    if match["h"]:
        return "half", 6 if match["h"] == "上" else 12, 0
    if match["feast"]:
        return _EVES.get(match["feast"][0], ("day", 4, 30))
    if match["flood"]:
        return "flood", 5, 0
    if match["t"]:
        return "term", 2 if match["t"] == "春" else 8, 0
    return ("period" if match["p"] else "year"), (6 if (match["ye"] or "").endswith("中") else 12), 0


def _value(printed: str) -> int:
    return int(printed) if printed.isdecimal() else chinese_number(printed) or 0
