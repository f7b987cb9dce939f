"""How the standing of a task or part changes: the rules, with no database in sight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.task import Status

DONE = frozenset({Status.AWAITING_CHECK, Status.CLOSED})
ON_HOLD = frozenset({Status.SUSPENDED, Status.DROPPED})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a task or a part stands; `percent_before` is its percent before it was closed or said to be done."""

    status: Status
    percent: int
    percent_before: int | None = None
    closed_on: dt.date | None = None
    close_note: str = ""


FRESH = Standing(Status.NOT_STARTED, 0)
"""A task or part that nobody has begun."""


def close(standing: Standing, on: dt.date, note: str) -> Standing:
    """销号. What is closed already stays as it is."""
    if standing.status is Status.CLOSED:
        return standing
    return Standing(Status.CLOSED, 100, standing.percent, on, note)


def reopen(standing: Standing) -> Standing:
    """退回: in progress again, with the percent it had before; so is what was closed when it stopped to apply."""
    if standing.status not in DONE and standing.closed_on is None:
        return standing
    percent = standing.percent if standing.percent_before is None else standing.percent_before
    return Standing(Status.IN_PROGRESS, percent)


def move_to(standing: Standing, status: Status, on: dt.date) -> Standing:
    """Set the status by hand; the percent follows where the status says what it must be."""
    if standing.status is status:
        return standing
    if status is Status.CLOSED:
        return close(standing, on, "")
    if status is Status.AWAITING_CHECK:
        return _done(standing)
    if status is Status.NOT_STARTED:
        return Standing(status, 0)
    return replace(reopen(standing), status=status)


def _done(standing: Standing) -> Standing:
    """Said to be done: waits to be checked. What waits already stays as it is."""
    if standing.status is Status.AWAITING_CHECK:
        return standing
    return Standing(Status.AWAITING_CHECK, 100, reopen(standing).percent)


def advance(standing: Standing, percent: int) -> Standing:
    """Set the percent: work has begun above 0, and waits to be checked at 100. A status on hold stays."""
    if standing.status is Status.CLOSED:
        return standing
    if standing.status in ON_HOLD:
        return replace(standing, percent=percent)
    if percent == 100:
        return _done(standing)
    begun = percent > 0 or standing.status is not Status.NOT_STARTED
    return Standing(Status.IN_PROGRESS if begun else Status.NOT_STARTED, percent)


def settle(task: Standing, parts: Sequence[Standing], on: dt.date, note: str = "") -> Standing:
    """The standing of a task after one of its parts changed.

    Closed when all its parts are, parts that no longer apply left out; its percent is their rounded mean.
    """
    live = [part for part in parts if part.status is not Status.DROPPED]
    if not live:
        return task
    percent = (2 * sum(part.percent for part in live) + len(live)) // (2 * len(live))
    if all(part.status is Status.CLOSED for part in live):
        return close(task, on, note)
    if task.status in ON_HOLD:
        return replace(task, percent=percent)
    if all(part.status in DONE for part in live):
        return Standing(Status.AWAITING_CHECK, percent)
    begun = task.status is not Status.NOT_STARTED or any(part.status is not Status.NOT_STARTED for part in live)
    return Standing(Status.IN_PROGRESS if begun else Status.NOT_STARTED, percent)
