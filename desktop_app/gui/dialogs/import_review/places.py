"""Positions in the shown text: Qt counts UTF-16 units, a plan counts letters; rare letters take two units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

_LAST_SHORT = "\uffff"
_BREAKS = str.maketrans({"\r": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " "})


class Places:
    """Turns positions of a plan's text into positions of the document that shows it, and back."""

    def __init__(self, text: str) -> None:
        self.shown = text.translate(_BREAKS)
        self._wide = [place for place, letter in enumerate(text) if letter > _LAST_SHORT] if _has_wide(text) else []
        self._wide_shown = [place + index for index, place in enumerate(self._wide)]

    def to_qt(self, position: int) -> int:
        """Where a position of the plan stands in the document."""
        return position + bisect_left(self._wide, position)

    def from_qt(self, position: int) -> int:
        """Where a position of the document stands in the plan."""
        return position - bisect_right(self._wide_shown, position - 1)


def _has_wide(text: str) -> bool:
    return max(text, default="") > _LAST_SHORT
