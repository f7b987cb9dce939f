"""Where a task stands after a new version: the rules, with no database in sight.

What the officer noted stays. A closed task whose wording changed waits to be checked again, unless it is kept closed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.standing import FRESH, ON_HOLD, Standing, close, settle
from desktop_app.domain.task import Status


def to_check_again(standing: Standing) -> Standing:
    """A closed task or part whose wording changed: done, but to be looked at; when it was closed is noted."""
    if standing.status is not Status.CLOSED:
        return standing
    closed = f"原于{standing.closed_on.isoformat()}销号，新版本改动了文字" if standing.closed_on else ""
    note = "；".join(text for text in (closed, standing.close_note) if text)
    return Standing(Status.AWAITING_CHECK, standing.percent, standing.percent_before, None, note)


def leave_out(standing: Standing) -> Standing:
    """不再适用, with all that was noted: percent, and when it was closed."""
    return replace(standing, status=Status.DROPPED)


def come_back(standing: Standing) -> Standing:
    """A task or part that a former version left out and this one has again: as it stood before."""
    if standing.status is not Status.DROPPED:
        return standing
    if standing.closed_on is not None:
        return replace(standing, status=Status.CLOSED)
    return replace(standing, status=Status.IN_PROGRESS if standing.percent else Status.NOT_STARTED)


def after_revision(
    task: Standing, parts: Sequence[Standing], changed: bool, parts_differ: bool, keep: bool, today: dt.date
) -> Standing:
    """The standing of a task with the new version's parts; `keep` leaves a closed task closed."""
    if task.status is Status.CLOSED:
        return task if keep or not changed else to_check_again(task)
    if not parts or not parts_differ or task.status in ON_HOLD:
        return task
    settled = settle(task, parts, today)
    # The last open part is gone: that closes nothing, the officer does.
    return Standing(Status.AWAITING_CHECK, 100, task.percent) if settled.status is Status.CLOSED else settled


def part_after_revision(part: Standing, changed: bool, keep: bool) -> Standing:
    """The standing of a part that the new version has too."""
    return part if keep or not changed else to_check_again(part)


def new_part_of(task: Standing, keep: bool) -> Standing:
    """The standing of a part that is new: not begun, or closed where its task stays closed."""
    if task.status is Status.CLOSED and keep and task.closed_on is not None:
        return close(FRESH, task.closed_on, task.close_note)
    return FRESH
