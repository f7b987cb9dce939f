"""Chinese numerals, as outlines, dates and targets print them."""

from __future__ import annotations

_VALUES = {letter: value for value, letter in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟"
_ONE_LETTER_NUMBERS = (("㈠", 10), ("⑴", 20), ("⒈", 20), ("Ⅰ", 12), ("ⅰ", 12))
_ROMAN = {
    name: value
    for value, name in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}


def chinese_number(text: str) -> int | None:
    """The value of a numeral: 三十七 -> 37, 一百零二 -> 102, 二〇二四 -> 2024; None when it is not one."""
    if not text or any(letter not in _VALUES and letter not in _UNITS for letter in text):
        return None
    if not any(letter in _UNITS for letter in text):
        return int("".join(str(_VALUES[letter]) for letter in text))
    total = digit = 0
    for letter in text:
        if letter in _UNITS:
            total += (digit or (1 if letter == "十" else 0)) * _UNITS[letter]
            digit = 0
        else:
            digit = _VALUES[letter]
    return total + digit


def outline_number(text: str) -> int | None:
    """The value of an outline's number in any script: 3, 三, ③, Ⅲ, III, and the last level of 1.2.3."""
    text = text.strip()
    if text in _ROMAN:
        return _ROMAN[text]
    if text.isascii() and text.replace(".", "").isdigit():
        return int(text.rstrip(".").rsplit(".", 1)[-1])
    if len(text) == 1:
        for first, count in _ONE_LETTER_NUMBERS:
            if first <= text < chr(ord(first) + count):
                return ord(text) - ord(first) + 1
        if text in _CIRCLED:
            return _CIRCLED.index(text) + 1
    return chinese_number(text)


def print_chinese(value: int) -> str:
    """1 to 99 as an outline prints it: 10 -> 十, 21 -> 二十一."""
    tens, ones = divmod(value, 10)
    letters = "零一二三四五六七八九"
    head = "" if tens == 0 else ("十" if tens == 1 else letters[tens] + "十")
    return head + (letters[ones] if ones or not head else "")


def print_circled(value: int) -> str:
    """1 to 35 in a circle."""
    return _CIRCLED[value - 1] if 1 <= value <= len(_CIRCLED) else str(value)
