"""Measurable numbers a task must reach: 不少于500个, 突破290万, 达到90%, 压减50%以上, 设立首席数据官1名.

Numbers that name things (5G, 12345热线, “1334+N”), years, and counts of what already exists are not targets.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.plan import Deadline, Span, Target
from desktop_app.ingest.parsing.numbers import chinese_number

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FACTORS = {"百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_UNITS = (
    "个百分点|%|％|‰|平方公里|平方千米|平方米|公里|千米|立方米|万千瓦|千瓦时|千瓦|兆瓦|个工作日|工作日|人次|人日|户次|台套|台（套）|台/套|件次|"
    "小时|分钟|秒|GB|TB|PB|MB|EB|Gbps|Mbps|Tbps|PFLOPS|EFLOPS|核|分贝|微克/立方米|美元|元|吨|公斤|千克|升|亩|公顷|米|"
    "[个项家台次名人户件套处座条所张份支批门类款辆盏部只头株根块间栋层村镇县倍篇期场轮位组队本种对例册宗起片柜届天日]|G(?![A-Za-z])|M(?![A-Za-z])"
)
_FOUND = re.compile(
    rf"(?P<percent_cn>百分之(?P<cn>[一二三四五六七八九十百零]+))|"
    rf"(?P<number>{_NUMBER})(?:(?:至|到|—|-|~|～|–)(?P<upper>{_NUMBER}))?\s*(?P<factor>万亿|千万|百万|十万|[百千万亿])?余?多?\s*(?P<unit>{_UNITS})?"
)
_CN_WITH_WORDS = re.compile(
    rf"(?P<words>不少于|不低于|至少|达到|超过|不超过|突破)(?P<number>[一二两三四五六七八九十百]+)(?P<unit>{_UNITS})"
)
_AT_LEAST = re.compile(
    r"(?:不少于|不低于|不小于|不得少于|不得低于|至少|达到?|突破|超过?|高于|大于|多于|增至|增加(?:到|至)|增长(?:到|至)?|提高(?:到|至)?|提升(?:到|至)?|"
    r"扩大(?:到|至)|扩展(?:到|至)|拓展(?:到|至)|上升(?:到|至)?|升至|保持在|稳定在|维持在|保持|力争|累计|新增|增加|扩容(?:到|至)|完成率|覆盖率)(?:约|近|了)?$"
)
_AT_MOST = re.compile(
    r"(?:不超过|不高于|不大于|不得超过|不多于|低于|少于|小于|压减(?:到|至)|压缩(?:到|至|为)|缩短(?:到|至|为)|精简(?:到|至)|减少(?:到|至)|降低?(?:到|至)|"
    r"下降(?:到|至)|控制在|限制在|缩减(?:到|至))(?:约|近)?$"
)
_NOT_LESS = re.compile(r"不(?:得)?(?:低于|少于|小于)$")
_CUT_BY = re.compile(r"(?:压减|压缩|缩短|精简|减少|降低|下降|缩减)(?:[^，。；、\d]{0,12})$")
_TO = re.compile(r"(?:到|至|为)$")
_GROWS = re.compile(r"提升|提高|扩大|增加|增长|拓展|扩容|升级|扩充")
_MAKES = re.compile(
    r"完成|建成|建设|打造|培育|培养|引进|引育|新增|新建|创建|争创|落地|推出|开展|组织|举办|选择|选取|遴选|部署|改造|实现|制定|发展|形成|梳理|"
    r"探索|推动|建立|汇聚|归集|接入|开通|发放|招引|认定|申报|开发|编制|设立|设置|配备|配置|升级|推广|上线|布局|布设|招聘|选派|选树|评选|培训|"
    r"解决|办理|惠及|救助|帮扶|新改建|改建|扩建|修建|购置|采购|投放|新建成|推进|实施|建|创成|获批|投入"
)
_EXACTLY = re.compile(r"(?:设立|设置|配备|配置|选配|明确)[^，。；、]{0,10}$")
_COVERS = re.compile(r"覆盖[^，。；、]{0,4}$|覆盖[^，。；]{0,16}[和及、]$")
_NOT_TARGET_BEFORE = re.compile(
    r"(?:[A-Za-z0-9.．×xX+＋第前〔号]|20\d\d[—-]|等|现有|已有|目前|原有|全部|上述|这|其中|“[^”]{0,6})$"
)
_EXISTING = re.compile(r"现有|已有|已(?:建|完成|实现|接入|达)|目前|截至|累计已|以来|上年|去年|较\d|基数")
_OBJECTS = frozenset("个项家台套名人户件处座条所张份支批门类款辆部只间栋场轮位组队本种例次期篇") | {
    "人次",
    "台套",
    "台（套）",
    "公里",
    "平方公里",
    "亩",
    "平方米",
}
_TIME = frozenset({"小时", "分钟", "秒", "天", "日", "工作日", "个工作日"})
_CLAUSE_MARKS = "，。；：:！？\n\x00"
_AFTER_MORE = re.compile(r"\s*(?:（含）)?(?:及?以上|之上)")
_AFTER_LESS = re.compile(r"\s*(?:（含）)?(?:及?以内|及?以下|之内|以里)")
_LIST_GAP = re.compile(r"[^，。；：\d]{0,10}[、和及与]$|[^，。；：\d]{0,8}[，]$")
_NAMES_AFTER = re.compile(r"[年月号度期版线级届]|周年|热线|[A-Za-z]*[+＋×]|G(?![A-Za-z])|[xX×]\d|[.．]\d")
_PHRASE_TAIL = re.compile(r"[^，。；、：！？\n\x00〔（]{0,24}")
_LONGEST_CLAUSE = 80
_LONGEST_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in its clause: the words before it since the clause began, and what follows its unit."""

    match: re.Match[str]
    clause: int
    before: str
    after: str
    value: float
    unit: str


