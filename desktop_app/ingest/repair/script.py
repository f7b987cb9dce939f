"""Traditional script to simplified, for documents and paragraphs that are printed in it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from desktop_app.ingest.repair.edits import Edit

_DOCUMENT_SHARE = 0.02
_PARAGRAPH_SHARE = 0.12
_PARAGRAPH_LETTERS = 4
_HAN = re.compile(r"[\u3400-\u9fff]")
# What the general dictionary gets wrong in official prose: 乾 in place names stays, 著 as a particle becomes 着.
_KEPT = re.compile(r"乾(?=[县縣安州陵])")
_PARTICLE = re.compile(r"著(?=[力眼重手落实實想陆陸力])|(?<=[沿随隨意围圍朝向本接])著(?=[^名称稱作])")
_HELD = "\ue000"


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def find_traditional(text: str) -> list[Edit]:
    """Lines to convert. A simplified document is untouched, though it may name 乾隆 or hold one old letter."""
    if not _has_old_letters(text):
        return []
    whole = _convert(text)
    if whole == text:
        return []
    lines, converted = text.split("\n"), whole.split("\n")
    changed = [_changes(old, new) for old, new in zip(lines, converted, strict=True)]
    everything = sum(changed) >= max(_PARAGRAPH_LETTERS, _DOCUMENT_SHARE * len(_HAN.findall(text)))
    edits, at = [], 0
    for old, new, count in zip(lines, converted, changed, strict=True):
        if count and (everything or _is_traditional(old, count)):
            edits.append(Edit(at, at + len(old), new))
        at += len(old) + 1
    return edits


def _has_old_letters(text: str) -> bool:
    """Whether any letter would change by itself: some thousand different ones are asked for faster than a whole text."""
    letters = "\n".join(sorted(set(text)))
    return str(_converter().convert(letters)) != letters


def _convert(text: str) -> str:
    held = _KEPT.sub(_HELD, text) if "乾" in text else text
    ready = _PARTICLE.sub("着", held) if "著" in held else held
    return str(_converter().convert(ready)).replace(_HELD, "乾")


def _changes(old: str, new: str) -> int:
    return 0 if old == new else sum(a != b for a, b in zip(old, new, strict=False)) + abs(len(old) - len(new))


def _is_traditional(line: str, changed: int) -> bool:
    return changed >= _PARAGRAPH_LETTERS and changed >= _PARAGRAPH_SHARE * len(_HAN.findall(line))
