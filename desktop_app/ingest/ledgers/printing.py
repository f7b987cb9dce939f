"""The text that a plan made of a ledger points into: every row a line, its cells in the order of the sheet's columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.old_ledger import Column
from desktop_app.domain.plan import Paragraph, ParagraphUse, Span
from desktop_app.domain.task import Status
from desktop_app.ingest.ledgers.standings import COLUMNS as STANDINGS
from desktop_app.ingest.parsing.headings import LONGEST_TITLE
from desktop_app.ingest.parsing.tables import Cell, TableRow

ASKED = (
    Column.NUMBER,
    Column.TITLE,
    Column.TEXT,
    Column.TARGET,
    Column.LEAD,
    Column.SUPPORT,
    Column.RESPONSIBLE,
    Column.DATE,
)
"""The columns that say what is asked."""
_WHO = frozenset({Column.LEAD, Column.SUPPORT, Column.RESPONSIBLE})
_PART_OF = re.compile(r"（分段[\d、]+）")
_STANDINGS = "|".join(status.label for status in Status)
_OWN_PART = re.compile(rf"分段\d+：(.*?)（(?:{_STANDINGS})[^（）]*）。(?=\s*(?:分段\d+：|$))")


class Page:
    """Lines as they are written, each with its place and what it was read as."""

    def __init__(self) -> None:
        self._columns: list[Column] = []
        self._words: list[str] = []
        self._at = 0
        self.paragraphs: list[Paragraph] = []

    def begin(self, columns: Sequence[Column | None]) -> list[int]:
        """The rows to come have these columns, from the left; the places of all in the order in which they are printed.

        What is asked stands before how it stands, each in the order of the sheet; a column that is not used comes last.
        """
        asked: list[int] = []
        standing: list[int] = []
        rest: list[int] = []
        for place, column in enumerate(columns):
            kind = asked if column in ASKED else standing if column in STANDINGS else rest
            kind.append(place)
        self._columns = list(dict.fromkeys(column for place in (*asked, *standing) if (column := columns[place])))
        return [*asked, *standing, *rest]

    @property
    def text(self) -> str:
        """Everything written so far."""
        return "\n".join(self._words)

    def write(self, words: str, use: ParagraphUse) -> Span:
        """A line, and where it stands."""
        span = Span(self._at, self._at + len(words))
        self.paragraphs.append(Paragraph(len(self._words), span, use))
        self._words.append(words)
        self._at = span.end + 1
        return span

    def write_row(self, cells: Mapping[Column, str], split_title: bool) -> TableRow:
        """A task: `split_title` where one cell holds both its name and what is to be done.

        It ends where the cells end that ask: how it stands is printed behind them, and a newer version that only
        tells more of that asks nothing new.
        """
        shown = [_plain(column, cells.get(column, "")) for column in self._columns]
        line = len(self._words)
        span = self.write("\t".join(shown), ParagraphUse.TASK)
        placed, at = [], span.start
        for column, said in zip(self._columns, shown, strict=True):
            if column in ASKED:
                placed.append(Cell(column, said, Span(at, at + len(said))))
            at += len(said) + 1
        return _row(line, Span(span.start, placed[-1].span.end), placed, split_title)


def _plain(column: Column, words: str) -> str:
    """A cell without what our own ledger adds for tasks in parts: their numbers and where each stands."""
    if column is Column.NUMBER:
        return as_number(words)
    if column in _WHO:
        return _PART_OF.sub("", words)
    if column is Column.TEXT and words.startswith("分段1："):
        return "".join(f"{text.rstrip('。；')}。" for text in _OWN_PART.findall(words)) or words
    return words


def as_number(words: str) -> str:
    """1 -> 1. and 一 -> 一、: a bare number would run into the title behind it. Others stay as printed."""
    if re.fullmatch(r"\d{1,4}", words):
        return f"{words}."
    return f"{words}、" if re.fullmatch("[一二三四五六七八九十]{1,3}", words) else words


@dataclass(frozen=True, slots=True)
class _What:
    title: Span
    body: tuple[Span, ...]


def _row(line: int, span: Span, cells: Sequence[Cell], split_title: bool) -> TableRow:
    held = {cell.column: cell for cell in cells if cell.words}
    number = held[Column.NUMBER].words if Column.NUMBER in held else ""
    name = held.get(Column.TITLE)
    what = _What(Span(span.start, span.start), ()) if name is None else _what(name, split_title)
    more = (held[column].span for column in (Column.TEXT, Column.TARGET) if column in held)
    filled = tuple(cell for cell in cells if cell.words)
    return TableRow((line,), span.start, span.end, number, what.title, (*what.body, *more), filled)


def _what(name: Cell, split: bool) -> _What:
    """推进云迁移。配合市级… in one cell: title and text."""
    stop = name.words.find("。")
    if not split or (stop < 0 and len(name.words) <= LONGEST_TITLE) or stop == len(name.words) - 1 <= LONGEST_TITLE:
        return _What(name.span, ())
    if 0 < stop <= LONGEST_TITLE:
        start = name.span.start
        return _What(Span(start, start + stop), (Span(start + stop + 1, name.span.end),))
    return _What(Span(name.span.start, name.span.start), (name.span,))
