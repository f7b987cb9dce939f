"""A text whose bytes were read in a wrong encoding as a whole, read again in the right one.

鍔犲己棰嗗锛?  ->  加强领导，        UTF-8 read as GBK; a byte that did not fit is lost and its letter is □
åŠ å¼ºé¢†å¯¼ï¼Œ  ->  加强领导，        UTF-8 read as Western European
¼ÓÇ¿Áìµ¼£¬     ->  加强领导，        GBK read as Western European
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from desktop_app.ingest.repair.edits import Edit
from desktop_app.ingest.repair.language import tables

UNKNOWN = "□"
_WESTERN = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]")
_FOUR_WESTERN = re.compile("[\u00a1-\u00ff]{4}")
_TELLTALE = re.compile(
    "["
    + "".join(bytes((lead, trail)).decode("gbk") for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xC0))
    + "锛銆]"
)
"""Every third letter of UTF-8 read as GBK is one of these: the first byte of Chinese in UTF-8 is E4 to E9."""
_LEAST, _SHARE = 4, 0.12
_MOST_UNKNOWN, _MOST_UNKNOWN_SHORT = 0.34, 0.5
_LEAST_GAIN = 0.2
_USUAL = -9.5
_CUT = re.compile("\ufffd+")
_WHOLE_LOST = re.compile("(?:锟斤拷)+")
_Reader = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class _Reread:
    gain: float
    line: str
    reader: _Reader


def find_mojibake(text: str) -> list[Edit]:
    """Lines to read again; a text that reads as Chinese is untouched.

    The reader that mends most of the lines is the one that fits the document: the lines that are too short or too
    damaged to tell are read by it as well.
    """
    if not _is_suspect(text):
        return _lost_letters(text, [])
    lines = text.split("\n")
    read = [_reread(line) for line in lines]
    usual = Counter(one.reader for one in read if one is not None).most_common(1)
    edits = []
    at = 0
    for line, one in zip(lines, read, strict=True):
        mended = one.line if one is not None else _as_usual(line, usual[0][0]) if usual else None
        if mended is not None:
            said = f"“{line[:20]}”一段编码错误，部分文字已丢失，暂记为□" if UNKNOWN in mended else ""
            edits.append(Edit(at, at + len(line), mended, said))
        at += len(line) + 1
    return edits + _lost_letters(text, edits)


def _as_usual(line: str, reader: _Reader) -> str | None:
    """A short line in the way of the others, when it has what they have and reads better so."""
    if not (_TELLTALE.search(line) or _WESTERN.search(line)):
        return None
    mended = reader(line)
    if mended is None or mended == line or mended.count(UNKNOWN) > _MOST_UNKNOWN_SHORT * len(mended):
        return None
    return mended if _usual_share(mended.replace(UNKNOWN, "")) > _usual_share(line) else None


def _is_suspect(text: str) -> bool:
    if _FOUR_WESTERN.search(text) and len(_WESTERN.findall(text)) > _SHARE * len(text):
        return True
    if not any(letter in text for letter in "锛銆鐨鍦紝"):
        return False
    return len(_TELLTALE.findall(text)) > max(_LEAST, _SHARE * len(text))


def _lost_letters(text: str, taken: list[Edit]) -> list[Edit]:
    """锟斤拷 is what two lost letters become on the way through GBK and UTF-8."""
    if "锟斤拷" not in text:
        return []
    return [
        Edit(match.start(), match.end(), UNKNOWN, f"“{match[0][:9]}”处文字已在转码中丢失，暂记为□")
        for match in _WHOLE_LOST.finditer(text)
        if not any(edit.start <= match.start() < edit.end for edit in taken)
    ]


def _reread(line: str) -> _Reread | None:
    """The line in the encoding that makes it Chinese; None when it is as it should be."""
    best: _Reread | None = None
    for reader in (_utf8_from_gbk, _utf8_from_western, _gbk_from_western):
        mended = reader(line)
        if mended is None or mended == line or mended.count(UNKNOWN) > _MOST_UNKNOWN * len(mended):
            continue
        gain = _usual_share(mended) - _usual_share(line)
        if gain > _LEAST_GAIN and (best is None or gain > best.gain):
            best = _Reread(gain, mended, reader)
    return best


def _utf8_from_gbk(line: str) -> str | None:
    if not _TELLTALE.search(line):
        return None
    data = bytearray()
    for letter in line:
        data += b"\xff" if letter in "?\ufffd" else _bytes_of(letter)
    return _with_unknown(bytes(data).decode("utf-8", "replace"))


def _utf8_from_western(line: str) -> str | None:
    data = _western_bytes(line)
    return None if data is None else _strict(data, "utf-8")


def _gbk_from_western(line: str) -> str | None:
    data = _western_bytes(line)
    return None if data is None else _strict(data, "gb18030")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _bytes_of(letter: str) -> bytes:
    return letter.encode("gb18030", "replace")


def _western_bytes(line: str) -> bytes | None:
    """The bytes of a line that was read as Windows-1252, or Latin-1 where that has no letter."""
    if not _WESTERN.search(line):
        return None
    try:
        return b"".join(_western_byte(letter) for letter in line)
    except UnicodeEncodeError:
        return None


@cache
def _western_byte(letter: str) -> bytes:
    return letter.encode("latin-1") if ord(letter) < 256 else letter.encode("cp1252")


def _with_unknown(mended: str) -> str:
    return _CUT.sub(UNKNOWN, mended)


def _usual_share(line: str) -> float:
    """How much of a line official prose would print: usual letters, marks, ASCII."""
    known: Callable[[str], float] = tables().single
    usual = sum(letter < "\u0080" or letter in "“”—…·" or known(letter) >= _USUAL for letter in line)
    return usual / max(len(line), 1)
