"""Which letters a page could have held where only one byte, a pinyin, or nothing at all is left of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desktop_app.ingest.repair.gbk import LEADS, TRAILS, folded_pair, letter_of, pair_of
from desktop_app.ingest.repair.language import simplified, spoken_as, tables


@dataclass(frozen=True, slots=True)
class Candidate:
    """A letter, its simplified form, and its two bytes."""

    letter: str
    plain: str
    lead: int
    trail: int


def bytes_of(printed: str) -> tuple[int, int] | None:
    """The bytes behind a printed letter; a folded mark had those of its full-width form. None if it had no two."""
    pair = folded_pair(printed) if "!" <= printed <= "~" else pair_of(printed)
    return None if pair is None or pair[1] < 0x80 else pair


@cache
def of_bytes(lead: int, trail: int) -> tuple[Candidate, ...]:
    """The one letter of two bytes, be it seldom; none where GBK has none."""
    letter = letter_of(lead, trail)
    return (Candidate(letter, simplified(letter), lead, trail),) if letter else ()


@cache
def with_lead(lead: int) -> tuple[Candidate, ...]:
    """Every letter of official prose that begins with the byte."""
    return _known(letter_of(lead, trail) for trail in TRAILS)


@cache
def with_trail(trail: int) -> tuple[Candidate, ...]:
    """Every letter of official prose that ends with the byte."""
    return _known(letter_of(lead, trail) for lead in LEADS)


@cache
def spoken(reading: str) -> tuple[Candidate, ...]:
    """Every letter that is read so."""
    return _known(spoken_as(reading))


@cache
def vanishing_with_lead(lead: int) -> tuple[Candidate, ...]:
    """Those letters of `with_lead` whose second byte can have vanished with the first of the next letter."""
    return tuple(one for one in with_lead(lead) if lost_leads(one.trail))


def vanishing(letters: Iterable[str]) -> list[Candidate]:
    """Of these letters those whose second byte can have vanished."""
    return [one for letter in letters if (one := _single(letter)) is not None and lost_leads(one.trail)]


@cache
def lost_leads(trail: int) -> frozenset[int]:
    """First bytes that behind this byte are no letter: the pair of them is not printed."""
    return frozenset(lead for lead in LEADS if letter_of(trail, lead) is None) if trail in LEADS else frozenset()


@cache
def split_leads(left: str, reading: str) -> frozenset[int]:
    """A pinyin that stands between the bytes of a letter tells the lost one.

    持?jǐn)?: the page took the last byte of 持 and the next byte for 謹(jǐn), D6 94; so the lost byte is 94.
    """
    pair = pair_of(left[-1:])
    if pair is None:
        return frozenset()
    return frozenset(found[1] for x in spoken_as(reading) if (found := pair_of(x)) and found[0] == pair[1])


@cache
def _single(letter: str) -> Candidate | None:
    pair = pair_of(letter)
    plain = simplified(letter)
    if pair is None or pair[1] < 0x40 or not tables().is_known(plain):
        return None
    return Candidate(letter, plain, *pair)


def _known(letters: Iterable[str | None]) -> tuple[Candidate, ...]:
    return tuple(one for letter in letters if letter and (one := _single(letter)) is not None)
