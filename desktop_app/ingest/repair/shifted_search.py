"""The search behind `shifted_bytes`: every way in which one run of printed letters can be paired again.

A run begins where one byte of a letter was lost, and from there every printed letter is the second byte of one letter
and the first of the next. It ends where the count is even again: at a second lost byte, or at an ASCII byte.
The search goes from left to right and keeps the likeliest readings; what was printed is judged by the same measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nlargest

from desktop_app.ingest.repair.gbk import LEADS, TRAILS, folded_pair, letter_of, pair_of
from desktop_app.ingest.repair.language import Language, simplified, spoken_as, tables
from desktop_app.ingest.repair.pinyin import SYLLABLE

UNKNOWN = "□"
LOST = "?\ufffd"

_TAIL = re.compile(rf"({SYLLABLE})[)）]")
_WHOLE = re.compile(rf"[(（]({SYLLABLE})[)）]")
_LONGEST = 400
_BEAM, _FEW = 24, 8
# In natural logarithms, as the likelihood of letters is.
_UNSEEN = -2.0
"""A letter of which no byte at all is left."""
_LOST_UNSEEN = -4.0
_READING_DIFFERS, _READING_SELDOM, _OTHER_SCRIPT = -9.0, -4.0, -2.5
_HOPELESS = -25.0
_CLEAR = 2.5
"""How much likelier a reading must be than the next one to be taken for certain (e to the power: 12 times)."""
_WORTH = 7.0
"""How much likelier a run must become by being paired again."""


@dataclass(frozen=True, slots=True)
class Run:
    """A damaged stretch: its length as printed, what it said, and how much likelier that is."""

    length: int
    letters: str
    gain: float


@dataclass(frozen=True, slots=True)
class _Way:
    """One reading so far. `pending` is a first byte that waits for its second; `gap` the byte before a vanished pair."""

    score: float
    letters: str
    pending: int | None
    gap: int | None = None
    known: tuple[int, ...] = ()
    """How much is known of each letter: 2 for both bytes, 1 for one or the pinyin, 0 for nothing."""


_Candidate = tuple[str, str, int]
"""A letter, its simplified form, and its first byte."""


class Search:
    """Looks for runs in one document."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language

    def run_at(self, place: int, left: str, seen: bool = True) -> Run | None:
        """The run that begins at `place`, behind the letters `left`; None when what is printed is as likely.

        `seen` says that a lost first byte was printed there as a question mark; else it left no trace.
        """
        text, at = self._text, place
        null = 0.0
        ways = [_Way(0.0 if seen else _LOST_UNSEEN, "", None)]
        leads: frozenset[int] = frozenset()
        if seen:
            tail = _TAIL.match(text, place + 1)
            at = tail.end() if tail else place + 1
            null = self._printed(left[-1:], text[place:at])
            leads = _split_leads(left, tail[1]) if tail else leads
        best: tuple[float, int, list[_Way]] | None = None
        before = text[at - 1 : at] if seen else left[-1:]
        limit = min(len(text), place + _LONGEST)
        while at <= limit and ways:
            for end, ended in self._endings(ways, at, left, leads):
                right = text[end : end + 1] or "\n"
                finished = [self._finish(way, right, left) for way in ended]
                top = max(way.score for way in finished)
                gain = top - null - self._printed(before, text[at:end] + right)
                if best is None or gain > best[0]:
                    best = (gain, end, finished)
            if at == limit or text[at] == "\n":
                break
            ways = self._onward(ways, at, left, leads)
            null += self._printed(before, text[at])
            before = text[at]
            at += 1
            if ways and ways[0].score - null < _HOPELESS:
                break
        if best is None or best[0] < _WORTH:
            return None
        return Run(best[1] - place, self._settled(best[2], left, text[best[1] : best[1] + 2]), best[0])

    def _settled(self, ways: list[_Way], left: str, right: str) -> str:
        """The likeliest letters; □ where another reading is nearly as likely, or where nothing at all is known."""
        best = max(ways, key=lambda way: way.score)
        plain = simplified(best.letters)
        unsure = {place for place in range(len(plain)) if not self._fits(best, place, left, right)}
        for way in ways:
            if way is not best and way.score >= best.score - _CLEAR:
                unsure.update(_differing(plain, simplified(way.letters)))
        return "".join(UNKNOWN if place in unsure else letter for place, letter in enumerate(best.letters))

    def _fits(self, way: _Way, place: int, left: str, right: str) -> bool:
        """Whether a letter goes with its neighbours; the less is known of its bytes, the better it must."""
        around = simplified(left + way.letters + right)
        at = len(left) + place
        if any(self._language.word(around[start : start + 3]) for start in range(at - 2, at + 1)):
            return True
        if not way.known[place]:
            return False
        return any(
            self._language.goes_with(*around[start : start + 2]) for start in (at - 1, at) if around[start + 1 :]
        )

    def _printed(self, before: str, words: str) -> float:
        """How likely the words are as they are printed."""
        total = 0.0
        for letter in words:
            total += self._language.follows(before, letter)
            before = letter
        return total

    def _finish(self, way: _Way, right: str, left: str) -> _Way:
        last = (left + way.letters)[-1]
        return _Way(way.score + self._language.follows(last, right), way.letters, None, None, way.known)

    def _onward(self, ways: list[_Way], at: int, left: str, leads: frozenset[int]) -> list[_Way]:
        """The readings after one more printed letter, the likeliest first."""
        letter = self._text[at]
        pair = folded_pair(letter) if "!" <= letter <= "~" else pair_of(letter)
        if pair is None or pair[1] < 0x80:
            return []
        grown = self._grown([*ways, *self._vanished(ways, left, leads)], pair[0], left, leads, "")
        return [_Way(way.score, way.letters, pair[1], None, way.known) for way in grown]

    def _vanished(self, ways: list[_Way], left: str, leads: frozenset[int]) -> list[_Way]:
        """A pair that stands for no letter printed nothing: the second byte of one letter and the first of the next.

        Up to two such pairs may stand side by side; the letter between them has lost both its bytes.
        """
        once = self._gaps(ways, left, leads)
        return once + self._gaps(once, left, leads)

    def _gaps(self, ways: list[_Way], left: str, leads: frozenset[int]) -> list[_Way]:
        grown = self._grown(ways[:_FEW], None, left, leads, "", vanishing=True)[:_FEW]
        return [
            _Way(
                way.score + (0.0 if way.known[-1] else _UNSEEN),
                way.letters,
                None,
                (pair_of(way.letters[-1]) or (0, 0))[1],
                way.known,
            )
            for way in grown
        ]

    def _grown(
        self,
        ways: list[_Way],
        trail: int | None,
        left: str,
        leads: frozenset[int],
        reading: str,
        vanishing: bool = False,
    ) -> list[_Way]:
        """The likeliest readings with one letter more, given what is known of its bytes."""
        alone, spoken = self._language.alone, spoken_as(reading)
        other_script = _OTHER_SCRIPT if self._language.is_simplified else 0.0
        found: list[tuple[float, str, _Way]] = []
        for way in ways:
            row = self._language.row(simplified((left + way.letters)[-1]))
            split = leads if not way.letters and (way.pending is None or trail is None) else None
            for letter, plain, lead in _candidates(way, trail, reading, vanishing, row):
                score = way.score + (row.get(plain) or alone(plain))
                if plain != letter:
                    score += other_script
                if split and lead not in split:
                    score += _READING_DIFFERS
                if reading and letter not in spoken.usual:
                    score += _READING_SELDOM if letter in spoken.other else _READING_DIFFERS
                found.append((score, letter, way))
        likely = [
            (score + self._language.word((left + way.letters)[-2:] + letter), letter, way)
            for score, letter, way in nlargest(2 * _BEAM, found, key=_score_of)
        ]
        return [
            _Way(score, way.letters + letter, None, None, (*way.known, _bytes_known(way, trail, reading)))
            for score, letter, way in nlargest(_BEAM, likely, key=_score_of)
        ]

    def _endings(self, ways: list[_Way], at: int, left: str, leads: frozenset[int]) -> Iterator[tuple[int, list[_Way]]]:
        """Ways to end the run at `at`, each with the place behind it."""
        text = self._text
        letter = text[at : at + 1]
        if letter and letter in LOST:
            tail = _TAIL.match(text, at + 1)
            reading = tail[1] if tail else ""
            ended = self._ended(ways, None, left, leads, reading)
            yield from ((tail.end() if tail else at + 1, ended),) if ended else ()
            return
        if "@" <= letter <= "~":
            spoken = _WHOLE.match(text, at + 1)
            ended = self._ended(ways, ord(letter), left, leads, spoken[1] if spoken else "")
            yield from ((spoken.end() if spoken else at + 1, ended),) if ended else ()
        pair = pair_of(letter) if letter > "~" else None
        if pair and 0x40 <= pair[1] < 0x7F:
            ended = [
                _Way(way.score, way.letters + chr(pair[1]), None, None, (*way.known, 2))
                for way in self._ended(ways, pair[0], left, leads, "")
            ]
            yield from ((at + 1, ended),) if ended else ()
        if not letter or letter == "\n" or letter.isascii():
            ended = [
                _Way(way.score + _LOST_UNSEEN, way.letters, None, None, way.known)
                for way in self._ended([way for way in ways if way.letters], None, left, leads, "")
            ]
            yield from ((at, ended),) if ended else ()

    def _ended(self, ways: list[_Way], trail: int | None, left: str, leads: frozenset[int], reading: str) -> list[_Way]:
        every = [*ways, *self._vanished(ways, left, leads)] if reading else ways
        known = [way for way in every if way.letters or way.pending is not None or trail is not None or reading]
        return self._grown(known, trail, left, leads, reading)


