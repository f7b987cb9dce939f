"""Status and percent are one answer in two cells: which of them cannot both hold."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.handout import Answer, Field, Value, in_words
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


def joined(answers: Mapping[Field, Answer]) -> Mapping[Field, Answer]:
    """The answers of one row, its status and percent brought together where the unit's own two cannot both hold.

    What says 已完成 is at 100, what is at 100 is done, what says 未启动 with a percent has begun: both cells say so.
    What is on hold is not done: its percent is refused.
    """
    said_status, said_percent = answers.get(_STATUS), answers.get(_PERCENT)
    if said_status is None or said_percent is None:
        return answers
    status, percent = said_status.value, said_percent.value
    if not contradict(status, percent):
        return answers
    if status is Status.AWAITING_CHECK:
        percent, note = 100, "状态填“已完成”，进度按100%"
    elif status in (Status.NOT_STARTED, Status.IN_PROGRESS):
        status = Status.AWAITING_CHECK if percent == 100 else Status.IN_PROGRESS
        note = f"进度填{percent}%，状态按“{in_words(Field.STATUS, status)}”"
    else:
        refusal = f"与填报的状态“{in_words(Field.STATUS, status)}”不符"
        return {**answers, Field.PERCENT: Answer(percent, refusal)}
    return {**answers, Field.STATUS: Answer(status, note=note), Field.PERCENT: Answer(percent, note=note)}
