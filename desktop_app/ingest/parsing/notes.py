"""Responsibility notes: who does it and by when, in brackets of any kind, on a line of their own, or as a sentence.

〔市政务服务数据管理局牵头，市直各部门配合，2021年12月底前完成〕
（牵头单位：县行政审批局；配合单位：县各有关部门和单位）
（县委组织部、县人社局等按职责分工负责）
责任单位：市发展改革委、市财政局
…。县工信局牵头负责，县商务局配合。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.plan import Assignment, Deadline, Doubt, Role, Span
from desktop_app.ingest.parsing.brackets import CLOSING, bracket_groups, trimmed
from desktop_app.ingest.parsing.dates import read_note_date
from desktop_app.ingest.parsing.note_words import (
    LABEL,
    ONLY_DATE,
    ROLE_VERB,
    Said,
    read_labelled,
    read_plain_list,
    read_verbs,
)
from desktop_app.ingest.parsing.units import is_convention, looks_like_unit, split_units

_OWN_LINE = re.compile(r"[（(〔\[【]?(?=" + re.sub(r"\?P<\w+>", "?:", LABEL.pattern) + ")")
_IN_BODY = re.compile(r"由([^，。；：:！？“”《》\n\x00]{2,60}?)牵头")
_BODY_SUPPORT = re.compile(
    r"(?:，|、)([^，。；：:！？“”《》\n\x00]{2,60}?)(?:积极|密切|协同|共同|分工)?(?:配合|参与|协助)(?=[，。；])"
)
_BODY_WITH = re.compile(
    r"由([^，。；：:！？“”《》\n\x00]{2,40}?)会同([^，。；：:！？“”《》\n\x00]{2,60}?)"
    r"(?=另行|共同|负责|研究|组织|制定|编制|办理|审核|审定|实施|开展|落实|建立|提出|确定|推进|牵头)"
)
_DUTY = re.compile(
    r"(?:(?<=[。；\n\x00])|^)([^，。；：:！？“”《》\n\x00]{3,60}?)(牵头|负责)(?=[\u4e00-\u9fff])", re.MULTILINE
)
_DUTY_WITH = re.compile(
    r"(?:(?<=[。；\n\x00])|^)([^，。；：:！？由“”《》\n\x00]{3,30}?)会同([^，。；：:！？“”《》\n\x00]{3,60}?)"
    r"(?=另行|共同|负责|研究|组织|制定|编制|办理|审核|审定|实施|开展|落实|建立|提出|确定|推进|牵头|做好|加强|定期)",
    re.MULTILINE,
)
_NAMED_BODY = re.compile(r"[省市州县区旗团国各乡镇]|[\u4e00-\u9fff]{2,4}[省市州县区旗]")
_EXPLAINS = re.compile(r"(?:含|包括|包含|如|即|其中|指|例如|不含|由于|注：|详见|见|原|又称|简称)")
_LAST_SENTENCE = re.compile(r"(?<=[。；！？])[^。！？\n]{4,150}(?:牵头|配合|参与)[^。，！？\n]{0,6}。?$")
_LONGEST_NOTE = 1200
_REMARK = re.compile(r"[。；，](?=[^。；，]{0,4}(?:第一|列|排|以下|下同|逗号|下划线|首位))")
_FIRST_LEADS = re.compile(
    r"(?:第一(?:个|位|家)?(?:的|者)?(?:责任)?(?:单位|部门)?|列(?:在)?(?:第一位|首位)(?:的|者)?(?:单位|部门)?|排(?:名|列|在)(?:第一|首位|最前)(?:的|者|位)*(?:单位|部门)?)"
    r"(?:均?为|是|系)牵头"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A responsibility note: its place brackets included, and what it says."""

    span: Span
    assignments: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...]
    conventions: tuple[Doubt, ...] = ()


