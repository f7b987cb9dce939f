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
INDEX_FIELD = re.compile(
    r"(?:索\s*引\s*号|发\s*文\s*字\s*号|文\s*号|发\s*布\s*机\s*构|发\s*文\s*机\s*关|制\s*发\s*机\s*关|成\s*文\s*日\s*期|发\s*文\s*日\s*期|"
    r"发\s*布\s*日\s*期|公\s*开\s*日\s*期|生\s*成\s*日\s*期|发\s*布\s*时\s*间|有\s*效\s*性|主\s*题\s*分\s*类|公\s*文\s*种\s*类|信\s*息\s*分\s*类|"
    r"主\s*题\s*词|标\s*题|名\s*称|信\s*息\s*名\s*称)\s*[：:]?"
)
"""What a government page says about a document above it."""
_FIELD = re.compile(INDEX_FIELD.pattern.removesuffix("?"))
_LEAST_FIELDS = 3
_LEAST_TITLE = 6


def find_main(pieces: Sequence[Piece], title: str) -> list[Found]:
    """Every piece with whether it is of the document.

    The main element is the innermost one that holds most of the page's prose; before it, the heading and the index
    table of the page belong to the document too.
    """
    main = _main_element(pieces)
    prose = [place for place, piece in enumerate(pieces) if _within(piece, main) and _worth(piece)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(pieces))
    found: list[Found] = []
    for place, piece in enumerate(pieces):
        at_edge = place < first or place > last
        if _within(piece, main) and not (at_edge and _is_link(piece)):
            found.append((piece, _is_body(piece)))
        else:
            found.append((piece, place < first and _introduces(piece, title)))
    return found


def is_index(rows: Sequence[Sequence[str]]) -> bool:
    """索引号 | … | 发布机构 | …: what a government page prints above a document."""
    labels = sum(INDEX_FIELD.fullmatch(cell) is not None for row in rows for cell in row if len(cell) < 12)
    joined = sum(_FIELD.match(cell) is not None for row in rows for cell in row if len(cell) < 80)
    return max(labels, joined) >= _LEAST_FIELDS and len(rows) <= 12


def _within(piece: Piece, main: int | None) -> bool:
    return main is None or main in piece.place


def _is_link(piece: Piece) -> bool:
    return not piece.rows and piece.linked > _MOSTLY_LINKS * max(len(piece.text), 1)


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
    if piece.aside or _is_link(piece) or is_index(piece.rows):
        return 0
    if piece.rows:
        return sum(len(cell) for row in piece.rows for cell in row)
    return len(piece.text) if _PROSE.search(piece.text) or read_mark(piece.text) else 0


def _is_body(piece: Piece) -> bool:
    """Inside the main element: all but menus that stand in it."""
    if piece.rows:
        return True
    return not (piece.aside and (_is_link(piece) or not _PROSE.search(piece.text)))


def _introduces(piece: Piece, title: str) -> bool:
    """Above the main element: the heading of the document and the index of the page."""
    if piece.rows:
        return is_index(piece.rows)
    bare = "".join(piece.text.split())
    names = len(bare) >= _LEAST_TITLE and (bare in "".join(title.split()) or piece.heading in (1, 2))
    return (names and not piece.aside and not piece.linked) or _FIELD.match(piece.text) is not None
