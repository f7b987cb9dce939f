"""From a number on a page to what it counts: its definition among the report's figures, or the task it refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop_app.exports.pdf_pages import Spot
from desktop_app.exports.report_model import Figure, ReportContent

_REFERENCE = re.compile(r"附件第$")
_HEAD = 6
"""So many characters of a row tell it from the others."""
_MOST = 12
"""So many candidates are offered for a number whose words do not tell which it is."""


def figures_for(spot: Spot, content: ReportContent) -> list[Figure]:
    """The figures that a number on a page may be, the likeliest first; none for a number that counts nothing."""
    value = spot.number.replace(",", "").rstrip("%")
    same = [each for each in (*content.figures, *content.cells) if each.value.rstrip("%") == value]
    scored = sorted(((_told(each, spot), each) for each in same), key=lambda pair: -pair[0])
    best = scored[0][0] if scored else 0
    return [figure for score, figure in scored if score >= best / 2 and score > 0][:_MOST]


def referred_task(spot: Spot, content: ReportContent) -> int | None:
    """The task that 附件第N项 points to, or that stands in the annex under this number."""
    if not spot.number.isdigit():
        return None
    pointed = _REFERENCE.search(spot.before) and spot.after.startswith("项")
    if pointed or _heads_a_row(spot, content):
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


def _told(figure: Figure, spot: Spot) -> float:
    """How much of the figure's name stands near the number; what stands right beside it counts most."""
    beside = f"{spot.before[-10:]}\n{spot.after[:8]}"
    around = f"{spot.before}\n{spot.after}"
    named = sum(2 * _shared(word, beside) + _shared(word, around) for word in figure.name.split("："))
    return named + (spot.after[:1] == figure.name[:1]) + 2 * _ending(spot.before, figure.name)


def _ending(before: str, name: str) -> int:
    """How many of the last characters before the number the name holds in one piece."""
    return next((size for size in range(min(len(before), len(name)), 1, -1) if before[-size:] in name), 0)


def _shared(word: str, text: str) -> float:
    found = SequenceMatcher(None, word, text, autojunk=False).find_longest_match()
    return found.size**2 / len(word) if found.size > 1 else 0.0
