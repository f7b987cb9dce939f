"""Brackets that responsibility notes and names of units lost: （责任单位：县数据局, 县体育局牵头）, 各县区）人民政府.

Only lines whose round brackets do not pair are looked at. Where a bracket stood must follow from a fixed form, from the
same words printed whole elsewhere, or from a note that reads as one; else the line stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.ingest.parsing.brackets import CLOSING, OPENING
from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.parsing.note_words import LABEL, read_plain_list, read_verbs
from desktop_app.ingest.repair.edits import Edit

_PLACES = r"县、市、区|市、县、区|市、区|市、县|县、区|区、县|镇、街道|镇、街|街道|市|区"
_GOVERNED = r"(?=人民政府|政府|党委|管委会|党工委|办事处)"
_UNCLOSED_FORM = re.compile(rf"（(?:{_PLACES}){_GOVERNED}")
_UNOPENED_FORM = re.compile(rf"(?<=[县市区镇乡])(?P<inside>{_PLACES})）{_GOVERNED}")
_YEARS = r"20\d\d年?[—–\-~～至]{1,2}20\d\d年?"
_UNCLOSED_YEARS = re.compile(rf"（{_YEARS}(?=$|》|的)")
_UNOPENED_YEARS = re.compile(rf"(?<=[\u4e00-\u9fff])(?P<inside>{_YEARS})）")
_BRACKET = re.compile("[" + re.escape(OPENING + CLOSING) + "]")
_SENTENCE_END = re.compile("[。！？”]")
_WHOLE = re.compile(r"（[^（）\n]{2,20}）")
_LONGEST_NOTE = 400


def find_lost_note_brackets(text: str) -> list[Edit]:
    """The brackets that are missing from notes, and from names in them; the names first."""

    @cache
    def whole() -> frozenset[str]:
        return frozenset(_WHOLE.findall(text))

    edits: list[Edit] = []
    at = 0
    for line in text.split("\n"):
        if line.count("（") != line.count("）") or line.count("〔") != line.count("〕"):
            found = list(_in_names(line)) or list(_in_notes(line))
            if not found and "（" in line:
                found = list(_printed_whole(line, whole()))
            edits += [_edit(line, at, place, bracket) for place, bracket in found]
        at += len(line) + 1
    return edits


def _edit(line: str, at: int, place: int, bracket: str) -> Edit:
    opens = bracket in OPENING
    near = line[place : place + 10] if opens else line[max(place - 10, 0) : place]
    side = "前" if opens else "后"
    shown = f"{bracket}{near}" if opens else f"{near}{bracket}"
    return Edit(at + place, at + place, bracket, f"“{near}”缺{side}半括号，已补为“{shown}”")


def _in_names(line: str) -> Iterator[tuple[int, str]]:
    """各县（区人民政府 and 各县区）人民政府 -> 各县（区）人民政府; 行动计划2024—2026年） -> 行动计划（2024—2026年）."""
    for unclosed in (_UNCLOSED_FORM, _UNCLOSED_YEARS):
        yield from ((match.end(), "）") for match in unclosed.finditer(line))
    for unopened in (_UNOPENED_FORM, _UNOPENED_YEARS):
        yield from ((match.start("inside"), "（") for match in unopened.finditer(line))


def _in_notes(line: str) -> Iterator[tuple[int, str]]:
    mark = read_mark(line)
    unopened, unclosed = _unpaired(line, mark.end if mark else 0)
    if len(unclosed) == 1 and not unopened and (place := _end_of_note(line, unclosed[0])) is not None:
        yield place, CLOSING[OPENING.index(line[unclosed[0]])]
    elif len(unopened) == 1 and not unclosed and (place := _start_of_note(line, unopened[0])) is not None:
        yield place, "（"


def _unpaired(line: str, start: int) -> tuple[list[int], list[int]]:
    """Places of closing brackets that nothing opened, and of opening ones that nothing closed; 〔…） is a pair."""
    unopened: list[int] = []
    waiting: list[int] = []
    for match in _BRACKET.finditer(line, start):
        if match[0] in OPENING:
            waiting.append(match.start())
        elif waiting:
            waiting.pop()
        else:
            unopened.append(match.start())
    return unopened, waiting


def _end_of_note(line: str, opening: int) -> int | None:
    """…。（责任单位：县数据局 runs to the end of its paragraph, before the full stop that may close it."""
    end = len(line.rstrip())
    words = line[opening + 1 : end].rstrip("。")
    follows_sentence = _SENTENCE_END.match(line, opening - 1) is not None if opening else False
    return end if _is_note(words) and (follows_sentence or LABEL.match(words)) else None


def _start_of_note(line: str, closing: int) -> int | None:
    """…30名。牵头单位：县体育局；配合单位：县财政局） begins behind the last sentence."""
    if line[closing + 1 :].strip("。 "):
        return None
    ends = [match.end() for match in _SENTENCE_END.finditer(line, 0, closing)]
    place = ends[-1] if ends else None
    return place if place and _is_note(line[place:closing]) else None


def _is_note(words: str) -> bool:
    if not 4 <= len(words) <= _LONGEST_NOTE or "。" in words:
        return False
    if label := LABEL.match(words):
        return bool(words[label.end() :].strip())
    return read_verbs(words, None, whole=True) is not None or (
        "、" in words and read_plain_list(words, None) is not None
    )


def _printed_whole(line: str, whole: frozenset[str]) -> Iterator[tuple[int, str]]:
    """县行政审批局（大数据中心、县财政局 where （大数据中心） is printed elsewhere."""
    for place in _unpaired(line, 0)[1]:
        known = [words for words in whole if line.startswith(words[:-1], place)]
        if known:
            yield place + len(max(known, key=len)) - 1, "）"
