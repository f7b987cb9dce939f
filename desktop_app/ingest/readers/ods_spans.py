"""Merged cells of an .ods workbook: calamine gives those of .xlsx and .xls, of this format it gives none."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from html import unescape

Span = tuple[int, int, int, int]
"""First row, last row, first column, last column, counted from the sheet's first cell."""

_SPANNED = re.compile(rb'number-(?:rows|columns)-spanned="(?:[2-9]|\d\d)')
_TAG = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)[\s/>]([^>]*)")
_COUNT = re.compile(rb'number-(rows|columns)-(repeated|spanned)="(\d{1,7})"')
_NAME = re.compile(rb'table:name="([^"]*)"')


def merged_cells(data: bytes) -> dict[str, list[Span]]:
    """The merged cells of every sheet by its name; nothing for a package that is no .ods workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "content.xml" not in package.namelist():
            return {}
        content = package.read("content.xml")
    spans: dict[str, list[Span]] = defaultdict(list)
    if not _SPANNED.search(content):
        return spans
    sheet, row, next_row, column = "", 0, 0, 0
    for tag in _TAG.finditer(content):
        kind, said = tag[1], tag[2]
        counts = {(count[1], count[2]): int(count[3]) for count in _COUNT.finditer(said)}
        if kind == b"table":
            name = _NAME.search(said)
            sheet, next_row = unescape(name[1].decode("utf-8")) if name else "", 0
        elif kind == b"table-row":
            row, column = next_row, 0
            next_row += counts.get((b"rows", b"repeated"), 1)
        else:
            down, across = counts.get((b"rows", b"spanned"), 1), counts.get((b"columns", b"spanned"), 1)
            if down > 1 or across > 1:
                spans[sheet].append((row, row + down - 1, column, column + across - 1))
            column += counts.get((b"columns", b"repeated"), 1)
    return spans
