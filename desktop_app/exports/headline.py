"""How a title of several lines is broken: a trapezium or a rhombus, no word cut (GB/T 9704 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from desktop_app.exports.fonts import GlyphTable
from desktop_app.exports.typeset import may_break, split_lines

_WORDS = re.compile(
    r"\d+[年月日个项]?|[A-Za-z0-9+]+|[^\W\d]{2}[省市州盟县区旗](?!域|场)|"
    "人民政府|办公室|数字政府|数字经济|数字化|智慧城市|政务服务|营商环境|公共服务|公共数据|大数据|一体化|高质量|信息化|"
    "工作要点|工作方案|工作计划|工作情况|实施方案|实施意见|实施细则|行动计划|行动方案|指导意见|管理办法|重点任务|重点工作|"
    "落实情况|完成情况|进展情况|改革|建设|发展|规划|推进|加快|深化|促进|提升|加强|优化|服务|数据|资源|平台|治理|关于|"
    "报告|通知|方案|计划|意见|要点|情况|任务|工作|年度|“[^”]{1,6}”"
)
"""Words that titles of policy documents are made of."""

_MOST_LINES = 4
"""A title of more lines is simply filled line by line."""

_GOOD_END = frozenset("的和与及、年》）")
"""A line ends well after these."""


def break_title(title: str, glyphs: GlyphTable, room: float) -> list[str]:
    """`title` in as few lines as `room` (ems) allows, broken between words, lines of clearly different lengths."""
    whole = glyphs.width(title)
    if whole <= room:
        return [title]
    places = [at for at in range(2, len(title) - 1) if _between_words(title, at)]
    for count in range(int(whole // room) + 1, _MOST_LINES + 1):
        choices = [lines for lines in _cuts(title, places, count) if max(map(glyphs.width, lines)) <= room]
        if choices:
            return min(choices, key=lambda lines: _cost(lines, glyphs, room))
    return split_lines(title, [glyphs[char].width for char in title], room, room)


def _between_words(title: str, at: int) -> bool:
    if not may_break(title, at) or title[at] in "的和与及":
        return False
    return not any(word.start() < at < word.end() for word in _WORDS.finditer(title))


def _cuts(title: str, places: list[int], count: int) -> Iterator[list[str]]:
    """Every way to cut `title` into `count` lines at `places`."""
    for cut in combinations(places, count - 1):
        edges = (0, *cut, len(title))
        yield [title[a:b] for a, b in pairwise(edges)]


def _cost(lines: list[str], glyphs: GlyphTable, room: float) -> float:
    widths = [glyphs.width(line) for line in lines]
    uneven = (max(widths) - min(widths)) / room
    good_ends = sum(line[-1] in _GOOD_END for line in lines[:-1])
    return abs(uneven - 0.2) + _misshapen(widths) - 0.15 * good_ends


def _misshapen(widths: list[float]) -> float:
    """0 for a trapezium or a rhombus, more for a rectangle, an hourglass or a zigzag."""
    steps = [b - a for a, b in pairwise(widths)]
    level = sum(abs(step) < 0.9 for step in steps)
    turns = [a < 0 < b for a, b in pairwise(steps)]
    return 0.5 * level + 1.0 * sum(turns)
