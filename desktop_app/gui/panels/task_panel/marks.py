"""Which stretches of a task's wording are marked on screen: units, roles, dates and numbers.

No Qt here: positions only, counted in characters of the shown text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from desktop_app.domain.ledger import TaskDetail
from desktop_app.domain.plan import Span


class MarkKind(Enum):
    """What a marked stretch is; later kinds are painted over earlier ones."""

    NUMBER = "number"
    ROLE = "role"
    DATE = "date"
    UNIT = "unit"


class TextMark(NamedTuple):
    """A half-open range in the shown text."""

    start: int
    end: int
    kind: MarkKind


_ROLE_WORDS = re.compile(r"(?:牵头|配合|责任|主办|协办|参与)(?:单位|部门)?|(?:按职责)?(?:分工)?负责|会同|协同")
_OPENING = "〔（([【"
_CLOSING = "〕）)]】"


def wording_marks(detail: TaskDetail, shown: Span) -> list[TextMark]:
    """The marks inside `shown` (a range of the plan's text), relative to its start, in order.

    Facts point into the plan's text. Role words carry no span of their own: they are sought in the
    brackets and lines that name a unit, where 牵头, 配合 and 负责 cannot mean anything else.
    """
    wording = detail.wording
    facts = list(_facts(detail))
    units = [_shift(span, -detail.offset) for span, kind in facts if kind is MarkKind.UNIT]
    marks = [TextMark(*_shift(span, -detail.offset), kind) for span, kind in facts]
    marks += [TextMark(*found, MarkKind.ROLE) for found in _role_words(wording, units)]
    start, end = shown.start - detail.offset, shown.end - detail.offset
    inside = (
        TextMark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind)
        for mark in set(marks)
        if mark.start < end and mark.end > start
    )
    return sorted(inside, key=lambda mark: (mark.start, mark.end, mark.kind.value))


def _facts(detail: TaskDetail) -> Iterator[tuple[Span, MarkKind]]:
    for target in detail.row.targets:
        if target.span is not None:
            yield target.span, MarkKind.NUMBER
    for deadline in detail.deadlines:
        if deadline.span is not None:
            yield deadline.span, MarkKind.DATE
    for assignment in detail.row.assignments:
        if assignment.span is not None:
            yield assignment.span, MarkKind.UNIT


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _role_words(wording: str, units: Iterable[Span]) -> Iterator[Span]:
    listed = [unit for unit in units if unit.start >= 0 and unit.end <= len(wording)]
    for note in {_note_around(wording, unit) for unit in listed}:
        for found in _ROLE_WORDS.finditer(wording, note.start, note.end):
            if not any(unit.start < found.end() and unit.end > found.start() for unit in listed):
                yield Span(found.start(), found.end())


def _note_around(wording: str, unit: Span) -> Span:
    """The innermost bracket or line that holds the unit."""
    start = unit.start
    depth = 0
    while start > 0 and wording[start - 1] != "\n":
        start -= 1
        if wording[start] in _CLOSING:
            depth += 1
        elif wording[start] in _OPENING:
            if depth == 0:
                break
            depth -= 1
    end = unit.end
    depth = 0
    while end < len(wording) and wording[end] != "\n":
        if wording[end] in _OPENING:
            depth += 1
        elif wording[end] in _CLOSING:
            if depth == 0:
                break
            depth -= 1
        end += 1
    return Span(start, end)