def _score_of(found: tuple[float, str, _Way]) -> float:
    return found[0]


def _candidates(
    way: _Way, trail: int | None, reading: str, vanishing: bool, row: dict[str, float]
) -> Iterable[_Candidate]:
    """Every letter that official prose could hold and the known bytes allow."""
    if way.pending is not None and trail is not None:
        letter = letter_of(way.pending, trail)
        return [(letter, simplified(letter), way.pending)] if letter else ()
    if way.pending is not None:
        return _vanishing_with_lead(way.pending) if vanishing else _with_lead(way.pending)
    if trail is not None:
        found: Iterable[_Candidate] = _with_trail(trail)
    elif vanishing:
        found = (candidate for letter in row if (candidate := _vanishing(letter)))
    else:
        found = _spoken(reading)
    if way.gap is None:
        return found
    lost = _lost_leads(way.gap)
    return [candidate for candidate in found if candidate[2] in lost]


def _candidate(letter: str | None) -> _Candidate | None:
    pair = pair_of(letter) if letter else None
    if letter is None or pair is None or not tables().is_known(simplified(letter)):
        return None
    return letter, simplified(letter), pair[0]


def _list_of(letters: Iterable[str | None]) -> tuple[_Candidate, ...]:
    return tuple(candidate for letter in letters if (candidate := _candidate(letter)))


