"""Marks of state secrets: a marked document must not enter this program at all."""

from __future__ import annotations

import re
import unicodedata

from desktop_app.domain.errors import BadInput

_SEARCHED_LINES = 15
_LEVEL = r"(?P<level>绝密|絕密|机密|機密|秘密)"
_STAR = "[★☆⭐✩✪✭*＊※□\ufffd]"
"""The star, and what stands for it where a font has none."""
_MARK = re.compile(
    rf"(?:份号)?[\d№]{{0,8}}(?:密级[：:]?)?{_STAR}?{_LEVEL}(?:{_STAR}.{{0,12}}|级?$|级?\d{{1,2}}年$|级?长期$)"
)
"""At the head of a document: 秘密★, 000012机密★10年, 密级：绝密, 机密1年."""
_STARRED = re.compile(rf"(?:密级[：:]?)?{_LEVEL}{_STAR}(?:\d{{1,2}}(?:年|个?月)|长期|启用前|解密前)?")
"""Anywhere, when it stands alone: on the cover of an annex, in a cell, in the head of a page."""
_LONGEST_MARK = 60


def refuse_secrets(name: str, text: str) -> None:
    """Stop at 秘密★, 机密★1年, 绝密 among the first lines, at a starred mark that stands alone anywhere.

    Cells of a table row are looked at one by one; full-width letters and spaces inside a mark do not hide it.

    Raises:
        BadInput: the document carries such a mark.
    """
    seen = 0
    for line in text.split("\n"):
        seen += bool(line.strip())
        for cell in line.split("\t"):
            if len(cell) <= _LONGEST_MARK and (mark := _mark_of(_bare(cell), seen <= _SEARCHED_LINES)):
                raise BadInput(f"“{name}”标有“{mark}”，涉密文件不得导入；按保密规定处理，并清除本机副本")


def _bare(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


def _mark_of(words: str, at_head: bool) -> str | None:
    match = (_MARK.match(words) if at_head else None) or _STARRED.fullmatch(words)
    return match["level"] if match else None
