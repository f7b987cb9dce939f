"""Which layout a window of some width gets: what gives way first when there is less room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths in logical px. `chapters`: the left pane lists the chapters of plans. `rail`: the left pane is a column of icons. `words`: tool buttons carry words.

    `one_line`: title and counts share one line. `panel`: the right pane has a place of its own.
    """

    name: str
    left: int
    right: int
    rail: bool = False
    words: bool = True
    one_line: bool = False
    panel: bool = True
    chapters: bool = False


WIDE = Layout("wide", 232, 412, chapters=True)
STANDARD = Layout("standard", 200, 348)
NARROW = Layout("narrow", 176, 320, words=False)
TIGHT = Layout("tight", 40, 296, rail=True, words=False, one_line=True)
SLIM = Layout("slim", 40, 296, rail=True, words=False, one_line=True, panel=False)


def layout_for(width: int) -> Layout:
    """The layout for a window `width` logical px wide (1366x768 at 150 % is 911 wide)."""
    if width >= 1600:
        return WIDE
    if width >= 1100:
        return STANDARD
    if width >= 1000:
        return NARROW
    return TIGHT if width >= 800 else SLIM
