"""Lines of a layout joined to paragraphs: what stood on two lines because the paper ended is one text again."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(r"[。！？；：:;!?…][”’）)」』]*$")
_WORD = re.compile(r"[A-Za-z]{2,}[,.;:)]?$")
_WORD_BEGINS = re.compile(r"[A-Za-z]{2,}")
_HYPHENATED = re.compile(r"[a-z]{2,}[-\u00ad\u2010]$")
_TOKEN = re.compile(
    r"(?:[“‘（〔【《〈(\[]*(?:[A-Za-z0-9.,%+\-‰℃/]+|.))[，。、；：？！”’）〕】》〉,.;:?!)\]%‰…—]*", re.DOTALL
)
"""What a typesetter keeps on one line: a word or number, with the marks that may not begin or end a line."""


def join_words(before: str, after: str, spaced: bool = False) -> str:
    """Two lines of one paragraph as one text.

    Chinese joins without a space; a hyphenated word loses its hyphen; two Latin words get a space, and so do any two
    between which a space was printed (`spaced`).
    """
    before, after = before.rstrip(" \u3000"), after.lstrip(" \u3000")
    if _HYPHENATED.search(before) and after[:1].islower() and after[:1].isascii():
        return before[:-1] + after
    latin = _WORD.search(before) is not None and _WORD_BEGINS.match(after) is not None
    gap = " " if latin or (spaced and before[-1:].isascii() and after[:1].isascii()) else ""
    return before + gap + after


def first_token(text: str) -> str:
    """What could not have been left on the line before by halves."""
    match = _TOKEN.match(text)
    return match[0] if match else ""


def width_of(text: str) -> float:
    """Width in ems: Chinese letters and marks one, others half."""
    return sum(1.0 if letter >= "\u2e80" or letter in "“”‘’—…·" else 0.5 for letter in text)
