"""An old ledger may give a task a row for each of its units: what these rows tell together of how the task stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.old_ledger import Record
from desktop_app.domain.task import Status

_DONE = frozenset({Status.AWAITING_CHECK, Status.CLOSED})
_BEGUN = _DONE | {Status.IN_PROGRESS}


def together(records: Sequence[Record]) -> Record:
    """One standing for all rows of a task: it is closed, or done, only when every row that tells a status is.

    Rows that no longer apply are left out as long as another does; the percent is the rounded mean, and unknown when a
    row that stands otherwise than the rest tells none. The words of the rows are left to each of them.
    """
    if len(records) == 1:
        return records[0]
    live = [each for each in records if each.status is not Status.DROPPED] or records
    statuses = {each.status for each in live if each.status is not None}
    return replace(
        records[0],
        status=_status(statuses),
        percent=_percent(live, alike=len(statuses) <= 1),
        closed_on=max((each.closed_on for each in live if each.closed_on is not None), default=None),
        first_due=min((each.first_due for each in live if each.first_due is not None), default=None),
        no_evidence="；".join(dict.fromkeys(each.no_evidence for each in live if each.no_evidence)),
    )


def _status(told: set[Status]) -> Status | None:
    if len(told) <= 1:
        return next(iter(told), None)
    if told <= _DONE:
        return Status.AWAITING_CHECK
    return Status.IN_PROGRESS if told & _BEGUN else Status.NOT_STARTED


def _percent(live: Sequence[Record], alike: bool) -> int | None:
    shares = [_share(each) for each in live if each.status is not None or each.percent is not None]
    known = [share for share in shares if share is not None]
    if not known or (len(known) < len(shares) and not alike):
        return None
    return (2 * sum(known) + len(known)) // (2 * len(known))


def _share(record: Record) -> int | None:
    if record.percent is not None or record.status is None:
        return record.percent
    if record.status in _DONE:
        return 100
    return 0 if record.status is Status.NOT_STARTED else None
