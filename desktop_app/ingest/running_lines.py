"""What a printed page carries besides its text: page numbers, and heads and feet that come again on every page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

_DASH = r"[—―–\-−－─•·~～]"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}{{1,3}}\s*[0-9０-９]{{1,4}}\s*{_DASH}{{1,3}}"
    r"|第\s*(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,4})\s*页(?:\s*[,，/／]?\s*共\s*(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,4})\s*页)?"
    r"|[0-9]{1,4}\s*[/／]\s*[0-9]{1,4}\s*页?|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
_BARE_NUMBER = re.compile(r"[0-9]{1,3}")
_NUMBERS = re.compile(r"[0-9０-９一二三四五六七八九十\s]+")
_LEAST_BARE = 3
_LONGEST_HEAD = 40
_NEAR = 2


def is_page_number(line: str) -> bool:
    """— 3 —, 第3页 共9页, 3/9. A bare number may be anything and does not count."""
    return _PAGE_NUMBER.fullmatch(line.strip()) is not None


def find_running_lines(lines: Sequence[str]) -> frozenset[int]:
    """Places of page numbers, and beside them of the same words again and again: 临沐县人民政府公报　2024年第5期."""
    numbers = {place for place, line in enumerate(lines) if is_page_number(line)} | _counted_pages(lines)
    if not numbers:
        return frozenset()
    beside: dict[str, set[int]] = defaultdict(set)
    for number in numbers:
        for place in range(max(number - _NEAR, 0), min(number + _NEAR + 1, len(lines))):
            words = lines[place].strip()
            if place not in numbers and 2 <= len(words) <= _LONGEST_HEAD and "\t" not in words:
                beside[_NUMBERS.sub("#", words)].add(place)
    heads = {place for words, places in beside.items() if len(places) > 1 and words != "#" for place in places}
    return frozenset(numbers | heads)


def _counted_pages(lines: Sequence[str]) -> set[int]:
    """Lines that are nothing but 1, 2, 3 …: pages when they count on by one, three at least."""
    bare = [(place, int(line)) for place, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line.strip())]
    counted: set[int] = set()
    chain: list[tuple[int, int]] = []
    for place, number in bare:
        if chain and (number != chain[-1][1] + 1 or place == chain[-1][0] + 1):
            chain = []
        chain.append((place, number))
        if len(chain) >= _LEAST_BARE:
            counted.update(at for at, _ in chain)
    return counted
