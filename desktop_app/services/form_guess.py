"""What the columns and blanks of a form from above most likely take, by the words of its heads and labels."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from desktop_app.domain.form_blanks import empty_rows, example_rows, find_blanks, guess_entry
from desktop_app.domain.form_numbers import is_number
from desktop_app.domain.old_ledger import Mapping
from desktop_app.domain.superior_form import Blank, Entry, FormTable, Meaning, TableMapping
from desktop_app.ingest.column_words import Column, read_head
from desktop_app.ingest.columns import apply, guess_columns
from desktop_app.ingest.document import Table
from desktop_app.services.form_parts import head_row, quiet_rows

_MEANINGS = {
    Column.NUMBER: Meaning.ORDER, Column.GROUP: Meaning.CHAPTER, Column.TITLE: Meaning.TITLE, Column.TEXT: Meaning.WORDING,
    Column.TARGET: Meaning.TARGET, Column.LEAD: Meaning.LEAD, Column.SUPPORT: Meaning.SUPPORT,
    Column.RESPONSIBLE: Meaning.RESPONSIBLE, Column.DATE: Meaning.DUE, Column.DONE_ON: Meaning.CLOSED_ON,
    Column.STATUS: Meaning.STATUS, Column.PERCENT: Meaning.PERCENT, Column.PROGRESS: Meaning.PROGRESS,
    Column.PROBLEMS: Meaning.PROBLEMS, Column.NEXT_STEP: Meaning.NEXT_STEP, Column.EVIDENCE: Meaning.EVIDENCE,
    Column.NOTE: Meaning.REMARKS,
}  # fmt: skip
_BY_WORD = (
    ("编号", Meaning.ORDER, Meaning.NUMBER),
    ("是否", Meaning.STATUS, Meaning.DONE),
    ("灯", Meaning.STATUS, Meaning.LIGHT),
    ("数", Meaning.EVIDENCE, Meaning.EVIDENCE_COUNT),
)
"""Heads that say more than their kind: 佐证份数 asks for a count."""
_ASKS_FOR_BOTH = re.compile("(?:进展|情况|成效)[、及和与以].*(?:问题|困难|堵点)|(?:问题|困难|堵点)[、及和与以].*进展")
"""Joined by a word: 落实情况存在问题 is a column under the head of its group."""
_ASKS_NEXT_STEP = re.compile("下一?步|打算|计划|建议")


def guess_table(table: FormTable, first: int | None = None) -> TableMapping:
    """What the columns and blanks of one table take, by the words of its head and labels.

    `first` is where the officer says that tasks begin: the row above it is then the last of the head.
    """
    found, quiet = _columns(table)
    texts = table.texts()
    if first is not None and first != found.first:
        names = texts[first - 1] if first else ("",) * table.width
        found, quiet = replace(found, names=names, first=first), frozenset()
    if not found.first:
        blanks = find_blanks(table, 0, 0, 0)
        return TableMapping((Meaning.EMPTY,) * table.width, 0, 0, _guessed(blanks), ("",) * table.width)
    heads = _head_rows([row for at, row in enumerate(texts[: found.first]) if at not in quiet], found.names)
    begin = _behind(found.first, quiet)
    heads += begin - found.first
    meanings = guess_meanings(found.names)
    rows = empty_rows(table, begin)
    examples = example_rows(table, begin, rows)
    listed = _listed(table, replace(found, first=begin + rows), meanings) if rows == len(examples) else ()
    if listed:
        # Tasks are printed below the example: it is not theirs to fill.
        rows, examples = 0, ()
    within = rows or (listed[-1] - begin + 1 if listed else 0)
    blanks = find_blanks(table, begin, within, heads)
    return TableMapping(meanings, begin, rows, _guessed(blanks), found.names, listed, examples)


def _columns(table: FormTable) -> tuple[Mapping, frozenset[int]]:
    """The head by its words, and the rows around it that belong to no column."""
    texts = table.texts()
    head = head_row(table)
    if head is None:
        return guess_columns(Table(texts)), frozenset()
    quiet = quiet_rows(texts, head)
    bare = [("",) * table.width if at in quiet else row for at, row in enumerate(texts)]
    found = guess_columns(Table(tuple(bare[head:])))
    return replace(found, heads=tuple(range(head + found.first)), first=head + found.first), quiet


def _behind(first: int, quiet: Collection[int]) -> int:
    """The first row behind those that explain the columns."""
    while first in quiet:
        first += 1
    return first


def _listed(table: FormTable, found: Mapping, meanings: Sequence[Meaning]) -> tuple[int, ...]:
    """The rows that print tasks, by their wording or, where a form prints no more, by their number."""
    texts = table.texts()
    worded = tuple(row.place for row in apply(found, Table(texts)).rows if row.place in table.ruled)
    at = number_column(meanings)
    if worded or at is None:
        return worded
    return tuple(row for row in range(found.first, table.height) if row in table.ruled and is_number(texts[row][at]))


def number_column(meanings: Sequence[Meaning]) -> int | None:
    """The column that holds the numbers of tasks: 任务编号, or 序号 where there is no other."""
    return next((meanings.index(each) for each in (Meaning.NUMBER, Meaning.ORDER) if each in meanings), None)


def _guessed(blanks: Iterable[Blank]) -> tuple[tuple[Blank, Entry, str], ...]:
    return tuple((blank, guess_entry(blank), "") for blank in blanks)


def _several(name: str) -> Meaning | None:
    """What a column takes that asks for several things in one: 工作进展及存在问题."""
    if not _ASKS_FOR_BOTH.search(name):
        return None
    return Meaning.WHOLE_ACCOUNT if _ASKS_NEXT_STEP.search(name) else Meaning.ACCOUNT


def _head_rows(above: Sequence[Sequence[str]], names: Sequence[str]) -> int:
    """How many of the rows above the first task are the head: what they say is in the names of the columns."""
    rows = 0
    for row in reversed(above):
        said = [text for text in row if text]
        if len(said) < 2 or not all(any(text in name for name in names) for text in said):
            break
        rows += 1
    return max(rows, 1)


def guess_meanings(names: Sequence[str]) -> tuple[Meaning, ...]:
    """The meanings of columns by their heads; of two columns of one kind the first has it."""
    made: list[Meaning] = []
    for name in names:
        head = read_head(name)
        meaning = _MEANINGS.get(head[0], Meaning.EMPTY) if head else Meaning.EMPTY
        for word, plain, special in _BY_WORD:
            if meaning is plain and word in name:
                meaning = special
        meaning = _several(name) or meaning
        made.append(Meaning.EMPTY if meaning in made else meaning)
    if not {Meaning.LEAD, Meaning.RESPONSIBLE} <= set(made):
        # One column for who answers takes the lead where the plan names one, else the responsible units: nobody is lost.
        alone = (Meaning.LEAD, Meaning.RESPONSIBLE)
        made = [Meaning.OWNERS if meaning in alone else meaning for meaning in made]
    return tuple(made)
