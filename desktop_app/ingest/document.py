"""The one form that every reader delivers: a document as blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it arrived; `style` is the reader's name for its style (Heading 1), or empty."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cell texts by grid column.

    A cell merged across columns prints once, then empty texts; one merged down repeats its text in every row.
    """

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file once it has been decoded: its name, what it was read as, and its blocks in order."""

    source: str
    format: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text exactly as it arrived, one paragraph or table row a line."""
        lines: list[str] = []
        for block in self.blocks:
            if isinstance(block, Paragraph):
                lines.append(block.text)
            else:
                lines.extend("\t".join(row) for row in block.rows)
        return "\n".join(lines)
