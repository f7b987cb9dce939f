"""The marks that a mail program puts before every line it quotes: > 一、项目建设 was 一、项目建设."""

from __future__ import annotations

import re

from desktop_app.ingest.repair.edits import Edit

_QUOTED = re.compile(r"^[ \t]*(?:[>＞][ \t\u00a0]?)+", re.MULTILINE)
_LEAST = 3
"""So many lines in a row are a quotation; less may be a path through a page's menus."""


def find_mail_quotes(text: str) -> list[Edit]:
    """The marks before quoted lines, also nested ones; a single line that begins so is left."""
    if ">" not in text and "＞" not in text:
        return []
    edits: list[Edit] = []
    run: list[Edit] = []
    at = 0
    for line in [*text.split("\n"), "."]:
        mark = _QUOTED.match(line)
        if mark:
            run.append(Edit(at, at + mark.end(), ""))
        elif line.strip():
            edits += run if len(run) >= _LEAST else []
            run = []
        at += len(line) + 1
    return edits
