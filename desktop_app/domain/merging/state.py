"""Status and percent are one answer in two cells: which of them cannot both hold."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.handout import Field, Value
from desktop_app.domain.merging.words import agree
from desktop_app.domain.task import Status

SCALARS = frozenset({Field.STATUS, Field.PERCENT})
"""What is one for all units that answer a task; words are each unit's own."""
_STATUS, _PERCENT = Field.STATUS, Field.PERCENT


def contradict(status: Value, percent: Value) -> bool:
    """Whether setting the one would change the other: 未启动 is at 0, 已完成 at 100, and what is at 100 is done."""
    if not isinstance(status, Status) or not isinstance(percent, int):
        return False
    if status is Status.NOT_STARTED:
        return percent > 0
    if status in (Status.AWAITING_CHECK, Status.CLOSED):
        return percent < 100
    return percent == 100


def disagree(field: Field, value: Value, other_field: Field, other: Value) -> bool:
    """Whether two answers about the state of a task cannot both hold."""
    if field is other_field:
        return not agree(value, other)
    return contradict(value, other) if field is Field.STATUS else contradict(other, value)


def carries(field: Field, theirs: Value, status: Value, percent: Value) -> str:
    """What taking one half of a state makes of the other half, which the ledger holds as `status` or `percent`; "" when
    that stays as it is.
    """
    if field is _PERCENT:
        done = theirs == 100 and status in (Status.NOT_STARTED, Status.IN_PROGRESS)
        return f"进度100%，状态改为“{Status.AWAITING_CHECK.label}”" if done else ""
    end = {Status.AWAITING_CHECK: 100, Status.NOT_STARTED: 0}.get(theirs) if isinstance(theirs, Status) else None
    return f"进度改为{end}%" if end is not None and percent != end else ""


def follow(values: Mapping[Field, Value]) -> tuple[Status | None, int | None]:
    """What is set of these answers, the status first: what says 已完成 is at 100 whatever else is said."""
    status, percent = values.get(_STATUS), values.get(_PERCENT)
    set_status = status if isinstance(status, Status) else None
    set_percent = percent if isinstance(percent, int) and status is not Status.AWAITING_CHECK else None
    return set_status, set_percent
