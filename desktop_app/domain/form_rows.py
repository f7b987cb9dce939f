"""Forms that come with their tasks printed in them: which row is which task of the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.merging.words import fold

_ALIKE = 0.8
"""Share of letters in common from which a row is taken for a task whose words were changed a little."""
_SHORTEST = 4
"""Letters that a title must have to be looked for inside a longer text; the words of a row must have twice as many."""
_COMMON = 200
"""Pairs of letters that more tasks hold tell none of them apart."""
_COMPARED = 20
"""So many tasks, those with most pairs of letters in common, are compared with a row letter by letter."""


def match_rows(listed: Sequence[str], tasks: Sequence[TaskRow]) -> list[TaskRow | None]:
    """The task of each row by its words, each task once; None where no task, or more than one, is meant.

    The same words go first, then words that hold the others, then words that are nearly the same.
    """
    words = [fold(each) for each in listed]
    said = [_Words.of(task) for task in tasks]
    found: list[int | None] = [None] * len(words)
    left = dict.fromkeys(range(len(tasks)))
    for search in (_same, _holding, _alike):
        fitting = search(said, left, [text for text, at in zip(words, found, strict=True) if at is None])
        for place, text in enumerate(words):
            if found[place] is None and text:
                fits = [at for at in fitting(text) if at in left]
                if len(fits) == 1:
                    found[place] = fits[0]
                    del left[fits[0]]
    return [None if at is None else tasks[at] for at in found]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a row may print of one task, folded."""

    title: str
    text: str
    names: Sequence[str]

    @classmethod
    def of(cls, task: TaskRow) -> _Words:
        number, title, text = fold(task.number), fold(task.title), fold(task.text)
        named = (title, text, number + title, title + text, number + title + text)
        return cls(title, text, tuple(dict.fromkeys(filter(None, named))))


_Fitting = Callable[[str], Iterable[int]]
"""The tasks that the words of a row fit, by their places; those that were found already may be among them."""


def _same(said: Sequence[_Words], left: Collection[int], rows: Sequence[str]) -> _Fitting:
    by_name: dict[str, list[int]] = defaultdict(list)
    for at in left:
        for name in said[at].names:
            by_name[name].append(at)
    return lambda text: by_name.get(text, ())


def _holding(said: Sequence[_Words], left: Collection[int], rows: Sequence[str]) -> _Fitting:
    by_title: dict[str, list[int]] = defaultdict(list)
    for at in left:
        by_title[said[at].title].append(at)
    titles = _Finder(by_title, _SHORTEST)
    holders: dict[str, list[int]] = defaultdict(list)
    parts = _Finder(rows, 2 * _SHORTEST)
    for at in left:
        for row in parts.within(said[at].title + said[at].text):
            holders[row].append(at)

    def fitting(text: str) -> Iterable[int]:
        return {at for title in titles.within(text) for at in by_title[title]}.union(holders.get(text, ()))

    return fitting


class _Finder:
    """Finds which of many words stand in a text, going through the text once: by their beginning, then whole."""

    def __init__(self, words: Iterable[str], shortest: int) -> None:
        self._shortest = shortest
        self._words = {word for word in words if len(word) >= shortest}
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for word in self._words:
            self._lengths[word[:shortest]].add(len(word))

    def within(self, text: str) -> set[str]:
        """Those of the words, `shortest` letters or more, that the text holds."""
        if not self._words:
            return set()
        starts = (text[at : at + self._shortest] for at in range(len(text) - self._shortest + 1))
        found = (
            text[at : at + length]
            for at, start in enumerate(starts)
            for length in self._lengths.get(start, ())
        )  # fmt: skip
        return {word for word in found if word in self._words}


def _alike(said: Sequence[_Words], left: Collection[int], rows: Sequence[str]) -> _Fitting:
    by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in left:
        for pair in {pair for name in said[at].names for pair in pairwise(name)}:
            by_pair[pair].append(at)

    def fitting(text: str) -> Iterable[int]:
        if len(text) < _SHORTEST:
            return ()
        listed = (by_pair.get(pair, ()) for pair in set(pairwise(text)))
        shared = Counter(at for each in listed if len(each) <= _COMMON for at in each)
        matcher = SequenceMatcher(None, b=text, autojunk=False)
        return [at for at, _ in shared.most_common(_COMPARED) if _is_alike(matcher, said[at].names)]

    return fitting


def _is_alike(matcher: SequenceMatcher[str], names: Iterable[str]) -> bool:
    for name in names:
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            return True
    return False
