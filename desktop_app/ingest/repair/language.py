"""How likely letters are side by side: the tables of resources/words, and the document's own text.

Only damaged documents need it: the tables are read when the first damage is found.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from typing import Any

from desktop_app.ingest.repair.gbk import LEADS, TRAILS, letter_of
from desktop_app.paths import resources

MARKS = frozenset("，。、；：（）〔〕“”《》！？—…")
_STEP, _FIRST = 0.25, ord("0")
_FOREIGN = -4.0
"""A letter, digit or line end that the tables say nothing about."""
_LOST, _WIDE = -8.0, -14.0
"""A question mark, a full-width Latin letter: official prose has next to none."""
_NEVER_SEEN = -16.0
_COMMON = -12.0
_LETTER_BACK, _MARK_BACK = math.log(0.2), math.log(0.6)
"""What is left for letters that the table does not name: a mark may stand behind any word."""
_OFFICIAL_WORD, _OWN_WORD = 2.5, 0.75
_OTHER_SCRIPT = -2.5
_HALF, _OWN_SHARE, _OWN_TRUST = math.log(0.5), 0.5, 3
_DAMAGED = re.compile(r"[?\ufffd](?:[a-z\u00e0-\u01dc]{1,6}[)）])?[^\n()（）?\ufffd]*")
"""What stands behind a lost byte, as far as it may be shifted: not learnt from."""


class Tables:
    """The levels of resources/words/pairs.txt, a line for each letter."""

    def __init__(self) -> None:
        lines = (resources() / "words" / "pairs.txt").read_text(encoding="utf-8").splitlines()
        self._rows = {line[0]: line[2:] for line in lines}
        self._single = {line[0]: _logarithm(line[1]) for line in lines}

    def single(self, letter: str) -> float:
        """Natural logarithm of the share of a letter among letters."""
        return self._single.get(letter, _NEVER_SEEN)

    def is_known(self, letter: str) -> bool:
        """Whether official prose could hold the letter at all."""
        return letter in self._single

    def letters_from(self, level: float) -> str:
        """Every letter whose logarithm is not below `level`."""
        return "".join(letter for letter, known in self._single.items() if known >= level)

    def row(self, letter: str) -> dict[str, float]:
        """What is known to follow a letter, with natural logarithms."""
        row = self._rows.get(letter, "")
        return {other: _logarithm(level) for other, level in zip(row[::2], row[1::2], strict=True)}


def _logarithm(level: str) -> float:
    return -_STEP * (ord(level) - _FIRST)


@cache
def tables() -> Tables:
    """The tables, read once."""
    return Tables()


def _threes(text: str) -> Iterator[str]:
    return ("".join(three) for three in zip(text, text[1:], text[2:], strict=False))


@cache
def official_threes() -> frozenset[str]:
    """Three letters in a row of the words that official prose uses everywhere."""
    words = (resources() / "words" / "official.txt").read_text(encoding="utf-8").split()
    return frozenset(three for word in words for three in _threes(word))


@dataclass(frozen=True, slots=True)
class Spoken:
    """The letters of a syllable: those that are usually read so, and those that may be."""

    usual: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[str]:
        return chain(self.usual, self.other)


@cache
def readings() -> dict[str, Spoken]:
    """Which letters are read so, with the tone: zé -> 则, 責, 责, 择 …."""
    found = {}
    for line in (resources() / "words" / "readings.txt").read_text(encoding="utf-8").splitlines():
        syllable, letters = line.split(" ")
        usual, other = letters.split("|")
        found[syllable] = Spoken(frozenset(usual), frozenset(other))
    return found


def spoken_as(syllable: str) -> Spoken:
    """The letters that are read so; none for an unknown syllable."""
    return readings().get(syllable, Spoken())


@cache
def _simple_letters() -> dict[str, str]:
    """Every traditional letter of GBK and its simplified form."""
    letters = [letter for lead in LEADS for trail in TRAILS if (letter := letter_of(lead, trail))]
    simple = str(_converter().convert("\n".join(letters))).split("\n")
    return {old: new for old, new in zip(letters, simple, strict=True) if old != new and len(new) == 1}


def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """Letter by letter, for comparing: no words are looked at."""
    return text.translate(_letter_table())


@cache
def _letter_table() -> dict[int, str]:
    return str.maketrans(_simple_letters())


@cache
def seldom_letters() -> re.Pattern[str]:
    """Two letters within a few that official prose hardly ever prints, as misread bytes give them by the dozen."""
    old = "".join(old for old, new in _simple_letters().items() if tables().single(new) >= _COMMON)
    common = tables().letters_from(_COMMON) + old
    seldom = f"[^{re.escape(common)}\u0000-\u303f\uff00-\uffff\U00010000-\U0010ffff]"
    return re.compile(f"{seldom}(?=[^\n]{{0,2}}{seldom})")


class Language:
    """The likelihood of letters in this document, in natural logarithms; letters are taken in simplified form."""

    def __init__(self, text: str) -> None:
        """`text` is the document without pinyin; what stands behind question marks is not learnt from."""
        self._tables = tables()
        sound = _DAMAGED.sub("\n", text)
        own = simplified(sound)
        self._singles = Counter(own)
        self._followers: dict[str, dict[str, int]] = {}
        for (one, other), times in Counter(pairwise(own)).items():
            self._followers.setdefault(one, {})[other] = times
        self._own_threes = {three for three, times in Counter(_threes(own)).items() if times > 1}
        self._rows: dict[str, dict[str, float]] = {}
        self._alone: dict[str, float] = {}
        self._official = official_threes()
        is_simplified = sum(a != b for a, b in zip(sound, own, strict=True)) < 0.01 * len(own)
        self.other_script = _OTHER_SCRIPT if is_simplified else 0.0
        """What is taken from a traditional letter: next to nothing in a document that is printed in them."""

    def row(self, one: str) -> dict[str, float]:
        """What is likely behind `one`; for a letter that is not in it take `alone`."""
        if one not in self._rows:
            self._rows[one] = self._reckon(one)
        return self._rows[one]

    def _reckon(self, one: str) -> dict[str, float]:
        row = {other: known + _HALF for other, known in self._tables.row(one).items()}
        times = self._singles[one] + _OWN_TRUST
        for other, count in self._followers.get(one, {}).items():
            if _is_prose(other):
                general = row.get(other, self.alone(other))
                row[other] = math.log(math.exp(general) + _OWN_SHARE * count / times)
        return row

    def alone(self, letter: str) -> float:
        """How likely a letter is behind one that it is not known to follow."""
        found = self._alone.get(letter)
        if found is None:
            found = self._alone[letter] = self._reckon_alone(letter)
        return found

    def _reckon_alone(self, letter: str) -> float:
        if not _is_prose(letter):
            return _WIDE if letter > "\uff00" else _LOST if letter in "?\ufffd" else _FOREIGN
        back = _MARK_BACK if letter in MARKS else _LETTER_BACK
        return _HALF + back + self._tables.single(letter)

    def follows(self, one: str, other: str) -> float:
        """How well `other` stands behind `one`."""
        plain = simplified(other)
        return self.row(simplified(one)).get(plain) or self.alone(plain)

    def goes_with(self, one: str, other: str) -> bool:
        """Whether two letters are known to stand side by side; a mark may stand beside any letter."""
        return other in self.row(one) or one in MARKS or other in MARKS

    def word(self, three: str) -> float:
        """What it adds when three simplified letters are part of an official word, or come back in the text: 社保卡."""
        if three in self._official:
            return _OFFICIAL_WORD
        return _OWN_WORD if three in self._own_threes else 0.0


def _is_prose(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or letter in MARKS
