"""Search words and what they are sought in, folded to one spelling: 數據 finds 数据, PDF finds pdf."""

from __future__ import annotations

from functools import cache
from typing import Any


def fold(text: str) -> str:
    """Traditional letters as simplified ones, capitals as small ones."""
    folded: str = text if text.isascii() else _converter().convert(text)
    return folded.lower()


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
