r"""Letters that are there and cannot be seen: zero-width joiners, soft hyphens, marks of direction, controls.

    数\u200b据\u00ad共享  ->  数据共享

They part words that belong together: 数据 is not found in 数\u200b据.
"""

from __future__ import annotations

import re

from desktop_app.ingest.repair.edits import Edit

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]+|[\x00-\x08\x0e-\x1f\x7f]+"
)


_UNSEEN_LETTERS = "\u034f\u115f\u1160\u3164\ufe0f\ufe0e\uffa0"


def is_plain(text: str) -> bool:
    """A cheap look: nothing in the text but what can be seen, spaces, tabs and line feeds."""
    return text.replace("\n", "").replace("\t", "").replace("\u3000", "").isprintable() and not any(
        letter in text for letter in _UNSEEN_LETTERS
    )


def find_invisible(text: str) -> list[Edit]:
    """Every run of them; a byte order mark at the very beginning is no damage and is dropped with the line ends."""
    if is_plain(text):
        return []
    return [
        Edit(match.start(), match.end(), "")
        for match in _INVISIBLE.finditer(text)
        if match.start() or match[0] != "\ufeff"
    ]
