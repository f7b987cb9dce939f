"""Parsing against one pass of opencc plus one regular expression over the same text."""

from __future__ import annotations

import re
from pathlib import Path

_CLAUSE = re.compile(
    r"(?P<date>(?:20\d\d年)?\d{1,2}月底?前?)|(?P<unit>[一-鿿]{2,12}(?:局|委|办|中心))|(?P<number>\d+%?)"
)


def prepare(folder: Path, size: int, side: str) -> Path:
    """A plan of about `size` bytes, made of the chapters of a real one with new chapter numbers."""
    source = Path(__file__).parents[2] / "data" / "plans" / "002_38819f61d0a270f8.txt"
    head, _, body = source.read_text(encoding="utf-8").partition("\n一、")
    body = "一、" + body
    copies = max(1, size // len(body.encode("utf-8")))
    path = folder / "plan.txt"
    path.write_text(head + "\n" + "\n".join([body] * copies), encoding="utf-8")
    if side == "ours":
        from desktop_app.ingest import read_plan  # warm imports and opencc's dictionaries

        read_plan(source)
    else:
        floor(source)
    return path


def floor(path: Path) -> None:
    """Convert to simplified and run one alternation over every line."""
    import opencc

    text = opencc.OpenCC("t2s").convert(path.read_text(encoding="utf-8"))
    found = sum(1 for line in text.splitlines() for _ in _CLAUSE.finditer(line))
    assert found


def ours(path: Path) -> None:
    """Read the whole plan: decode, mend, outline, units, dates, targets."""
    from desktop_app.ingest import read_plan

    assert read_plan(path).tasks
