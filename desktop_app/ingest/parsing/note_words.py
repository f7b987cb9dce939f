"""What a responsibility note says: labels with lists, verbs behind lists, plain lists, dates.

牵头单位：A、B；配合单位：C；完成时限：2024年6月底     A、B牵头，C配合，2021年12月底前完成     A、B等按职责分工负责
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.plan import Assignment, Deadline, Recurrence, Role, Span
from desktop_app.ingest.parsing.brackets import split_outside, trimmed
from desktop_app.ingest.parsing.dates import read_note_dates
from desktop_app.ingest.parsing.rhythms import is_rhythm, read_rhythm
from desktop_app.ingest.parsing.units import doubt_of, looks_like_unit, split_units

_LEAD_LABEL = r"(?:第一)?牵头(?:责任|负责)?(?:单位|部门|处室|科室)?(?:为|是)?|主办(?:单位|部门)?|主要责任(?:单位|部门)|主责(?:单位|部门)|责任牵头(?:单位|部门)|牵头及责任单位|第一责任(?:单位|部门)|组长单位"
_SUPPORT_LABEL = r"(?:协同|协助)?配合(?:责任)?(?:单位|部门|处室|科室|股室)?|(?:协同|协助)责任(?:单位|部门)|(?<!政)协办(?:单位|部门)?|协同(?:单位|部门)|协助(?:单位|部门)|(?:业务|工作)?指导(?:单位|部门)|参与(?:单位|部门)?|参加(?:单位|部门)|支持(?:单位|部门)|会同(?:单位|部门)|(?:副组长|成员|监管|监督)单位"
_RESPONSIBLE_LABEL = r"(?:其他|具体)?责任(?:单位|部门|主体|处室|科室|股室)|负责(?:单位|部门)|落实(?:单位|部门)|实施(?:单位|部门|主体)|承办(?:单位|部门|处室)|承担单位|组织实施单位|主管(?:单位|部门)|分工单位|(?:责任|任务|职责|工作)分工"
_DATE_LABEL = r"(?:计划)?完成(?:时限|时间|期限|日期|节点)(?:要求)?|(?:工作|办理|办结|落实|整改)?(?:时限|期限)(?:要求)?|时间(?:节点|要求|安排|进度)|进度(?:要求|安排)"
_PERSON_LABEL = r"(?:市|县|区|镇)?(?:牵头|责任|分管|包保|包联|联系|挂帅|包抓|主管)(?:市|县|区|镇)?级?(?:领导|人|负责人)(?:同志)?|责任人员?|联系(?:人|电话)|责任科室负责人"
# 责 任 单 位： printed wide
_WIDE_LEAD, _WIDE_SUPPORT = r"牵\s+头\s+单\s+位", r"配\s+合\s+单\s+位"
_WIDE_RESPONSIBLE, _WIDE_DATE = r"责\s+任\s+[单部]\s+[位门]", r"完\s+成\s+时\s+[限间]"
LABEL = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])[省市州县区镇]级)?(?:(?P<lead>{_LEAD_LABEL}|{_WIDE_LEAD})|(?P<support>{_SUPPORT_LABEL}|{_WIDE_SUPPORT})"
    rf"|(?P<responsible>{_RESPONSIBLE_LABEL}|{_WIDE_RESPONSIBLE})|(?P<date>{_DATE_LABEL}|{_WIDE_DATE})"
    rf"|(?P<person>{_PERSON_LABEL}))\s*[：:]\s*"
)
_ROLES = {"lead": Role.LEAD, "support": Role.SUPPORT, "responsible": Role.RESPONSIBLE}

_LEADS = re.compile(r"(?:分别|共同|统筹|总|负责)?牵头(?!(?:部门|单位)(?:[、，；。按]|$))")
_SUPPORTS = re.compile(
    r"(?:予以|做好|积极|共同|协同|密切|分别|联合|按职责分工|按职责|按分工)*(?:配合|协助|(?<!政)协办|协同|参与|参加|支持)"
)
_RESPONSIBLE = re.compile(
    r"(?:等)?(?:要|应|均)?(?:(?:按照?|依据|根据|依|结合)(?:各自|部门|单位|工作)?(?:职责|职能|责任|分工)"
    r"|(?:分别|分工|各自|共同|具体|组织|统筹)*(?:负责|落实|承担|实施|抓好落实|做好|提供)|各负其责)"
)
_WITH = re.compile(r"会同|(?<=[局委办厅部府院])商(?=[省市州县区各])")
_LEADS_TOO = re.compile(r"(?:负责)?牵头(?:负责)?$")
_BY_WHEN = re.compile(r"[于在]?(?=20\d\d年|\d{1,2}月|[今明]?年底)")
ROLE_VERB = re.compile(
    r"责任单位|牵头|配合|(?<!政)协办|协助|参与|参加|会同|负责|职责分工|分工落实|组织实施|各负其责|具体实施"
)
ONLY_DATE = re.compile(
    r"(?:于|在|到)?(?:20\d\d\s*年)?[^，。；、]{0,6}(?:\d{1,2}\s*月|年|底|季度)[^，。；、]{0,4}(?:前|底|末|内)?(?:完成|建成|办结|实现|启动|上线)?"
)
_LONGEST_AFTER_VERB = 16
_REMEMBERED = 4096
_SAYS_ROLES = re.compile(r"牵头|配合")
_DATED = re.compile(
    r"[\d一二三四五六七八九十]\s*[年月]|\d[.\-/]\d|季度|半年|年底|年内|十[三四五六]五|汛期?前|(?:国庆|春节|元旦|学期|开学)节?前"
)
_NAMED_ROLE = re.compile(r"（(?:(?P<lead>牵头|牵头单位|主办|负责牵头)|(?P<support>配合|配合单位|协办|参与|协助))）$")
_IN_BRACKETS = re.compile(r"（[^（）]*）")


class Said(NamedTuple):
    """The facts of a note in printed order; spans count from the first letter of its words."""

    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()


def read_labelled(words: str, year: int | None) -> Said:
    """牵头单位：A、B；配合单位：C；完成时限：2024年6月底."""
    labels = [match for match in LABEL.finditer(words) if _label_begins(words, match.start())]
    gathered = _Gathered(words, year)
    for index, label in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else len(words)
        content = trimmed(words, label.end(), stop, " ；;，,。、")
        kind = label.lastgroup or ""
        if kind in _ROLES:
            gathered.take_list(*content, _ROLES[kind])
        elif kind == "date":
            gathered.take_time(*content)
    return gathered.said()


def read_verbs(words: str, year: int | None, *, whole: bool = False) -> Said | None:
    """A、B牵头，C配合，2021年12月底前完成;  A、B等按职责分工负责;  A牵头技术工作，B牵头推广工作.

    None when the words are not a note. `whole` asks that every segment gives a role or a date, as a sentence of the
    text must before it counts as a note.
    """
    gathered = _Gathered(words, year)
    if not gathered.take_segments(0, len(words), Role.RESPONSIBLE, strict=whole) or not gathered.assignments:
        return None
    likely = [looks_like_unit(fact.unit) for fact in gathered.assignments]
    if not all(likely) if whole else 2 * sum(likely) < len(likely):
        return None
    return gathered.said()


@lru_cache(maxsize=_REMEMBERED)
def read_plain_list(words: str, year: int | None) -> Said | None:
    """市发改委、市财政局，10月底前完成: all of them responsible; None when one of them cannot be a unit."""
    gathered = _Gathered(words, year)
    for piece in split_outside(words, 0, len(words), "，,；;"):
        start, end = trimmed(words, *piece)
        if ONLY_DATE.fullmatch(words, start, end) or is_rhythm(words, start, end):
            gathered.take_time(start, end)
            continue
        facts = list(assign(Role.RESPONSIBLE, words, start, end, "note.list"))
        if not facts or not all(looks_like_unit(fact.unit) for fact in facts):
            return None
        gathered.assignments += facts
    return gathered.said() if gathered.assignments else None


@lru_cache(maxsize=_REMEMBERED)
def read_time(words: str, year: int | None) -> Said | None:
    """2021年12月底前完成; 长期坚持: a note that only says when; None for anything else."""
    gathered = _Gathered(words, year)
    if ONLY_DATE.fullmatch(words) or is_rhythm(words, 0, len(words)):
        gathered.take_time(0, len(words))
    return gathered.said() if gathered.deadlines or gathered.recurrences else None


def assign(role: Role, text: str, start: int, end: int, rule: str) -> Iterator[Assignment]:
    """The units of a list in one role, unless a unit says its own: 市发改委（牵头）、市财政局."""
    for unit in split_units(text, start, end):
        own = _NAMED_ROLE.search(unit.name)
        if own is None:
            yield Assignment(role, unit.name, unit.span, rule, doubt_of(unit.name))
            continue
        length = len(own[0])
        span = Span(unit.span.start, unit.span.end - length)
        yield Assignment(_ROLES[own.lastgroup or "lead"], unit.name[:-length], span, "note.named_role")


class _Gathered:
    """The facts of one note while its words are read."""

    def __init__(self, words: str, year: int | None) -> None:
        self._words = words
        self._year = year
        self.assignments: list[Assignment] = []
        self.deadlines: list[Deadline] = []
        self.recurrences: list[Recurrence] = []

    def said(self) -> Said:
        return Said(tuple(self.assignments), tuple(self.deadlines), tuple(self.recurrences))

    def take_time(self, start: int, end: int) -> None:
        """2025年底前，并长期坚持 gives a day and a rhythm; 每年3月底前 only a rhythm; 6月底前试点，12月底前推开 two days."""
        self.deadlines += read_note_dates(self._words, start, end, self._year)
        if rhythm := read_rhythm(self._words, start, end):
            self.recurrences.append(rhythm)

    def take_list(self, start: int, end: int, role: Role) -> None:
        """Units of a labelled list; 责任单位：A牵头，B配合 says its roles again, and 2024年底前完成 may end it."""
        words = self._words
        if _SAYS_ROLES.search(_IN_BRACKETS.sub("", words[start:end])):
            self.take_segments(start, end, role)
            return
        for piece in split_outside(words, start, end, "，,；; "):
            if self._says_when(*piece) and not looks_like_unit(words[slice(*piece)]):
                self.take_time(*piece)
            else:
                self.assignments += assign(role, words, *piece, "note.labelled")

    def take_segments(self, start: int, end: int, default: Role, *, strict: bool = False) -> bool:
        """Segments between ，and ；: a verb gives its role to the units before it and to those waiting for one.

        False when `strict` and a segment gives neither a role nor a time.
        """
        waiting: list[tuple[int, int]] = []
        for piece in split_outside(self._words, start, end, "，,；;。"):
            segment = trimmed(self._words, *piece)
            if segment[0] == segment[1]:
                continue
            if is_rhythm(self._words, *segment):
                self.take_time(*segment)
                continue
            given = _segment_role(self._words, *segment)
            if given is None:
                if self._says_when(*segment):
                    self.take_time(*segment)
                else:
                    waiting.append(segment)
                continue
            role, units, after = given
            if strict and after > 6:
                return False
            for place in [*waiting, units]:
                self.assignments += assign(role, self._words, *place, "note.verb")
            waiting = []
            self.assignments += _joined(self._words, segment)
            if _WITH.search(self._words, *segment) and self._says_when(*segment):
                self.take_time(*segment)
        if strict and waiting:
            return False
        for place in waiting:
            self._take_rest(place, default)
        return True

    def _take_rest(self, place: tuple[int, int], role: Role) -> None:
        """县水利局牵头，县财政局: the second says no role of its own."""
        doubt = "原文未写明角色，暂按责任单位" if self.assignments and role is Role.RESPONSIBLE else ""
        for fact in assign(role, self._words, *place, "note.list"):
            if looks_like_unit(fact.unit):
                self.assignments.append(replace(fact, doubt=fact.doubt or doubt))

    def _says_when(self, start: int, end: int) -> bool:
        return _DATED.search(self._words, start, end) is not None or is_rhythm(self._words, start, end)


def moved(said: Said, by: int) -> Said:
    """The same facts with their places counted from elsewhere."""
    return Said(
        tuple([Assignment(f.role, f.unit, _shifted(f.span, by), f.rule, f.doubt) for f in said.assignments]),
        tuple([Deadline(f.date, f.kind, f.phrase, _shifted(f.span, by), f.rule, f.doubt) for f in said.deadlines]),
        tuple([Recurrence(f.rhythm, f.phrase, _shifted(f.span, by), f.rule) for f in said.recurrences]),
    )


def _shifted(span: Span | None, by: int) -> Span | None:
    return Span(span[0] + by, span[1] + by) if span else None


def _label_begins(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in "；;，,。、 \u3000\n）)〕]】"


def _segment_role(text: str, start: int, end: int) -> tuple[Role, tuple[int, int], int] | None:
    """Which role a segment gives, where its units are printed, and how many letters follow the verb."""
    segment = _IN_BRACKETS.sub(lambda match: "（" + "\x00" * (len(match[0]) - 2) + "）", text[start:end])
    if match := _WITH.search(segment):
        lead = _LEADS_TOO.search(segment, 0, match.start())
        return Role.LEAD, (start, start + (lead or match).start()), 0
    for role, verb in ((Role.LEAD, _LEADS), (Role.SUPPORT, _SUPPORTS), (Role.RESPONSIBLE, _RESPONSIBLE)):
        match = verb.search(segment)
        if match and len(segment) - match.end() <= _LONGEST_AFTER_VERB:
            return role, (start, start + match.start()), len(segment) - match.end()
    return None


def _joined(text: str, segment: tuple[int, int]) -> list[Assignment]:
    """市发改委会同市财政局负责: those after 会同 support."""
    match = _WITH.search(text, *segment)
    if match is None:
        return []
    stop = segment[1]
    for verb in (_LEADS, _SUPPORTS, _RESPONSIBLE, _BY_WHEN):
        if ends := verb.search(text, match.end(), segment[1]):
            stop = min(stop, ends.start())
    return list(assign(Role.SUPPORT, text, match.end(), stop, "note.joined"))
