"""How a text is mended: steps find edits, edits are applied, and places noted earlier move along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.plan import Doubt, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `[start, end)` by `new`; `said` is a sentence for the officer when this very place deserves a look."""

    start: int
    end: int
    new: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A named way of mending. `find` must return no edit for a text that is not damaged in its way.

    `summary` is what the officer reads when the edits are too many and too certain to be named one by one;
    `{n}` in it stands for their number.
    """

    code: str
    find: Callable[[str], Sequence[Edit]]
    summary: str = ""


def mend_with(step: Step, text: str, doubts: Sequence[Doubt]) -> tuple[str, list[Doubt]]:
    """Apply one step; the doubts of earlier steps keep pointing at their words."""
    edits = sorted(step.find(text), key=lambda edit: edit.start)
    if not edits:
        return text, list(doubts)
    mended, moved_to = _apply(text, edits)
    kept = [_move(doubt, moved_to) for doubt in doubts]
    return mended, kept + _report(step, edits, moved_to)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made; they must be in order and must not overlap."""
    return _apply(text, edits)[0] if edits else text


def _apply(text: str, edits: Sequence[Edit]) -> tuple[str, Callable[[int], int]]:
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[tuple[int, int, int]] = []
    at = length = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        length += edit.start - at
        starts.append(edit.start)
        shifts.append((edit.end, length, len(edit.new)))
        length += len(edit.new)
        at = edit.end
    pieces.append(text[at:])

    def moved_to(place: int) -> int:
        index = bisect_right(starts, place) - 1
        if index < 0:
            return place
        end, new_start, new_length = shifts[index]
        if place >= end:
            return new_start + new_length + (place - end)
        return new_start + min(place - starts[index], new_length)

    return "".join(pieces), moved_to


def _move(doubt: Doubt, moved_to: Callable[[int], int]) -> Doubt:
    if doubt.span is None:
        return doubt
    start = moved_to(doubt.span.start)
    return replace(doubt, span=Span(start, max(start, moved_to(doubt.span.end))))


def _report(step: Step, edits: Sequence[Edit], moved_to: Callable[[int], int]) -> list[Doubt]:
    said = [_doubt(step.code, edit, moved_to) for edit in edits if edit.said]
    quiet = [edit for edit in edits if not edit.said]
    if quiet and step.summary:
        start = moved_to(quiet[0].start)
        first = Span(start, start + len(quiet[0].new))
        said.append(Doubt(step.code, step.summary.format(n=len(quiet)), first))
    return said


def _doubt(code: str, edit: Edit, moved_to: Callable[[int], int]) -> Doubt:
    start = moved_to(edit.start)
    return Doubt(code, edit.said, Span(start, start + len(edit.new)))
