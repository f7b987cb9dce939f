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
from desktop_app.ingest.parsing.target_rules import TIME, Number, judge, tells_which

_FACTORS = {"百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_CN = "[一二三四五六七八九十百千零]"
_UNITS = (
    "/10万|/十万|个百分点|%|％|‰|平方公里|平方千米|平方米|公里|千米|毫米|厘米|立方米|万千瓦|千瓦时|千瓦|兆瓦|个工作日|工作日|人次|人日|户次|车次|场次|台套|台（套）|台/套|件次|学时|"
    "小时|分钟|毫秒|秒|GB|TB|PB|MB|EB|Gbps|Mbps|Tbps|PFLOPS|EFLOPS|核|千伏安|兆瓦时|兆瓦|分贝|[毫微]克|美元|元|吨|公斤|千克|升|亩|公顷|米|"
    "[家批项场台架班个辆件户]次|个月|"
    "[个项家台次名人户件套处座条所张份支批门类款辆盏部只头株根块间栋层村镇县倍篇期场轮位组队本种对例册宗起片柜届天日路席校班幅枚杆架节尾口栋岁]|分(?=以上|[，。；、）]|$)|P(?![A-Za-z])|G(?![A-Za-z])|M(?![A-Za-z])"
)
_PER = "(?:/(?:月·平方公里|平方公里·月|立方米|平方米|平方公里|公里|公斤|小时|秒|[百千万]?[人升份年月次户亩吨米个套]))"
_IN_DIGITS = re.compile(
    r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?(?:(?:至|到|[%％]?[—\-~～–]+)(?P<upper>[0-9]+(?:\.[0-9]+)?))?"
    rf"\s*(?P<factor>万亿|千万|百万|十万|千(?!伏安|瓦|米|克)|[百万亿])?余?多?\s*(?P<unit>(?:{_UNITS}){_PER}?)?"
)
# 百分之九十五; 三分之二; 八成以上; 一半以上; 二十个; 翻两番
_IN_WORDS = re.compile(
    rf"[一二两三四五六七八九十百千](?:(?P<doublings>(?<=翻[一两二三])番)|(?<=百)分之(?P<percent>{_CN}+)|(?P<rest>{_CN}{{0,2}})分之(?P<above>{_CN}{{1,3}})"
    r"|(?P<hundreds>[百千]?[万亿]|(?<=[百千])[万亿])元(?=[，。；、）大以]|$)"
    r"|(?P<tenths>成)(?=以上|左右|[，。；、])|(?P<half>半)(?=以上|左右|[，。；、])"
    r"|(?P<more>(?:(?<=[十百千])|[十百千])[一二三四五六七八九十百]{0,4})(?P<counter>[个家项条座所台处]))"
)
_DAYS = frozenset("年月")
_NETWORKS = frozenset({"2G", "3G", "4G", "5G", "6G"})
_NAMES_AFTER = re.compile(r"[号度期版线级届]|周年|热线|[A-Za-z]*[+＋×]|G(?![A-Za-z])|[xX×]\d|[.．]\d")
_GRADE = re.compile(r"A+级?(?![A-Za-z])")
"""5A级旅游景区."""
_NAMES_BEFORE = re.compile(
    r"(?:[A-Za-z0-9.．×xX+＋第前每〔]|(?<!销)号|20\d\d[—-]|现有|已有|目前|原有|全部|上述|这|其中|其余|“[^”]{0,6})$"
)
_EXISTING = re.compile(
    r"现有|已有|已(?:建(?!设施|项目|工程|平台|系统)|完成|实现|接入|达(?!标)|累计)|目前|截至|累计已|仅(?=完成|为|有|占|达)|(?<![较比])(?:上年|去年)(?!同期)|基数"
)
_SITUATION = re.compile(
    r"(?:目前|截至[^，。；]{1,16})，[^，。；]{0,12}已(?:(?!但|，要|力争|确保|计划|下一步|到20)[^。；\n])*", re.DOTALL
)
_PAST_YEAR = re.compile(
    r"\s*(?:截至)?(?P<year>20\d\d)年(?:度|底|末)?(?=，|全[省市县区州镇]|共|累计|已|(?:完成|实现|改造|新增|建成|引进|培育|投入|争取)(?!的|20))"
    r"(?:(?!但|，要|力争|确保|计划|下一步|20\d\d年)[^。；\n])*",
)
_BASELINE = re.compile(r"(?:由|从|自)(?:目前|现在|现有|当前|上年|20\d\d年底?)?的?(?:约|近)?$")
_ALL_THERE = re.compile(r"[，。；：:、]?\s*(?:全[省市县区州旗镇乡村]|辖区内?)$")
"""全镇14个村全部达到标准 counts what is there."""
_RISES = re.compile(
    r"[^，。；]{0,10}(?:提高|提升|增加|增长|增至|扩大|扩展|拓展|上升|升至|压减|压缩|缩短|缩减|精简|减少|降)"
)
_COMES_ROUND = re.compile(r"每(?:年|半年|季度?|月|周|日|天)")
_MARKS = re.compile("[，。；：:！？\n\x00]")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_LIST_GAP = re.compile(
    r"[^，。；：\d]{0,10}[、和及与](?:[1-5]A级)?[^，。；：、\d]{0,8}|[^，。；：\d]{0,8}，|，[^，。；：、\d为对在将向由从按每让使与占较比]{2,10}"
)
_YEAR_AGAIN = re.compile(r"[，、；](?:到)?20\d\d年底?(?:再|累计|达到?)?")
_LONG_LIST_GAP = re.compile(rf"[、和及与][^，。；：、\d]{{0,17}}|[^，。；：、\d]{{0,20}}[，、和]|{_LIST_GAP.pattern}")
"""质量奖企业2家、质量管理体系认证企业12家: the same counter makes a longer gap sure."""
_TAIL = r"(?:(?![和及与]\d)[^，。；、：！？\n\x00〔（])"
# 1至2家金融、政务、能源等领域企业: a list that only says which ones belongs to the number before it.
_OTHERS = rf"(?:(?!\d){_TAIL}){{2,10}}"
_PHRASE_TAIL = re.compile(
    rf"(?!以[上下内]|左右|之[上下内]){_TAIL}{{2,10}}(?:、{_OTHERS}){{0,4}}、(?=[^，。；、\d]{{2,8}}等){_OTHERS}(?:(?!\d){_TAIL}){{0,12}}"
    rf"(?:、(?=[^，。；、\d]{{2,8}}的)(?:(?!\d){_TAIL}){{4,16}})?|{_TAIL}{{0,24}}"
)
_JOINED = re.compile(r"[、和及与]$")
_NAMED = re.compile(r"\s*[A-Za-z\u4e00-\u9fff]{2}")
_UNTIL = ("到", "至", "力争到", "争取到")
_LONGEST_CLAUSE = 80
_LONGEST_SENTENCE = 300
_LOOKED_BEHIND, _LOOKED_AHEAD = 24, 28


def find_targets(
    text: str, start: int, end: int, deadlines: Sequence[Deadline] = (), year: int | None = None
) -> list[Target]:
    """The targets of a paragraph; `deadlines` are its dates in order, the last one before a target is its `by`.

    `year` is the document's own: what was reached in years before it is no target.
    """
    found: list[Target] = []
    last: Number | None = None
    base: Number | None = None
    for number in _numbers(text, start, end, year):
        if tells_which(number):
            continue
        if _BASELINE.search(number.near) and _RISES.match(number.after):
            base = number
            continue
        judged = judge(number) or (_goes_on(text, number, last, found[-1].op) if last and found else None)
        if judged is None:
            last = last if number.before.startswith("其中") else None
            continue
        begun = _own_start(text, number, last)
        last = number
        by = _by(text, start, number, deadlines)
        found.append(_target(text, number, judged, by, base, end, begun))
        base = None
    return found


def _own_start(text: str, number: Number, last: Number | None) -> int:
    """Where the words of a number begin: 2万核vCPU、4万GB内存、1000TB存储 are three, none begins with the words of another."""
    listed = last is not None and number.clause < last.end and _JOINED.search(text, last.end, number.start)
    return number.start if listed and _NAMED.match(number.after) else number.clause


def _target(
    text: str, number: Number, judged: tuple[str, str], by: dt.date | None, base: Number | None, end: int, begun: int
) -> Target:
    operator, rule = judged
    tail = _PHRASE_TAIL.match(text, number.end, end)
    span = Span(begun, tail.end() if tail else number.end)
    phrase = text[span.start : span.end]
    value = number.upper if operator == "<=" else number.value
    related = base is not None and base.clause >= number.clause and base.unit in ("", number.unit)
    doubt = "原文此处有缺损，数字可能不准" if "□" in phrase else ""
    return Target(
        phrase,
        operator,
        value,
        number.unit,
        by,
        span,
        rule,
        doubt,
        base.value if related and base is not None else None,
    )


def _numbers(text: str, start: int, end: int, year: int | None) -> Iterator[Number]:
    """The numbers that count something, each with its clause; names, years and what exists are passed over."""
    matches = list(_IN_DIGITS.finditer(text, start, end))
    in_words = list(_IN_WORDS.finditer(text, start, end))
    if in_words:
        matches = sorted([*matches, *in_words], key=lambda match: match.start())
    if not matches:
        return
    clauses: _Clauses | None = None
    last_end = told = counted = start
    for match in matches:
        first, stop = match.span()
        if first < last_end or (match.re is _IN_DIGITS and _is_name(text, match, end)):
            last_end = max(last_end, stop)
            continue
        clauses = clauses or _Clauses(text, start, end)
        clause = _behind(text, clauses.start_of(first), counted, first)
        last_end = counted = stop
        before = text[clause:first].rstrip(" ")
        near = before[-_LOOKED_BEHIND:]
        value, unit = _value_in_words(match) if match.re is _IN_WORDS else _value(match)
        is_base = _BASELINE.search(near) is not None
        exists = (
            _NAMES_BEFORE.search(near)
            or _tells_how_things_stand(text, start, first, year)
            or _EXISTING.search(text, max(clause, told), first)
        )
        if (exists or _ALL_THERE.fullmatch(before)) and not is_base:
            continue
        # 由目前的8.5%提高到12%: 目前 speaks of the first number only.
        told = stop if is_base else start
        after = text[stop : min(stop + _LOOKED_AHEAD, end)]
        yield Number(first, stop, clause, before, near, after, value, unit, _upper(match, value))


def _tells_how_things_stand(text: str, start: int, place: int, year: int | None) -> bool:
    """目前，全市已归集数据8.6亿条，编制目录5200条，但质量不高: all of it is there, until the sentence turns.

    2023年改造小区120个，惠及1.5万户 in a plan of 2024 is done as well.
    """
    sentence = max(start, *(text.rfind(mark, start, place) + 1 for mark in "。；\n\x00"))
    if _SITUATION.fullmatch(text, sentence, place):
        return True
    past = _PAST_YEAR.fullmatch(text, sentence, place) if year else None
    return past is not None and int(past["year"]) < (year or 0)


def _is_name(text: str, match: re.Match[str], end: int) -> bool:
    """2024年, 6月30日, 3.0版, 7x24小时: digits that name a day or a thing."""
    if match[0] in _NETWORKS or _GRADE.match(text, match.end(), end):
        return True
    if match["unit"]:
        return match["unit"] == "日" and text[match.start() - 1 : match.start()] == "月"
    return text[match.end() : match.end() + 1] in _DAYS or _NAMES_AFTER.match(text, match.end(), end) is not None


class _Clauses:
    """Where the clauses of a paragraph begin; a mark inside a bracket that has closed ends none."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._start = start
        self._marks = [match.start() for match in _MARKS.finditer(text, start, end)]
        self._closed: dict[int, int] = {}
        for group in _BRACKETED.finditer(text, start, end):
            first, stop = bisect_left(self._marks, group.start()), bisect_left(self._marks, group.end())
            self._closed.update((mark, group.end()) for mark in self._marks[first:stop])

    def start_of(self, place: int) -> int:
        """Where the clause of a place begins, at most 80 letters before it."""
        limit = max(self._start, place - _LONGEST_CLAUSE)
        for index in range(bisect_left(self._marks, place) - 1, -1, -1):
            mark = self._marks[index]
            if mark < limit:
                break
            if self._closed.get(mark, place + 1) > place:
                return mark + 1
        return limit


def _value(match: re.Match[str]) -> tuple[float, str]:
    """290万 -> 2900000; 1,200名 -> 1200 名."""
    plain = float(re.match(r"[0-9,]+(?:\.[0-9]+)?", match[0])[0].replace(",", ""))  # type: ignore[index]
    return round(plain * _FACTORS.get(match["factor"] or "", 1), 6), (match["unit"] or "").replace("％", "%")


def _upper(match: re.Match[str], value: float) -> float:
    """5至8家 -> 8; without a range the number itself."""
    if match.re is not _IN_DIGITS or not match["upper"]:
        return value
    return round(float(match["upper"]) * _FACTORS.get(match["factor"] or "", 1), 6)


def _value_in_words(match: re.Match[str]) -> tuple[float, str]:
    """百分之九十五 and 八成 and 一半 -> %; 千亿元 -> 100000000000 元; 三分之二 -> 0.666667; 二十个 -> 20; 翻两番 -> 4 倍."""
    first = match[0][0]
    if match["doublings"]:
        return 2.0 ** (chinese_number(first) or 1), "倍"
    if match["hundreds"]:
        words = first + match["hundreds"]
        return (chinese_number("一" * (first in "百千") + words[:-1]) or 1) * _FACTORS[words[-1]], "元"
    if match["percent"]:
        return float(chinese_number(match["percent"]) or 0), "%"
    if match["tenths"]:
        return 10.0 * (chinese_number(first) or 0), "%"
    if match["half"]:
        return 50.0, "%"
    if match["counter"]:
        return float(chinese_number(match[0][:-1]) or 0), match["counter"]
    below, above = chinese_number(first + match["rest"]) or 1, chinese_number(match["above"]) or 0
    return round(above / below, 6), ""


def _goes_on(text: str, number: Number, last: Number, operator: str) -> tuple[str, str] | None:
    """A number that shares the words of the one before it.

    培育项目不少于15个，其中10亿元以上项目2个: a share of what was counted before.
    2万核vCPU、4万GB内存; 新增车位三千个，充电桩2000台: the second number goes on with the words of the first.
    2024年改造400个，2025年500个: the same again in another year.
    """
    if not number.unit:
        return None
    if number.unit == last.unit and _YEAR_AGAIN.fullmatch(text, last.end, number.start):
        return operator, "target.year_by_year"
    if number.before.startswith("其中") and "。" not in text[last.end : number.start]:
        return operator, "target.of_those"
    gap, reach = (_LONG_LIST_GAP, 24) if number.unit == last.unit else (_LIST_GAP, 18)
    listed = number.unit not in TIME and number.start - last.end <= reach
    return (operator, "target.listed") if listed and gap.fullmatch(text, last.end, number.start) else None


def _behind(text: str, clause: int, last_end: int, place: int) -> int:
    """改造小区50个、惠及1.5万户: the second phrase begins behind the mark after the first number."""
    if last_end <= clause:
        return clause
    mark = text.find("、", last_end, place - 1)
    return mark + 1 if mark >= 0 else clause


def _by(text: str, start: int, number: Number, deadlines: Sequence[Deadline]) -> dt.date | None:
    """The date before the number in its sentence, or 首期5亿元9月底前到位 behind it, or a lead-in 到2025年，… before.

    目录每年更新不少于2次 comes round and has no day.
    """
    if not deadlines or _COMES_ROUND.search(number.before):
        return None
    earlier: Deadline | None = None
    for deadline in deadlines:
        place = deadline.span.start if deadline.span else 0
        if place >= number.start:
            same_clause = place >= number.end and not _MARKS.search(text, number.end, place)
            return _still_holds(text, start, number, earlier) or (deadline.date if same_clause else None)
        earlier = deadline
    return _still_holds(text, start, number, earlier)


def _still_holds(text: str, start: int, number: Number, deadline: Deadline | None) -> dt.date | None:
    if deadline is None or deadline.span is None:
        return None
    if deadline.rule == "date.until_year" or deadline.phrase.startswith(_UNTIL):
        return deadline.date
    floor = max(start, number.start - _LONGEST_SENTENCE)
    sentence = max(text.rfind(mark, floor, number.start) for mark in "。；\n\x00")
    return deadline.date if deadline.span.start > sentence else None
