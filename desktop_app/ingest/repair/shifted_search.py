"""The search behind `shifted_bytes`: where one run of shifted bytes ends, and what it says.

A run begins where one byte of a letter was lost, and from there every printed letter is the second byte of one letter
and the first of the next. It ends where the count is even again: at a second lost byte, or at an ASCII byte.
What was printed is judged by the same measure as what it may have been.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.ingest.repair.gbk import pair_of
from desktop_app.ingest.repair.language import Language, simplified, spoken_as
from desktop_app.ingest.repair.pinyin import SYLLABLE
from desktop_app.ingest.repair.shifted_letters import (
    Candidate,
    bytes_of,
    lost_leads,
    of_bytes,
    split_leads,
    spoken,
    vanishing,
    vanishing_with_lead,
    with_lead,
    with_trail,
)
from desktop_app.ingest.repair.shifted_paths import MOST_STEPS, Layer, Layers, Letter, Step, beginning, likeliest

UNKNOWN = "□"
LOST = "?\ufffd"

_TAIL = re.compile(rf"({SYLLABLE})[)）]")
_WHOLE = re.compile(rf"[(（]({SYLLABLE})[)）]")
_LONGEST = 400
_FEW = 10
# In natural logarithms, as the likelihood of letters is.
_GAP = -1.0
"""A pair of bytes that stands for no letter: about every seventh pair of simplified text read one byte off."""
_UNSEEN = 0.0
"""A letter of which no byte at all is left."""
_LOST_UNSEEN, _LOST_WITHIN = -4.0, -7.0
"""A byte that is gone without a trace: at the end of the line or before ASCII, and between letters."""
_READING_DIFFERS, _READING_SELDOM = -9.0, -4.0
_HOPELESS = -25.0
_GOES_WELL, _GOES_BADLY = -5.0, -14.0
_SURE, _SURE_BESIDE_PINYIN = 0.995, 0.75
"""The share of all readings that must have a letter for it to be taken for certain.

