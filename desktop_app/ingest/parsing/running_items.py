"""Items that run on in one paragraph, each behind its number, taken apart into lines of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.marks import Style, read_mark
from desktop_app.ingest.parsing.numbers import outline_number, print_chinese


class _Running(NamedTuple):
    """How items of one style of number run on in a paragraph: the mark before each, and how a heading opens the first.

    `marks` are what stands around a number; `holds_others` says that items may run on inside these items.
    """

    style: Style
    pattern: re.Pattern[str]
    head: re.Pattern[str] | None
    marks: tuple[tuple[str, str], ...]
    print_number: Callable[[int], str]
    holds_others: bool = False

    def may_hold(self, text: str, expected: int) -> bool:
        """A cheap look for the number that would come next."""
        printed = self.print_number(expected)
        return printed in text and any(f"{before}{printed}{after}" in text for before, after in self.marks)


_RUNNING = (
    # 二、重点工作（一）推进工业绿色发展。…（二）推进农业废弃物利用。…
    _Running(
        Style.CHINESE_BRACKETS,
        re.compile(r"[。；）〕】］\]]\s*(?P<at>（(?P<n>[一二三四五六七八九十]{1,3})）)(?=[\u4e00-\u9fff“])"),
        re.compile(r"[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff]{2,20}(?P<at>（(?P<n>一)）)(?=[\u4e00-\u9fff“])"),
        (("（", "）"),),
        print_chinese,
        holds_others=True,
    ),
    _Running(
        Style.ARABIC,
        re.compile(r"[。；）〕】］\]]\s*(?P<at>(?P<n>\d{1,2}))[.．、](?=[\u4e00-\u9fff“])"),
        None,
        (("", "."), ("", "．"), ("", "、")),
        str,
    ),
)


def split_running_items(line: Line) -> list[Line]:
    """（一）加强领导。1.成立专班。…2.健全机制。…: items that run on in one paragraph, when they count 1, 2, 3 ….

    甲包括：1.…；2.… is an enumeration inside a sentence and stays whole.
    """
    first = read_mark(line.text)
    for running in _RUNNING:
        begun = 1 if first is not None and first.style is running.style else 0
        expected = first.value + 1 if first is not None and begun else 1
        if not running.may_hold(line.text, expected):
            continue
        found = list(running.pattern.finditer(line.text))
        if not begun and running.head is not None and (head := running.head.match(line.text)):
            found.insert(0, head)
        values = [outline_number(match["n"]) for match in found]
        if not found or len(found) + begun < 2 or values != list(range(expected, expected + len(found))):
            continue
        places = [0, *(match.start("at") for match in found), len(line.text)]
        pieces = [
            Line(line.index, line.start + start, line.start + end, line.text[start:end])
            for start, end in pairwise(places)
        ]
        return [item for piece in pieces for item in split_running_items(piece)] if running.holds_others else pieces
    return [line]
