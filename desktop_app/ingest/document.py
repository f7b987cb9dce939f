"""The one form that every reader delivers: a document as blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

FURNITURE = "furniture"
"""The style of what belongs to the page and not to the document: page numbers, running heads, menus."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it arrived; `style` is the reader's name for its style (Heading 1), or empty."""

    text: str
    style: str = ""
    sheet: str = field(default="", compare=False)
    """The sheet of a workbook that it stands on."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cell texts by grid column.

    A cell merged across columns prints once, then empty texts; one merged down repeats its text in every row.
    """

    rows: tuple[tuple[str, ...], ...]
    sheet: str = field(default="", compare=False)
    places: tuple[int, ...] = field(default=(), compare=False)
    """Which row of the sheet each row is, counted from 0; empty when that is not known."""
    columns: tuple[int, ...] = field(default=(), compare=False)
    """Which column of the sheet each column is, counted from 0; empty when that is not known."""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file once it has been decoded: its name, what it was read as, and its blocks in order."""

    source: str
    format: str
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
    """What the reader could not read, in the officer's words: pages that are pictures, hidden sheets."""

    @property
    def text(self) -> str:
        """The text exactly as it arrived, one paragraph or table row a line."""
        return "\n".join(_lines_of(self.blocks))

    @property
    def body(self) -> str:
        """The text without what the reader has set aside as furniture."""
        return "\n".join(_lines_of(block for block in self.blocks if not is_furniture(block)))

    @property
    def set_aside(self) -> tuple[str, ...]:
        """The paragraphs that the reader has found to be furniture."""
        furniture = _lines_of(block for block in self.blocks if is_furniture(block))
        return tuple(line for words in furniture for line in words.split("\n") if line.strip())


def is_furniture(block: Block) -> bool:
    """True for what the reader has found to belong to the page."""
    return isinstance(block, Paragraph) and block.style == FURNITURE


def _lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from ("\t".join(row) for row in block.rows)