On a page with pinyin the runs are short and both their ends are seen; without it the language alone decides, and it
knows words less well than it believes.
"""
_MISSING, _MISSING_BESIDE_PINYIN = 0.01, 0.3
"""The share of readings with a letter more that is enough to say so."""
_WORTH = 7.0
"""How much likelier a run must become by being paired again."""


@dataclass(frozen=True, slots=True)
class Run:
    """A damaged stretch: its length as printed, what it said, and how much likelier that is."""

    length: int
    letters: str
    gain: float


@dataclass(frozen=True, slots=True)
class _Ending:
    """A place behind the run, the last letters, and what printed ASCII follows them as a letter of its own."""

    end: int
    steps: Layer
    gaps: Sequence[Layer] = ()
    cost: float = 0.0
    rest: str = ""


class Search:
    """Looks for runs in one document."""

    def __init__(self, text: str, language: Language, has_pinyin: bool = False) -> None:
        self._text = text
        self._language = language
        self._limits = (_SURE_BESIDE_PINYIN, _MISSING_BESIDE_PINYIN) if has_pinyin else (_SURE, _MISSING)
        self._layers = Layers(language)
        self._behind: dict[str, list[Candidate]] = {}

    def run_at(self, place: int, left: str, seen: bool = True) -> Run | None:
        """The run that begins at `place`, behind the letters `left`; None when what is printed is as likely.

        `seen` says that a lost first byte was printed there as a question mark; else it left no trace.
        """
        trial = _Trial(self._text, self._language, self._layers, self._behind, place, left, seen)
        return trial.run(*self._limits)


class _Trial:
    """One run, followed from its first byte to the likeliest of its ends."""

    def __init__(
        self,
        text: str,
        language: Language,
        layers: Layers,
        behind: dict[str, list[Candidate]],
        place: int,
        left: str,
        seen: bool,
    ) -> None:
        self._text, self._language, self._layers, self._behind = text, language, layers, behind
        self._place, self._left = place, left
        self._at = place
        self._null = 0.0
        self._before = left[-1:]
        self._leads: frozenset[int] = frozenset()
        self._steps: Layer = [beginning(simplified(left), 0.0 if seen else _LOST_UNSEEN)]
        self._every: list[Layer] = [self._steps]
        self._gaps: list[Layer] = []
        if seen:
            self._pass_lost_byte()

    def _pass_lost_byte(self) -> None:
        tail = _TAIL.match(self._text, self._place + 1)
        self._at = tail.end() if tail else self._place + 1
        if tail:
            self._leads = split_leads(self._left, tail[1])
        self._null = self._printed(self._before, self._text[self._place : self._at])
        self._before = self._text[self._at - 1]

    def run(self, sure: float, missing: float) -> Run | None:
        """Follow the run; the end with the highest gain is its end."""
        best: tuple[float, _Ending, Step, list[Layer]] | None = None
        text, limit = self._text, min(len(self._text), self._place + _LONGEST)
        while self._at <= limit and self._steps:
            for ending in self._endings():
                gain, closed = self._gain(ending)
                if best is None or gain > best[0]:
                    best = (gain, ending, closed, [*self._every, *ending.gaps, ending.steps])
            if self._at == limit or text[self._at] == "\n" or not self._onward():
                break
        if best is None or best[0] < _WORTH:
            return None
        gain, ending, closed, every = best
        said = self._settled(likeliest(closed, every, self._gaps), text[ending.end : ending.end + 2], sure, missing)
        return Run(ending.end - self._place, said + ending.rest, gain)

    def _gain(self, ending: _Ending) -> tuple[float, Step]:
        right = ending.rest or self._text[ending.end : ending.end + 1] or "\n"
        closed = self._layers.close(ending.steps, right, ending.cost)
        printed = self._printed(self._before, self._text[self._at : ending.end] + right)
        return closed.score - self._null - printed, closed

    def _printed(self, before: str, words: str) -> float:
        """How likely the words are as they are printed."""
        total = 0.0
        for letter in words:
            total += self._language.follows(before, letter)
            before = letter
        return total

    def _onward(self) -> bool:
        """Take one more printed letter; False when the run cannot go on over it."""
        letter = self._text[self._at]
        pair = bytes_of(letter)
        if pair is None:
            return False
        gaps: list[Layer] = []
        steps = self._grown(gaps, pair[0], pair[1])
        if not self._goes_well(steps):
            gaps.append(self._gap(self._steps))
            steps = self._grown(gaps, pair[0], pair[1])
        if gaps and (not steps or steps[0].known < 2 or steps[0].score - self._steps[0].score < _GOES_BADLY):
            gaps.append(self._gap(gaps[-1]))
            steps = self._grown(gaps, pair[0], pair[1])
        self._every += [*gaps, steps]
        self._gaps += gaps
        self._steps = steps
        self._null += self._printed(self._before, letter)
        self._before = letter
        self._at += 1
        return bool(steps) and steps[0].score - self._null >= _HOPELESS

    def _goes_well(self, steps: Layer) -> bool:
        """Whether the next letter goes so well with those beside it that nothing can be missing before it."""
        if not steps or not self._steps[0].letter or steps[0].score - self._steps[0].score < _GOES_WELL:
            return False
        pending, behind = steps[0].pending, bytes_of(self._text[self._at + 1 : self._at + 2] or " ")
        if pending is None or behind is None:
            return False
        return any(
            self._language.follows(steps[0].letter, one.plain) > _GOES_WELL for one in of_bytes(pending, behind[0])
        )

    def _gap(self, steps: Sequence[Step]) -> Layer:
        pairs: list[tuple[Step, Iterable[Candidate]]] = []
        for step in steps[:_FEW]:
            if step.pending is not None:
                pairs.append((step, vanishing_with_lead(step.pending)))
            else:
                pairs.append((step, self._allowed(step, self._vanishing_behind(step.tail[-1]))))
        known = 1 if steps and steps[0].pending is not None else 0
        cost = _GAP + (0.0 if known else _UNSEEN)
        return self._layers.grow(pairs, None, known, leaves_gap=True, cost=cost)[:_FEW]

    def _grown(self, gaps: Sequence[Layer], trail: int | None, pending: int | None, reading: str = "") -> Layer:
        """One letter more, of which `trail` or the reading is known, behind whole letters and behind gaps."""
        extra = _extra(reading)
        grown: list[Layer] = []
        for steps in [self._steps, *gaps]:
            pairs = [(step, self._candidates(step, trail, reading)) for step in steps]
            known = (bool(steps) and steps[0].pending is not None) + (trail is not None)
            grown.append(self._layers.grow(pairs, pending, max(known, bool(reading)), extra))
        return _united(grown)

    def _candidates(self, step: Step, trail: int | None, reading: str) -> Iterable[Candidate]:
        if step.pending is not None:
            return with_lead(step.pending) if trail is None else of_bytes(step.pending, trail)
        if trail is not None:
            return self._allowed(step, with_trail(trail))
        if reading:
            return self._allowed(step, spoken(reading))
        return self._allowed(step, self._vanishing_behind(step.tail[-1])) if step.gap is not None else ()

    def _vanishing_behind(self, before: str) -> Sequence[Candidate]:
        known = self._behind.get(before)
        if known is None:
            known = self._behind[before] = vanishing(self._language.row(before))
        return known

    def _allowed(self, step: Step, candidates: Iterable[Candidate]) -> Iterable[Candidate]:
        """Those whose first byte may be the one that was lost."""
        if step.gap is not None:
            lost = lost_leads(step.gap)
            return [one for one in candidates if one.lead in lost]
        if self._leads and not step.letter:
            return [one for one in candidates if one.lead in self._leads]
        return candidates

    def _endings(self) -> Iterator[_Ending]:
        """Ways to end the run at this place."""
        text, at = self._text, self._at
        letter = text[at : at + 1]
        if letter and letter in LOST:
            tail = _TAIL.match(text, at + 1)
            yield from self._ended(tail.end() if tail else at + 1, None, tail[1] if tail else "")
            return
        if "@" <= letter <= "~":
            whole = _WHOLE.match(text, at + 1)
            yield from self._ended(whole.end() if whole else at + 1, ord(letter), whole[1] if whole else "")
        pair = pair_of(letter) if letter > "~" else None
        if pair and 0x40 <= pair[1] < 0x7F:
            yield from self._ended(at + 1, pair[0], rest=chr(pair[1]))
        if self._steps[0].letter and (not letter or letter.isascii()):
            yield _Ending(at, self._grown([], None, None), cost=_LOST_UNSEEN)

    def _ended(self, end: int, trail: int | None, reading: str = "", rest: str = "") -> Iterator[_Ending]:
        """The last letter, which may stand behind a gap."""
        gaps = [self._gap(self._steps)]
        steps = self._grown(gaps, trail, None, reading)
        if steps:
            self._gaps += gaps
            yield _Ending(end, steps, gaps, 0.0, rest)

    def _settled(self, letters: Sequence[Letter], right: str, share: float, missing: float) -> str:
        """The likeliest letters; □ where another reading is nearly as likely, or where nothing at all is known."""
        around = simplified(self._left + "".join(letter.letter for letter in letters) + right)
        said = []
        for place, letter in enumerate(letters, len(self._left)):
            if letter.inserted > missing:
                said.append(UNKNOWN)
            sure = letter.share >= share and (letter.known == 2 or self._fits(around, place, letter.known))
            said.append(letter.letter if sure else UNKNOWN)
        return "".join(said)

    def _fits(self, around: str, at: int, known: int) -> bool:
        """Whether a letter goes with its neighbours; the less is known of its bytes, the better it must."""
        if any(self._language.word(around[start : start + 3]) for start in range(max(at - 2, 0), at + 1)):
            return True
        if not known:
            return False
        return any(
            self._language.goes_with(*around[start : start + 2]) for start in (at - 1, at) if around[start + 1 :]
        )


def _extra(reading: str) -> dict[str, float] | None:
    """What the pinyin says for and against letters; the empty text stands for all that are never read so."""
    if not reading:
        return None
    found = spoken_as(reading)
    extra = dict.fromkeys(found.other, _READING_SELDOM) | dict.fromkeys(found.usual, 0.0)
    return {"": _READING_DIFFERS, **extra}


def _united(layers: Sequence[Layer]) -> Layer:
    """Steps with the same letters and the same waiting byte are one, whichever way led to them."""
    found: dict[tuple[str, str], Step] = {}
    for step in (step for layer in layers for step in layer):
        there = found.setdefault((step.tail, step.letter), step)
        if there is not step:
            for before, likely in step.came:
                there.come_from(before, likely)
            there.known = max(there.known, step.known)
    return sorted(found.values(), key=lambda step: -step.score)[:MOST_STEPS]
