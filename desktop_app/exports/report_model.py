"""What a report says: words and figures, nothing of how they are drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from desktop_app.exports.table_model import RowKind, Table, TableColumn, TableRow

DEFINITIONS = "数据口径及对应任务"
"""The title of the annex that says what every counted number means."""


class Level(Enum):
    """The levels of GB/T 9704 7.3.3 that a report uses; each has its face."""

    FIRST = 1
    """一、 in 黑体"""
    SECOND = 2
    """（一） in 楷体"""
    BODY = 5
    """仿宋"""


class Numbering(Enum):
    """Where the page number stands."""

    OUTER = "outer"
    """Odd pages right, even pages left: for paper printed on both sides (7.5)."""
    CENTRED = "centred"
    """For internal use."""


class Pattern(Enum):
    """How a stretch of a bar is filled: apart in black and white (look.md 4)."""

    SOLID = "solid"
    UPRIGHT = "upright"
    DOTS = "dots"
    DIAGONAL = "diagonal"
    CROSS = "cross"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading or a paragraph of the body; `task` is the id of the one task that it speaks of."""

    text: str
    level: Level = Level.BODY
    task: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of figure in a chart."""

    name: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a figure for each series, and the words at its end."""

    label: str
    values: tuple[float, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Lying bars. `head` names what the bars are; Word gets the same figures as a table."""

    caption: str
    head: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    total: str = "合计"

    @property
    def as_table(self) -> Table:
        """The figures of the chart."""
        width = max(40.0, 240.0 / (len(self.series) + 1))
        columns = (
            TableColumn(self.head, 200, centred=False),
            *(
                TableColumn(_in_two_lines(series.name) if width < _NARROW else series.name, width)
                for series in self.series
            ),
            TableColumn(self.total, width),
        )
        rows = (TableRow((bar.label, *(f"{value:g}" for value in bar.values), bar.note)) for bar in self.bars)
        return Table(columns, tuple(rows), self.caption)


_NARROW = 46.0


def _in_two_lines(head: str) -> str:
    """临期滞后 as two words, not as three letters and one."""
    return f"{head[:2]}\n{head[2:]}" if len(head) == 4 else head


Block = Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the first level, without its number, and what stands under it.

    `own_page` begins a new page: sections that are handed to different readers.
    """

    heading: str
    blocks: tuple[Block, ...]
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class Annex:
    """A table that follows the report on pages of its own, turned when it is `wide`; `note` stands under its title.

    A `dense` one is set smaller. One that is not `numbered` explains the annex before it and is not called an annex itself.
    """

    title: str
    columns: tuple[TableColumn, ...]
    rows: Sequence[TableRow]
    wide: bool = True
    note: str = ""
    numbered: bool = True
    dense: bool = False

    @property
    def items(self) -> int:
        """How many rows hold something to report: headings and sums are not counted."""
        return sum(row.kind is RowKind.PLAIN for row in self.rows)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the report states: its definition, and the annex numbers of the tasks that make it up."""

    name: str
    value: str
    definition: str
    numbers: tuple[int, ...]
    tasks: tuple[int, ...] = ()
    """The same tasks by their ids, for a window that leads to them."""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A report ready to be drawn.

    `period` names the time it speaks of. `addressee` and `signature_unit` may be "": then the one is left out and
    the other's line is left blank for the hand; without `signed_on` there is no signature at all. A report without
    opening and sections is a table: its first annex then carries the title and is not called one.
    """

    title: str
    period: str
    addressee: str = ""
    opening: str = ""
    sections: tuple[Section, ...] = ()
    closing: str = ""
    signature_unit: str = ""
    signed_on: dt.date | None = None
    annexes: tuple[Annex, ...] = ()
    figures: tuple[Figure, ...] = ()
    cells: tuple[Figure, ...] = ()
    """The numbers of tables and charts, each by what it counts: for a window that leads to tasks. Not printed again."""
    numbering: Numbering = Numbering.OUTER
    urges: str = ""
    """The unit that the letter urges about the tasks of `figures`; "" for every other report."""

    @property
    def opening_paragraphs(self) -> tuple[str, ...]:
        """The opening as the officer parted it by line feeds."""
        return _paragraphs(self.opening)

    @property
    def closing_paragraphs(self) -> tuple[str, ...]:
        """The closing words, parted likewise."""
        return _paragraphs(self.closing)

    @property
    def has_body(self) -> bool:
        """Whether there is anything before the annexes."""
        return bool(self.opening or self.sections)

    @property
    def named_annexes(self) -> tuple[tuple[str, Annex], ...]:
        """The annexes with what stands at their head: 附件, or 附件1 where there are several; "" for those without."""
        numbered = [annex for annex in self.annexes if annex.numbered] if self.has_body else []
        labels = {id(annex): f"附件{at if len(numbered) > 1 else ''}" for at, annex in enumerate(numbered, 1)}
        return tuple((labels.get(id(annex), ""), annex) for annex in self.annexes)

    @property
    def items(self) -> int:
        """How many rows the annexes hold, those that only explain left out."""
        return sum(annex.items for annex in self.annexes if annex.numbered)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())
