"""Page numbers, running heads and feet of a PDF: known by where they stand and that they come again on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop_app.ingest.readers.pdf_page import Box, Line

_EDGE = 0.16
"""Heads and feet stand in this share of the page's height at its top and bottom (GB/T 9704: 37 mm and 35 mm of 297)."""
_ROWS_LOOKED_AT = 3
_LEAST_SHARE = 0.5
_PAGE_NUMBER = re.compile(
    r"[—―–\-−－─•·~～\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?\s*(?:(?:[,，/／]\s*共?|共)\s*[0-9０-９]{1,4}\s*页?)?[—―–\-−－─•·~～\s]*|[—―–\-\s]*[ivxIVX]{1,6}[—―–\-\s]*"
    r"|第\s*[一二三四五六七八九十百]{1,4}\s*页(?:\s*共\s*[一二三四五六七八九十百]{1,4}\s*页)?"
)


def find_furniture(pages: Sequence[tuple[Box, Sequence[Sequence[Line]]]]) -> list[frozenset[int]]:
    """For every page the indexes of its rows that belong to the paper.

    A page number is known by its form; another row when its words, numbers aside, come again at the same height on
    half of the pages or more.
    """
    edges = [_edge_rows(box, rows) for box, rows in pages]
    seen = Counter(key for found in edges for key in {key for _, key, _ in found})
    least = max(2, _LEAST_SHARE * len(pages))
    return [
        frozenset(index for index, key, text in found if _PAGE_NUMBER.fullmatch(text) or seen[key] >= least)
        for found in edges
    ]


def _edge_rows(box: Box, rows: Sequence[Sequence[Line]]) -> list[tuple[int, tuple[str, int], str]]:
    """The first and last rows of a page that stand near its edges: index, words and height, text."""
    height = box.bottom - box.top
    found = []
    for index in sorted({*range(len(rows))[:_ROWS_LOOKED_AT], *range(len(rows))[-_ROWS_LOOKED_AT:]}):
        row = rows[index]
        place = (row[0].base - box.top) / max(height, 1.0)
        if place <= _EDGE or place >= 1 - _EDGE:
            text = " ".join(line.text for line in row)
            found.append((index, (re.sub(r"[\d\s]", "", text), round(place * 100)), text))
    return found