class NoteFinder:
    """Finds the notes of lines and remembers them: the outline asks where a heading ends, the facts what they say."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text = text
        self._year = year
        self._by_end: dict[int, list[Note]] = {}
        convention = _FIRST_LEADS.search(text)
        self._first_leads_from = convention.start() if convention else len(text)

    def in_line(self, start: int, end: int) -> list[Note]:
        """The notes of a whole line."""
        notes = self._by_end[end] = self._find(start, end, self._year)
        return notes

    def _find(self, start: int, end: int, year: int | None) -> list[Note]:
        notes = find_notes(self._text, start, end, year)
        return [_first_leading(note) if note.span.end > self._first_leads_from else note for note in notes]

    def within(self, span: Span, year: int | None) -> list[Note]:
        """The notes of a line from `span.start` on; `year` is the one in force there."""
        known = self._by_end.get(span.end) if year == self._year else None
        if known is None:
            return self._find(span.start, span.end, year)
        return [note for note in known if note.span.start >= span.start]


def _first_leading(note: Note) -> Note:
    """After 第一个单位为牵头单位，下同 a list of responsible units says who leads and who supports."""
    roles = {fact.role for fact in note.assignments}
    if roles != {Role.RESPONSIBLE}:
        return note
    lead, *others = (replace(fact, rule="note.first_leads") for fact in note.assignments)
    facts = [replace(lead, role=Role.LEAD), *(replace(fact, role=Role.SUPPORT) for fact in others)]
    return replace(note, assignments=tuple(facts))


def find_notes(text: str, start: int, end: int, year: int | None) -> list[Note]:
    """All notes of a paragraph, in order: those in brackets, and a labelled one without brackets at its end."""
    notes: list[Note] = []
    at = start
    for place, close in bracket_groups(text, start, end):
        if place < at:
            continue
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


def find_duties(text: str, start: int, end: int) -> list[Assignment]:
    """市数据局牵头建立机制…。市财政局负责资金保障…。: sentences that begin with units and what they do.

    For items without a note: where a note stands, it says who answers for the item.
    """
    found: list[Assignment] = []
    for match in _DUTY_WITH.finditer(text[start:end]):
        for role, group in ((Role.LEAD, 1), (Role.SUPPORT, 2)):
            units = list(split_units(text, start + match.start(group), start + match.end(group)))
            if all(looks_like_unit(unit.name) for unit in units):
                found += [Assignment(role, unit.name, unit.span, "body.duty") for unit in units]
    for match in _DUTY.finditer(text[start:end]):
        units = list(split_units(text, start + match.start(1), start + match.end(1)))
        if units and all(_is_named_body(unit.name) for unit in units):
            role = Role.LEAD if match[2] == "牵头" else Role.RESPONSIBLE
            found += [Assignment(role, unit.name, unit.span, "body.duty") for unit in units]
    return found


def _is_named_body(name: str) -> bool:
    return looks_like_unit(name) and "由" not in name and _NAMED_BODY.match(name) is not None


def find_led_in_body(text: str, start: int, end: int) -> list[Assignment]:
    """由区行政审批局牵头 -> lead; 由市发改委牵头，市财政局、市审计局配合 -> lead and support."""
    found: list[Assignment] = []
    for match in _BODY_WITH.finditer(text, start, end):
        for role, group in ((Role.LEAD, 1), (Role.SUPPORT, 2)):
            units = [unit for unit in split_units(text, *match.span(group)) if looks_like_unit(unit.name)]
            found += [Assignment(role, unit.name, unit.span, "body.with") for unit in units]
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
    return end if LABEL.match(text, place + 1, end) else None


def _read_brackets(text: str, place: int, stop: int, end: int, year: int | None) -> Note | None:
    start, inner_end = trimmed(text, place + 1, stop, " 。；;")
    span = Span(place, min(stop + 1, end))
    remark = _REMARK.search(text, start, inner_end)
    if remark and is_convention(text[remark.start() : inner_end]):
        inner_end = remark.start()
    words = text[start:inner_end]
    if len(words) < 2:
        return None
    if LABEL.match(words):
        return _note(text, span, read_labelled(text, start, inner_end, year))
    if "。" in words or _EXPLAINS.match(words) or "以下简称" in words:
        return None
    if ROLE_VERB.search(words):
        said = read_verbs(text, start, inner_end, year)
        return _note(text, span, said) if said else None
    if not _ends_sentence(text, place, span.end, end):
        return None
    said = read_plain_list(text, start, inner_end, year)
    return _note(text, span, said) if said else _only_date(text, start, inner_end, span, year)


def _ends_sentence(text: str, start: int, stop: int, end: int) -> bool:
    """A bracket that closes a sentence: after its 。 or before the end of the paragraph or the next mark."""
    before = text[start - 1] if start else "\n"
    after = text[stop] if stop < end else "\n"
    return before in "。；！？”" + CLOSING + "\n" or after in "。；\n"


def _unbracketed(text: str, start: int, end: int, year: int | None) -> Note | None:
    """…能力。责任单位：市发改委、市财政局 -> a note to the end of the paragraph; also a last sentence of roles."""
    for match in LABEL.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else "\n"
        if before in "。；！？\n 　”" + CLOSING and len(text[match.end() : end].strip()) >= 2:
            if text.find("。", match.end(), end - 1) >= 0:
                return None
            return _note(text, Span(match.start(), end), read_labelled(text, match.start(), end, year))
    sentence = max(text.rfind("。", start, end - 1), text.rfind("；", start, end - 1)) + 1
    if sentence > start and _LAST_SENTENCE.match(text, sentence, end):
        said = read_verbs(text, *trimmed(text, sentence, end, " 。"), year, whole=True)
        return _note(text, Span(sentence, end), said) if said else None
    return None


def _only_date(text: str, start: int, end: int, span: Span, year: int | None) -> Note | None:
    """…全面上线。（2021年12月底前完成）; a bracket inside a heading, 动员阶段（2025年3月）, belongs to the heading."""
    if span.start == 0 or text[span.start - 1] not in "。；！？" + CLOSING + "\n":
        return None
    if not ONLY_DATE.fullmatch(text, start, end):
        return None
    deadline = read_note_date(text, start, end, year)
    return Note(span, (), (deadline,)) if deadline else None


def _note(text: str, span: Span, said: Said) -> Note:
    return Note(span, tuple(said.assignments), tuple(said.deadlines), tuple(_conventions(text, span)))


def _conventions(text: str, span: Span) -> Iterator[Doubt]:
    """A remark about all notes is kept as a doubt, never as a unit."""
    for place, close in bracket_groups(text, span.start + 1, span.end):
        if close is not None and is_convention(text[place:close]):
            yield _convention(text, Span(place + 1, close))
            return
    remark = _REMARK.search(text, span.start, span.end)
    if remark and is_convention(text[remark.end() : span.end]):
        yield _convention(text, Span(remark.end(), span.end - (text[span.end - 1] in CLOSING)))


def _convention(text: str, place: Span) -> Doubt:
    words = text[place.start : place.end]
    return Doubt("blanket_note", f"原文对责任单位有统一约定：“{words}”，未逐项添加", place)
