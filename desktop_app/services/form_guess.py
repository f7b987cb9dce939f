"""What the columns and blanks of a form from above most likely take, by the words of its heads and labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.domain.form_blanks import empty_rows, find_blanks, guess_entry
from desktop_app.domain.superior_form import Blank, Entry, FormTable, Meaning, TableMapping
from desktop_app.ingest.column_words import Column, read_head
from desktop_app.ingest.columns import apply, guess_columns
from desktop_app.ingest.document import Table

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


def guess_table(table: FormTable, first: int | None = None) -> TableMapping:
    """What the columns and blanks of one table take, by the words of its head and labels.

    `first` is where the officer says that tasks begin: the row above it is then the last of the head.
    """
    texts = table.texts()
    found = guess_columns(Table(texts))
    if first is not None and first != found.first:
        names = texts[first - 1] if first else ("",) * table.width
        found = replace(found, names=names, first=first)
    if not found.first:
        blanks = find_blanks(table, 0, 0, 0)
        return TableMapping((Meaning.EMPTY,) * table.width, 0, 0, _guessed(blanks), ("",) * table.width)
    rows = empty_rows(table, found.first)
    listed = () if rows else tuple(row.place for row in apply(found, Table(texts)).rows if row.place in table.ruled)
    within = rows or (listed[-1] - found.first + 1 if listed else 0)
    blanks = find_blanks(table, found.first, within, _head_rows(texts[: found.first], found.names))
    return TableMapping(guess_meanings(found.names), found.first, rows, _guessed(blanks), found.names, listed)


def _guessed(blanks: Iterable[Blank]) -> tuple[tuple[Blank, Entry, str], ...]:
    return tuple((blank, guess_entry(blank), "") for blank in blanks)


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
        made.append(Meaning.EMPTY if meaning in made else meaning)
    if not {Meaning.LEAD, Meaning.RESPONSIBLE} <= set(made):
        # One column for who answers takes the lead where the plan names one, else the responsible units: nobody is lost.
        alone = (Meaning.LEAD, Meaning.RESPONSIBLE)
        made = [Meaning.OWNERS if meaning in alone else meaning for meaning in made]
    return tuple(made)
