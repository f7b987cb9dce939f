"""Measurable numbers a task must reach: 不少于500个, 突破290万, 达到90%, 压减50%以上, 设立首席数据官1名.

Numbers that name things (5G, 12345热线, “1334+N”), years, and counts of what already exists are not targets.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from desktop_app.domain.plan import Deadline, Span, Target
from desktop_app.ingest.parsing.numbers import chinese_number
from desktop_app.ingest.parsing.target_rules import TIME, Number, judge

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FACTORS = {"百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_CN = "[一二三四五六七八九十百零]"
_UNITS = (
    "个百分点|%|％|‰|平方公里|平方千米|平方米|公里|千米|立方米|万千瓦|千瓦时|千瓦|兆瓦|个工作日|工作日|人次|人日|户次|车次|场次|台套|台（套）|台/套|件次|学时|"
    "小时|分钟|毫秒|秒|GB|TB|PB|MB|EB|Gbps|Mbps|Tbps|PFLOPS|EFLOPS|核|分贝|微克/立方米|美元|元|吨|公斤|千克|升|亩|公顷|米|"
    "[个项家台次名人户件套处座条所张份支批门类款辆盏部只头株根块间栋层村镇县倍篇期场轮位组队本种对例册宗起片柜届天日路席校班幅枚杆架节]|P(?![A-Za-z])|G(?![A-Za-z])|M(?![A-Za-z])"
)
_FOUND = re.compile(
    rf"百分之(?P<percent>{_CN}+)|(?P<below>{_CN}{{1,3}})分之(?P<above>{_CN}{{1,3}})|(?P<tenths>[一二三四五六七八九])成(?=以上|左右)|"
    rf"(?<=[设成造育立展改])(?P<words>[一二三四五六七八九]?[十百][一二三四五六七八九十]{{0,2}})(?P<counter>[个家项条座所台处])|"
    rf"(?P<number>{_NUMBER})(?:(?:至|到|—|-|~|～|–)(?P<upper>{_NUMBER}))?\s*(?P<factor>万亿|千万|百万|十万|[百千万亿])?余?多?\s*(?P<unit>{_UNITS})?"
)
_NAMES_AFTER = re.compile(r"[年月号度期版线级届]|周年|热线|[A-Za-z]*[+＋×]|G(?![A-Za-z])|[xX×]\d|[.．]\d")
_NAMES_BEFORE = re.compile(
    r"(?:[A-Za-z0-9.．×xX+＋第前〔号]|20\d\d[—-]|现有|已有|目前|原有|全部|上述|这|其中|“[^”]{0,6})$"
)
_EXISTING = re.compile(
    r"现有|已有|已(?:建|完成|实现|接入|达|累计)|目前|截至|累计已|(?<![较比])(?:上年|去年)(?!同期)|基数"
)
_CLAUSE_MARKS = "，。；：:！？\n\x00"
_LIST_GAP = re.compile(r"[^，。；：\d]{0,10}[、和及与][^，。；：、\d]{0,8}|[^，。；：\d]{0,8}，")
_PHRASE_TAIL = re.compile(r"[^，。；、：！？\n\x00〔（]{0,24}")
_LONGEST_CLAUSE = 80
_LONGEST_SENTENCE = 300
_LOOKED_BEHIND = 24


def find_targets(text: str, start: int, end: int, deadlines: Sequence[Deadline] = ()) -> list[Target]:
    """The targets of a paragraph; `deadlines` are its dates in order, the last one before a target is its `by`."""
    starts = [deadline.span.start if deadline.span else 0 for deadline in deadlines]
    found: list[Target] = []
    last: Number | None = None
    for number in _numbers(text, start, end):
        judged = judge(number) or (_of_those(text, number, last, found) if found else None)
        if judged is None and last is not None and number.unit and number.unit not in TIME:
            judged = (found[-1].op, "target.listed") if _continues(text, last, number) else None
        if judged is None:
            last = last if number.before.startswith("其中") else None
            continue
        last = number
        span = Span(number.clause, _phrase_end(text, number.end, end))
        by = _by(text, start, number.start, starts, deadlines)
        found.append(Target(text[span.start : span.end], judged[0], number.value, number.unit, by, span, judged[1]))
    return found


def _numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers that count something, each with its clause; names, years and what exists are passed over."""
    last_end = start
    for match in _FOUND.finditer(text, start, end):
        clause = _behind(text, _clause_start(text, start, match.start()), last_end, match.start())
        last_end = match.end()
        before = text[clause : match.start()].rstrip(" ")
        value, unit = _value(match)
        if not unit and match["number"] and _NAMES_AFTER.match(text, match.end(), end):
            continue
        if _NAMES_BEFORE.search(before) or _EXISTING.search(before):
            continue
        after = text[match.end() : min(match.end() + _LOOKED_BEHIND, end)]
        yield Number(match.start(), match.end(), clause, before, after, value, unit)


