"""Numbers of an outline that lost letters, restored from their sequence.

）基础设施能力建设 was （一）基础设施能力建设; 1统一身份认证系统。 was 1）统一身份认证系统。 where its brothers are 2）3）, and 1. where
they are 2. 3. No line is judged alone: of all ways to read the whole document that one is taken which asks for the fewest
lost letters and the fewest breaks of the sequence, level by level.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, log
from typing import NamedTuple

from desktop_app.ingest.parsing.marks import Style
from desktop_app.ingest.repair.edits import Edit
from desktop_app.ingest.repair.remnants import (
    TEMPLATES,
    NumberedLine,
    Template,
    looks_damaged,
    loss,
    read_lines,
    template_of,
)

_RANKS = {
    style: rank
    for rank, style in enumerate(
        [
            Style.PART,
            Style.CHAPTER,
            Style.SECTION,
            Style.CHINESE,
            Style.CHINESE_BRACKETS,
            Style.ARABIC,
            Style.ARABIC_BRACKETS,
            Style.ARABIC_BRACKET,
            Style.CIRCLED,
        ]
    )
}
_IGNORED = (Style.DECIMAL, Style.HEADLINE, Style.ARTICLE)
_WIDTH, _FAR = 10, 12.0
"""As many readings are kept as may still win, none that costs so much more than the best."""
_JUMP, _BACK, _AGAIN = 5.0, 7.0, 7.0
"""A number that skips, one that goes back, a list that begins again where nothing stands above it."""
_OPEN, _UPSIDE_DOWN, _UNSEEN, _MIXED = 0.5, 4.0, 2.0, 1.5
_CLOSE_LEVEL, _OTHER_SHAPE = 0.25, 1.5
_RUN_ON, _CHANGE_OF_HABIT = 1.5, 3.0
_CLOSE_CALL = 1.0
_HIGHEST = 99


class _Level(NamedTuple):
    """An open level: the style of its numbers, how they are printed, the last one, and whether that was all heading."""

    style: Style
    template: Template | None
    value: int
    is_alone: bool


class _Counter(NamedTuple):
    """The last number of a style, and whether the style runs on across headings, as far as is known."""

    style: Style
    value: int
    runs_on: bool | None


class _State(NamedTuple):
    branch: tuple[_Level, ...] = ()
    counters: tuple[_Counter, ...] = ()
    in_box: bool = False


class _Place(NamedTuple):
    """Where a number can stand next: its value, the levels above it, and what that costs."""

    value: int
    above: tuple[_Level, ...]
    cost: float
    runs_on: bool | None


class _Choice(NamedTuple):
    """What a line was read as: the first `length` letters stand for `label`."""

    line: NumberedLine
    length: int
    label: str


@dataclass(eq=False, slots=True)
class _Reading:
    """One way to read the lines so far; `before` is the reading of the lines above, `rivals` came out hardly worse."""

    cost: float
    state: _State
    choice: _Choice | None = None
    before: _Reading | None = None
    rivals: tuple[_Reading, ...] = ()


def find_lost_numbers(text: str) -> list[Edit]:
    """Lines whose number is mended; a line that cannot be placed in a sequence is left as it is."""
    if not looks_damaged(text):
        return []
    lines = read_lines(text)
    search = _Search(lines)
    return [edit for choice in search.best() if (edit := _edit(text, choice, choice.line.index in search.doubtful))]


def _edit(text: str, choice: _Choice, doubtful: bool) -> Edit | None:
    line, label = choice.line, choice.label
    printed = text[line.start : line.start + choice.length]
    if line.mark is not None and template_of(line.mark) is None:
        return None
    if choice.length == 0:
        said = f"此段前的编号疑已丢失，按前后顺序补为“{label}”，请核对"
        return None if doubtful else Edit(line.start, line.start, label, said)
    said = f"编号“{printed}”残缺，按前后顺序补为“{label}”" + ("，不能确定，请核对" if doubtful else "")
    return Edit(line.start, line.start + choice.length, label, said)


class _Search:
    """Reads line after line and keeps the cheapest readings; `doubtful` are lines that two of them read differently."""

    def __init__(self, lines: Sequence[NumberedLine]) -> None:
        self._lines = lines
        self.doubtful: set[int] = set()
        marks = [line.mark for line in lines if line.mark is not None]
        self._rarity = _rarities(Counter(template_of(mark) for mark in marks))
        self._pairs = {
            (above.style, below.style)
            for above, below in pairwise(marks)
            if below.value == 1 and above.style is not below.style
        }

    def best(self) -> list[_Choice]:
        """The choices of the cheapest reading that ask for a change."""
        readings = [_Reading(0.0, _State())]
        for line in self._lines:
            readings = self._narrow(step for reading in readings for step in self._steps(reading, line))
        last = min(readings, key=lambda reading: reading.cost)
        last.rivals += tuple(r for r in readings if r is not last and r.cost - last.cost < _CLOSE_CALL)
        path = list(_path(last))
        self.doubtful = {
            index for reading in path for rival in reading.rivals for index in _differences(reading, rival)
        }
        return [reading.choice for reading in reversed(path) if reading.choice and _changes(reading.choice)]

    def _narrow(self, steps: Iterator[_Reading]) -> list[_Reading]:
        """Of readings that lead to one state the cheapest, and of all states the cheapest ones."""
        kept: dict[_State, _Reading] = {}
        limit = inf
        for step in steps:
            if step.cost > limit:
                continue
            limit = min(limit, step.cost + _FAR)
            known = kept.setdefault(step.state, step)
            if known is step:
                continue
            better, worse = (step, known) if step.cost < known.cost else (known, step)
            kept[step.state] = better
            if worse.cost - better.cost < _CLOSE_CALL:
                better.rivals += (worse,)
        return heapq.nsmallest(_WIDTH, kept.values(), key=lambda reading: reading.cost)

    def _steps(self, reading: _Reading, line: NumberedLine) -> Iterator[_Reading]:
        yield _Reading(reading.cost + line.as_text, reading.state, None, reading)
        if line.mark is not None:
            yield self._whole(reading, line)
        for template in line.templates:
            for place in self._places(reading.state, template, line):
                if (restored := _restored(line, template, place, reading.state)) is not None:
                    price, choice = restored
                    state = _moved(reading.state, place, template, line)
                    yield _Reading(reading.cost + place.cost + price, state, choice, reading)

    def _whole(self, reading: _Reading, line: NumberedLine) -> _Reading:
        """The number is taken as it is printed."""
        mark, state = line.mark, reading.state
        assert mark is not None
        choice = _Choice(line, mark.end, "")
        if mark.style is Style.ANNEX:
            return _Reading(reading.cost, _State(), choice, reading)
        if mark.style is Style.BOX:
            return _Reading(reading.cost, _State(state.branch, state.counters, True), choice, reading)
        if mark.style in _IGNORED:
            return _Reading(reading.cost, state, choice, reading)
        places = self._printed(state, mark.style, template_of(mark), mark.value)
        place = min(places, key=lambda place: place.cost)
        return _Reading(reading.cost + place.cost, _moved(state, place, mark.style, line), choice, reading)

    def _printed(self, state: _State, style: Style, template: Template | None, value: int) -> Iterator[_Place]:
        """The places where a printed value may stand; a break of the sequence has its price."""
        for place in self._next(state, style, template):
            cost = place.cost
            if template is not None and len(place.above) == len(state.branch):
                cost += self._rarity[template]
            if value > place.value:
                cost += _JUMP + min(value - place.value, 3)
            elif value < place.value:
                cost += _AGAIN if value == 1 else _BACK
            yield _Place(value, place.above, cost, place.runs_on)

    def _places(self, state: _State, template: Template, line: NumberedLine) -> Iterator[_Place]:
        """The places where a number may stand that is not printed whole."""
        for place in self._next(state, template.style, template):
            cost = place.cost + _CLOSE_LEVEL * max(len(state.branch) - len(place.above) - 1, 0)
            if len(place.above) < len(state.branch):
                cost += _OTHER_SHAPE * (state.branch[len(place.above)].is_alone != line.is_alone)
            else:
                cost += self._rarity[template]
            if place.value <= _HIGHEST:
                yield _Place(place.value, place.above, cost, place.runs_on)

    def _next(self, state: _State, style: Style, template: Template | None) -> Iterator[_Place]:
        """The next number of an open level; a new level begins with 1 or runs on."""
        for depth, level in enumerate(state.branch):
            if level.style is style:
                mixed = _MIXED if template != level.template else 0.0
                yield _Place(level.value + 1, state.branch[:depth], mixed, None)
                return
        cost = self._price_of_opening(state, style)
        counter = next((counter for counter in state.counters if counter.style is style), None)
        if counter is None:
            yield _Place(1, state.branch, cost, None)
            return
        change = _CHANGE_OF_HABIT if counter.runs_on is not None else 0.0
        yield _Place(1, state.branch, cost + (change if counter.runs_on else 0.0), False)
        known = 0.0 if counter.runs_on else _RUN_ON + change
        yield _Place(counter.value + 1, state.branch, cost + known, True)

    def _price_of_opening(self, state: _State, style: Style) -> float:
        if not state.branch:
            return _OPEN
        above = state.branch[-1].style
        if (above, style) in self._pairs:
            return _OPEN
        gap = _RANKS.get(style, 0) - _RANKS.get(above, 0)
        return _OPEN * (gap + 1) if gap > 0 else _UPSIDE_DOWN


def _rarities(counts: Counter[Template | None]) -> dict[Template, float]:
    """How little a list of a kind is to be expected: 1） is rather left of （1） where the document prints that often."""
    usual, *others = TEMPLATES
    rarities = {usual: 0.0}
    for template in others:
        most = max(counts[other] for other in others if _alike(template, other))
        rarities[template] = _rarity(counts[template], most)
    return rarities


def _rarity(count: int, most: int) -> float:
    return _UNSEEN * max(log(most / count), 0.0) if count else _UNSEEN * (1 + log(most + 1))


def _alike(one: Template, other: Template) -> bool:
    """Ways to print that differ in one letter: 1. and 1、; （1） and 1）."""
    return one.style is other.style or {one.style, other.style} == {Style.ARABIC_BRACKETS, Style.ARABIC_BRACKET}


def _restored(line: NumberedLine, template: Template, place: _Place, state: _State) -> tuple[float, _Choice] | None:
    """The cheapest way to have lost letters of the label that belongs in this place; None when it has lost none."""
    label = template.label(place.value)
    found = [(price, length) for length, left in line.remnants if (price := loss(left, label)) is not None]
    if line.from_nothing is not None and state.branch and not state.in_box:
        gone = loss("", label)
        assert gone is not None
        found.append((gone + line.from_nothing, 0))
    if not found:
        return None
    price, length = min(found)
    if line.mark is not None and price == 0:
        return None
    return price, _Choice(line, length, label)


def _moved(state: _State, place: _Place, printed: Style | Template, line: NumberedLine) -> _State:
    """The state behind a number that stands in `place`."""
    template = printed if isinstance(printed, Template) else (template_of(line.mark) if line.mark else None)
    style = printed.style if isinstance(printed, Template) else printed
    old = next((counter for counter in state.counters if counter.style is style), None)
    runs_on = place.runs_on if place.runs_on is not None else (old.runs_on if old else None)
    others = (counter for counter in state.counters if counter.style is not style)
    counters = sorted((*others, _Counter(style, place.value, runs_on)), key=lambda counter: counter.style.value)
    return _State((*place.above, _Level(style, template, place.value, line.is_alone)), tuple(counters))


def _path(reading: _Reading | None) -> Iterator[_Reading]:
    while reading is not None:
        yield reading
        reading = reading.before


def _differences(one: _Reading, other: _Reading) -> Iterator[int]:
    """Lines that two readings read differently, back to where they part."""
    for a, b in zip(_path(one), _path(other), strict=True):
        if a is b:
            return
        if _label(a) != _label(b):
            yield from (choice.line.index for choice in (a.choice, b.choice) if choice is not None)


def _label(reading: _Reading) -> str | None:
    return reading.choice.label if reading.choice else None


def _changes(choice: _Choice) -> bool:
    return bool(choice.label) and not (choice.line.mark is not None and choice.label == choice.line.mark.printed)
