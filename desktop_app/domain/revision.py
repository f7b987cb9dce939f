"""A new version of a plan against the stored one: which task became which, by wording, title, number and place.

Pure comparison: it knows nothing of what was recorded and stores nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from desktop_app.domain.differences import Piece
from desktop_app.domain.task import Status

GRAM = 4
"""Letters that two wordings must share in a row to be looked at together."""

COMMON_GRAM = 24
"""A run of letters that more items share than this says nothing about which is which."""

SHORTLIST = 6
"""How many of the old items a new one is weighed against for its wording."""

ACCEPTED = 0.44
"""Pairs that score less are two different tasks; the same title in the same place is just enough."""

_NUMBER = re.compile(
    r"\s*(?:第[零一二三四五六七八九十百\d]+[条章节项]|[（(][零一二三四五六七八九十百\d]+[)）]"
    r"|[零一二三四五六七八九十百]+、|\d+(?:\.\d+)*[.．、)）]?|[①-⑳㈠-㈩])[ 　\t]*"
)


@dataclass(frozen=True)
class Item:
    """A task, heading or part of one version. `path` is the place above it, equal for equal places of both versions;
    `wording` is what is printed, the number left out.
    """

    key: int | str
    number: str
    title: str
    wording: str
    path: Hashable = ()

    @cached_property
    def plain(self) -> str:
        """The wording without what two prints of one text may differ in: spaces and widths."""
        return plain(self.wording)

    @cached_property
    def plain_title(self) -> str:
        """The title in the same form."""
        return plain(self.title)

    @cached_property
    def pairs(self) -> Counter[str]:
        """The pairs of letters, counted: what likeness is measured by."""
        return _letter_pairs(self.plain)

    @cached_property
    def grams(self) -> tuple[str, ...]:
        """The runs of letters that lead from one version to the other, each once."""
        text = self.plain
        return tuple(dict.fromkeys(text[i : i + GRAM] for i in range(max(len(text) - GRAM + 1, 1))))


@dataclass(frozen=True, slots=True)
class Pair:
    """An item of the old version and what became of it; one of the two is None for what went or came."""

    old: Item | None
    new: Item | None

    @property
    def changed(self) -> bool:
        """Whether the wording differs in more than spaces and widths."""
        return self.old is not None and self.new is not None and self.old.plain != self.new.plain

    @property
    def moved(self) -> bool:
        """Whether it stands under another heading now."""
        return self.old is not None and self.new is not None and self.old.path != self.new.path


def plain(text: str) -> str:
    """The text in half-width forms and without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def without_number(printed: str, number: str) -> str:
    """What is printed of an item, the number before it left out: items are renumbered without being changed."""
    text = printed.strip()
    if not number:
        return text
    if text.startswith(number):
        return text[len(number) :].strip()
    return _NUMBER.sub("", text, count=1).strip() if _NUMBER.match(text) else text


def match(old: Sequence[Item], new: Sequence[Item]) -> list[Pair]:
    """Every item of both versions once: pairs and what is new in the order of `new`, then what is gone in that of `old`.

    The same wording finds itself first, wherever it stands; what is left is weighed by likeness, title, number and place.
    Time grows with the number of items, not with its square.
    """
    found = _same_wording(old, new)
    rest_old = [item for item in old if item.key not in set(found.values())]
    rest_new = [item for item in new if item.key not in found]
    found |= _alike(rest_old, rest_new)
    by_key = {item.key: item for item in old}
    taken = set(found.values())
    pairs = [Pair(by_key[found[item.key]] if item.key in found else None, item) for item in new]
    return pairs + [Pair(item, None) for item in old if item.key not in taken]


Found = dict[int | str, int | str]
"""The key of the old item by that of the new one."""


