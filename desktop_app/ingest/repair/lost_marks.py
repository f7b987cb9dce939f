"""Marks that a page lost: the first bracket of a pair, the full stop between a heading and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.ingest.parsing.marks import Style, read_mark
from desktop_app.ingest.repair.edits import Edit
from desktop_app.ingest.repair.remnants import count_remnants

_PAIRS = {"）": "（", "》": "《", "”": "“"}
_CLOSING = re.compile("[）》”]")
_BRACKET = re.compile("[（）《》“”]")
# What official prose puts in brackets behind a word; the bracket's opening was lost: 镇街道） was 镇（街道）.
_FORMS = (
    ("镇", "街道"),
    ("乡", "镇"),
    ("乡镇", "街道"),
    ("村", "社区"),
    ("村", "居"),
    ("县", "市、区"),
    ("市", "县"),
    ("街道", "镇"),
    ("市", "州"),
    ("县", "区"),
)
_LONGEST = 30
_WHOLE = re.compile(r"（[^（）\n]{1,30}）|《[^《》\n]{1,30}》|“[^“”\n]{1,30}”")
_DAMAGED_NUMBERS = 3
_LONG_SENTENCE = 45
_TITLE = (6, 25)
_OPENER = re.compile(
    r"坚持|始终|充分|坚决|完善|推动|按照|全力|紧紧|围绕|依托|根据|通过|加快|加强|积极|深入|全面|大力|持续|认真|严格|切实|进一步|建立健全|借鉴|遵循|立足|聚焦|着力|结合|以(?=“|[^上下及])"
)
_UNFINISHED = re.compile(r"(?:、|和|与|及|的|对|为|在|不|要)$")


def find_lost_openings(text: str) -> list[Edit]:
    """镇街道） -> 镇（街道）; AI人工智能） -> AI（人工智能） when the document prints （人工智能） elsewhere.

    Only closing brackets without an opening one are looked at; what cannot be known is left.
    """
    edits: list[Edit] = []
    whole: set[str] | None = None
    at = 0
    above = ""
    for line in text.split("\n"):
        for place in _unopened(line) if _CLOSING.search(line) else ():
            if _is_open(above, _PAIRS[line[place]], line[place]):
                continue
            whole = set(_WHOLE.findall(text)) if whole is None else whole
            start = _opening_place(line, place, whole)
            if start is not None:
                opening = _PAIRS[line[place]]
                words = line[start : place + 1]
                edits.append(Edit(at + start, at + start, opening, f"“{words}”缺前半括号，已补为“{opening}{words}”"))
        at += len(line) + 1
        above = line
    return edits


def _is_open(line: str, opening: str, closing: str) -> bool:
    """A title printed on two lines: 关于印发《…整治 / 工作方案》的通知. Its first mark is there, one line above."""
    return line.rfind(opening) > line.rfind(closing)


def _unopened(line: str) -> Iterator[int]:
    """Places of closing marks that nothing opened."""
    waiting: dict[str, int] = {"（": 0, "《": 0, "“": 0}
    for match in _BRACKET.finditer(line):
        mark = match[0]
        if mark in waiting:
            waiting[mark] += 1
        elif waiting[_PAIRS[mark]]:
            waiting[_PAIRS[mark]] -= 1
        elif match.start() and not line[: match.start()].strip().isdigit():
            yield match.start()


def _opening_place(line: str, place: int, whole: set[str]) -> int | None:
    closing, opening = line[place], _PAIRS[line[place]]
    if closing == "）":
        for before, inside in _FORMS:
            if line.endswith(before + inside, 0, place):
                return place - len(inside)
    for length in range(min(_LONGEST, place), 1, -1):
        if opening + line[place - length : place + 1] in whole:
            return place - length
    if closing == "》" and not re.search(r"[，。；：《》]", line[:place]) and place <= 2 * _LONGEST:
        return 0
    return None


def find_lost_heading_ends(text: str) -> list[Edit]:
    """坚持标准引领、改革带动始终将企业… -> 坚持标准引领、改革带动。始终将企业….

    Looked for only in documents that have lost other marks too, in numbered items whose first sentence is too long to
    be a heading: the heading ends where a word begins that opens sentences.
    """
    if count_remnants(text, _DAMAGED_NUMBERS) < _DAMAGED_NUMBERS:
        return []
    edits: list[Edit] = []
    at = 0
    for line in text.split("\n"):
        mark = read_mark(line)
        if mark is not None and mark.style in (Style.ARABIC, Style.CHINESE_BRACKETS):
            place = _heading_end(line, mark.end)
            if place is not None:
                title = line[mark.end : place]
                edits.append(Edit(at + place, at + place, "。", f"标题“{title}”与正文之间疑缺句号，已补"))
        at += len(line) + 1
    return edits


def _heading_end(line: str, start: int) -> int | None:
    sentence = line.find("。", start)
    if 0 <= sentence - start <= _LONG_SENTENCE or (sentence < 0 and len(line) - start <= _LONG_SENTENCE + 15):
        return None
    comma = line.find("，", start)
    limit = min(start + _TITLE[1], comma if comma >= 0 else len(line))
    for match in _OPENER.finditer(line, start + _TITLE[0], limit):
        if not _UNFINISHED.search(line[start : match.start()]):
            return match.start()
    return None
