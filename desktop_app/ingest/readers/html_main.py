"""Which pieces of a web page are the document: the element that holds nearly all of the prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.readers.html_walk import Piece

Found = tuple[Piece, bool]
"""A piece and whether it belongs to the document."""

_MAIN_SHARE = 0.85
_PROSE = re.compile(r"[，。；：、]")
_MOSTLY_LINKS = 0.6
_FIELD = re.compile(
    r"(?:索\s*引\s*号|发文字号|文\s*号|发布机构|发文机关|制发机关|成文日期|发文日期|发布日期|生成日期|公开日期|发布时间|有\s*效\s*性)\s*[：:]"
)
_LEAST_TITLE = 6


def find_main(pieces: Sequence[Piece], title: str) -> list[Found]:
    """Every piece with whether it is of the document.

    The main element is the innermost one that holds most of the page's prose; before it, the heading and the index
    table of the page belong to the document too.
    """
    main = _main_element(pieces)
    inside = [main is None or main in piece.place for piece in pieces]
    first = inside.index(True) if True in inside else len(pieces)
    return [
        (piece, _is_body(piece) if within else place < first and _introduces(piece, title))
        for place, (piece, within) in enumerate(zip(pieces, inside, strict=True))
    ]


def _main_element(pieces: Sequence[Piece]) -> int | None:
    held: Counter[int] = Counter()
    depth: dict[int, int] = {}
    whole = 0
    for piece in pieces:
        worth = _worth(piece)
        whole += worth
        for level, element in enumerate(piece.place):
            held[element] += worth
            depth[element] = level
    enough = [element for element, worth in held.items() if whole and worth >= _MAIN_SHARE * whole]
    return max(enough, key=lambda element: depth[element], default=None)


def _worth(piece: Piece) -> int:
    """Letters of prose; a menu has none."""
    if piece.aside or piece.linked > _MOSTLY_LINKS * max(len(piece.text), 1):
        return 0
    if piece.rows:
        return sum(len(cell) for row in piece.rows for cell in row)
    return len(piece.text) if _PROSE.search(piece.text) or read_mark(piece.text) else 0


def _is_body(piece: Piece) -> bool:
    """Inside the main element: all but menus that stand in it."""
    if piece.rows:
        return True
    links = piece.linked > _MOSTLY_LINKS * max(len(piece.text), 1)
    return not (piece.aside and (links or not _PROSE.search(piece.text)))


def _introduces(piece: Piece, title: str) -> bool:
    """Above the main element: the heading of the document and the index of the page."""
    if piece.rows:
        return any(_FIELD.match(cell + "：") for row in piece.rows for cell in row)
    bare = "".join(piece.text.split())
    names = len(bare) >= _LEAST_TITLE and (bare in "".join(title.split()) or piece.heading in (1, 2))
    return (names and not piece.aside and not piece.linked) or _FIELD.match(piece.text) is not None
