"""Work that comes round or goes on: 每季度, 每年3月底前, 长期坚持. Said as such, never turned into a day."""

from __future__ import annotations

import re

from desktop_app.domain.plan import Recurrence, Rhythm, Span

_RHYTHMS = {
    "d": Rhythm.DAILY,
    "w": Rhythm.WEEKLY,
    "x": Rhythm.TEN_DAYS,
    "f": Rhythm.HALF_MONTHLY,
    "m": Rhythm.MONTHLY,
    "q": Rhythm.QUARTERLY,
    "h": Rhythm.HALF_YEARLY,
    "y": Rhythm.YEARLY,
    "o": Rhythm.OPEN_ENDED,
}
_TAIL = r"[^，。；、：！？\n\x00〔（）〕]{0,30}"
_REVIEWS = r"(?:调度|通报|督查|督办|督导|会商|小结|例会|点评|评估|总结|研判|报告|报送)"
# Each form begins with the letter that the search looks for, so that a paragraph is gone through once.
_SAID = re.compile(
    r"[每按逐日周旬月季半长持常](?:"
    # 每月5日前报送; 每季度评选一次; 每年3月底前完成更新; 按月通报; 每日处理500吨 says how much a day, not when
    r"(?<=[每按逐])(?:(?P<d>[日天](?=[^，。；、\d]{0,6}(?:调度|上?报|通报|巡|检查|更新|会商|督|汇总|研判|清|点评|推送)))"
    r"|(?P<w>个?(?:周|星期))|(?P<x>旬)|(?P<f>半个?月)|(?P<m>个?月)|(?P<q>个?季度?)|(?P<h>半年)|(?P<y>年度?|学年))"
    rf"(?!的|以来|均|份){_TAIL}"
    # 实行周调度、月通报、季点评
    rf"|(?<![0-9〇一二三四五六七八九十每本当次上个近按逐].)(?:(?P<td>(?<=日))|(?P<tw>(?<=周))|(?P<tx>(?<=旬))|(?P<tm>(?<=月))|(?P<tq>(?<=季))|(?P<tf>(?<=半)月)|(?P<th>(?<=半)年))度?{_REVIEWS}"
    # …，长期坚持。  …，并持续推进。 as a clause of its own says when, 持续推进“一网通办” says what
    r"|(?<=[，。；、\n并且要][长持常])(?:期|续|态化?|效)地?(?:坚持|推进|开展|实施|落实|巩固|抓好|执行|保持)(?=[，。；\n]|$))"
)
# what a column or label 完成时限 may say instead of a day
_IN_NOTE = re.compile(
    r"(?P<d>每[日天]|按日|逐日)|(?P<w>每个?(?:周|星期)|按周|逐周)|(?P<x>每旬|按旬|逐旬)|(?P<f>每半个?月|半月一次)|(?P<m>每个?月|按月|逐月)|(?P<q>每个?季度?|按季度?)"
    r"|(?P<h>每半年|半年一次)|(?P<y>每年度?|逐年|每学年|以后年度)|(?P<o>长期|持续|常态|长效|随时|常年|不断|贯穿)"
)
_WHOLE_SEGMENT = re.compile(
    r"(?:并|且)?(?:(?:每[日天周旬]|每个?(?:周|星期)|每半个?月|每个?月|按[日周旬月]|每个?季度?|按季度?|每半年|半年|每年)[^，。；]{0,12}|"
    r"(?:长期|持续|常态化?|常年)(?:坚持|推进|开展|实施|落实|执行|任务|工作|抓好|巩固|优化|完善|深化|有效)?)"
)


def find_rhythms(text: str, start: int, end: int) -> list[Recurrence]:
    """The recurrences a paragraph states in its sentences, in printed order."""
    return [_recurrence(match) for match in _SAID.finditer(text, start, end)]


def read_rhythm(text: str, start: int, end: int) -> Recurrence | None:
    """What a label 完成时限 says when it names no day, or more than a day: 每季度; 长期坚持; 2025年底前，并长期坚持."""
    match = _IN_NOTE.search(text, start, end)
    if match is None:
        return None
    stop = next((mark for mark in range(match.start(), end) if text[mark] in "，。；、"), end)
    rhythm = _RHYTHMS[match.lastgroup or "o"]
    return Recurrence(rhythm, text[match.start() : stop], Span(match.start(), stop), "rhythm.note")


def is_rhythm(text: str, start: int, end: int) -> bool:
    """True for a segment of a note that only says how the work goes on: 长期坚持, 每季度一次, 持续推进."""
    return _WHOLE_SEGMENT.fullmatch(text, start, end) is not None


def _recurrence(match: re.Match[str]) -> Recurrence:
    group = match.lastgroup or "o"
    rule = "clause" if group == "o" else "terse" if group[0] == "t" else "each"
    return Recurrence(_RHYTHMS[group[-1]], match[0], Span(*match.span()), f"rhythm.{rule}")
