"""What a superior's form says of tasks: every digit of a reading, shares as the report has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.ledger import PlanRow, ReadingRow, TaskRow
from desktop_app.domain.superior_form import Entry, Meaning
from desktop_app.domain.task import Status
from desktop_app.exports.material import Material
from desktop_app.exports.superior_form.values import entry_of, row_of


def test_a_reading_of_seven_digits_keeps_them_all(
    plans: Sequence[PlanRow], rows: Sequence[TaskRow], today: dt.date
) -> None:
    row = next(row for row in rows if row.targets)
    target = replace(row.targets[0], readings=(ReadingRow(1, today, 1234567.0, ""),))
    material = Material(plans, rows, today)
    (said,) = row_of([Meaning.READING], material, replace(row, targets=(target,)), 1)
    assert said == f"{target.phrase}：1234567{target.unit}"


def test_the_rate_is_closed_by_all_and_never_rounded_up_to_the_whole(
    plans: Sequence[PlanRow], rows: Sequence[TaskRow], today: dt.date
) -> None:
    done = [replace(rows[0], id=n, status=Status.CLOSED) for n in range(299)]
    material = Material(plans, [*done, replace(rows[0], id=300, status=Status.DROPPED)], today)
    told = [entry_of(entry, "", material) for entry in (Entry.CLOSED, Entry.TASKS, Entry.RATE)]
    assert told == ["299", "300", "99.7%"]
