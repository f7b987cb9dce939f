"""Outline numbers that lost the mark behind them or carry a comma: 一 总体要求 was 一、总体要求; 1，建设平台 was 1、建设平台."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.ingest.parsing.numbers import chinese_number
from desktop_app.ingest.repair.edits import Edit

_NUMERALS = "一二三四五六七八九十"
_CHINESE = re.compile(rf"(?m)^([{_NUMERALS}]{{1,3}})([ \u3000]+|[，,])(?=[\u4e00-\u9fff“][^\n。；]{{1,30}}$)")
_ARABIC = re.compile(r"(?m)^([1-9]\d?)([ \u3000]+|[，,])(?=[\u4e00-\u9fff“][^\n \t\u3000]{3,}$)")
_WHOLE_CHINESE = re.compile(rf"(?m)^[{_NUMERALS}]{{1,3}}[、．.]")
_WHOLE_ARABIC = re.compile(r"(?m)^\d{1,2}(?:[.．、]|[）)])")
_HINT = re.compile(rf"(?m)^(?:[{_NUMERALS}]{{1,3}}|[1-9]\d?)[ \u3000，,]")
_LEAST = 2


def find_lost_separators(text: str) -> list[Edit]:
    """The numbers of a list that counts from 1; none in a document that prints whole numbers of that kind."""
    if not _HINT.search(text):
        return []
    edits = [] if _WHOLE_CHINESE.search(text) else _restored(list(_CHINESE.finditer(text)), "、")
    return edits + ([] if _WHOLE_ARABIC.search(text) else _restored(list(_ARABIC.finditer(text)), "."))


def _restored(found: Sequence[re.Match[str]], mark: str) -> list[Edit]:
    values = [int(match[1]) if match[1].isdecimal() else chinese_number(match[1]) or 0 for match in found]
    counts = all(value in (1, before + 1) for before, value in zip([0, *values], values, strict=False))
    if len(values) < _LEAST or not counts or max(values) < _LEAST:
        return []
    return [
        Edit(*match.span(2), mark, f"编号“{match[1]}”后的标点缺失或有误，已补为“{match[1]}{mark}”") for match in found
    ]
