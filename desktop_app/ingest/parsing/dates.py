"""Dates by which something must be done: which of the printed moments are deadlines, by the words around them.

Each rule is a small function with example sentences; the first that says yes names the deadline.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.domain.plan import Deadline, DeadlineKind, Span
from desktop_app.ingest.parsing.brackets import split_outside
from desktop_app.ingest.parsing.moments import Moment, find_moments

_VERB = (
    r"(?:完成|建成|办结|实现|启动|上线|投入|投用|运行|印发|出台|报送|上报|报|落实|开通|竣工|开工|验收|达到|形成|建立|制定|试运行|开展|组织|部署|接入|"
    r"搭建|推广|整合|覆盖|交付|通水|通车|通电|投产|封顶|竣工|完工|上缴|销号|清零|举办|召开|举行|启用|通过|取得|移交|拆除|清理|改造|新建|修订|编制|发放|培训|公示|培育|培养|打造|引进|梳理|整改到位|提交|公布|发布)"
)
_HOW = r"(?:基本|全面|全部|初步|正式|力争|将|陆续|分批|分别|集中|统一|均|各)"
_DEED = re.compile(rf"{_HOW}*{_VERB}")
# 2025年12月，项目全部竣工; 2024年11月，组织开展评估; a 了 tells what has been.
_DEED_BEHIND_COMMA = re.compile(rf"，(?:{_HOW}*|[^，。；了已]{{2,10}}{_HOW}){_VERB}(?!了)")
_CLAUSE_MARKS = frozenset("，。；：:！？、（(\n\x00“”")
_YEAR_GOAL = re.compile(
    r"[，,]?(?:计划|拟|预计|要|将|再|继续|分别)?(?:如期|按期|全线|顺利|实现|达到|达|完成|建成|形成|培育|培养|打造|力争|初步|基本|全面|新增|建立|突破|争取|确保|推动|升级|分解|建设|开展|引进|利用|"
    r"启动|推出|投入|投运|投产|投用|开工|竣工|完工|开通|启用|上线|全市|全县|全区|全省|全州|全镇|新建|创建|实施|制定|出台|编制|试点|每年|全部|累计|改造|整改|治理|治愈|处置|整治|清理|(?<=，)|\d+(?:\.\d+)?[万亿]?[%个项家台户名人公亩元吨套处座场条辆]|"
    r"[^，。；、]{2,20}?(?:达到|突破|超过|不少于|不低于|提高到|增长|下降|压减|控制在|\d[\d.]*[万亿]?[个项家台户名人亩吨套处座场条辆]))"
)
_UNTIL = re.compile(r"(?<![年\d月日])(?:力争到|力争|争取到|截至|截止到?|展望|到|至)\s*$")
_NOT_UNTIL = re.compile(r"度|[\d至到—-]|以来|起")
_HALF_AS_NAME = re.compile(r"以来|工作|经济|总结(?!验收|提升|经验|评估|推广|考核)|情况|的|度|全[市县区省]")
_ROUTINE = re.compile(
    r"(?:考[核评]|评估|总结|述职|评比|评议|通报|清算|结算|总评)(?=[，。；、\n]|$|制度|机制)|(?:对|将)[^，。；]{1,16}(?:考核|考评)"
)
_CONNECTS = re.compile(r"\s*[—–\-~～至到]+\s*")
_LISTS = re.compile(r"[、和及]")
_PAST_BEFORE = re.compile(r"(?:前|较|比|自|同|从|相比|每|每年|每年度|每季度?|每半年|每月|次年|翌年|逐年|当年?|上年)$")
_PAST_BEHIND = re.compile(
    r"(?:以来|(?:印发|发布|出台|下发|公布|修订|制定)(?:了|的|《)|为基数|基期)|[^，。；]{0,12}，?[^，。；]{0,8}(?<!未)已(?!有|知)"
)
_SO_FAR = re.compile(r"，?(?:累计|共有)")
_COMES_ROUND = re.compile(r"(?:每(?:年度?|季度?|半年|月|周)?|逐年|次年|以后|当年?)$")
_DATE_WORD = re.compile(r"[年月季末汛庆2](?:(?<!2)|0\d\d[./-]\d)")
_FLOOD = {"flood": "原文写“汛期前”，按5月31日计"}
_WHOLE_YEAR = re.compile(r"全年(?:完成|推进|实施|开展|任务|工作)?")
_AIMS = re.compile(r"(?:确保|争取|力争|计划|预计|预期|其中)[于在]?$")
_LOOKED_BEHIND, _LOOKED_AHEAD = 6, 28


class Setting(NamedTuple):
    """A moment with the few words before and behind it; `clause` says that nothing of its clause stands before it."""

    moment: Moment
    before: str
    after: str
    clause: bool


def period(setting: Setting) -> bool:
    """动员部署阶段（2025年3月1日—3月31日）: a step ends on the last day of its period."""
    return setting.before[-1:] in "（(" and setting.after[:1] in "）)" and setting.moment.grain in ("day", "month")


def before_moment(setting: Setting) -> bool:
    """6月30日前报送; 2023年10月前建成; 2025年前; 2027年秋季学期前完成."""
    moment = setting.moment
    if moment.grain == "flood" and moment.year is None:
        return _DEED.match(setting.after) is not None
    return moment.before and (moment.grain != "year" or moment.year is not None or moment.closed)


def year_end(setting: Setting) -> bool:
    """2022年底; 到2025年底; 年底; 今年内; 按季通报、年底考评 comes round."""
    routine = setting.moment.year is None and _ROUTINE.match(setting.after)
    return setting.moment.grain == "year" and setting.moment.closed and not routine


def end_of(setting: Setting) -> bool:
    """8月底; 三季度末; 到“十四五”末."""
    moment = setting.moment
    return moment.closed and moment.grain in ("month", "quarter", "period")


def with_deed(setting: Setting) -> bool:
    """6月份完成全市推广; 5月中旬完成自查; 二季度组织4场对接活动; 2024年6月全面上线."""
    return setting.moment.grain in ("day", "month", "quarter", "term") and _DEED.match(setting.after) is not None


def with_deed_behind_comma(setting: Setting) -> bool:
    """2025年12月，项目全部竣工; but not 2024年3月，市政府印发了方案."""
    opens = setting.clause or setting.before.endswith(("自", "从", "于", "在"))
    return setting.moment.grain in ("day", "month") and opens and _DEED_BEHIND_COMMA.match(setting.after) is not None


def half_year(setting: Setting) -> bool:
    """2024年上半年盘活存量用地; 上半年经济工作 is a name."""
    return setting.moment.grain == "half" and _HALF_AS_NAME.match(setting.after) is None


def quarter(setting: Setting) -> bool:
    """…，四季度在全镇推开; 一季度经济运行 is a name."""
    return setting.moment.grain == "quarter" and setting.clause and _HALF_AS_NAME.match(setting.after) is None


def from_now_until(setting: Setting) -> bool:
    """即日起至12月20日为整治阶段; but not 有效期至2029年5月31日."""
    return setting.moment.grain in ("day", "month") and setting.before.endswith("起至") and "有效" not in setting.after


def until_year(setting: Setting) -> bool:
    """到2025年，…; 力争到2024年; 到2025年年中; but not 2021年至2025年, not 到2023年度."""
    said = setting.moment.year is not None and _UNTIL.search(setting.before) is not None
    return setting.moment.grain == "year" and said and _NOT_UNTIL.match(setting.after) is None


def until_month(setting: Setting) -> bool:
    """到2024年6月，覆盖率达到100%; 截止2024年12月31日，…; but not 2023年8月至2024年5月."""
    moment = setting.moment
    said = moment.grain in ("day", "month") and moment.year is not None and _UNTIL.search(setting.before) is not None
    return said and setting.after[:1] in "，,"


def bare_year(setting: Setting) -> bool:
    """2025年，基本建成…; 2024年实现80%以上…; 2024—2026年每年举办…; 争取2026年全线贯通."""
    moment = setting.moment
    begins = setting.clause or _AIMS.search(setting.before) is not None or setting.before.endswith("年、")
    opens = moment.grain == "year" and moment.year is not None and begins
    return opens and _YEAR_GOAL.match(setting.after) is not None


_RULES: tuple[Callable[[Setting], bool], ...] = (
    period, before_moment, year_end, end_of, with_deed, with_deed_behind_comma, from_now_until, half_year, quarter, until_year, until_month,
    bare_year,
)  # fmt: skip
LEAD_INS = frozenset({"date.until_year", "date.bare_year", "date.year_end"})
"""Rules of dates that hold for the sentences behind them: 到2025年，…."""


def find_deadlines(text: str, start: int, end: int, year: int | None) -> list[Deadline]:
    """Milestones in body text. `year` is the document's year, for 3月底前; later years named in the text take over.

    Dates before `year`, and dates in a clause that tells what has been (截至2021年底，已…), are not deadlines.
    """
    if not _DATE_WORD.search(text, start, end):
        return []
    moments = list(find_moments(text, start, end))
    settings = [_set(text, moment, start, end) for moment in moments]
    rules = [_judge(setting) for setting in settings]
    _join_lists(text, moments, rules)
    _join_years(text, settings, rules)
    deadlines: list[Deadline] = []
    in_force = year
    for moment, setting, rule in zip(moments, settings, rules, strict=True):
        if moment.year is not None and (year is None or moment.year >= year):
            in_force = moment.year
        if not rule or _tells_the_past(setting):
            continue
        day = moment.on(in_force if moment.later is None else year)
        if day is not None and (year is None or day.year >= year):
            doubt = (
                f"未写年份，按上文取{in_force}年"
                if _year_is_inferred(moment, in_force, year)
                else _FLOOD.get(moment.grain, "")
            )
            deadlines.append(_deadline(text, moment, day, setting, f"date.{rule}", doubt, end))
    return deadlines


def _year_is_inferred(moment: Moment, in_force: int | None, year: int | None) -> bool:
    """True for 6月底前 after 2025年3月底 in a plan of 2024: the year is that of the words before."""
    return moment.year is None and moment.later is None and year is not None and in_force != year


def read_note_dates(text: str, start: int, end: int, year: int | None) -> Iterator[Deadline]:
    """The dates of a responsibility note, one a clause: 2025年6月底前试点，12月底前推开 sets two."""
    for piece in split_outside(text, start, end, "，,；;\n"):
        if deadline := read_note_date(text, *piece, year):
            yield deadline
            year = deadline.date.year


def read_note_date(text: str, start: int, end: int, year: int | None) -> Deadline | None:
    """The date of a responsibility note, always final; of a span of time (1月—6月) its end.

    2021年12月底前完成 -> 2021-12-31;  2021年12月底 -> 2021-12-31;  持续推进 -> None.
    """
    moments = list(find_moments(text, start, end))
    if not moments and year is not None and _WHOLE_YEAR.fullmatch(text, start, end):
        doubt = "原文写“全年”，按年底计"
        return Deadline(
            dt.date(year, 12, 31), DeadlineKind.FINAL, text[start:end], Span(start, end), "note.year", doubt
        )
    if not moments or _COMES_ROUND.search(text, max(moments[0].start - 4, start), moments[0].start):
        return None
    moment = moments[-1] if _is_span(text, moments) else moments[0]
    named = [found.year for found in moments if found.year is not None]
    day = moment.on(named[-1] if named else year)
    if day is None:
        return None
    deed = _DEED.match(text, moment.end, end)
    stop = deed.end() if deed else moment.end
    span = Span(moment.start, stop)
    doubt = _FLOOD.get(moment.grain, "")
    return Deadline(day, DeadlineKind.FINAL, text[span.start : stop], span, f"note.{moment.grain}", doubt)


def read_day(text: str) -> dt.date | None:
    """A full date on its own: 2024年4月19日, 二〇二四年四月十九日, 2024-04-19; None when it is not one."""
    if not 8 <= len(text) <= 30:
        return None
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


def _set(text: str, moment: Moment, start: int, end: int) -> Setting:
    before = text[max(moment.start - _LOOKED_BEHIND, start) : moment.start]
    bare = before.rstrip(" \u3000")
    clause = moment.start == start or not bare or bare[-1] in _CLAUSE_MARKS
    return Setting(moment, before, text[moment.end : min(moment.end + _LOOKED_AHEAD, end)], clause)


def _judge(setting: Setting) -> str:
    return next((rule.__name__ for rule in _RULES if rule(setting)), "")


def _join_lists(text: str, moments: Sequence[Moment], rules: list[str]) -> None:
    """6月、9月、12月底前分批公布 sets three dates; 4月1日至6月30日 one, on its last day."""
    for place in range(len(moments) - 2, -1, -1):
        this, following = moments[place], moments[place + 1]
        if _CONNECTS.fullmatch(text, this.end, following.start):
            rules[place] = ""
            if not rules[place + 1] and following.grain in ("day", "month"):
                rules[place + 1] = "range_end"
        elif rules[place + 1] and this.grain == following.grain and _LISTS.fullmatch(text, this.end, following.start):
            rules[place] = rules[place] or ("listed" if this.grain in ("day", "month", "quarter", "year") else "")


def _join_years(text: str, settings: Sequence[Setting], rules: list[str]) -> None:
    """2024年改造400个，2025年500个，2026年规上企业全覆盖: year by year in one sentence, each a goal when the first is."""
    for place, (this, following) in enumerate(pairwise(settings), 1):
        years = (this.moment, following.moment)
        if rules[place] or not rules[place - 1] or not following.clause or any(m.grain != "year" for m in years):
            continue
        counted_on = this.moment.year is not None and following.moment.year == this.moment.year + 1
        if counted_on and text.find("。", this.moment.end, following.moment.start) < 0:
            rules[place] = "next_year"


def _deadline(text: str, moment: Moment, day: dt.date, setting: Setting, rule: str, doubt: str, end: int) -> Deadline:
    """The phrase takes 到 before the moment and the deed behind it: 到2025年底, 8月底前完成."""
    until = _UNTIL.search(setting.before) if rule != "date.period" else None
    start = moment.start - (len(until[0]) if until else 0)
    deed = _DEED.match(text, moment.end, end)
    stop = deed.end() if deed else moment.end
    return Deadline(day, DeadlineKind.MILESTONE, text[start:stop], Span(start, stop), rule, doubt)


def _is_span(text: str, moments: Sequence[Moment]) -> bool:
    if len(moments) < 2:
        return False
    gap = (moments[-2].end, moments[-1].start)
    return _CONNECTS.fullmatch(text, *gap) is not None or _LISTS.fullmatch(text, *gap) is not None


def _tells_the_past(setting: Setting) -> bool:
    """截至2024年底，全县已建成…; 较2024年; 2015年以来; 每年12月底前 comes round and is no date."""
    if _PAST_BEFORE.search(setting.before) or (not setting.moment.before and _PAST_BEHIND.match(setting.after)):
        return True
    return setting.before.endswith(("截至", "截止")) and _SO_FAR.match(setting.after) is not None
