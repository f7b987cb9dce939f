"""From a number on a page to what it counts: its definition among the report's figures, or the task it refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop_app.exports.pdf_pages import Spot
from desktop_app.exports.report_model import Figure, ReportContent

_REFERENCE = re.compile(r"附件第$")
_LISTED = re.compile(r"\d[、—]$"), re.compile(r"[、—]\d")
"""Before and after a number of 2—3、5: numbers of tasks in the annex."""
_NO_COUNT = re.compile(r"(分段|第|[≥≤—])$"), re.compile(r"[年月日号天次]")
"""Before and after a number that is no count of the report: a day, a goal, the number of a part or of a page."""
_PAGE = "—"
"""What stands after the number of a page: nothing follows it."""
_LEAST = 2.0
"""A figure that is told by no more than this has but a common word of two letters near the number."""
_HEAD = 6
"""So many characters of a row tell it from the others."""
_MOST = 12
"""So many candidates are offered for a number whose words do not tell which it is."""


def figures_for(spot: Spot, content: ReportContent) -> list[Figure]:
    """The figures that a number on a page may be, the likeliest first; none for a number that counts nothing."""
    before, after = _NO_COUNT
    if before.search(spot.before) or after.match(spot.after):
        return []
    value = spot.number.replace(",", "").rstrip("%")
    near = _pairs(spot.before) | _pairs(spot.after)
    # A long report has thousands of figures of the value 1: those without a word near the number are not looked at.
    same = [
        each
        for each in (*content.figures, *content.cells)
        if each.value.rstrip("%") == value and (_is_unit(each, spot) or not near.isdisjoint(_pairs(each.name)))
    ]
    scored = sorted(((_told(each, spot), each) for each in same), key=lambda pair: -pair[0])
    best = scored[0][0] if scored else 0
    return [figure for score, figure in scored if score >= best / 2 and score > _LEAST][:_MOST]


def referred_task(spot: Spot, content: ReportContent) -> int | None:
    """The task that 附件第N项 or a list of numbers points to, or that stands in the annex under this number."""
    if not spot.number.isdigit() or spot.after == _PAGE:
        return None
    pointed = _REFERENCE.search(spot.before) and spot.after.startswith("项")
    before, after = _LISTED
    listed = before.search(spot.before) or after.match(spot.after)
    if pointed or listed or _heads_a_row(spot, content):
        return numbers_of(content).get(int(spot.number))
    return None


def _heads_a_row(spot: Spot, content: ReportContent) -> bool:
    """Whether the number is that of a row of an annex: the row's words follow it."""
    rows = (row for annex in content.annexes if annex.numbered for row in annex.rows if row.cells[0] == spot.number)
    return any(spot.after.startswith("".join(row.cells[1].split())[:_HEAD]) for row in rows)


def numbers_of(content: ReportContent) -> dict[int, int]:
    """Task ids by their number in the annex, as far as the figures name them."""
    figures: Sequence[Figure] = content.figures
    return {number: task for each in figures for number, task in zip(each.numbers, each.tasks, strict=False)}


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}


def _told(figure: Figure, spot: Spot) -> float:
    """How much of the figure's name stands near the number; what stands right beside it counts most."""
    beside = f"{spot.before[-10:]}\n{spot.after[:8]}"
    around = f"{spot.before}\n{spot.after}"
    named = sum(2 * _shared(word, beside) + _shared(word, around) for word in figure.name.split("："))
    return named + 3 * _is_unit(figure, spot) + 2 * _ending(spot.before, figure.name)


def _is_unit(figure: Figure, spot: Spot) -> bool:
    """Whether what is counted follows the number: 5章 is 章数."""
    return spot.after[:1] == figure.name[:1]


def _ending(before: str, name: str) -> int:
    """How many of the last characters before the number the name holds in one piece."""
    return next((size for size in range(min(len(before), len(name)), 1, -1) if before[-size:] in name), 0)


def _shared(word: str, text: str) -> float:
    found = SequenceMatcher(None, word, text, autojunk=False).find_longest_match()
    return found.size**2 / len(word) if found.size > 1 else 0.0
