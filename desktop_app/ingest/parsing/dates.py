"""Dates by which something must be done, as official prose prints them.

Each rule is a named pattern with example sentences; `find_deadlines` tries them in order and a place that one rule
has read is not read again. Months without a day mean their last day, years without a month 31 December.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop_app.domain.plan import Deadline, DeadlineKind, Span

_Y = r"(?P<y>20\d\d)\s*年"
_M = r"(?P<m>1[0-2]|0?[1-9])\s*月份?"
_D = r"(?P<d>3[01]|[12]\d|0?[1-9])\s*[日号]"
_BEFORE = r"(?:之前|以前|前)"
_VERB = (
    r"(?:完成|建成|办结|实现|启动|上线|投入|投用|运行|印发|出台|报送|上报|报|落实|开通|竣工|开工|验收|达到|形成|建立|制定|试运行|开展|组织|部署|接入|"
    r"搭建|推广|整合|覆盖|交付|培育|培养|打造|引进|梳理|整改到位|提交|公布|发布)"
)
_DONE = rf"(?:(?:基本|全面|全部|初步|正式|力争|将|陆续)*{_VERB})"
_CLAUSE = r"(?<![^，。；：:！？、（(\n\x00“”])"
_YEAR_GOAL = (
    r"(?:实现|达到|达|完成|建成|形成|培育|培养|打造|力争|初步|基本|全面|新增|建立|突破|争取|确保|推动|升级|分解|建设|开展|引进|利用|"
    r"启动|推出|全市|全县|全区|全省|全州|全镇|新建|创建|实施|制定|出台|编制|试点)"
)


@dataclass(frozen=True, slots=True)
class DateRule:
    """A way of printing a date: `read` turns a match and the year in force into a day, or None."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], int | None], dt.date | None]


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _year(match: re.Match[str], default: int | None) -> int | None:
    groups = match.groupdict()
    return int(groups["y"]) if groups.get("y") else default


