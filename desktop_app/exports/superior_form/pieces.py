"""Writing into a blank whose text is cut into runs: the runs and their looks stay."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.exports.row_heights import display_width


def put_between(pieces: Sequence[str], start: int, end: int, value: str) -> list[str]:
    """The pieces of a text with `value` from `start` to `end`; it takes the look of the piece the blank begins in.

    A blank without width stands at the end of the piece before it.
    """
    made: list[str] = []
    at, put = 0, False
    for place, piece in enumerate(pieces):
        stop = at + len(piece)
        holds = at <= start < stop or (start == end == stop) or place == len(pieces) - 1
        if not put and holds:
            made.append(piece[: start - at] + value + piece[max(end - at, 0) :])
            put = True
        else:
            made.append(piece[: max(start - at, 0)] + piece[max(end - at, 0) :] if at < end and stop > start else piece)
        at = stop
    return made


def fitted(value: str, text: str, start: int, end: int) -> str:
    """`value` as it stands in the blank from `start` to `end`: a label after it keeps its place as long as there is room."""
    blank, rest = text[start:end], text[end:]
    if not blank or not any(mark in rest for mark in "：:"):
        return value
    return value + " " * max(2, display_width(blank) - display_width(value))