def find_targets(text: str, start: int, end: int, deadlines: Sequence[Deadline] = ()) -> list[Target]:
    """The targets of a paragraph; `deadlines` are its dates, the last one before a target is its `by`."""
    starts = [deadline.span.start if deadline.span else 0 for deadline in deadlines]
    found: list[Target] = []
    last: _Number | None = None
    for number in _numbers(text, start, end):
        op = _operator(number, found[-1] if found and last and _continues(text, last, number) else None)
        if op is None:
            last = None
            continue
        last = number
        span = Span(number.clause, _phrase_end(text, number.match.end(), end))
        by = _by(text, start, number.match.start(), starts, deadlines)
        found.append(Target(text[span.start : span.end], op, number.value, number.unit, by, span, "target.number"))
    return found


def _numbers(text: str, start: int, end: int) -> Iterator[_Number]:
    last_end = start
    for match in _FOUND.finditer(text, start, end):
        clause = _clause_start(text, start, match.start())
        clause = _behind(text, clause, last_end, match.start())
        last_end = match.end()
        before = text[clause : match.start()]
        unit_end = match.end()
        if match["percent_cn"]:
            value, unit = float(chinese_number(match["cn"]) or 0), "%"
        else:
            value, unit = float(match["number"].replace(",", "")), (match["unit"] or "").replace("％", "%")
            value *= _FACTORS.get(match["factor"] or "", 1)
            if not unit and _NAMES_AFTER.match(text, unit_end, end):
                continue
        if _NOT_TARGET_BEFORE.search(before) or _EXISTING.search(before):
            continue
        yield _Number(match, clause, before, text[unit_end : min(unit_end + 8, end)], value, unit)


def _operator(number: _Number, previous: Target | None) -> str | None:
    """>=, <= or = by the words around the number; None when it is no target."""
    before = number.before.rstrip(" ")
    if _AT_MOST.search(before) and not _NOT_LESS.search(before):
        return "<="
    if _AFTER_LESS.match(number.after) and not _CUT_BY.search(before):
        return "<="
    if _EXACTLY.search(before) and number.unit in _OBJECTS:
        return "="
    if _says_at_least(number, before):
        return ">="
    if previous is not None and (number.unit in _OBJECTS or number.unit):
        return previous.op if number.unit not in _TIME else None
    return None


def _says_at_least(number: _Number, before: str) -> bool:
    if _AT_LEAST.search(before) or _AFTER_MORE.match(number.after) or (_CUT_BY.search(before) and number.unit == "%"):
        return True
    if re.search(r"(?:至少|不少于|不低于)[^，。；\d]{1,12}$", before):
        return True
    if number.unit in ("%", "‰", "个百分点"):
        return not before.endswith("的") and (number.value == 100 or re.search(r"率[为在]?$", before) is not None)
    if _TO.search(before) and _GROWS.search(before):
        return bool(number.unit)
    if number.unit in _TIME or number.unit not in _OBJECTS:
        return False
    made = [match.end() for match in _MAKES.finditer(before)]
    return bool(made and len(before) - made[-1] <= 14) or _COVERS.search(before) is not None


def _continues(text: str, last: _Number, number: _Number) -> bool:
    """2万核vCPU、4万GB内存: the second number goes on with the words of the first."""
    between = text[last.match.end() : number.match.start()]
    return len(between) <= 16 and _LIST_GAP.fullmatch(between) is not None


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
