r"""Letters that look right and are others: radicals for letters, private letters, O and l for 0 and 1.

⼈⺠政府            ->  人民政府        some fonts of PDF files name a letter by its radical
\ue863（龙天）      ->  䶮（龙天）       GB 18030 of 2000 kept rare letters in the private area
〔2O24〕 二O二四年   ->  〔2024〕 二〇二四年
"""

from __future__ import annotations

import re

from desktop_app.ingest.readers.radicals import plain_letters
from desktop_app.ingest.repair.edits import Edit
from desktop_app.ingest.repair.invisible import is_plain

UNKNOWN = "□"
_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SYMBOLS = {
    "\uf0b7": "·",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0a8": "☐",
    "\uf020": " ",
    "\ue5e5": "\u3000",
    "\ue7c7": "ḿ",
    "\ue7c8": "ǹ",
}
"""Bullets of the fonts Symbol and Wingdings as Word writes them, and the gaps of GB 18030."""
_FIRST_RARE, _LAST_RARE = 0xE815, 0xE864
_SUSPECT = re.compile("[OoＯ〇○◯lI|](?=[0-9OoＯ〇○◯lI|年〕号一二三四五六七八九])|0(?=[一二三四五六七八九〇]|0年)")
_YEAR = re.compile(r"(?<![0-9A-Za-z])[12lI][0-9OoＯ〇○lI|]{3}(?=\s*[年〕\]】）)])")
_DIGITS = str.maketrans("OoＯ〇○lI|", "00000111")
_ISSUE = re.compile(r"(?<=[〕\]])[0-9OoＯlI|]{1,4}(?=号)")
_CHINESE_YEAR = re.compile(r"[一二][一二三四五六七八九〇OoＯ0○◯]{3}(?=年)")
_CHINESE_ZERO = str.maketrans(dict.fromkeys("OoＯ0○◯", "〇"))


def find_radicals(text: str) -> list[Edit]:
    """Radicals and compatibility forms."""
    return [Edit(match.start(), match.end(), plain_letters(match[0])) for match in _RADICAL.finditer(text)]


def find_private(text: str) -> list[Edit]:
    """Letters of the private area: the known ones as what they are, any other is □."""
    if is_plain(text):
        return []
    edits = []
    for match in _PRIVATE.finditer(text):
        letter = _SYMBOLS.get(match[0]) or _rare_letter(match[0])
        said = "" if letter else f"第{match.start() + 1}字为专用字符，无法辨认，暂记为□"
        edits.append(Edit(match.start(), match.end(), letter or UNKNOWN, said))
    return edits


def _rare_letter(letter: str) -> str | None:
    """The eighty letters that GB 18030-2000 put at FE50 to FEA0."""
    if not _FIRST_RARE <= ord(letter) <= _LAST_RARE:
        return None
    trail = 0x50 + ord(letter) - _FIRST_RARE
    found = bytes((0xFE, trail if trail < 0x7F else trail + 1)).decode("gb18030", "replace")
    return None if _PRIVATE.match(found) or found == "\ufffd" else found


def find_letters_for_digits(text: str) -> list[Edit]:
    """O, o, l and I where a year or the number of a document must have digits."""
    if not _SUSPECT.search(text):
        return []
    edits = []
    for pattern, table in ((_YEAR, _DIGITS), (_ISSUE, _DIGITS), (_CHINESE_YEAR, _CHINESE_ZERO)):
        for match in pattern.finditer(text):
            whole = match[0].translate(table)
            if whole != match[0] and (pattern is not _YEAR or whole[:2] in ("19", "20")):
                edits.append(Edit(match.start(), match.end(), whole, f"“{match[0]}”中的字母已改为数字“{whole}”"))
    return edits
