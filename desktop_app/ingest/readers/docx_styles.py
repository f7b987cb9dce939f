"""What the styles of a Word file call its paragraphs: Heading 1, whatever the program that wrote the file named it.

Word and WPS refer to a style by an id that may be anything (2, a4, 标题1); the name (heading 1, 标题 1) and the outline
level are what counts, also those of the style that a style is based on.
"""

from __future__ import annotations

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_DEEPEST_BASE = 10
_LEVELS = 9


class Styles:
    """The styles of one Word file."""

    def __init__(self, root: Any) -> None:
        self._names: dict[str, str] = {}
        self._levels: dict[str, int] = {}
        self._based: dict[str, str] = {}
        for style in root.iterchildren(f"{_W}style"):
            key = str(style.get(f"{_W}styleId"))
            self._names[key] = _value(style.find(f"{_W}name"))
            self._based[key] = _value(style.find(f"{_W}basedOn"))
            level = _level(style)
            if level is not None:
                self._levels[key] = level

    def name_of(self, paragraph: Any) -> str:
        """Heading 1 … Heading 9 for a heading, else the style's name, or nothing."""
        key = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        level = _level(paragraph)
        level = self._level_of(key) if level is None else level
        return f"Heading {level + 1}" if level is not None and level < _LEVELS else self._names.get(key, "")

    def _level_of(self, key: str) -> int | None:
        for _ in range(_DEEPEST_BASE):
            named = _HEADING.fullmatch(self._names.get(key, ""))
            if named:
                return int(named[1]) - 1
            if key in self._levels:
                return self._levels[key]
            if key not in self._based:
                return None
            key = self._based[key]
        return None


def _level(element: Any) -> int | None:
    """The outline level of a style or paragraph, from 0; 9 is body text."""
    printed = _value(element.find(f"{_W}pPr/{_W}outlineLvl"))
    return int(printed) if printed.isdecimal() else None


def _value(element: Any) -> str:
    return str(element.get(f"{_W}val") or "") if element is not None else ""
