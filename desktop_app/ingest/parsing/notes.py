"""Responsibility notes: who does it and by when, in brackets of any kind, on a line of their own, or in the sentence.

〔市政务服务数据管理局牵头，市直各部门配合，2021年12月底前完成〕
（牵头单位：县行政审批局；配合单位：县各有关部门和单位）
（县委组织部、县人社局等按职责分工负责）
责任单位：市发展改革委、市财政局
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.plan import Assignment, Deadline, Doubt, Role, Span
from desktop_app.ingest.parsing.brackets import CLOSING, closing_place, openings, split_outside, trimmed
from desktop_app.ingest.parsing.dates import read_note_date
from desktop_app.ingest.parsing.units import is_convention, looks_like_unit, split_units

_LEAD_LABEL = r"(?:第一)?牵头(?:责任|负责)?(?:单位|部门|处室|科室)?(?:为|是)?|主办(?:单位|部门)|主要责任(?:单位|部门)|主责(?:单位|部门)|责任牵头(?:单位|部门)|牵头及责任单位"
_SUPPORT_LABEL = r"(?:协同|协助)?配合(?:责任)?(?:单位|部门)?|协办(?:单位|部门)|协同(?:单位|部门)|协助(?:单位|部门)|参与(?:单位|部门)|参加(?:单位|部门)|支持(?:单位|部门)|会同(?:单位|部门)"
_RESPONSIBLE_LABEL = r"责任(?:单位|部门|主体|处室|科室|股室)|负责(?:单位|部门)|落实(?:单位|部门)|实施(?:单位|部门|主体)|承办(?:单位|部门|处室)|承担单位|组织实施单位|主管(?:单位|部门)|分工单位"
_DATE_LABEL = r"(?:计划)?完成(?:时限|时间|期限|日期|节点)(?:要求)?|(?:工作|办理|办结|落实|整改)?(?:时限|期限)(?:要求)?|时间(?:节点|要求|安排|进度)|进度(?:要求|安排)"
_PERSON_LABEL = r"(?:市|县|区|镇)?(?:牵头|责任|分管|包保|联系|挂帅|包抓)(?:市|县|区)?(?:领导|人|负责人)(?:同志)?|责任人员?|联系(?:人|电话)|责任科室负责人"
_LABEL = re.compile(
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
_WITH = re.compile(r"会同|商")
_VERB = re.compile(r"牵头|配合|协办|协助|参与|参加|会同|负责|职责分工|分工落实|组织实施")
_ONLY_DATE = re.compile(
    r"(?:于|在|到)?(?:20\d\d\s*年)?[^，。；、]{0,6}(?:\d{1,2}\s*月|年|底|季度)[^，。；、]{0,4}(?:前|底|末|内)?(?:完成|建成|办结|实现|启动|上线)?"
)
_OWN_LINE = re.compile(
    rf"[（(〔\[【]?(?={_LABEL.pattern.replace('?P<lead>', '?:').replace('?P<support>', '?:').replace('?P<responsible>', '?:').replace('?P<date>', '?:').replace('?P<person>', '?:')})"
)
_IN_BODY = re.compile(r"由([^，。；：:！？“”《》\n\x00]{2,60}?)牵头")
_BODY_SUPPORT = re.compile(
    r"(?:，|、)([^，。；：:！？“”《》\n\x00]{2,60}?)(?:积极|密切|协同|共同|分工)?(?:配合|参与|协助)(?=[，。；])"
)
_LONGEST_NOTE = 1200


@dataclass(frozen=True, slots=True)
class Note:
    """A responsibility note: its place brackets included, and what it says."""

    span: Span
    assignments: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...]
    conventions: tuple[Doubt, ...] = ()


def find_notes(text: str, start: int, end: int, year: int | None) -> list[Note]:
    """All notes of a paragraph, in order: those in brackets, and a labelled one without brackets at its end."""
    notes: list[Note] = []
    at = start
    for place in openings(text, start, end):
        if place < at:
            continue
        close = closing_place(text, place, end)
        stop = close if close is not None else _unclosed_end(text, place, end)
        if stop is None or stop - place > _LONGEST_NOTE:
            continue
        note = _read_brackets(text, place, stop, end, year)
        if note is not None:
            notes.append(note)
            at = note.span.end
    open_note = _unbracketed(text, max(at, start), end, year)
    return notes + ([open_note] if open_note else [])


def is_note_line(text: str, start: int, end: int) -> bool:
    """True for a line that is nothing but a note: 责任单位：…  （牵头单位：…）  完成时限：…."""
    return _OWN_LINE.match(text, start, end) is not None


def find_led_in_body(text: str, start: int, end: int) -> list[Assignment]:
    """由区行政审批局牵头 -> lead; 由市发改委牵头，市财政局、市审计局配合 -> lead and support."""
    found: list[Assignment] = []
    for match in _IN_BODY.finditer(text, start, end):
        units = list(split_units(text, *match.span(1)))
        if not units or not all(looks_like_unit(unit.name) for unit in units):
            continue
        found += [Assignment(Role.LEAD, unit.name, unit.span, "body.led_by") for unit in units]
        helped = _BODY_SUPPORT.match(text, match.end(), end)
        if helped:
            helpers = [unit for unit in split_units(text, *helped.span(1)) if looks_like_unit(unit.name)]
            found += [Assignment(Role.SUPPORT, unit.name, unit.span, "body.supported_by") for unit in helpers]
    return found


def _unclosed_end(text: str, place: int, end: int) -> int | None:
    """A note whose closing bracket was lost runs to the end of the paragraph, if it begins with a label."""
    return end if _LABEL.match(text, place + 1, end) else None


def _read_brackets(text: str, place: int, stop: int, end: int, year: int | None) -> Note | None:
    inner = trimmed(text, place + 1, stop, " 。；;")
    words = text[slice(*inner)]
    span = Span(place, min(stop + 1, end))
    if not len(words) >= 2:
        return None
    if _LABEL.match(words):
        return _labelled(text, *inner, span, year)
    if "《" in words[:1] or "以下简称" in words or "。" in words:
        return None
    if _VERB.search(words):
        return _by_verbs(text, *inner, span, year)
    if not _ends_sentence(text, place, span.end, end):
        return None
    return _plain_list(text, *inner, span) or _only_date(text, *inner, span, year)


def _ends_sentence(text: str, start: int, stop: int, end: int) -> bool:
    """A bracket that closes a sentence: after its 。 or before the end of the paragraph or the next mark."""
    before = text[start - 1] if start else "\n"
    after = text[stop] if stop < end else "\n"
    return before in "。；！？”" + CLOSING + "\n" or after in "。；\n"


def _unbracketed(text: str, start: int, end: int, year: int | None) -> Note | None:
    """…能力。责任单位：市发改委、市财政局 -> a note to the end of the paragraph."""
    for match in _LABEL.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else "\n"
        if before in "。；！？\n 　”" + CLOSING and len(text[match.end() : end].strip()) >= 2:
            if text.find("。", match.end(), end - 1) >= 0:
                return None
            return _labelled(text, match.start(), end, Span(match.start(), end), year)
    return None


def _labelled(text: str, start: int, end: int, span: Span, year: int | None) -> Note | None:
    """牵头单位：A、B；配合单位：C；完成时限：2024年6月底."""
    labels = [match for match in _LABEL.finditer(text, start, end) if _label_begins(text, match.start(), start)]
    assignments: list[Assignment] = []
    deadlines: list[Deadline] = []
    for index, label in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else end
        content = trimmed(text, label.end(), stop, " ；;，,。、")
        kind = label.lastgroup or ""
        if kind in _ROLES:
            more, dates = _labelled_list(text, *content, _ROLES[kind], year)
            assignments += more
            deadlines += dates
        elif kind == "date":
            deadline = read_note_date(text, *content, year)
            deadlines += [deadline] if deadline else []
    return _note(text, span, assignments, deadlines)


def _label_begins(text: str, place: int, start: int) -> bool:
    return place == start or text[place - 1] in "；;，,。、 \u3000\n）)〕]】"


def _labelled_list(
    text: str, start: int, end: int, role: Role, year: int | None
) -> tuple[list[Assignment], list[Deadline]]:
    """Units of a labelled list; 责任单位：A牵头，B配合 says its roles again, and 2024年底前完成 may stand at its end."""
    if re.search(r"牵头|配合", text[start:end]):
        return _read_segments(text, start, end, role, year)
    assignments: list[Assignment] = []
    deadlines: list[Deadline] = []
    for piece in split_outside(text, start, end, "，,；; "):
        deadline = read_note_date(text, *piece, year) if re.search(r"\d", text[slice(*piece)]) else None
        if deadline is not None and not looks_like_unit(text[slice(*piece)]):
            deadlines.append(deadline)
            continue
        assignments += [Assignment(role, unit.name, unit.span, "note.labelled") for unit in split_units(text, *piece)]
    return assignments, deadlines


def _by_verbs(text: str, start: int, end: int, span: Span, year: int | None) -> Note | None:
    """A、B牵头，C配合，2021年12月底前完成;  A、B等按职责分工负责;  A牵头技术工作，B牵头推广工作."""
    assignments, deadlines = _read_segments(text, start, end, Role.RESPONSIBLE, year)
    if not assignments or not any(looks_like_unit(fact.unit) for fact in assignments):
        return None
    return _note(text, span, assignments, deadlines)


def _read_segments(
    text: str, start: int, end: int, default: Role, year: int | None
) -> tuple[list[Assignment], list[Deadline]]:
    """Segments between ，and ；: a verb gives its role to the units before it and to those waiting for one."""
    assignments: list[Assignment] = []
    deadlines: list[Deadline] = []
    waiting: list[tuple[int, int]] = []
    for piece in split_outside(text, start, end, "，,；;。"):
        segment = trimmed(text, *piece)
        if segment[0] == segment[1]:
            continue
        role, units = _segment_role(text, *segment)
        if role is None:
            deadline = read_note_date(text, *segment, year) if _has_date(text[slice(*segment)]) else None
            if deadline is not None:
                deadlines.append(deadline)
            else:
                waiting.append(segment)
            continue
        for place in [*waiting, *units]:
            assignments += [Assignment(role, u.name, u.span, "note.verb") for u in split_units(text, *place)]
        waiting = []
        assignments += _joined(text, segment, units)
    for place in waiting:
        found = [unit for unit in split_units(text, *place) if looks_like_unit(unit.name)]
        assignments += [Assignment(default, unit.name, unit.span, "note.list") for unit in found]
    return assignments, deadlines


def _has_date(words: str) -> bool:
    return re.search(r"\d\s*[年月季]|季度|年底|年内", words) is not None


def _segment_role(text: str, start: int, end: int) -> tuple[Role | None, list[tuple[int, int]]]:
    """Which role a segment gives, and where its units are printed."""
    segment = text[start:end]
    if re.match(r"牵头(?:单位|部门)?[：:]?(?=\S{2})", segment):
        return None, []
    if match := _WITH.search(segment):
        return Role.LEAD, [(start, start + match.start())]
    for role, verb in ((Role.LEAD, _LEADS), (Role.SUPPORT, _SUPPORTS), (Role.RESPONSIBLE, _RESPONSIBLE)):
        if match := verb.search(segment):
            return role, [(start, start + match.start())]
    return None, []


def _joined(text: str, segment: tuple[int, int], units: list[tuple[int, int]]) -> list[Assignment]:
    """市发改委会同市财政局负责: those after 会同 support."""
    match = _WITH.search(text, *segment)
    if match is None or not units:
        return []
    stop = segment[1]
    for verb in (_LEADS, _SUPPORTS, _RESPONSIBLE):
        if ends := verb.search(text, match.end(), segment[1]):
            stop = min(stop, ends.start())
    return [Assignment(Role.SUPPORT, u.name, u.span, "note.joined") for u in split_units(text, match.end(), stop)]


def _plain_list(text: str, start: int, end: int, span: Span) -> Note | None:
    """（市发改委、市财政局） at the end of a sentence: all of them responsible."""
    units = list(split_units(text, start, end))
    if not units or not all(looks_like_unit(unit.name) for unit in units):
        return None
    facts = [Assignment(Role.RESPONSIBLE, unit.name, unit.span, "note.list") for unit in units]
    return _note(text, span, facts, [])


def _only_date(text: str, start: int, end: int, span: Span, year: int | None) -> Note | None:
    """（2021年12月底前完成） at the end of a sentence."""
    if not _ONLY_DATE.fullmatch(text, start, end):
        return None
    deadline = read_note_date(text, start, end, year)
    return Note(span, (), (deadline,)) if deadline else None


def _note(text: str, span: Span, assignments: list[Assignment], deadlines: list[Deadline]) -> Note:
    return Note(span, tuple(assignments), tuple(deadlines), tuple(_conventions(text, span)))


def _conventions(text: str, span: Span) -> Iterator[Doubt]:
    """A remark about all notes is kept as a doubt, never as a unit."""
    for place in openings(text, span.start + 1, span.end):
        close = closing_place(text, place, span.end)
        if close is not None and is_convention(text[place:close]):
            words = text[place + 1 : close]
            yield Doubt("blanket_note", f"原文对责任单位有统一约定：“{words}”，未逐项添加", Span(place, close + 1))
            return