def _value(match: re.Match[str]) -> tuple[float, str]:
    """百分之九十五 and 九成五 by their tenths -> %; 三分之二 -> 0.666667; 二十个 -> 20; 290万 -> 2900000."""
    if match["percent"]:
        return float(chinese_number(match["percent"]) or 0), "%"
    if match["tenths"]:
        return 10.0 * (chinese_number(match["tenths"]) or 0), "%"
    if match["words"]:
        return float(chinese_number(match["words"]) or 0), match["counter"]
    if match["below"]:
        below, above = chinese_number(match["below"]) or 1, chinese_number(match["above"]) or 0
        return round(above / below, 6), ""
    plain = float(match["number"].replace(",", "")) * _FACTORS.get(match["factor"] or "", 1)
    return round(plain, 6), (match["unit"] or "").replace("％", "%")


def _of_those(text: str, number: Number, last: Number | None, found: Sequence[Target]) -> tuple[str, str] | None:
    """培育项目不少于15个，其中10亿元以上项目2个: a share of what was counted before."""
    if last is None or not number.unit or not number.before.startswith("其中") or "。" in text[last.end : number.start]:
        return None
    return found[-1].op, "target.of_those"


def _continues(text: str, last: Number, number: Number) -> bool:
    """2万核vCPU、4万GB内存: the second number goes on with the words of the first."""
    return number.start - last.end <= 18 and _LIST_GAP.fullmatch(text, last.end, number.start) is not None


def _clause_start(text: str, start: int, place: int) -> int:
    at = place
    stop = max(start, place - _LONGEST_CLAUSE)
    depth = 0
    while at > stop:
        letter = text[at - 1]
        if letter in "）)":
            depth += 1
        elif letter in "（(":
            depth = max(depth - 1, 0)
        elif depth == 0 and letter in _CLAUSE_MARKS:
            break
        at -= 1
    return at


def _behind(text: str, clause: int, last_end: int, place: int) -> int:
    """改造小区50个、惠及1.5万户: the second phrase begins behind the mark after the first number."""
    if last_end <= clause:
        return clause
    mark = text.find("、", last_end, place - 1)
    return mark + 1 if mark >= 0 else clause


def _phrase_end(text: str, place: int, end: int) -> int:
    match = _PHRASE_TAIL.match(text, place, end)
    return match.end() if match else place


def _by(text: str, start: int, place: int, starts: Sequence[int], deadlines: Sequence[Deadline]) -> dt.date | None:
    """The date of the same sentence before the number, else a lead-in 到2025年 earlier in the paragraph."""
    index = bisect_left(starts, place) - 1
    if index < 0:
        return None
    sentence = max(text.rfind(mark, max(start, place - _LONGEST_SENTENCE), place) for mark in "。；\n\x00")
    if starts[index] > sentence or deadlines[index].rule == "date.until_year":
        return deadlines[index].date
    return None
