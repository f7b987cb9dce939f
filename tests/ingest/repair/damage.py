"""Each damage that pages and programs do to official texts, done on purpose: what the mending is measured by."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

from desktop_app.ingest.repair.gbk import letter_of
from desktop_app.ingest.repair.language import readings


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("s2t")


@cache
def _readings() -> dict[str, str]:
    """A reading with its tone for every letter, as a converting page would choose one."""
    return {
        letter: syllable for syllable, spoken in readings().items() for letter in spoken.usual if not syllable.isascii()
    }


def traditional(text: str) -> str:
    """The text in traditional letters, letter by letter."""
    return "\n".join(str(_converter().convert(line)) for line in text.split("\n"))


def with_pinyin(text: str) -> str:
    """建設 -> 建設(shè): every letter that the page converted is followed by its reading; marks are folded."""
    pieces = []
    for old, new in zip(text, traditional(text), strict=True):
        pieces.append(f"{new}({_readings()[new]})" if old != new and new in _readings() else new)
    return folded("".join(pieces))


def folded(text: str) -> str:
    """Full-width marks as ASCII: ，->, （->( ；->;"""
    return text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})


def misread(data: bytes, lost: str = "?") -> str:
    """GBK bytes as a careless program shows them: a lone byte is `lost` and swallows a bracket, a pair without a letter
    shows nothing."""
    shown, at = [], 0
    while at < len(data):
        lead = data[at]
        if lead < 0x80:
            shown.append(chr(lead))
            at += 1
        elif at + 1 < len(data) and (0x40 <= data[at + 1] < 0x7F or data[at + 1] >= 0x80):
            shown.append(letter_of(lead, data[at + 1]) or "")
            at += 2
        else:
            shown.append(lost)
            at += 2 if data[at + 1 : at + 2] == b"(" else 1
    return "".join(shown)


def shifted(line: str, place: int, lost: str = "?") -> str:
    """The line read one byte off from the letter at `place` on: its first byte stands alone."""
    return line[:place] + folded(lost + misread(line[place:].encode("gbk", "replace")[1:], lost))


def places_to_shift(line: str, chance: random.Random) -> int | None:
    """A letter of the line that has two bytes, or None."""
    good = [place for place, letter in enumerate(line) if "\u4e00" <= letter <= "\u9fff" or letter in "。，、"]
    return chance.choice(good) if good else None
