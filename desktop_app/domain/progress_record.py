"""Entries of progress that speak only of problems or next steps say it beside the text that stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.ledger import ProgressRow

_BEFORE, _AFTER = "本级核定（", "填报）"


def settled_for(unit: str) -> str:
    """Who signs what the officer made of a unit's words: for that unit it stands in the place of its own."""
    return f"{_BEFORE}{unit}{_AFTER}"


def voice_of(reporter: str) -> str:
    """The unit in whose story an entry stands, also when the officer settled it."""
    return reporter.removeprefix(_BEFORE).removesuffix(_AFTER) if reporter.startswith(_BEFORE) else reporter


def told(entries: Iterable[ProgressRow]) -> tuple[ProgressRow, ...]:
    """Entries of one task, oldest first, each without text joined to the one before it of the same part.

    The text keeps its reporter; the day is the one on which it was last left standing.
    """
    found: dict[int, ProgressRow] = {}
    newest: dict[int | None, int] = {}
    for place, entry in enumerate(entries):
        before = newest.get(entry.part)
        if entry.text or before is None:
            found[place], newest[entry.part] = entry, place
        else:
            found[before] = beside(found[before], entry)
    return tuple(sorted(found.values(), key=lambda entry: (entry.on, entry.id)))


def beside(held: ProgressRow, newer: ProgressRow) -> ProgressRow:
    """What held, with what a newer entry without text says of the rest."""
    return replace(
        newer,
        text=held.text,
        reporter=held.reporter if held.text else newer.reporter,
        percent=held.percent if newer.percent is None else newer.percent,
        problems=newer.problems or held.problems,
        next_step=newer.next_step or held.next_step,
        expected_on=newer.expected_on or held.expected_on,
        evidence=newer.evidence or held.evidence,
    )
