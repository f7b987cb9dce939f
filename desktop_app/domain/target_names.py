"""How a target is named in print: by its phrase where that is a whole one, else by the clause of the source it was cut from."""

from __future__ import annotations

import re

_MARKS = "，。；：！？,;:!?\n"
_OPENING, _CLOSING = "（(“‘〔《", "）)”’〕》"
_LISTING = "、和及与"
_PIECE = re.compile(rf"[^、{_MARKS}]*")
_BARE = re.compile(r"\d|[约近超]?\d|不(?:少|低|高|多)于|不(?:超过|足)|达到?\d|超过|突破|至少")
"""A phrase that begins so does not say what is counted before it counts."""
_LONGEST = 80
"""A clause of more characters is no name."""


def quote_for(phrase: str, text: str) -> str:
    """The clause of `text` that `phrase` was cut from; "" where the phrase is whole, is not in the text, or the clause is
    too long for a name.
    """
    at = text.find(phrase) if phrase else -1
    if at < 0 or _is_whole(phrase, text, at):
        return ""
    clause = _clause(text, at, at + len(phrase)).strip()
    return clause if len(clause) <= _LONGEST and clause != phrase else ""


def _is_whole(phrase: str, text: str, at: int) -> bool:
    if not _is_balanced(phrase):
        return False
    end = at + len(phrase)
    if _BARE.match(phrase) and at > 0 and text[at - 1] not in _MARKS:
        return False
    return end == len(text) or text[end] in _MARKS + _CLOSING or _next_counts(text, end)


def _next_counts(text: str, end: int) -> bool:
    """Behind a list mark another number is told of: the phrase is a member of the list, not cut from it."""
    if text[end] not in _LISTING:
        return False
    piece = _PIECE.match(text, end + 1)
    return piece is not None and any(letter.isdigit() for letter in piece[0])


def _is_balanced(phrase: str) -> bool:
    return all(phrase.count(one) == phrase.count(other) for one, other in zip(_OPENING, _CLOSING, strict=True))


def _clause(text: str, first: int, last: int) -> str:
    """From the mark before to the mark behind; marks within brackets part nothing."""
    begin, depth = 0, 0
    for at, letter in enumerate(text):
        depth = max(depth + (letter in _OPENING) - (letter in _CLOSING), 0)
        if letter in _MARKS and (not depth or letter == "\n"):
            if at >= last:
                return text[begin:at]
            begin = at + 1 if at < first else begin
            depth = 0
    return text[begin:]
