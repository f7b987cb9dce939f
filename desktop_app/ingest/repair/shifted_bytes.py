"""GBK text that was read one byte off: undone by putting the bytes back and pairing them again.

    資源?！藏?zé)任單位       ->  資源。〔責任單位     A1 A3·A1 B2·D8 9F read as A1 ? | A3 A1 ！| B2 D8 藏 | 9F ?
    應用?；就瓿呻娮诱?wù)外網  ->  應用。基本完成電子政務外網     two pairs of bytes that stand for no letter have vanished
    燃?xì)庵悄鼙O(jiān)管       ->  燃氣智能監管         the pinyin was put between the two bytes of 氣
    工作?捕鹑蔚ノ唬骸           ->  工作。〔责任单位：     no pinyin: the language alone decides

A page that replaces marks and letters in GBK byte by byte also hits the last byte of one letter and the first of the
next; what follows is read one byte off until an ASCII byte or a second lost byte. Lost bytes are printed as ? or �, or
not at all; full-width marks may since have been folded to half width. What cannot be known becomes □.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop_app.ingest.repair.edits import Edit, apply
from desktop_app.ingest.repair.label_remains import with_labels
from desktop_app.ingest.repair.language import Language, seldom_letters
from desktop_app.ingest.repair.pinyin import SYLLABLE, find_pinyin
from desktop_app.ingest.repair.shifted_search import LOST, UNKNOWN, Run, Search

_MOST_ALIKE = 3
_MOST_SEARCHES = 1000
"""Different places looked at in one document; a hostile one could hold a million."""
_LEAST, _LEAST_GAIN = 4, 14.0
_KEY = 24
_BACK = 6
_LOST = re.compile(r"\ufffd|(?<![A-Za-z0-9/.])\?|\?(?![A-Za-z0-9&=%])")
"""What may be a lost byte: the question mark of an address, a?b=1, is none."""
_BRACKETED = re.compile(rf"[(（]{SYLLABLE}[)）]")
_ORPHAN = re.compile(rf"[{LOST}]{SYLLABLE}[)）]")
_NO_LETTER = re.compile("\ufffd+")
_LOST_PAIR = re.compile(r"(?<=[\u4e00-\u9fff》”）〕)])\?\?(?!\?)")
"""Both bytes of one letter; official prose asks no question twice."""


def find_shifted(text: str) -> list[Edit]:
    """Runs of shifted bytes and what they must have said; a text without any sign of them is not searched."""
    marked = "?" in text or "\ufffd" in text
    strange = [match.start() for match in seldom_letters().finditer(text)]
    if not marked and not strange:
        return []
    finder = _Finder(text)
    edits = finder.from_lost_bytes() if marked else []
    edits += finder.from_strange_letters(strange, edits)
    edits += list(_unknown(text, edits))
    return _quieter(with_labels(text, sorted(edits, key=lambda edit: edit.start)))


class _Finder:
    """Tries the places of one document and remembers what it has seen: the same damage comes back many times."""

    def __init__(self, text: str) -> None:
        self._text = text
        pinyin = find_pinyin(text)
        self._search = Search(text, Language(apply(text, sorted(pinyin, key=lambda edit: edit.start))), bool(pinyin))
        self._known: dict[tuple[str, str, bool], Run | None] = {}

    def from_lost_bytes(self) -> list[Edit]:
        """Runs that begin with a printed sign of a lost byte."""
        edits: list[Edit] = []
        done = 0
        for match in _LOST.finditer(self._text):
            run = self._run(match.start(), True) if match.start() >= done else None
            if run is not None:
                edits.append(self._edit(match.start(), run))
                done = match.start() + run.length
        return edits

    def from_strange_letters(self, strange: Sequence[int], taken: Sequence[Edit]) -> list[Edit]:
        """Runs whose first byte left no trace: looked for before letters that hardly ever stand together."""
        orphans = [match.start() for match in _ORPHAN.finditer(self._text)]
        edits: list[Edit] = []
        closed = _Taken(taken)
        done = 0
        for place in sorted({*strange, *orphans}):
            if place < done or closed.holds(place):
                continue
            starts = (start for start in range(max(place - _BACK, done, 0), place + 1) if not closed.holds(start))
            runs = [(start, run) for start in starts if (run := self._run(start, False))]
            runs = [
                (start, run)
                for start, run in runs
                if start + run.length > place
                and _is_plain_damage(run)
                and not closed.hold_any(start, start + run.length)
            ]
            if runs:
                start, run = max(runs, key=lambda found: found[1].gain)
                edits.append(self._edit(start, run))
                done = start + run.length
        return edits

    def _run(self, place: int, seen: bool) -> Run | None:
        left = _letters_before(self._text, place)
        key = (left, self._text[place : place + _KEY], seen)
        if key in self._known:
            run = self._known[key]
            if run is None or run.length < _KEY:
                return run
        if len(self._known) >= _MOST_SEARCHES:
            return None
        run = self._known[key] = self._search.run_at(place, left, seen)
        return run

    def _edit(self, place: int, run: Run) -> Edit:
        printed = self._text[place : place + run.length]
        said = f"乱码“{printed}”已复原为“{run.letters}”"
        return Edit(place, place + run.length, run.letters, said + ("，□处无法辨认" if UNKNOWN in run.letters else ""))


def _is_plain_damage(run: Run) -> bool:
    """Whether a run without a printed sign is more than a few seldom letters: names may hold those."""
    return run.length >= _LEAST and run.gain >= _LEAST_GAIN and 3 * run.letters.count(UNKNOWN) <= len(run.letters)


class _Taken:
    """Places that edits already cover."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._places = frozenset(place for edit in edits for place in range(edit.start, edit.end))

    def holds(self, place: int) -> bool:
        return place in self._places

    def hold_any(self, start: int, end: int) -> bool:
        return any(place in self._places for place in range(start, end))


def _unknown(text: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    """What no reading explains: a letter that the page itself could not print is □, never a guess."""
    taken = _Taken(edits)
    for pattern in (_ORPHAN, _NO_LETTER, _LOST_PAIR):
        for match in pattern.finditer(text):
            if not taken.holds(match.start()):
                yield Edit(match.start(), match.end(), UNKNOWN, f"“{match[0]}”处文字无法辨认，暂记为□")


def _quieter(edits: Sequence[Edit]) -> list[Edit]:
    """The same damage many times over is summed up instead of told each time; what is unknown is always told."""
    times = Counter(edit.said for edit in edits)
    return [
        Edit(edit.start, edit.end, edit.new) if times[edit.said] > _MOST_ALIKE and UNKNOWN not in edit.new else edit
        for edit in edits
    ]


def _letters_before(text: str, place: int) -> str:
    """The two letters that stand before a place, without their pinyin."""
    bare = "\n" + _BRACKETED.sub("", text[max(place - 20, 0) : place])
    return bare[-2:]
