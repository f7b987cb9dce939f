"""Pinyin that a page printed behind every letter it had turned to traditional: 區(qū) 發(fā) 實(shí)."""

from __future__ import annotations

import re

from desktop_app.ingest.repair.edits import Edit

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿế"
SYLLABLE = rf"[a-z]{{0,3}}(?:[aeiou]{{0,2}}[{_TONED}][a-z{_TONED}]{{0,4}})"
"""A syllable with its tone, as such pages print it."""

_BEHIND_LETTER = re.compile(rf"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])[(（]({SYLLABLE})[)）]")
_PLAIN = re.compile(r"(?<=[\u3400-\u9fff])[(（]([a-z]{1,6})[)）]")
_SYSTEMATIC = 5
_PLAIN_SYLLABLES = frozenset(
    ["de", "le", "zhe", "men", "me", "ne", "ma", "ba", "a", "o", "e", "r", "er", "la", "lo", "yo", "na"]
)


def find_pinyin(text: str) -> list[Edit]:
    """Brackets to drop. One or two of them help with a rare name, 郫(pí)县, and are left; many are damage."""
    if not any(letter in text for letter in _TONED):
        return []
    toned = list(_BEHIND_LETTER.finditer(text))
    if len(toned) < _SYSTEMATIC:
        return []
    neutral = [match for match in _PLAIN.finditer(text) if match[1] in _PLAIN_SYLLABLES]
    return [Edit(match.start(), match.end(), "") for match in [*toned, *neutral]]