def _day(match: re.Match[str], default: int | None) -> dt.date | None:
    year = _year(match, default)
    if year is None:
        return None
    try:
        return dt.date(year, int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _month(match: re.Match[str], default: int | None) -> dt.date | None:
    year = _year(match, default)
    return None if year is None else month_end(year, int(match["m"]))


def _year_end(match: re.Match[str], default: int | None) -> dt.date | None:
    year = _year(match, default)
    return None if year is None else dt.date(year, 12, 31)


def _quarter(match: re.Match[str], default: int | None) -> dt.date | None:
    year = _year(match, default)
    quarter = "一二三四".find(match["q"]) + 1 or "1234".find(match["q"]) + 1
    return None if year is None else month_end(year, quarter * 3)


def _half(match: re.Match[str], default: int | None) -> dt.date | None:
    year = _year(match, default)
    return None if year is None else (dt.date(year, 6, 30) if match["h"] == "上" else dt.date(year, 12, 31))


def _term(match: re.Match[str], default: int | None) -> dt.date | None:
    year = _year(match, default)
    return None if year is None else month_end(year, 2 if match["t"] == "春" else 8)


_FIVE_YEARS = {"十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}


def _five_years(match: re.Match[str], default: int | None) -> dt.date | None:
    return dt.date(_FIVE_YEARS[match["p"]], 12, 31)


def _rule(name: str, pattern: str, read: Callable[[re.Match[str], int | None], dt.date | None]) -> DateRule:
    return DateRule(name, re.compile(pattern), read)


def _period(match: re.Match[str], default: int | None) -> dt.date | None:
    deadline = read_note_date(match[0], 1, len(match[0]) - 1, default)
    return deadline.date if deadline else None


_BODY_RULES: tuple[DateRule, ...] = (
    # 动员部署阶段（2025年3月1日—3月31日）: the period of a step ends on its last day
    _rule(
        "date.period",
        r"[（(](?:(?P<y>20\d\d)年)?\d{1,2}月(?:\d{1,2}日)?(?:上旬|中旬|下旬|底|初|末)?"
        r"(?:\s*[—–\-~～至到]+\s*(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上旬|中旬|下旬|底|初|末)?)?[）)]",
        _period,
    ),
    # 2024年6月30日前完成; 6月30日前报送
    _rule("date.day_before", rf"(?:到)?(?:{_Y})?{_M}{_D}(?:{_BEFORE}|底前){_DONE}?", _day),
    # 2021年8月底前完成; 3月底前; 9月末
    _rule("date.month_end", rf"(?:到|至)?(?:{_Y})?{_M}(?:底|末)(?:{_BEFORE})?{_DONE}?", _month),
    # 2023年10月前建成
    _rule("date.month_before", rf"(?:到)?(?:{_Y})?{_M}(?:中旬|上旬|下旬|中)?{_BEFORE}{_DONE}?", _month),
    # 6月份完成全市推广; 2024年6月全面上线
    _rule("date.month_done", rf"(?:到|力争)?(?:{_Y})?{_M}(?:内|中旬|上旬|下旬)?{_DONE}", _month),
    # 2022年底前; 2022年年底前完成; 到2025年底; 2025年末
    _rule(
        "date.year_end",
        rf"(?:到|至|力争)?{_Y}(?:年底|年末|底|末|年内|内)(?:{_BEFORE})?{_DONE}?",
        _year_end,
    ),
    # 年底前完成; 今年底前; 本年度内
    _rule(
        "date.this_year",
        rf"(?<![\d年])(?:(?:今年|本年度?|当年)(?:年底|底|末|内)|年底|年内)(?:{_BEFORE})?{_DONE}?",
        _year_end,
    ),
    # 2024年三季度末前; 第二季度完成
    _rule(
        "date.quarter",
        rf"(?:{_Y})?第?(?P<q>[一二三四1-4])季度(?:底|末|内)?(?:{_BEFORE}|(?={_DONE})){_DONE}?",
        _quarter,
    ),
    # 2024年上半年完成
    _rule(
        "date.half_year",
        rf"(?:{_Y})?(?P<h>[上下])半年(?:底|末|内)?(?!以来|工作|经济|总结|情况|的|度|全[市县区省]){_BEFORE}?{_DONE}?",
        _half,
    ),
    # 2027年秋季学期前完成
    _rule("date.school_term", rf"(?:{_Y})?(?P<t>[春秋])季学期(?:开学)?{_BEFORE}{_DONE}?", _term),
    # 到“十四五”末
    _rule(
        "date.five_years", r"(?:到|至|在)?“?(?P<p>十三五|十四五|十五五|十六五)”?(?:规划)?(?:时期|期)?末", _five_years
    ),
    # 到2025年，…; 力争到2024年; but not 2021年至2025年, not 到2023年度
    _rule(
        "date.until_year", rf"(?<![年\d月])(?:力争)?(?:到|至|截至|争取到)\s*{_Y}(?!度|[\d至到—-]|以来|起)", _year_end
    ),
    # 2025年前基本建成
    _rule("date.year_before", rf"{_Y}{_BEFORE}{_DONE}?", _year_end),
    # 2025年，基本建成…; 2024年实现80%以上…
    _rule("date.bare_year", rf"{_CLAUSE}{_Y}(?=[，,]?{_YEAR_GOAL})", _year_end),
)

_NOTE_RULES: tuple[DateRule, ...] = (
    _rule("note.day", rf"(?:{_Y})?{_M}{_D}(?:{_BEFORE})?{_DONE}?", _day),
    _rule("note.dotted_day", r"(?P<y>20\d\d)[.\-/](?P<m>1[0-2]|0?[1-9])[.\-/](?P<d>3[01]|[12]\d|0?[1-9])(?!\d)", _day),
    _rule("note.month", rf"(?:{_Y})?{_M}(?:底|末|中旬|上旬|下旬|初)?(?:{_BEFORE})?{_DONE}?", _month),
    _rule("note.quarter", r"(?:(?P<y>20\d\d)\s*年)?第?(?P<q>[一二三四1-4])季度", _quarter),
    _rule("note.half_year", r"(?:(?P<y>20\d\d)\s*年)?(?P<h>[上下])半年", _half),
    _rule("note.year", rf"{_Y}(?:年?底|年?末|年?内)?(?:{_BEFORE})?{_DONE}?", _year_end),
    _rule(
        "note.this_year",
        rf"(?<![\d年])(?:(?:今年|本年度?|当年)(?:年底|底|末|内)|年底|年内)(?:{_BEFORE})?{_DONE}?",
        _year_end,
    ),
)
_RANGE = re.compile(r"\s*(?:日|号|月|年)?\s*[—–\-~～至到]+\s*")
_PAST_BEFORE = re.compile(r"(?:较|比|自|同|从|相比|每|每年|每季度?|每月|次年|翌年)$")
_PAST_BEHIND = re.compile(
    r"(?:以来|印发|发布|出台的|为基数|基期)|[^，。；]{0,12}，?[^，。；]{0,8}(?<!未)已(?!有|知)|，?(?:累计|共有)"
)
_COMES_ROUND = re.compile(r"每(?:年|季度?|半年|月|周)?$|逐年$|次年$")
_DATE_WORD = re.compile(r"\d\s*[年月]|季度|半年|年底|年内|末|学期")


def find_deadlines(text: str, start: int, end: int, year: int | None) -> list[Deadline]:
    """Milestones in body text. `year` is the document's year, for 3月底前; later years named in the text take over.

    Dates before `year`, and dates in a clause that tells what has been (截至2021年底，已…), are not deadlines.
    """
    if not _DATE_WORD.search(text, start, end):
        return []
    found = _matches(_BODY_RULES, text, start, end)
    deadlines: list[Deadline] = []
    in_force = year
    for rule, match in found:
        named = match.groupdict().get("y")
        if named and (year is None or int(named) >= year):
            in_force = int(named)
        day = rule.read(match, in_force)
        if day is None or (year is not None and day.year < year) or _tells_the_past(text, *match.span(), end):
            continue
        deadlines.append(Deadline(day, DeadlineKind.MILESTONE, match[0], Span(*match.span()), rule.name))
    return deadlines


def read_note_date(text: str, start: int, end: int, year: int | None) -> Deadline | None:
    """The date of a responsibility note, always final; of a span of time (1月—6月) its end.

    2021年12月底前完成 -> 2021-12-31;  2021年12月底 -> 2021-12-31;  持续推进 -> None.
    """
    found = _matches(_NOTE_RULES, text, start, end)
    if not found or _COMES_ROUND.search(text[max(found[0][1].start() - 4, start) : found[0][1].start()]):
        return None
    named = [int(match["y"]) for _, match in found if match.groupdict().get("y")]
    rule, match = found[-1] if _is_range(text, found) else found[0]
    day = rule.read(match, named[-1] if named else year)
    if day is None:
        return None
    return Deadline(day, DeadlineKind.FINAL, match[0], Span(*match.span()), rule.name)


def read_day(text: str) -> dt.date | None:
    """A full date on its own: 2024年4月19日, 二〇二四年四月十九日, 2024-04-19; None when it is not one."""
    text = re.sub(r"\s", "", text).translate(_CHINESE_DIGITS)
    text = re.sub(r"(\d)?十(\d)?", _tens, text)
    match = re.fullmatch(r"(20\d\d|19\d\d)[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?", text)
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def _tens(match: re.Match[str]) -> str:
    return str(int(match[1] or "1") * 10 + int(match[2] or "0"))


def _matches(rules: Iterable[DateRule], text: str, start: int, end: int) -> list[tuple[DateRule, re.Match[str]]]:
    taken: list[tuple[DateRule, re.Match[str]]] = []
    used = bytearray(end - start)
    for rule in rules:
        for match in rule.pattern.finditer(text, start, end):
            place = slice(match.start() - start, match.end() - start)
            if not any(used[place]):
                used[place] = b"\1" * (match.end() - match.start())
                taken.append((rule, match))
    return sorted(taken, key=lambda pair: pair[1].start())


def _is_range(text: str, found: list[tuple[DateRule, re.Match[str]]]) -> bool:
    return len(found) > 1 and _RANGE.fullmatch(text, found[-2][1].end(), found[-1][1].start()) is not None


def _tells_the_past(text: str, start: int, stop: int, end: int) -> bool:
    """截至2024年底，全县已建成…; 较2024年; 2015年以来; 每年12月底前 comes round and is no date."""
    before = text[max(start - 4, 0) : start]
    return _PAST_BEFORE.search(before) is not None or _PAST_BEHIND.match(text, stop, end) is not None
