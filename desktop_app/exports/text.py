"""Text as it may leave: without characters that a spreadsheet refuses or a page cannot show."""

from __future__ import annotations

import datetime as dt
import re

_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters (tab and line feed stay), halves of pairs and non-characters: XML 1.0 allows none of them."""

_NO_SHAPE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
"""Characters that steer other characters and have no shape of their own: on a page they would print as boxes."""

_NUMERALS = "〇一二三四五六七八九"


def for_cell(text: str) -> str:
    """`text` without what a spreadsheet cell must not hold."""
    if text.isprintable():
        return text
    return _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def for_page(text: str) -> str:
    """`text` as one printed line or paragraph: no control characters, no invisible ones, a space for each tab or break."""
    cleaned = _NO_SHAPE.sub("", for_cell(text))
    return cleaned.replace("\n", " ").replace("\t", " ").replace("\xa0", " ").strip()


def numeral(number: int) -> str:
    """1 to 999 in Chinese: 三, 十二, 二十, 一百零五; larger numbers in Arabic digits."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_NUMERALS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _NUMERALS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_NUMERALS[ones] if ones else "")


def share(part: int, whole: int) -> str:
    """A share with one decimal: 16.0%. Only the whole is 100.0%, only nothing 0.0%."""
    if not whole:
        return "0"
    tenths = (2000 * part + whole) // (2 * whole)
    if 0 < part < whole:
        tenths = min(max(tenths, 1), 999)
    return f"{tenths // 10}.{tenths % 10}%"


def full_date(day: dt.date) -> str:
    """2026年8月5日: Arabic digits, full year, no leading zero (GB/T 9704 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def closing(text: str) -> str:
    """`text` without the mark at its end, so that a sentence can go on after it."""
    return text.rstrip("。；;，,、.．！! \u3000\t\n")
