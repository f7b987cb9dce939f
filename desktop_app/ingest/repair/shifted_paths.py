"""All readings of a run at once: a lattice of letters, and how likely each of them is given all the others.

A step is one letter that a reading puts on. Readings that agree in their last two letters and in what they wait for are
one step from there on, since the language looks back no further. The likeliest way through is what the run says; the
share of all ways that have the same letter there is how sure it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop_app.ingest.repair.language import Language
from desktop_app.ingest.repair.shifted_letters import Candidate

MOST_STEPS = 24
"""Steps kept at each printed letter."""
_FLAT = 0.7
"""The tables are surer of themselves than they should be: differences count for so much."""

Layer = list["Step"]


@dataclass(eq=False, slots=True)
class Step:
    """One letter of a reading, with every step it may have come from and the likelihood of coming from there."""

    letter: str
    tail: str
    """The last two letters in simplified form."""
    pending: int | None
    """A first byte that waits for its second."""
    gap: int | None
    """A second byte that was not printed: nor was the first byte behind it."""
    known: int
    """2 when both bytes of the letter are known, 1 for one byte or the pinyin, 0 for nothing."""
    score: float = -math.inf
    came: list[tuple[Step, float]] = field(default_factory=list)

    def come_from(self, step: Step, likely: float) -> None:
        """Note a way here."""
        self.came.append((step, likely))
        self.score = max(self.score, step.score + likely)


def beginning(left: str, cost: float) -> Step:
    """Where every reading begins: behind the letters `left`."""
    return Step("", left, None, None, 2, cost)


class Layers:
    """Puts letters on readings, with the likelihoods of one document."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def grow(
        self,
        candidates: Iterable[tuple[Step, Iterable[Candidate]]],
        pending: int | None,
        known: int,
        extra: dict[str, float] | None = None,
        leaves_gap: bool = False,
        cost: float = 0.0,
    ) -> Layer:
        """The likeliest steps with one letter more. `extra` is added to letters by what their pinyin says."""
        found: dict[tuple[str, str], Step] = {}
        language, other_script = self._language, self._language.other_script
        for step, letters in candidates:
            row, alone, before, word = language.row(step.tail[-1]), language.alone, step.tail[-1], language.word
            for one in letters:
                plain = one.plain
                likely = (row.get(plain) or alone(plain)) + word(step.tail + plain) + cost
                if plain != one.letter:
                    likely += other_script
                if extra is not None:
                    likely += extra.get(one.letter, extra[""])
                key = (before, one.letter)
                there = found.get(key)
                if there is None:
                    gap = one.trail if leaves_gap else None
                    there = found[key] = Step(one.letter, before + plain, pending, gap, known)
                there.come_from(step, likely)
        return sorted(found.values(), key=lambda step: -step.score)[:MOST_STEPS]

    def close(self, steps: Sequence[Step], right: str, cost: float) -> Step:
        """The step behind the last letter: how well each reading goes with what follows."""
        end = Step("", "", None, None, 2)
        for step in steps:
            likely = self._language.follows(step.tail[-1], right) + self._language.word(step.tail + right)
            end.come_from(step, likely + cost)
        return end


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the likeliest reading: how sure it is among all readings, and what is known of its bytes."""

    letter: str
    share: float
    known: int
    inserted: float
    """The share of readings that have a letter more before it."""


def likeliest(end: Step, layers: Sequence[Layer], gaps: Iterable[Layer]) -> list[Letter]:
    """The letters of the likeliest way to `end`.

    `layers` are the steps in order; those that are also in `gaps` may be passed over by a reading.
    """
    shares = _shares(end, layers)
    where = {id(step): number for number, layer in enumerate(layers) for step in layer}
    skipped = {id(layer) for layer in gaps}
    way = _best_way(end)
    numbers = [-1, *(where[id(step)] for step in way)]
    letters = []
    for step, before, number in zip(way, numbers, numbers[1:], strict=False):
        share = sum(shares[id(other)] for other in layers[number] if other.tail[-1] == step.tail[-1])
        between = (layer for layer in layers[before + 1 : number] if id(layer) in skipped)
        more = max((sum(shares[id(other)] for other in layer) for layer in between), default=0.0)
        letters.append(Letter(step.letter, min(share, 1.0), step.known, more))
    return letters


def _best_way(end: Step) -> list[Step]:
    way: list[Step] = []
    step = end
    while step.came:
        step = max(step.came, key=lambda one: one[0].score + one[1])[0]
        if step.letter:
            way.append(step)
    return way[::-1]


def _shares(end: Step, layers: Sequence[Layer]) -> dict[int, float]:
    """The share of each step among all ways from the beginning to the end."""
    order = [step for layer in layers for step in layer]
    forward: dict[int, float] = {}
    for step in [*order, end]:
        ways = [forward[id(before)] + _FLAT * likely for before, likely in step.came]
        forward[id(step)] = _sum(ways) if ways else _FLAT * step.score
    behind: dict[int, list[float]] = {id(end): [0.0]}
    shares: dict[int, float] = {}
    for step in [end, *reversed(order)]:
        backward = _sum(behind.pop(id(step), []))
        shares[id(step)] = math.exp(min(forward[id(step)] + backward - forward[id(end)], 0.0))
        if backward > -math.inf:
            for before, likely in step.came:
                behind.setdefault(id(before), []).append(_FLAT * likely + backward)
    return shares


def _sum(logarithms: Sequence[float]) -> float:
    most = max(logarithms, default=-math.inf)
    if most == -math.inf:
        return most
    return most + math.log(sum(math.exp(one - most) for one in logarithms))
