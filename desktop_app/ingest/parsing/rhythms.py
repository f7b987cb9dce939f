"""Work that comes round or goes on: 每季度, 每年3月底前, 长期坚持. Said as such, never turned into a day."""

from __future__ import annotations

import re

from desktop_app.domain.plan import Recurrence, Rhythm, Span

_RHYTHMS = {
    "m": Rhythm.MONTHLY,
    "q": Rhythm.QUARTERLY,
    "h": Rhythm.HALF_YEARLY,
    "y": Rhythm.YEARLY,
    "o": Rhythm.OPEN_ENDED,
}
_TAIL = r"[^，。；、：！？\n\x00〔（）〕]{0,30}"
# 每月5日前报送; 每季度评选一次; 每年3月底前完成更新; 按月通报
_EACH = re.compile(rf"[每按逐](?:(?P<m>个?月)|(?P<q>个?季度?)|(?P<h>半年)|(?P<y>年度?|学年))(?!的|以来|均|份){_TAIL}")
# 实行月调度、季通报
_TERSE = re.compile(
    r"[月季](?<![0-9〇一二三四五六七八九十每本当次上个近按逐].)度?(?:调度|通报|督查|督办|会商|小结|例会|点评|评估|总结|研判)"
)
# …，长期坚持。  …，并持续推进。 as a clause of its own says when, 持续推进“一网通办” says what
_GOES_ON = re.compile(
    r"[长持常](?<=[，。；、\n并且要].)(?:期|续|态化?|效)地?(?:坚持|推进|开展|实施|落实|巩固|抓好|执行|保持)(?=[，。；\n]|$)"
)
# what a column or label 完成时限 may say instead of a day
_IN_NOTE = re.compile(
    r"(?P<m>每个?月|按月|逐月)|(?P<q>每个?季度?|按季度?)|(?P<h>每半年|半年一次)|(?P<y>每年度?|逐年|每学年|以后年度)"
    r"|(?P<o>长期|持续|常态|长效|随时|常年|不断|贯穿)"
)
_WHOLE_SEGMENT = re.compile(
    r"(?:并|且)?(?:(?:每个?月|按月|每个?季度?|按季度?|每半年|半年|每年)[^，。；]{0,12}|"
    r"(?:长期|持续|常态化?|常年)(?:坚持|推进|开展|实施|落实|执行|任务|工作|抓好|巩固|优化|完善|深化|有效)?)"
)


def find_rhythms(text: str, start: int, end: int) -> list[Recurrence]:
    """The recurrences a paragraph states in its sentences."""
    found = [_recurrence(match, _RHYTHMS[match.lastgroup or "o"], "each") for match in _EACH.finditer(text, start, end)]
    for match in _TERSE.finditer(text, start, end):
        found.append(_recurrence(match, Rhythm.MONTHLY if match[0][0] == "月" else Rhythm.QUARTERLY, "terse"))
    for match in _GOES_ON.finditer(text, start, end):
        found.append(_recurrence(match, Rhythm.OPEN_ENDED, "clause"))
    return sorted(found, key=lambda fact: fact.span or Span(0, 0)) if len(found) > 1 else found


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


def _recurrence(match: re.Match[str], rhythm: Rhythm, rule: str) -> Recurrence:
    return Recurrence(rhythm, match[0], Span(*match.span()), f"rhythm.{rule}")
