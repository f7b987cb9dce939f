"""The entries of progress that a merge adds: what a unit said and was taken in its name, the rest in the officer's.

An entry without text speaks only of what it holds; the rest stands as it was said before.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping

from desktop_app.domain.handout import FIELDS, PLACES, Field, RowKey, Value, Values
from desktop_app.domain.merging import Cell, Choice, Decision, MergePlan, Outcome, Write
from desktop_app.domain.merging.words import agree, is_empty
from desktop_app.domain.progress_record import settled_for
from desktop_app.services.answers_now import Standings

Entry = dict[str, object]
Said = dict[Field, Value]

_WORDS = FIELDS[PLACES[Field.EXPECTED] :]
"""The fields that make an entry of progress."""


class MergeEntries:
    """What one merge adds to the record, row by row."""

    def __init__(self, plan: MergePlan, decision: Decision, standings: Standings, today: dt.date) -> None:
        self._decision, self._standings, self._today = decision, standings, today
        self._cells: Mapping[tuple[str, RowKey], list[Cell]] = defaultdict(list)
        for cell in plan.cells:
            if cell.key is not None:
                self._cells[cell.unit, cell.key].append(cell)
        self._unchanged: Mapping[tuple[str, RowKey], Said] = defaultdict(dict)
        written = {(write.unit, write.key) for write in decision.writes}
        for row in plan.same:
            if (row.unit, row.key) in written:
                said = {field: row.base[PLACES[field]] for field in row.fields}
                self._unchanged[row.unit, row.key].update(said)

    def of(self, write: Write) -> Iterator[Entry]:
        """The unit's entry, then what the officer settled otherwise; nothing for a merge of mere states."""
        if not any(field in write.values for field in _WORDS):
            return
        ours: Values = self._standings.values(write.unit, write.key) or (None,) * len(FIELDS)
        final = {field: write.values.get(field, ours[PLACES[field]]) for field in _WORDS}
        taken = self._taken(write)
        news = {field for field in _WORDS if field in taken}
        own = {field: taken[field] for field in news} | self._repeated(write, ours, taken)
        percent = write.values.get(Field.PERCENT)
        percent_is_theirs = agree(taken.get(Field.PERCENT), percent)
        if news:
            yield self._entry(write, write.unit, own, percent if percent_is_theirs else None)
        rest = self._rest(write, final, own if news else {})
        if rest:
            yield self._entry(write, settled_for(write.unit), rest, None if news and percent_is_theirs else percent)

    def _taken(self, write: Write) -> Said:
        """The unit's own words of the cells that were taken, also where they now stand beside the officer's."""
        return {
            cell.field: cell.theirs
            for cell in self._cells[write.unit, write.key]
            if cell.outcome is not Outcome.REFUSED
            and cell.field in write.values
            and (chosen := self._decision.settled.get(cell.id)) is not None
            and (
                chosen.choice in (Choice.THEIRS, Choice.BOTH)
                or (chosen.choice is Choice.OWN and agree(chosen.value, cell.theirs))
            )
        }

    def _repeated(self, write: Write, ours: Values, taken: Said) -> Said:
        """What the workbook still says as it was handed out and the ledger holds it, too; beside a new text also what
        the unit said before and an empty cell does not take back.
        """
        unchanged = self._unchanged[write.unit, write.key]
        anew = not is_empty(taken.get(Field.TEXT))
        before = self._standings.own_fields(write.unit, write.key) if anew else frozenset()
        return {
            field: ours[PLACES[field]]
            for field in _WORDS
            if field not in taken
            and field not in write.values
            and (field in before or (field in unchanged and agree(unchanged[field], ours[PLACES[field]])))
        }

    def _rest(self, write: Write, final: Said, own: Said) -> Said:
        """What holds now and the unit's entry does not say: all of it where the text is the officer's."""
        if Field.TEXT in write.values and not agree(final[Field.TEXT], own.get(Field.TEXT)):
            return final
        # Beside a text of the unit's its entry is the newest on everything; without, what stood before still stands.
        wanted = _WORDS if not is_empty(own.get(Field.TEXT)) else [field for field in _WORDS if field in write.values]
        return {field: final[field] for field in wanted if not agree(final[field], own.get(field))}

    def _entry(self, write: Write, reporter: str, said: Said, percent: Value) -> Entry:
        words = {field.value: said.get(field, None if field is Field.EXPECTED else "") for field in _WORDS}
        place = {"node_id": write.key.task, "part_id": write.key.part, "day": self._today}
        return {**place, "percent": percent, "reporter": reporter, **words}
