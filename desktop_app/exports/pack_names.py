"""Names that every system takes: evidence leaves under the number and title of its task (Windows' limits)."""

from __future__ import annotations

import re
import unicodedata

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$)(?=\.|$)", re.IGNORECASE)

FOLDER_UNITS, FILE_UNITS = 60, 80
"""UTF-16 units, as Windows counts: with a folder of 100 the whole path stays under its 260."""


def folder_name(number: int, task_number: str, title: str) -> str:
    """001_（一）深入推进政务服务流程优化."""
    return _fit(f"{number:03d}_{safe(task_number)}{safe(title)}", FOLDER_UNITS)


def file_name(number: int, name: str) -> str:
    """01_验收意见.pdf; a name that is too long loses its middle, never its extension."""
    cleaned = safe(name) or "未命名"
    stem, dot, extension = cleaned.rpartition(".")
    if not dot or not stem or len(extension) > 8:
        stem, extension = cleaned, ""
    tail = f".{extension}" if extension else ""
    return _fit(f"{number:02d}_{stem}", FILE_UNITS - len(tail)) + tail


def safe(name: str) -> str:
    """`name` without what a file system refuses: illegal characters, reserved names, dots and spaces at the end."""
    cleaned = _UNFIT.sub("_", unicodedata.normalize("NFC", name)).strip().rstrip(". ")
    return f"_{cleaned}" if _RESERVED.match(cleaned) else cleaned


def _fit(name: str, units: int) -> str:
    """At most so many UTF-16 units, no letter cut in two."""
    while len(name.encode("utf-16-le")) // 2 > units:
        name = name[:-1]
    return name.rstrip(". ")
