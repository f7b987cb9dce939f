"""Half-width marks in Chinese text back to full width: , ; : ( ) ? ! and straight quotes."""

from __future__ import annotations

import re

from desktop_app.ingest.repair.edits import Edit

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = r"\u3400-\u9fff，。；：、！？（）〔〕“”《》【】…—"
_MARK = re.compile("[,;:?!]")
_LETTER = r"[\u3400-\u9fff，。；：、！？（）〔〕《》【】]"
_BEFORE = re.compile(rf"(?:{_LETTER}|%)[“”…—]{{0,2}}$")
_BEHIND = re.compile(rf" ?[“”…—]{{0,2}}{_LETTER}")
_PLAIN_PAIR = re.compile(r"[()（）\n]")
_NEAR_CHINESE = re.compile(rf"[{_CHINESE}]")
_QUOTE = re.compile(r'["“”\n]')
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]+")
_WIDE_BRACKET = re.compile("[［］]")
_HALF = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_NUMBER_GAP = re.compile(r"\d[,:]\d")


def find_wide_digits(text: str) -> list[Edit]:
    """２０２４年、ＩＰｖ６ -> 2024年、IPv6: digits and Latin letters are half width in official text."""
    return [Edit(match.start(), match.end(), match[0].translate(_HALF)) for match in _WIDE.finditer(text)]


def find_wide_brackets(text: str) -> list[Edit]:
    """［责任单位：县财政局］ -> [责任单位：县财政局]: one form of square brackets for all who look for notes."""
    if "［" not in text and "］" not in text:
        return []
    return [Edit(match.start(), match.end(), match[0].translate(_HALF)) for match in _WIDE_BRACKET.finditer(text)]


def find_half_width(text: str) -> list[Edit]:
    """加强，(一)要求,落实:全部 -> full width; 3.0, 7x24, 10:30, IPv4(v6) stay."""
    edits = [
        Edit(match.start(), match.end(), _FULL[match[0]])
        for match in _MARK.finditer(text)
        if _is_in_chinese(text, match.start())
    ]
    return edits + (_brackets(text) if "(" in text or ")" in text else [])


def _is_in_chinese(text: str, place: int) -> bool:
    """A Chinese letter or mark stands before or behind it, be it inside quotes."""
    # The plain case first: a page that folded its marks has one at every clause.
    if place and "\u3400" <= text[place - 1] <= "\u9fff":
        return True
    if _NUMBER_GAP.fullmatch(text, max(place - 1, 0), place + 2):
        return False
    before, behind = text[max(place - 3, 0) : place], text[place + 1 : place + 5]
    return _BEFORE.search(before) is not None or _BEHIND.match(behind) is not None


def _brackets(text: str) -> list[Edit]:
    """Round brackets, in pairs where they pair: folded when Chinese stands in them or beside them."""
    edits: list[Edit] = []
    waiting: list[int] = []
    for match in _PLAIN_PAIR.finditer(text):
        mark, place = match[0], match.start()
        if mark == "\n":
            edits += _alone(text, waiting)
            waiting = []
        elif mark in "(（":
            waiting.append(place)
        elif waiting:
            edits += _pair(text, waiting.pop(), place)
        else:
            edits += _alone(text, [place])
    return edits + _alone(text, waiting)


def _pair(text: str, start: int, end: int) -> list[Edit]:
    if text[start] == "（" and text[end] == "）":
        return []
    inside = _NEAR_CHINESE.search(text, start + 1, end) is not None
    if not inside and not _touches(text, start) and not _touches(text, end):
        return []
    edits = [Edit(start, start + 1, "（")] if text[start] == "(" else []
    return edits + ([Edit(end, end + 1, "）")] if text[end] == ")" else [])


def _alone(text: str, places: list[int]) -> list[Edit]:
    full = {"(": "（", ")": "）"}
    return [
        Edit(place, place + 1, full[text[place]]) for place in places if text[place] in full and _touches(text, place)
    ]


def _touches(text: str, place: int) -> bool:
    beside = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
    return _NEAR_CHINESE.search(beside) is not None


def find_straight_quotes(text: str) -> list[Edit]:
    """“一屏统览" and "一网通办" -> “…”; a straight quote closes when one is open in its paragraph."""
    if '"' not in text or not _NEAR_CHINESE.search(text):
        return []
    edits: list[Edit] = []
    is_open = False
    for match in _QUOTE.finditer(text):
        mark, place = match[0], match.start()
        if mark != '"':
            is_open = mark == "“"
            continue
        beside = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
        if is_open or _NEAR_CHINESE.search(beside):
            edits.append(Edit(place, place + 1, "”" if is_open else "“"))
            is_open = not is_open
    return edits
