"""The two bytes of a letter in GBK, and which letters share a byte: what the mending of shifted bytes reckons with."""

from __future__ import annotations

from functools import cache

LEADS = range(0x81, 0xFF)
TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))


@cache
def pair_of(letter: str) -> tuple[int, int] | None:
    """資 -> (0xD9, 0x59); letters of the private area have bytes too; None for one byte, four bytes or no letter."""
    try:
        encoded = letter.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return (encoded[0], encoded[1]) if len(encoded) == 2 else None


@cache
def letter_of(lead: int, trail: int) -> str | None:
    """The letter of two bytes, None where GBK has none: a page prints nothing there."""
    try:
        letter = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    return letter if len(letter) == 1 else None


def folded_pair(mark: str) -> tuple[int, int]:
    """The bytes that an ASCII mark had before it was folded: ! was ！, A3 A1."""
    return 0xA3, 0x80 + ord(mark)
