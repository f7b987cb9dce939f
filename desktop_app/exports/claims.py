"""The numbers of a text with what they are said to count: whether other words still say of them what the record says.

A number proves nothing by itself: 已完成12项、未启动5项 holds the numbers of 已完成5项、未启动12项. It is looked at together with
the words of its clause, and where it stands among the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_MEASURE = "个项家份件次条处户套座台批期章节类种场名位人天日月年季周亿万元倍成"
_CHINESE = "〇零一二两三四五六七八九十百千万亿"
_NUMBER = re.compile(
    r"\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d{1,3}(?:,\d{3})+(?:\.\d+)?[%％]?|\d+(?:\.\d+)?[%％]?|"
    rf"百?分之[{_CHINESE}]+|(?<![第{_CHINESE}])[{_CHINESE}]+(?:余|多|来)?(?=[{_MEASURE}])"
)
"""Dates in one piece, Arabic numbers, shares, and Chinese numerals that a measure word follows."""

_ONE = re.compile(r"一(?=[个项批次件种类条场])")
"""一个、一批: an article more often than a count."""

_MARK = re.compile(r"[，。；、：！？,;:\s（）()]")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_WIDE = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_HOLE = "\0"

_LABEL = 6
"""A colon after more characters than these ends a clause of its own; after fewer it stands behind a label of the number."""

_THIN = 2
"""A clause of no more characters beside its numbers says nothing of them: the clause before does."""

_ALIKE = 0.6
"""Two clauses less alike than this are not taken to say the same of their number."""

_TURNING = frozenset("不未没无非否超近逾余欠缺差减增多少")
"""Words that turn what is said of a number: with one of them more or less, it is another statement."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number (`value`) at a place of a text; `frame` is its clause with a hole for each number, `turn` which one it fills."""

    value: str
    at: int
    frame: str
    turn: int
    values: tuple[str, ...]
    quote: str


def claims(text: str) -> list[Claim]:
    """Every number of `text`, in order."""
    text, found, before = text.translate(_WIDE), [], ""
    for first, last in _clauses(text):
        here = _in_clause(text, first, last, before)
        found += here
        before = here[0].frame if here else text[first:last]
    return found


def unproven(words: str, drafted: str, figures: Mapping[str, str], known: Sequence[str] = ()) -> tuple[str, ...]:
    """The clauses of `words` whose numbers neither the drafted text nor a figure bears out, as they are written.

    Args:
        words: what the officer wrote.
        drafted: what the record says in this place.
        figures: values that the whole report counts, by name.
        known: names that may hold numbers of their own: titles, periods, units.
    """
    words, drafted = words.translate(_WIDE), drafted.translate(_WIDE)
    said = claims(words)
    if not said:
        return ()
    record = claims(drafted)
    steady = _steady(words, drafted, record)
    named = [span for name in known if name for span in _spans(words, name.translate(_WIDE))]
    doubtful = [
        claim.quote
        for claim in said
        if not any(first <= claim.at < last for first, last in named)
        and not _still_said(claim, steady, record)
        and not _said_elsewhere(claim, record)
        and not _counted(claim, figures)
    ]
    return tuple(dict.fromkeys(doubtful))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between marks: not the comma of 1,200, none in brackets, no colon behind a short label."""
    numbers = [found.span() for found in _NUMBER.finditer(text)]
    first = depth = 0
    for mark in _MARK.finditer(text):
        at, sign = mark.start(), mark[0]
        if sign in "（()）":
            depth = max(depth + (1 if sign in "（(" else -1), 0)
        elif not depth and not _is_label(sign, at - first) and not any(start < at < end for start, end in numbers):
            yield first, at
            first = mark.end()
    yield first, len(text)


def _is_label(sign: str, size: int) -> bool:
    return sign in "：:" and size <= _LABEL


def _in_clause(text: str, first: int, last: int, before: str) -> list[Claim]:
    """The claims of the clause from `first` to `last`; `before` is the frame of the one before it."""
    clause = text[first:last]
    found = [each for each in _NUMBER.finditer(clause) if not _ONE.match(clause, each.start())]
    values = tuple(_plain(each[0]) for each in found)
    frame = _frame(clause, found)
    if found and len(frame) - len(found) <= _THIN:
        frame = before + frame
    return [Claim(values[turn], first + each.start(), frame, turn, values, clause) for turn, each in enumerate(found)]


def _frame(clause: str, numbers: Sequence[re.Match[str]]) -> str:
    frame, end = "", 0
    for each in numbers:
        frame, end = frame + clause[end : each.start()] + _HOLE, each.end()
    return frame + clause[end:]


def _plain(number: str) -> str:
    """One way of writing for 1,200 and 1200, 20% and 20.0%."""
    number = number.replace(",", "").replace("％", "%")
    return re.sub(r"\.0+(?=%?$)", "", number)


def _spans(text: str, name: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in re.finditer(re.escape(name), text))


def _steady(words: str, drafted: str, record: Sequence[Claim]) -> dict[int, Claim]:
    """By its place in the officer's words: the claim of the draft that stands in the same place of it, character by character."""
    at = {claim.at: claim for claim in record}
    matcher = SequenceMatcher(None, drafted, words, autojunk=False)
    return {
        block.b + offset: at[block.a + offset]
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
        if block.a + offset in at
    }


def _still_said(claim: Claim, steady: Mapping[int, Claim], record: Sequence[Claim]) -> bool:
    """The number stands where it stood, in a clause that says the same of it and is not nearer to that of another number."""
    former = steady.get(claim.at)
    if former is None or former.value != claim.value or not _same_statement(former.frame, claim.frame):
        return False
    likeness = _likeness(former.frame, claim.frame)
    return all(_likeness(each.frame, claim.frame) <= likeness for each in record if each.value != claim.value)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _same_statement(one: str, other: str) -> bool:
    """Hardly anything is different, no word that turns the statement and none that changed places; what stands in brackets
    may go.
    """
    return _much_alike(one, other) or _much_alike(_BRACKETS.sub("", one), _BRACKETS.sub("", other))


def _much_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return False
    changes = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    gone = _HOLE.join(one[op[1] : op[2]] for op in changes)
    come = "\n".join(other[op[3] : op[4]] for op in changes)
    moved = SequenceMatcher(None, gone, come, autojunk=False).find_longest_match().size > 1
    return not moved and not _TURNING.intersection(gone + come)


def _said_elsewhere(claim: Claim, record: Sequence[Claim]) -> bool:
    """The same clause stands in another place of the draft, and nowhere with other numbers."""
    alike = [each for each in record if each.frame == claim.frame]
    return bool(claim.frame.strip(_HOLE)) and bool(alike) and all(each.values == claim.values for each in alike)


def _counted(claim: Claim, figures: Mapping[str, str]) -> bool:
    """The clause names a figure of the report, no longer one of another value, and states its value."""
    named = [name for name in figures if name in claim.frame]
    longest = max(named, key=len, default="")
    return bool(longest) and len(claim.values) == 1 and _plain(figures[longest]) == claim.value
