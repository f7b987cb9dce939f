"""Names of letters that a web page left in the text: &nbsp; &ldquo; &#12288; -> the letters themselves."""

from __future__ import annotations

import html
import re

from desktop_app.ingest.repair.edits import Edit

_ENTITY = re.compile(r"&(?:amp;)*(?:[a-zA-Z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});|&nbsp(?![a-zA-Z])")
_CONTROLS = frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))


def find_entities(text: str) -> list[Edit]:
    """Only names that HTML knows: AT&T; stays."""
    if "&" not in text:
        return []
    edits = []
    for match in _ENTITY.finditer(text):
        letter = html.unescape(html.unescape(match[0]))
        if letter != match[0] and "&" not in letter[1:] and not _CONTROLS & set(letter):
            edits.append(Edit(match.start(), match.end(), letter))
    return edits
