"""Two wordings word by word: what stayed, what went, what came. No screen in sight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

LIKE_ENOUGH = 0.3
"""Stretches less alike than this are shown as one replaced by the other: letter by letter they would be confetti."""

TOO_LONG = 4_000_000
"""Stretches whose lengths multiply to more are not compared letter by letter: time would grow with the square."""

_SENTENCE = re.compile(r"[^。；\n]*[。；\n]|[^。；\n]+")
_WORD = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?%?|.", re.DOTALL)


class Edit(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    edit: Edit
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """What makes `after` of `before`, in reading order.

    The pieces that are not ADDED give `before`, those that are not REMOVED give `after`. A Chinese letter counts as a
    word, so does a number or a Latin word.
    """
    old, new = _SENTENCE.findall(before), _SENTENCE.findall(after)
    pieces: list[Piece] = []
    for same, removed, added in _steps(old, new):
        pieces += _replaced("".join(removed), "".join(added)) if not same else [Piece(Edit.SAME, "".join(removed))]
    return tuple(_joined(pieces))


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag == "equal", old[i:j], new[k:m]


def _replaced(removed: str, added: str) -> list[Piece]:
    """A stretch that differs: the words in which it does."""
    if not removed or not added or len(removed) * len(added) > TOO_LONG:
        return _both(removed, added)
    old, new = _WORD.findall(removed), _WORD.findall(added)
    steps = list(_steps(old, new))
    kept = sum(len(words) for same, words, _ in steps if same)
    if 2 * kept < LIKE_ENOUGH * (len(old) + len(new)):
        return _both(removed, added)
    pieces: list[Piece] = []
    for place, (same, gone, come) in enumerate(steps):
        alone = same and len("".join(gone)) == 1 and 0 < place < len(steps) - 1
        if same and not alone:
            pieces.append(Piece(Edit.SAME, "".join(gone)))
        else:
            pieces += _both("".join(gone), "".join(come))
    return pieces


def _both(removed: str, added: str) -> list[Piece]:
    return [Piece(edit, text) for edit, text in ((Edit.REMOVED, removed), (Edit.ADDED, added)) if text]


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind become one; between two stretches that stayed, what went stands before what came."""
    removed = added = same = ""
    for edit, text in pieces:
        if edit is Edit.SAME:
            yield from _both(removed, added)
            removed = added = ""
            same += text
            continue
        if same:
            yield Piece(Edit.SAME, same)
            same = ""
        if edit is Edit.REMOVED:
            removed += text
        else:
            added += text
    yield from _both(removed, added)
    if same:
        yield Piece(Edit.SAME, same)
