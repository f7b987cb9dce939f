"""Line ends, blank lines, indents and the spaces a page layout leaves between Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.ingest.repair.edits import Edit, apply
from desktop_app.ingest.repair.invisible import find_invisible, is_plain

_LINE_END = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")
_EDGES = " \t\u00a0\u3000\u2002\u2003\ufeff"
_BETWEEN_LINES = re.compile(rf"[{_EDGES}]*\n[\n{_EDGES}]*|\A[\n{_EDGES}]+|[{_EDGES}]+\Z")
_SPACES = re.compile("[ \u00a0\u3000]+")
_BEHIND_MARK = re.compile(r"[，。；：、！？（）〔〕“”《》【】][ \u00a0\u3000]+[\u4e00-\u9fff“”《〔（]")
_BEFORE_MARK = re.compile(r"[\u4e00-\u9fff“”][ \u00a0]+[，。；：、！？）〕”》]")


def find_line_ends(text: str) -> list[Edit]:
    """Every way to end a line as a line feed."""
    if is_plain(text):
        return []
    return [Edit(match.start(), match.end(), "\n") for match in _LINE_END.finditer(text)]


def find_layout(text: str) -> list[Edit]:
    """Blank lines, indents and spaces at line ends: one paragraph a line."""
    if all(line and line == line.strip(_EDGES) for line in text.split("\n")):
        return []
    edits = []
    for match in _BETWEEN_LINES.finditer(text):
        new = "\n" if match.start() and match.end() < len(text) else ""
        if match[0] != new:
            edits.append(Edit(match.start(), match.end(), new))
    return edits


def find_hard_spaces(text: str) -> list[Edit]:
    """No-break spaces -> spaces."""
    if "\u00a0" not in text:
        return []
    return [Edit(match.start(), match.end(), " ") for match in re.finditer("\u00a0", text)]


def find_loose_spaces(text: str) -> list[Edit]:
    """加大力度， 加强论证 -> 加大力度，加强论证. Spaces between two words are left: they may part names."""
    return [
        Edit(match.start(), match.end(), "")
        for match in _SPACES.finditer(text)
        if _BEHIND_MARK.match(text, match.start() - 1) or _BEFORE_MARK.match(text, match.start() - 1)
    ]


def tidy_lines(paragraphs: Iterable[str]) -> str:
    """Paragraphs as they arrived -> one paragraph a line: no blank lines, no indents, no invisible letters."""
    text = "\n".join(paragraphs)
    for find in (find_line_ends, find_invisible, find_hard_spaces, find_layout):
        text = apply(text, find(text))
    return text
