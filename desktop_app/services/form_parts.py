"""Where the tables of a sheet begin: a form from above often has several below one another, each with a head of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.superior_form import FormTable
from desktop_app.ingest.column_words import SURE, read_head

_LONGEST_HEAD = 14
_MOST_OF_A_ROW = 0.5
_NO_HEAD = re.compile(r"[：:]|数(?:量|[（(][^）)]*[）)])?$|合计")
"""填报人： is a blank, 任务总数 heads a summary."""
_REMARK = re.compile(
    r"[（(]?(?:填报|填表|填写)?(?:说明|要求|须知|注意事项)|[（(]?备?注[：:]|[（(]?(?:填报|填写)(?:口径|方式)"
)
_COLUMN_NUMBER = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[A-Z]|[甲乙丙丁戊己庚辛])[）)]?|[①-⑳]|[—\-]")
_FOOT = re.compile(r"(?:填[报表]|审核|联系|负责|经办)人?|联系电话|(?:合|总|小)\s*计|备?注[：:]")


def parts(table: FormTable) -> list[FormTable]:
    """The tables that stand below one another in a sheet; a form with one head is one table."""
    begins = list(_begins(table))
    if len(begins) < 2:
        return [table]
    edges = [0, *begins[1:], table.height]
    names = [_title(table, begin) for begin in begins]
    return [
        _part(table, first, last, name or f"第{number}表")
        for number, (first, last, name) in enumerate(zip(edges, edges[1:], names, strict=False), 1)
    ]


def head_row(table: FormTable, start: int = 0, stop: int | None = None) -> int | None:
    """The first row from `start` that names columns; None where no row does."""
    texts = table.texts()
    rows = range(start, table.height if stop is None else stop)
    return next((row for row in rows if _names_columns(texts[row], least=0.0)), None)


def quiet_rows(texts: Sequence[Sequence[str]], head: int) -> frozenset[int]:
    """Rows that belong to no column: titles above the head; below it what explains the columns or counts them."""
    above = {row for row in range(head) if len(_said(texts[row])) == 1}
    below = set()
    for row in range(head + 1, len(texts)):
        said = _said(texts[row])
        if _explains(said) or _counts_columns(said):
            below.add(row)
        elif not _continues(texts[row - 1], texts[row]):
            break
    return frozenset(above | below)


def _continues(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Another row of the head: it repeats what is merged down."""
    return any(one and one == other for one, other in zip(upper, lower, strict=True)) and _names_columns(lower, 0.0)


def _said(row: Sequence[str]) -> list[str]:
    return [text for text in ("".join(cell.split()) for cell in row) if text]


def _explains(said: Sequence[str]) -> bool:
    return bool(said) and _REMARK.match(said[0]) is not None


def _counts_columns(said: Sequence[str]) -> bool:
    """（1）（2）（3） under a head; a lone number is that of a row."""
    return len(said) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in said) and len(set(said)) > 2


def _names_columns(row: Sequence[str], least: float) -> bool:
    """Two columns at least are known by their words, and they are half of what the row says."""
    said = list(dict.fromkeys(_said(row)))
    heads = [read_head(text) for text in said if len(text) <= _LONGEST_HEAD and not _NO_HEAD.search(text)]
    known = {head[0] for head in heads if head and head[1] >= least}
    return len(known) >= 2 and sum(head is not None for head in heads) >= _MOST_OF_A_ROW * len(said)


def _begins(table: FormTable) -> Iterator[int]:
    """The first row of each table, its title included."""
    texts = table.texts()
    first = head_row(table)
    if first is None:
        return
    heads = [first]
    for row in range(first + 1, table.height):
        if not _names_columns(texts[row], SURE) or any(_said(texts[row]) == _said(texts[head]) for head in heads):
            continue
        if not _continues(texts[row - 1], texts[row]):
            heads.append(row)
    for head in heads:
        yield _with_title(texts, head)


def _with_title(texts: Sequence[Sequence[str]], head: int) -> int:
    """The lines right above a head that say one thing each are its title and its blanks."""
    row = head
    while row and len(said := _said(texts[row - 1])) == 1 and not _FOOT.match(said[0]):
        row -= 1
    return row


def _title(table: FormTable, begin: int) -> str:
    said = _said(table.texts()[begin])
    return said[0] if len(said) == 1 else ""


def _part(table: FormTable, first: int, last: int, name: str) -> FormTable:
    cells = tuple(replace(cell, row=cell.row - first) for cell in table.cells if first <= cell.row < last)
    ruled = frozenset(row - first for row in table.ruled if first <= row < last)
    return replace(
        table, name=f"{name}（{table.name}）", height=last - first, cells=cells, ruled=ruled, top=table.top + first
    )
