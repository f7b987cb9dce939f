"""The repaired text as lines, each with its place: one paragraph a line, table rows with tabs between cells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text; `text` is what stands in `[start, end)`."""

    index: int
    start: int
    end: int
    text: str

    @property
    def is_row(self) -> bool:
        """True for a row of a table."""
        return "\t" in self.text


def lines_of(text: str) -> list[Line]:
    """Every line of the text, in order; the text has no blank ones."""
    lines: list[Line] = []
    at = 0
    for index, words in enumerate(text.split("\n")):
        lines.append(Line(index, at, at + len(words), words))
        at += len(words) + 1
    return lines
