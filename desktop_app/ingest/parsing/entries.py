"""What an outline is made of while it is being read: entries that grow line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.plan import Doubt, Span, Target
from desktop_app.ingest.parsing.marks import Mark, Style, kind_of
from desktop_app.ingest.parsing.tables import TableRow


@dataclass(slots=True)
class Entry:
    """A place in the outline while it is being read: ranges point into the text."""

    parent: Entry | None
    number: str
    title: Span
    start: int
    body: list[Span] = field(default_factory=list)
    heading: int = -1
    lines: list[int] = field(default_factory=list)
    style: Style | None = None
    value: int = 0
    depth: int = 0
    children: int = 0
    row: TableRow | None = None
    indicators: list[Target] = field(default_factory=list)

    def counts_with(self, mark: Mark) -> bool:
        """True for an item of the list that a mark goes on with."""
        return self.style is mark.style and kind_of(mark.style, self.number) == mark.kind

    @property
    def is_row(self) -> bool:
        """True for a task that a table states."""
        return self.row is not None


@dataclass(frozen=True, slots=True)
class Outline:
    """Entries in document order, lines that went to none of them, head rows of tables, and what looked odd."""

    entries: tuple[Entry, ...]
    loose: tuple[int, ...]
    heads: tuple[int, ...]
    doubts: tuple[Doubt, ...]