def _same_wording(old: Sequence[Item], new: Sequence[Item]) -> Found:
    by_text: dict[str, list[Item]] = defaultdict(list)
    for item in old:
        by_text[item.plain].append(item)
    found: Found = {}
    # Where one wording stands several times, each looks for its own place before it takes another's.
    for closeness in _CLOSENESS:
        for item in new:
            twins = by_text.get(item.plain)
            if twins and item.key not in found:
                twin = next((other for other in twins if closeness(other, item)), None)
                if twin is not None:
                    twins.remove(twin)
                    found[item.key] = twin.key
    return found


_CLOSENESS: tuple[Callable[[Item, Item], bool], ...] = (
    lambda one, other: one.path == other.path and one.number == other.number,
    lambda one, other: one.path == other.path,
    lambda one, other: True,
)


def _alike(old: Sequence[Item], new: Sequence[Item]) -> Found:
    places = {item.key: place for place, item in enumerate((*old, *new))}
    weighed = [(score(a, b), a, b) for b, a in _candidates(old, new)]
    weighed = [entry for entry in weighed if entry[0] >= ACCEPTED]
    weighed.sort(key=lambda entry: (-entry[0], places[entry[2].key], places[entry[1].key]))
    found: Found = {}
    taken: set[int | str] = set()
    for _, a, b in weighed:
        if b.key not in found and a.key not in taken:
            found[b.key] = a.key
            taken.add(a.key)
    return found


def _candidates(old: Sequence[Item], new: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """The pairs worth weighing: those that share rare runs of letters, a title, or a number in one place."""
    by_gram = _index(old, lambda item: item.grams)
    by_title = _index(old, lambda item: [item.plain_title] if item.plain_title else [])
    by_place = _index(old, lambda item: [(item.path, item.number)])
    for item in new:
        votes: Counter[int] = Counter()
        for gram in item.grams:
            places = by_gram.get(gram, ())
            if len(places) <= COMMON_GRAM:
                votes.update(places)
        chosen = [place for place, _ in votes.most_common(SHORTLIST)]
        chosen += by_title.get(item.plain_title, [])[:SHORTLIST]
        chosen += by_place.get((item.path, item.number), [])[:SHORTLIST]
        yield from ((item, old[place]) for place in dict.fromkeys(chosen))


def _index(items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    index: dict[Hashable, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        for key in keys(item):
            index[key].append(place)
    return index


def score(old: Item, new: Item) -> float:
    """How likely two items are one, 0 to 1: mostly by wording, then title, then number and heading."""
    wording = _likeness(old.pairs, new.pairs)
    place = 0.5 * (old.path == new.path) + 0.5 * (old.number == new.number and bool(new.number))
    if not old.plain_title or not new.plain_title:
        return 0.85 * wording + 0.15 * place
    return 0.55 * wording + 0.3 * _title_likeness(old, new) + 0.15 * place


def _title_likeness(old: Item, new: Item) -> float:
    if old.plain_title == new.plain_title:
        return 1.0
    return _likeness(_letter_pairs(old.plain_title), _letter_pairs(new.plain_title))


def _letter_pairs(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(text))) or Counter([text])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of letter pairs that both have (Dice's coefficient)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


class Change(StrEnum):
    """What a newer version did to a task."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    MOVED = "moved"
    BACK = "back"
    """Left out by an earlier version, and there again."""

    @property
    def label(self) -> str:
        """The change as screens print it."""
        return {"new": "新增", "changed": "变更", "gone": "删除", "moved": "移动", "back": "恢复"}[self.value]


@dataclass(frozen=True, slots=True)
class RevisedTask:
    """A task that a newer version changes. `task` is the id of the stored one, None for a new one.

    `before` and `after` are what is printed, numbers left out; `pieces` is the difference word by word, empty where
    nothing changed. `old_path` is where it stood before, "" when it did not move. `status` is what it has now.
    """

    change: Change
    task: int | None
    number: str
    title: str
    path: str
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()
    old_number: str = ""
    old_path: str = ""
    status: Status | None = None

    @property
    def asks(self) -> bool:
        """Whether the officer decides if the task stays closed: it is closed and its wording changed."""
        return self.change is Change.CHANGED and self.status is Status.CLOSED
