"""What units write into the open cells of a handout: statuses, percents and days in free words; each refusal has a reason.

Status     推进中, 正在推进, 已完成, 完成, 未开展, 暂缓 …
Percent    80, 0.8, 80%, 八成, 八成五, 百分之八十, 过半 (refused)
Day        2026-03-05, 2026.3.5, 2026年3月, 3月5日, 11.20, 3月底, and the serial numbers of spreadsheets
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from functools import lru_cache

from desktop_app.domain.handout import LONGEST_ANSWER, Answer, Field, Raw, raw_words
from desktop_app.domain.task import Status
from desktop_app.ingest.parsing.numbers import chinese_number

_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)
"""2000 to 2099 as day numbers of a spreadsheet."""

_EMPTY_WORDS = frozenset({"-", "--", "—", "——", "/", "\\"})
_NOT_A_STATUS = "不是状态，可填：未启动、推进中、已完成待核、暂缓、不再适用"


def read_answer(field: Field, raw: Raw, reference: dt.date) -> Answer:
    """Understand one cell; `reference` is the day around which a day without a year is meant.

    An empty cell has the value None, or "" for words.
    """
    if field is _STATUS or field is _PERCENT_FIELD or field is _DAY_FIELD:
        return _read_short(field, raw, reference)
    return _read_text(raw)


@lru_cache(maxsize=4096, typed=True)
def _read_short(field: Field, raw: Raw, reference: dt.date) -> Answer:
    """A state or a day: a few that thousands of cells repeat."""
    if raw is None or (isinstance(raw, str) and ((bare := raw.strip()) == "" or bare in _EMPTY_WORDS)):
        return _NOTHING
    if field is _PERCENT_FIELD:
        return _read_percent(raw)
    return _read_status(raw_words(raw)) if field is _STATUS else _read_day(raw, reference)


# Looked up and put together once: a member of an enumeration and a union of types cost as much as reading the cell.
_STATUS, _PERCENT_FIELD, _DAY_FIELD = Field.STATUS, Field.PERCENT, Field.EXPECTED
_NUMBER = int | float
_NOTHING = Answer()


def _read_text(raw: Raw) -> Answer:
    text = raw_words(raw).strip()
    if text in _EMPTY_WORDS:
        return Answer("")
    if "\n" in text or "\r" in text:
        text = "\n".join(line.rstrip() for line in text.splitlines())
    if text.startswith("#") and text.rstrip("!?/") in _ERRORS:
        return Answer("", f"单元格是错误值{text}")
    if len(text) > LONGEST_ANSWER:
        return Answer("", f"超过{LONGEST_ANSWER}字，单元格放不下")
    return Answer(text)


_ERRORS = frozenset({"#REF", "#VALUE", "#NAME", "#DIV/0", "#N/A", "#NUM", "#NULL"})

_STATUS_WORDS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (Status.DROPPED, re.compile(r"不再适用|不适用|取消|终止|作废|不再(?:实施|推进|开展)")),
    (Status.SUSPENDED, re.compile(r"暂缓|暂停|中止|搁置|停工|缓办")),
    (Status.NOT_STARTED, re.compile(r"(?:未|尚未|没有|暂未|还未|待)(?:启动|开展|开始|开工|推进|实施)|未动工|筹备中?")),
    (
        Status.IN_PROGRESS,
        re.compile(
            r"(?:未|尚未|没有|没|部分|基本|接近|即将|正在|暂未|还未|阶段性|预计|力争|计划|初步)(?:全部)?(?:完成|办结|完结)"
            r"|推进|进行|实施|开展|建设中|办理中|落实中|启动|在办|在建|持续|长期|跟进|对接|完成\d+%|序时"
        ),
    ),
    (Status.AWAITING_CHECK, re.compile(r"完成|办结|完结|竣工|销号|结束|已上线|已建成|待核|达标")),
)


def _read_status(text: str) -> Answer:
    bare = _bare(text)
    for status in Status:
        if bare == status.label:
            if status is Status.CLOSED:
                return Answer(Status.AWAITING_CHECK, note=_read_as(text, Status.AWAITING_CHECK.label))
            return Answer(status)
    if bare in _YES:
        return Answer(None, f"“{text}”{_NOT_A_STATUS}")
    for status, words in _STATUS_WORDS:
        if words.search(bare):
            return Answer(status, note=_read_as(text, status.label))
    return Answer(None, f"“{_short(text)}”{_NOT_A_STATUS}")


_YES = frozenset({"是", "否", "有", "无"})
_PERCENT = re.compile(r"(?:约|大约|近|已?完成)?(\d+(?:\.\d+)?)(%?)(?:左右)?")
_TENTHS = re.compile(r"(?:约|近|已?完成)?([一二三四五六七八九十\d])成([一二三四五六七八九半])?(?:左右)?")
_PERCENT_WORDS = re.compile(r"(?:约|近|已?完成)?百分之([〇零一二两三四五六七八九十百\d]+)(?:左右)?")
_ALL = frozenset({"全部完成", "已完成", "完成", "全部", "十成", "已全部完成", "办结", "已办结"})
_NONE = frozenset({"未开展", "未启动", "尚未启动", "未开始", "无", "尚未开展"})


def _read_percent(raw: Raw) -> Answer:
    if isinstance(raw, str):
        return _read_percent_words(raw)
    if isinstance(raw, bool) or not isinstance(raw, _NUMBER):
        return Answer(None, f"“{raw_words(raw)}”不是进度，应为0到100")
    # A cell of the form 0% holds 0.8 for 80 %, and 1 for all.
    if 0 <= raw <= 1:
        return _percent(raw * 100, "", raw)
    if 1 < raw < 2:
        return Answer(None, f"“{raw_words(raw)}”可能是{raw_words(raw)}%，也可能是{raw * 100:.10g}%")
    return _percent(raw, f"原文“{raw_words(raw)}”", raw)


def _read_percent_words(raw: str) -> Answer:
    bare = _bare(raw)
    note = f"原文“{_short(raw)}”"
    if bare in _ALL:
        return Answer(100, note=note)
    if bare in _NONE:
        return Answer(0, note=note)
    if match := _PERCENT.fullmatch(bare):
        number = float(match[1])
        plain_share = not match[2] and "." in match[1] and number <= 1
        return _percent(number * 100 if plain_share else number, "" if bare.endswith("%") else note, raw)
    if match := _TENTHS.fullmatch(bare):
        tenths = int(match[1]) if match[1].isdigit() else chinese_number(match[1]) or 0
        more = 5 if match[2] == "半" else chinese_number(match[2]) or 0 if match[2] else 0
        return _percent(tenths * 10 + more, note, raw)
    if match := _PERCENT_WORDS.fullmatch(bare):
        value = int(match[1]) if match[1].isdigit() else chinese_number(match[1])
        return Answer(None, _no_percent(raw)) if value is None else _percent(value, note, raw)
    return Answer(None, _no_percent(raw))


def _percent(number: float, note: str, raw: Raw) -> Answer:
    if not 0 <= number <= 100:
        return Answer(None, f"“{raw_words(raw)}”超出0到100")
    whole = int(number + 0.5)
    rounded = f"原文“{raw_words(raw)}”，取整" if abs(whole - number) > 1e-6 else note
    return Answer(whole, "", rounded)


def _no_percent(raw: Raw) -> str:
    return f"“{_short(raw_words(raw))}”不是进度，应为0到100"


_FULL_DAY = re.compile(r"(\d{4}|\d{2})(?:年|[.\-/])(\d{1,2})(?:月|[.\-/])(\d{1,2})[日号]?")
_COMPACT_DAY = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_MONTH = re.compile(r"(\d{4})(?:年|[.\-/])(\d{1,2})月?(?:份|底|末)?(?:前|之前)?")
_SHORT_DAY = re.compile(r"(\d{1,2})(?:月|[.\-/])(\d{1,2})[日号]?")
_SHORT_MONTH = re.compile(r"(\d{1,2})月(?:份|底|末)?")
_YEAR_END = re.compile(r"(?:(\d{4})年|今年|本年)?(?:年底|底|年末|末|年内)")
_TAIL = re.compile(r"(?:之前|以前|前)?(?:左右)?(?:完成)?$")


def _read_day(raw: Raw, reference: dt.date) -> Answer:
    if isinstance(raw, dt.datetime):
        return Answer(raw.date())
    if isinstance(raw, dt.date):
        return Answer(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        return Answer(None, f"“{raw_words(raw)}”不是日期")
    if isinstance(raw, int | float):
        if int(raw) in _SERIALS:
            return Answer(_EPOCH + dt.timedelta(days=int(raw)))
        return _number_as_day(raw, reference)
    bare = _bare(raw)
    note = f"原文“{_short(raw)}”"
    plain = _TAIL.sub("", bare) or bare
    if bare.isdigit() and int(bare) in _SERIALS:
        return Answer(_EPOCH + dt.timedelta(days=int(bare)), note=note)
    try:
        day = _written_day(plain, reference) or _written_day(bare, reference)
    except ValueError:
        return Answer(None, f"“{_short(raw)}”没有这一天")
    if day is None:
        return Answer(None, f"“{_short(raw)}”不是日期，写成 {reference.year}-{reference.month:02}-{reference.day:02}")
    return Answer(day, note="" if plain == day.isoformat() else note)


def _number_as_day(raw: float, reference: dt.date) -> Answer:
    """11.20 typed into a cell without a form is kept as 11.2: nobody can tell 2 from 20 November."""
    text = raw_words(raw)
    if _COMPACT_DAY.fullmatch(text):
        return _read_day(text, reference)
    month, _, day = text.partition(".")
    if len(day) == 2 and 1 <= int(month) <= 12:
        return _read_day(text, reference)
    if len(day) == 1 and 1 <= int(month) <= 12 and day in "123":
        return Answer(None, f"“{text}”可能是{month}月{day}日，也可能是{month}月{day}0日")
    if len(day) == 1 and day != "0" and 1 <= int(month) <= 12:
        return _read_day(text, reference)
    return Answer(None, f"“{text}”不是日期")


def _written_day(text: str, reference: dt.date) -> dt.date | None:
    """The day that the words name; ValueError when there is no such day."""
    if match := _COMPACT_DAY.fullmatch(text):
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    if match := _FULL_DAY.fullmatch(text):
        year = int(match[1])
        return dt.date(year if year > 99 else 2000 + year, int(match[2]), int(match[3]))
    if match := _MONTH.fullmatch(text):
        return _month_end(int(match[1]), _month(match[2]))
    if match := _SHORT_DAY.fullmatch(text):
        return _nearest(_month(match[1]), int(match[2]), reference)
    if match := _SHORT_MONTH.fullmatch(text):
        near = _nearest(_month(match[1]), 1, reference)
        return _month_end(near.year, near.month)
    if match := _YEAR_END.fullmatch(text):
        return dt.date(int(match[1]) if match[1] else reference.year, 12, 31)
    return None


def _month(text: str) -> int:
    month = int(text)
    if not 1 <= month <= 12:
        raise ValueError(text)
    return month


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _nearest(month: int, day: int, reference: dt.date) -> dt.date:
    """The day in the year that brings it nearest to the reference; 29 February looks for a year that has it."""
    days = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        try:
            days.append(dt.date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise ValueError(day)
    return min(days, key=lambda each: abs((each - reference).days))


def _bare(text: str) -> str:
    """Half-width, without spaces and closing marks."""
    return "".join(unicodedata.normalize("NFKC", text).split()).rstrip("。.,;、；，")


def _read_as(text: str, label: str) -> str:
    return "" if text == label else f"原文“{_short(text)}”，按“{label}”"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 20 else f"{line[:20]}…"