@cache
def _with_lead(lead: int) -> tuple[_Candidate, ...]:
    return _list_of(letter_of(lead, trail) for trail in TRAILS)


@cache
def _vanishing_with_lead(lead: int) -> tuple[_Candidate, ...]:
    return _list_of(letter_of(lead, trail) for trail in TRAILS if _may_vanish(trail))


@cache
def _with_trail(trail: int) -> tuple[_Candidate, ...]:
    return _list_of(letter_of(lead, trail) for lead in LEADS)


@cache
def _spoken(reading: str) -> tuple[_Candidate, ...]:
    return _list_of(spoken_as(reading))


@cache
def _vanishing(letter: str) -> _Candidate | None:
    pair = pair_of(letter)
    return _candidate(letter) if pair and _may_vanish(pair[1]) else None


@cache
def _may_vanish(trail: int) -> bool:
    """Whether the byte and some first byte of a letter together are no letter."""
    return any(letter_of(trail, lead) is None for lead in (0x81, 0xB0, 0xD0))


@cache
def _lost_leads(gap: int) -> frozenset[int]:
    """First bytes that together with the byte before them are no letter."""
    return frozenset(lead for lead in LEADS if letter_of(gap, lead) is None)


@cache
def _split_leads(left: str, reading: str) -> frozenset[int]:
    """A pinyin that stands between the bytes of a letter tells the lost one.

    持?jǐn)?: the page took the last byte of 持 and the next byte for 謹(jǐn), D6 94; so the lost byte is 94.
    """
    pair = pair_of(left[-1:])
    if pair is None:
        return frozenset()
    letters = spoken_as(reading)
    return frozenset(found[1] for x in letters if (found := pair_of(x)) and found[0] == pair[1])


def _bytes_known(way: _Way, trail: int | None, reading: str) -> int:
    known = (way.pending is not None) + (trail is not None)
    return max(known, 1) if reading else known


def _differing(mine: str, other: str) -> Iterable[int]:
    """Places of `mine` where the other reading says something else."""
    if len(mine) == len(other):
        return (place for place, letter in enumerate(mine) if letter != other[place])
    start = _common(mine, other)
    return range(start, len(mine) - _common(mine[start:][::-1], other[start:][::-1]))


def _common(one: str, other: str) -> int:
    """How many letters two words have in common from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
