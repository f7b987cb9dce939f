"""A web page walked in reading order: paragraphs and tables as pieces, each knowing where it stands in the page."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.parsing.numbers import print_chinese
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.html_nodes import BLOCKS, CHINESE_LIST, is_aside, is_unseen, tidy

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DEEPEST = 400
_MOST_SPAN = 60
_MOST_FILLED = 300_000
"""Cells of one table, merged ones counted in every place they cover."""
_LONG_CELL = 1500
_CELL_PARAGRAPHS = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a table: `place` are the ids of the elements it stands in, from the page inwards."""

    text: str
    place: tuple[int, ...]
    heading: int = 0
    aside: bool = False
    """Inside an element that calls itself a menu, foot or the like."""
    linked: int = 0
    """Letters of it that are links."""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class _Open:
    """The paragraph being gathered."""

    texts: list[str] = field(default_factory=list)
    linked: int = 0


def walk(page: LexborHTMLParser, budget: limits.Budget) -> list[Piece]:
    """The visible pieces of a page in order."""
    root = page.body or page.root
    if root is None:
        return []
    return list(_Walker(budget).pieces(root))


class _Walker:
    """Walks without recursion, because a hostile page nests as deep as it likes."""

    def __init__(self, budget: limits.Budget) -> None:
        self._budget = budget
        self._open = _Open()
        self._place: list[int] = []
        self._heading = 0
        self._aside = 0
        self._links = 0
        self._seen = 0
        self._counted: dict[int, int] = {}

    def pieces(self, root: LexborNode) -> Iterator[Piece]:
        """Every paragraph and data table under the root."""
        node: LexborNode | None = root
        while node is not None:
            self._seen += 1
            if self._seen % 2000 == 0:
                self._budget.spend()
            inner: LexborNode | None = None
            if node.is_text_node:
                self._add(node.text_content or "")
            elif node.is_element_node and not is_unseen(node):
                rows = _data_table(node, self._budget) if node.tag == "table" else None
                if rows is not None:
                    yield from self._close()
                    yield self._piece("", 0, rows)
                else:
                    yield from self._enter(node)
                    inner = node.first_child
                    if inner is None:
                        yield from self._leave(node)
            node = inner if inner is not None else (yield from self._next(node, root))
        yield from self._close()

    def _next(self, node: LexborNode, root: LexborNode) -> Generator[Piece, None, LexborNode | None]:
        """The node after this one and all it holds; leaving elements closes paragraphs."""
        while node.mem_id != root.mem_id:
            if node.next is not None:
                return node.next
            parent = node.parent
            if parent is None:
                return None
            yield from self._leave(parent)
            node = parent
        return None

    def _enter(self, node: LexborNode) -> Iterator[Piece]:
        tag = node.tag or ""
        self._links += tag == "a"
        self._aside += is_aside(node)
        if tag in BLOCKS:
            yield from self._close()
            self._place.append(node.mem_id)
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                self._heading = int(tag[1])
            if tag == "li":
                self._open.texts.append(self._list_number(node))

    def _leave(self, node: LexborNode) -> Iterator[Piece]:
        tag = node.tag or ""
        if tag in BLOCKS:
            yield from self._close()
            self._place.pop()
            if len(tag) == 2 and tag[0] == "h":
                self._heading = 0
        self._links -= tag == "a"
        self._aside -= is_aside(node)

    def _list_number(self, item: LexborNode) -> str:
        """What the browser prints before an item of an ordered list."""
        parent = item.parent
        if parent is None or parent.tag != "ol":
            return ""
        about = parent.attributes
        last = self._counted.get(parent.mem_id, _integer(about.get("start"), 1) - 1)
        number = _integer(item.attributes.get("value"), last + 1)
        self._counted[parent.mem_id] = number
        chinese = CHINESE_LIST.search(about.get("style") or "") and 0 < number < 100
        return f"{print_chinese(number)}、" if chinese else f"{number}."

    def _add(self, text: str) -> None:
        self._open.texts.append(text)
        if self._links:
            self._open.linked += len(text.strip())

    def _close(self) -> Iterator[Piece]:
        gathered, self._open = self._open, _Open()
        text = tidy("".join(gathered.texts[1:] if _begins_with_mark(gathered.texts) else gathered.texts))
        if text:
            yield self._piece(text, gathered.linked)

    def _piece(self, text: str, linked: int, rows: tuple[tuple[str, ...], ...] = ()) -> Piece:
        return Piece(text, tuple(self._place[:_DEEPEST]), self._heading, self._aside > 0, linked, rows)


def _begins_with_mark(texts: list[str]) -> bool:
    """The number of a list item stands in its text already."""
    return len(texts) > 1 and bool(texts[0]) and read_mark("".join(texts[1:]).lstrip()[:40]) is not None


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.strip().isdigit() and len(text) < 6 else default


def _data_table(table: LexborNode, budget: limits.Budget) -> tuple[tuple[str, ...], ...] | None:
    """The cells of a table of data; None for a table that only lays out the page."""
    if table.css_first("table table") is not None or table.css_first("h1, h2, form") is not None:
        return None
    cells = [(row, row.css("td, th")) for row in table.css("tr")]
    if len(cells) < 2 or max(len(found) for _, found in cells) < 2:
        return None
    if sum(len(found) for _, found in cells) > limits.MOST_CELLS:
        return None
    for _, found in cells:
        for cell in found:
            if len(cell.css("p, br")) > _CELL_PARAGRAPHS and len(cell.text()) > _LONG_CELL:
                return None
    rows = _spread([found for _, found in cells], budget)
    return rows if any(any(row) for row in rows) else None


def _spread(lines: list[list[LexborNode]], budget: limits.Budget) -> tuple[tuple[str, ...], ...]:
    """Cells in their columns: merged across prints once, merged down repeats (the contract of `document.Table`)."""
    rows: list[dict[int, str]] = [{} for _ in lines]
    filled = 0
    for place, cells in enumerate(lines):
        column = 0
        budget.spend()
        for cell in cells:
            while column in rows[place]:
                column += 1
            across = min(max(_integer(cell.attributes.get("colspan"), 1), 1), _MOST_SPAN)
            down = max(_integer(cell.attributes.get("rowspan"), 1), 1)
            text = _cell_text(cell, budget)
            filled += across * min(down, len(rows) - place)
            if filled > _MOST_FILLED or column > limits.MOST_COLUMNS:
                raise limits.OutOfTime
            for row in rows[place : place + down]:
                row.update({column: text, **dict.fromkeys(range(column + 1, column + across), "")})
            column += across
    width = max((max(row, default=0) + 1 for row in rows), default=0)
    return tuple(tuple(row.get(column, "") for column in range(width)) for row in rows)


def _cell_text(cell: LexborNode, budget: limits.Budget) -> str:
    """The lines of a cell on one line."""
    pieces = _Walker(budget).pieces(cell)
    return " ".join(piece.text for piece in pieces)[: limits.LONGEST_CELL]
