"""Numbers of an outline that lost a bracket or a digit, restored from their sequence.

）基础设施能力建设 was （一）基础设施能力建设; 1统一身份认证系统。 was 1）统一身份认证系统。
"""

from __future__ import annotations

import re

from desktop_app.ingest.parsing.marks import Style, read_mark
from desktop_app.ingest.parsing.numbers import print_chinese
from desktop_app.ingest.repair.edits import Edit

_LOST_OPENING = re.compile(r"[)）](?=[\u4e00-\u9fff“])")
_LOST_NUMBER = re.compile(r"[（(][)）]\s*(?=[\u4e00-\u9fff“])")
_LOST_CLOSING = re.compile(r"([1-9]\d?)(?=[\u4e00-\u9fff“])")
_COUNTERS = re.compile(r"[年月日时个项家台套名人户件处座条所张份亩元级类期种次倍分号楼层区路村县镇世万亿千百]|、|，")
_HEADING_END = 40
_MEMORY = 40


def find_lost_numbers(text: str) -> list[Edit]:
    """Lines whose number is mended; a line that cannot be placed in a sequence is left as it is."""
    lines = text.split("\n")
    keeper = _Sequence(lines)
    edits: list[Edit] = []
    at = 0
    for index, line in enumerate(lines):
        fixed = keeper.mend(index, line)
        if fixed is not None:
            length, printed = fixed
            edits.append(Edit(at, at + length, printed, f"编号“{line[:length]}”残缺，按前后顺序补为“{printed}”"))
        at += len(line) + 1
    return edits


class _Sequence:
    """Remembers the last number of each style since the level above it changed."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._section = 0
        self._item = 0

    def mend(self, index: int, line: str) -> tuple[int, str] | None:
        """How many letters at the line's beginning to replace, and by what; None when nothing is lost."""
        if lost := (_LOST_OPENING.match(line) or _LOST_NUMBER.match(line)):
            return self._section_number(lost.end(), line)
        if (lost := _LOST_CLOSING.match(line)) and not _COUNTERS.match(line, lost.end()):
            return self._item_number(index, lost, line)
        self._remember(line)
        return None

    def _section_number(self, length: int, line: str) -> tuple[int, str] | None:
        if len(line) > _HEADING_END and "。" not in line[:_HEADING_END]:
            return None
        self._section += 1
        self._item = 0
        return length, f"（{print_chinese(self._section)}）"

    def _item_number(self, index: int, lost: re.Match[str], line: str) -> tuple[int, str] | None:
        """1统一… and 2统一… in a row, or beside 8）建立…: the style is what a whole neighbour shows."""
        value = int(lost[1])
        stop = line.find("。", lost.end(), lost.end() + _HEADING_END)
        if stop < 0 or value != self._item + 1 or not (value > 1 or self._follows(index, 2)):
            return None
        self._item = value
        return lost.end(), f"{value}）"

    def _follows(self, index: int, value: int) -> bool:
        """Some near line goes on with the next number, whole or damaged, before the list above goes on."""
        wanted = re.compile(rf"{value}[）)]?(?=[\u4e00-\u9fff“])")
        for line in self._lines[index + 1 : index + _MEMORY]:
            if (match := wanted.match(line)) and not _COUNTERS.match(line, match.end()):
                return True
            mark = read_mark(line)
            if mark is not None and mark.style in (Style.CHINESE, Style.CHINESE_BRACKETS, Style.ARABIC):
                return False
        return False

    def _remember(self, line: str) -> None:
        mark = read_mark(line)
        if mark is None:
            return
        if mark.style in (Style.CHINESE, Style.CHAPTER, Style.PART):
            self._section = self._item = 0
        elif mark.style is Style.CHINESE_BRACKETS:
            self._section, self._item = mark.value, 0
        elif mark.style is Style.ARABIC:
            self._item = 0
        elif mark.style is Style.ARABIC_BRACKET:
            self._item = mark.value
