"""Where the words of a search stand in a task: in its title, or in a stretch of its text, units or papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.domain.plan import Span

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow

_BEFORE = 6
"""How many characters of an excerpt stand before the hit."""
_LENGTH = 40


def hits(text: str, words: Sequence[str]) -> list[Span]:
    """The stretches of `text` that are one of `words`, whatever their case."""
    pattern = _pattern(tuple(words))
    return [Span(*found.span()) for found in pattern.finditer(text)] if pattern else []


def excerpt(row: TaskRow, words: Sequence[str]) -> str:
    """The first stretch of the record that holds one of `words`, with a little around it; "" when there is none."""
    pattern = _pattern(tuple(words))
    if pattern is None:
        return ""
    for text in _record(row):
        found = pattern.search(text)
        if found:
            start = max(found.start() - _BEFORE, 0)
            flat = " ".join(text[start : start + _LENGTH].split())
            return ("…" if start else "") + flat + ("…" if start + _LENGTH < len(text) else "")
    return ""


def _record(row: TaskRow) -> Iterator[str]:
    yield row.text
    if row.latest is not None:
        yield from (row.latest.text, row.latest.problems, row.latest.next_step)
    yield "、".join(a.name for a in row.assignments)
    yield "、".join(row.evidence_names)
    yield row.path


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    wanted = [re.escape(word) for word in sorted(words, key=len, reverse=True) if word]
    return re.compile("|".join(wanted), re.IGNORECASE) if wanted else None
