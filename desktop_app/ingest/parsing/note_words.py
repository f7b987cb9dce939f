"""What a responsibility note says: labels with lists, verbs behind lists, plain lists, dates.

牵头单位：A、B；配合单位：C；完成时限：2024年6月底     A、B牵头，C配合，2021年12月底前完成     A、B等按职责分工负责
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.domain.plan import Assignment, Deadline, Role, Span
from desktop_app.ingest.parsing.brackets import split_outside, trimmed
from desktop_app.ingest.parsing.dates import read_note_date
from desktop_app.ingest.parsing.units import looks_like_unit, split_units

_LEAD_LABEL = r"(?:第一)?牵头(?:责任|负责)?(?:单位|部门|处室|科室)?(?:为|是)?|主办(?:单位|部门)|主要责任(?:单位|部门)|主责(?:单位|部门)|责任牵头(?:单位|部门)|牵头及责任单位"
_SUPPORT_LABEL = r"(?:协同|协助)?配合(?:责任)?(?:单位|部门)?|协办(?:单位|部门)|协同(?:单位|部门)|协助(?:单位|部门)|参与(?:单位|部门)|参加(?:单位|部门)|支持(?:单位|部门)|会同(?:单位|部门)"
_RESPONSIBLE_LABEL = r"责任(?:单位|部门|主体|处室|科室|股室)|负责(?:单位|部门)|落实(?:单位|部门)|实施(?:单位|部门|主体)|承办(?:单位|部门|处室)|承担单位|组织实施单位|主管(?:单位|部门)|分工单位"
_DATE_LABEL = r"(?:计划)?完成(?:时限|时间|期限|日期|节点)(?:要求)?|(?:工作|办理|办结|落实|整改)?(?:时限|期限)(?:要求)?|时间(?:节点|要求|安排|进度)|进度(?:要求|安排)"
_PERSON_LABEL = r"(?:市|县|区|镇)?(?:牵头|责任|分管|包保|联系|挂帅|包抓)(?:市|县|区)?(?:领导|人|负责人)(?:同志)?|责任人员?|联系(?:人|电话)|责任科室负责人"
LABEL = re.compile(
    rf"(?:(?P<lead>{_LEAD_LABEL})|(?P<support>{_SUPPORT_LABEL})|(?P<responsible>{_RESPONSIBLE_LABEL})"
    rf"|(?P<date>{_DATE_LABEL})|(?P<person>{_PERSON_LABEL}))\s*[：:]\s*"
)
_ROLES = {"lead": Role.LEAD, "support": Role.SUPPORT, "responsible": Role.RESPONSIBLE}

_LEADS = re.compile(r"(?:分别|共同|统筹|总|负责)?牵头")
_SUPPORTS = re.compile(
    r"(?:予以|做好|积极|共同|协同|密切|分别|联合|按职责分工|按职责|按分工)*(?:配合|协助|协办|协同|参与|参加|支持)"
)
_RESPONSIBLE = re.compile(
    r"(?:等)?(?:要|应|均)?(?:(?:按照?|依据|根据|依|结合)(?:各自|部门|单位|工作)?(?:职责|职能|责任|分工)"
    r"|(?:分别|分工|各自|共同|具体|组织|统筹)*(?:负责|落实|承担|组织实施|抓好落实))"
)
_WITH = re.compile(r"会同|(?<=[局委办厅部府院])商(?=[省市州县区各])")
ROLE_VERB = re.compile(r"牵头|配合|协办|协助|参与|参加|会同|负责|职责分工|分工落实|组织实施")
ONLY_DATE = re.compile(
    r"(?:于|在|到)?(?:20\d\d\s*年)?[^，。；、]{0,6}(?:\d{1,2}\s*月|年|底|季度)[^，。；、]{0,4}(?:前|底|末|内)?(?:完成|建成|办结|实现|启动|上线)?"
)
_LONGEST_AFTER_VERB = 16


_NAMED_ROLE = re.compile(r"（(?:(?P<lead>牵头|牵头单位|主办|负责牵头)|(?P<support>配合|配合单位|协办|参与|协助))）$")
_IN_BRACKETS = re.compile(r"（[^（）]*）")


class Said(NamedTuple):
    """The facts of a note in printed order."""

    assignments: list[Assignment]
    deadlines: list[Deadline]


def read_labelled(text: str, start: int, end: int, year: int | None) -> Said:
    """牵头单位：A、B；配合单位：C；完成时限：2024年6月底."""
    labels = [match for match in LABEL.finditer(text, start, end) if _label_begins(text, match.start(), start)]
    said = Said([], [])
    for index, label in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else end
        content = trimmed(text, label.end(), stop, " ；;，,。、")
        kind = label.lastgroup or ""
        if kind in _ROLES:
            more = _labelled_list(text, *content, _ROLES[kind], year)
            said.assignments.extend(more.assignments)
            said.deadlines.extend(more.deadlines)
        elif kind == "date" and (deadline := read_note_date(text, *content, year)):
            said.deadlines.append(deadline)
    return said


def read_verbs(text: str, start: int, end: int, year: int | None, *, whole: bool = False) -> Said | None:
    """A、B牵头，C配合，2021年12月底前完成;  A、B等按职责分工负责;  A牵头技术工作，B牵头推广工作.

    None when the words are not a note. `whole` asks that every segment gives a role or a date, as a sentence of the
    text must before it counts as a note.
    """
    said = _read_segments(text, start, end, Role.RESPONSIBLE, year, strict=whole)
    if said is None or not said.assignments:
        return None
    likely = [looks_like_unit(fact.unit) for fact in said.assignments]
    if not all(likely) if whole else 2 * sum(likely) < len(likely):
        return None
    return said


def read_plain_list(text: str, start: int, end: int, year: int | None) -> Said | None:
    """市发改委、市财政局，10月底前完成: all of them responsible; None when one of them cannot be a unit."""
    said = Said([], [])
    for piece in split_outside(text, start, end, "，,；;"):
        if ONLY_DATE.fullmatch(text, *trimmed(text, *piece)):
            deadline = read_note_date(text, *piece, year)
            said.deadlines.extend([deadline] if deadline else [])
            continue
        facts = list(assign(Role.RESPONSIBLE, text, *piece, "note.list"))
        if not facts or not all(looks_like_unit(fact.unit) for fact in facts):
            return None
        said.assignments.extend(facts)
    return said if said.assignments else None


def assign(role: Role, text: str, start: int, end: int, rule: str) -> Iterator[Assignment]:
    """The units of a list in one role, unless a unit says its own: 市发改委（牵头）、市财政局."""
    for unit in split_units(text, start, end):
        own = _NAMED_ROLE.search(unit.name)
        if own is None:
            yield Assignment(role, unit.name, unit.span, rule)
            continue
        length = len(own[0])
        span = Span(unit.span.start, unit.span.end - length)
        yield Assignment(_ROLES[own.lastgroup or "lead"], unit.name[:-length], span, "note.named_role")


def _label_begins(text: str, place: int, start: int) -> bool:
    return place == start or text[place - 1] in "；;，,。、 \u3000\n）)〕]】"


def _labelled_list(text: str, start: int, end: int, role: Role, year: int | None) -> Said:
    """Units of a labelled list; 责任单位：A牵头，B配合 says its roles again, and 2024年底前完成 may stand at its end."""
    if re.search(r"牵头|配合", _IN_BRACKETS.sub("", text[start:end])):
        return _read_segments(text, start, end, role, year) or Said([], [])
    said = Said([], [])
    for piece in split_outside(text, start, end, "，,；; "):
        deadline = read_note_date(text, *piece, year) if _has_date(text[slice(*piece)]) else None
        if deadline is not None and not looks_like_unit(text[slice(*piece)]):
            said.deadlines.append(deadline)
            continue
        said.assignments.extend(assign(role, text, *piece, "note.labelled"))
    return said


def _read_segments(
    text: str, start: int, end: int, default: Role, year: int | None, *, strict: bool = False
) -> Said | None:
    """Segments between ，and ；: a verb gives its role to the units before it and to those waiting for one."""
    said = Said([], [])
    waiting: list[tuple[int, int]] = []
    for piece in split_outside(text, start, end, "，,；;。"):
        segment = trimmed(text, *piece)
        if segment[0] == segment[1]:
            continue
        given = _segment_role(text, *segment)
        if given is None:
            deadline = read_note_date(text, *segment, year) if _has_date(text[slice(*segment)]) else None
            if deadline is not None:
                said.deadlines.append(deadline)
            else:
                waiting.append(segment)
            continue
        role, units, after = given
        if strict and after > 6:
            return None
        for place in [*waiting, units]:
            said.assignments.extend(assign(role, text, *place, "note.verb"))
        waiting = []
        said.assignments.extend(_joined(text, segment))
    if strict and waiting:
        return None
    for place in waiting:
        said.assignments.extend(f for f in assign(default, text, *place, "note.list") if looks_like_unit(f.unit))
    return said


def _has_date(words: str) -> bool:
    return re.search(r"\d\s*[年月季]|\d[.\-/]\d|季度|年底|年内", words) is not None


def _segment_role(text: str, start: int, end: int) -> tuple[Role, tuple[int, int], int] | None:
    """Which role a segment gives, where its units are printed, and how many letters follow the verb."""
    segment = _IN_BRACKETS.sub(lambda match: "（" + "\x00" * (len(match[0]) - 2) + "）", text[start:end])
    if match := _WITH.search(segment):
        return Role.LEAD, (start, start + match.start()), 0
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
    for verb in (_LEADS, _SUPPORTS, _RESPONSIBLE):
        if ends := verb.search(text, match.end(), segment[1]):
            stop = min(stop, ends.start())
    return list(assign(Role.SUPPORT, text, match.end(), stop, "note.joined"))
