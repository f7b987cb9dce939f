"""Each damage that pages and programs do to official texts, done on purpose: what the mending is measured by."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import Any

from desktop_app.ingest.readers.hard_breaks import first_token, width_of
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


def broken(text: str, width: int, head: str = "", lines_a_page: int = 22) -> str:
    """The text as a PDF gives it: lines of `width` letters, the first of a paragraph two shorter, pages with a number."""
    lines: list[str] = []
    page = 1
    for paragraph in text.split("\n"):
        for line in _broken_lines(paragraph, width):
            lines.append(line)
            if len(lines) % (lines_a_page + (2 if head else 1)) == lines_a_page:
                lines += [f"— {page} —", *([head] if head else [])]
                page += 1
    return "\n".join(lines)


def _broken_lines(paragraph: str, width: int) -> list[str]:
    """As a typesetter breaks it: words and numbers whole, no mark at the beginning of a line."""
    lines, line = [], ""
    rest = paragraph
    while rest:
        token = first_token(rest)
        if line and width_of(line + token) > width - (0 if lines else 2):
            lines.append(line)
            line = ""
        line += token
        rest = rest[len(token) :]
    return [*lines, line] if line else lines


def without_ascii(text: str) -> str:
    """What a page that dropped its ASCII leaves of numbers and fixed forms: （一） -> ）, 〔2019〕18号 -> 201918号."""
    text = re.sub(r"(?m)^（[一二三四五六七八九十]{1,3}）", "）", text)
    text = re.sub(r"〔(20\d\d)〕(\d+)号", r"\1\2号", text)
    return re.sub(r"（(20\d\d)[—-](20\d\d)(年?)）", r"（\1\2\3）", text)


def western(text: str) -> str:
    """UTF-8 read as Windows-1252 or Latin-1."""
    return "".join(_western_letter(byte) for byte in text.encode("utf-8"))


def _western_letter(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def shift_some(plan: str, chance: random.Random, *, pinyin: bool, lost: str = "?") -> tuple[str, list[bool]]:
    """The plan with about every fifth long line read one byte off from some letter on, and which lines those are.

    With `pinyin` the plan is in traditional letters and only places are taken whose shift ends at a pinyin near by, as
    on the pages that print it.
    """
    lines, hit = [], []
    for line in plan.split("\n"):
        shown = with_pinyin(line) if pinyin else line
        place = places_to_shift(shown, chance) if len(line) > 20 and chance.random() < 0.2 else None
        if place is not None and pinyin and not _PINYIN_NEAR.match(shown, place + 1):
            place = None
        hit.append(place is not None)
        lines.append(shown if place is None else shifted(shown, place, lost))
    return "\n".join(lines), hit


_PINYIN_NEAR = re.compile(r"[^\n]{0,6}\([^)]{0,5}[^\x00-\x7f)][^)]{0,5}\)")
