"""GBK text that a page read one byte off: undone by putting the bytes back and pairing them again.

A full stop before a bracket is A1A3 A1B2. Read one byte late that is A1 | A3A1 | B2..: a lone byte, ！, 藏. Lone bytes
became `?`, marks were folded to half width, letters of the private area vanished. So `?!藏?zé)任單位` is 。〔責任單位: the
pinyin names the letter whose last byte swallowed its bracket. Several letters may fit the bytes that are left; they are
ranked by the pinyin, by the pairs of letters that the document itself prints, and by a list of official words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from desktop_app.ingest.repair.edits import Edit
from desktop_app.ingest.repair.pinyin import SYLLABLE, find_pinyin, letters_by_pinyin
from desktop_app.ingest.repair.vocabulary import WORDS

_TAIL = re.compile(rf"({SYLLABLE})[)）]")
_WHOLE_PINYIN = re.compile(rf"[(（]({SYLLABLE})[)）]")
_FOLDED = {mark: 0xA380 + ord(mark) for mark in "!,;:()?"}
_MARKS = "。，、；：“”（）〔〕《》！？—…"
_LONGEST_RUN = 24
_MOST_VANISHED = 2
_BEAM = 12
_MOST_ALIKE = 3
_VANISHED_LEADS = frozenset([*range(0xAA, 0xB0), *range(0xF8, 0xFF)])
# Weights, in units of the logarithm of a count: a reading that agrees outweighs any pair of letters.
_READING_AGREES, _READING_DIFFERS, _VANISHED, _WORD = 6.0, -6.0, -1.0, 2.5
# A mark may stand beside any letter; two letters that never meet in the document seldom belong together.
_PAIR_UNKNOWN, _PAIR_WITH_MARK = -2.0, -0.8
_GOOD_ENOUGH = 0.35


@dataclass(frozen=True, slots=True)
class _Token:
    """Bytes of a printed letter: None is a byte that was lost; `reading` is the pinyin printed behind it."""

    bytes: tuple[int | None, ...]
    end: int
    reading: str = ""
    closes: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    """A letter to find: its two bytes as far as they are known, and its reading if the page printed one."""

    lead: int | None
    trail: int | None
    reading: str
    vanished_trail: bool = False


class _Model:
    """What the document and the word list make likely."""

    def __init__(self, text: str) -> None:
        clean = _without_pinyin(text)
        self.readings = letters_by_pinyin(text)
        self._pairs = Counter(pairwise(clean))
        letters = Counter(clean)
        self._words = _words_like(clean)
        for word in self._words:
            letters.update(letter for letter in word if letter not in letters)
        self._by_lead: dict[int, list[str]] = {}
        self._by_trail: dict[int, list[str]] = {}
        for letter in {*letters, *_MARKS}:
            pair = _pair_of(letter)
            if pair:
                self._by_lead.setdefault(pair[0], []).append(letter)
                self._by_trail.setdefault(pair[1], []).append(letter)
        self._word_pairs = Counter(pair for word in self._words for pair in pairwise(word))

    def candidates(self, cell: _Cell) -> list[str]:
        """The letters that the known bytes of a cell allow."""
        if cell.lead is not None and cell.trail is not None:
            letter = _letter(cell.lead, cell.trail)
            return [letter] if letter else []
        if cell.lead is not None:
            found = self._by_lead.get(cell.lead, [])
            return [x for x in found if not cell.vanished_trail or (_pair_of(x) or (0, 0))[1] in _VANISHED_LEADS]
        if cell.trail is not None:
            return self._by_trail.get(cell.trail, [])
        if cell.vanished_trail:
            return []
        return list(self.readings.get(cell.reading, ()))

    def score_pair(self, one: str, other: str) -> float:
        """How well one letter follows another."""
        count = self._pairs[one, other]
        unknown = _PAIR_WITH_MARK if one in _MARKS or other in _MARKS else _PAIR_UNKNOWN
        known = math.log1p(count) if count else unknown
        return max(known, _WORD) if self._word_pairs[one, other] else known

    def score_reading(self, letter: str, reading: str) -> float:
        """Whether the document prints this letter with this pinyin."""
        if not reading or reading not in self.readings:
            return 0.0
        return _READING_AGREES if letter in self.readings[reading] else _READING_DIFFERS


def find_shifted(text: str) -> list[Edit]:
    """Runs of shifted bytes and what they must have said.

    Looked for only in pages that print pinyin behind letters: question marks elsewhere are question marks.
    """
    if "?" not in text or not find_pinyin(text):
        return []
    model = _Model(text)
    known: dict[str, tuple[int, str] | None] = {}
    edits: list[Edit] = []
    at = 0
    while (place := text.find("?", at)) >= 0:
        key = text[place : place + 2 * _LONGEST_RUN].split("\n")[0][:12]
        if key not in known:
            known[key] = _restore(text, place, model)
        found = known[key]
        if found is None:
            at = place + 1
            continue
        length, letters = found
        edits.append(Edit(place, place + length, letters, f"乱码“{text[place : place + length]}”已复原为“{letters}”"))
        at = place + length
    return _quieter(edits)


def _quieter(edits: Sequence[Edit]) -> list[Edit]:
    """The same damage many times over is summed up instead of told each time."""
    times = Counter(edit.said for edit in edits)
    return [Edit(edit.start, edit.end, edit.new) if times[edit.said] > _MOST_ALIKE else edit for edit in edits]


def _restore(text: str, place: int, model: _Model) -> tuple[int, str] | None:
    """Length of the damaged run at `place` and its letters; None when nothing likely fits."""
    left = _letter_before(text, place)
    best: tuple[float, int, str] | None = None
    tokens: list[_Token] = []
    for token in _tokens(text, place):
        tokens.append(token)
        if not token.closes or len(tokens) < 2:
            continue
        right = text[token.end : token.end + 1]
        for cells in _cells(tokens):
            found = _best_letters(cells, left, right, model)
            if found is not None and (best is None or found[0] > best[0]):
                best = (found[0], token.end - place, found[1])
    if best is None or best[0] < _GOOD_ENOUGH:
        return None
    return best[1], best[2]


def _tokens(text: str, place: int) -> Iterator[_Token]:
    """The printed letters from `place` on as bytes, as long as they can belong to one run."""
    at = place
    for _ in range(_LONGEST_RUN):
        letter = text[at : at + 1]
        if letter == "?":
            tail = _TAIL.match(text, at + 1)
            end = tail.end() if tail else at + 1
            follows_lost = text[at - 1 : at] == "?" and text[at - 2 : at - 1] == "?"
            if text[at - 1 : at] == "?" and text[at + 1 : at + 2] == "?":
                yield _Token((0xA3, 0xBF), end)
            else:
                yield _Token((None,), end, tail[1] if tail else "", closes=tail is not None or follows_lost)
        elif letter in _FOLDED:
            yield _Token(divmod(_FOLDED[letter], 256), at + 1)
            end = at + 1
        elif letter.isascii() and letter.isalpha():
            pinyin = _WHOLE_PINYIN.match(text, at + 1)
            yield _Token((ord(letter),), at + 1, pinyin[1] if pinyin else "", closes=True)
            return
        else:
            pair = _pair_of(letter)
            if pair is None:
                return
            yield _Token(pair, at + 1)
            end = at + 1
        at = end


def _cells(tokens: Sequence[_Token]) -> Iterator[list[_Cell]]:
    """Ways to pair the bytes again, with up to two vanished letters between the printed ones."""
    if sum(len(token.bytes) for token in tokens) % 2:
        return
    yield _paired(tokens, frozenset())
    inner = range(1, len(tokens))
    for count in range(1, _MOST_VANISHED + 1):
        for gaps in combinations(inner, count):
            yield _paired(tokens, frozenset(gaps))


def _paired(tokens: Sequence[_Token], gaps: frozenset[int]) -> list[_Cell]:
    stream: list[tuple[int | None, str, bool]] = []
    for index, token in enumerate(tokens):
        if index in gaps:
            stream += [(None, "", True), (None, "", False)]
        stream += [(byte, token.reading, False) for byte in token.bytes]
    cells = []
    for lead, trail in zip(stream[0::2], stream[1::2], strict=True):
        cells.append(_Cell(lead[0], trail[0], trail[1] or lead[1], trail[2]))
    return cells


def _best_letters(cells: Sequence[_Cell], left: str, right: str, model: _Model) -> tuple[float, str] | None:
    """The likeliest letters for the cells and their mean score, by a beam from left to right."""
    beam: list[tuple[float, str]] = [(0.0, left)]
    for cell in cells:
        vanished = _VANISHED if cell.vanished_trail else 0.0
        grown = [
            (
                score + model.score_pair(letters[-1:], letter) + model.score_reading(letter, cell.reading) + vanished,
                letters + letter,
            )
            for letter in model.candidates(cell)
            for score, letters in beam
        ]
        if not grown:
            return None
        beam = sorted(grown, reverse=True)[:_BEAM]
    score, letters = max((score + model.score_pair(letters[-1], right), letters) for score, letters in beam)
    return score / (len(cells) + 1), letters[len(left) :]


def _letter_before(text: str, place: int) -> str:
    head = text[max(place - 12, 0) : place]
    bare = re.sub(rf"[(（]{SYLLABLE}[)）]$", "", head)
    return bare[-1:] or "\n"


def _without_pinyin(text: str) -> str:
    pieces, at = [], 0
    for edit in sorted(find_pinyin(text), key=lambda edit: edit.start):
        pieces.append(text[at : edit.start])
        at = edit.end
    return "".join([*pieces, text[at:]])


@cache
def _pair_of(letter: str) -> tuple[int, int] | None:
    try:
        encoded = letter.encode("gbk")
    except UnicodeEncodeError:
        return None
    return (encoded[0], encoded[1]) if len(encoded) == 2 else None


def _letter(lead: int, trail: int) -> str | None:
    try:
        letter = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    return letter if len(letter) == 1 else None


def _words_like(text: str) -> list[str]:
    """The word list in the script of the text."""
    words = WORDS.split()
    if "為" not in text and "務" not in text:
        return words
    import opencc

    return str(opencc.OpenCC("s2t").convert("\n".join(words))).split("\n")
