"""A letter may give numbered instructions of its own before the plan that it sends: 一、提高认识。… 二、压实责任。….

The plan begins where its title is printed again, on lines of its own under the signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.ingest.parsing.dates import read_day
from desktop_app.ingest.parsing.lines import Line

_SENT = re.compile(
    r"《([^《》]+(?:《[^《》]+》[^《》]*)?)》(?:（[^（）]{1,20}）)?[^。]{0,60}(?:印发|下发|发布|转发|公布)给?"
)
_LOOKED_AT, _ABOVE, _TITLE_LINES = 60, 4, 3
_NOT_WORDS = re.compile(r"[\s“”\"《》〈〉（）()]")


def find_enclosed(lines: Sequence[Line]) -> int:
    """The place of the title of the plan that a letter sends; 0 when the letter does not name it or prints it nowhere."""
    named = next((match[1] for line in lines[:_LOOKED_AT] if (match := _SENT.search(line.text))), None)
    if named is None:
        return 0
    wanted = _bare(named)
    for place in range(1, min(len(lines), _LOOKED_AT)):
        above = lines[max(place - _ABOVE, 0) : place]
        if any(read_day(line.text.strip()) for line in above) and _prints(lines, place, wanted):
            return place
    return 0


def _prints(lines: Sequence[Line], place: int, wanted: str) -> bool:
    joined = ""
    for line in lines[place : place + _TITLE_LINES]:
        joined += _bare(line.text)
        if joined == wanted:
            return True
    return False


def _bare(words: str) -> str:
    return _NOT_WORDS.sub("", words)
