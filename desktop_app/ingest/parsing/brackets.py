"""Brackets of every kind and mixture: 〔…〕 （…） [ ] 【 】 〈 〉, nested or closed by a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterator

OPENING = "〔（([【〈［〖"
CLOSING = "〕）)]】〉］〗"
_BRACKET = re.compile("[" + re.escape(OPENING + CLOSING) + "]")
_SEPARATOR = re.compile("[" + re.escape(OPENING + CLOSING) + r"、，；,;。\n]|\s+")


def bracket_groups(text: str, start: int, end: int) -> list[tuple[int, int | None]]:
    """Every opening bracket in order with the place that closes it, whatever kind closes it; None when nothing does.

    （牵头单位：市大数据局〈含〔市、区〕〉；…〕 is one group with two inside.
    """
    closed: dict[int, int | None] = {}
    waiting: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match[0] in OPENING:
            closed[match.start()] = None
            waiting.append(match.start())
        elif waiting:
            closed[waiting.pop()] = match.start()
    return list(closed.items())


def split_outside(text: str, start: int, end: int, separators: str) -> Iterator[tuple[int, int]]:
    """Ranges between separators that stand outside brackets: A（B、C）、D -> A（B、C） and D."""
    depth, piece = 0, start
    for match in _SEPARATOR.finditer(text, start, end):
        mark = match[0]
        if mark in OPENING:
            depth += 1
        elif mark in CLOSING:
            depth = max(depth - 1, 0)
        elif depth == 0 and (mark in separators or (mark.isspace() and " " in separators)):
            yield piece, match.start()
            piece = match.end()
    yield piece, end


def trimmed(text: str, start: int, end: int, dropped: str = " \t\u3000") -> tuple[int, int]:
    """The range without the dropped characters at its ends."""
    while start < end and text[start] in dropped:
        start += 1
    while end > start and text[end - 1] in dropped:
        end -= 1
    return start, end
