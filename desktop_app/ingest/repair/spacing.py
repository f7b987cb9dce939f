"""Line ends, blank lines, invisible letters and the spaces a page layout leaves between Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.ingest.repair.edits import Edit

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n?|[\n\v\f\u0085\u2028\u2029]")
_EDGES = " \t\u00a0\u3000"
_NEAR_MARK = re.compile(
    r"(?<=[，。；：、！？（）〔〕“”《》【】])[ \u00a0\u3000]+(?=[\u4e00-\u9fff“”《〔（])|(?<=[\u4e00-\u9fff“”])[ \u00a0]+(?=[，。；：、！？）〕”》])"
)


def tidy_lines(paragraphs: Iterable[str]) -> str:
    """Paragraphs as they arrived -> one paragraph a line: no blank lines, no indents, no invisible letters."""
    lines: list[str] = []
    for paragraph in paragraphs:
        for line in _LINE_END.split(paragraph):
            visible = _CONTROL.sub("", _INVISIBLE.sub("", line)).replace("\u00a0", " ")
            if visible.strip(_EDGES):
                lines.append(visible.strip(_EDGES))
    return "\n".join(lines)


def find_loose_spaces(text: str) -> list[Edit]:
    """加大力度， 加强论证 -> 加大力度，加强论证. Spaces between two words are left: they may part names."""
    return [Edit(match.start(), match.end(), "") for match in _NEAR_MARK.finditer(text)]
