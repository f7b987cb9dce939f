"""Forms that come with their tasks printed in them: which row is which task of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.merging.words import fold

_ALIKE = 0.8
"""Share of letters in common from which a row is taken for a task whose words were changed a little."""
_SHORTEST = 4
"""Letters that a title must have to be looked for inside a longer text."""


def match_rows(listed: Sequence[str], tasks: Sequence[TaskRow]) -> list[TaskRow | None]:
    """The task of each row by its words, each task once; None where no task, or more than one, is meant.

    The same words go first, then words that hold the others, then words that are nearly the same.
    """
    words = [fold(each) for each in listed]
    found: list[TaskRow | None] = [None] * len(words)
    for fits in (_same, _holds, _alike):
        left = [task for task in tasks if not any(task is each for each in found)]
        for place, said in enumerate(words):
            if found[place] is None and said:
                fitting = [task for task in left if fits(said, task)]
                if len(fitting) == 1:
                    found[place] = fitting[0]
                    left.remove(fitting[0])
    return found


def _names(task: TaskRow) -> list[str]:
    named = (
        task.title,
        task.text,
        task.number + task.title,
        task.title + task.text,
        task.number + task.title + task.text,
    )
    return [name for name in map(fold, named) if name]


def _same(said: str, task: TaskRow) -> bool:
    return said in _names(task)


def _holds(said: str, task: TaskRow) -> bool:
    title, text = fold(task.title), fold(task.text)
    return (len(title) >= _SHORTEST and title in said) or (len(said) >= 2 * _SHORTEST and said in title + text)


def _alike(said: str, task: TaskRow) -> bool:
    if len(said) < _SHORTEST:
        return False
    matcher = SequenceMatcher(None, b=said, autojunk=False)
    for name in _names(task):
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            return True
    return False
